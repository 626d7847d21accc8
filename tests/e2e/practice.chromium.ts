import type { Page } from '@playwright/test';
import { foreign, watchNetwork } from '../tools/network';
import { attachOwnPage } from '../tools/own-page';
import { expect, test } from './support';

const open = async (mailbox: Page, name: RegExp) => {
  await mailbox.getByRole('link', { name }).click();
  await mailbox.locator('.adn').first().waitFor();
};
const back = (mailbox: Page) => mailbox.getByRole('link', { name: 'Back to the inbox' }).click();

test('practice, without any consent: reading brings the entry, a click logs it into a book of its own, and nothing leaves', async ({
  setup,
}) => {
  const network = await watchNetwork();
  try {
    const { sidelog, rows } = await setup({ consent: false, launch: { args: network.proxyArguments } });
    const mailbox = await sidelog.open('practice.html');
    await mailbox.getByRole('button', { name: 'Open the panel' }).click();
    const side = await attachOwnPage(sidelog, 'sidepanel.html');
    expect(await mailbox.locator('.zA').count()).toBeGreaterThanOrEqual(8);
    await open(mailbox, /Renewal for 40 seats/);
    await side.see('Practice: everyone here is invented');
    await side.click('Log it');
    await side.see('Undo');
    await expect
      .poll(async () => (await rows('outbox', 'practice'))[0]?.status, { timeout: 20_000 })
      .toMatchObject({ state: 'done', created: true });
    expect(await rows('activities', 'practice-notebook')).toHaveLength(1);
    expect(await rows('proposals'), "the rep's own book knows nothing of it").toEqual([]);
    expect(await rows('activities', 'notebook')).toEqual([]);
    expect(foreign(network)).toEqual([]);
    expect(side.errors).toEqual([]);
  } finally {
    await network.close();
  }
});

test('in practice internal mail, the newsletter and robots are not proposed, each with its reason', async ({
  setup,
}) => {
  const { sidelog, rows } = await setup({ consent: false });
  const mailbox = await sidelog.open('practice.html');
  for (const name of [/Pipeline review/, /Booking Brief/, /Buildwatch/, /receipt from Paper Post/]) {
    await open(mailbox, name);
    await mailbox.waitForTimeout(800);
    await back(mailbox);
  }
  await expect
    .poll(async () => (await rows('refused', 'practice')).map((row) => row.reason).sort(), {
      timeout: 15_000,
    })
    .toEqual(['automated', 'automated', 'internal', 'site-label']);
  expect(await rows('proposals', 'practice')).toEqual([]);
});

test('in practice a German mail, a long thread and the answer of the rep are read as in Gmail', async ({
  setup,
}) => {
  const { sidelog, rows } = await setup({ consent: false, holdMs: 1_000 });
  const mailbox = await sidelog.open('practice.html');
  await open(mailbox, /Angebot für 12 Standorte/);
  await expect.poll(async () => (await rows('proposals', 'practice')).length).toBe(1);
  await back(mailbox);
  await open(mailbox, /Pilot scope/);
  await expect.poll(async () => (await rows('proposals', 'practice')).length).toBe(2);
  const texts = (await rows('proposals', 'practice')).map((row) => JSON.stringify(row.captured));
  expect(texts.some((text) => text.includes('zwölf Standorten'))).toBe(true);
  expect(
    texts.some((text) => text.includes('Which two studios')),
    'quoted history is not logged',
  ).toBe(false);

  await mailbox.getByRole('button', { name: 'Reply' }).click();
  await mailbox.getByRole('textbox', { name: 'Your answer' }).fill('Thank you, the form follows.');
  await mailbox.getByText('Draft saved').waitFor();
  await mailbox.getByRole('button', { name: 'Send', exact: true }).click();
  await expect
    .poll(async () => (await rows('proposals', 'practice')).filter((row) => sent(row)).length, {
      timeout: 10_000,
    })
    .toBe(1);
});

test('in practice a sent answer that is taken back is no entry', async ({ setup }) => {
  const { sidelog, rows, untilRows } = await setup({ consent: false, holdMs: 3_000 });
  const mailbox = await sidelog.open('practice.html');
  await open(mailbox, /Reminders for patients/);
  await mailbox.getByRole('button', { name: 'Reply' }).click();
  await mailbox.getByRole('textbox', { name: 'Your answer' }).fill('Too early');
  await mailbox.getByRole('button', { name: 'Send', exact: true }).click();
  await untilRows('heldSends', 1, 'practice');
  await mailbox.getByRole('button', { name: 'Undo' }).click();
  await untilRows('heldSends', 0, 'practice');
  await mailbox.waitForTimeout(3_500);
  expect((await rows('proposals', 'practice')).filter(sent)).toEqual([]);
});

