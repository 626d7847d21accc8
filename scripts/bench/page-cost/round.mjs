/** One round of one candidate: every case of the bench, the candidate's own work asserted. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser, openTab, pause } from './browser.mjs';
import { acceptedRecords, setUpSidelog } from './sidelog.mjs';
import { calmCategories, readTrace, traceCategories } from './trace.mjs';

/** How long an action may have consequences, ms. The same for all: a candidate's timers count for as long. */
const WINDOW = { load: 2500, 'open-30': 2000, 'open-300': 5000, 'list-100': 2000 };
/** How long Sidelog's worker may take to accept the records of an opening, ms. */
const ACCEPT_MS = 60_000;

/** @typedef {'none' | 'empty' | 'sidelog' | 'inboxsdk' | 'gmail-js'} Who */
/** @typedef {Record<string, number[]>} Samples case → values */

/**
 * One round: every step is done by all candidates one after another before the next step begins, so that whatever
 * the machine does meanwhile meets all of them alike. Throws where a candidate did not do its work.
 * @param {Who[]} order @param {Record<string, string | null>} extensions @param {number} round counts from 1
 * @param {number} idleMs @param {import('./sites.mjs').Site} site
 * @returns {Promise<Map<Who, Samples>>}
 */
export async function runRound(order, extensions, round, idleMs, site) {
  /** @type {Awaited<ReturnType<typeof openCandidate>>[]} */
  const all = [];
  /** @type {Map<Who, Samples>} */
  const samples = new Map(order.map((who) => [who, {}]));
  /** @type {(step: (candidate: typeof all[number]) => Promise<Record<string, number>>) => Promise<void>} */
  const each = async (step) => {
    for (const candidate of all) keep(candidate.who, await step(candidate));
  };
  const keep = (/** @type {Who} */ who, /** @type {Record<string, number>} */ values) => {
    const kept = samples.get(who) ?? {};
    for (const [name, value] of Object.entries(values)) {
      kept[name] ??= [];
      kept[name].push(value);
    }
  };
  let seed = round * 100;
  try {
    for (const who of order) all.push(await openCandidate(who, extensions[who] ?? null, site));
    for (let turn = 0; turn < site.repeats; turn += 1) {
      seed += 1;
      await each((candidate) => candidate.load());
      await each((candidate) => candidate.open(30, seed));
    }
    await each((candidate) => candidate.heap('heap'));
    await each((candidate) => candidate.open(300, seed + 10));
    await each((candidate) => candidate.list(100, seed + 11));
    await each((candidate) => candidate.heap('heap-300'));
    await each((candidate) => candidate.trace(seed + 20));
    await each((candidate) => candidate.scriptBytes());
    // In browsers of their own and counted in CPU time, they do not disturb each other's figure.
    await Promise.all(all.map(async (candidate) => keep(candidate.who, await candidate.idle(idleMs))));
    for (const { who, foreignHosts } of all) keep(who, foreignHosts());
    return samples;
  } finally {
    for (const candidate of all) await candidate.close();
  }
}

