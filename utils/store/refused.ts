import type { Refusal } from '@/utils/model/because';
import type { Database, RefusedMessage } from '@/utils/store/database';

/** Rows of messages with one of these ids that were not proposed. */
export async function refusedWithIds(db: Database, ids: string[]): Promise<RefusedMessage[]> {
  return db.refused.where('ids').anyOf(ids).distinct().toArray();
}

/**
 * Keeps that a message was not proposed: its ids and the reason, nothing of its content. The same message again
 * changes its row and is not counted twice.
 */
export async function putRefused(
  db: Database,
  refused: { id: string; ids: string[]; site: string; at: number },
  refusal: Refusal,
): Promise<void> {
  const known = await refusedWithIds(db, refused.ids);
  const id = known[0]?.id ?? refused.id;
  await db.refused.bulkDelete(known.map((row) => row.id));
  await db.refused.put({
    ...refused,
    id,
    ids: [...new Set([...refused.ids, ...known.flatMap((row) => row.ids)])].slice(0, 20),
    reason: refusal.reason,
    ...(refusal.detail === undefined ? {} : { detail: refusal.detail }),
  });
}

/** The message was proposed after all. */
export async function dropRefused(db: Database, ids: string[]): Promise<void> {
  await db.refused.where('ids').anyOf(ids).delete();
}
