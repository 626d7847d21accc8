import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adapters } from '@/utils/capture/adapters';
import { list, read } from './support';

/*
 * What an adapter must find and does not ends with a named step. Each step that its code can name is proved on a spoilt
 * page or answer, in the site's own drift test.
 */

const root = join(import.meta.dirname, '../..');
const tests: Record<string, string> = {
  gmail: 'drift.test.ts',
  'google-calendar': 'google-calendar-drift.test.ts',
  outlook: 'outlook-drift.test.ts',
  'outlook-calendar': 'outlook-calendar-drift.test.ts',
};

/** `pageDrift('subject', …)`, `step: 'own-address'`, `${name}-threads`, `why: 'too-deep'`: each as a test would write it. */
function stepsIn(site: string): string[] {
  const folder = join(root, 'utils/capture', site);
  const lines = list(folder).flatMap((name) => read(folder, name).split('\n'));
  const said = (line: RegExp, step: RegExp) =>
    lines
      .filter((each) => line.test(each))
      .flatMap((each) => [...each.matchAll(step)].map((match) => match[1]));
  const whole = said(/[dD]rift(?:Of)?\(|\bstep: /, /[(?:|] ?'([a-z]+(?:-[a-z]+)*)'/g).map(
    (step) => `'${step}'`,
  );
  const endings = [
    ...said(/[dD]rift(?:Of)?\(|\bstep: |notParsed\(/, /\$\{[^}]{1,40}\}(-[a-z]+(?:-[a-z]+)*)`/g),
    ...said(/\bwhy: '/, /\bwhy: '([a-z]+(?:-[a-z]+)*)'/g).map((why) => `-${why}`),
  ].map((ending) => `${ending}'`);
  return [...new Set([...whole, ...endings])];
}

describe('every step that an adapter can name', () => {
  for (const { site } of adapters)
    it(`is proved on a spoilt page or answer: ${site}`, () => {
      const steps = stepsIn(site);
      expect(steps.length, 'steps are found in its code').toBeGreaterThan(4);
      const test = read(import.meta.dirname, tests[site] ?? '');
      expect(
        steps.filter((step) => !test.includes(step)),
        `spoil what these need in tests/capture/${tests[site]}`,
      ).toEqual([]);
    });
});
