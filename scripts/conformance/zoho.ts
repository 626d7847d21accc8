import { standsFor } from '@/utils/crm/marked-note';
import { readPlainMarks, timeIn } from '@/utils/crm/plain-note';
import { withToken } from '@/utils/crm/with-token';
import { dataCentre } from '@/utils/crm/zoho/address';
import { quote, quoteContains } from '@/utils/crm/zoho/coql';
import { fromRemoteId } from '@/utils/crm/zoho/records';
import { openWire } from '@/utils/crm/zoho/wire';
import { zoho } from '@/utils/crm/zoho/zoho';
import { z } from '@/utils/model/zod';
import type { MakeLive } from './live';
import { openProxy } from './proxy';
import { proxied, unledgered } from './unledgered';

const writes = (url: string): boolean =>
  /\/crm\/v8\/(Contacts|Accounts|Tasks|Events|Calls)(\/upsert|\?|$)/.test(url);
const text = z.nullish(z.string());
const record = z.object({
  id: z.string(),
  Subject: text,
  Event_Title: text,
  Description: text,
  Start_DateTime: text,
  End_DateTime: text,
  Call_Start_Time: text,
});
const shown = {
  Tasks: 'Subject, Description',
  Events: 'Event_Title, Description, Start_DateTime, End_DateTime',
  Calls: 'Subject, Description, Call_Start_Time',
} as const;

/** Settings: `url` (Zoho CRM's address) and `token`, an access token; with `colleagueToken` two users log the same mail. */
export const makeLiveZoho: MakeLive = async (settings, run) => {
  const { api } = dataCentre(settings.url ?? '');
  const proxy = await openProxy(api, writes);
  const straight = unledgered([`${api}/*`]);
  const bearing = (token = '') => ({ token: async () => token, another: async () => null });
  const session = (token: string | undefined) =>
    zoho.connect({ url: proxy.origin }, withToken(proxied, bearing(token), 'Zoho-oauthtoken'), { said: {} });
  // Behind the connector's back: the same organisation without the proxy.
  const direct = openWire(api, withToken(straight, bearing(settings.token), 'Zoho-oauthtoken'));
  const rows = async (query: string) => (await direct.coql('conformance', 'find', query, record)).rows;

  return {
    notes: [],
    harness: {
      run,
      session: () => session(settings.token),
      colleague: () => session(settings.colleagueToken ?? settings.token),
      signedOut: () => session('1000.wrong'),
      trouble: proxy.trouble,
      checksTargets: true,
      scopes: zoho.scopes,
      count: async (entry) => {
        const subject = quote(entry.activity.subject.slice(0, 255) || '–');
        const found = await Promise.all([
          rows(`select id, Description from Tasks where Subject = ${subject} limit 200`),
          rows(`select id, Description from Events where Event_Title = ${subject} limit 200`),
          rows(`select id, Description from Calls where Subject = ${subject} limit 200`),
        ]);
        return found.flat().filter(({ Description }) => standsFor(readPlainMarks(Description), entry)).length;
      },
      read: async (remoteId) => {
        const place = fromRemoteId(remoteId);
        const [row] = place
          ? await rows(
              `select id, ${shown[place.module]} from ${place.module} where id = ${quote(place.id)} limit 1`,
            )
          : [];
        const body = row?.Description ?? '';
        const at = row?.Start_DateTime ?? row?.Call_Start_Time;
        return {
          subject: row?.Subject ?? row?.Event_Title ?? '',
          body,
          at: at ? Date.parse(at) : (timeIn(body) ?? 0),
          html: false,
          ...(row?.End_DateTime ? { endsAt: Date.parse(row.End_DateTime) } : {}),
        };
      },
      renameContact: async (id, name) => {
        const [first = '', ...last] = name.split(' ');
        await direct.update('update-contact', 'Contacts', id, {
          First_Name: first,
          Last_Name: last.join(' '),
        });
      },
      deleteContact: (id) => direct.remove('remove', 'Contacts', id),
      addTask: async (title, dueDate, contactId) => {
        const values = {
          Subject: title,
          Due_Date: dueDate,
          Who_Id: { id: contactId },
          Status: 'Not Started',
        };
        const [wrote] = await direct.create('task', 'Tasks', [values]);
        return wrote && 'id' in wrote ? wrote.id : '';
      },
    },
    cleanUp: async () => {
      proxy.trouble.calm();
      const like = quoteContains(run);
      for (const [module, field] of [
        ['Tasks', 'Who_Id.Email'],
        ['Events', 'Who_Id.Email'],
        ['Calls', 'Who_Id.Email'],
        ['Contacts', 'Email'],
        ['Accounts', 'Website'],
      ] as const) {
        const query = `select id from ${module} where ${field} like ${like} limit 2000`;
        for (const { id } of await rows(query)) await direct.remove('remove', module, id);
        const left = await rows(query);
        if (left.length > 0) throw new Error(`left behind: ${left.map(({ id }) => id).join(', ')}`);
      }
      await proxy.close();
    },
  };
};
