import type { Page } from '@playwright/test';
import { anna, setUp } from '../../../tests/e2e/support';
import { stopWorker } from '../../../tests/tools/chromium';
import { inventThread } from '../../../tests/tools/gmail-page';
import { ensureBuild } from '../../lib/ensure.mjs';
import { say } from '../../lib/run.mjs';
import { many, settings } from '../../shots/invented';
import { fillBooks } from './fill-books';
import { longestTask } from './longest-task';

/*
 * How fast panel and popup are with much in the books, beside the same build with nothing in them: two browsers, asked in
 * turns. Prints rows as JSON.
 */

const wish = JSON.parse(process.argv[2] ?? '{}');
const ROUNDS = Number(wish.rounds ?? 15);
const PROPOSALS = Number(wish.proposals ?? 2000);
const CONTACTS = Number(wish.contacts ?? 100_000);
const rows: { case: string; who: string; value: number; unit: string }[] = [];
const round = (value: number) => Math.round(value * 100) / 100;
const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const tell = (name: string, who: string, value: number, unit: string) =>
  rows.push({ case: name, who, value: round(value), unit });
type World = Awaited<ReturnType<typeof setUp>>;

/** Notes when a page's scripts began and when the first of its content was there. */
async function watchContent(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const content = '.queue__row, .card:not(.card--wait), .empty, .due';
    let began = 0;
    // Extension pages have no resource timings. The first of our scripts that runs asks for the reader's languages
    // (scripts/build/early-start.ts).
    const { languages } = navigator;
    Object.defineProperty(navigator, 'languages', {
      get() {
        began ||= performance.now();
        return languages;
      },
    });
    const look = () => {
      if (!document.querySelector(content)) return;
      watching.disconnect();
      Object.assign(window, { content: { began, at: performance.now() } });
      console.debug('content');
    };
    const watching = new MutationObserver(look);
    watching.observe(document, { childList: true, subtree: true });
  });
}

/** The first content, ms after the first of the scripts ran and after the page was asked for. */
async function firstContent(world: World, page: Page, path: string) {
  await page.goto('about:blank');
  // Whoever waits for a function of the page has a tool of 200 KB put into it, before the content is there.
  const there = page.waitForEvent('console', (said) => said.text() === 'content');
  await page.goto(`chrome-extension://${world.sidelog.id}/${path}`);
  await there;
  return page.evaluate(() => {
    const { content } = window as unknown as { content: { began: number; at: number } };
    return { fromScript: content.at - content.began, fromOpening: content.at };
  });
}

