import { fail } from '@/utils/crm/errors';

/** Twenty's cloud takes 100 requests a minute from a workspace's keys and tells nobody how many are left. */
const MOST = 90;
const WINDOW_MS = 60_000;

/** Counts requests, so that the limit is not run into. */
export interface Pace {
  /** Call before a request. Throws `slow-down` once where too many were sent within a minute. */
  step(): void;
  /** Call with the time of each answer, milliseconds since 1970: a connector has no clock. */
  saw(now: number): void;
}

/** A count for one session. The next answer's time is that of the last one: too early, so never too fast. */
export function makePace(): Pace {
  let sent: number[] = [];
  let clock = 0;
  return {
    step: () => {
      sent = sent.filter((at) => at > clock - WINDOW_MS);
      const first = sent[0];
      if (sent.length >= MOST && first !== undefined) {
        // Said once: whoever comes back at that time finds the count at zero.
        sent = [];
        fail({ kind: 'slow-down', retryAt: first + WINDOW_MS });
      }
      if (clock > 0) sent.push(clock);
    },
    saw: (now) => {
      clock = Math.max(clock, now);
    },
  };
}
