import { Deal, Stage } from '@/utils/crm/pipedrive/answers';
import type { Kind } from '@/utils/crm/pipedrive/changes';
import { listPage, timeOf, type Wire } from '@/utils/crm/pipedrive/wire';
import type { Deal as OpenDeal } from '@/utils/model/contact';

/** Open deals. `stages`: the account's own names of them. */
export function dealsOf(stages: () => Promise<Map<number, string>>): Kind<Deal, OpenDeal> {
  return {
    what: 'deals',
    recent: 'deal',
    row: Deal,
    first: { status: 'open' },
    toItems: async (rows) => {
      const names = await stages();
      return rows.map((row) =>
        row.status === 'open' && row.is_archived !== true ? toDeal(row, names) : undefined,
      );
    },
  };
}

function toDeal(row: Deal, stages: Map<number, string>): OpenDeal {
  const stage = stages.get(row.stage_id ?? 0);
  const { value, currency } = row;
  return {
    id: String(row.id),
    title: (row.title ?? '').trim().slice(0, 300),
    contactIds: row.person_id ? [String(row.person_id)] : [],
    ...(row.org_id ? { companyId: String(row.org_id) } : {}),
    ...(typeof value === 'number' && Number.isFinite(value) ? { value } : {}),
    ...(currency && /^[A-Z]{3}$/.test(currency) ? { currency } : {}),
    ...(stage === undefined ? {} : { stage: stage.slice(0, 200) }),
    updatedAt: timeOf(row.update_time) ?? 0,
  };
}

export async function readStages(wire: Wire): Promise<Map<number, string>> {
  const { rows } = await listPage(wire, 'stages', 'sync', { limit: 500 }, Stage);
  return new Map(rows.map(({ id, name }): [number, string] => [id, name]));
}
