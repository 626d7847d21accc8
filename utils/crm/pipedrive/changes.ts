import type { Changes } from '@/utils/crm/connector';
import { packIds, unpackIds } from '@/utils/crm/id-set';
import { Recents } from '@/utils/crm/pipedrive/answers';
import { listPage, type Query, timeOf, type Wire } from '@/utils/crm/pipedrive/wire';
import type { Scope } from '@/utils/model/mirror-scope';
import { z } from '@/utils/model/zod';

/** How many records one request reads. */
const PAGE = 500;
/** How far a delta reaches back behind the newest change: times are whole seconds, and a change may show a little late. */
const OVERLAP_MS = 120_000;
/** Deletions are told for a month. Where the last run is longer ago, everything is read again. */
const RECENTS_MS = 28 * 24 * 3_600_000;
const RECENT_PAGES = 40;

/**
 * Where a run stands. A run reads everything, or what changed since `since`, in the order of ids; `next` is
 * Pipedrive's own cursor. `newest`: the newest change when the run began, the next one's start. `seen`: in a run over
 * everything the ids so far; what was `known` before and is not among them at its end is gone.
 */
const Cursor = z.object({
  since: z.optional(z.int()),
  newest: z.optional(z.int()),
  next: z.optional(z.string()),
  seen: z.optional(z.string()),
  known: z.string(),
});
type Cursor = z.infer<typeof Cursor>;

export interface Kind<R extends Row, T> {
  what: 'persons' | 'organizations' | 'deals' | 'activities';
  /** Its name in `/recents`. */
  recent: 'person' | 'organization' | 'deal' | 'activity';
  row: z.core.$ZodType<R>;
  /** Always asked for. */
  query?: Query;
  /** Asked for besides where everything is read. */
  first?: Query;
  /** The first run reaches back this far; everything unless told. */
  firstMs?: number;
  /** Undefined: not one of ours, or not any more. */
  toItems(rows: R[]): Promise<(T | undefined)[]>;
}

/**
 * The same, of these records alone. The first run asks for them; later ones read what changed, whoever's it is, so that
 * what was given to somebody else is seen to leave.
 */
export async function within<R extends Row, T>(
  kind: Kind<R, T>,
  scope: Scope,
  me: () => Promise<number>,
): Promise<Kind<R, T>> {
  if (scope.of === 'active')
    return { ...kind, first: { ...kind.first, updated_since: stampOf(scope.since) } };
  if (scope.of !== 'mine') return kind;
  const owner = await me();
  return {
    ...kind,
    first: { ...kind.first, owner_id: owner },
    toItems: async (rows) => {
      const mine = rows.filter((row) => row.owner_id === owner);
      const items = await kind.toItems(mine);
      const byId = new Map(mine.map((row, index) => [row.id, items[index]]));
      return rows.map((row) => byId.get(row.id));
    },
  };
}

interface Row {
  id: number;
  owner_id?: number | null | undefined;
  is_deleted?: boolean | undefined;
  update_time?: string | null | undefined;
}

/** One page of changed records; deleted ones and those that are none any more count as gone. */
export async function recordChanges<R extends Row, T>(
  wire: Wire,
  kind: Kind<R, T>,
  cursorText: string | null,
): Promise<Changes<T>> {
  const read = readCursor(cursorText);
  const newest = read.newest ?? (await newestChange(wire, kind));
  const tooLong = read.since !== undefined && read.since < wire.lastAnswerAt() - RECENTS_MS;
  // Only the beginning of a run may turn it into one over everything.
  const cursor = tooLong && read.next === undefined ? { known: read.known } : read;
  const known = unpackIds(cursor.known) ?? new Set<number>();
  const everything = cursor.since === undefined;
  const seen = (everything ? unpackIds(cursor.seen ?? '') : null) ?? new Set<number>();
  const from = everything && kind.firstMs !== undefined ? wire.lastAnswerAt() - kind.firstMs : cursor.since;
  const { rows, next } = await listPage(
    wire,
    kind.what,
    'sync',
    {
      sort_by: 'id',
      sort_direction: 'asc',
      limit: PAGE,
      ...kind.query,
      ...(everything ? kind.first : {}),
      ...(from === undefined ? {} : { updated_since: stampOf(from) }),
      ...(cursor.next === undefined ? {} : { cursor: cursor.next }),
    },
    kind.row,
  );
  const found = await kind.toItems(rows);
  const items: T[] = [];
  const gone: string[] = [];
  for (const [index, row] of rows.entries()) {
    const item = row.is_deleted === true ? undefined : found[index];
    if (item !== undefined) {
      items.push(item);
      known.add(row.id);
      seen.add(row.id);
    } else if (known.delete(row.id)) gone.push(String(row.id));
  }
  if (next !== undefined) {
    const position = { ...cursor, newest, next, known: packIds(known) };
    const cursorOf = everything ? { ...position, seen: packIds(seen) } : position;
    return { items, gone, cursor: JSON.stringify(cursorOf), complete: false };
  }
  const missing =
    cursor.since === undefined
      ? [...known].filter((id) => !seen.has(id))
      : (await deletedSince(wire, kind.recent, cursor.since)).filter((id) => known.has(id));
  for (const id of missing) known.delete(id);
  gone.push(...missing.map(String));
  const last: Cursor = {
    ...(newest > 0 ? { since: Math.max(newest - OVERLAP_MS, 0) } : {}),
    known: packIds(known),
  };
  return { items, gone, cursor: JSON.stringify(last), complete: true };
}

/** 0 where there is nothing yet. */
async function newestChange<R extends Row, T>(wire: Wire, kind: Kind<R, T>): Promise<number> {
  const { rows } = await listPage(
    wire,
    kind.what,
    'sync',
    { sort_by: 'update_time', sort_direction: 'desc', limit: 1, ...kind.query },
    kind.row,
  );
  return timeOf(rows[0]?.update_time) ?? 0;
}

/** v2 does not list what was deleted; v1's `/recents` does, for a month. */
async function deletedSince(
  wire: Wire,
  recent: Kind<Row, unknown>['recent'],
  since: number,
): Promise<number[]> {
  const ids: number[] = [];
  let start = 0;
  for (let page = 0; page < RECENT_PAGES; page += 1) {
    const { data, additional_data: more } = await wire.call({
      step: 'recents',
      purpose: 'sync',
      method: 'GET',
      path: '/api/v1/recents',
      query: {
        since_timestamp: stampOf(since).slice(0, 19).replace('T', ' '),
        items: recent,
        start,
        limit: PAGE,
      },
      answer: Recents,
    });
    for (const { id, data: row } of data ?? []) {
      const deleted = !row || row.active_flag === false || row.active === false || row.deleted === true;
      if (deleted) ids.push(id);
    }
    const { more_items_in_collection: goesOn, next_start: nextStart } = more?.pagination ?? {};
    if (goesOn !== true || !nextStart) break;
    start = nextStart;
  }
  return ids;
}

/** RFC 3339, whole seconds. */
function stampOf(instant: number): string {
  return `${new Date(Math.max(instant, 0)).toISOString().slice(0, 19)}Z`;
}

/** A cursor of another version or of nobody's making starts from the beginning. */
function readCursor(text: string | null): Cursor {
  try {
    const parsed = z.safeParse(Cursor, JSON.parse(text ?? ''));
    if (parsed.success && unpackIds(parsed.data.known)) return parsed.data;
  } catch {
    // As above.
  }
  return { known: '' };
}
