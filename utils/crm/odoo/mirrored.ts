import type { Changes } from '@/utils/crm/connector';
import { CrmFault } from '@/utils/crm/errors';
import {
  LEAD_FIELDS,
  type LeadRow,
  Leads,
  PARTNER_FIELDS,
  type Partner,
  Partners,
} from '@/utils/crm/odoo/answers';
import { toCompany, toContact } from '@/utils/crm/odoo/partners';
import { type Mirrored, recordChanges } from '@/utils/crm/odoo/record-changes';
import { fromStamp, textOf, toStamp } from '@/utils/crm/odoo/values';
import { hasMobile, type Wire } from '@/utils/crm/odoo/wire';
import type { Company, Contact, Deal } from '@/utils/model/contact';
import type { Scope } from '@/utils/model/mirror-scope';

/** Persons and companies share a table; one may become the other. */
function partners<T>(company: boolean, toItem: (partner: Partner) => T | undefined): Mirrored<Partner, T> {
  return {
    model: 'res.partner',
    among: [],
    live: [['is_company', '=', company]],
    isLive: (row) => row.active && row.is_company === company,
    fields: (wire) => (hasMobile(wire) ? [...PARTNER_FIELDS, 'mobile'] : PARTNER_FIELDS),
    rows: Partners,
    toItem,
  };
}

export const persons: Mirrored<Partner, Contact> = partners(false, toContact);
export const companies: Mirrored<Partner, Company> = partners(true, toCompany);

/**
 * The same, these alone: a contact, company or lead is its salesperson's (`user_id`). Who is given to somebody else is
 * noticed as what was deleted is, by counting.
 */
export function within<R extends { id: number; write_date: string }, T>(
  kind: Mirrored<R, T>,
  scope: Scope,
  { uid }: Pick<Wire, 'uid'>,
): Mirrored<R, T> {
  const theirs =
    scope.of === 'mine'
      ? [['user_id', '=', uid]]
      : scope.of === 'active'
        ? [['write_date', '>=', toStamp(scope.since)]]
        : [];
  return { ...kind, among: [...kind.among, ...theirs] };
}

/** Leads that nobody has qualified are no deals; a lost one is archived, a won one has 100 % and a closing date. */
const openDeals: Mirrored<LeadRow, Deal> = {
  model: 'crm.lead',
  among: [],
  live: [
    ['type', '=', 'opportunity'],
    // Nothing yet is neither more nor less than anything (tried on 17.0: a lead made by another program).
    '|',
    ['probability', '=', false],
    ['probability', '<', 100],
    ['date_closed', '=', false],
  ],
  isLive: (row) =>
    row.active && row.type === 'opportunity' && row.probability < 100 && row.date_closed === false,
  fields: () => LEAD_FIELDS,
  rows: Leads,
  toItem: toDeal,
};

function toDeal(row: LeadRow): Deal | undefined {
  const title = textOf(row.name);
  if (!title) return undefined;
  // Persons and companies share their numbers, so a deal's partner is looked for among both.
  const partner = row.partner_id ? String(row.partner_id[0]) : undefined;
  const currency = row.company_currency ? row.company_currency[1] : '';
  const stage = row.stage_id ? row.stage_id[1] : '';
  return {
    id: String(row.id),
    title: title.slice(0, 300),
    contactIds: partner === undefined ? [] : [partner],
    ...(partner === undefined ? {} : { companyId: partner }),
    ...(row.expected_revenue && /^[A-Z]{3}$/.test(currency) ? { value: row.expected_revenue, currency } : {}),
    ...(stage ? { stage: stage.slice(0, 200) } : {}),
    updatedAt: fromStamp(row.write_date),
  };
}

/** Open opportunities; none where the CRM app is not installed or not this user's. */
export async function dealChanges(wire: Wire, cursor: string | null, scope: Scope): Promise<Changes<Deal>> {
  try {
    return await recordChanges(wire, within(openDeals, scope, wire), cursor);
  } catch (error) {
    const without = error instanceof CrmFault && ['refused', 'not-permitted'].includes(error.fault.kind);
    if (!without) throw error;
    return { items: [], gone: [], cursor: cursor ?? '', complete: true };
  }
}
