import type { Database, HeldSend } from '@/utils/store/database';

/** Sent mail with one of these ids that its writer may still take back. */
export async function heldWithIds(db: Database, ids: string[]): Promise<HeldSend[]> {
  return db.heldSends.where('ids').anyOf(ids).distinct().toArray();
}

/** Sent mail whose undo window has passed, the oldest first. */
export async function heldUntil(db: Database, now: number): Promise<HeldSend[]> {
  return db.heldSends.where('notBefore').belowOrEqual(now).sortBy('notBefore');
}

/** When the next one is to be released; undefined where none is held. */
export async function nextRelease(db: Database): Promise<number | undefined> {
  return (await db.heldSends.orderBy('notBefore').first())?.notBefore;
}
