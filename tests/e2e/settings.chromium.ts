import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { consentToGmail } from '../tools/extension-state';
import { anna, expect, quote, type Setup, test } from './support';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> };
    };
    const found = (await checker.run()).violations;
    return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(', ')}`);
  });
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const search = (page: Page) => page.getByRole('textbox', { name: 'Find a setting' });
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim() ?? '');

/** Anna in the notebook with a mail of hers, by the real way. */
async function logAnna({ gmail, panel, rows, sidelog }: Setup): Promise<Page> {
  const options = await sidelog.open('options.html#logging');
  await options.getByLabel('None: send at once').check();
  const tab = await gmail();
  const side = await panel(tab.page);
  await tab.openThread(quote());
  await side.click(/^Add contact/);
  await side.see('same address');
  await side.click('Log it');
  await expect.poll(() => rows('activities', 'notebook'), { timeout: 15_000 }).toHaveLength(1);
  return options;
}

/** What the browser downloads when this is pressed, as text. */
async function download(page: Page, button: string): Promise<{ name: string; text: string }> {
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).first().click();
  const file = await started;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

const choose = (page: Page, name: string, text: string) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

test('a setting is found by its name, by other words for it and by what is on a list, and its address leads to it', async ({
  setup,
}) => {
  const { sidelog } = await setup({ consent: false });
  const page = await sidelog.open('options.html');
  await expect(heading(page, 'What is read')).toBeVisible();
  await expect(heading(page, 'Backup')).toBeHidden();

  await page.keyboard.press('/');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('vacation');
  await expect(heading(page, 'Days off')).toBeVisible();
  await expect(heading(page, 'What is read')).toBeHidden();
  await expect(page.getByRole('status')).toHaveText('1 setting found');
  await search(page).fill('Undo');
  await expect(page.getByText('Nothing is sent before it has passed.')).toBeVisible();
  expect(await page.evaluate(() => CSS.highlights.get('found')?.size ?? 0)).toBeGreaterThan(0);
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('What is logged');

  await page.keyboard.press('/');
  await page.keyboard.type('quantum leap');
  await expect(page.getByText('No setting is called “quantum leap”')).toBeVisible();
  await page.getByRole('button', { name: 'Show all settings' }).click();
  await expect(search(page)).toHaveValue('');

  await page.goto(page.url().replace(/#.*$/, '') + '#never');
  await page.getByLabel('Add a domain').last().fill('clinic.example');
  await page.keyboard.press('Enter');
  await expect(page.getByText('clinic.example')).toBeVisible();
  await page.keyboard.press('Escape');
  await search(page).fill('clinic');
  await expect(page.getByText('clinic.example')).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('1 setting found');
  await search(page).press('Escape');
  await expect(search(page)).toHaveValue('');

  await page.goto(page.url().replace(/#.*$/, '') + '#ledger');
  await expect(heading(page, 'What was sent')).toBeInViewport();
  await expect(page.getByRole('link', { name: 'What was sent' })).toHaveAttribute('aria-current', 'true');
});

test('everything saved to a file is forgotten and brought in again, by keyboard alone, and twice brings nothing', async ({
  setup,
}) => {
  const all = await setup();
  const options = await logAnna(all);
  await options.goto(options.url().replace(/#.*$/, '') + '#backup');
  const { name, text } = await download(options, 'Save the file');
  expect(name).toMatch(/^sidelog-\d{4}-\d{2}-\d{2}\.json$/);
  expect(JSON.parse(text)).toMatchObject({ format: 'sidelog', version: 1 });
  expect(text).toContain(anna.address);

  await options.getByRole('button', { name: 'Forget everything' }).click();
  await options.getByRole('dialog').getByRole('button', { name: 'Yes, forget everything' }).click();
  await expect.poll(() => all.rows('activities', 'notebook')).toEqual([]);

  await choose(options, name, text);
  await expect(options.getByRole('row', { name: /^1 contact/ })).toContainText('all new');
  expect(await all.rows('activities', 'notebook'), 'looking takes nothing in').toEqual([]);
  const take = options.getByRole('button', { name: 'Bring it in' });
  await take.focus();
  await options.keyboard.press('Enter');
  await expect(options.getByText(/It is all stored/)).toBeVisible();
  expect(await all.rows('activities', 'notebook')).toHaveLength(1);
  await expect(options.getByRole('button', { name: /^Anna Berger/ })).toBeVisible();
  await expect.poll(() => all.rows('contacts'), { timeout: 15_000 }).toHaveLength(1);

  await choose(options, name, text);
  await expect(options.getByText('Everything in this file is here already.')).toBeVisible();
  await expect(take).toBeHidden();
  await options.getByRole('button', { name: 'Close' }).click();

  for (const [content, said] of [
    [text.slice(0, text.length / 2), 'This file is damaged'],
    [JSON.stringify({ ...JSON.parse(text), version: 2 }), 'saved by a newer Sidelog'],
  ] as const) {
    await choose(options, name, content);
    await expect(options.getByText(said)).toBeVisible();
  }
  expect(await all.rows('activities', 'notebook')).toHaveLength(1);
});

test('help is one key away in the panel, and leads to the settings that it speaks of', async ({ setup }) => {
  const { sidelog } = await setup({ consent: false });
  const page = await sidelog.open('popup.html');
  await expect(page.getByRole('button', { name: 'Open panel' })).toBeVisible();
  await page.keyboard.press('?');
  await page.getByText('When something is stuck').click();
  await expect(page.getByText('A mail is open and nothing appears')).toBeVisible();
  const opened = sidelog.context.waitForEvent('page');
  await page.getByRole('link', { name: 'Settings: Never log' }).click();
  const settings = await opened;
  await expect(heading(settings, 'Never log')).toBeInViewport();
  await settings.getByRole('link', { name: 'Short answers' }).click();
  await expect(heading(settings, 'What each state means')).toBeVisible();
  await settings.getByText('What the report holds').first().click();
  const report = await settings.locator('#help pre').textContent();
  expect(JSON.parse(report ?? '')).toMatchObject({ crm: 'notebook', contacts: 0, drift: [] });
});

test('the report names nobody', async ({ setup }) => {
  const all = await setup();
  const { tab } = await all.openMail(quote('A subject that is nobody’s business'));
  await expect.poll(() => all.rows('proposals')).toHaveLength(1);
  await tab.page.bringToFront();
  const options = await all.sidelog.open('options.html#help');
  await expect(options.locator('#help pre')).toContainText('"open": 1');
  const report = await options.locator('#help pre').textContent();
  for (const word of ['@', 'Anna', 'nordlicht', 'business', 'seats', 'fee'])
    expect(report, word).not.toContain(word);
});

for (const look of [
  { name: 'light', media: { colorScheme: 'light' } },
  { name: 'dark', media: { colorScheme: 'dark' } },
  { name: 'high contrast', media: { forcedColors: 'active' } },
] as const) {
  test(`in ${look.name} each page of the settings passes axe and scrolls only up and down, narrow and at twice the size`, async ({
    setup,
  }) => {
    const { sidelog } = await setup({ consent: false });
    await consentToGmail(sidelog);
    const page = await sidelog.open('options.html');
    await page.emulateMedia(look.media);
    for (const hash of ['reading', 'crm', 'day', 'backup', 'help']) {
      await page.goto(page.url().replace(/#.*$/, '') + `#${hash}`);
      await expect(page.locator(`#${hash}-title`)).toBeVisible();
      for (const [width, size] of [
        [320, '100%'],
        [1040, '100%'],
        [640, '200%'],
      ] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate((wanted) => {
          document.documentElement.style.fontSize = wanted;
        }, size);
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(over, `${hash}, ${width} px, text ${size}`).toBe(0);
      }
      expect(await violations(page), hash).toEqual([]);
    }
    await search(page).fill('export');
    expect(await violations(page)).toEqual([]);
    await search(page).fill('quantum');
    expect(await violations(page)).toEqual([]);
  });
}

test('narrow, the parts are folded up and opened by keyboard, and what was typed stays while one looks elsewhere', async ({
  setup,
}) => {
  const { sidelog } = await setup({ consent: false });
  const page = await sidelog.open('options.html#crm');
  await page.setViewportSize({ width: 320, height: 700 });
  await page.getByLabel('Your CRM').selectOption({ label: 'Odoo' });
  await page.getByLabel('Odoo’s address').fill('https://crm.example');
  const parts = page.getByRole('button', { name: 'Logging' });
  await expect(page.getByRole('link', { name: 'Backup' })).toBeHidden();
  await parts.focus();
  await page.keyboard.press('Enter');
  await expect(parts).toHaveAttribute('aria-expanded', 'true');
  await page.getByRole('link', { name: 'Backup' }).focus();
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Backup')).toBeInViewport();
  await expect(page.getByRole('link', { name: 'Backup' })).toBeHidden();
  await page.goBack();
  await expect(page.getByLabel('Odoo’s address')).toHaveValue('https://crm.example');
});
