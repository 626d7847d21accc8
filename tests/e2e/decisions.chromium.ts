import { inventThread, me } from '../tools/gmail-page';
import type { OwnPage } from '../tools/own-page';
import { anna, expect, quote, test } from './support';

const longThread = () =>
  inventThread('Pilot scope', [
    { from: anna, text: 'Could the pilot begin in January with two studios?' },
    { from: me, to: [anna], text: 'January works for us. Two studios are a good size.' },
    { from: anna, text: 'Please send the security form, then we can sign this week.' },
  ]);

/** Without the seconds of undo, so that what is confirmed arrives at once. */
async function sendAtOnce(side: OwnPage): Promise<void> {
  await side.evaluate(
    () => chrome.runtime.sendMessage({ type: 'change-settings', change: { undoSeconds: 0 } }),
    null,
  );
}

test('a press shows within one frame, and "Confirmed" is said only when it is stored', async ({ setup }) => {
  const { openMail } = await setup();
  const { side } = await openMail();
  await side.evaluate(() => {
    const seen = { frames: -1, frame: 0, stored: '' };
    Object.assign(window, { seen });
    addEventListener(
      'click',
      () => {
        let frames = 0;
        const began = performance.now();
        const look = () => {
          frames += 1;
          const busy = document.querySelector('.card--now[aria-busy=true]');
          if (!busy && frames < 60) return void requestAnimationFrame(look);
          seen.frames = busy ? frames : 60;
          seen.frame = performance.now() - began;
        };
        requestAnimationFrame(look);
      },
      { capture: true, once: true },
    );
    const status = document.querySelector('footer [role=status]');
    if (!status) throw new Error('no status line');
    new MutationObserver(() => {
      if (seen.stored !== '' || !status.textContent?.startsWith('Confirmed')) return;
      const opening = indexedDB.open('sidelog');
      opening.onsuccess = () => {
        const reading = opening.result.transaction('proposals').objectStore('proposals').getAll();
        reading.onsuccess = () => {
          seen.stored = reading.result[0].status.state;
          opening.result.close();
        };
      };
    }).observe(status, { childList: true, characterData: true, subtree: true });
  }, null);
  await side.click('Log it');
  await side.see('Undo');
  const read = () => side.evaluate(() => ({ ...(window as unknown as { seen: Seen }).seen }), null);
  await expect.poll(async () => (await read()).stored).toBe('confirmed');
  const seen = await read();
  expect(seen.frames, `shown in frame ${seen.frames}, after ${seen.frame} ms`).toBe(1);
});

interface Seen {
  frames: number;
  frame: number;
  stored: string;
}

test('"never for this person" drops what waits, is kept in the settings, and nothing of theirs comes back', async ({
  setup,
}) => {
  const { openMail, rows, sidelog } = await setup();
  const { tab, side } = await openMail();
  await side.click('More choices');
  await side.see(`Never log anyone at nordlicht.example`);
  await side.click(`Never log ${anna.address}`);
  await expect.poll(() => rows('proposals')).toEqual([]);
  await side.seeNot('Renewal for 40 seats');
  await tab.openThread(longThread());
  await side.see(/never-log list/i);
  await side.seeNot('Log 3 mails');
  expect(await rows('proposals')).toEqual([]);
  const options = await sidelog.open('options.html');
  await expect(options.locator('#never')).toContainText(anna.address);
  await options.getByRole('button', { name: `Remove ${anna.address}` }).click();
  await expect(options.locator('#never')).not.toContainText(anna.address);
});

test('a mail that is not proposed says why, and is shown when the rep asks for it', async ({ setup }) => {
  const { gmail, panel, rows } = await setup();
  const tab = await gmail();
  const side = await panel(tab.page);
  await tab.openThread(
    inventThread('Your invoice 2041', [
      {
        from: { address: 'no-reply@billing.nordlicht.example', name: 'Nordlicht Billing' },
        text: 'This is an automated message. Do not reply.\n\nYour invoice is attached.\n\nUnsubscribe',
      },
    ]),
  );
  await side.see('1 mail here is not proposed');
  expect(await rows('proposals')).toEqual([]);
  await side.click('Show anyway');
  await side.see('Your invoice 2041');
  await side.see('Log it');
  await side.seeNot('not proposed');
});

