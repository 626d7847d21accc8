import { readMarks } from '@/utils/crm/marked-note';
import type { Account } from '@/utils/crm/pipedrive/activities';
import { Activity } from '@/utils/crm/pipedrive/answers';
import type { Kind } from '@/utils/crm/pipedrive/changes';
import { timeOf } from '@/utils/crm/pipedrive/wire';
import type { LoggedActivity } from '@/utils/model/contact';

/** What was logged in the last 30 days and bears our line, colleagues' too. */
export function recentOf(account: () => Promise<Account>): Kind<Activity, LoggedActivity> {
  return {
    what: 'activities',
    recent: 'activity',
    row: Activity,
    query: { done: true },
    firstMs: 30 * 24 * 3_600_000,
    toItems: async (rows) => {
      const { types } = await account();
      return rows.map((row) => toLogged(row, types));
    },
  };
}

function toLogged(row: Activity, types: Account['types']): LoggedActivity | undefined {
  const marks = readMarks(row.note);
  if (!marks) return undefined;
  // A type of the rep's own choosing says nothing of what it was.
  const kind = (['email', 'meeting', 'call'] as const).find((each) => types[each] === row.type);
  const at = Date.parse(`${row.due_date ?? ''}T${row.due_time || '12:00:00'}Z`);
  const people = (row.participants ?? []).flatMap(({ person_id: id }) => (id ? [String(id)] : []));
  return {
    id: String(row.id),
    aliases: [marks.key, ...marks.ids],
    updatedAt: timeOf(row.update_time) ?? 0,
    kind: kind ?? (marks.ids.some((id) => id.startsWith('event:')) ? 'meeting' : 'email'),
    subject: (row.subject ?? '').slice(0, 1000),
    ...(Number.isNaN(at) ? {} : { at }),
    contactIds: [...new Set(people)].slice(0, 50),
  };
}
