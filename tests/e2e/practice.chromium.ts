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

function sent(row: Record<string, unknown>): boolean {
  return JSON.stringify(row.captured).includes('"direction":"sent"');
}
