import { setTimeout as wait } from 'node:timers/promises';
import { noteOf, parseRemoteId, recordTypes } from '@/utils/crm/hubspot/activity-properties';
import { Anything, Owners, Row } from '@/utils/crm/hubspot/answers';
import { linkTypes } from '@/utils/crm/hubspot/companies';
import { hangingOn } from '@/utils/crm/hubspot/find-records';
import { hubspot } from '@/utils/crm/hubspot/hubspot';
import { type Filter, type ObjectType, openWire, readMany, search } from '@/utils/crm/hubspot/wire';
import { readMarks, standsFor } from '@/utils/crm/marked-note';
import { troubled } from '../../tests/crm/fakes/trouble';
import type { MakeLive } from './live';
import { rememberMade } from './made';
import { unledgered } from './unledgered';

/** How long the search index is waited for, in milliseconds. */
const LAG_MS = 180_000;

const writes = (url: string, body: string): boolean =>
  /\/batch\/(create|associate\/default)$/.test(url) ||
  (/\/objects\/[a-z]+(\/\d+)?$/.test(url) && body !== '');
const titles = { emails: 'hs_email_subject', meetings: 'hs_meeting_title', calls: 'hs_call_title' } as const;

/** No proxy: the host is fixed, so what goes wrong is made in this process. Waits for the index where the contract cannot. */
export const makeLiveHubspot: MakeLive = async (settings, run) => {
  const memory = rememberMade(
    fetch,
    (path) => /^\/crm\/v3\/objects\/([a-z]+)(\/batch\/create)?$/.exec(path)?.[1],
  );
  const { fetch: troubledFetch, trouble } = troubled(memory.fetch, writes);
  const make = (inner: typeof fetch) => unledgered(hubspot.origins({}), inner);
  const session = (change: Record<string, string> = {}) =>
    hubspot.connect({ ...settings, ...change }, make(troubledFetch));
  const direct = openWire(settings.token ?? '', make(memory.fetch));
  const notes = ['nobody can be watched: HubSpot tells no API whom it notified'];

  const indexed = async (type: ObjectType, filters: Filter[], wanted: number): Promise<void> => {
    const until = Date.now() + LAG_MS;
    for (;;) {
      const { total } = await search(direct, type, {
        purpose: 'find',
        groups: [filters],
        sort: { propertyName: 'hs_object_id', direction: 'ASCENDING' },
        properties: [],
        limit: 1,
      });
      if (total === wanted) return;
      if (Date.now() > until) throw new Error(`the index did not catch up within ${LAG_MS / 1000} s`);
      await wait(2000);
    }
  };
  const byId = (id: string): Filter => ({ propertyName: 'hs_object_id', operator: 'EQ', value: id });
  const archive = (type: string, id: string) =>
    direct.call({
      step: 'archive',
      purpose: 'remove',
      method: 'DELETE',
      path: `/crm/v3/objects/${type}/${id}`,
      answer: Anything,
      alsoOk: [404],
    });

  return {
    notes,
    harness: {
      run,
      session: () => session(),
      colleague: () => (settings.colleagueEmail ? session({ email: settings.colleagueEmail }) : session()),
      signedOut: () => session({ token: `${settings.token}x` }),
      trouble,
      checksTargets: true,
      scopes: hubspot.scopes,
      count: async (entry) => {
        const type = recordTypes[entry.activity.kind];
        const ids = await hangingOn(direct, 'find', type, [entry.activity]);
        const rows = await readMany(direct, type, { purpose: 'find', ids, properties: [noteOf[type]] });
        return rows.filter(({ properties }) => standsFor(readMarks(properties[noteOf[type]]), entry)).length;
      },
      read: async (remoteId) => {
        const record = parseRemoteId(remoteId);
        if (!record) throw new Error(`no record: ${remoteId}`);
        const { type, id } = record;
        const names = [titles[type], noteOf[type], 'hs_timestamp', 'hs_meeting_end_time'];
        const [row] = await readMany(direct, type, { purpose: 'find', ids: [id], properties: names });
        const end = row?.properties.hs_meeting_end_time;
        return {
          subject: row?.properties[titles[type]] ?? '',
          body: row?.properties[noteOf[type]] ?? '',
          at: Date.parse(row?.properties.hs_timestamp ?? ''),
          html: true,
          ...(end ? { endsAt: Date.parse(end) } : {}),
        };
      },
      renameContact: async (id, name) => {
        const [firstname = '', lastname = ''] = name.split(' ');
        await direct.call({
          step: 'rename',
          purpose: 'update-contact',
          method: 'PATCH',
          path: `/crm/v3/objects/contacts/${id}`,
          body: { properties: { firstname, lastname } },
          answer: Anything,
        });
        await indexed(
          'contacts',
          [byId(id), { propertyName: 'lastname', operator: 'EQ', value: lastname }],
          1,
        );
      },
      deleteContact: async (id) => {
        await archive('contacts', id);
        await indexed('contacts', [byId(id)], 0);
      },
      addTask: async (title, dueDate, contactId) => {
        const { results } = await direct.call({
          step: 'owner',
          purpose: 'find',
          method: 'GET',
          path: `/crm/v3/owners?${new URLSearchParams({ email: settings.email ?? '' })}`,
          answer: Owners,
        });
        const { id } = await direct.call({
          step: 'task',
          purpose: 'task',
          method: 'POST',
          path: '/crm/v3/objects/tasks',
          body: {
            properties: {
              hs_task_subject: title,
              hs_task_status: 'NOT_STARTED',
              hs_timestamp: new Date(`${dueDate}T09:00:00`).toISOString(),
              hubspot_owner_id: results[0]?.id ?? '',
            },
            associations: [{ to: { id: contactId }, types: linkTypes('tasks', 'contacts') }],
          },
          answer: Row,
        });
        await indexed('tasks', [byId(id)], 1);
        return id;
      },
    },
    cleanUp: async () => {
      trouble.calm();
      for (const { what, id } of memory.made) await archive(what, id);
    },
  };
};
