import { Pipelines, type Row } from '@/utils/crm/hubspot/answers';
import { type Kind, timeOf } from '@/utils/crm/hubspot/changes';
import { associated, type Wire } from '@/utils/crm/hubspot/wire';
import type { Deal } from '@/utils/model/contact';

/** Open deals. `stages`: the account's own names of them. */
export function dealsOf(wire: Wire, stages: () => Promise<Map<string, string>>): Kind<Deal> {
  return {
    type: 'deals',
    properties: [
      'dealname',
      'amount',
      'deal_currency_code',
      'dealstage',
      'hs_is_closed',
      'hs_lastmodifieddate',
    ],
    modified: 'hs_lastmodifieddate',
    only: [{ propertyName: 'hs_is_closed', operator: 'EQ', value: 'false' }],
    toItems: async (rows) => {
      const open = rows.filter(({ properties }) => properties.hs_is_closed !== 'true').map((row) => row.id);
      if (open.length === 0) return rows.map(() => undefined);
      const names = await stages();
      const contacts = await associated(wire, 'sync', 'deals', 'contacts', open);
      const companies = await associated(wire, 'sync', 'deals', 'companies', open);
      return rows.map((row) =>
        open.includes(row.id)
          ? toDeal(row, names, contacts.get(row.id) ?? [], companies.get(row.id)?.[0])
          : undefined,
      );
    },
  };
}

function toDeal(
  { id, properties, updatedAt }: Row,
  stages: Map<string, string>,
  contactIds: string[],
  companyId: string | undefined,
): Deal {
  const value = properties.amount ? Number(properties.amount) : Number.NaN;
  const currency = properties.deal_currency_code ?? '';
  const stage = stages.get(properties.dealstage ?? '');
  return {
    id,
    title: (properties.dealname ?? '').trim().slice(0, 300),
    contactIds: contactIds.slice(0, 50),
    ...(companyId === undefined ? {} : { companyId }),
    ...(Number.isFinite(value) ? { value } : {}),
    ...(/^[A-Z]{3}$/.test(currency) ? { currency } : {}),
    ...(stage === undefined ? {} : { stage: stage.slice(0, 200) }),
    updatedAt: timeOf(properties.hs_lastmodifieddate) ?? timeOf(updatedAt) ?? 0,
  };
}

export async function readStages(wire: Wire): Promise<Map<string, string>> {
  const { results } = await wire.call({
    step: 'deal stages',
    purpose: 'sync',
    method: 'GET',
    path: '/crm/v3/pipelines/deals',
    answer: Pipelines,
  });
  return new Map(
    results.flatMap(({ stages }) => stages.map(({ id, label }): [string, string] => [id, label])),
  );
}
