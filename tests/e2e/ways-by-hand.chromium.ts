import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { buildFolder } from '../../scripts/lib/ensure.mjs';
import { expectedOf, htmlOf, wireOf } from '../capture/outlook-support';
import { copyWithGrantedHosts, launchChromium, type Sidelog } from '../tools/chromium';
import { consentToGmail, readTable, sendIntent } from '../tools/extension-state';
import { GMAIL } from '../tools/gmail-page';

/* What the rep adds with their own hands: a text that they select, the address of somebody whom a page only names. */

const OUTLOOK = ['office.com', 'office365.com', 'cloud.microsoft', 'live.com'].map(
  (name) => `https://outlook.${name}/*`,
);
const shots = process.env.SHOTS_DIR;

async function start(
  change?: (folder: string) => Promise<void>,
): Promise<{ sidelog: Sidelog; end(): Promise<void> }> {
  const extension = await copyWithGrantedHosts(buildFolder('chrome'), [`${GMAIL}/*`, ...OUTLOOK]);
  await change?.(extension);
  const sidelog = await launchChromium({ extension });
  return {
    sidelog,
    async end() {
      await sidelog.close();
      await rm(extension, { recursive: true, force: true });
    },
  };
}

/** The answer of `joined`, its first mail from and to whom the page of `colleague-without-address` names. */
function answerWithAddresses(): string {
  const answer = JSON.parse(wireOf('joined')[0]?.response ?? '');
  const nodes: { InternetMessageId: string; Items: object[] }[] =
    answer.Body.ResponseMessages.Items[0].Conversation.ConversationNodes;
  const named = (name: string, address: string) => ({
    Name: name,
    EmailAddress: address,
    RoutingType: 'SMTP',
  });
  const from = { Mailbox: named('Berg, Ben', 'ben.berg@nordlicht.example') };
  const item = nodes.find((node) => node.InternetMessageId === '<m1@kunde.example>')?.Items[0];
  if (!item) throw new Error('The first mail is gone from the case');
  Object.assign(item, {
    From: from,
    Sender: from,
    ToRecipients: [named('Pat Holm', 'pat@kunde.example'), named('Ada Rep', 'ada@nordlicht.example')],
    CcRecipients: [named('Lee, Kim', 'kim.lee@kunde.example')],
  });
  return JSON.stringify(answer);
}

/** Who listens to the menu is kept where this test can press it: no headless browser opens its own menus. */
async function keepMenuListeners(folder: string): Promise<void> {
  const file = join(folder, 'background.js');
  const hook = `{const event=chrome.contextMenus.onClicked,add=event.addListener.bind(event);event.addListener=(heard)=>{(globalThis.menuListeners??=[]).push(heard);add(heard)}}\n`;
  await writeFile(file, hook + (await readFile(file, 'utf8')));
}

test('a text that is selected in any page and handed over by the context menu is proposed, line by line', async () => {
  const { sidelog, end } = await start(keepMenuListeners);
  try {
    await consentToGmail(sidelog);
    await sidelog.context.route(`${GMAIL}/**`, (route) =>
      route.fulfill({
        status: 200,
        contentType: 'text/html',
        body: '<!doctype html><pre id="said">From: Anna Berger &lt;anna.berger@nordlicht.example&gt;\nSubject: Delivery in March\n\nCan you deliver in March?</pre>',
      }),
    );
    const worker = await sidelog.worker();
    const isThere = () =>
      worker.evaluate(() =>
        chrome.contextMenus.update('log-selection', {}).then(
          () => true,
          () => false,
        ),
      );
    await expect.poll(isThere, { message: 'the entry is in the menu' }).toBe(true);

    const page = await sidelog.context.newPage();
    await page.goto(`${GMAIL}/somewhere`);
    const panel = await sidelog.open('sidepanel.html');
    await page.bringToFront();
    await page.evaluate(() => getSelection()?.selectAllChildren(document.body));
    await worker.evaluate(async (url) => {
      const [tab] = await chrome.tabs.query({ url });
      const listeners: ((info: object, tab: unknown) => void)[] = Reflect.get(globalThis, 'menuListeners');
      // The browser gives the selection as one line.
      const info = {
        menuItemId: 'log-selection',
        selectionText: 'From: Anna Berger Subject: Delivery',
        frameId: 0,
      };
      for (const heard of listeners) heard(info, tab);
      for (const heard of listeners) heard({ ...info, menuItemId: 'another' }, tab);
    }, `${GMAIL}/somewhere`);
    await expect(panel.getByRole('dialog').getByText('It is proposed now')).toBeVisible({ timeout: 20_000 });
    expect(await readTable(worker, 'proposals')).toMatchObject([
      {
        captured: {
          text: 'Can you deliver in March?',
          subject: 'Delivery in March',
          from: { address: 'anna.berger@nordlicht.example' },
          source: { site: 'by-hand' },
        },
      },
    ]);
  } finally {
    await end();
  }
});

