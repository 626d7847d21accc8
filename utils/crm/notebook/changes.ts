import type { Changes } from '@/utils/crm/connector';
import type { BookTable, NotebookDatabase } from '@/utils/crm/notebook/book';

const PAGE = 500;

/**
 * What changed after `cursor` (the number of the last change that was read; null: from the beginning), at most one
 * page of it. Rows and tombstones share one row of numbers, so a page ends at the same change in both.
 */
export async function changesSince<Row extends { change: number }, Item>(
  database: NotebookDatabase,
  kind: BookTable,
  cursor: string | null,
  toItem: (row: Row) => Item,
): Promise<Changes<Item>> {
  const since = Number(cursor ?? 0) || 0;
  return database.transaction('r', [database.table(kind), database.tombstones], async () => {
    const rows = await database.table<Row>(kind).where('change').above(since).limit(PAGE).sortBy('change');
    const complete = rows.length < PAGE;
    const last = rows.at(-1)?.change ?? since;
    const until = complete ? Number.MAX_SAFE_INTEGER : last;
    const buried = await database.tombstones
      .where('[kind+change]')
      .between([kind, since], [kind, until], false, true)
      .toArray();
    return {
      items: rows.map(toItem),
      // Who reads for the first time knows nothing that could be gone.
      gone: since === 0 ? [] : buried.map((tombstone) => tombstone.id),
      cursor: String(Math.max(last, ...buried.map((tombstone) => tombstone.change))),
      complete,
    };
  });
}
