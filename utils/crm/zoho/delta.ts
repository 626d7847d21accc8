import type { Changes } from '@/utils/crm/connector';
import { DeletedRow, pageOf, StampRow } from '@/utils/crm/zoho/answers';
import { quote, stamp } from '@/utils/crm/zoho/coql';
import type { Wire } from '@/utils/crm/zoho/wire';
import type { Scope } from '@/utils/model/mirror-scope';
import { z } from '@/utils/model/zod';

/** How many rows one query reads: the most that COQL gives, for three credits. */
const PAGE = 2000;
/** How far a run reaches back behind the newest change that the last one saw. */
const OVERLAP_MS = 120_000;
const MOST_TOLD = 500;
const START = '1990-01-01T00:00:00+00:00';
/** Pages of 200 of a round's deletions; beyond that the next round goes on. */
const MOST_DELETED_PAGES = 25;

/** `since`: undefined in the first run. `at`, `id`: the last row that was read. `told`: what is gone in the overlap. */
const time = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:[+-]\d{2}:\d{2}|Z)$/));
const Cursor = z.object({
  since: z.optional(time),
  /** Where a first run began that does not read everything. */
  from: z.optional(time),
  at: z.optional(time),
  id: z.optional(z.string().check(z.regex(/^\d{1,30}$/))),
  told: z.array(z.string()),
});
type Cursor = z.infer<typeof Cursor>;

/** A module that a delta reads. */
export interface Source<R, T> {
  module: 'Contacts' | 'Accounts' | 'Deals' | 'Tasks' | 'Events' | 'Calls';
  fields: readonly string[];
  row: z.core.$ZodType<R>;
  /** Undefined: nothing for us any more; then it counts as gone. */
  toItem(row: R): T | undefined;
  /** The id by which we know it, where that is not Zoho's own. */
  idOf?(id: string): string;
  /** The first run reaches back so far behind the newest change, ms; else it reads everything. */
  firstMs?: number;
  /** The first run begins here. */
  firstAt?: number;
  /** Holds of the rows of the first run: what need not be read where nothing is there yet. */
  first?: string;
}

interface OwnedRow {
  Owner?: { id: string } | null | undefined;
}

/**
 * The same, of these records alone. The first run asks for them; later ones read what changed, whoever's it is, so that
 * what was given to somebody else is seen to leave.
 */
export async function within<R extends OwnedRow, T>(
  source: Source<R, T>,
  scope: Scope,
  me: () => Promise<string>,
): Promise<Source<R, T>> {
  if (scope.of === 'active') return { ...source, firstAt: scope.since };
  if (scope.of !== 'mine') return source;
  const owner = await me();
  return {
    ...source,
    fields: [...source.fields, 'Owner'],
    first: `Owner = ${quote(owner)}`,
    toItem: (row) => (row.Owner?.id === owner ? source.toItem(row) : undefined),
  };
}

/** One page of what changed, by time and then by id; what was deleted comes with the last page. */
export async function changes<R extends { id: string; Modified_Time: string }, T>(
  wire: Wire,
  source: Source<R, T>,
  cursorText: string | null,
): Promise<Changes<T>> {
  const read = readCursor(cursorText);
  const from = read.since ?? read.from ?? (await firstOf(wire, source));
  const cursor = { ...read, ...(read.since === undefined && from !== undefined ? { from } : {}) };
  const idOf = source.idOf ?? ((id: string) => id);
  const when =
    cursor.at !== undefined
      ? `(Modified_Time > ${quote(cursor.at)} or (Modified_Time = ${quote(cursor.at)} and id > ${quote(cursor.id ?? '0')}))`
      : `Modified_Time >= ${quote(from ?? START)}`;
  const where = cursor.since === undefined && source.first ? `(${when} and ${source.first})` : when;
  const { rows, more } = await wire.coql(
    `${source.module} changes`,
    'sync',
    `select id, Modified_Time, ${source.fields.join(', ')} from ${source.module} where ${where} order by Modified_Time asc, id asc limit ${PAGE}`,
    source.row,
  );
  const items: T[] = [];
  const gone: string[] = [];
  for (const row of rows) {
    const item = source.toItem(row);
    if (item !== undefined) items.push(item);
    else if (cursor.since !== undefined) gone.push(idOf(row.id));
  }
  const last = rows.at(-1);
  const at = last?.Modified_Time ?? cursor.at;
  const id = last?.id ?? cursor.id;
  if (last && (more || rows.length >= PAGE)) {
    return { items, gone, cursor: JSON.stringify({ ...cursor, at, id }), complete: false };
  }
  const deleted = cursor.since === undefined ? [] : await deletedSince(wire, source.module, cursor.since);
  const fresh = deleted.filter((each) => !cursor.told.includes(each)).map(idOf);
  const reached = at === undefined ? undefined : Date.parse(at) - OVERLAP_MS;
  const next = {
    since: stamp(Math.max(reached ?? 0, Date.parse(from ?? START))),
    told: deleted.slice(0, MOST_TOLD),
  };
  return { items, gone: [...gone, ...fresh], cursor: JSON.stringify(next), complete: true };
}

/** Where a first run begins; undefined: at the beginning. */
async function firstOf<R, T>(
  wire: Wire,
  { module, firstMs, firstAt }: Source<R, T>,
): Promise<string | undefined> {
  if (firstAt !== undefined) return stamp(firstAt);
  if (firstMs === undefined) return undefined;
  const { rows } = await wire.coql(
    `${module} newest`,
    'sync',
    `select id, Modified_Time from ${module} where Modified_Time >= ${quote(START)} order by Modified_Time desc limit 1`,
    StampRow,
  );
  const newest = rows[0]?.Modified_Time;
  return newest === undefined ? undefined : stamp(Math.max(Date.parse(newest) - firstMs, 0));
}

async function deletedSince(wire: Wire, module: string, since: string): Promise<string[]> {
  const ids: string[] = [];
  for (let page = 1; page <= MOST_DELETED_PAGES; page++) {
    const answer = await wire.get(
      `${module} deleted`,
      'sync',
      `/${module}/deleted?type=all&per_page=200&page=${page}`,
      pageOf(DeletedRow),
      { 'if-modified-since': since },
    );
    ids.push(...(answer?.data ?? []).map(({ id }) => id));
    if (answer?.info?.more_records !== true) break;
  }
  return ids;
}

/** A cursor of another version or of nobody's making starts from the beginning. */
function readCursor(text: string | null): Cursor {
  if (text === null) return { told: [] };
  try {
    const parsed = z.safeParse(Cursor, JSON.parse(text));
    return parsed.success ? parsed.data : { told: [] };
  } catch {
    return { told: [] };
  }
}
