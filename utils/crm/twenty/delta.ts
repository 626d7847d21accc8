import type { Changes } from '@/utils/crm/connector';
import { listOf, pageOf } from '@/utils/crm/twenty/answers';
import { LIVE_OR_TRASHED, PAGE, type Wire } from '@/utils/crm/twenty/wire';
import type { Scope } from '@/utils/model/mirror-scope';
import { z } from '@/utils/model/zod';

/**
 * How far a run reaches back behind the newest change that the last one saw: `updatedAt` is the time at which a
 * transaction began, so a long one appears late with an old date.
 */
const OVERLAP_MS = 120_000;
/** Of rows in the overlap, how many are remembered as told. Beyond it a row is told twice, which is no harm. */
const MOST_TOLD = 500;

/**
 * Where a run stands. It reads what changed from `since` on (absent: everything), live or in the trash, in the
 * order of ids: those do not move while it reads, and times are no place to stop at, because Twenty tells milliseconds
 * and compares microseconds (tried: thousands of an import share one). `newest`: the newest change when the run began.
 * `id`: the last one that was read. `count`: rows in the window. `before`: the last run's; where both still hold,
 * nothing has changed. `told`: rows of the overlap and their times, which were told already.
 */
const Cursor = z.object({
  since: z.optional(z.string()),
  newest: z.optional(z.string()),
  id: z.optional(z.string()),
  count: z.optional(z.int()),
  before: z.optional(z.object({ newest: z.optional(z.string()), count: z.optional(z.int()) })),
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

/** The same, of what changed since alone, where that is wanted. Later runs read what changed in any case. */
export function within<R, T>(stream: Stream<R, T>, scope: Scope): Stream<R, T> {
  if (scope.of !== 'active') return stream;
  return { ...stream, first: { updatedAt: { gte: new Date(scope.since).toISOString() } } };
}

interface Stamped {
  id: string;
  updatedAt: string;
  deletedAt?: string | null | undefined;
}

/** One page of what changed. */
export async function changes<R extends Stamped, T>(
  wire: Wire,
  stream: Stream<R, T>,
  cursorText: string | null,
): Promise<Changes<T>> {
  const cursor = readCursor(cursorText);
  const page = await readPage(wire, stream, cursor);
  const run = cursor.id === undefined ? { ...cursor, newest: page.newest, count: page.count } : cursor;
  const { before } = run;
  if (run.id === undefined && before?.newest === run.newest && before?.count === run.count && run.since) {
    return { items: [], gone: [], cursor: cursorText ?? '', complete: true };
  }

  const items: T[] = [];
  const gone: string[] = [];
  for (const row of page.rows) {
    if (cursor.told[row.id] === row.updatedAt) continue;
    const item = row.deletedAt ? undefined : stream.toItem(row);
    if (item !== undefined) items.push(item);
    // A first run has handed out nothing that could be taken back.
    else if (cursor.since !== undefined) gone.push(row.id);
  }
  const last = page.rows.at(-1);
  const seen = { ...run.told, ...Object.fromEntries(page.rows.map((row) => [row.id, row.updatedAt])) };
  const since = overlapOf(run.newest) ?? run.since ?? '1990-01-01T00:00:00.000Z';
  const told = bounded(seen, since);
  if (page.more && last) {
    return { items, gone, cursor: JSON.stringify({ ...run, id: last.id, told }), complete: false };
  }
  // Only a run over this very window knows how many rows are in it.
  const next: Cursor = {
    since,
    told,
    ...(since === run.since ? { before: { newest: run.newest, count: run.count } } : {}),
  };
  return { items, gone, cursor: JSON.stringify(next), complete: true };
}

/** How many there are, those in the trash left out. */
export async function countOf<R, T>(
  wire: Wire,
  { list, filterType, only, first }: Stream<R, T>,
): Promise<number> {
  const conditions = [...(only ? [only] : []), ...(first ? [first] : [])];
  const { page } = await wire.ask({
    step: `${list} count`,
    purpose: 'sync',
    query: `query Count($filter: ${filterType}) { page: ${list}(filter: $filter, first: 1) { totalCount } }`,
    variables: { filter: conditions.length > 0 ? { and: conditions } : {} },
    answer: z.object({ page: z.object({ totalCount: z.int() }) }),
  });
  return page.totalCount;
}

async function readPage<R extends Stamped, T>(
  wire: Wire,
  { list, filterType, fields, row, only, first }: Stream<R, T>,
  cursor: Cursor,
): Promise<{ rows: R[]; more: boolean; newest: string | undefined; count: number }> {
  const ours = only ? [only] : [];
  const conditions = [
    ...ours,
    // The first run too: who lies in the trash already must not be told as gone by the second.
    LIVE_OR_TRASHED,
    ...(cursor.since ? [{ updatedAt: { gte: cursor.since } }] : first ? [first] : []),
    ...(cursor.id ? [{ id: { gt: cursor.id } }] : []),
  ];
  const answer = z.object({ page: pageOf(row), newest: listOf(z.object({ updatedAt: z.string() })) });
  const { page, newest } = await wire.ask({
    step: `${list} sync`,
    purpose: 'sync',
    query: `query Sync($filter: ${filterType}, $all: ${filterType}, $first: Int) {
  page: ${list}(filter: $filter, orderBy: [{ id: AscNullsFirst }], first: $first) {
    edges { node { ${fields} } }
    pageInfo { hasNextPage }
    totalCount
  }
  newest: ${list}(filter: $all, orderBy: [{ updatedAt: DescNullsLast }], first: 1) { edges { node { updatedAt } } }
}`,
    variables: {
      filter: { and: conditions },
      all: { and: [...ours, LIVE_OR_TRASHED] },
      first: PAGE,
    },
    answer,
  });
  return {
    rows: page.edges.map(({ node }) => node),
    more: page.pageInfo.hasNextPage,
    newest: newest.edges[0]?.node.updatedAt,
    count: page.totalCount,
  };
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
