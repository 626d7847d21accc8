import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { isolateNames } from '../../utils/i18n/isolate.ts';
import { directionOf } from '../../utils/i18n/languages.ts';
import { speakPages } from '../../utils/i18n/page-words.ts';
import { speak } from '../../utils/i18n/t.ts';
import { root } from '../lib/run.mjs';
import { now } from './invented.ts';
import { smallPng } from './small-png.ts';
import { type Shot, shots } from './states.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Takes all pictures whose name fits, and looks at each page with axe, for sideways scrolling and for errors while at
 * it. Gives what it found, as sentences.
 */
export async function takeShots(options: {
  build: string;
  /** A folder for everything; absent: `docs/pictures` for the README's, `screenshots/states` for the others. */
  out: string | undefined;
  only: RegExp;
  /** BCP 47; the browser's, and so the pages'. Absent: English as the README has it. */
  language: string | undefined;
}): Promise<string[]> {
  const findings: string[] = [];
  const all = options.out ? resolve(options.out) : join(root, 'screenshots', 'states');
  for (const theme of ['light', 'dark'] as const) {
    const context = await launch(options.build, theme, options.language);
    try {
      const id = await extensionId(context);
      for (const [name, shot] of Object.entries(shots)) {
        if (!options.only.test(name)) continue;
        for (const width of shot.widths ?? [320, 360]) {
          const page = await context.newPage();
          const troubles: string[] = [];
          page.on('pageerror', (error) => troubles.push(String(error)));
          await show(context, page, `chrome-extension://${id}`, shot, width);
          troubles.push(...(await inspect(page)));
          const png = smallPng(await page.screenshot());
          write(join(all, `${[name, width, theme, options.language].filter(Boolean).join('-')}.png`), png);
          const docs = pictureFor(shot, theme);
          if (docs && !options.out && !options.language) write(join(root, 'docs/pictures', docs), png);
          findings.push(...troubles.map((trouble) => `${name}, ${width} px, ${theme}: ${trouble}`));
          if (shot.offline) await context.setOffline(false);
          await page.close();
        }
      }
    } finally {
      await context.close();
    }
  }
  return findings;
}

function pictureFor(shot: Shot, theme: 'light' | 'dark'): string | null {
  if (!shot.docs) return null;
  if (!shot.docs.endsWith('.png')) return `${shot.docs}-${theme}.png`;
  return theme === 'light' ? shot.docs : null;
}

function write(path: string, content: Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** A browser with this build, whose pages have every host that they ask for. */
export async function launch(
  build: string,
  colorScheme: 'light' | 'dark',
  language = 'en-GB',
): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext('', {
    executablePath: process.env.CHROMIUM_PATH,
    headless: true,
    colorScheme,
    deviceScaleFactor: 2,
    locale: language,
    viewport: { width: 360, height: 780 },
    chromiumSandbox: process.getuid?.() !== 0 && process.env.CI === undefined,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--disable-gpu',
      '--no-first-run',
      `--lang=${language}`,
      `--disable-extensions-except=${build}`,
      `--load-extension=${build}`,
    ],
  });
  // What compiles TypeScript for us wraps functions with a name-keeping helper, which pages do not have.
  await context.addInitScript({ content: 'globalThis.__name ??= (named) => named;' });
  // The prompt for a host cannot be clicked without a display: the page is told what the picture needs.
  await context.addInitScript(() => {
    if (location.protocol !== 'chrome-extension:') return;
    const host = sessionStorage.getItem('shots-no-host') === null;
    const answer = (_wanted: unknown, done?: (granted: boolean) => void) => {
      done?.(host);
      return Promise.resolve(host);
    };
    Object.assign(chrome.permissions, { contains: answer, request: answer });
  });
  return context;
}

/** The build's id in this browser. */
export async function extensionId(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return new URL(worker.url()).host;
}

