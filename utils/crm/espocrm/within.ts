import { toStamp } from '@/utils/crm/espocrm/values';
import type { ListQuery, Where, Wire } from '@/utils/crm/espocrm/wire';
import type { Scope } from '@/utils/model/mirror-scope';

/**
 * The same way in, on which every list is of these records alone: the user's own (`onlyMy`, by EspoCRM's assigned user),
 * their teams' and their own, or what changed since. Who leaves is noticed as what was deleted is, by counting. A user of
 * no team sees their own alone.
 */
export function within(wire: Wire, scope: Scope): Wire {
  const teams = scope.of === 'team' ? (wire.user.teamsIds ?? []).slice(0, 50) : [];
  const onlyMy = scope.of === 'mine' || (scope.of === 'team' && teams.length === 0);
  const also: Where[] =
    scope.of === 'active'
      ? [{ type: 'greaterThanOrEquals', attribute: 'modifiedAt', value: toStamp(scope.since) }]
      : teams.length > 0
        ? [
            {
              type: 'or',
              value: [
                { type: 'linkedWith', attribute: 'teams', value: teams },
                { type: 'equals', attribute: 'assignedUserId', value: wire.user.id },
              ],
            },
          ]
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
