import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { fakeOdoo } from '../../../tests/crm/fakes/odoo';
import { copyWithGrantedHosts, launchChromium, stopWorker } from '../../../tests/tools/chromium';
import { sendIntent } from '../../../tests/tools/extension-state';
import { serve } from '../../../tests/tools/network';
import { buildFolder, ensureBuild } from '../../lib/ensure.mjs';
import { root, say } from '../../lib/run.mjs';

/*
 * A large mirror in a real Chromium: read for the first time with a kill on the way, read again for what changed, and
 * looked into. Prints rows as JSON. `sync` tells of the first two, `match` of the third.
 */

const CONTACTS = Number(process.env.SIDELOG_BENCH_CONTACTS ?? 100_000);
const COMPANIES = CONTACTS / 5;
const DEALS = CONTACTS / 20;
/** As many as a page of the CRM's brings. */
const CHUNK = 2_000;
const rep = { login: 'rita@own.example', key: 'key-of-rita', name: 'Rita Rep' };
const what = process.argv[2] ?? 'sync';
const rows: { case: string; who: string; value: number; unit: string }[] = [];
const tell = (name: string, value: number, unit: string, who = 'sidelog') =>
  rows.push({ case: name, who, value: Math.round(value * 100) / 100, unit });

const odoo = fakeOdoo(19);
odoo.addUser(rep);
let firstCompany = 0;
if (what === 'sync') fillCrm();

/** What the fake itself takes, which looks through every row for each question: no part of our work. */
let serverMs = 0;
const server = await serve({
  origin: odoo.origin,
  fetch: async (input, init) => {
    const began = performance.now();
    try {
      return await odoo.fetch(input, init);
    } finally {
      serverMs += performance.now() - began;
    }
  },
});
await ensureBuild('chrome');
const extension = await copyWithGrantedHosts(buildFolder('chrome'), ['http://127.0.0.1/*']);
if (what === 'match')
  // As WXT builds the worker.
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias: { '@': root } },
    build: {
      outDir: extension,
      emptyOutDir: false,
      lib: {
        entry: join(root, 'scripts/bench/match/worker.ts'),
        formats: ['iife'],
        name: 'background',
        fileName: () => 'background.js',
      },
    },
  });
