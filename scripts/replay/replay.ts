import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { CDPSession, Worker } from '@playwright/test';
import { copyWithGrantedHosts, launchChromium } from '../../tests/tools/chromium.ts';
import { consentTo, countRows, readTable, setDriver } from '../../tests/tools/extension-state.ts';
import { type Line, linesOf } from './lines.ts';
import { type ReplaySite, replaySites } from './sites.ts';
import { readWire, type WireStep } from './wire.ts';

export interface ReplayOptions {
  build: string;
  /** A name in `replaySites`. */
  site: string;
  page: string | undefined;
  wire: readonly string[];
  endpoints: readonly string[];
  url: string | undefined;
  account: string | undefined;
  gate: boolean;
}

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
  const site = replaySites.find((each) => each.site === options.site);
  if (!site) throw new Error(`--site is one of ${replaySites.map((each) => each.site).join(', ')}.`);
  const steps = readWire(options.wire, options.endpoints, site.wire);
  const address = options.url ?? site.url;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !site.hosts.includes(`${url.origin}/*`))
    throw new Error(`--url must be on ${site.hosts.join(', ')}: the extension runs nowhere else.`);
  const html = site.document({
    html: options.page ? readFileSync(options.page, 'utf8') : '',
    account: options.account,
    embedded: steps.filter((step) => step.kind === 'embedded'),
  });
  const asked = steps
    .filter((step) => step.kind !== 'embedded')
    .map((step, index) => ({
      step,
      address: step.kind === 'request' ? site.address(step.endpoint, index, url) : '',
    }));
  const answers = new Map(
    asked.flatMap(({ step, address: path }) =>
      step.kind === 'request' ? [[path, step.response] as const] : [],
    ),
  );

  const extension = await copyWithGrantedHosts(options.build, site.hosts);
  const sidelog = await launchChromium({ extension });
  try {
    await setDriver(await sidelog.worker(), { holdMs: 0, gateOff: !options.gate });
    await consentTo(sidelog, site.site);
    // Nothing reaches the network: the site's host is answered here, everything else is refused.
    await sidelog.context.route('**/*', async (route) => {
      const { protocol, origin, pathname, search } = new URL(route.request().url());
      if (protocol === 'chrome-extension:') return route.continue();
      if (origin !== url.origin) return route.abort();
      if (route.request().resourceType() === 'document')
        return route.fulfill({ status: 200, headers: site.headers, body: html });
      const answer = answers.get(pathname + search);
      if (answer === undefined) return route.fulfill({ status: 404, body: '' });
      return route.fulfill({ status: 200, contentType: 'application/json', body: answer });
    });
    const page = await sidelog.context.newPage();
    await page.goto(url.href, { waitUntil: 'domcontentloaded', timeout: LOADING });
    const debuggee = await sidelog.context.newCDPSession(page);
    for (const { step, address: path } of asked) await happen(debuggee, step, path, site);
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

/** A request of the page's own, or a worker's message. Done through the debugger: the page's CSP forbids `eval`. */
async function happen(
  debuggee: CDPSession,
  step: Exclude<WireStep, { kind: 'embedded' }>,
  address: string,
  site: ReplaySite,
): Promise<void> {
  const { exceptionDetails } = await debuggee.send('Runtime.evaluate', {
    awaitPromise: true,
    expression: step.kind === 'port' ? messageOf(step.text) : requestOf(step.request, address, site.carrier),
  });
  if (exceptionDetails) throw new Error(`The page could not send the request: ${exceptionDetails.text}`);
}

function requestOf(body: string, address: string, carrier: ReplaySite['carrier']): string {
  const [to, text] = [JSON.stringify(address), JSON.stringify(body)];
  if (carrier === 'fetch')
    return `fetch(${to}, { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${text} })
      .then((answer) => answer.text()).then(() => new Promise((done) => setTimeout(done, 50)))`;
  return `new Promise((done) => {
      const xhr = new XMLHttpRequest();
      xhr.open('POST', ${to});
      xhr.setRequestHeader('Content-Type', 'application/json');
      xhr.addEventListener('loadend', () => setTimeout(done, 50));
      xhr.send(${text});
    })`;
}

function messageOf(text: string): string {
  return `new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => setTimeout(done, 50);
      port2.postMessage(JSON.parse(${JSON.stringify(text)}));
    })`;
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
