import { timeIn } from '@/utils/crm/plain-note';
import { LoggedEventRow, LoggedMailRow, LoggedTaskRow } from '@/utils/crm/salesforce/answers';
import { type Source, source } from '@/utils/crm/salesforce/delta';
import { isLead } from '@/utils/crm/salesforce/people';
import { fromStamp } from '@/utils/crm/salesforce/soql';
import type { LoggedActivity } from '@/utils/model/contact';

const recently = 'SystemModstamp >= LAST_N_DAYS:30';

/**
 * What was logged lately, by anybody: mails by Message-ID, tasks and events that bear our key. Where an org has no field
 * for it, or hides it, that part is left out.
 */
export const logged: readonly Source<LoggedActivity>[] = [
  source({
    object: 'EmailMessage',
    fields: [
      'MessageIdentifier',
      'Subject',
      'MessageDate',
      '(SELECT RelationId FROM EmailMessageRelations LIMIT 50)',
    ],
    row: LoggedMailRow,
    first: recently,
    optional: true,
    toItem: (row) =>
      toLogged(
        row,
        'email',
        row.MessageIdentifier,
        row.MessageDate ? fromStamp(row.MessageDate) : undefined,
        [...(row.EmailMessageRelations?.records.map(({ RelationId }) => RelationId) ?? [])],
      ),
  }),
  source({
    object: 'Task',
    fields: ['CallObject', 'Subject', 'ActivityDate', 'TaskSubtype', 'WhoId', 'Description'],
    row: LoggedTaskRow,
    first: `CallObject != null AND ${recently}`,
    optional: true,
    toItem: (row) => {
      // The day alone, but for what our own text says.
      const day = Date.parse(`${row.ActivityDate ?? ''}T12:00:00Z`);
      const at = timeIn(row.Description ?? '') ?? (Number.isNaN(day) ? undefined : day);
      return toLogged(row, row.TaskSubtype === 'Call' ? 'call' : 'email', row.CallObject, at, [row.WhoId]);
    },
  }),
  source({
    object: 'Event',
    fields: ['Sidelog_Key__c', 'Subject', 'StartDateTime', 'WhoId'],
    row: LoggedEventRow,
    first: `Sidelog_Key__c != null AND ${recently}`,
    optional: true,
    toItem: (row) =>
      toLogged(
        row,
        'meeting',
        row.Sidelog_Key__c,
        row.StartDateTime ? fromStamp(row.StartDateTime) : undefined,
        [row.WhoId],
      ),
  }),
];

function toLogged(
  row: { Id: string; SystemModstamp: string; Subject?: string | null | undefined },
  kind: 'email' | 'meeting' | 'call',
  alias: string | null | undefined,
  at: number | undefined,
  who: readonly (string | null | undefined)[],
): LoggedActivity | undefined {
  if (!alias) return undefined;
  // Salesforce's own mail sync writes it with or without its brackets.
  const bare = /^(?!event:)[^<>\s]+@[^<>\s]+$/.test(alias);
  const people = who.flatMap((id) => (id && (id.startsWith('003') || isLead(id)) ? [id] : []));
  return {
    id: row.Id,
    aliases: [bare ? `<${alias}>` : alias.replace(/^sidelog-/, '').slice(0, 1000)],
    updatedAt: fromStamp(row.SystemModstamp),
    kind,
    subject: (row.Subject ?? '').slice(0, 1000),
    ...(at === undefined ? {} : { at }),
    contactIds: [...new Set(people)].slice(0, 50),
  };
}
