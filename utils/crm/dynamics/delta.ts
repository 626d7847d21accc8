import type { Changes } from '@/utils/crm/connector';
import { deltaOf, Removed } from '@/utils/crm/dynamics/answers';
import { BASE, type Wire } from '@/utils/crm/dynamics/wire';
import { CrmFault, fail } from '@/utils/crm/errors';
import { z } from '@/utils/model/zod';

/** A table that is mirrored. */
export interface Source<R, T> {
  table: string;
  select: readonly string[];
  row: z.core.$ZodType<R>;
  idOf(row: R): string;
  /** Undefined: inactive or closed; then it counts as gone. */
  toItem(row: R): T | undefined;
}

const PREFER =
  'odata.track-changes,odata.maxpagesize=2000,odata.include-annotations="OData.Community.Display.V1.FormattedValue,Microsoft.Dynamics.CRM.lookuplogicalname"';

/**
 * One page of what changed, by Dataverse's own change tracking: its links hold where a run stands, deletions come with
 * it, and nothing is read twice. The cursor is such a link; a first run's bears `*`. It is kept by Dataverse for a week:
 * after that everything is read anew.
 */
export async function changes<R, T>(
  wire: Wire,
  source: Source<R, T>,
  cursor: string | null,
): Promise<Changes<T>> {
  const first = cursor === null || cursor.startsWith('*');
  const start = `/${source.table}?$select=${source.select.join(',')}`;
  const link = (cursor ?? '').replace(/^\*/, '');
  const known = link.startsWith(`/${source.table}?`);
  const page = known ? await readOn(wire, source, link) : await read(wire, source, start);
  if (page === undefined) return changes(wire, source, null);
  const items: T[] = [];
  const gone: string[] = [];
  for (const row of page.value) {
    const removed = z.safeParse(Removed, row);
    if (removed.success) {
      gone.push(removed.data.id);
      continue;
    }
    const parsed = z.safeParse(source.row, row);
    if (!parsed.success) return fail({ kind: 'not-understood', step: `${source.table} changes` });
    const item = source.toItem(parsed.data);
    if (item !== undefined) items.push(item);
    else if (!first) gone.push(source.idOf(parsed.data));
  }
  const next = page['@odata.nextLink'];
  const last = page['@odata.deltaLink'];
  if (next !== undefined) {
    const on = below(next, source.table);
    return { items, gone, cursor: `${first ? '*' : ''}${on}`, complete: false };
  }
  if (last === undefined) return fail({ kind: 'not-understood', step: `${source.table} changes` });
  return { items, gone, cursor: below(last, source.table), complete: true };
}

function read<R, T>(wire: Wire, source: Source<R, T>, path: string) {
  return wire.get(`${source.table} changes`, 'sync', path, deltaOf(source.row), PREFER);
}

/** Undefined where Dataverse does not know this link any more. */
async function readOn<R, T>(wire: Wire, source: Source<R, T>, link: string) {
  try {
    return await read(wire, source, link);
  } catch (error) {
    if (error instanceof CrmFault && ['refused', 'gone'].includes(error.fault.kind)) return undefined;
    throw error;
  }
}

/** The part of a link below the API's base: the host is ours to know, not the answer's to say. */
function below(link: string, table: string): string {
  const url = URL.canParse(link) ? new URL(link) : undefined;
  if (url?.pathname !== `${BASE}/${table}`) return fail({ kind: 'not-understood', step: `${table} changes` });
  return `/${table}${url.search}`;
}
