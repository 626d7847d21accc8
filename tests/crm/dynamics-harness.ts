import { dynamics } from '@/utils/crm/dynamics/dynamics';
import { guidOf } from '@/utils/crm/dynamics/ids';
import { fromRemoteId, tableOf } from '@/utils/crm/dynamics/records';
import { markersOf } from '@/utils/crm/plain-note';
import type { Harness } from './contract';
import { tokenSession } from './fake-session';
import { type FakeDynamics, fakeDynamics } from './fakes/dynamics';

export const settings = { url: 'acme.crm4.dynamics.com/main.aspx?appid=1', clientId: 'client', tenant: '' };

export function dynamicsSession(server: FakeDynamics, token = 'token-of-rita') {
  return tokenSession(dynamics, settings, server, token);
}

/** A contract harness on a fake Dataverse organisation. */
export function dynamicsHarness(): Harness & { server: FakeDynamics } {
  const server = fakeDynamics();
  return {
    server,
    run: 'kunde',
    session: () => dynamicsSession(server),
    colleague: () => dynamicsSession(server, 'token-of-max'),
    signedOut: () => dynamicsSession(server, 'wrong'),
    trouble: server.trouble,
    checksTargets: true,
    scopes: dynamics.scopes,
    count: async (entry) => {
      const table = tableOf[entry.activity.kind];
      const ids = await Promise.all(markersOf(entry).map((marker) => guidOf(`${table} ${marker}`)));
      return ids.filter((id) => server.row(table, id)).length;
    },
    read: async (remoteId) => {
      const place = fromRemoteId(remoteId);
      const row = (place && server.row(place.table, place.id)) ?? {};
      const at = row.scheduledstart ?? row.actualstart ?? row.actualend;
      return {
        subject: String(row.subject),
        body: String(row.description),
        at: Date.parse(String(at)),
        html: place?.table === 'emails',
        ...(place?.table === 'appointments' ? { endsAt: Date.parse(String(row.scheduledend)) } : {}),
      };
    },
    row: async (remoteId) => {
      const place = fromRemoteId(remoteId);
      return (place && server.row(place.table, place.id)) ?? {};
    },
    renameContact: async (id, name) => {
      const [firstname = '', ...last] = name.split(' ');
      server.write('contacts', id, { firstname, lastname: last.join(' ') });
    },
    deleteContact: async (id) => server.remove('contacts', id),
    addTask: async (title, dueDate, contactId) =>
      server.insert('tasks', {
        subject: title,
        scheduledend: new Date(`${dueDate}T12:00:00`).toISOString(),
        _regardingobjectid_value: contactId,
      }),
  };
}
