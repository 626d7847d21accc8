import { BATCH, type ObjectType, readMany, type Wire } from '@/utils/crm/hubspot/wire';

/**
 * Looks after the next hundred of those handed out (`looked`: the last one that was): which are no more. They are taken
 * out of `known`. HubSpot tells deletions by no time, and a record that was merged into another lies in no bin.
 */
export async function lookAfter(
  wire: Wire,
  type: ObjectType,
  known: Set<number>,
  looked: number,
): Promise<{ gone: string[]; looked: number }> {
  const sorted = [...known].sort((a, b) => a - b);
  const rest = sorted.filter((id) => id > looked);
  const next = (rest.length > 0 ? rest : sorted).slice(0, BATCH);
  if (next.length === 0) return { gone: [], looked: 0 };
  const rows = await readMany(wire, type, {
    purpose: 'sync',
    ids: next.map(String),
    properties: ['hs_object_id'],
  });
  const live = new Set(rows.map((row) => Number(row.id)));
  const gone = next.filter((id) => !live.has(id));
  for (const id of gone) known.delete(id);
  return { gone: gone.map(String), looked: next.at(-1) ?? 0 };
}