/** @param {Who} who @param {string | null} extension folder @param {import('./sites.mjs').Site} site */
async function openCandidate(who, extension, site) {
  const browser = await openBrowser(extension, site);
  await pause(1200);
  if (who === 'sidelog') await setUpSidelog(browser.context, site.name);
  let tab = await openTab(browser.context, site);
  let used = false;
  return {
    who,
    async load() {
      if (used) {
        await tab.page.close();
        tab = await openTab(browser.context, site);
      }
      used = true;
      await tab.page.bringToFront();
      return { load: await tab.cost(tab.load, WINDOW.load) };
    },
    async open(/** @type {30 | 300} */ count, /** @type {number} */ seed) {
      const name = count === 30 ? 'open-30' : 'open-300';
      const worked = () => assertWorked(who, browser, tab, count, seed, site);
      return { [name]: await tab.cost(() => tab.open(count, seed), WINDOW[name], worked) };
    },
    async list(/** @type {100} */ count, /** @type {number} */ seed) {
      const ms = await tab.cost(() => tab.list(count, seed), WINDOW['list-100']);
      const { rows } = await tab.tell('bench.shown()');
      if (rows !== count) throw new Error(`The page shows ${rows} rows in the place of ${count}.`);
      return { 'list-100': ms };
    },
    heap: async (/** @type {string} */ name) => ({ [name]: await tab.heap() }),
    trace: (/** @type {number} */ seed) => traced(who, browser, seed, site),
    scriptBytes: async () => ({ 'script-bytes': await scriptBytes(browser.context, extension, site) }),
    /**
     * `ms` milliseconds of an open, busy mailbox: `idle` is what the candidate's own scripts took of the main thread
     * (absolute, by tracing), `idle-page` what the main thread took in all, the page's own doings among it.
     */
    async idle(/** @type {number} */ ms) {
      await tab.page.bringToFront();
      await tab.tell('bench.churn(true)');
      await pause(1000);
      const stop = await startTrace(tab.cdp, calmCategories);
      const before = await tab.mainThread();
      await pause(ms);
      const page = (await tab.mainThread()) - before;
      const events = await stop();
      await tab.tell('bench.churn(false)');
      return { idle: who === 'none' || who === 'empty' ? 0 : readTrace(events).totalMs, 'idle-page': page };
    },
    foreignHosts: () => ({ 'foreign-hosts': browser.foreignHosts.size }),
    close: browser.close,
  };
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * A round in which a candidate did not do its work measures nothing.
 * @param {Who} who @param {Awaited<ReturnType<typeof openBrowser>>} browser @param {Awaited<ReturnType<typeof openTab>>} tab
 * @param {number} messages @param {number} seed @param {import('./sites.mjs').Site} site
 */
async function assertWorked(who, browser, tab, messages, seed, site) {
  const shown = await tab.tell('bench.shown()');
  if (shown.messages !== messages)
    throw new Error(`The page shows ${shown.messages} messages of ${messages}.`);
  if (who === 'sidelog') {
    // The worker stores at its own pace: the page's time is counted until the last record is accepted.
    const expected = site.records(messages);
    const until = Date.now() + ACCEPT_MS;
    const accepted = () => acceptedRecords(browser.context, (row) => site.isRecord(row, seed));
    let count = await accepted();
    while (count < expected && Date.now() < until) {
      await pause(500);
      count = await accepted();
    }
    if (count !== expected) throw new Error(`Sidelog's worker accepted ${count} records of ${expected}.`);
  } else if (who === 'inboxsdk' || who === 'gmail-js') {
    const handled = (await tab.seen()) - (tab.handled ?? 0);
    tab.handled = (tab.handled ?? 0) + handled;
    if (handled < messages)
      throw new Error(`${who} called its message handler ${handled} times of ${messages}.`);
  }
}

/**
 * The same actions once more in a fresh tab with tracing on, which costs time of its own and so is not in the sums.
 * @param {Who} who @param {Awaited<ReturnType<typeof openBrowser>>} browser @param {number} seed
 * @returns {Promise<Record<string, number>>}
 */
async function traced(who, browser, seed, site) {
  const tab = await openTab(browser.context, site);
  const stop = await startTrace(tab.cdp, traceCategories);
  await tab.load();
  await pause(WINDOW.load);
  await tab.open(30, seed);
  await pause(WINDOW['open-30']);
  await tab.open(300, seed + 1);
  await pause(WINDOW['open-300']);
  await assertWorked(who === 'sidelog' ? who : 'none', browser, tab, 300, seed + 1, site);
  await tab.list(100, seed + 2);
  await pause(WINDOW['list-100']);
  const parse = await tab.tell('bench.parse()');
  const events = await stop();
  await tab.page.close();
  const read = who === 'none' || who === 'empty' ? undefined : readTrace(events);
  return {
    'json-parse': parse.ms,
    'longest-task': read?.longestMs ?? 0,
    'before-handler': read?.beforeHandlerMs ?? 0,
  };
}

/**
 * @param {import('@playwright/test').CDPSession} cdp @param {string[]} includedCategories
 * @returns {Promise<() => Promise<import('./trace.mjs').TraceEvent[]>>} ends the trace
 */
async function startTrace(cdp, includedCategories) {
  /** @type {import('./trace.mjs').TraceEvent[]} */
  const events = [];
  const collect = (/** @type {{ value: any[] }} */ { value }) => {
    for (const event of value) events.push(event);
  };
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories, recordMode: 'recordAsMuchAsPossible' },
  });
  return async () => {
    const complete = new Promise((done) => cdp.once('Tracing.tracingComplete', done));
    await cdp.send('Tracing.end');
    await complete;
    cdp.off('Tracing.dataCollected', collect);
    return events;
  };
}

/**
 * Bytes on disk of the candidate's scripts that the page really loaded, in whichever world.
 * @param {import('@playwright/test').BrowserContext} context @param {string | null} extension
 * @param {import('./sites.mjs').Site} site
 */
async function scriptBytes(context, extension, site) {
  if (!extension) return 0;
  const tab = await openTab(context, site);
  /** @type {Set<string>} */
  const paths = new Set();
  tab.cdp.on('Debugger.scriptParsed', ({ url }) => {
    if (url.startsWith('chrome-extension://')) paths.add(new URL(url).pathname);
  });
  await tab.cdp.send('Debugger.enable');
  await tab.load();
  await pause(WINDOW.load);
  await tab.page.close();
  return [...paths].reduce((sum, path) => sum + statSync(join(extension, decodeURI(path))).size, 0);
}
