import type { Clock } from '@/utils/platform/clock';

/** Later than this the alarm alone is enough: a worker without work is stopped long before. */
const LONGEST_TIMER_MS = 60_000;

const AFTER_ERROR_MS = 60_000;

export interface Schedule {
  clock: Clock;
  /** Does everything that is due now. */
  run(): Promise<void>;
  /** When the next thing is due; undefined where nothing waits for time. */
  next(): Promise<number | undefined>;
  /** Wakes the worker even if it was stopped: an alarm. */
  wakeAt(when: number): void;
  bug(error: unknown): void;
}

/**
 * Does what is due when it is due: by a timer while the worker lives, by an alarm where it does not. One run at a
 * time; a nudge during a run makes it look again. `idle` resolves when nothing is being done.
 */
export function keepTime(schedule: Schedule): { nudge(): void; idle(): Promise<void> } {
  let running: Promise<void> | undefined;
  let again = false;
  let cancelTimer = () => {};

  async function work(): Promise<void> {
    do {
      again = false;
      await schedule.run();
    } while (again);
    const next = await schedule.next();
    cancelTimer();
    if (next === undefined) return;
    const wait = Math.max(0, next - schedule.clock.now());
    schedule.wakeAt(next);
    if (wait <= LONGEST_TIMER_MS) cancelTimer = schedule.clock.after(wait, nudge);
  }

  function nudge(): void {
    if (running) {
      again = true;
      return;
    }
    running = work()
      .catch((error) => {
        schedule.bug(error);
        // A disk that fails now may not in a while; at once it would only fail again.
        schedule.wakeAt(schedule.clock.now() + AFTER_ERROR_MS);
      })
      .finally(() => {
        running = undefined;
        // Nudged while it looked for the next time.
        if (again) nudge();
      });
  }

  return {
    nudge,
    async idle() {
      while (running) await running;
    },
  };
}
