import { sendIntent } from '../tools/extension-state';
import { bvAnswer } from '../tools/gmail-page';
import { anna, expect, quote, test } from './support';

const eml = [
  'From: Anna Berger <anna.berger@nordlicht.example>',
  'To: Robin Ashdown <rep@harbour.example>',
  'Subject: Terms for two years',
  `Date: ${new Date(Date.now() - 3_600_000).toUTCString()}`,
  'Message-ID: <terms-1@nordlicht.example>',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Hi Robin,',
  '',
  'We would sign for two years if the onboarding fee is waived.',
  '',
  'Anna',
].join('\r\n');

test('a saved mail that is dropped on the panel is proposed, and logged like any other', async ({
  setup,
}) => {
  const { gmail, panel, rows } = await setup();
  const tab = await gmail();
  const side = await panel(tab.page);
  await side.evaluate((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], 'terms.eml', { type: 'message/rfc822' }));
    for (const type of ['dragover', 'drop'])
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }),
      );
  }, eml);
  await side.see('It is proposed now', 20_000);
  await side.click('Close');
  await side.see('Terms for two years');
  expect(await rows('proposals')).toMatchObject([
    { captured: { source: { site: 'by-hand' }, from: anna }, status: { state: 'open' } },
  ]);
  expect(side.errors).toEqual([]);
  expect(side.requests, 'nothing leaves').toEqual([]);
});

test('text that is pasted or was selected in a page is proposed, once the rep said whom it is about', async ({
  setup,
}) => {
  const { gmail, panel, rows, sidelog } = await setup();
  const tab = await gmail();
  const side = await panel(tab.page);
  await side.evaluate((text) => {
    const transfer = new DataTransfer();
    transfer.setData('text/plain', text);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
    );
  }, 'We agreed to renew all forty seats, and to talk again on Monday.');
  await side.see('Whom is it about?', 20_000);
  await side.evaluate(() => document.querySelector<HTMLInputElement>('fieldset input')?.focus(), null);
  await side.evaluate((address) => {
    const input = document.querySelector<HTMLInputElement>('fieldset input');
    if (!input) throw new Error('no field');
    input.value = address;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, anna.address);
  await side.click('Propose it');
  await side.see('It is proposed now');
  await side.click('Close');
  await expect.poll(() => rows('proposals')).toHaveLength(1);

  // The context menu is the browser's own: what it leaves for the panel of its window is put there.
  const windowId = await side.evaluate(async () => (await chrome.windows.getCurrent()).id, null);
  const text = `From: ${anna.name} <${anna.address}>\nSubject: Delivery in March\n\nCan you deliver in March?`;
  await (await sidelog.worker()).evaluate((value) => chrome.storage.session.set({ 'handed-text': value }), {
    text,
    windowId,
  });
  await side.see('It is proposed now', 20_000);
  await expect.poll(() => rows('proposals')).toHaveLength(2);
  const left = await (await sidelog.worker()).evaluate(() => chrome.storage.session.get('handed-text'));
  expect(left, 'it is not kept').toEqual({});
});

test('what the inbox lists of a known contact is offered once, and what the rep chooses waits in the list', async ({
  setup,
}) => {
  const { gmail, panel, rows, sidelog } = await setup();
  const tab = await gmail();
  const side = await panel(tab.page);
  await tab.request(
    'bv',
    '[[79,50]]',
    bvAnswer([quote('Renewal for 40 seats'), quote('Terms for two years')]),
  );
  await side.seeNot('in your list');
  // The contact becomes known after the list was shown.
  await sendIntent(sidelog, {
    type: 'create-contact',
    book: 'real',
    draft: { name: anna.name, address: anna.address, company: { name: 'Nordlicht' } },
  });
  await side.see('2 threads in your list are with contacts you know');
  await side.click('Review');
  await side.click(/^Terms for two years/);
  await side.click('Propose 1 thread');
  await side.see('Waiting for you');
  await expect
    .poll(async () => (await rows('proposals')).map((row) => row.activity))
    .toMatchObject([{ subject: 'Renewal for 40 seats' }]);
  await side.seeNot('in your list');
  await tab.request('bv', '[[79,50]]', bvAnswer([quote('A third one')]));
  await side.seeNot('in your list');
});
