/** One candidate in a browser of its own: the page answered here, actions driven, main-thread time read. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from '../../lib/browsers.mjs';

/**
 * Opens a browser with this extension (none where null) and answers every request itself: nothing leaves the machine.
 * @param {string | null} extension folder @param {import('./sites.mjs').Site} site
 */
export async function openBrowser(extension, site) {
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
  const answerTo = site.serve(Date.now());
  const ownHosts = new Set([new URL(site.url).host, new URL(site.blank).host]);
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
    if (!ownHosts.has(url.host)) {
      foreignHosts.add(url.host);
      await route.fulfill(foreignAnswer());
      return;
    }
    if (url.href === site.blank) {
      await route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>blank</title>' });
      return;
    }
    const answer = answerTo(url, route.request().postData() ?? '', answerOnce);
    await route.fulfill(answer ?? { status: 404, body: '' });
  });
  return {
    context,
    foreignHosts,
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
 * @param {import('@playwright/test').BrowserContext} context @param {import('./sites.mjs').Site} site
 */
export async function openTab(context, site) {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(site.blank);
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
    load: () => cdp.send('Page.navigate', { url: site.url }),
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
