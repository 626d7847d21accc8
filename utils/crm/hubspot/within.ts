import { Owners } from '@/utils/crm/hubspot/answers';
import type { Kind } from '@/utils/crm/hubspot/changes';
import type { Filter, Wire } from '@/utils/crm/hubspot/wire';
import type { Scope } from '@/utils/model/mirror-scope';

/** How many owners a filter may name. */
const MOST_OWNERS = 100;
/** Pages of 500 owners that are looked through. */
const OWNER_PAGES = 20;

/** A user of HubSpot's as records name them, and the teams that they are in. */
export interface Owner {
  id: string;
  teams: readonly string[];
}

/**
 * The same, of these records alone. The first run searches for them; later ones read what changed, whoever's it is, so
 * that what was given to somebody else is seen to leave.
 */
export async function within<T>(
  kind: Kind<T>,
  scope: Scope,
  owners: { mine(): Promise<string[]>; team(): Promise<string[]> },
): Promise<Kind<T>> {
  if (scope.of === 'all') return kind;
  const only = (filter: Filter): Filter[] => [...(kind.only ?? []), filter];
  if (scope.of === 'active') {
    const since = String(scope.since);
    return { ...kind, only: only({ propertyName: kind.modified, operator: 'GTE', value: since }) };
  }
  const ids = await owners[scope.of]();
  return {
    ...kind,
    properties: [...kind.properties, OWNER],
    only: only({ propertyName: OWNER, operator: 'IN', values: ids }),
    toItems: async (rows) => {
      const theirs = rows.filter(({ properties }) => ids.includes(properties[OWNER] ?? ''));
      const items = await kind.toItems(theirs);
      const byId = new Map(theirs.map((row, index) => [row.id, items[index]]));
      return rows.map((row) => byId.get(row.id));
    },
  };
}

const OWNER = 'hubspot_owner_id';

/** Who shares a team with this owner, they first. Of more than a hundred the first hundred. */
export async function teamOf(wire: Wire, { id, teams }: Owner): Promise<string[]> {
  const ids = new Set([id]);
  let after: string | undefined;
  for (let page = 0; page < OWNER_PAGES && teams.length > 0; page += 1) {
    const query = { limit: '500', archived: 'false', ...(after === undefined ? {} : { after }) };
    const { results, paging } = await wire.call({
      step: 'owners',
      purpose: 'sync',
      method: 'GET',
      path: `/crm/v3/owners?${new URLSearchParams(query)}`,
      answer: Owners,
    });
    for (const owner of results) if (owner.teams?.some((team) => teams.includes(team.id))) ids.add(owner.id);
    after = paging?.next?.after;
    if (after === undefined) break;
  }
  return [...ids].slice(0, MOST_OWNERS);
}
