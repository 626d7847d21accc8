import { describe, expect, it, vi } from 'vitest';
import { type Limit, makePace } from '@/utils/crm/pace';

/** Requests as a vendor sees them: when each left, by path. Waiting turns the clock. */
function vendor(limits: Limit[]) {
  const clock = { now: 1_000_000 };
  const seen: { at: number; path: string }[] = [];
  const waited: number[] = [];
  const pace = makePace({
    limits,
    now: () => clock.now,
    wait: async (ms) => {
      waited.push(ms);
      clock.now += ms;
    },
  });
  const send = async (path: string) => {
    await pace.mayLeave(path);
    seen.push({ at: clock.now, path });
  };
  const say = (path: string, said: Record<string, number>) =>
    pace.heard(
      path,
      new Headers(Object.entries(said).map(([name, value]) => [`x-ratelimit-${name}`, String(value)])),
    );
  return { clock, seen, waited, send, say };
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
      const { mayLeave } = makePace({ limits: [{ most: 5, perMs: 1_000 }], now: Date.now, wait });
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

  it('go as fast as the vendor says that this account may, a tenth less, and not faster', async () => {
    const { seen, clock, send, say } = vendor([{ most: 18, perMs: 2_000, said: true }]);
    await send('/deals');
    say('/deals', { limit: 80, remaining: 79, reset: 2 });
    const began = clock.now;
    for (let index = 0; index < 288; index += 1) await send('/deals');
    expect(
      most(
        seen.map(({ at }) => at),
        2_000,
      ),
    ).toBe(72);
    expect(clock.now - began).toBe(8_000);
  });

  it('wait where nothing is left of the window, because others use the same key, no longer than it lasts', async () => {
    const { waited, send, say } = vendor([{ most: 18, perMs: 2_000, said: true }]);
    await send('/deals');
    say('/deals', { limit: 20, remaining: 0, reset: 1 });
    await send('/deals');
    expect(waited).toEqual([1_000]);
    // A time of day in the place of seconds.
    say('/deals', { limit: 20, remaining: 0, reset: 179_525_160 });
    await send('/deals');
    expect(waited).toEqual([1_000, 2_000]);
  });

  it('take what is said of a search for the searches alone, and nothing from who says nothing', async () => {
    const { waited, send, say } = vendor([
      { most: 18, perMs: 2_000, said: true },
      { most: 9, perMs: 2_000, path: '/search', said: true },
    ]);
    await send('/persons/search');
    say('/persons/search', { limit: 5, remaining: 0, reset: 2 });
    for (let index = 0; index < 17; index += 1) await send('/deals');
    expect(waited).toEqual([]);
    await send('/persons/search');
    expect(waited).toEqual([2_000]);
    say('/deals', {});
    const other = vendor([{ most: 18, perMs: 2_000 }]);
    await other.send('/x');
    other.say('/x', { limit: 1, remaining: 0, reset: 2 });
    await other.send('/x');
    expect(other.waited).toEqual([]);
  });
});
