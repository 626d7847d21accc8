import type { Task } from '@/utils/model/contact';
import type { FollowUp, ThreadTurn } from '@/utils/model/follow-up';

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
 * Whom to follow up with today: customers whose last mail is unanswered, the longest waiting first; then tasks due
 * today or overdue, the oldest first. `now` in milliseconds, `today` as `YYYY-MM-DD` in the rep's zone,
 * `contactNames` from contact id to name.
 */
export function dayList(input: {
  turns: ThreadTurn[];
  tasks: Task[];
  contactNames: Map<string, string>;
  now: number;
  today: string;
}): FollowUp[] {
  const { now, today } = input;
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
  return [...waiting, ...due];
}
