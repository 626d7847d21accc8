import { MakerRow } from '@/utils/crm/dynamics/answers';
import type { Table, Wire } from '@/utils/crm/dynamics/wire';
import { CrmFault } from '@/utils/crm/errors';

/*
 * Ids are made from what is logged, so that a colleague's record of the same mail has the id that ours had: once ours is
 * removed, theirs may take its place.
 */

/** Who made the record; '' where Dataverse does not say, null where it is not there. */
export async function makerOf(wire: Wire, table: Table, id: string): Promise<string | null> {
  try {
    const path = `/${table}(${id})?$select=_createdby_value`;
    const { _createdby_value: by } = await wire.get(`${table} maker`, 'find', path, MakerRow);
    return (by ?? '').toLowerCase();
  } catch (error) {
    if (error instanceof CrmFault && error.fault.kind === 'gone') return null;
    throw error;
  }
}

/**
 * Removes what this user made. A removal is repeated when nobody answered it, and a colleague may have logged the same
 * in between: theirs stays.
 */
export async function removeOwn(wire: Wire, me: string, table: Table, id: string): Promise<void> {
  if ((await makerOf(wire, table, id)) === me) await wire.remove(table, id);
}
