import type { Database } from '@/utils/store/database';

/** Adds to a day's count, e.g. `('2026-11-21', 'refused', 'automated')`. No content, ever. */
export async function addCount(
  db: Database,
  day: string,
  what: string,
  which: string,
  by = 1,
): Promise<void> {
  const id = `${day}|${what}|${which}`;
  const row = await db.counts.get(id);
  await db.counts.put({ id, count: (row?.count ?? 0) + by });
}