test('folded messages of a thread are offered, read when asked for, and logged as one group', async ({
  setup,
}) => {
  const { gmail, panel, rows } = await setup();
  const tab = await gmail();
  const side = await panel(tab.page);
  await tab.openThread(longThread(), 'last');
  await side.see('2 earlier messages in this thread');
  // It comes a moment later and pushes what is below it down.
  await side.see('Add contact');
  await side.click('Read them too');
  await side.see('Log 3 mails');
  await side.seeNot('earlier message');
  await side.see('two studios?');
  await side.click(/^Log this mail: Robin/);
  await side.see('Log 2 mails');
  await side.click('Log 2 mails');
  await side.see(/Confirmed\s+2 mails/);
  await expect
    .poll(async () => (await rows('proposals')).map((row) => (row.status as { state: string }).state).sort())
    .toEqual(['confirmed', 'confirmed', 'open']);
});

test('what was put off or not wanted stands under the open mail, each with its way back', async ({
  setup,
}) => {
  const { openMail, rows } = await setup();
  const { side } = await openMail();
  await side.click('Later');
  await side.click(/^Tomorrow/);
  await side.see('Later: tomorrow');
  await expect.poll(async () => (await rows('proposals'))[0]?.status).toMatchObject({ state: 'snoozed' });
  await side.click('Bring back');
  await side.see('Log it');
  await side.click('Not this');
  await side.see('You said: not this');
  await side.click('Bring back');
  await side.see('Log it');
  await expect.poll(async () => (await rows('proposals'))[0]?.status).toEqual({ state: 'open' });
});

test('an entry is edited in place and logged as edited; logged, it can be removed again', async ({
  setup,
}) => {
  const { openMail, rows } = await setup();
  const { side } = await openMail();
  await sendAtOnce(side);
  await side.click('Edit');
  await side.see('Two or three sentences. Nothing is sent until you log it.');
  await side.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('.card--now input');
    if (!field) throw new Error('no field');
    field.focus();
    field.select();
    document.execCommand('insertText', false, 'Renewal: 40 seats, two years');
  }, null);
  await side.click('Log it');
  await expect
    .poll(() => rows('activities', 'notebook'), { timeout: 15_000 })
    .toMatchObject([{ activity: { subject: 'Renewal: 40 seats, two years' } }]);
  await side.see('Logged today');
  await side.see('1 logged today');
  await side.click('Remove “Renewal: 40 seats, two years” from the CRM');
  await expect.poll(() => rows('activities', 'notebook'), { timeout: 15_000 }).toEqual([]);
  await expect.poll(async () => (await rows('proposals'))[0]?.status).toEqual({ state: 'open' });
  await side.see('Log it');
  await side.see('0 logged today');
  await side.click('Log it');
  await expect.poll(() => rows('activities', 'notebook'), { timeout: 15_000 }).toHaveLength(1);
});

test('somebody who may be a contact already is shown before one is made', async ({ setup }) => {
  const { gmail, panel, rows } = await setup();
  const tab = await gmail();
  const side = await panel(tab.page);
  await tab.openThread(quote());
  await side.click(/^Add contact/);
  await side.seeNot('Add contact');
  await tab.openThread(
    inventThread('New address', [
      {
        from: { address: 'a.berger@nordlicht.example', name: 'Anna Berger' },
        text: 'I write from my new address. Could you send the offer here?\n\nAnna Berger\nNordlicht GmbH',
      },
    ]),
  );
  await side.see('Perhaps Anna Berger already');
  await side.click(/^Check first/);
  await side.see('Could be one of these');
  await side.see(anna.address);
  await side.click('Add as a new contact');
  await expect.poll(async () => (await rows('contacts')).length).toBe(2);
  expect(new Set((await rows('contacts')).map((row) => row.companyId)).size, 'one company').toBe(1);
});

test('when the browser does not give the book, the panel says so and comes back by itself', async ({
  setup,
}) => {
  const { openMail } = await setup();
  const { tab, side } = await openMail();
  await side.evaluate(() => {
    const { objectStore } = IDBTransaction.prototype;
    IDBTransaction.prototype.objectStore = () => {
      throw new DOMException('The disk is full', 'UnknownError');
    };
    Object.assign(window, { heal: () => Object.assign(IDBTransaction.prototype, { objectStore }) });
  }, null);
  await tab.openThread(longThread());
  await side.see('The browser does not open Sidelog');
  await side.evaluate(() => void (window as unknown as { heal(): void }).heal(), null);
  await side.seeNot('The browser does not open Sidelog', 20_000);
  await side.see('Pilot scope');
});
