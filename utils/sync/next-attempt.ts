import type { Fault } from '@/utils/model/outbox';

const SHORTEST = 5_000;
const LONGEST = 30 * 60_000;
/** With the spread. */
export const LONGEST_PAUSE_MS = LONGEST * 1.2;
/** A CRM that asks to wait longer than a day is asked again after a day. */
export const LONGEST_ASKED_MS = 24 * 60 * 60_000;

/**
 * When an entry that did not arrive is tried again. Waits half of its age, between five seconds and half an hour, so
 * the pauses grow by half each time and no counter is needed; ± 20 % by `random` (0 ≤ x < 1), so that many browsers
 * do not come back at once. A CRM that named a time is taken at its word, and never asked before it.
 */
export function nextAttempt(entry: { createdAt: number }, fault: Fault, now: number, random: number): number {
  if (fault.kind === 'slow-down' && fault.retryAt !== undefined) {
    return Math.min(Math.max(fault.retryAt, now + 1_000), now + LONGEST_ASKED_MS);
  }
  const half = (now - entry.createdAt) / 2;
  const pause = Math.min(Math.max(half, SHORTEST), LONGEST);
  return Math.round(now + pause * (0.8 + 0.4 * random));
}