test('five tasks in the real panel and popup, each done by what is in the book; the progress outlives a reload, nothing leaves, and leaving takes everything away', async ({
  setup,
}) => {
  test.slow();
  const network = await watchNetwork();
  try {
    const { sidelog, rows } = await setup({ consent: false, launch: { args: network.proxyArguments } });
    const asked: string[] = [];
    sidelog.context.on('request', (request) => {
      if (!request.url().startsWith('chrome-extension:')) asked.push(request.url());
    });
    const mailbox = await sidelog.open('practice.html');
    const tasks = mailbox.getByRole('complementary');
    await mailbox.getByRole('button', { name: 'Open the panel' }).first().click();
    const side = await attachOwnPage(sidelog, 'sidepanel.html');
    await expect(tasks.getByText('0 of 5 done')).toBeVisible();

    await tasks.getByRole('link', { name: 'Open Anna’s mail' }).click();
    await side.see('Log it');
    await expect(tasks.getByText('0 of 5 done'), 'to look is not to log').toBeVisible();
    await side.click('Log it');
    await expect(tasks.getByText('Logged with one press')).toBeVisible();
    await side.see('Undo');
    await side.press('z');
    await expect(tasks.getByText('Taken back. You can log it again')).toBeVisible();
    await expect(tasks.getByText('2 of 5 done')).toBeVisible();

    await tasks.getByRole('link', { name: 'Open Dr. Nwosu’s mail' }).click();
    await side.see('Add contact');
    await side.click(/^Add contact/);
    await expect(tasks.getByText('Dr. Nwosu is in the practice CRM')).toBeVisible();

    await tasks.getByRole('link', { name: 'Open Priya’s mail' }).click();
    await side.see('Paul Adeyemi');
    await side.click(/^Paul Adeyemi/);
    await side.click(/^Priya Okafor/);
    await expect(tasks.getByText('Remembered: her next mail')).toBeVisible();

    await mailbox.reload();
    await expect(tasks.getByText('4 of 5 done')).toBeVisible();

    // Where the browser opens no popup for a page's press, as headless Chromium, the same page stands in a tab.
    await mailbox.bringToFront();
    await tasks.getByRole('button', { name: 'Open today’s list' }).click();
    const popup = await attachOwnPage(sidelog, 'popup.html');
    await popup.see('Practice: everyone here is invented');
    await popup.see('Send Lucía the agenda');
    const folder = process.env.SIDELOG_PICTURES;
    if (folder) {
      await popup.screenshot(`${folder}/practice-popup.png`);
      await side.screenshot(`${folder}/practice-panel.png`);
    }
    const doneButtons = () =>
      popup.evaluate(
        () => document.querySelectorAll('main button[aria-label^="Done: "]:not([aria-disabled])').length,
        undefined,
      );
    for (let left = await doneButtons(); left > 0; left = await doneButtons()) {
      await popup.click(/^Done: /);
      await expect.poll(doneButtons).toBeLessThan(left);
    }
    await expect(tasks.getByRole('heading', { name: 'All five done' })).toBeVisible();
    expect(await rows('settings'), 'the rep’s own book was not touched').toEqual([]);
    expect(foreign(network)).toEqual([]);
    expect(asked).toEqual([]);
    expect(side.requests).toEqual([]);
    expect(side.errors).toEqual([]);

    const second = await sidelog.open('practice-calendar.html');
    await expect(second.getByRole('heading', { name: 'Meetings around today' })).toBeVisible();
    await mailbox.bringToFront();
    await mailbox.getByRole('button', { name: 'Leave practice' }).first().click();
    await expect(mailbox.getByText('Practice is over')).toBeVisible();
    await expect(second, 'its other page goes too').toHaveURL(/welcome\.html#left-practice/);
    await side.see('Reading mail is off');
    const left = await (await sidelog.worker()).evaluate(async () => ({
      databases: (await indexedDB.databases()).map(({ name }) => name ?? '').sort(),
      session: JSON.stringify(await chrome.storage.session.get()),
      local: await chrome.storage.local.get(),
      alarms: (await chrome.alarms.getAll()).map(({ name }) => name),
    }));
    expect(left.databases.filter((name) => name.includes('practice'))).toEqual([]);
    expect(left.session).not.toContain('practice');
    expect(left.local).toEqual({});
    expect(await mailbox.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    expect(foreign(network)).toEqual([]);
  } finally {
    await network.close();
  }
});

test('in the practice calendar meetings with customers that are over become entries; colleagues’ and private ones do not', async ({
  setup,
}) => {
  const { sidelog, rows } = await setup({ consent: false });
  const calendar = await sidelog.open('practice-calendar.html');
  await calendar.getByRole('button', { name: 'Open the panel' }).first().click();
  const side = await attachOwnPage(sidelog, 'sidepanel.html');
  const waiting = async () =>
    (await rows('proposals', 'practice'))
      .map((row) => [Reflect.get(Object(row.activity), 'subject'), Reflect.get(Object(row.status), 'state')])
      .sort();
  await expect.poll(waiting).toEqual([
    ['Renewal: the revised quote', 'upcoming'],
    ['Rollout of the three kitchens', 'open'],
    ['Walk through the Kyoto studio', 'open'],
  ]);
  await calendar.getByRole('button', { name: /Rollout of the three kitchens/ }).click();
  await side.see('Rollout of the three kitchens');
  await side.see('Lucía Fernández');
  await side.click('Log it');
  await side.see('Undo');
  await expect
    .poll(async () => (await rows('activities', 'practice-notebook')).length, { timeout: 20_000 })
    .toBe(1);
  expect(await rows('drift', 'practice'), 'the adapter knows this shape').toEqual([]);
  await calendar.keyboard.press('Escape');
  await expect(calendar.getByRole('dialog')).toHaveCount(0);
  await expect(calendar.getByRole('button', { name: /Rollout/ })).toBeFocused();
});

function sent(row: Record<string, unknown>): boolean {
  return JSON.stringify(row.captured).includes('"direction":"sent"');
}
