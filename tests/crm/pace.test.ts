import { describe, expect, it, vi } from 'vitest';
import { type Limit, makePace } from '@/utils/crm/pace';

/** Requests as a vendor sees them: when each left, by path. Waiting turns the clock. */
function vendor(limits: Limit[]) {
  const clock = { now: 1_000_000 };
  const seen: { at: number; path: string }[] = [];
  const waited: number[] = [];
  const mayLeave = makePace({
    limits,
    now: () => clock.now,
    wait: async (ms) => {
      waited.push(ms);
      clock.now += ms;
    },
  });
  const send = async (path: string) => {
    await mayLeave(path);
    seen.push({ at: clock.now, path });
  };
  return { clock, seen, waited, send };
}

/** The most that stood within any window of this length. */
function most(times: number[], perMs: number): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + perMs).length));
}

describe('requests to a CRM with a limit', () => {
  it('never are more than it takes within any window, and wait no longer than that needs', async () => {
    const { seen, clock, send } = vendor([{ most: 90, perMs: 10_000 }]);
    const began = clock.now;
    for (let index = 0; index < 400; index += 1) await send('/crm/v3/objects/contacts');
    expect(
      most(
        seen.map(({ at }) => at),
        10_000,
      ),
    ).toBe(90);
    expect(clock.now - began).toBe(40_000);
  });

  it('sent all at once leave no faster', async () => {
    vi.useFakeTimers();
    try {
      const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
      const mayLeave = makePace({ limits: [{ most: 5, perMs: 1_000 }], now: Date.now, wait });
      const times: number[] = [];
      for (let index = 0; index < 23; index += 1) void mayLeave('/x').then(() => times.push(Date.now()));
      await vi.advanceTimersByTimeAsync(10_000);
      expect(times).toHaveLength(23);
      expect(most(times, 1_000)).toBe(5);
    } finally {
      vi.useRealTimers();
    }
  });

  it('are held to what is said of their path alone', async () => {
    const { waited, send } = vendor([{ most: 2, perMs: 1_000, path: '/search' }]);
    for (let index = 0; index < 50; index += 1) await send('/objects/contacts/batch/create');
    expect(waited).toEqual([]);
    for (let index = 0; index < 3; index += 1) await send('/objects/contacts/search');
    expect(waited).toEqual([1_000]);
  });

  it('do not wait for the time that a clock lost when it was set back', async () => {
    const { clock, waited, send } = vendor([{ most: 2, perMs: 1_000 }]);
    await send('/x');
    await send('/x');
    clock.now -= 86_400_000;
    await send('/x');
    expect(waited).toEqual([]);
  });
});
