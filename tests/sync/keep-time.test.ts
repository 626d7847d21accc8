import { describe, expect, it } from 'vitest';
import { keepTime } from '@/utils/sync/keep-time';
import { FakeClock, settle } from './fake-clock';

describe('what is due later', () => {
  it('has a timer while the worker lives and an alarm in case it does not', async () => {
    const clock = new FakeClock();
    const due = clock.now() + 10_000;
    const [runs, alarms]: [number[], number[]] = [[], []];
    const { nudge, idle } = keepTime({
      clock,
      run: async () => void runs.push(clock.now()),
      next: async () => (clock.now() < due ? due : undefined),
      wakeAt: (when) => alarms.push(when),
      bug: () => {},
    });
    nudge();
    await idle();
    expect(alarms).toEqual([due]);
    await clock.advance(10_000);
    expect(runs).toEqual([due - 10_000, due]);
  });

  it('is not forgotten when a nudge comes while it is being done, and never done twice at once', async () => {
    const clock = new FakeClock();
    let running = 0;
    let runs = 0;
    const { nudge, idle } = keepTime({
      clock,
      async run() {
        running += 1;
        expect(running).toBe(1);
        runs += 1;
        await settle();
        running -= 1;
      },
      next: async () => undefined,
      wakeAt: () => {},
      bug: (error) => {
        throw error;
      },
    });
    nudge();
    nudge();
    nudge();
    await idle();
    expect(runs).toBe(2);
  });

  it('goes on after an error, which is said aloud', async () => {
    const clock = new FakeClock();
    const bugs: unknown[] = [];
    let fails = true;
    let runs = 0;
    const { nudge, idle } = keepTime({
      clock,
      async run() {
        runs += 1;
        if (fails) throw new Error('disk');
      },
      next: async () => undefined,
      wakeAt: () => {},
      bug: (error) => bugs.push(error),
    });
    nudge();
    await idle();
    fails = false;
    nudge();
    await idle();
    expect([runs, bugs.length]).toEqual([2, 1]);
  });
});
