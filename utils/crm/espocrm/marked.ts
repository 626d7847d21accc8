import { CrmFault } from '@/utils/crm/errors';
import { MarkedRow } from '@/utils/crm/espocrm/answers';
import { removeRecord } from '@/utils/crm/espocrm/target';
import { portions } from '@/utils/crm/espocrm/values';
import { PAGE, type Wire } from '@/utils/crm/espocrm/wire';

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
      select: ['description', 'parentId', 'parentType'],
      where: [{ type: 'or', value } as const],
      maxSize: PAGE,
    };
    for (const row of (await wire.list('find', entity, query, MarkedRow)).list) found.set(row.id, row);
  }
  return [...found.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/**
 * Whether ours, just created, stays: EspoCRM has no unique key for it, so of two that were created at the same time the
 * later removes itself. Gives the id that stays.
 */
export async function firstOf(
  wire: Wire,
  entity: 'Meeting' | 'Call' | 'Task',
  id: string,
  marks: string[],
): Promise<string> {
  let all: MarkedRow[] = [];
  try {
    all = await findMarked(wire, entity, marks);
  } catch (error) {
    // That ours was created is known; forgetting it for a missing second look would leave an undo with nothing to remove.
    if (!(error instanceof CrmFault)) throw error;
  }
  const first = all[0]?.id;
  if (first === undefined || first >= id) return id;
  await removeRecord(wire, `${entity}/${id}`);
  return first;
}
