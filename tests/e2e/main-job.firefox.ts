import { test as base, expect } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { buildFolder } from '../../scripts/lib/ensure.mjs';
import type { PracticeThread } from '../../utils/practice/mailbox';
import { type FirefoxSidelog, launchFirefox } from '../tools/firefox';
import { answerPrompt, openOwnTab, openSidebar, rowsIn } from '../tools/firefox-pages';
import {
  fdAnswer,
  GMAIL,
  gmailDocument,
  gmailHeaders,
  INBOX,
  inventReply,
  me,
  mutation,
  postSync,
  showThread,
  threadForPage,
} from '../tools/gmail-page';
import { anna, quote } from './support';

const test = base.extend<{ sidelog: FirefoxSidelog }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the pattern
  sidelog: async ({}, use) => {
    const sidelog = await launchFirefox({ extension: buildFolder('firefox') });
    await use(sidelog);
    await sidelog.close();
  },
});

/** A Gmail tab, answered within the browser. */
async function openGmail(sidelog: FirefoxSidelog) {
  const answers: string[] = [];
  const page: Page = await sidelog.browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== GMAIL) return void request.abort();
    if (url.pathname.startsWith('/mail/'))
      return void request.respond({ status: 200, headers: gmailHeaders, body: gmailDocument(me.address) });
    const answer = answers[Number(url.searchParams.get('c'))];
    return void request.respond(
      answer === undefined
        ? { status: 404, body: '' }
        : { status: 200, contentType: 'application/json', body: answer },
    );
  });
  await page.goto(INBOX);
  const request = async (endpoint: string, body: string, answer: string) => {
    answers.push(answer);
    await page.evaluate(postSync, { endpoint, body, c: answers.length - 1 });
  };
  return {
    page,
    request,
    async openThread(thread: PracticeThread) {
      await request('fd', '', fdAnswer([thread]));
      await page.evaluate(showThread, threadForPage(thread));
    },
  };
}

/** The rep says yes on the welcome page and in the browser's own prompt. */
async function consent(sidelog: FirefoxSidelog) {
  const welcome = await openOwnTab(sidelog, 'welcome.html');
  await welcome.click('Read Gmail');
  await answerPrompt(sidelog, 'Allow');
  await welcome.see('Ready');
  return welcome;
}

test('a yes on the welcome page asks for mail.google.com in the browser’s own prompt; a mail opened in Gmail is then proposed in the sidebar, and one click makes it a notebook record', async ({
  sidelog,
}) => {
  const own = await consent(sidelog);
  const tab = await openGmail(sidelog);
  const side = await openSidebar(sidelog);
  await tab.page.bringToFront();
  const thread = quote();
  await tab.openThread(thread);
  await side.see('Renewal for 40 seats');
  await side.see('renew all 40 seats');
  await side.click('Log it');
  await side.see('Undo');
  await expect
    .poll(async () => (await rowsIn(own, 'outbox'))[0]?.status, { timeout: 30_000 })
    .toMatchObject({ state: 'done', created: true });
  expect(await rowsIn(own, 'activities', 'notebook')).toMatchObject([
    { activity: { subject: 'Renewal for 40 seats', direction: 'received', at: thread.mails[0]?.sentAt } },
  ]);
  expect((await rowsIn(own, 'proposals'))[0]).toMatchObject({ captured: { via: 'wire' } });
});

test('a no in the browser’s prompt is a designed state: nothing is read', async ({ sidelog }) => {
  const welcome = await openOwnTab(sidelog, 'welcome.html');
  await welcome.click('Read Gmail');
  await answerPrompt(sidelog, 'Deny');
  await welcome.see('You said no, and that holds');
  const tab = await openGmail(sidelog);
  await tab.openThread(quote());
  await new Promise((done) => setTimeout(done, 1_500));
  expect(await rowsIn(welcome, 'proposals')).toEqual([]);
});

