import type { Proposal } from '@/utils/model/proposal';

/** How many mails the rep logged since midnight; what a colleague had logged already (no entry of ours) is not counted. */
export function loggedToday(logged: readonly Proposal[], now: number): number {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  return logged.filter(
    ({ status }) => status.state === 'logged' && status.loggedAt >= midnight && status.outboxId !== undefined,
  ).length;
}