const scroll = (page: Page) => async () => {
  await page.mouse.move(180, 500);
  for (let step = 0; step < 60; step += 1) {
    await page.mouse.wheel(0, step < 45 ? 700 : -900);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
};

async function capture(world: World): Promise<number[]> {
  const mail = await world.gmail();
  const panel = await world.sidelog.open('sidepanel.html');
  const taken: number[] = [];
  for (let at = 0; at < ROUNDS; at += 1) {
    const subject = `Measured ${at}`;
    const text = `${subject}: could you send the offer by Friday?`;
    await panel.evaluate((wanted) => {
      const seen = new MutationObserver(() => {
        if (!document.querySelector('.card--now')?.textContent?.includes(wanted)) return;
        seen.disconnect();
        Object.assign(window, { shownAt: performance.timeOrigin + performance.now() });
      });
      seen.observe(document.body, { childList: true, subtree: true, characterData: true });
      Object.assign(window, { shownAt: 0 });
    }, subject);
    // The clock is read in the page, when the mail's content is on it.
    await mail.page.evaluate((wanted) => {
      const seen = new MutationObserver(() => {
        if (!document.body.textContent?.includes(wanted)) return;
        seen.disconnect();
        Object.assign(window, { contentAt: performance.timeOrigin + performance.now() });
      });
      seen.observe(document.body, { childList: true, subtree: true });
    }, text);
    await mail.openThread(inventThread(subject, [{ from: anna, text }]));
    await panel.waitForFunction(() => 'shownAt' in window && window.shownAt !== 0);
    const shown = await panel.evaluate(() => (window as unknown as { shownAt: number }).shownAt);
    const there = await mail.page.evaluate(() => (window as unknown as { contentAt: number }).contentAt);
    taken.push(shown - there);
  }
  await panel.close();
  await mail.page.close();
  return taken;
}

/** From a key to the changed list, ms. */
async function typing(world: World): Promise<number[]> {
  const mail = await world.gmail();
  const panel = await world.sidelog.open('sidepanel.html');
  await mail.openThread(inventThread('Picked', [{ from: anna, text: 'Who is this from?' }]));
  await panel.bringToFront();
  await panel
    .getByRole('button', { name: /: wrong|Already a contact/ })
    .first()
    .click();
  const input = panel.getByRole('combobox').first();
  await input.focus();
  await panel.evaluate(() => {
    const taken: number[] = [];
    Object.assign(window, { taken });
    document.querySelector('input[role=combobox]')?.addEventListener(
      'input',
      () => {
        const began = performance.now();
        const list = document.querySelector('[role=listbox]');
        if (!list) return;
        const seen = new MutationObserver(() => {
          seen.disconnect();
          taken.push(performance.now() - began);
        });
        seen.observe(list, { childList: true, subtree: true, characterData: true });
      },
      { capture: true },
    );
  });
  for (const word of ['lund777', 'sato12', 'berger4'])
    for (const [at, key] of [...word].entries()) {
      if (at === 0) await input.fill('');
      await panel.keyboard.press(key);
      await panel.waitForTimeout(150);
    }
  const taken = await panel.evaluate(() => (window as unknown as { taken: number[] }).taken);
  await panel.close();
  await mail.page.close();
  return taken;
}

await ensureBuild('chrome');
const worlds = { 'with nothing': await setUp({}), sidelog: await setUp({}) };
for (const world of Object.values(worlds))
  await world.sidelog.context.addInitScript({ content: 'globalThis.__name ??= (named) => named;' });
try {
  await fillBooks(await worlds.sidelog.sidelog.worker(), {
    contacts: CONTACTS,
    rows: { settings: [settings()], proposals: many(PROPOSALS) },
  });
  await fillBooks(await worlds['with nothing'].sidelog.worker(), {
    contacts: 0,
    rows: { settings: [settings()] },
  });
  const pages = new Map<World, Page>();
  for (const world of Object.values(worlds)) {
    const page = await world.sidelog.context.newPage();
    await watchContent(page);
    pages.set(world, page);
  }
  const limits = { 'sidepanel.html': 100, 'popup.html': 60 };
  for (const [path, limit] of Object.entries(limits))
    for (const how of ['warm', 'from a stopped worker'] as const) {
      const name = `first content, ${how}: ${path.replace('.html', '')}`;
      const taken = new Map<string, { fromScript: number; fromOpening: number }[]>();
      for (let at = -1; at < ROUNDS; at += 1)
        for (const [who, world] of Object.entries(worlds)) {
          const page = pages.get(world);
          if (!page) continue;
          if (how === 'warm') await world.sidelog.worker();
          else await stopWorker(world.sidelog);
          const times = await firstContent(world, page, path);
          // The first look compiles and caches.
          if (at >= 0) taken.set(who, [...(taken.get(who) ?? []), times]);
        }
      const of = (who: string) => median((taken.get(who) ?? []).map(({ fromScript }) => fromScript));
      for (const who of Object.keys(worlds)) tell(name, who, of(who), 'ms');
      tell(name, 'limit', limit, 'ms');
      for (const [who, times] of taken)
        tell(`${name}, from its opening`, who, median(times.map(({ fromOpening }) => fromOpening)), 'ms');
      tell(name, 'sidelog to nothing', of('sidelog') / of('with nothing'), 'ratio');
      say(`${name}: ${of('sidelog').toFixed(1)} ms, with nothing ${of('with nothing').toFixed(1)} ms`);
    }
  const longest = new Map<string, number[]>();
  for (let at = 0; at < 5; at += 1)
    for (const [who, world] of Object.entries(worlds)) {
      const page = pages.get(world);
      if (!page) continue;
      await firstContent(world, page, 'sidepanel.html');
      await page.bringToFront();
      await page.waitForTimeout(1500);
      longest.set(who, [...(longest.get(who) ?? []), await longestTask(page, scroll(page))]);
    }
  for (const [who, list] of longest) tell('scrolling: longest task, CPU time', who, median(list), 'ms');
  tell('scrolling: longest task, CPU time', 'limit', 50, 'ms');
  for (const page of pages.values()) await page.close();
  say('Scrolled; now typing and captures.');
  const keys = await typing(worlds.sidelog);
  tell('typing in a picker, a key', 'sidelog', median(keys), 'ms');
  tell('typing in a picker, a key', 'limit', 30, 'ms');
  for (const [who, world] of Object.entries(worlds))
    tell('a new capture in the panel', who, median(await capture(world)), 'ms');
  tell('a new capture in the panel', 'limit', 150, 'ms');
} finally {
  for (const world of Object.values(worlds)) await world.close();
}
console.log(JSON.stringify(rows));
