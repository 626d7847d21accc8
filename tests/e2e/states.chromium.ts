import { ensureBuild } from '../../scripts/lib/ensure.mjs';
import { shots } from '../../scripts/shots/states.ts';
import { lookAt } from '../../scripts/shots/take-shots.ts';
import { expect, test } from './support';

/**
 * Every state of panel and popup that has a picture is looked at by axe in both themes and in forced colours, with less
 * motion, at 320 px and at twice the text size. The list of pictures is the list of states: none can be forgotten.
 */
const states = Object.keys(shots).filter((name) => {
  const page = shots[name]?.page;
  return page === 'sidepanel' || page === 'popup';
});
/** Some at a time, so that no test takes long on a busy machine. */
const PART = 12;

for (const look of ['light', 'dark', 'forced colours', 'text twice as large'] as const)
  for (let from = 0; from < states.length; from += PART)
    test(`in ${look} nothing is wrong with ${states[from]} and the next states`, async () => {
      test.setTimeout(300_000);
      const found = await lookAt({
        build: await ensureBuild('chrome'),
        names: states.slice(from, from + PART),
        look,
        width: 320,
      });
      expect(found).toEqual([]);
    });
