import { type DatedRow, IdRow } from '@/utils/crm/espocrm/answers';
import type { Mirrored } from '@/utils/crm/espocrm/changes';
import { PAGE, type Where, type Wire } from '@/utils/crm/espocrm/wire';

/** How many ranges one call lists; what is left over differs in number again the next time. */
const MOST_LISTS = 30;
/** How many ids one question names: servers take addresses of about 8,000 characters. */
const IN_ONE = 50;

/** A range of ids: those known in it, its bounds (`above` exclusive, `upTo` inclusive), and how many the CRM has. */
interface Range {
  known: string[];
  above?: string;
  upTo?: string;
  count: number;
}

/**
 * EspoCRM lists no deletions. Where the number of records differs from the number of those known, the range of ids is
 * halved by counting until it fits on a page: about ten requests among 100,000. Takes out of `known` what is gone, adds
 * what was not known (it became visible without being changed).
 */
export async function reconcile<Row extends DatedRow, Item>(
  wire: Wire,
  set: Mirrored<Row, Item>,
  known: Set<string>,
  total: number,
): Promise<{ gone: string[]; found: Row[] }> {
  const missing: string[] = [];
  const found: Row[] = [];
  const ranges: Range[] = [{ known: [...known].sort(), count: total }];
  for (let lists = 0; lists < MOST_LISTS; ) {
    const range = ranges.pop();
    if (!range) break;
    if (range.count === range.known.length) continue;
    if (range.count > PAGE && range.known.length > 1) {
      ranges.push(...(await halve(wire, set, range)));
      continue;
    }
    lists++;
    const rows = await rowsIn(wire, set, boundsOf(range));
    const there = new Set(rows.map((row) => row.id));
    // A page that is full does not tell what lies behind it.
    if (rows.length < PAGE || range.count <= PAGE)
      missing.push(...range.known.filter((id) => !there.has(id)));
    found.push(...rows.filter((row) => !known.has(row.id)));
  }
  const gone = await trulyGone(wire, set, missing);
  for (const id of gone) known.delete(id);
  for (const row of found) known.add(row.id);
  return { gone, found };
}

async function halve<Row extends DatedRow, Item>(
  wire: Wire,
  set: Mirrored<Row, Item>,
  range: Range,
): Promise<Range[]> {
  const middle = Math.floor(range.known.length / 2);
  const border = range.known[middle - 1] ?? '';
  const lower = {
    ...(range.above === undefined ? {} : { above: range.above }),
    upTo: border,
    known: range.known.slice(0, middle),
  };
  const { total } = await wire.list(
    'sync',
    set.entity,
    { ...set.filter, select: ['id'], where: boundsOf(lower), maxSize: 1, total: true },
    IdRow,
  );
  const count = Math.max(total ?? 0, 0);
  return [
    { ...range, above: border, known: range.known.slice(middle), count: Math.max(range.count - count, 0) },
    { ...lower, count },
  ];
}

function boundsOf({ above, upTo }: Pick<Range, 'above' | 'upTo'>): Where[] {
  return [
    ...(above === undefined ? [] : [{ type: 'greaterThan', attribute: 'id', value: above } as const]),
    ...(upTo === undefined ? [] : [{ type: 'lessThanOrEquals', attribute: 'id', value: upTo } as const]),
  ];
}

async function rowsIn<Row extends DatedRow, Item>(
  wire: Wire,
  set: Mirrored<Row, Item>,
  where: Where[],
): Promise<Row[]> {
  const select = [...set.select, 'modifiedAt'];
  const query = { ...set.filter, select, where, orderBy: 'id', maxSize: PAGE };
  return (await wire.list('sync', set.entity, query, set.row)).list;
}

/** Asked by name once more: a database may sort ids otherwise than we do, and nobody is to be lost for that. */
async function trulyGone<Row extends DatedRow, Item>(
  wire: Wire,
  set: Mirrored<Row, Item>,
  ids: string[],
): Promise<string[]> {
  const gone: string[] = [];
  for (let at = 0; at < ids.length; at += IN_ONE) {
    const asked = ids.slice(at, at + IN_ONE);
    const rows = await rowsIn(wire, set, [{ type: 'in', attribute: 'id', value: asked }]);
    const there = new Set(rows.map((row) => row.id));
    gone.push(...asked.filter((id) => !there.has(id)));
  }
  return gone;
}