test('a sent reply is one record after the hold, and none when it is taken back', async ({ sidelog }) => {
  const own = await consent(sidelog);
  await own.run(
    'const done = arguments[1]; browser.storage.session.set({ driver: { holdMs: arguments[0] } }).then(() => done(true));',
    2_000,
  );
  const tab = await openGmail(sidelog);
  const thread = quote();
  const kept = inventReply(thread, [anna], 'The fee is waived.');
  const undone = inventReply(thread, [anna], 'Sent too early');
  for (const [reply, what] of [
    [kept, 'draft'],
    [kept, 'send'],
    [undone, 'send'],
    [undone, 'draft'],
  ] as const) {
    const { request, response } = mutation(reply, what);
    await tab.request('s', request, response);
  }
  await expect
    .poll(async () => (await rowsIn(own, 'proposals')).map((row) => row.aliases), { timeout: 15_000 })
    .toEqual([expect.arrayContaining([kept.id])]);
  await new Promise((done) => setTimeout(done, 2_500));
  expect(await rowsIn(own, 'proposals')).toHaveLength(1);
});

test('practice works in Firefox too, without any consent', async ({ sidelog }) => {
  const mailbox = await openOwnTab(sidelog, 'practice.html');
  const side = await openSidebar(sidelog);
  await mailbox.click('Renewal for 40 seats');
  await side.see('Practice: everyone here is invented');
  await side.click('Log it');
  await expect
    .poll(async () => (await rowsIn(mailbox, 'outbox', 'practice'))[0]?.status, { timeout: 30_000 })
    .toMatchObject({ state: 'done', created: true });
  expect(await rowsIn(mailbox, 'proposals')).toEqual([]);
});

/** What the first mark of the tab in front holds, read by the browser itself: the page cannot. */
async function markInFront({ marionette }: FirefoxSidelog): Promise<{ says: string; note: string[] | null }> {
  const read = await marionette.runAsync(
    'chrome',
    `const done = arguments[arguments.length - 1];
     const { messageManager } = gBrowser.selectedBrowser;
     const name = 'sidelog-mark:' + Math.random();
     const heard = (message) => { messageManager.removeMessageListener(name, heard); done(message.data); };
     messageManager.addMessageListener(name, heard);
     const script = 'sendAsyncMessage(' + JSON.stringify(name) + ', (' + String((document, window) => {
       const host = document.querySelector('.adn .gD')?.nextElementSibling;
       const root = host?.openOrClosedShadowRoot;
       const note = root?.querySelector('[role=note]');
       const open = note?.matches(':popover-open');
       return JSON.stringify({
         says: root?.querySelector('button')?.getAttribute('aria-label') ?? '',
         note: open ? [window.getComputedStyle(note, '::before').content, note.getAttribute('aria-label')] : null,
       });
     }) + ')(content.document, content));';
     messageManager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(script), false);`,
  );
  return JSON.parse(String(read));
}

test('a press on the mark shows what it says and how the panel is opened, and the page learns nothing of it', async ({
  sidelog,
}) => {
  await consent(sidelog);
  const tab = await openGmail(sidelog);
  await tab.page.bringToFront();
  await tab.openThread(quote());
  await expect.poll(async () => (await markInFront(sidelog)).says).toContain('waits for you');
  const host = await tab.page.waitForSelector('.adn .gD + span');
  await host?.click();
  await expect
    .poll(async () => (await markInFront(sidelog)).note)
    .toEqual(['attr(aria-label)', 'Sidelog: waits for you to log it.\nPress Alt+Shift+L to open the panel.']);
  const learnt = await tab.page.evaluate(() => {
    const mark = document.querySelector<HTMLElement>('.adn .gD + span');
    const find: unknown = Reflect.get(window, 'find');
    return {
      inside: [mark?.childNodes.length, mark?.shadowRoot, mark?.getAttributeNames(), mark?.textContent],
      found: ['waits', 'Alt+Shift', 'panel'].map((word) =>
        typeof find === 'function' ? Reflect.apply(find, window, [word]) : null,
      ),
      focus: document.activeElement === mark,
    };
  });
  expect(learnt).toEqual({ inside: [0, null, ['style'], ''], found: [false, false, false], focus: true });
});
