import { z } from '@/utils/model/zod';

/**
 * Whose contacts, companies and deals the mirror holds: `mine` the rep's own, `team` their team's, `active` what changed
 * in the last two years. Each CRM has some of them (utils/crm/connector.ts, `scopes`).
 */
export const MirrorScope = z.enum(['mine', 'team', 'active', 'all']);
export type MirrorScope = z.infer<typeof MirrorScope>;

/**
 * Which records a mirror wants. `since`: changed then or later, in milliseconds since 1970. A cursor belongs to the scope
 * that it was asked with: another one begins without.
 */
export type Scope = { of: 'all' | 'mine' | 'team' } | { of: 'active'; since: number };

export const everything: Scope = { of: 'all' };
