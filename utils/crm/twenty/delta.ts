import type { Changes } from '@/utils/crm/connector';
import { pageOf } from '@/utils/crm/twenty/answers';
import { LIVE_OR_TRASHED, PAGE, type Wire } from '@/utils/crm/twenty/wire';
import { z } from '@/utils/model/zod';

/**
 * How far a run reaches back behind the newest change that the last one saw: `updatedAt` is the time at which a
 * transaction began, so a long one appears late with an old date.
 */
const OVERLAP_MS = 120_000;
/** Of rows in the overlap, how many are remembered as told. Beyond it a row is told twice, which is no harm. */
const MOST_TOLD = 500;

/**
 * Where a run stands. `since`: it reads what changed from then on, live or in the trash; absent: everything live.
 * `at`, `id`: the last row that was read. `newest`: the newest change seen. `told`: rows of the overlap and their
 * times, which the last run told already.
 */
const Cursor = z.object({
  since: z.optional(z.string()),
  at: z.optional(z.string()),
  id: z.optional(z.string()),
  newest: z.optional(z.string()),
  told: z.record(z.string(), z.string()),
});
type Cursor = z.infer<typeof Cursor>;

/** A kind of record, as a delta reads it. */
export interface Stream<R, T> {
  /** The list in GraphQL, e.g. `people`, and its filter's type. */
  list: string;
  filterType: string;
  fields: string;
  row: z.core.$ZodType<R>;
  /** Holds always, e.g. only our notes. */
  only?: Record<string, unknown>;
  /** Holds in the first run besides: what need not be read where nothing is there yet. */
  first?: Record<string, unknown>;
  /** Undefined: it is there, but nothing for us; then it counts as gone. */
  toItem(row: R): T | undefined;
}

interface Stamped {
  id: string;
  updatedAt: string;
  deletedAt?: string | null | undefined;
}

/** One page of what changed, by time and then by id: equal times (an import) are not skipped. */
export async function changes<R extends Stamped, T>(
  wire: Wire,
  stream: Stream<R, T>,
  cursorText: string | null,
): Promise<Changes<T>> {
  const cursor = readCursor(cursorText);
  const { rows, more } = await readPage(wire, stream, cursor);

  const items: T[] = [];
  const gone: string[] = [];
  for (const row of rows) {
    if (cursor.told[row.id] === row.updatedAt) continue;
    const item = row.deletedAt ? undefined : stream.toItem(row);
    if (item !== undefined) items.push(item);
    // A first run has handed out nothing that could be taken back.
    else if (cursor.since !== undefined) gone.push(row.id);
  }
  const last = rows.at(-1);
  const seen = { ...cursor.told, ...Object.fromEntries(rows.map((row) => [row.id, row.updatedAt])) };
  const newest = last?.updatedAt ?? cursor.newest;
  const next: Cursor =
    more && last
      ? { ...cursor, at: last.updatedAt, id: last.id, newest, told: bounded(seen, overlapOf(newest)) }
      : finished(cursor, newest, seen);
  return { items, gone, cursor: JSON.stringify(next), complete: !more };
}

async function readPage<R extends Stamped, T>(
  wire: Wire,
  { list, filterType, fields, row, only, first }: Stream<R, T>,
  cursor: Cursor,
): Promise<{ rows: R[]; more: boolean }> {
  const conditions = [
    ...(only ? [only] : []),
    ...(cursor.since ? [{ updatedAt: { gte: cursor.since } }, LIVE_OR_TRASHED] : first ? [first] : []),
    ...(cursor.at && cursor.id ? [after(cursor.at, cursor.id)] : []),
  ];
  const answer = z.object({ page: pageOf(row) });
  const { page } = await wire.ask({
    step: `${list} sync`,
    purpose: 'sync',
    query: `query Sync($filter: ${filterType}, $first: Int) {
  page: ${list}(filter: $filter, orderBy: [{ updatedAt: AscNullsFirst }, { id: AscNullsFirst }], first: $first) {
    edges { node { ${fields} } }
    pageInfo { hasNextPage }
  }
}`,
    variables: { filter: conditions.length > 0 ? { and: conditions } : {}, first: PAGE },
    answer,
  });
  return { rows: page.edges.map(({ node }) => node), more: page.pageInfo.hasNextPage };
}

function after(at: string, id: string): Record<string, unknown> {
  return {
    or: [{ updatedAt: { gt: at } }, { and: [{ updatedAt: { eq: at } }, { id: { gt: id } }] }],
  };
}

/** Where the next run starts, and what of its first minutes is known already. */
function finished(cursor: Cursor, newest: string | undefined, seen: Record<string, string>): Cursor {
  // An empty CRM: whatever comes is new.
  const since = overlapOf(newest) ?? cursor.since ?? '1990-01-01T00:00:00.000Z';
  return { since, newest, told: bounded(seen, since) };
}

function overlapOf(newest: string | undefined): string | undefined {
  const at = Date.parse(newest ?? '');
  return Number.isNaN(at) ? undefined : new Date(at - OVERLAP_MS).toISOString();
}

function bounded(seen: Record<string, string>, since: string | undefined): Record<string, string> {
  const inside = Object.entries(seen).filter(
    ([, at]) => since === undefined || Date.parse(at) >= Date.parse(since),
  );
  return Object.fromEntries(inside.slice(-MOST_TOLD));
}

/** A cursor of another version or of nobody's making starts from the beginning. */
function readCursor(text: string | null): Cursor {
  const fresh: Cursor = { told: {} };
  if (text === null) return fresh;
  try {
    const parsed = z.safeParse(Cursor, JSON.parse(text));
    return parsed.success ? parsed.data : fresh;
  } catch {
    return fresh;
  }
}
