import { toStamp } from '@/utils/crm/espocrm/values';
import type { ListQuery, Where, Wire } from '@/utils/crm/espocrm/wire';
import type { Scope } from '@/utils/model/mirror-scope';

/**
 * The same way in, on which every list is of these records alone: the user's own (`onlyMy`, by EspoCRM's assigned user),
 * their teams', or what changed since. Who leaves is noticed as what was deleted is, by counting. A user of no team sees
 * their own as the team's.
 */
export function within(wire: Wire, scope: Scope): Wire {
  const teams = scope.of === 'team' ? (wire.user.teamsIds ?? []).slice(0, 50) : [];
  const onlyMy = scope.of === 'mine' || (scope.of === 'team' && teams.length === 0);
  const also: Where[] =
    scope.of === 'active'
      ? [{ type: 'greaterThanOrEquals', attribute: 'modifiedAt', value: toStamp(scope.since) }]
      : teams.length > 0
        ? [{ type: 'linkedWith', attribute: 'teams', value: teams }]
        : [];
  const narrowed = (query: ListQuery): ListQuery => ({
    ...query,
    ...(onlyMy ? { onlyMy } : {}),
    where: [...(query.where ?? []), ...also],
  });
  return {
    ...wire,
    list: (purpose, entity, query, row) => wire.list(purpose, entity, narrowed(query), row),
  };
}
