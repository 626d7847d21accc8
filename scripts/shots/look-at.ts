import type { Page } from '@playwright/test';
import { shots } from './states.ts';
import { extensionId, inspect, launch, show } from './take-shots.ts';

/** One browser in which one state after another is looked at as its pictures are taken, and no picture is kept. */
export interface Looker {
  /** In light, dark and forced colours, by somebody who wants less motion. Gives what it found, as sentences. */
  look(name: string): Promise<string[]>;
  /** With text twice as large. */
  lookAtLarge(name: string): Promise<string[]>;
  close(): Promise<void>;
}

/** As narrow as WCAG has it, px. */
const WIDTH = 320;

/** Opens the browser, with this build's folder. */
export async function openLooker(build: string): Promise<Looker> {
  const context = await launch(build, 'light');
  const origin = `chrome-extension://${await extensionId(context)}`;
  const open = async (name: string, large: boolean, inspects: (page: Page) => Promise<string[]>) => {
    const shot = shots[name];
    if (!shot) throw new Error(`There is no state ${name}.`);
    const page = await context.newPage();
    try {
      const troubles: string[] = [];
      page.on('pageerror', (error) => troubles.push(String(error)));
      await page.emulateMedia({ reducedMotion: 'reduce' });
      // From the start: what is opened is placed by the size that it has then.
      if (large)
        await page.addInitScript(() => {
          addEventListener('DOMContentLoaded', () => {
            document.documentElement.style.fontSize = '200%';
          });
        });
      await show(context, page, origin, shot, WIDTH);
      return [...troubles, ...(await inspects(page))];
    } finally {
      if (shot.offline) await context.setOffline(false);
      await page.close();
    }
  };
  const named = (look: string, troubles: readonly string[]) =>
    troubles.map((trouble) => `${look}: ${trouble}`);
  return {
    look: (name) =>
      open(name, false, async (page) => {
        const found = [...named('light', await inspect(page)), ...(await moving(page))];
        // The same page in other colours: only what depends on colours can differ.
        await page.emulateMedia({ colorScheme: 'dark' });
        await drawn(page);
        found.push(...named('dark', await inspect(page, ['color-contrast'])));
        await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
        await drawn(page);
        return [...found, ...named('forced colours', await inspect(page, ['color-contrast']))];
      }),
    lookAtLarge: (name) =>
      open(name, true, async (page) => {
        // No target is smaller with larger text; what a bar at the lower edge half covers is scrolled to.
        const found = await inspect(page);
        return found.filter((each) => !each.startsWith('target-size'));
      }),
    close: () => context.close(),
  };
}

/** Until the page is drawn in the colours that it was just given: also a stilled transition takes a while. */
async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
}

/** What still moves for somebody who wants less motion. */
async function moving(page: Page): Promise<string[]> {
  const longest = await page.evaluate(() =>
    Math.max(
      0,
      ...document.getAnimations().map((one) => Number(one.effect?.getComputedTiming().duration ?? 0)),
    ),
  );
  return longest > 1 ? [`moves for ${longest} ms`] : [];
}
