import { test as base, expect } from '@playwright/test';
import { findChromium } from '../../scripts/lib/browsers.mjs';
import { buildFolder } from '../../scripts/lib/ensure.mjs';
import { type Looker, openLooker } from '../../scripts/shots/look-at.ts';
import { shots } from '../../scripts/shots/states.ts';

/**
 * Every state of panel and popup that has a picture is looked at by axe in both themes and in forced colours, with less
 * motion, at 320 px and at twice the text size. The list of pictures is the list of states: none can be forgotten. One
 * browser looks at all that its worker is given.
 */
const states = Object.entries(shots).flatMap(([name, { page }]) =>
  page === 'sidepanel' || page === 'popup' ? [name] : [],
);

const test = base.extend<object, { looker: Looker }>({
  looker: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the pattern
    async ({}, use) => {
      process.env.CHROMIUM_PATH ??= findChromium() ?? undefined;
      const looker = await openLooker(buildFolder('chrome'));
      await use(looker);
      await looker.close();
    },
    { scope: 'worker' },
  ],
});

for (const name of states) {
  test(`nothing is wrong with ${name} in light, dark and forced colours`, async ({ looker }) => {
    expect(await looker.look(name)).toEqual([]);
  });

  test(`nothing is wrong with ${name} with text twice as large`, async ({ looker }) => {
    expect(await looker.lookAtLarge(name)).toEqual([]);
  });
}
