import { problem } from '@/utils/actions/answer';
import type { Context } from '@/utils/actions/context';
import { queueJob } from '@/utils/actions/queue-job';
import type { Task } from '@/utils/model/contact';
import type { IntentAnswer } from '@/utils/model/messages';
import type { Settings } from '@/utils/model/settings';
import type { Mirrored } from '@/utils/store/database';
import { deleteEntry, entriesWithKey, putEntry } from '@/utils/store/outbox';
import { getSettings } from '@/utils/store/settings';
import { jobKey } from '@/utils/sync/key';

/*
 * The CRM's own tasks: what the rep does to one is so here at once, and there through the outbox. Nothing is sent
 * before the time to undo has passed.
 */

/** Completes a task. */
export function completeTask(context: Context, taskId: string): Promise<IntentAnswer> {
  return onTask(context, taskId, async (task, settings) => {
    const { db } = context;
    const { account } = settings.crm;
    const key = jobKey('task', taskId, account);
    const waiting = await unsettled(context, account, key);
    if (waiting) return { ok: true, outboxId: waiting.id };
    if (task.done) return { ok: true };
    await db.tasks.put({ ...task, done: true });
    const undoUntil = context.now() + settings.undoSeconds * 1000;
    const outboxId = await queueJob(context, account, key, { op: 'complete-task', taskId }, undoUntil);
    return { ok: true, outboxId, undoUntil };
  });
}

/** Takes the completing back, as long as nobody was told of it. */
export function reopenTask(context: Context, taskId: string): Promise<IntentAnswer> {
  return onTask(context, taskId, async (task, { crm }) => {
    const waiting = await unsettled(context, crm.account, jobKey('task', taskId, crm.account));
    if (!waiting) return task.done ? problem('undo-too-late') : { ok: true };
    if (!isUnsent(waiting)) return problem('undo-too-late');
    await deleteEntry(context.db, waiting.id);
    await context.db.tasks.put({ ...task, done: false });
    return { ok: true };
  });
}

/**
 * Moves a task to this day, `YYYY-MM-DD`. Moved again before it was sent: only the last day is sent, and none where
 * that is the day that the CRM has. Later, a move back is a move like any.
 */
export function rescheduleTask(context: Context, taskId: string, dueDate: string): Promise<IntentAnswer> {
  return onTask(context, taskId, async (task, settings) => {
    const { db } = context;
    const { account } = settings.crm;
    if (task.dueDate === dueDate) return { ok: true };
    const key = jobKey('task-day', taskId, account);
    const notBefore = context.now() + settings.undoSeconds * 1000;
    await db.tasks.put({ ...task, dueDate });
    const waiting = await unsettled(context, account, key);
    if (waiting && isUnsent(waiting) && waiting.job.op === 'reschedule-task') {
      if (waiting.job.before === dueDate) {
        await deleteEntry(db, waiting.id);
        return { ok: true };
      }
      const status = { state: 'queued', notBefore } as const;
      await putEntry(db, { ...waiting, job: { ...waiting.job, dueDate }, status });
      return { ok: true, outboxId: waiting.id, undoUntil: notBefore };
    }
    const before = task.dueDate === undefined ? {} : { before: task.dueDate };
    const job = { op: 'reschedule-task', taskId, dueDate, ...before } as const;
    return {
      ok: true,
      outboxId: await queueJob(context, account, key, job, notBefore),
      undoUntil: notBefore,
    };
  });
}

/** In one transaction with the task as it is mirrored, then the outbox is looked at. */
async function onTask(
  context: Context,
  taskId: string,
  act: (task: Mirrored<Task>, settings: Settings) => Promise<IntentAnswer>,
): Promise<IntentAnswer> {
  const { db, book } = context;
  const answer = await db.transaction('rw', db.tasks, db.outbox, db.settings, async () => {
    const settings = await getSettings(db, book);
    const task = await db.tasks.get([settings.crm.account, taskId]);
    return task ? act(task, settings) : problem('not-found');
  });
  context.nudge();
  return answer;
}

/** The newest entry under this key that the CRM has not answered. */
async function unsettled({ db }: Context, account: string, key: string) {
  const entries = await entriesWithKey(db, account, key);
  return entries.filter(({ status }) => status.state !== 'done').sort((a, b) => b.createdAt - a.createdAt)[0];
}

function isUnsent({ attempts, status }: Awaited<ReturnType<typeof entriesWithKey>>[number]): boolean {
  return attempts === 0 && (status.state === 'queued' || status.state === 'needs-person');
}
