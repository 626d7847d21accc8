import Dexie from 'dexie';
import type { Task } from '@/utils/model/contact';
import type { ThreadTurn } from '@/utils/model/follow-up';
import type { Book } from '@/utils/model/messages';
import type { OutboxEntry } from '@/utils/model/outbox';
import type { Settings } from '@/utils/model/settings';
import type { Database, StoredProposal } from '@/utils/store/database';
import { undoneEntries } from '@/utils/store/outbox';
import { getSettings } from '@/utils/store/settings';
import { type MostTurns, turnsOfDay } from '@/utils/store/turns-of-day';
import { cleanSubject } from '@/utils/understand/clean-subject';

/**
 * What the day's list is made of (utils/follow-ups/day-list.ts), with what the rep already did to tasks and the CRM has
 * not heard yet. Of threads only `most`; `waiting` is how many customers wait, read or not, and `moreQuiet` says
 * whether more may have gone quiet. Subjects without "Re:". `now`: milliseconds.
 */
export async function daySources(db: Database, book: Book, ask: { now: number; most: MostTurns }) {
  const settings = await getSettings(db, book);
  const { account } = settings.crm;
  const quietDays = settings.quietDays ?? QUIET;
  const [{ turns, waiting: counted, moreQuiet }, mirrored, { entries }] = await Promise.all([
    turnsOfDay(db, { ...ask, own: settings.ownAddresses, quietDays }),
    db.tasks.where('crm').equals(account).toArray(),
    undoneEntries(db),
  ]);
  const proposals = await proposalsOfDay(db, turns);
  const waiting = entries.filter(({ crmAccount }) => crmAccount === account);
  const tasks = mirrored.map((task) => asDecided(task, waiting)).filter((task) => !task.done);
  const ids = new Set([
    ...tasks.flatMap((task) => task.contactIds),
    ...turns.flatMap(({ customer }) => customer?.contactId ?? []),
    ...proposals.flatMap(({ match }) => match.contacts[0]?.contactId ?? []),
  ]);
  const keys = [...ids].map((id): [string, string] => [account, id]);
  const found = await db.contacts.bulkGet(keys);
  const contacts = new Map(found.flatMap((each) => (each ? [[each.id, each] as const] : [])));
  const companies = new Set([...contacts.values()].flatMap(({ companyId }) => companyId ?? []));
  const [theirs, ofCompanies] = await Promise.all([
    db.deals
      .where('contactIds')
      .anyOf([...ids])
      .distinct()
      .toArray(),
    db.deals
      .where('companyId')
      .anyOf([...companies])
      .toArray(),
  ]);
  const deals = new Map([...theirs, ...ofCompanies].map((deal) => [deal.id, deal]));
  return {
    settings,
    turns: turns.map((turn) => ({ ...turn, subject: cleanSubject(turn.subject) })),
    tasks,
    proposals,
    contacts,
    deals: [...deals.values()].filter(({ crm }) => crm === account),
    ownAddresses: settings.ownAddresses,
    quietDays,
    waiting: counted,
    moreQuiet,
  };
}

/** What the rep promised for a day, meetings that may want notes, and what waits on these threads. */
async function proposalsOfDay(db: Database, turns: readonly ThreadTurn[]): Promise<StoredProposal[]> {
  const threadIds = new Set(turns.flatMap((turn) => [turn.threadId, ...turn.threadIds]));
  const found = await Promise.all([
    db.proposals
      .where('[activity.nextStep.kind+activity.nextStep.due]')
      .between(['promised-by-me', Dexie.minKey], ['promised-by-me', Dexie.maxKey])
      .toArray(),
    db.proposals.where('[status.state+activity.kind]').equals(['open', 'meeting']).toArray(),
    db.proposals
      .where('threadIds')
      .anyOf([...threadIds])
      .distinct()
      .toArray(),
  ]);
  return [...new Map(found.flat().map((row) => [row.id, row])).values()];
}

/** From the third day on a thread has gone quiet, unless the rep says later. */
export const QUIET: NonNullable<Settings['quietDays']> = 3;

/** The task as it will be: a refresh of the mirror may come between the rep's word and the CRM's. */
function asDecided<T extends Task>(task: T, waiting: readonly OutboxEntry[]): T {
  let decided = task;
  for (const { job } of waiting) {
    if (job.op === 'complete-task' && job.taskId === task.id) decided = { ...decided, done: true };
    if (job.op === 'reschedule-task' && job.taskId === task.id)
      decided = { ...decided, dueDate: job.dueDate };
  }
  return decided;
}
