import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { CDPSession, Worker } from '@playwright/test';
import { copyWithGrantedHosts, launchChromium } from '../../tests/tools/chromium.ts';
import { consentToGmail, countRows, readTable, setDriver } from '../../tests/tools/extension-state.ts';
import { type Line, linesOf } from './lines.ts';
import { gmailHeaders, pageDocument } from './page.ts';
import { readWire, type WireStep } from './wire.ts';

export interface ReplayOptions {
  build: string;
  page: string | undefined;
  wire: readonly string[];
  endpoints: readonly string[];
  url: string | undefined;
  account: string | undefined;
  gate: boolean;
}

const HOST = 'https://mail.google.com';
const DEFAULT_URL = `${HOST}/mail/u/0/#inbox/FMfcgzReplayedThread`;
/** Nothing new in the database for so long (ms) counts as quiet: longer than the page's own graces. */
const QUIET = 1_800;
/** A page of 50 MB loads slowly on a busy machine. */
const LOADING = 300_000;
/** While something still moves it is waited for (a thread of 500 messages takes its time), but not longer than this. */
const PATIENCE = 300_000;
/** The tables that a replay changes. */
const tables = ['proposals', 'refused', 'drift', 'heldSends'] as const;

/** Replays recorded input in the built extension and gives what its worker made of it. */
export async function replay(options: ReplayOptions): Promise<Line[]> {
  const steps = readWire(options.wire, options.endpoints);
  const address = options.url ?? DEFAULT_URL;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.origin !== HOST) throw new Error(`--url must be on ${HOST}: the extension runs nowhere else.`);
  const html = pageDocument({
    html: options.page ? readFileSync(options.page, 'utf8') : '',
    account: options.account,
    embedded: steps.filter((step) => step.kind === 'embedded'),
  });
  const requests = steps.filter((step) => step.kind === 'request');

  const extension = await copyWithGrantedHosts(options.build, [`${HOST}/*`]);
  const sidelog = await launchChromium({ extension });
  try {
    await setDriver(await sidelog.worker(), { holdMs: 0, gateOff: !options.gate });
    await consentToGmail(sidelog);
    // Nothing reaches the network: the mail host is answered here, everything else is refused.
    await sidelog.context.route('**/*', async (route) => {
      const asked = new URL(route.request().url());
      if (asked.protocol === 'chrome-extension:') return route.continue();
      if (asked.origin !== HOST) return route.abort();
      if (route.request().resourceType() === 'document')
        return route.fulfill({ status: 200, headers: gmailHeaders, body: html });
      const answer = requests[Number(asked.searchParams.get('c'))];
      if (!asked.pathname.includes('/i/') || !answer) return route.fulfill({ status: 404, body: '' });
      return route.fulfill({ status: 200, contentType: 'application/json', body: answer.response });
    });
    const page = await sidelog.context.newPage();
    await page.goto(url.href, { waitUntil: 'domcontentloaded', timeout: LOADING });
    const debuggee = await sidelog.context.newCDPSession(page);
    for (const [index, step] of requests.entries()) await request(debuggee, step, index);
    const worker = await sidelog.worker();
    await untilQuiet(worker, debuggee);
    return linesOf({
      proposals: await readTable(worker, 'proposals'),
      refused: await readTable(worker, 'refused'),
      drift: await readTable(worker, 'drift'),
    });
  } finally {
    await sidelog.close();
    await rm(extension, { recursive: true, force: true });
  }
}

/** One XMLHttpRequest of the page's own. Sent through the debugger, because the page's CSP forbids `eval`. */
async function request(
  debuggee: CDPSession,
  step: Extract<WireStep, { kind: 'request' }>,
  index: number,
): Promise<void> {
  const address = `/sync/u/0/i/${step.endpoint}?hl=en&c=${index}&rt=r&pt=ji`;
  const { exceptionDetails } = await debuggee.send('Runtime.evaluate', {
    awaitPromise: true,
    expression: `new Promise((done) => {
      const xhr = new XMLHttpRequest();
      xhr.open('POST', ${JSON.stringify(address)});
      xhr.setRequestHeader('Content-Type', 'application/json');
      xhr.addEventListener('loadend', () => setTimeout(done, 50));
      xhr.send(${JSON.stringify(step.request)});
    })`,
  });
  if (exceptionDetails) throw new Error(`The page could not send the request: ${exceptionDetails.text}`);
}

/** Waits until nothing changes any more, no sent mail is held and the page itself has nothing to do. */
async function untilQuiet(worker: Worker, debuggee: CDPSession): Promise<void> {
  const began = Date.now();
  let lastCounts = '';
  let lastRows = '';
  let since = began;
  while (Date.now() - began < PATIENCE) {
    await pageIsIdle(debuggee);
    // Counting is cheap; rows are compared only once their number stays: reading hundreds again and again would
    // itself keep the worker busy.
    const counts = await Promise.all(tables.map((table) => countRows(worker, table)));
    const [held] = counts.slice(-1);
    if (counts.join() === lastCounts && held === 0) {
      const rows = JSON.stringify(await Promise.all(tables.map((table) => readTable(worker, table))));
      if (rows !== lastRows) since = Date.now();
      lastRows = rows;
      if (Date.now() - since >= QUIET && Date.now() - began >= QUIET + 1_000) return;
    } else since = Date.now();
    lastCounts = counts.join();
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`After ${PATIENCE / 1000} seconds mail was still being read.`);
}

/** Resolves when the page's own thread had a moment to spare. */
async function pageIsIdle(debuggee: CDPSession): Promise<void> {
  await debuggee.send('Runtime.evaluate', {
    awaitPromise: true,
    expression: 'new Promise((done) => requestIdleCallback(() => done(), { timeout: 2000 }))',
  });
}
