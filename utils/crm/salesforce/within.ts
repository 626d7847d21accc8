import { RoleRow } from '@/utils/crm/salesforce/answers';
import type { Source } from '@/utils/crm/salesforce/delta';
import type { Me } from '@/utils/crm/salesforce/shape';
import { dateTime, quote, quoteList } from '@/utils/crm/salesforce/soql';
import type { Wire } from '@/utils/crm/salesforce/wire';
import type { Scope } from '@/utils/model/mirror-scope';

/** How many owners a query names; of more everything is read once and the others left out here. */
const MOST_NAMED = 300;

/** All users of the signed-in one's role, they first: what a mirror of the team holds. */
export async function teamOf(wire: Wire, { user }: Me): Promise<string[]> {
  const own = await wire.query('sync', `SELECT Id, UserRoleId FROM User WHERE Id = ${quote(user)}`, RoleRow);
  const role = own.rows[0]?.UserRoleId;
  if (!role) return [user];
  const soql = `SELECT Id, UserRoleId FROM User WHERE UserRoleId = ${quote(role)} LIMIT 2000`;
  const { rows } = await wire.query('sync', soql, RoleRow);
  return [...new Set([user, ...rows.map(({ Id }) => Id)])];
}

/**
 * The same, of these records alone. The first run asks for them (`active`: changed, or an activity about them, since);
 * later ones read what changed, whoever's it is, so that what was given to somebody else is seen to leave.
 */
export async function within<T>(
  sources: readonly Source<T>[],
  scope: Scope,
  ownersOf: { mine(): Promise<string[]>; team(): Promise<string[]> },
): Promise<readonly Source<T>[]> {
  if (scope.of === 'all') return sources;
  const firstOf = ({ first }: Source<T>, condition: string) =>
    first === undefined ? condition : `${first} AND ${condition}`;
  if (scope.of === 'active') {
    const at = dateTime(scope.since);
    const condition = `(SystemModstamp >= ${at} OR LastActivityDate >= ${at.slice(0, 10)})`;
    return sources.map((from) => ({ ...from, first: firstOf(from, condition) }));
  }
  const owners = await ownersOf[scope.of]();
  const wanted = new Set(owners);
  return sources.map((from) => ({
    ...from,
    fields: [...from.fields, 'OwnerId'],
    ...(owners.length <= MOST_NAMED ? { first: firstOf(from, `OwnerId IN ${quoteList(owners)}`) } : {}),
    read: async (way, soql) => {
      const { rows, more } = await from.read(way, soql);
      const isWanted = (owner: string | undefined) => owner !== undefined && wanted.has(owner);
      return { more, rows: rows.map((row) => (isWanted(row.owner) ? row : { ...row, item: undefined })) };
    },
  }));
}
