import type { Changes } from '@/utils/crm/connector';
import type { Row } from '@/utils/crm/hubspot/answers';
import { lookAfter } from '@/utils/crm/hubspot/look-after';
import { type Filter, listPage, type ObjectType, SEARCH, search, type Wire } from '@/utils/crm/hubspot/wire';
import { packIds, unpackIds } from '@/utils/crm/id-set';
import { z } from '@/utils/model/zod';

/** How far a delta reaches back behind the newest change that the last one knew: the search index lags behind. */
const OVERLAP_MS = 5 * 60_000;
/** Pages of the bin that one call looks through for what is gone. */
const BIN_PAGES = 100;

/**
 * Where a run stands. The first run lists everything (`after` is HubSpot's), the next ones search what changed since
 * `since` in the order of ids (`after` is the last id): a search gives 10,000 results at most, and by ids each page is
 * a search of its own. `newest`: the newest change when the run began, the next one's start. `total`: how many there
 * were then. `known`: ids handed out; `looked`: the last one of them that was looked after.
 */
const Cursor = z.object({
  since: z.optional(z.int()),
  after: z.optional(z.string()),
  newest: z.optional(z.int()),
  total: z.optional(z.int()),
  looked: z.int(),
  known: z.string(),
});
type Cursor = z.infer<typeof Cursor>;

export interface Kind<T> {
  type: ObjectType;
  properties: string[];
  /** The property with the time of the last change. */
  modified: string;
  /** What counts as there, where not everything does. The first run then searches too. */
  only?: Filter[];
  /** Undefined: not one of ours, or not any more. */
  toItems(rows: Row[]): Promise<(T | undefined)[]>;
}

/** One page of changed records. Archived ones, deleted ones, and those that are none any more count as gone. */
export async function objectChanges<T>(
  wire: Wire,
  kind: Kind<T>,
  cursorText: string | null,
): Promise<Changes<T>> {
  const cursor = readCursor(cursorText);
  const known = unpackIds(cursor.known) ?? new Set<number>();
  const { newest, total } = await startOf(wire, kind, cursor);
  const page = await nextPage(wire, kind, cursor);

  const items: T[] = [];
  const gone: string[] = [];
  const found = await kind.toItems(page.rows);
  for (const [index, row] of page.rows.entries()) {
    const item = row.archived === true ? undefined : found[index];
    const id = Number(row.id);
    if (item !== undefined) {
      items.push(item);
      known.add(id);
    } else if (known.delete(id)) gone.push(row.id);
  }
  if (page.after !== undefined) {
    const position = { ...cursor, newest, total, after: page.after, known: packIds(known) };
    return { items, gone, cursor: JSON.stringify(position), complete: false };
  }
  let { looked } = cursor;
  if (known.size !== total) gone.push(...(await findInBin(wire, kind.type, known)));
  if (known.size > total) {
    // Merged into another, or not indexed yet.
    const after = await lookAfter(wire, kind.type, known, looked);
    gone.push(...after.gone);
    looked = after.looked;
  }
  const next: Cursor = {
    ...(newest > 0 ? { since: Math.max(newest - OVERLAP_MS, 0) } : {}),
    looked,
    known: packIds(known),
  };
  return { items, gone, cursor: JSON.stringify(next), complete: true };
}

/** The newest change and how many there are, asked once a run. */
async function startOf<T>(
  wire: Wire,
  kind: Kind<T>,
  cursor: Cursor,
): Promise<{ newest: number; total: number }> {
  if (cursor.newest !== undefined && cursor.total !== undefined) {
    return { newest: cursor.newest, total: cursor.total };
  }
  const newest = await newestChange(wire, kind.type, kind.modified);
  return kind.only ? { newest: newest.newest, total: await countOf(wire, kind) } : newest;
}

/** How many of them the search knows. */
export async function countOf<T>(wire: Wire, kind: Kind<T>): Promise<number> {
  const { total } = await search(wire, kind.type, {
    purpose: 'sync',
    groups: kind.only ? [kind.only] : [],
    sort: { propertyName: 'hs_object_id', direction: 'ASCENDING' },
    properties: [kind.modified],
    limit: 1,
  });
  return total;
}

/** The newest change of a kind (0: there are none), and how many there are. */
export async function newestChange(
  wire: Wire,
  type: ObjectType,
  modified: string,
): Promise<{ newest: number; total: number }> {
  const { results, total } = await search(wire, type, {
    purpose: 'sync',
    groups: [],
    sort: { propertyName: modified, direction: 'DESCENDING' },
    properties: [modified],
    limit: 1,
  });
  return { newest: timeOf(results[0]?.properties[modified]) ?? 0, total };
}

async function nextPage<T>(
  wire: Wire,
  kind: Kind<T>,
  cursor: Cursor,
): Promise<{ rows: Row[]; after?: string }> {
  if (cursor.since === undefined && !kind.only) {
    return listPage(wire, kind.type, kind.properties, false, cursor.after);
  }
  const condition: Filter[] =
    cursor.since === undefined
      ? (kind.only ?? [])
      : [{ propertyName: kind.modified, operator: 'GTE', value: String(cursor.since) }];
  return changedPage(wire, kind.type, kind.properties, condition, cursor.after);
}

/** A page of what fits, in the order of ids, after this one. */
export async function changedPage(
  wire: Wire,
  type: ObjectType,
  properties: string[],
  condition: Filter[],
  after: string | undefined,
): Promise<{ rows: Row[]; after?: string }> {
  const { results } = await search(wire, type, {
    purpose: 'sync',
    groups: [[...condition, { propertyName: 'hs_object_id', operator: 'GT', value: after ?? '0' }]],
    sort: { propertyName: 'hs_object_id', direction: 'ASCENDING' },
    properties,
  });
  const last = results.at(-1)?.id;
  return { rows: results, ...(results.length === SEARCH && last !== undefined ? { after: last } : {}) };
}

/** Ids handed out that lie in the bin now, taken out of `known`. HubSpot tells deletions by no time. */
async function findInBin(wire: Wire, type: ObjectType, known: Set<number>): Promise<string[]> {
  const gone: string[] = [];
  let after: string | undefined;
  for (let page = 0; page < BIN_PAGES; page += 1) {
    const bin = await listPage(wire, type, [], true, after);
    for (const row of bin.rows) if (known.delete(Number(row.id))) gone.push(row.id);
    after = bin.after;
    if (after === undefined) break;
  }
  return gone;
}

/** HubSpot writes times as text, ISO 8601 or milliseconds. */
export function timeOf(text: string | null | undefined): number | undefined {
  if (!text) return undefined;
  const time = /^\d{10,14}$/.test(text) ? Number(text) : Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

/** A cursor of another version or of nobody's making starts from the beginning. */
function readCursor(text: string | null): Cursor {
  const fresh: Cursor = { looked: 0, known: '' };
  if (text === null) return fresh;
  try {
    const parsed = z.safeParse(Cursor, JSON.parse(text));
    return parsed.success && unpackIds(parsed.data.known) ? parsed.data : fresh;
  } catch {
    return fresh;
  }
}
