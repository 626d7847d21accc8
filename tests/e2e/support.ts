import { rm } from 'node:fs/promises';
import { test as base, type Page } from '@playwright/test';
import { buildFolder } from '../../scripts/lib/ensure.mjs';
import type { PracticeThread } from '../../utils/practice/mailbox';
import { copyWithGrantedHosts, type LaunchOptions, launchChromium, type Sidelog } from '../tools/chromium';
import { consentToGmail, type DatabaseName, readTable, setDriver } from '../tools/extension-state';
import {
  fdAnswer,
  GMAIL,
  gmailDocument,
  gmailHeaders,
  INBOX,
  type InventedReply,
  inventThread,
  me,
  mutation,
  postSync,
  showThread,
  threadForPage,
} from '../tools/gmail-page';
import { attachOwnPage, type OwnPage } from '../tools/own-page';

/** Hosts that these tests need and no headless run can be asked for. */
export const testHosts = [`${GMAIL}/*`, 'http://127.0.0.1/*'];

/** The customer of most tests. */
export const anna = { address: 'anna.berger@nordlicht.example', name: 'Anna Berger' };

/** The rep, as the fake CRM knows them. */
export const rep = { login: 'rita@own.example', key: 'key-of-rita', name: 'Rita Rep' };

/** A thread of one mail, from Anna. */
export function quote(subject = 'Renewal for 40 seats'): PracticeThread {
  const text = 'Hi Robin,\n\nWe would renew all 40 seats if the fee is waived.\n\nAnna';
  return inventThread(subject, [{ from: anna, text }]);
}

/** A Gmail tab: what it shows and what its wire says. */
export interface GmailTab {
  page: Page;
  /** Opens a thread as Gmail does: fetches it, then shows it. */
  openThread(thread: PracticeThread, open?: 'last' | 'all'): Promise<void>;
  /** Saves the reply as a draft, sends it, or takes the sending back. */
  reply(reply: InventedReply, what: 'draft' | 'send' | 'scheduled'): Promise<void>;
  /** Any request of the page's own, answered with this text. */
  request(endpoint: 'fd' | 'bv' | 's', body: string, answer: string): Promise<void>;
}

export interface Setup {
  sidelog: Sidelog;
  /** Opens Gmail in a new tab, or in the tab of this page. */
  gmail(tab?: Page): Promise<GmailTab>;
  /** Opens the real side panel of the window of this page. */
  panel(beside: Page): Promise<OwnPage>;
  /** Gmail with this mail open (Anna's, unless told otherwise), and beside it the panel that offers to log it. */
  openMail(thread?: PracticeThread): Promise<{ tab: GmailTab; side: OwnPage }>;
  /** A second window with its own side panel. */
  secondWindow(): Promise<{ page: Page; panel: OwnPage }>;
  rows(table: string, book?: DatabaseName): Promise<Record<string, unknown>[]>;
  /** Waits until a table has so many rows, and fails with what it has. */
  untilRows(table: string, count: number, book?: DatabaseName): Promise<Record<string, unknown>[]>;
}

export interface SetupOptions {
  launch?: Partial<LaunchOptions>;
  consent?: boolean;
  /** Granted from the start, besides those of every test. */
  hosts?: readonly string[];
  /** Optional permissions that are granted from the start. */
  permissions?: readonly string[];
  /** How long a sent mail is held, ms. */
  holdMs?: number;
}

/** Chromium with Sidelog, Gmail's host granted and, unless told otherwise, the rep's consent given. */
export async function setUp(options: SetupOptions): Promise<Setup & { close(): Promise<void> }> {
  const extension = await copyWithGrantedHosts(
    buildFolder('chrome'),
    [...new Set([...testHosts, ...(options.hosts ?? [])])],
    options.permissions,
  );
  const sidelog = await launchChromium({ extension, ...options.launch });
  // Answers by the number that the page puts into the address.
  const answers: string[] = [];
  await sidelog.context.route(`${GMAIL}/**`, (route) => {
    const url = new URL(route.request().url());
    if (route.request().resourceType() === 'document')
      return route.fulfill({ status: 200, headers: gmailHeaders, body: gmailDocument(me.address) });
    const answer = answers[Number(url.searchParams.get('c'))];
    return answer === undefined
      ? route.fulfill({ status: 404, body: '' })
      : route.fulfill({ status: 200, contentType: 'application/json', body: answer });
  });
  if (options.holdMs !== undefined) await setDriver(await sidelog.worker(), { holdMs: options.holdMs });
  if (options.consent !== false) await consentToGmail(sidelog);

  const rows: Setup['rows'] = async (table, book) => {
    const found = await readTable(await sidelog.worker(), table, book);
    return found as Record<string, unknown>[];
  };
  const gmail: Setup['gmail'] = async (given) => {
    const page = given ?? (await sidelog.context.newPage());
    await page.goto(INBOX);
    const request: GmailTab['request'] = async (endpoint, body, answer) => {
      answers.push(answer);
      await page.evaluate(postSync, { endpoint, body, c: answers.length - 1 });
    };
    return {
      page,
      request,
      async openThread(thread, open) {
        await request('fd', JSON.stringify([[[thread.id, 1]], 2]), fdAnswer([thread]));
        await page.evaluate(showThread, threadForPage(thread, open));
      },
      async reply(reply, what) {
        const { request: body, response } = mutation(reply, what);
        await request('s', body, response);
      },
    };
  };
  const panel: Setup['panel'] = async (beside) => {
    await openPanelFrom(sidelog, beside);
    return attachOwnPage(sidelog, 'sidepanel.html');
  };
  return {
    sidelog,
    rows,
    gmail,
    panel,
    async openMail(thread = quote()) {
      const tab = await gmail();
      const side = await panel(tab.page);
      await tab.openThread(thread);
      await side.see('Log it');
      return { tab, side };
    },
    async secondWindow() {
      const opened = sidelog.context.waitForEvent('page');
      const url = `chrome-extension://${sidelog.id}/practice.html`;
      await (await sidelog.worker()).evaluate((address) => chrome.windows.create({ url: address }), url);
      const page = await opened;
      await page.getByRole('button', { name: 'Open the panel' }).click();
      return { page, panel: await attachOwnPage(sidelog, 'sidepanel.html') };
    },
    async untilRows(table, count, book) {
      const deadline = Date.now() + 10_000;
      for (;;) {
        const found = await rows(table, book);
        if (found.length === count) return found;
        if (Date.now() > deadline)
          throw new Error(`${table} has ${found.length} rows, not ${count}: ${JSON.stringify(found)}`);
        await new Promise((done) => setTimeout(done, 50));
      }
    },
    async close() {
      await sidelog.close();
      await rm(extension, { recursive: true, force: true });
    },
  };
}

/**
 * Opens the real side panel of this page's window by a real click in one of our own pages, which the browser asks for.
 * The page is in front again afterwards.
 */
async function openPanelFrom(sidelog: Sidelog, beside: Page): Promise<void> {
  await beside.bringToFront();
  const opener = await sidelog.open('practice.html');
  await opener.getByRole('button', { name: 'Open the panel' }).click();
  await opener.waitForTimeout(300);
  await opener.close();
  await beside.bringToFront();
}

/** `setup(options)` starts a browser for this test alone and closes it afterwards. */
export const test = base.extend<{ setup: (options?: SetupOptions) => Promise<Setup> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the pattern
  setup: async ({}, use) => {
    const started: { close(): Promise<void> }[] = [];
    await use(async (options = {}) => {
      const one = await setUp(options);
      started.push(one);
      return one;
    });
    for (const one of started) await one.close();
  },
});

export { expect } from '@playwright/test';