const sidelog = await launchChromium({ extension });
try {
  const page = await sidelog.open('options.html');
  let peak = 0;
  const watching = setInterval(() => {
    peak = Math.max(peak, privateBytes());
  }, 200);
  const before = privateBytes();
  const settings = { url: server.origin, database: 'acme', login: rep.login, key: rep.key };
  const began = Date.now();
  const pages = () =>
    odoo.requests.filter(({ url, body }) => /search_read$/.test(url) && body.includes('"limit":2000')).length;
  if (what === 'sync') {
    await sendIntent(sidelog, { type: 'connect-crm', connector: 'odoo', settings });
    await until(page, 'contacts', CONTACTS * 0.4);
    await stopWorker(sidelog);
    const [asked, kept] = [pages(), await count(page, 'contacts')];
    await sendIntent(sidelog, { type: 'sync-now', book: 'real' });
    const alive = await watchInterface();
    await untilComplete(page, began);
    const { answers, still } = await alive();
    tell('first mirror: contacts', await count(page, 'contacts'), 'rows');
    tell('first mirror: companies', await count(page, 'companies'), 'rows');
    tell('first mirror: deals', await count(page, 'deals'), 'rows');
    tell('first mirror: kept when the worker was killed', kept, 'rows');
    tell('first mirror: pages asked before the kill', asked, 'requests');
    tell('first mirror: pages asked in all', pages(), 'requests');
    const fewest = [CONTACTS + 1, COMPANIES, DEALS].reduce((sum, rows) => sum + Math.ceil(rows / 2000), 0);
    tell('first mirror: pages asked in all', fewest, 'requests', 'fewest possible');
    tell('first mirror: pages asked in all', fewest + asked, 'requests', 'naive, from the beginning');
    tell('first mirror: time', (Date.now() - began) / 1000, 's');
    tell('first mirror: memory, extension process, private, peak', peak / 1024 / 1024, 'MB');
    tell('first mirror: memory, extension process, private, before', before / 1024 / 1024, 'MB');
    tell('first mirror: memory', 150, 'MB', 'limit');
    tell('first mirror: a search among contacts in our page meanwhile: median', quantile(answers, 0.5), 'ms');
    tell('first mirror: a search among contacts in our page meanwhile: p95', quantile(answers, 0.95), 'ms');
    tell('first mirror: longest that our page stood still meanwhile', Math.max(...still), 'ms');
    for (let index = 0; index < 20; index += 1)
      odoo.models.write('res.partner', [firstCompany + COMPANIES + index * 7], { name: `Renamed ${index}` });
    const requests = odoo.requests.length;
    const changed = Date.now();
    const served = serverMs;
    await page.evaluate(() => chrome.runtime.sendMessage({ type: 'sync-now', book: 'real' }));
    tell('delta of 20 changes: time', (await untilComplete(page, changed)) - changed, 'ms');
    tell('delta of 20 changes: of which the fake server', serverMs - served, 'ms');
    tell('delta of 20 changes: time', 1000, 'ms', 'limit');
    tell('delta of 20 changes: requests', odoo.requests.length - requests, 'requests');
    await confirmToCrm();
  } else {
    const address = (index: number) => `contact${index}@company${index % COMPANIES}.example`;
    const ask = (bench: string, addresses: string[]) =>
      page.evaluate(
        async (message) => {
          const sent = performance.now();
          const port = chrome.runtime.connect();
          const answers = await new Promise<{ found: number; ms: number; sinceStart: number }[]>((done) => {
            port.onMessage.addListener((message) => done(message as Parameters<typeof done>[0]));
            port.postMessage(message);
          });
          port.disconnect();
          return { answers, round: performance.now() - sent };
        },
        { bench, addresses },
      );
    for (let from = 0; from < CONTACTS; from += CHUNK)
      await ask('fill', [from, Math.min(from + CHUNK, CONTACTS), COMPANIES].map(String));
    say('The mirror is filled.');
    const cold: number[] = [];
    const rounds: number[] = [];
    for (let round = 0; round < 60; round += 1) {
      await stopWorker(sidelog);
      const { answers, round: ms } = await ask('lookup', [address((round * 1_637) % CONTACTS)]);
      if (answers[0]?.found !== 1) throw new Error(`not found: ${JSON.stringify(answers)}`);
      cold.push(answers[0].ms);
      rounds.push(ms);
    }
    const floor = await emptyWorker();
    tell(
      'lookup, from the message that starts a stopped worker to its answer: median',
      quantile(floor, 0.5),
      'ms',
      'a worker that does nothing',
    );
    tell(
      'lookup, from the message that starts a stopped worker to its answer: p99',
      quantile(floor, 0.99),
      'ms',
      'a worker that does nothing',
    );
    const many = Array.from({ length: 1_000 }, (_, index) => address((index * 7_919) % CONTACTS));
    const warm = (await ask('lookup', many)).answers.map(({ ms }) => ms);
    const scan = (await ask('naive', many.slice(0, 1))).answers.map(({ ms }) => ms);
    for (const [name, values, limit] of [
      ['lookup, first of a worker just started', cold, 50],
      ['lookup, from the message that starts a stopped worker to its answer', rounds, 50],
      ['lookup, warm', warm, 1],
    ] as const) {
      tell(`${name}: median`, quantile(values, 0.5), 'ms');
      tell(`${name}: p99`, quantile(values, 0.99), 'ms');
      tell(name, limit, 'ms', 'limit');
    }
    tell('lookup, warm: median', quantile(scan, 0.5), 'ms', 'naive, every contact looked at');
  }
  clearInterval(watching);
} finally {
  await sidelog.close();
  await server.close();
  await rm(extension, { recursive: true, force: true });
}
process.stdout.write(`${JSON.stringify(rows)}\n`);
process.exit(0);

