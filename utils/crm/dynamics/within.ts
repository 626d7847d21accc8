import { Teams } from '@/utils/crm/dynamics/answers';
import type { Source } from '@/utils/crm/dynamics/delta';
import type { Wire } from '@/utils/crm/dynamics/wire';
import type { Scope } from '@/utils/model/mirror-scope';

/** The user and the teams that they are in: what a mirror of the team holds is owned by one of them. In lower case. */
export async function teamOf(wire: Wire, user: string): Promise<string[]> {
  const path = `/systemusers(${user})/teammembership_association?$select=teamid`;
  const { value } = await wire.get('teams', 'sync', path, Teams);
  return [user, ...value.map(({ teamid }) => teamid.toLowerCase())];
}

interface OwnedRow {
  _ownerid_value?: string | null | undefined;
  modifiedon: string;
}

/**
 * The same, of these records alone. Dataverse's change tracking takes no `$filter`, so all are read as ever and the
 * others left out here: none of them is kept. Of what changes later everything has changed since.
 */
export async function within<R extends OwnedRow, T>(
  source: Source<R, T>,
  scope: Scope,
  ownersOf: { mine(): Promise<string[]>; team(): Promise<string[]> },
): Promise<Source<R, T>> {
  if (scope.of === 'all') return source;
  if (scope.of === 'active') {
    const { since } = scope;
    return {
      ...source,
      toItem: (row) => (Date.parse(row.modifiedon) >= since ? source.toItem(row) : undefined),
    };
  }
  const owners = new Set(await ownersOf[scope.of]());
  return {
    ...source,
    select: [...source.select, '_ownerid_value'],
    toItem: (row) => (owners.has((row._ownerid_value ?? '').toLowerCase()) ? source.toItem(row) : undefined),
  };
}
