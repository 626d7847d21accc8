/** One candidate in a browser of its own: the page answered here, actions driven, main-thread time read. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from '../../lib/browsers.mjs';
import { bvAnswer, fdAnswer, makeList, makeThread } from './mailbox.mjs';
import { makePage } from './page.mjs';

const MAIL = 'https://mail.google.com/mail/u/0/';
/** Same site, so the same renderer process, but no mail host: no candidate runs there. */
const BLANK = 'https://www.google.com/blank';
const OWN_HOSTS = new Set(['mail.google.com', 'www.google.com']);

/**
 * Opens a browser with this extension (none where null) and answers every request itself: nothing leaves the machine.
 * @param {string | null} extension folder
 */
export async function openBrowser(extension) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium was found; name one in CHROMIUM_PATH.');
  const profile = mkdtempSync(join(tmpdir(), 'sidelog-page-cost-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: { width: 1400, height: 900 },
    ignoreDefaultArgs: ['--disable-extensions', '--disable-component-extensions-with-background-pages'],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND',
      ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
    ],
  });
  /** @type {Set<string>} */
  const foreignHosts = new Set();
  const now = Date.now();
  const made = makePage(now);
  /** @type {Map<string, string>} */
  const answers = new Map();
  const answerOnce = (/** @type {string} */ key, /** @type {() => string} */ make) => {
    if (!answers.has(key)) answers.set(key, make());
    return answers.get(key) ?? '';
  };
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (!url.protocol.startsWith('http')) {
      await route.fallback();
      return;
    }
    if (!OWN_HOSTS.has(url.host)) {
      foreignHosts.add(url.host);
      await route.fulfill(foreignAnswer());
      return;
    }
    const body = route.request().postData() ?? '';
    const wanted = /bench-(thread|list):(\d+):?(\d+)?/.exec(body);
    if (url.pathname.endsWith('/i/fd')) {
      const [, , count, seed] = wanted ?? [];
      const text = answerOnce(`fd${count}:${seed}`, () =>
        fdAnswer(makeThread({ seed: Number(seed), messages: Number(count), now })),
      );
      await route.fulfill({ contentType: 'application/json', body: text });
    } else if (url.pathname.endsWith('/i/bv')) {
      const threads = Number(JSON.parse(body)[0][1]);
      const seed = Number(wanted?.[2] ?? 7);
      const text = answerOnce(`bv${threads}:${seed}`, () => bvAnswer(makeList({ seed, threads, now })));
      await route.fulfill({ contentType: 'application/json', body: text });
    } else if (url.pathname === '/_/scs/mail-static/bench.js') {
      await route.fulfill({ contentType: 'text/javascript', body: made.program });
    } else if (url.href.startsWith(MAIL)) {
      await route.fulfill({ contentType: 'text/html; charset=utf-8', body: made.html });
    } else if (url.href === BLANK) {
      await route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>blank</title>' });
    } else {
      await route.fulfill({ status: 404, body: '' });
    }
  });
  return {
    context,
    foreignHosts,
    /** Gmail's id of the thread that `open(messages, seed)` shows. */
    threadId: (/** @type {number} */ messages, /** @type {number} */ seed) =>
      makeThread({ seed, messages, now }).id,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** What a vendor's server would plausibly say, so that a candidate goes on as it does for its users. */
function foreignAnswer() {
  return {
    contentType: 'application/json',
    headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' },
    body: JSON.stringify({ oauthToken: 'bench', expirationDate: Date.now() + 3_600_000 }),
  };
}

/**
 * A tab in which the mail page can be loaded and measured.
 * @param {import('@playwright/test').BrowserContext} context
 */
export async function openTab(context) {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(BLANK);
  await pause(400);

  const tell = async (/** @type {string} */ expression) => {
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
      expression,
      returnByValue: true,
    });
    if (exceptionDetails)
      throw new Error(`In the page: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return result.value;
  };
  /** CPU time of the renderer's main thread since it began, ms. */
  const mainThread = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    const seconds = metrics.find(({ name }) => name === 'ThreadTime')?.value;
    if (seconds === undefined) throw new Error("This Chromium does not tell its main thread's time.");
    return seconds * 1000;
  };
  /** @type {Map<number, string>} */
  const worlds = new Map();
  cdp.on('Runtime.executionContextCreated', ({ context: world }) => worlds.set(world.id, world.origin));
  cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => worlds.delete(executionContextId));
  await cdp.send('Runtime.enable');
  return {
    page,
    cdp,
    tell,
    handled: 0,
    /** How often a compared library called its handler: it counts in the world in which it runs. */
    async seen() {
      const extensionWorld = [...worlds].find(([, origin]) => origin.startsWith('chrome-extension://'))?.[0];
      const { result } = await cdp.send('Runtime.evaluate', {
        expression: 'globalThis.benchSeen ?? 0',
        returnByValue: true,
        ...(extensionWorld === undefined ? {} : { contextId: extensionWorld }),
      });
      return Number(result.value);
    },
    mainThread,
    /**
     * Main-thread ms of an action and everything that follows it within `windowMs`, and beyond that until `done`.
     * @param {() => Promise<unknown>} act @param {number} windowMs @param {() => Promise<void>} [done]
     */
    async cost(act, windowMs, done) {
      const before = await mainThread();
      await act();
      await pause(windowMs);
      await done?.();
      return (await mainThread()) - before;
    },
    load: () => cdp.send('Page.navigate', { url: MAIL }),
    open: (/** @type {number} */ count, /** @type {number} */ seed) => tell(`bench.open(${count}, ${seed})`),
    list: (/** @type {number} */ count, /** @type {number} */ seed) => tell(`bench.list(${count}, ${seed})`),
    /** JS heap after collecting garbage, bytes: every world of the page's isolate. */
    async heap() {
      for (let turn = 0; turn < 3; turn += 1) await cdp.send('HeapProfiler.collectGarbage');
      return (await cdp.send('Runtime.getHeapUsage')).usedSize;
    },
  };
}

export const pause = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));
