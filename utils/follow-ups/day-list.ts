import type { BusinessTime } from '@/utils/follow-ups/business-hours';
import { phoneOf, quietRows, waitingRows } from '@/utils/follow-ups/thread-rows';
import type { Contact, Deal, Task } from '@/utils/model/contact';
import type { FollowUp, ThreadTurn } from '@/utils/model/follow-up';
import type { Proposal } from '@/utils/model/proposal';

const DAY = 86_400_000;

/** Whole days from one calendar day to another, both `YYYY-MM-DD`; summer time does not matter to calendar days. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/**
 * What the rep promised by today in sent mail that is not logged, the oldest first: once logged it is a task. Who has
 * nothing due is left out, and what the rep decided not to log.
 */
function promisesDue({ proposals, contacts }: DaySources, today: string): FollowUp[] {
  return proposals
    .flatMap((proposal): Extract<FollowUp, { kind: 'promise' }>[] => {
      const { status, activity, captured, match } = proposal;
      const step = activity.nextStep;
      if (status.state !== 'open' && status.state !== 'snoozed') return [];
      if (step?.kind !== 'promised-by-me' || step.due === null || step.due > today) return [];
      return [
        {
          kind: 'promise',
          id: proposal.id,
          sentence: step.sentence || step.text,
          text: step.text,
          dueDate: step.due,
          overdueDays: daysBetween(step.due, today),
          ...customerOn(match, contacts),
          url: captured.source.url,
        },
      ];
    })
    .sort((a, b) => a.dueDate.localeCompare(b.dueDate) || (a.id < b.id ? -1 : 1));
}

/** Whom a proposal is with, and the number to call them on. */
function customerOn(
  { contacts: [first], strangers: [stranger] }: Proposal['match'],
  contacts: DaySources['contacts'],
): { who?: string; phone?: string } {
  const who = first?.name || stranger?.name || stranger?.address;
  const contact = first && contacts.get(first.contactId);
  const phone = contact && phoneOf(contact);
  return { ...(who ? { who: who.slice(0, 300) } : {}), ...(phone === undefined ? {} : { phone }) };
}

/** How far back a meeting without notes is asked about: what was said is forgotten by then. */
const NOTES_WITHIN = 14 * DAY;

/**
 * Meetings with customers that have ended without a word of the rep's, the latest first. What the description said
 * before is no note. Decided ones are left out: logged without notes is a decision too, and so is "not this".
 */
function withoutNotes({ proposals, contacts, agendaOf }: DaySources, now: number): FollowUp[] {
  return proposals
    .flatMap((proposal): Extract<FollowUp, { kind: 'notes' }>[] => {
      const { status, activity, captured, match, weight } = proposal;
      if (status.state !== 'open' || weight !== 'counted') return [];
      if (activity.kind !== 'meeting' || captured.kind !== 'meeting') return [];
      const { endsAt } = activity.meeting;
      if (endsAt > now || endsAt < now - NOTES_WITHIN) return [];
      const { summary } = activity;
      if (summary !== '' && summary !== agendaOf(captured.text)) return [];
      return [
        {
          kind: 'notes',
          id: proposal.id,
          title: activity.subject,
          endedAt: endsAt,
          ...customerOn(match, contacts),
        },
      ];
    })
    .sort((a, b) => b.endedAt - a.endedAt || (a.id < b.id ? -1 : 1));
}

export interface DaySources {
  turns: readonly ThreadTurn[];
  tasks: readonly Task[];
  /** Not decided; what is nothing of the day's is ignored. */
  proposals: readonly Proposal[];
  /** Those on turns, tasks and proposals, by id. */
  contacts: ReadonlyMap<string, Pick<Contact, 'name' | 'phones' | 'mobile' | 'companyId'>>;
  /** Open deals of these contacts and their companies. */
  deals: readonly Deal[];
  /** The rep's own addresses, lower-cased. */
  ownAddresses: readonly string[];
  /** What a meeting's description gives as its summary: `meetingSummary`, which weighs too much for the popup's start. */
  agendaOf: (description: string) => string;
  /** From how many days on a thread has gone quiet. */
  quietDays: number;
}

/**
 * Whom to follow up with today: customers whose last mail is unanswered; then what the rep promised by today, tasks due
 * today or overdue, the oldest first; meetings that have ended without notes; threads in which nobody has answered the
 * rep. `now` in milliseconds, `today` as `YYYY-MM-DD` in the rep's zone.
 */
export function dayList(sources: DaySources, business: BusinessTime, now: number, today: string): FollowUp[] {
  const { contacts } = sources;
  const due: Extract<FollowUp, { kind: 'task' }>[] = [];
  for (const task of sources.tasks) {
    const { dueDate } = task;
    if (task.done || dueDate === undefined || dueDate > today) continue;
    const people = task.contactIds.flatMap((id) => contacts.get(id) ?? []);
    const [first] = people;
    const phone = people.map(phoneOf).find((each) => each !== undefined);
    due.push({
      kind: 'task',
      id: task.id,
      title: task.title,
      dueDate,
      overdueDays: daysBetween(dueDate, today),
      ...(first ? { who: first.name } : {}),
      ...(phone === undefined ? {} : { phone }),
    });
  }
  due.sort((a, b) => a.dueDate.localeCompare(b.dueDate) || a.title.localeCompare(b.title));
  return [
    ...waitingRows(sources, business, now),
    ...promisesDue(sources, today),
    ...due,
    ...withoutNotes(sources, now),
    ...quietRows(sources, now),
  ];
}

/** How many rows the button's number counts: a thread gone quiet is worth a look, but nothing that is due. */
export function countDue(rows: readonly FollowUp[]): number {
  return rows.filter(({ kind }) => kind !== 'quiet').length;
}
