import { inventReply, inventThread, me, showInbox } from '../tools/gmail-page';
import { anna, expect, quote, test } from './support';

test('a mail opened in Gmail becomes a proposal in the panel, and one click makes it a notebook record', async ({
  setup,
}) => {
  const { gmail, panel, rows, untilRows } = await setup();
  const tab = await gmail();
  const side = await panel(tab.page);
  const thread = quote();
  await tab.openThread(thread);
  await side.see('Renewal for 40 seats');
  await side.see('renew all 40 seats');
  const [proposal] = await untilRows('proposals', 1);
  expect(proposal).toMatchObject({
    aliases: expect.arrayContaining([thread.mails[0]?.id, thread.mails[0]?.legacyId, thread.mails[0]?.rfcId]),
    captured: { via: 'wire', sentAt: thread.mails[0]?.sentAt, from: anna, to: [{ address: me.address }] },
  });

  await side.click('Log it');
  await side.see('Undo');
  await expect
    .poll(async () => (await rows('outbox'))[0]?.status, { timeout: 20_000 })
    .toMatchObject({
      state: 'done',
      created: true,
    });
  expect(await rows('outbox')).toHaveLength(1);
  expect((await rows('proposals'))[0]?.status).toMatchObject({ state: 'logged' });
  expect(side.requests, 'with the notebook nothing leaves').toEqual([]);

  expect(await rows('activities', 'notebook')).toMatchObject([
    { activity: { subject: 'Renewal for 40 seats', direction: 'received', at: thread.mails[0]?.sentAt } },
  ]);
  expect(side.errors).toEqual([]);
});

test('the same mail opened again, or after a reload, is not proposed a second time', async ({ setup }) => {
  const { gmail, panel, rows, untilRows } = await setup();
  const tab = await gmail();
  const side = await panel(tab.page);
  const thread = quote();
  await tab.openThread(thread);
  await side.see('Log it');
  await side.click('Log it');
  await side.see('Undo');
  await tab.page.reload();
  await tab.openThread(thread);
  await side.see('Renewal for 40 seats');
  await tab.page.waitForTimeout(1_500);
  await side.seeNot('Log it');
  await untilRows('proposals', 1);
  expect(await rows('outbox')).toHaveLength(1);
});

test('Enter confirms and Z takes it back: nothing is logged, and the mail is open again', async ({
  setup,
}) => {
  const { openMail, rows } = await setup();
  const { tab, side } = await openMail();
  await side.evaluate(() => document.body.focus(), null);
  await side.press('Enter');
  await side.see('Undo');
  await expect.poll(async () => (await rows('proposals'))[0]?.status).toMatchObject({ state: 'confirmed' });
  await side.press('z');
  await side.see('Log it');
  expect((await rows('proposals'))[0]?.status).toEqual({ state: 'open' });
  // Longer than the undo time: what was taken back is not sent later.
  await tab.page.waitForTimeout(11_500);
  expect(await rows('outbox')).toEqual([]);
});

test('Undo by click within ten seconds logs nothing', async ({ setup }) => {
  const { openMail, rows } = await setup();
  const { side } = await openMail();
  await side.click('Log it');
  await side.see('Undo');
  await side.click(/^Undo/);
  await side.see('Log it');
  expect((await rows('proposals'))[0]?.status).toEqual({ state: 'open' });
  expect(await rows('outbox')).toEqual([]);
});

test('a mail that is not wanted goes away with x and comes back with Undo', async ({ setup }) => {
  const { openMail, rows } = await setup();
  const { side } = await openMail();
  await side.press('x');
  await expect.poll(async () => (await rows('proposals'))[0]?.status).toMatchObject({ state: 'dismissed' });
  await side.press('z');
  await expect.poll(async () => (await rows('proposals'))[0]?.status).toEqual({ state: 'open' });
});

test('one click makes a contact of the sender, with the company from the domain, and the mail is matched to it', async ({
  setup,
}) => {
  const { gmail, panel, rows } = await setup();
  const tab = await gmail();
  const side = await panel(tab.page);
  await tab.openThread(quote());
  await side.click(/Add contact/);
  await expect
    .poll(async () => (await rows('contacts'))[0])
    .toMatchObject({ name: 'Anna Berger', addresses: [anna.address], companyName: 'Nordlicht' });
  await expect
    .poll(async () => (await rows('proposals'))[0]?.match)
    .toMatchObject({ contacts: [{ address: anna.address }], strangers: [] });
  await side.seeNot('Add contact');
});

test('a thread that was left is no longer shown as open', async ({ setup }) => {
  const { openMail } = await setup();
  const { tab, side } = await openMail();
  await tab.page.evaluate(showInbox);
  await side.see('No mail open');
  await side.see('Renewal for 40 seats');
});

test('two windows: each panel follows the tab of its own window, and both show what is logged', async ({
  setup,
}) => {
  const { gmail, panel, secondWindow } = await setup();
  const first = await gmail();
  const firstPanel = await panel(first.page);
  const { page, panel: secondPanel } = await secondWindow();
  const second = await gmail(page);
  await first.openThread(quote());
  await second.openThread(
    inventThread('Delivery in March', [
      {
        from: { address: 'jon@kunde.example', name: 'Jon Berg' },
        text: 'Can you deliver 40 of them in March?',
      },
    ]),
  );
  await firstPanel.see(/Open mail\s+AB\s+Anna Berger/);
  await secondPanel.see(/Open mail\s+JB\s+Jon Berg/);
  await firstPanel.see('2 waiting');
  await secondPanel.see('2 waiting');
  await firstPanel.click('Log it');
  await firstPanel.see('1 waiting');
  await secondPanel.see('1 waiting');
});

test.describe('mail that the rep writes', () => {
  test('a sent reply is one record once it can no longer be taken back', async ({ setup }) => {
    const { gmail, rows, untilRows } = await setup({ holdMs: 2_000 });
    const tab = await gmail();
    const thread = quote();
    const reply = inventReply(thread, [anna], 'Hi Anna,\n\nThe fee is waived. The new quote follows today.');
    await tab.reply(reply, 'draft');
    await tab.reply(reply, 'send');
    await untilRows('heldSends', 1);
    expect(await rows('proposals'), 'while it can be taken back there is no proposal').toEqual([]);
    const [proposal] = await untilRows('proposals', 1);
    expect(proposal).toMatchObject({
      captured: { direction: 'sent', subject: 'Re: Renewal for 40 seats', to: [{ address: anna.address }] },
      aliases: expect.arrayContaining([reply.id]),
    });
    await untilRows('heldSends', 0);
  });

  test('a sent reply that is taken back is never a record', async ({ setup }) => {
    const { gmail, rows, untilRows } = await setup({ holdMs: 2_000 });
    const tab = await gmail();
    const reply = inventReply(quote(), [anna], 'Sent too early');
    await tab.reply(reply, 'send');
    await untilRows('heldSends', 1);
    await tab.reply(reply, 'draft');
    await untilRows('heldSends', 0);
    await tab.page.waitForTimeout(3_000);
    expect(await rows('proposals')).toEqual([]);
  });

  test('a draft and a scheduled mail are never records', async ({ setup }) => {
    const { gmail, rows } = await setup({ holdMs: 0 });
    const tab = await gmail();
    await tab.reply(inventReply(quote(), [anna], 'Only a draft'), 'draft');
    await tab.reply(inventReply(quote(), [anna], 'For tomorrow'), 'scheduled');
    await tab.page.waitForTimeout(2_000);
    expect(await rows('proposals')).toEqual([]);
    expect(await rows('heldSends')).toEqual([]);
  });
});
