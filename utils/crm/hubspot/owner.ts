import { CrmFault, fail } from '@/utils/crm/errors';
import { Owners } from '@/utils/crm/hubspot/answers';
import { OWNER_UNKNOWN } from '@/utils/crm/hubspot/faults';
import type { Wire } from '@/utils/crm/hubspot/wire';
import type { Owner } from '@/utils/crm/hubspot/within';

/** A token belongs to the account, not to a person: the rep is the user with the address in the settings. */
export async function findOwner(wire: Wire, email: string): Promise<Owner & { name: string }> {
  const { results } = await wire.call({
    step: 'owners',
    purpose: 'connect',
    method: 'GET',
    path: `/crm/v3/owners?${new URLSearchParams({ email, limit: '100', archived: 'false' })}`,
    fields: ['email'],
    answer: Owners,
  });
  const owner = results.find((each) => each.email?.trim().toLowerCase() === email);
  if (!owner || email === '') return fail({ kind: 'refused', reason: OWNER_UNKNOWN, field: 'email' });
  const name = [owner.firstName, owner.lastName].filter((part) => part).join(' ');
  const teams = (owner.teams ?? []).map((team) => team.id);
  return { id: owner.id, name: name.slice(0, 300), teams };
}

/** Whose a new contact or company is, as its properties; empty where that cannot be known. */
export type Owned = () => Promise<{ hubspot_owner_id?: string }>;

/**
 * What the rep creates is the rep's own. Where the token may not read owners, or the rep is none any more, it has no
 * owner: it must not be lost for that.
 */
export function ownedBy(rep: () => Promise<Owner>): Owned {
  return async () => {
    try {
      return { hubspot_owner_id: (await rep()).id };
    } catch (error) {
      const kind = error instanceof CrmFault ? error.fault.kind : undefined;
      if (kind !== 'refused' && kind !== 'not-permitted') throw error;
      return {};
    }
  };
}
