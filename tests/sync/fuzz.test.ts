import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { makeContext } from '@/utils/actions/make-context';
import { fuzz } from './fuzz';

const pinned = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89];
const fresh = Math.floor(Math.random() * 1_000_000);

describe('whatever dies, whoever clicks, each confirmed mail is in the CRM exactly once and no other', () => {
  for (const seed of [...pinned, fresh]) {
    it(`seed ${seed}${seed === fresh ? ' (fresh)' : ''}`, async () => {
      expect(await fuzz(seed, makeContext), `run again with fuzz(${seed}, …)`).toEqual([]);
    });
  }
});

describe('the fuzz would notice', () => {
  const caught = async (run: (seed: number) => Promise<string[]>) => {
    for (const seed of pinned) {
      const wrong = await run(seed);
      if (wrong.some((line) => line.includes('records'))) return true;
    }
    return false;
  };

  it('a drain that sends without asking the CRM first', async () => {
    const blind = (seed: number) =>
      fuzz(seed, makeContext, (crm) => {
        crm.blind = true;
      });
    expect(await caught(blind)).toBe(true);
  });

  it('a drain that takes what another worker is sending', async () => {
    vi.resetModules();
    vi.doMock('@/utils/sync/claim', async (original) => {
      const real = await original<typeof import('@/utils/sync/claim')>();
      return {
        ...real,
        claimDue: (...[db, account, lease, now, most]: Parameters<typeof real.claimDue>) =>
          real.claimDue(db, account, lease, now + 2 * real.LEASE_MS, most),
        markHanded: async (...[, entries]: Parameters<typeof real.markHanded>) => entries,
      };
    });
    const { makeContext: careless } = await import('@/utils/actions/make-context');
    expect(await caught((seed) => fuzz(seed, careless))).toBe(true);
    vi.doUnmock('@/utils/sync/claim');
  });
});
