import { Members } from '@/utils/crm/twenty/answers';
import { textOf } from '@/utils/crm/twenty/values';
import type { Wire } from '@/utils/crm/twenty/wire';
import { z } from '@/utils/model/zod';

/** The workspace member that the rep is. A key is nobody's: it is told by the address, or where there is only one. */
export interface Member {
  /** Absent where it is not known who the rep is. */
  id?: string;
  name: string;
  address?: string;
}

const members = z.object({ workspaceMembers: Members });

export async function findMember(wire: Wire, address: string): Promise<Member> {
  const wanted = address.trim().toLowerCase();
  const { workspaceMembers } = await wire.ask({
    step: 'members',
    purpose: 'connect',
    query: `query Members($filter: WorkspaceMemberFilterInput) {
  workspaceMembers(filter: $filter, first: 2) { edges { node { id userEmail name { firstName lastName } } } }
}`,
    variables: { filter: wanted === '' ? {} : { userEmail: { eq: wanted } } },
    answer: members,
  });
  const [first, second] = workspaceMembers.edges.map(({ node }) => node);
  if (!first || second) return { name: wanted, ...(wanted ? { address: wanted } : {}) };
  const own = textOf(first.userEmail).toLowerCase();
  const name = [textOf(first.name?.firstName), textOf(first.name?.lastName)].filter(Boolean).join(' ');
  return { id: first.id, name: (name || own).slice(0, 300), ...(own ? { address: own } : {}) };
}

const Claims = z.object({ workspaceId: z.optional(z.string()), sub: z.optional(z.string()) });

/**
 * The workspace that a key belongs to. A key is a JWT (RFC 7519) and names it; the signature is the server's matter, and
 * a key that it does not take never gets this far. Empty where the key is none: then the host alone names the account.
 */
export function workspaceOf(key: string): string {
  const payload = (key.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  try {
    const claims = z.safeParse(Claims, JSON.parse(atob(payload)));
    return claims.success ? (claims.data.workspaceId ?? claims.data.sub ?? '').slice(0, 100) : '';
  } catch {
    return '';
  }
}
