import type { Changes } from '@/utils/crm/connector';
import { Count, Ids, Newest, PARTNER_FIELDS, type Partner, Partners } from '@/utils/crm/odoo/answers';
import { packIds, unpackIds } from '@/utils/crm/odoo/id-set';
import { fromStamp, toStamp } from '@/utils/crm/odoo/values';
import { hasMobile, type Wire } from '@/utils/crm/odoo/wire';
import { z } from '@/utils/model/zod';

/** How many partners one request reads. */
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

const withArchived = { active_test: false };

/** One page of changed persons or companies. Archived, deleted and turned into the other kind count as gone. */
export async function partnerChanges<T>(
  wire: Wire,
  kind: 'person' | 'company',
  cursorText: string | null,
  toItem: (partner: Partner) => T | undefined,
): Promise<Changes<T>> {
  const cursor = readCursor(cursorText);
  const known = unpackIds(cursor.known) ?? new Set<number>();
  const starting = cursor.newest === undefined;
  const newest = cursor.newest ?? (await newestChange(wire));

  if (starting && (await nothingNew(wire, cursor, newest))) {
    const deleted = await findDeleted(wire, kind, known);
    return { items: [], gone: deleted, cursor: finish(cursor, newest, known), complete: true };
  }

  const isKind = ['is_company', '=', kind === 'company'];
  const rows = await wire.call({
    purpose: 'sync',
    model: 'res.partner',
    method: 'search_read',
    args: {
      domain: [
        ['id', '>', cursor.after],
        ...(cursor.since ? [['write_date', '>=', cursor.since]] : [isKind]),
      ],
      fields: hasMobile(wire) ? [...PARTNER_FIELDS, 'mobile'] : PARTNER_FIELDS,
      order: 'id',
      limit: PAGE,
    },
    // The first time, who is archived is simply not there; later they must be seen to be taken back.
    context: cursor.since ? withArchived : {},
    answer: Partners,
  });

  const items: T[] = [];
  const gone: string[] = [];
  for (const row of rows) {
    const live = row.active && row.is_company === (kind === 'company');
    const item = live ? toItem(row) : undefined;
    if (item) items.push(item);
    // Rows of the other kind come along in a delta; gone is only what was handed out.
    else if (known.has(row.id)) gone.push(String(row.id));
    if (live) known.add(row.id);
    else known.delete(row.id);
  }
  const position = {
    ...cursor,
    newest,
    after: rows.at(-1)?.id ?? cursor.after,
    rows: cursor.rows + rows.length,
  };
  if (rows.length === PAGE) {
    return { items, gone, cursor: write({ ...position, known: packIds(known) }), complete: false };
  }
  if (cursor.since) gone.push(...(await findDeleted(wire, kind, known)));
  return { items, gone, cursor: finish(position, newest, known), complete: true };
}

async function newestChange(wire: Wire): Promise<string> {
  const [row] = await wire.call({
    purpose: 'sync',
    model: 'res.partner',
    method: 'search_read',
    args: { domain: [], fields: ['write_date'], order: 'write_date desc', limit: 1 },
    context: withArchived,
    answer: Newest,
  });
  return row?.write_date.slice(0, 19) ?? '1990-01-01 00:00:00';
}

/** Whether the window that is to be read is still exactly the one that was read last. */
async function nothingNew(wire: Wire, cursor: Cursor, newest: string): Promise<boolean> {
  if (!cursor.since || cursor.before?.newest !== newest) return false;
  const count = await wire.call({
    purpose: 'sync',
    model: 'res.partner',
    method: 'search_count',
    args: { domain: [['write_date', '>=', cursor.since]] },
    context: withArchived,
    answer: Count,
  });
  return count === cursor.before.rows;
}

/** Ids handed out that no longer exist, taken out of `known`. Asks for all ids only where the number differs. */
async function findDeleted(wire: Wire, kind: 'person' | 'company', known: Set<number>): Promise<string[]> {
  const domain = [['is_company', '=', kind === 'company']];
  const ask = { purpose: 'sync', model: 'res.partner' } as const;
  const count = await wire.call({ ...ask, method: 'search_count', args: { domain }, answer: Count });
  if (count === known.size) return [];
  const live = new Set(await wire.call({ ...ask, method: 'search', args: { domain }, answer: Ids }));
  const deleted = [...known].filter((id) => !live.has(id));
  for (const id of deleted) known.delete(id);
  return deleted.map(String);
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