function fillCrm(): void {
  for (let index = 0; index < COMPANIES; index += 1)
    odoo.models.insert('res.partner', {
      name: `Company ${index}`,
      is_company: true,
      website: `https://company${index}.example`,
    });
  // As a CRM that was in use for months: a delta reaches back over minutes, not over all of it.
  const MINUTE = 60_000;
  [firstCompany = 0] = odoo.models
    .search('res.partner', [['is_company', '=', true]], true)
    .map(({ id }) => id);
  for (let index = 0; index < CONTACTS; index += 1) {
    odoo.models.now += MINUTE;
    odoo.models.insert('res.partner', {
      name: `Contact Person ${index}`,
      email: `contact${index}@company${index % COMPANIES}.example`,
      phone: `+49 30 ${5_550_000 + index}`,
      parent_id: firstCompany + (index % COMPANIES),
    });
  }
  for (let index = 0; index < DEALS; index += 1)
    odoo.models.insert('crm.lead', {
      name: `Deal ${index}`,
      type: 'opportunity',
      probability: 10,
      date_closed: false,
      partner_id: firstCompany + COMPANIES + index * 3,
    });
  odoo.models.now += 60 * MINUTE;
  say('The fake CRM is filled.');
}

/** From the end of the undo time to the CRM's having it: contacts are confirmed into being, the outbox is the same. */
async function confirmToCrm(): Promise<void> {
  await sendIntent(sidelog, { type: 'change-settings', change: { undoSeconds: 0 } });
  const times: number[] = [];
  const served = serverMs;
  for (let index = 0; index < 20; index += 1) {
    if (index % 2 === 0) await stopWorker(sidelog);
    const there = odoo.models.table('res.partner').size;
    const page = await sidelog.open('options.html');
    const began = Date.now();
    const draft = { name: `New Person ${index}`, address: `new${index}@kunde.example` };
    await page.evaluate(
      (one) => chrome.runtime.sendMessage({ type: 'create-contact', book: 'real', draft: one }),
      draft,
    );
    // The table's size alone: looking through its rows would keep the fake from answering.
    while (odoo.models.table('res.partner').size === there) {
      if (Date.now() - began > 20_000) throw new Error('it never arrived');
      await new Promise((done) => setTimeout(done, 5));
    }
    times.push(Date.now() - began);
    await page.close();
  }
  tell('confirmed to CRM, every second time from a stopped worker: median', quantile(times, 0.5), 'ms');
  tell('confirmed to CRM, every second time from a stopped worker: longest', Math.max(...times), 'ms');
  tell('confirmed to CRM: of which the fake server, mean', (serverMs - served) / times.length, 'ms');
  tell('confirmed to CRM: median', 2000, 'ms', 'limit');
}

/**
 * Begins to use a page of ours while the mirror is being filled: what somebody types is looked for in the index ten times
 * a second, and a timer says how long the page stood still. Answers what it saw when called.
 */
async function watchInterface(): Promise<() => Promise<{ answers: number[]; still: number[] }>> {
  const page = await sidelog.open('options.html');
  const running = page.evaluate(async () => {
    const answers: number[] = [];
    const still: number[] = [];
    const opening = indexedDB.open('sidelog');
    const database = await new Promise<IDBDatabase>((done) => {
      opening.onsuccess = () => done(opening.result);
    });
    let last = performance.now();
    const timer = setInterval(() => {
      still.push(performance.now() - last - 20);
      last = performance.now();
    }, 20);
    while (!('enough' in window)) {
      const asked = performance.now();
      await new Promise<void>((done) => {
        const index = database.transaction('contacts').objectStore('contacts').index('words');
        const typed = `contact person ${answers.length % 90}`;
        const reading = index.getAll(IDBKeyRange.bound(typed, `${typed}\uffff`), 80);
        reading.onsuccess = () => done();
      });
      answers.push(performance.now() - asked);
      await new Promise((done) => setTimeout(done, 100));
    }
    clearInterval(timer);
    database.close();
    return { answers, still };
  });
  return async () => {
    await page.evaluate(() => Object.assign(window, { enough: true }));
    const seen = await running;
    await page.close();
    return seen;
  };
}

