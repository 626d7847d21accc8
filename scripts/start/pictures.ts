import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { copyWithGrantedHosts, launchChromium, type Sidelog } from '../../tests/tools/chromium.ts';
import { attachOwnPage, type OwnPage } from '../../tests/tools/own-page.ts';
import { root } from '../lib/run.mjs';

export interface Picture {
  path: string;
  shows: string;
}

/**
 * Walks through Sidelog as a newcomer does, in the practice mailbox, and takes a numbered picture at each step. The
 * browser's own permission prompt cannot be answered without a display: this run has Gmail's host granted already.
 */
export async function takePictures(build: string): Promise<Picture[]> {
  const folder = join(root, 'screenshots');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const extension = await copyWithGrantedHosts(build, ['https://mail.google.com/*']);
  const sidelog = await launchChromium({ extension });
  const pictures: Picture[] = [];
  const next = (name: string, shows: string) => {
    const number = String(pictures.length + 1).padStart(2, '0');
    const path = join(folder, `${number}-${name}.png`);
    pictures.push({ path, shows });
    return path;
  };
  try {
    await walk(sidelog, next);
  } finally {
    await sidelog.close();
    await rm(extension, { recursive: true, force: true });
  }
  return pictures;
}

async function walk(sidelog: Sidelog, next: (name: string, shows: string) => string): Promise<void> {
  const welcome = await sidelog.open('welcome.html');
  await settle(welcome);
  await welcome.screenshot({
    path: next('welcome', 'The welcome page: what Sidelog reads and sends, before anything is read.'),
    fullPage: true,
  });
  await welcome.getByRole('button', { name: 'Read Gmail' }).click();
  await welcome.getByText('Ready', { exact: true }).waitFor();
  await settle(welcome);
  await welcome.screenshot({
    path: next('consent', 'After consent: Gmail is switched on, and the ways from here.'),
    fullPage: true,
  });

  const mailbox = await sidelog.open('practice.html');
  await mailbox.getByRole('link', { name: /Renewal for 40 seats/ }).waitFor();
  await settle(mailbox);
  await mailbox.screenshot({
    path: next('practice', 'The practice mailbox: invented people, nothing is sent anywhere.'),
  });

  await mailbox.getByRole('button', { name: 'Open the panel' }).click();
  const panel = await attachOwnPage(sidelog, 'sidepanel.html');
  await mailbox.getByRole('link', { name: /Renewal for 40 seats/ }).click();
  await panel.see('Log it');
  await sideBySide(
    sidelog,
    mailbox,
    panel,
    next('proposal', "A customer's mail is open: its entry stands in the panel, ready to log."),
  );

  await panel.click('Log it');
  await panel.see('Undo');
  await sideBySide(
    sidelog,
    mailbox,
    panel,
    next('logged', 'One click logged it. For ten seconds Undo takes it back at no cost.'),
  );

  await openThread(mailbox, /Pipeline review/);
  await panel.see(/not proposed|Nothing to log/);
  await sideBySide(
    sidelog,
    mailbox,
    panel,
    next('internal', "A colleague's mail: nothing is proposed, and the panel says why."),
  );

  await openThread(mailbox, /Pilot scope/);
  await panel.see(/Log/);
  await sideBySide(
    sidelog,
    mailbox,
    panel,
    next('thread', 'A long thread: the open message is offered, earlier ones on request.'),
  );

  await openThread(mailbox, /Reminders for patients/);
  await panel.see('Add contact');
  await sideBySide(
    sidelog,
    mailbox,
    panel,
    next('stranger', 'Somebody new at a business address: one click makes a contact.'),
  );

  await mailbox.bringToFront();
  const worker = await sidelog.worker();
  await worker.evaluate(() => chrome.action.openPopup());
  const popup = await attachOwnPage(sidelog, 'popup.html');
  await popup.see(/Today/);
  await new Promise((done) => setTimeout(done, 500));
  await popup.screenshot(
    next('popup', "The toolbar popup: who waits for an answer today, longest first, and the rep's tasks."),
  );

  const settings = await sidelog.open('options.html#notebook');
  await settle(settings);
  await settings.screenshot({
    path: next(
      'settings',
      'Settings, one of five pages: the notebook, everything in one file, what was sent.',
    ),
    fullPage: true,
  });
}

async function openThread(mailbox: Page, name: RegExp): Promise<void> {
  await mailbox.getByRole('link', { name: 'Back to the inbox' }).click();
  await mailbox.getByRole('link', { name }).click();
  await mailbox.locator('.adn').first().waitFor();
}

/** The page and the panel beside it, as the window shows them. */
async function sideBySide(sidelog: Sidelog, page: Page, panel: OwnPage, path: string): Promise<void> {
  await settle(page);
  const left = await page.screenshot();
  await panel.screenshot(path);
  const canvas = await sidelog.context.newPage();
  const image = (data: Buffer) => `<img alt="" src="data:image/png;base64,${data.toString('base64')}">`;
  await canvas.setContent(
    `<style>body{margin:0;background:#fff}#both{display:inline-flex;gap:1px;background:#bbb}img{display:block}</style>
<div id="both">${image(left)}${image(readFileSync(path))}</div>`,
  );
  await canvas.locator('#both').screenshot({ path });
  await canvas.close();
  await page.bringToFront();
}

/** Until fonts and animations have come to rest. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(350);
}
