import type { Task } from '@/utils/model/contact';
import type { FollowUp, ThreadTurn } from '@/utils/model/follow-up';
import type { Proposal } from '@/utils/model/proposal';
import { meetingSummary } from '@/utils/proposals/read-meeting';

const DAY = 86_400_000;

/** Whole days from one calendar day to another, both `YYYY-MM-DD`; summer time does not matter to calendar days. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

function isWaiting(turn: ThreadTurn, now: number): boolean {
  if (turn.lastFromMe || !turn.customer) return false;
  if (turn.doneAt !== undefined && turn.doneAt >= turn.lastAt) return false;
  return turn.snoozedUntil === undefined || turn.snoozedUntil <= now;
}

/**
 * What the rep promised by today in sent mail that is not logged, the oldest first: once logged it is a task. Who has
 * nothing due is left out, and what the rep decided not to log.
 */
function promisesDue(proposals: readonly Proposal[], today: string): FollowUp[] {
  return proposals
    .flatMap((proposal): Extract<FollowUp, { kind: 'promise' }>[] => {
      const { status, activity, captured, match } = proposal;
      const step = activity.nextStep;
      if (status.state !== 'open' && status.state !== 'snoozed') return [];
      if (step?.kind !== 'promised-by-me' || step.due === null || step.due > today) return [];
      const [stranger] = match.strangers;
      const who = match.contacts[0]?.name || stranger?.name || stranger?.address;
      return [
        {
          kind: 'promise',
          id: proposal.id,
          sentence: step.sentence || step.text,
          dueDate: step.due,
          overdueDays: daysBetween(step.due, today),
          ...(who ? { who: who.slice(0, 300) } : {}),
          url: captured.source.url,
        },
      ];
    })
    .sort((a, b) => a.dueDate.localeCompare(b.dueDate) || (a.id < b.id ? -1 : 1));
}

/** How far back a meeting without notes is asked about: what was said is forgotten by then. */
const NOTES_WITHIN = 14 * DAY;

/**
 * Meetings with customers that have ended without a word of the rep's, the latest first. What the description said
 * before is no note. Decided ones are left out: logged without notes is a decision too, and so is "not this".
 */
function withoutNotes(proposals: readonly Proposal[], now: number): FollowUp[] {
  return proposals
    .flatMap((proposal): Extract<FollowUp, { kind: 'notes' }>[] => {
      const { status, activity, captured, match, weight } = proposal;
      if (status.state !== 'open' || weight !== 'counted') return [];
      if (activity.kind !== 'meeting' || captured.kind !== 'meeting') return [];
      const { endsAt } = activity.meeting;
      if (endsAt > now || endsAt < now - NOTES_WITHIN) return [];
      const { summary } = activity;
      if (summary !== '' && summary !== meetingSummary(captured.text)) return [];
      const [stranger] = match.strangers;
      const who = match.contacts[0]?.name || stranger?.name || stranger?.address;
      return [
        {
          kind: 'notes',
          id: proposal.id,
          title: activity.subject,
          endedAt: endsAt,
          ...(who ? { who: who.slice(0, 300) } : {}),
        },
      ];
    })
    .sort((a, b) => b.endedAt - a.endedAt || (a.id < b.id ? -1 : 1));
}

/**
 * Whom to follow up with today: customers whose last mail is unanswered, the longest waiting first; then what the rep
 * promised by today, tasks due today or overdue, the oldest first, and meetings that have ended without notes. `now` in milliseconds, `today` as `YYYY-MM-DD` in the rep's zone,
 * `contactNames` from contact id to name.
 */
export function dayList(input: {
  turns: ThreadTurn[];
  tasks: Task[];
  /** Of mail that is not logged; others are ignored. */
  proposals?: readonly Proposal[];
  contactNames: Map<string, string>;
  now: number;
  today: string;
}): FollowUp[] {
  const { now, today, proposals = [] } = input;
  const waiting: FollowUp[] = input.turns
    .filter((turn) => isWaiting(turn, now))
    .sort((a, b) => a.lastAt - b.lastAt || (a.threadId < b.threadId ? -1 : 1))
    .map((turn) => ({ kind: 'waiting', id: turn.threadId, turn, waitedMs: Math.max(0, now - turn.lastAt) }));

  const due: FollowUp[] = [];
  for (const task of input.tasks) {
    const { dueDate } = task;
    if (task.done || dueDate === undefined || dueDate > today) continue;
    const who = task.contactIds.map((id) => input.contactNames.get(id)).find((name) => name !== undefined);
    due.push({
      kind: 'task',
      id: task.id,
      title: task.title,
      dueDate,
      overdueDays: daysBetween(dueDate, today),
      ...(who === undefined ? {} : { who }),
    });
  }
  due.sort((a, b) =>
    a.kind === 'task' && b.kind === 'task'
      ? a.dueDate.localeCompare(b.dueDate) || a.title.localeCompare(b.title)
      : 0,
  );
  return [...waiting, ...promisesDue(proposals, today), ...due, ...withoutNotes(proposals, now)];
}