function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(at * sorted.length) - 1)] ?? 0;
}

/** What this browser and machine take to start a worker of one line and to bring its answer. */
async function emptyWorker(): Promise<number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sidelog-empty-'));
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    background: { service_worker: 'background.js' },
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  // Installing opens the latter, as it does with us.
  for (const page of ['options.html', 'welcome.html'])
    await writeFile(join(folder, page), '<!doctype html><title>Empty</title>');
  await writeFile(
    join(folder, 'background.js'),
    `chrome.runtime.onInstalled.addListener(() => chrome.tabs.create({ url: 'welcome.html' }));
    chrome.runtime.onConnect.addListener((port) => port.postMessage(0));`,
  );
  const empty = await launchChromium({ extension: folder });
  try {
    const page = await empty.open('options.html');
    const times: number[] = [];
    for (let round = 0; round < 60; round += 1) {
      await stopWorker(empty);
      times.push(
        await page.evaluate(async () => {
          const sent = performance.now();
          const port = chrome.runtime.connect();
          await new Promise((done) => port.onMessage.addListener(done));
          port.disconnect();
          return performance.now() - sent;
        }),
      );
    }
    return times;
  } finally {
    await empty.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Rows of one table, seen from one of our own pages, which does not wake the worker. */
function count(page: Page, table: string): Promise<number> {
  return page.evaluate(
    (store) =>
      new Promise<number>((done, failed) => {
        const opening = indexedDB.open('sidelog');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction(store).objectStore(store).count();
          counting.onsuccess = () => {
            opening.result.close();
            done(counting.result);
          };
        };
      }),
    table,
  );
}

async function until(page: Page, table: string, most: number): Promise<void> {
  const began = Date.now();
  while ((await count(page, table)) < most) {
    if (Date.now() - began > 300_000) throw new Error(`${table} never had ${most} rows`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Waits until every kind has been read to its end since then; resolves with when the last one was. */
async function untilComplete(page: Page, since: number): Promise<number> {
  for (;;) {
    const ends: number[] = await page.evaluate(
      () =>
        new Promise<number[]>((done, failed) => {
          const opening = indexedDB.open('sidelog');
          opening.onerror = () => failed(opening.error);
          opening.onsuccess = () => {
            const reading = opening.result.transaction('cursors').objectStore('cursors').getAll();
            reading.onsuccess = () => {
              opening.result.close();
              done(reading.result.map(({ completeAt }) => completeAt ?? 0));
            };
          };
        }),
    );
    if (ends.length >= 3 && ends.every((end) => end >= since)) return Math.max(...ends);
    if (Date.now() - since > 1_200_000) throw new Error('the mirror never was complete');
    await new Promise((done) => setTimeout(done, 30));
  }
}

/** Memory that is this process's own, of the process in which the extension lives; 0 where the system does not say. */
function privateBytes(): number {
  let most = 0;
  try {
    for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        if (!readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--extension-process')) continue;
        if (!descendsFrom(Number(id), process.pid)) continue;
        const rollup = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8');
        const kilobytes = [...rollup.matchAll(/^Private_\w+:\s+(\d+) kB/gm)].reduce(
          (sum, [, kb]) => sum + Number(kb),
          0,
        );
        most = Math.max(most, kilobytes * 1024);
      } catch {
        // It has just ended.
      }
    }
  } catch {
    return 0;
  }
  return most;
}

function descendsFrom(id: number, ancestor: number): boolean {
  for (let at = id; at > 1; ) {
    if (at === ancestor) return true;
    at = Number(/\) \S+ (\d+)/.exec(readFileSync(`/proc/${at}/stat`, 'utf8'))?.[1] ?? 0);
  }
  return false;
}
