import { problem } from '@/utils/actions/answer';
import type { Context } from '@/utils/actions/context';
import { queueJob } from '@/utils/actions/queue-job';
import { ThreadTurn } from '@/utils/model/follow-up';
import type { IntentAnswer } from '@/utils/model/messages';
import { entriesWithKey } from '@/utils/store/outbox';
import { getSettings } from '@/utils/store/settings';
import { getTurn } from '@/utils/store/turns';
import { jobKey } from '@/utils/sync/key';

/** The rep says that this thread needs nothing more; the customer's next mail brings it back. */
export async function threadDone({ db, now }: Context, threadId: string): Promise<IntentAnswer> {
  return db.transaction('rw', db.turns, async () => {
    const turn = await getTurn(db, threadId);
    if (!turn) return problem('not-found');
    await db.turns.put({ ...turn, doneAt: now() });
    return { ok: true };
  });
}

/** Out of the day's list until then, an instant in milliseconds. */
export async function snoozeThread({ db }: Context, threadId: string, until: number): Promise<IntentAnswer> {
  return db.transaction('rw', db.turns, async () => {
    const turn = await getTurn(db, threadId);
    if (!turn) return problem('not-found');
    const snoozed = ThreadTurn.safeParse({ ...turn, snoozedUntil: until });
    if (!snoozed.success) return problem('malformed');
    await db.turns.put(snoozed.data);
    return { ok: true };
  });
}

/** Completes the CRM's own task: here at once, there through the outbox. */
export async function completeTask(context: Context, taskId: string): Promise<IntentAnswer> {
  const { db, book } = context;
  const answer = await db.transaction(
    'rw',
    db.tasks,
    db.outbox,
    db.settings,
    async (): Promise<IntentAnswer> => {
      const { crm } = await getSettings(db, book);
      const task = await db.tasks.get([crm.account, taskId]);
      if (!task) return problem('not-found');
      const key = jobKey('task', taskId, crm.account);
      const waiting = (await entriesWithKey(db, crm.account, key)).find(
        ({ status }) => status.state !== 'done',
      );
      if (waiting) return { ok: true, outboxId: waiting.id };
      if (task.done) return { ok: true };
      await db.tasks.put({ ...task, done: true });
      return {
        ok: true,
        outboxId: await queueJob(context, crm.account, key, { op: 'complete-task', taskId }),
      };
    },
  );
  context.nudge();
  return answer;
}
