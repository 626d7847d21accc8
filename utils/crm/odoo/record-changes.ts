import type { Changes } from '@/utils/crm/connector';
import { packIds, unpackIds } from '@/utils/crm/id-set';
import { Count, Ids, Newest } from '@/utils/crm/odoo/answers';
import { fromStamp, toStamp } from '@/utils/crm/odoo/values';
import type { Wire } from '@/utils/crm/odoo/wire';
import { z } from '@/utils/model/zod';

/** Which of Odoo's records are mirrored as ours, and what they look like. */
export interface Mirrored<R extends { id: number; write_date: string }, T> {
  model: string;
  /** What is looked at, now and later. */
  among: unknown[];
  /** Which of those are there for us: asked for the first time, and counted to notice deletions. */
  live: unknown[];
  /** The same of a row: one that has become something else is taken back. */
  isLive: (row: R) => boolean;
  fields: (wire: Wire) => string[];
  rows: z.core.$ZodType<R[]>;
  toItem: (row: R) => T | undefined;
  /** Under which id it was handed out. */
  idOf?: (id: number) => string;
  /** How far the first run reaches back; everything unless told. Then deletions are not looked for. */
  recentMs?: number;
}

/** How many records one request reads. */
const PAGE = 2000;

/**
 * How far a delta reaches back behind the newest change that the last one knew. `write_date` is the time a transaction
 * began, so a long one appears late with an old date; Odoo's workers stop a request after 120 s (`limit_time_real`).
 */
const OVERLAP_MS = 125_000;

/**
 * Where a run stands. A run reads what changed since `since` (undefined: everything) in the order of ids, which do not
 * move while it reads, unlike dates; it survives a restart at any page.
 * `newest`: the newest change when the run began, the next one's start. `after`: the last id that was read.
 * `rows`: how many rows the run has given so far. `before`: the last run's `newest` and `rows`: where both still hold,
 * nothing has changed and the overlap is not read again. `known`: ids handed out and not taken back.
 */
const Cursor = z.object({
  since: z.optional(z.string()),
  newest: z.optional(z.string()),
  after: z.int(),
  rows: z.int(),
  before: z.optional(z.object({ newest: z.string(), rows: z.int() })),
  known: z.string(),
});
type Cursor = z.infer<typeof Cursor>;

type About = Pick<Mirrored<never, unknown>, 'model' | 'among' | 'live' | 'recentMs'>;

const withArchived = { active_test: false };

/** One page of what changed. Archived, deleted and turned into another kind count as gone. */
export async function recordChanges<R extends { id: number; write_date: string }, T>(
  wire: Wire,
  kind: Mirrored<R, T>,
  cursorText: string | null,
): Promise<Changes<T>> {
  const cursor = readCursor(cursorText);
  const known = unpackIds(cursor.known) ?? new Set<number>();
  const name = kind.idOf ?? String;
  const starting = cursor.newest === undefined;
  const newest = cursor.newest ?? (await newestChange(wire, kind));

  if (starting && (await nothingNew(wire, kind, cursor, newest))) {
    const deleted = await findDeleted(wire, kind, known);
    return { items: [], gone: deleted.map(name), cursor: finish(cursor, newest, known), complete: true };
  }

  const from =
    cursor.since ?? (kind.recentMs && toStamp(Math.max(fromStamp(newest) - kind.recentMs, 0))) ?? '';
  const rows = await wire.call({
    purpose: 'sync',
    model: kind.model,
    method: 'search_read',
    args: {
      domain: [
        ['id', '>', cursor.after],
        ...kind.among,
        ...(from ? [['write_date', '>=', from]] : kind.live),
      ],
      fields: kind.fields(wire),
      order: 'id',
      limit: PAGE,
    },
    // The first time, who is archived is simply not there; later they must be seen to be taken back.
    context: cursor.since ? withArchived : {},
    answer: kind.rows,
  });

  const items: T[] = [];
  const gone: number[] = [];
  for (const row of rows) {
    const live = kind.isLive(row);
    const item = live ? kind.toItem(row) : undefined;
    if (item) items.push(item);
    // Rows of the other kind come along in a delta; gone is only what was handed out.
    else if (known.has(row.id)) gone.push(row.id);
    if (live) known.add(row.id);
    else known.delete(row.id);
  }
  const position = {
    ...cursor,
    newest,
    after: rows.at(-1)?.id ?? cursor.after,
    rows: cursor.rows + rows.length,
  };
  const more = rows.length === PAGE;
  if (!more && cursor.since) gone.push(...(await findDeleted(wire, kind, known)));
  return {
    items,
    gone: gone.map(name),
    cursor: more ? write({ ...position, known: packIds(known) }) : finish(position, newest, known),
    complete: !more,
  };
}

async function newestChange(wire: Wire, { model, among }: About): Promise<string> {
  const [row] = await wire.call({
    purpose: 'sync',
    model,
    method: 'search_read',
    args: { domain: among, fields: ['write_date'], order: 'write_date desc', limit: 1 },
    context: withArchived,
    answer: Newest,
  });
  return row?.write_date.slice(0, 19) ?? '1990-01-01 00:00:00';
}

/** Whether the window that is to be read is still exactly the one that was read last. */
async function nothingNew(
  wire: Wire,
  { model, among }: About,
  cursor: Cursor,
  newest: string,
): Promise<boolean> {
  if (!cursor.since || cursor.before?.newest !== newest) return false;
  const count = await wire.call({
    purpose: 'sync',
    model,
    method: 'search_count',
    args: { domain: [...among, ['write_date', '>=', cursor.since]] },
    context: withArchived,
    answer: Count,
  });
  return count === cursor.before.rows;
}

/** How many there are now. */
export function countRecords(wire: Wire, { model, among, live }: Omit<About, 'recentMs'>): Promise<number> {
  const domain = [...among, ...live];
  return wire.call({ purpose: 'sync', model, method: 'search_count', args: { domain }, answer: Count });
}

/** Ids handed out that no longer exist, taken out of `known`. Asks for all ids only where the number differs. */
async function findDeleted(
  wire: Wire,
  { model, among, live, recentMs }: About,
  known: Set<number>,
): Promise<number[]> {
  if (recentMs !== undefined) return [];
  if ((await countRecords(wire, { model, among, live })) === known.size) return [];
  const args = { domain: [...among, ...live] };
  const there = new Set(await wire.call({ purpose: 'sync', model, method: 'search', args, answer: Ids }));
  const deleted = [...known].filter((id) => !there.has(id));
  for (const id of deleted) known.delete(id);
  return deleted;
}

/** The cursor of a finished run: where the next one starts. */
function finish(run: Cursor, newest: string, known: Set<number>): string {
  const since = toStamp(Math.max(fromStamp(newest) - OVERLAP_MS, 0));
  return write({
    since,
    after: 0,
    rows: 0,
    // Only a run over this very window knows how many rows are in it.
    before: since === run.since ? { newest, rows: run.rows || (run.before?.rows ?? 0) } : undefined,
    known: packIds(known),
  });
}

function write(cursor: Cursor): string {
  return JSON.stringify(cursor);
}

/** A cursor of another version or of nobody's making starts from the beginning. */
function readCursor(text: string | null): Cursor {
  const fresh: Cursor = { after: 0, rows: 0, known: '' };
  if (text === null) return fresh;
  try {
    const parsed = z.safeParse(Cursor, JSON.parse(text));
    return parsed.success && unpackIds(parsed.data.known) ? parsed.data : fresh;
  } catch {
    return fresh;
  }
}
