import { CrmFault } from '@/utils/crm/errors';
import { Anything } from '@/utils/crm/espocrm/answers';
import { idOf } from '@/utils/crm/espocrm/values';
import type { EntityType, Wire } from '@/utils/crm/espocrm/wire';
import type { Activity } from '@/utils/model/activity';
import type { Fault } from '@/utils/model/outbox';

/** The record under which something hangs. */
export interface Target {
  parentType: 'Opportunity' | 'Contact' | 'Account';
  parentId: string;
}

/** The deal, else the first contact, else the company; undefined where there is none of them. */
export function targetOf({
  dealId,
  contactIds,
  companyId,
}: Pick<Activity, 'contactIds'> & { dealId?: string | undefined; companyId?: string | undefined }):
  | Target
  | undefined {
  const deal = idOf(dealId);
  if (deal) return { parentType: 'Opportunity', parentId: deal };
  const contact = contactIds.map(idOf).find((id) => id !== undefined);
  if (contact) return { parentType: 'Contact', parentId: contact };
  const company = idOf(companyId);
  return company ? { parentType: 'Account', parentId: company } : undefined;
}

/**
 * Hangs what was just created under its record, as a second request: created there at once, EspoCRM would tell everybody
 * who follows that record of it; moved there, it tells nobody (`Tools/Stream/HookProcessor` looks at new records only).
 * A fault where the record is no longer there, and ours is removed again. Where it could not be moved for another
 * reason, it stays: it is there, and its mark finds it.
 */
export async function hangUnder(
  wire: Wire,
  entity: EntityType,
  id: string,
  target: Target,
): Promise<Fault | undefined> {
  const path = `${entity}/${id}`;
  const purpose = entity === 'Task' ? 'task' : 'log';
  try {
    await wire.ask({ purpose, method: 'PATCH', path, body: { ...target }, answer: Anything });
    return undefined;
  } catch (error) {
    if (!(error instanceof CrmFault)) throw error;
    if (error.fault.kind !== 'gone') return undefined;
    await wire.ask({ purpose: 'remove', method: 'DELETE', path, answer: Anything });
    return error.fault;
  }
}

/** Removes a record. What is gone already is fine. */
export async function removeRecord(wire: Wire, path: string): Promise<void> {
  try {
    await wire.ask({ purpose: 'remove', method: 'DELETE', path, answer: Anything });
  } catch (error) {
    if (!(error instanceof CrmFault) || error.fault.kind !== 'gone') throw error;
  }
}
