import { dynamicsPlace } from '@/utils/crm/dynamics/address';
import { dynamics } from '@/utils/crm/dynamics/dynamics';
import { guidOf, quote } from '@/utils/crm/dynamics/ids';
import { fromRemoteId, tableOf } from '@/utils/crm/dynamics/records';
import { openWire } from '@/utils/crm/dynamics/wire';
import { CrmFault } from '@/utils/crm/errors';
import { markersOf } from '@/utils/crm/plain-note';
import { withToken } from '@/utils/crm/with-token';
import { z } from '@/utils/model/zod';
import type { MakeLive } from './live';
import { openProxy } from './proxy';
import { proxied, unledgered } from './unledgered';

// Writes alone name a record without asking for columns.
const writes = (url: string): boolean =>
  /\/(contacts|accounts|emails|appointments|phonecalls|tasks)\([0-9a-f-]{36}\)$/.test(url);
const text = z.nullish(z.string());
const record = z.object({
  subject: text,
  description: text,
  actualstart: text,
  actualend: text,
  scheduledstart: text,
  scheduledend: text,
});

/** Settings: `url` (the organisation) and `token`, an access token; with `colleagueToken` two users log the same mail. */
export const makeLiveDynamics: MakeLive = async (settings, run) => {
  const { origin } = dynamicsPlace(settings.url ?? '');
  const proxy = await openProxy(origin, writes);
  const straight = unledgered([`${origin}/*`]);
  const bearing = (token = '') => ({ token: async () => token, another: async () => null });
  const session = (token: string | undefined) =>
    dynamics.connect({ url: proxy.origin }, withToken(proxied, bearing(token)));
  // Behind the connector's back: the same organisation without the proxy.
  const direct = openWire(origin, withToken(straight, bearing(settings.token)));
  const exists = async (table: string, id: string): Promise<boolean> => {
    try {
      await direct.get('conformance', 'find', `/${table}(${id})?$select=statecode`, z.unknown());
      return true;
    } catch (error) {
      if (error instanceof CrmFault && error.fault.kind === 'gone') return false;
      throw error;
    }
  };

  return {
    notes: [],
    harness: {
      run,
      session: () => session(settings.token),
      colleague: () => session(settings.colleagueToken ?? settings.token),
      signedOut: () => session('wrong'),
      trouble: proxy.trouble,
      checksTargets: true,
      scopes: dynamics.scopes,
      count: async (entry) => {
        const table = tableOf[entry.activity.kind];
        const ids = await Promise.all(markersOf(entry).map((marker) => guidOf(`${table} ${marker}`)));
        const there = await Promise.all(ids.map((id) => exists(table, id)));
        return there.filter(Boolean).length;
      },
      read: async (remoteId) => {
        const place = fromRemoteId(remoteId);
        if (!place) throw new Error('not an id of ours');
        const { table, id } = place;
        const row = await direct.get('conformance', 'find', `/${table}(${id})`, record);
        const at = table === 'appointments' ? row.scheduledstart : (row.actualstart ?? row.actualend);
        return {
          subject: row.subject ?? '',
          body: row.description ?? '',
          at: Date.parse(at ?? ''),
          html: table === 'emails',
          ...(table === 'appointments' && row.scheduledend ? { endsAt: Date.parse(row.scheduledend) } : {}),
        };
      },
      renameContact: async (id, name) => {
        const [firstname = '', ...last] = name.split(' ');
        await direct.update('update-contact', 'contacts', id, { firstname, lastname: last.join(' ') });
      },
      deleteContact: (id) => direct.remove('contacts', id),
      addTask: async (title, dueDate, contactId) => {
        const id = crypto.randomUUID();
        await direct.create('task', 'tasks', id, {
          subject: title,
          scheduledend: new Date(`${dueDate}T12:00:00`).toISOString(),
          'regardingobjectid_contact_task@odata.bind': `/contacts(${contactId})`,
        });
        return id;
      },
    },
    cleanUp: async () => {
      proxy.trouble.calm();
      // Dataverse removes what is regarding a contact together with it.
      for (const [table, key, field] of [
        ['contacts', 'contactid', 'emailaddress1'],
        ['accounts', 'accountid', 'websiteurl'],
      ] as const) {
        const query = { $select: key, $filter: `contains(${field},${quote(run)})` };
        const rows = () =>
          direct.list('conformance', 'find', table, query, z.record(z.string(), z.unknown()));
        for (const row of await rows()) await direct.remove(table, String(row[key]));
        if ((await rows()).length > 0) throw new Error(`left behind in ${table}`);
      }
      await proxy.close();
    },
  };
};
