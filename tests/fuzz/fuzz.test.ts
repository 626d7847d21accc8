import 'fake-indexeddb/auto';
import './even-hashes';
import { describe, expect, it } from 'vitest';
import { fuzzedCrms } from '../crm/fakes/registry';
import { fuzz } from './fuzz';

/** `npm run bench -- fuzz` runs as many as one likes on each connector. */
const pinned = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89];
const fresh = Math.floor(Math.random() * 1_000_000);
const names = Object.keys(fuzzedCrms);

describe.each(names)(
  '%s: whatever dies, whoever clicks, each confirmed entry is there once and no other',
  (name) => {
    const make = fuzzedCrms[name];
    if (!make) throw new Error(name);
    for (const seed of new Set([...pinned, fresh])) {
      it(`seed ${seed}${seed === fresh ? ' (fresh)' : ''}`, async () => {
        const { wrong } = await fuzz(seed, make);
        expect(wrong, `npm run -s bench -- fuzz --connector ${name} --seed ${seed}`).toEqual([]);
      });
    }
  },
);
