import type { Logged } from '@/utils/crm/connector';
import { MarkedRow } from '@/utils/crm/espocrm/answers';
import { removeRecord } from '@/utils/crm/espocrm/target';
import { portions } from '@/utils/crm/espocrm/values';
import { PAGE, type Wire } from '@/utils/crm/espocrm/wire';
import { type Standing, settleOne } from '@/utils/crm/first-stays';

/** The records that bear one of these marks, oldest first: EspoCRM's ids begin with the time. */
export async function findMarked(
  wire: Wire,
  entity: 'Meeting' | 'Call' | 'Task',
  marks: string[],
): Promise<MarkedRow[]> {
  const found = new Map<string, MarkedRow>();
  for (const some of portions(marks, 200)) {
    const value = some.map((mark) => ({ type: 'contains', attribute: 'description', value: mark }) as const);
    const query = {
      select: ['description', 'parentId', 'parentType', 'createdById'],
      where: [{ type: 'or', value } as const],
      maxSize: PAGE,
    };
    for (const row of (await wire.list('find', entity, query, MarkedRow)).list) found.set(row.id, row);
  }
  return [...found.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** By whom they were made: EspoCRM has no unique key for these, so of several the first stays (`first-stays.ts`). */
export function standingOf(
  { user }: Wire,
  entity: 'Meeting' | 'Call' | 'Task',
  rows: MarkedRow[],
): Standing[] {
  return rows.map(({ id, createdById }) => ({ remoteId: `${entity}/${id}`, own: createdById === user.id }));
}

/** Whether ours, just created, stays. */
export async function firstOf(
  wire: Wire,
  entity: 'Meeting' | 'Call' | 'Task',
  id: string,
  marks: string[],
): Promise<Logged> {
  const standing = standingOf(wire, entity, await findMarked(wire, entity, marks));
  return settleOne(`${entity}/${id}`, standing, (remoteId) => removeRecord(wire, remoteId));
}
