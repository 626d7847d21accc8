import type { Clock } from '@/utils/platform/clock';

interface Timer {
  at: number;
  run: () => void;
  every?: number;
}

/** Lets everything that waits for nothing but its turn have it. */
export async function settle(turns = 12): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** A clock whose hands the test turns. Timers run on the way, each with its turns. */
export class FakeClock implements Clock {
  time = Date.UTC(2026, 10, 21, 9, 0, 0);
  readonly timers = new Set<Timer>();

  now = (): number => this.time;

  timeZone = (): string => 'Europe/Berlin';

  after = (ms: number, run: () => void): (() => void) => this.#add({ at: this.time + ms, run });

  every = (ms: number, run: () => void): (() => void) => this.#add({ at: this.time + ms, run, every: ms });

  #add(timer: Timer): () => void {
    this.timers.add(timer);
    return () => this.timers.delete(timer);
  }

  /** Turns the hands forward; `rest` is waited for after each timer. */
  async advance(ms: number, rest: () => Promise<unknown> = settle): Promise<void> {
    const until = this.time + ms;
    for (;;) {
      const [next] = [...this.timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.time = Math.max(this.time, next.at);
      if (next.every === undefined) this.timers.delete(next);
      // An interval that was slept through runs once.
      else next.at = this.time + next.every;
      next.run();
      await rest();
    }
    this.time = until;
    await rest();
  }
}