/** Fills the books, opens the page so wide and presses what the state asks for; gives it when it rests. */
export async function show(
  context: BrowserContext,
  page: Page,
  origin: string,
  shot: Shot,
  width: number,
): Promise<void> {
  const url = `${origin}/${shot.page}.html${shot.hash ?? ''}`;
  if (!shot.realTime) await page.clock.setFixedTime(now);
  await page.setViewportSize({ width, height: shot.height ?? 640 });
  await page.goto(url);
  await page.waitForFunction(async () =>
    (await indexedDB.databases()).some(({ name }) => name === 'sidelog'),
  );
  await page.evaluate(seed, {
    rows: shot.rows ?? {},
    book: shot.book ?? null,
    tab: shot.tab ?? null,
    session: shot.session ?? {},
    noHost: shot.noHost ?? false,
    now,
  });
  await page.goto('about:blank');
  if (shot.before) await page.addInitScript(shot.before);
  await page.goto(url);
  await atRest(page, shot.before !== undefined);
  if (shot.offline) await context.setOffline(true);
  const [language = ''] = await page.evaluate(() => navigator.languages);
  const words = { ...(await speak([language])).t, ...(await speakPages([language])) };
  isolateNames(words, directionOf(language));
  await shot.act?.(page, words);
  await atRest(page, shot.before !== undefined);
  if (shot.height !== undefined) return;
  // As high as what it shows, so that what stays at the lower edge stands there; parts of it may come later.
  for (let [known, tries] = [0, 0]; tries < 5; tries += 1) {
    const height = await page.evaluate(() => document.querySelector('#root')?.scrollHeight ?? 0);
    if (height === known) break;
    known = height;
    await page.setViewportSize({ width, height: Math.max(320, height) });
    await atRest(page, shot.before !== undefined);
  }
}

/** So long nothing changes in a page that rests, ms. */
const REST = 150;

/** Until the page has read what it shows (`reads`: it goes on reading in this state) and nothing in it changes. */
async function atRest(page: Page, reads: boolean): Promise<void> {
  await page.waitForFunction(
    (still) =>
      (document.querySelector('#root')?.childElementCount ?? 1) > 0 &&
      (document.querySelector('.skeleton') === null || still),
    reads,
  );
  await page.evaluate(
    (rest) =>
      new Promise<void>((done) => {
        const end = () => {
          seen.disconnect();
          done();
        };
        let timer = setTimeout(end, rest);
        const seen = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(end, rest);
        });
        seen.observe(document, { childList: true, subtree: true, characterData: true });
      }),
    REST,
  );
}

interface Seed {
  rows: Record<string, object[]>;
  book: 'practice' | null;
  tab: Shot['tab'] | null;
  session: Record<string, unknown>;
  noHost: boolean;
  now: number;
}

/** Runs in our own page: writes the rows into the book, empties the other, and says what the tab beside shows. */
async function seed({ rows, book, tab, session, noHost, now: at }: Seed): Promise<void> {
  if (noHost) sessionStorage.setItem('shots-no-host', 'yes');
  else sessionStorage.removeItem('shots-no-host');
  const here = await chrome.tabs.getCurrent();
  const tabs = await chrome.tabs.query({ windowId: here?.windowId });
  const beside = tabs
    .filter((one) => one.id !== here?.id)
    .sort((a, b) => Number(b.active) - Number(a.active) || (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
  const followed = { tabId: beside?.id, site: 'gmail', account: null, earlier: [], at: at - 10_000 };
  await chrome.storage.session.set({
    'listed-threads': [],
    sources: {},
    'not-kept': {},
    ...session,
    'open-tabs':
      tab && beside?.id !== undefined
        ? { [beside.id]: { ...followed, ...tab, ...(book ? { book } : {}) } }
        : {},
  });
  const wanted = book === 'practice' ? 'sidelog-practice' : 'sidelog';
  // The practice book is made when practice begins.
  if (book === 'practice') await chrome.runtime.sendMessage({ type: 'start-practice' });
  const known = (await indexedDB.databases()).map((one) => one.name);
  for (const name of ['sidelog', 'sidelog-practice']) {
    if (!known.includes(name)) {
      if (name === wanted) throw new Error(`${name} is not there yet`);
      continue;
    }
    await new Promise<void>((done, failed) => {
      const opening = indexedDB.open(name);
      opening.onerror = () => failed(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        const stores = [...database.objectStoreNames];
        const writing = database.transaction(stores, 'readwrite');
        for (const store of stores) {
          writing.objectStore(store).clear();
          if (name === wanted) for (const row of rows[store] ?? []) writing.objectStore(store).put(row);
        }
        writing.onerror = () => failed(writing.error);
        writing.oncomplete = () => {
          database.close();
          done();
        };
      };
    });
  }
}

/** What axe finds on the page as it is, by all rules or one, and whether it scrolls sideways; as sentences. */
export async function inspect(page: Page, only: readonly string[] = rules): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(
    async (runOnly) => {
      const { axe: checker } = globalThis as unknown as {
        axe: {
          run(
            where: Document,
            how: { runOnly: string[] },
          ): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>;
        };
      };
      const { violations } = await checker.run(document, { runOnly });
      const found = violations.map(
        ({ id, nodes }) => `${id} at ${nodes.map((node) => node.target).join(', ')}`,
      );
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth > clientWidth ? [...found, `scrolls sideways, ${scrollWidth} px`] : found;
    },
    [...only],
  );
}
