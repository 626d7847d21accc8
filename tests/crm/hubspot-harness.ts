import type { LedgerDoor } from '@/utils/crm/http';
import { noteOf, parseRemoteId, recordTypes } from '@/utils/crm/hubspot/activity-properties';
import { hubspot } from '@/utils/crm/hubspot/hubspot';
import { readMarks, standsFor } from '@/utils/crm/marked-note';
import type { Harness } from './contract';
import { fakeHttp, silentLedger } from './fake-session';
import { type FakeHubspot, fakeHubspot } from './fakes/hubspot';

export const rep = { token: 'pat-of-rita', email: 'rita@own.example', name: 'Rita Rep' };
export const mate = { token: 'pat-of-max', email: 'max@own.example', name: 'Max Mate' };

export function hubspotHttp(server: FakeHubspot, ledger: LedgerDoor = silentLedger) {
  return fakeHttp(server, hubspot.origins({}), ledger);
}

/** A contract harness on a fake HubSpot whose index never catches up by itself. */
export function hubspotHarness(
  as: typeof rep & { teams?: string[] } = rep,
): Harness & { server: FakeHubspot; owner: string } {
  const server = fakeHubspot();
  const { portal } = server;
  const owner = server.addUser(as);
  server.addUser(mate);
  const session = ({ token, email }: { token: string; email: string }) =>
    hubspot.connect({ token, email }, hubspotHttp(server));
  const titles = {
    emails: 'hs_email_subject',
    meetings: 'hs_meeting_title',
    calls: 'hs_call_title',
  } as const;
  return {
    server,
    owner,
    run: 'kunde',
    session: () => session(rep),
    colleague: () => session(mate),
    signedOut: () => session({ ...rep, token: 'wrong' }),
    trouble: server.trouble,
    checksTargets: true,
    scopes: hubspot.scopes,
    count: async (entry) => {
      const type = recordTypes[entry.activity.kind];
      const rows = [...portal.table(type).values()].filter(({ archived }) => !archived);
      return rows.filter(({ properties }) => standsFor(readMarks(properties[noteOf[type]]), entry)).length;
    },
    read: async (remoteId) => {
      const { type, id } = parseRemoteId(remoteId)!;
      const { properties } = portal.live(type, id)!;
      return {
        subject: properties[titles[type]] ?? '',
        body: properties[noteOf[type]] ?? '',
        at: Date.parse(properties.hs_timestamp ?? ''),
        html: true,
        ...(properties.hs_meeting_end_time ? { endsAt: Date.parse(properties.hs_meeting_end_time) } : {}),
      };
    },
    row: async (remoteId) => {
      const { type, id } = parseRemoteId(remoteId)!;
      return portal.live(type, id)!.properties;
    },
    settled: async () => portal.settle(),
    renameContact: async (id, name) => {
      const [firstname = '', lastname = ''] = name.split(' ');
      portal.write('contacts', id, { firstname, lastname });
      portal.settle();
    },
    deleteContact: async (id) => {
      portal.archive('contacts', id);
      portal.settle();
    },
    addTask: async (title, dueDate, contactId) => {
      const { id } = portal.create('tasks', {
        hs_task_subject: title,
        hs_task_status: 'NOT_STARTED',
        hs_timestamp: new Date(`${dueDate}T09:00:00`).toISOString(),
        hubspot_owner_id: owner,
      });
      portal.link('tasks', id, 'contacts', contactId);
      portal.settle();
      return id;
    },
    watched: async () => {
      const before = portal.told.length;
      return async () => portal.told.length - before;
    },
  };
}
