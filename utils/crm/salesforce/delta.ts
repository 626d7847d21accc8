import type { Changes } from '@/utils/crm/connector';
import { CrmFault } from '@/utils/crm/errors';
import { Newest } from '@/utils/crm/salesforce/answers';
import { fromStamp } from '@/utils/crm/salesforce/soql';
import type { Wire } from '@/utils/crm/salesforce/wire';
import { z } from '@/utils/model/zod';

/** How many rows one request reads: Salesforce gives no more in a page. */
const PAGE = 2000;
/** How far a run reaches back: a transaction dates its rows before it ends, and may take ten minutes. */
const OVERLAP_MS = 10 * 60_000;
/** Of what is gone in the overlap, how much is remembered as told. Beyond it it is told twice, which is no harm. */
const MOST_TOLD = 1000;
/** Where an object has no rows yet. */
const LONG_AGO = '1990-01-01T00:00:00.000Z';

/**
 * One object's part. A run reads by `SystemModstamp` and then by id (an import gives thousands of rows one time), the
 * recycle bin too, and survives a restart at any page. `since`: undefined in the first run. `before`: what the window
 * held when it was last read; where it holds the same nothing has changed. `told`: what is gone in the overlap, and since when.
 * `at`, `id`: the last row that was read in a run under way.
 */
const Part = z.object({
  since: z.optional(z.string()),
  before: z.optional(z.object({ newest: z.string(), total: z.int() })),
  told: z.record(z.string(), z.string()),
  run: z.optional(
    z.object({ newest: z.string(), total: z.int(), at: z.optional(z.string()), id: z.optional(z.string()) }),
  ),
});
type Part = z.infer<typeof Part>;
/** `on`: the part that is being read. */
const Cursor = z.object({ on: z.int(), parts: z.array(Part) });
type Cursor = z.infer<typeof Cursor>;

interface Row<T> {
  id: string;
  stamp: string;
  /** Whose it is, where that was asked for. */
  owner: string | undefined;
  /** Undefined: deleted, or nothing for us any more. */
  item: T | undefined;
}

/** An object that a delta reads. */
export interface Source<T> {
  object: string;
  fields: readonly string[];
  /** What holds of the rows of the first run: what need not be read where nothing is there yet. */
  first?: string | undefined;
  /** Left out where this user does not see the object. */
  optional?: boolean | undefined;
  read(wire: Wire, soql: string): Promise<{ rows: Row<T>[]; more: boolean }>;
}

interface AnyRow {
  Id: string;
  SystemModstamp: string;
  IsDeleted: boolean;
  OwnerId?: string | null | undefined;
}

export function source<R extends AnyRow, T>(parts: {
  object: string;
  fields: readonly string[];
  row: z.core.$ZodType<R>;
  first?: string;
  optional?: boolean;
  toItem(row: R): T | undefined;
}): Source<T> {
  const { row, toItem, ...rest } = parts;
  return {
    ...rest,
    async read(wire, soql) {
      const { rows, more } = await wire.query('sync', soql, row, true);
      return {
        more,
        rows: rows.map((each) => ({
          id: each.Id,
          stamp: each.SystemModstamp,
          owner: each.OwnerId ?? undefined,
          item: each.IsDeleted ? undefined : toItem(each),
        })),
      };
    },
  };
}

/** One page of what changed in these objects, one after the other. */
export async function changes<T>(
  wire: Wire,
  sources: readonly Source<T>[],
  cursorText: string | null,
): Promise<Changes<T>> {
  const cursor = readCursor(cursorText, sources.length);
  for (let on = cursor.on; on < sources.length; on++) {
    const each = sources[on];
    const part = cursor.parts[on];
    if (!each || !part) break;
    const page = await unlessHidden(each, () => readPart(wire, each, part));
    if (!page) continue;
    cursor.parts[on] = page.part;
    const partDone = page.part.run === undefined;
    const complete = partDone && on === sources.length - 1;
    if (page.items.length + page.gone.length === 0 && partDone && !complete) continue;
    const next = { on: complete ? 0 : partDone ? on + 1 : on, parts: cursor.parts };
    return { items: page.items, gone: page.gone, cursor: JSON.stringify(next), complete };
  }
  return { items: [], gone: [], cursor: JSON.stringify({ on: 0, parts: cursor.parts }), complete: true };
}

async function unlessHidden<T, R>({ optional }: Source<T>, work: () => Promise<R>): Promise<R | undefined> {
  try {
    return await work();
  } catch (error) {
    const hidden = error instanceof CrmFault && ['not-permitted', 'refused'].includes(error.fault.kind);
    if (optional && hidden) return undefined;
    throw error;
  }
}