test('a person whom an Outlook page only names is asked for in the panel, taken in, and no more once the wire says who', async () => {
  const { sidelog, end } = await start();
  try {
    const { url } = expectedOf('colleague-without-address');
    await sidelog.context.route('https://outlook.office.com/**', (route) =>
      route.request().resourceType() === 'document'
        ? route.fulfill({
            status: 200,
            contentType: 'text/html; charset=utf-8',
            body: htmlOf('colleague-without-address'),
          })
        : route.fulfill({ status: 200, contentType: 'application/json', body: answerWithAddresses() }),
    );
    expect(await sendIntent(sidelog, { type: 'consent', sites: ['outlook'] })).toMatchObject({ ok: true });
    const page = await sidelog.context.newPage();
    await page.goto(url);
    const worker = await sidelog.worker();
    const mails = async () =>
      (await readTable(worker, 'proposals')) as { captured: Record<string, unknown> }[];
    const mail = async () => (await mails())[0]?.captured;
    await expect
      .poll(mail, { timeout: 30_000 })
      .toMatchObject({ via: 'page', unnamed: ['Berg, Ben', 'Lee, Kim'] });

    // A window of its own, as wide as a side panel, beside the mail.
    const opened = sidelog.context.waitForEvent('page');
    await worker.evaluate(
      (address) => chrome.windows.create({ url: address, type: 'popup', width: 400, height: 900 }),
      `chrome-extension://${sidelog.id}/sidepanel.html`,
    );
    const panel = await opened;
    await panel.setViewportSize({ width: 360, height: 800 });
    await panel.getByText('Offer for the hall').first().click();
    const ask = panel.getByRole('button', { name: 'Add address: Lee, Kim' });
    await expect(ask).toBeVisible({ timeout: 20_000 });
    await ask.click();
    const field = panel.getByLabel('E-mail of Lee, Kim');
    await expect(field).toBeFocused();
    await field.fill('kim@kunde');
    await panel.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(panel.getByText('Write a whole address')).toBeVisible();
    if (shots) await panel.screenshot({ path: join(shots, 'asked.png') });
    await field.fill('kim.lee@kunde.example');
    await field.press('Enter');
    await expect(ask).toBeHidden();
    await expect.poll(mail).toMatchObject({ unnamed: ['Berg, Ben'] });
    expect(JSON.stringify(await mail())).toContain('kim.lee@kunde.example');
    if (shots) {
      await panel.screenshot({ path: join(shots, 'one-left.png') });
      await panel.emulateMedia({ colorScheme: 'dark' });
      await panel.screenshot({ path: join(shots, 'one-left-dark.png'), animations: 'disabled' });
    }

    const other = panel.getByRole('button', { name: 'Add address: Berg, Ben' });
    await expect(other).toBeVisible();
    await page.evaluate(() =>
      fetch('/owa/service.svc?action=GetConversationItems&app=Mail&n=3', { method: 'POST', body: '{}' }),
    );
    await expect.poll(mail, { timeout: 30_000 }).toMatchObject({
      via: 'wire',
      from: { address: 'ben.berg@nordlicht.example' },
      cc: [{ address: 'kim.lee@kunde.example' }],
      sentAt: Date.UTC(2026, 8, 14, 9, 2),
      sentAtApproximate: false,
    });
    expect(await mail()).not.toHaveProperty('unnamed');
    expect(await mails(), 'one mail, one proposal').toHaveLength(1);
    await expect(other).toBeHidden();
  } finally {
    await end();
  }
});
