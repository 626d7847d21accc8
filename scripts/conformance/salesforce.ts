import { markersOf, readPlainMarks, timeIn } from '@/utils/crm/plain-note';
import { salesforceOrigin } from '@/utils/crm/salesforce/address';
import { messageIdsOf } from '@/utils/crm/salesforce/records';
import { salesforce } from '@/utils/crm/salesforce/salesforce';
import { findMe } from '@/utils/crm/salesforce/shape';
import { fromStamp, quote, quoteContains, quoteList } from '@/utils/crm/salesforce/soql';
import { openWire } from '@/utils/crm/salesforce/wire';
import { withToken } from '@/utils/crm/with-token';
import { z } from '@/utils/model/zod';
import type { MakeLive } from './live';
import { openProxy } from './proxy';
import { proxied, unledgered } from './unledgered';

const writes = (url: string): boolean =>
  /\/composite\/(graph|sobjects)|\/sobjects\/\w+(\/\w{15,18})?$/.test(url);
const ids = z.object({ Id: z.string() });
const record = z.object({
  Id: z.string(),
  Subject: z.nullish(z.string()),
  TextBody: z.nullish(z.string()),
  Description: z.nullish(z.string()),
  MessageDate: z.nullish(z.string()),
  StartDateTime: z.nullish(z.string()),
  EndDateTime: z.nullish(z.string()),
});

/**
 * Settings: `url` (My Domain) and `token`, an access token as a sign-in or `sf org display` gives it; with
 * `colleagueToken` two users log the same mail. Use a scratch org or a sandbox.
 */
export const makeLiveSalesforce: MakeLive = async (settings, run) => {
  const origin = salesforceOrigin(settings.url ?? '');
  const proxy = await openProxy(origin, writes);
  const straight = unledgered([`${origin}/*`]);
  const bearing = (token = '') => ({ token: async () => token, another: async () => null });
  const session = (token: string | undefined) =>
    salesforce.connect({ url: proxy.origin }, withToken(proxied, bearing(token)), { said: {} });
  // Behind the connector's back: the same org without the proxy.
  const direct = openWire(origin, withToken(straight, bearing(settings.token)));
  const me = await findMe(direct, undefined);
  const idsOf = async (soql: string) => (await direct.query('find', soql, ids)).rows.map(({ Id }) => Id);

  return {
    notes: [],
    harness: {
      run,
      session: () => session(settings.token),
      colleague: () => session(settings.colleagueToken ?? settings.token),
      signedOut: () => session('00Dwrong'),
      trouble: proxy.trouble,
      checksTargets: true,
      scopes: salesforce.scopes,
      count: async (entry) => {
        const [mails] = await direct.queries(
          'find',
          [`SELECT Id FROM EmailMessage WHERE MessageIdentifier IN ${quoteList(messageIdsOf(entry))}`],
          ids,
        );
        const marked = z.object({ Id: z.string(), Description: z.nullish(z.string()) });
        const described = await Promise.all(
          ['Task', 'Event'].map((object) =>
            direct.query(
              'find',
              `SELECT Id, Description FROM ${object} WHERE Subject = ${quote(entry.activity.subject.slice(0, 255))}`,
              marked,
            ),
          ),
        );
        const standing = described
          .flatMap(({ rows }) => rows)
          .map(({ Description }) => readPlainMarks(Description))
          .filter(
            (marks) =>
              marks && markersOf(entry).some((id) => [...marks.ids, `sidelog-${marks.key}`].includes(id)),
          );
        return (mails && 'rows' in mails ? mails.rows.length : 0) + standing.length;
      },
      read: async (remoteId) => {
        const [object, fields] = remoteId.startsWith('02s')
          ? ['EmailMessage', 'Subject, TextBody, MessageDate']
          : remoteId.startsWith('00U')
            ? ['Event', 'Subject, Description, StartDateTime, EndDateTime']
            : ['Task', 'Subject, Description'];
        const soql = `SELECT Id, ${fields} FROM ${object} WHERE Id = ${quote(remoteId)}`;
        const [row] = (await direct.query('find', soql, record)).rows;
        const body = row?.TextBody ?? row?.Description ?? '';
        const at = row?.MessageDate ?? row?.StartDateTime;
        return {
          subject: row?.Subject ?? '',
          body,
          at: at ? fromStamp(at) : (timeIn(body) ?? 0),
          html: false,
          ...(row?.EndDateTime ? { endsAt: fromStamp(row.EndDateTime) } : {}),
        };
      },
      renameContact: async (id, name) => {
        const [FirstName = '', ...last] = name.split(' ');
        await direct.update('update-contact', 'Contact', id, { FirstName, LastName: last.join(' ') });
      },
      deleteContact: (id) => direct.remove('remove', [id]),
      addTask: (title, dueDate, contactId) =>
        direct.create('task', 'Task', {
          Subject: title,
          ActivityDate: dueDate,
          WhoId: contactId,
          OwnerId: me.user,
        }),
    },
    cleanUp: async () => {
      proxy.trouble.calm();
      const like = quoteContains(run);
      for (const soql of [
        `SELECT Id FROM Contact WHERE Email LIKE ${like}`,
        `SELECT Id FROM Account WHERE Website LIKE ${like}`,
        `SELECT Id FROM EmailMessage WHERE MessageIdentifier LIKE ${like}`,
      ]) {
        const found = await idsOf(soql);
        for (let from = 0; from < found.length; from += 200) {
          await direct.remove('remove', found.slice(from, from + 200));
        }
        const left = await idsOf(soql);
        if (left.length > 0) throw new Error(`left behind: ${left.join(', ')}`);
      }
      await proxy.close();
    },
  };
};
