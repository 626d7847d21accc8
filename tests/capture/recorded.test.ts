import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { adapters } from '@/utils/capture/adapters';
import { draftExpectation } from '../../scripts/record/draft-expectation.ts';
import { readCase } from '../../scripts/record/read-case.ts';

/*
 * tests/pages/recorded/<site>/<case>, as `npm run record` writes them: pages that somebody had open, under other names.
 * What a person corrected in expected.json is what holds.
 */

const folder = join(import.meta.dirname, '../pages/recorded');
const cases = adapters.flatMap((adapter) => {
  const site = join(folder, adapter.site);
  return existsSync(site) ? readdirSync(site).map((name) => ({ adapter, name, path: join(site, name) })) : [];
});

describe('every recorded page', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  for (const { adapter, name, path } of cases) {
    it(`${adapter.site}, ${name}`, async () => {
      const expected = JSON.parse(readFileSync(join(path, 'expected.json'), 'utf8'));
      // On the day of the recording: what may be proposed depends on it.
      const real = Date.now.bind(Date);
      const offset = Date.parse(expected.recordedAt) - real();
      vi.spyOn(Date, 'now').mockImplementation(() => real() + offset);
      const got = await draftExpectation(
        readCase(path, expected.url),
        adapter,
        expected.about,
        expected.recordedAt,
      );
      expect(got).toEqual(expected);
    });
  }
});
