import { problem } from '@/utils/actions/answer';
import type { Context } from '@/utils/actions/context';
import { ThreadTurn } from '@/utils/model/follow-up';
import type { IntentAnswer } from '@/utils/model/messages';
import { getTurn, putTurns } from '@/utils/store/turns';

/** The rep says that this thread needs nothing more; the customer's next mail brings it back. */
export async function threadDone({ db, now }: Context, threadId: string): Promise<IntentAnswer> {
  return db.transaction('rw', db.turns, async () => {
    const turn = await getTurn(db, threadId);
    if (!turn) return problem('not-found');
    await putTurns(db, [{ ...turn, doneAt: now() }]);
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
    await putTurns(db, [snoozed.data]);
    return { ok: true };
  });
}

/** Neither done nor put off: the row is there again. */
export async function restoreThread({ db }: Context, threadId: string): Promise<IntentAnswer> {
  return db.transaction('rw', db.turns, async () => {
    const turn = await getTurn(db, threadId);
    if (!turn) return problem('not-found');
    const { doneAt: _done, snoozedUntil: _until, ...open } = turn;
    await putTurns(db, [open]);
    return { ok: true };
  });
}
