import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { consentToGmail } from '../tools/extension-state';
import { anna, expect, quote, type Setup, test } from './support';

/** A contact with one logged mail, whose subject would be a formula in a spreadsheet. */
async function logOne({ gmail, panel, rows, sidelog }: Setup) {
  const options = await sidelog.open('options.html#logging');
  await options.getByLabel('None: send at once').check();
  const tab = await gmail();
  const side = await panel(tab.page);
  await tab.openThread(quote('=HYPERLINK("https://evil.example")'));
  await side.click(/^Add contact/);
  await side.see('same address');
  await side.click('Log it');
  await expect.poll(() => rows('activities', 'notebook'), { timeout: 15_000 }).toHaveLength(1);
  await options.getByRole('link', { name: 'Notebook' }).click();
  return { options, tab, side };
}

async function exported(options: Page, button: string, files: number): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const downloads: Promise<void>[] = [];
  options.on('download', (download) => {
    downloads.push(
      download
        .path()
        .then((path) => readFile(path, 'utf8'))
        .then((text) => void found.set(download.suggestedFilename(), text)),
    );
  });
  await options.getByRole('button', { name: button }).click();
  await expect.poll(() => downloads.length).toBe(files);
  await Promise.all(downloads);
  options.removeAllListeners('download');
  return found;
}

test('the notebook shows a contact with what was logged, and can be taken along as CSV', async ({
  setup,
}) => {
  const all = await setup();
  const { options } = await logOne(all);
  await options.getByRole('button', { name: /^Anna Berger/ }).click();
  await expect(options.locator('.timeline')).toContainText('=HYPERLINK');
  await expect(options.locator('.timeline')).toContainText('renew all 40 seats');
  await options.getByLabel('Find a contact').fill('nobody of this name');
  await expect(options.locator('#notebook')).not.toContainText('Anna Berger');
  await options.getByLabel('Find a contact').fill('nordlicht');
  await expect(options.locator('#notebook')).toContainText('Anna Berger');

  const csv = await exported(options, 'Save as CSV, for spreadsheets', 4);
  const text = [...csv.values()].join('\n');
  expect(text).toContain(anna.address);
  expect(text, 'no cell begins a formula').not.toMatch(/(?:^|[,;\t]|")=HYPERLINK/m);
  await expect(options.locator('#ledger')).toContainText('Nothing has left');
});

test('"forget everything" asks once, and then nothing is left anywhere', async ({ setup }) => {
  const all = await setup();
  const { options, side } = await logOne(all);
  await options.getByRole('button', { name: 'Forget everything' }).click();
  const dialog = options.getByRole('dialog');
  await dialog.getByRole('button', { name: /cancel/i }).click();
  expect(await all.rows('contacts')).toHaveLength(1);
  await options.getByRole('button', { name: 'Forget everything' }).click();
  await dialog.getByRole('button', { name: /forget/i }).click();
  // One book after the other: each is waited for.
  await expect.poll(() => all.rows('contacts')).toEqual([]);
  await expect.poll(() => all.rows('activities', 'notebook')).toEqual([]);
  await expect.poll(() => all.rows('proposals')).toEqual([]);
  await side.see('Reading mail is off', 15_000);
});

test('without the browser’s permission for Gmail the panel says so, and what was read stays', async ({
  setup,
}) => {
  const { openMail, sidelog } = await setup();
  const { tab, side } = await openMail();
  const settings = await sidelog.context.newPage();
  await settings.goto('chrome://extensions');
  const taken = await settings.evaluate(async (id) => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: {
        updateExtensionConfiguration(change: { extensionId: string; hostAccess: string }): Promise<void>;
      };
    };
    await developerPrivate.updateExtensionConfiguration({ extensionId: id, hostAccess: 'ON_CLICK' });
    return true;
  }, sidelog.id);
  expect(taken).toBe(true);
  await settings.close();
  await tab.page.bringToFront();
  await side.see('Switched off in the browser: Gmail');
  await side.see('Renewal for 40 seats');
  const options = await sidelog.open('options.html');
  await expect(options.locator('#reading')).toContainText(/permission/i);
});

test('withdrawing the consent stops reading; the list stays, and saying yes again goes on', async ({
  setup,
}) => {
  const { openMail, sidelog, rows } = await setup();
  const { tab, side } = await openMail();
  const options = await sidelog.open('options.html');
  await options.getByRole('button', { name: 'Switch reading off' }).click();
  await tab.page.bringToFront();
  await side.see('Reading mail is off');
  await side.see('Renewal for 40 seats');
  await tab.openThread(quote('Delivery in March'));
  await tab.page.waitForTimeout(1_500);
  expect(await rows('proposals')).toHaveLength(1);
  await consentToGmail(sidelog);
  await side.seeNot('Reading mail is off');
});