async function readPart<T>(
  wire: Wire,
  from: Source<T>,
  part: Part,
): Promise<{ items: T[]; gone: string[]; part: Part }> {
  const run = part.run ?? (await beginRun(wire, from, part));
  if (run === undefined) return { items: [], gone: [], part };
  const at = run.at ?? part.since;
  const where = [
    at === undefined ? '' : `SystemModstamp >= ${at}`,
    run.at === undefined ? '' : `(SystemModstamp > ${run.at} OR Id > '${run.id ?? ''}')`,
    part.since === undefined ? (from.first ?? '') : '',
  ].filter((condition) => condition !== '');
  const soql =
    `SELECT Id, SystemModstamp, IsDeleted, ${from.fields.join(', ')} FROM ${from.object}` +
    `${where.length > 0 ? ` WHERE ${where.join(' AND ')}` : ''} ORDER BY SystemModstamp, Id LIMIT ${PAGE}`;
  const { rows, more } = await from.read(wire, soql);

  const items: T[] = [];
  const gone: string[] = [];
  const told = { ...part.told };
  for (const { id, stamp, item } of rows) {
    // Dates know whole seconds: a row that changed twice in one bears the same, so only what is gone is told once.
    if (item !== undefined) items.push(item);
    else if (part.since !== undefined && told[id] !== stamp) gone.push(id);
    if (item === undefined) told[id] = stamp;
  }
  const last = rows.at(-1);
  if (last && (more || rows.length === PAGE)) {
    const under = { ...run, at: literal(last.stamp), id: last.id.replaceAll(/[^A-Za-z0-9]/g, '') };
    return { items, gone, part: { ...part, told: latest(told), run: under } };
  }
  return { items, gone, part: endRun(part, run, told) };
}

/** Undefined: the window holds what it held when it was last read. */
async function beginRun<T>(wire: Wire, from: Source<T>, part: Part): Promise<Part['run']> {
  const where = part.since === undefined ? '' : ` WHERE SystemModstamp >= ${part.since}`;
  const soql = `SELECT COUNT(Id) total, MAX(SystemModstamp) newest FROM ${from.object}${where}`;
  const { rows } = await wire.query('sync', soql, Newest, true);
  const total = rows[0]?.total ?? 0;
  const newest = rows[0]?.newest ? literal(rows[0].newest) : (part.since ?? LONG_AGO);
  return part.before?.total === total && part.before.newest === newest ? undefined : { newest, total };
}

function endRun(part: Part, run: NonNullable<Part['run']>, told: Record<string, string>): Part {
  const reached = Math.max(fromStamp(run.newest) - OVERLAP_MS, Date.parse(part.since ?? LONG_AGO));
  const since = new Date(reached).toISOString();
  const kept = Object.entries(told).filter(([, stamp]) => fromStamp(stamp) >= Date.parse(since));
  return {
    since,
    // Only a run over this very window knows what is in it.
    ...(since === part.since ? { before: { newest: run.newest, total: run.total } } : {}),
    told: latest(Object.fromEntries(kept)),
  };
}

function latest(told: Record<string, string>): Record<string, string> {
  const entries = Object.entries(told);
  if (entries.length <= MOST_TOLD) return told;
  return Object.fromEntries(entries.sort((a, b) => (a[1] < b[1] ? 1 : -1)).slice(0, MOST_TOLD));
}

/** `2026-11-21T18:41:39.000+0000` as it stands in a query: no quotes, UTC. */
function literal(stamp: string): string {
  return new Date(fromStamp(stamp)).toISOString();
}

/** A cursor of another version or of nobody's making starts from the beginning. */
function readCursor(text: string | null, count: number): Cursor {
  const fresh = { on: 0, parts: Array.from({ length: count }, (): Part => ({ told: {} })) };
  if (text === null) return fresh;
  try {
    const parsed = z.safeParse(Cursor, JSON.parse(text));
    const fits = parsed.success && parsed.data.parts.length === count && parsed.data.parts.every(isOurs);
    return fits ? parsed.data : fresh;
  } catch {
    return fresh;
  }
}

/** Its times and ids go into queries as they are. */
function isOurs({ since, run }: Part): boolean {
  const stamps = [since, run?.at, run?.newest].filter((stamp) => stamp !== undefined);
  return (
    stamps.every((stamp) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(stamp)) &&
    /^[A-Za-z0-9]*$/.test(run?.id ?? '')
  );
}
