import type { Changes } from '@/utils/crm/connector';
import { DatedRow } from '@/utils/crm/espocrm/answers';
import { packIds, unpackIds } from '@/utils/crm/espocrm/known-ids';
import { reconcile } from '@/utils/crm/espocrm/reconcile';
import { fromStamp, toStamp } from '@/utils/crm/espocrm/values';
import { type EntityType, type ListQuery, PAGE, type Where, type Wire } from '@/utils/crm/espocrm/wire';
import { z } from '@/utils/model/zod';

/** A set of records that is mirrored: what leaves it (deleted, closed, given to somebody else) is gone. */
export interface Mirrored<Row extends DatedRow, Item> {
  entity: EntityType;
  select: string[];
  row: z.core.$ZodType<Row>;
  /** What belongs to it. */
  filter?: Pick<ListQuery, 'primaryFilter' | 'onlyMy'>;
  toItem: (row: Row) => Item | undefined;
  /** Where nobody needs to know of what is gone and of what is older than this, in milliseconds before the newest. */
  recentMs?: number;
}

/**
 * How far a delta reaches back behind the newest change that the last one knew. EspoCRM stamps a record before it
 * commits, and asks PHP to stop a request after 180 s.
 */
const OVERLAP_MS = 185_000;

/**
 * Where a run stands. A run reads what changed since `since` (undefined: everything) in the order of ids, which do not
 * move while it reads, unlike times; it survives a restart at any page.
 * `newest`, `total`: the newest change and the number of all when the run began. `after`: the last id that was read.
 * `rows`: how many rows the run has given. `before`: the last run's `newest` and `rows`: where both still hold, nothing
 * has changed and the overlap is not read again. `known`: ids handed out and not taken back.
 */
const Cursor = z.object({
  since: z.optional(z.string()),
  newest: z.optional(z.string()),
  total: z.optional(z.int()),
  after: z.string(),
  rows: z.int(),
  before: z.optional(z.object({ newest: z.string(), rows: z.int() })),
  known: z.string(),
});
type Cursor = z.infer<typeof Cursor>;

/** How many there are. */
export async function countOf<Row extends DatedRow, Item>(
  wire: Wire,
  { entity, filter }: Mirrored<Row, Item>,
): Promise<number> {
  const query = { ...filter, select: ['id', 'modifiedAt'], maxSize: 1, total: true };
  const { total = 0 } = await wire.list('sync', entity, query, DatedRow);
  return Math.max(total, 0);
}

/** One page of what changed. */
export async function changesOf<Row extends DatedRow, Item>(
  wire: Wire,
  set: Mirrored<Row, Item>,
  cursorText: string | null,
): Promise<Changes<Item>> {
  const run = await begin(wire, set, readCursor(cursorText));
  const known = unpackIds(run.known) ?? new Set<string>();
  const end = async (position: Cursor, items: Item[]): Promise<Changes<Item>> => {
    const total = position.total ?? -1;
    const counted = set.recentMs === undefined && position.since !== undefined && total >= 0;
    const missed = counted && total !== known.size ? await reconcile(wire, set, known, total) : undefined;
    return {
      items: [...items, ...itemsOf(missed?.found ?? [], set)],
      gone: missed?.gone ?? [],
      cursor: finish(position, set.recentMs === undefined ? known : []),
      complete: true,
    };
  };
  if (run.after === '' && (await nothingNew(wire, set, run))) return end(run, []);

  const { list } = await wire.list(
    'sync',
    set.entity,
    {
      ...set.filter,
      select: [...set.select, 'modifiedAt'],
      where: [
        ...(run.after === '' ? [] : [{ type: 'greaterThan', attribute: 'id', value: run.after } as const]),
        ...changedSince(run.since),
      ],
      orderBy: 'id',
      maxSize: PAGE,
    },
    set.row,
  );
  for (const row of list) known.add(row.id);
  const position = { ...run, after: list.at(-1)?.id ?? run.after, rows: run.rows + list.length };
  const items = itemsOf(list, set);
  if (list.length < PAGE) return end(position, items);
  return { items, gone: [], cursor: write({ ...position, known: packIds(known) }), complete: false };
}

/** The cursor with what a run must know when it begins. */
async function begin<Row extends DatedRow, Item>(
  wire: Wire,
  set: Mirrored<Row, Item>,
  cursor: Cursor,
): Promise<Cursor> {
  if (cursor.newest !== undefined) return cursor;
  const { list, total } = await wire.list(
    'sync',
    set.entity,
    {
      ...set.filter,
      select: ['id', 'modifiedAt'],
      orderBy: 'modifiedAt',
      order: 'desc',
      maxSize: 1,
      total: set.recentMs === undefined,
    },
    DatedRow,
  );
  const newest = list[0]?.modifiedAt.slice(0, 19) ?? '1990-01-01 00:00:00';
  const since =
    cursor.since ??
    (set.recentMs === undefined ? undefined : toStamp(Math.max(fromStamp(newest) - set.recentMs, 0)));
  return { ...cursor, newest, ...(since ? { since } : {}), ...(total === undefined ? {} : { total }) };
}

/** Whether the window that is to be read is still exactly the one that was read last. */
async function nothingNew<Row extends DatedRow, Item>(
  wire: Wire,
  set: Mirrored<Row, Item>,
  run: Cursor,
): Promise<boolean> {
  const { before } = run;
  if (!run.since || !before || before.newest !== run.newest) return false;
  const { total, list } = await wire.list(
    'sync',
    set.entity,
    {
      ...set.filter,
      select: ['id', 'modifiedAt'],
      where: changedSince(run.since),
      maxSize: PAGE,
      total: true,
    },
    DatedRow,
  );
  const rows = total !== undefined && total >= 0 ? total : list.length < PAGE ? list.length : -1;
  return rows === before.rows;
}

function changedSince(since: string | undefined): Where[] {
  return since ? [{ type: 'greaterThanOrEquals', attribute: 'modifiedAt', value: since }] : [];
}

function itemsOf<Row extends DatedRow, Item>(rows: Row[], set: Mirrored<Row, Item>): Item[] {
  return rows.map(set.toItem).filter((item): item is Item & {} => item !== undefined);
}

/** The cursor of a finished run: where the next one starts. */
function finish(run: Cursor, known: Iterable<string>): string {
  const newest = run.newest ?? '1990-01-01 00:00:00';
  const since = toStamp(Math.max(fromStamp(newest) - OVERLAP_MS, 0));
  return write({
    since,
    after: '',
    rows: 0,
    // Only a run over this very window knows how many rows are in it.
    ...(since === run.since ? { before: { newest, rows: run.rows || (run.before?.rows ?? 0) } } : {}),
    known: packIds(known),
  });
}

function write(cursor: Cursor): string {
  return JSON.stringify(cursor);
}

/** A cursor of another version or of nobody's making starts from the beginning. */
function readCursor(text: string | null): Cursor {
  const fresh: Cursor = { after: '', rows: 0, known: '' };
  if (text === null) return fresh;
  try {
    const parsed = z.safeParse(Cursor, JSON.parse(text));
    return parsed.success && unpackIds(parsed.data.known) ? parsed.data : fresh;
  } catch {
    return fresh;
  }
}
