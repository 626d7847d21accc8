import { now as invented, proposal, settings, tasks, turns } from '../../scripts/shots/invented.ts';
import { meeting } from '../../scripts/shots/meetings.ts';
import { attachOwnPage, type OwnPage } from '../tools/own-page';
import { expect, type Setup, test } from './support';

const hour = 3_600_000;
/** One row of each kind, in the book before the popup opens. */
const rowsOfToday = () => {
  const promised = proposal({ id: 'p1', sent: true, agoMs: 26 * hour });
  const due = new Date(invented).toISOString().slice(0, 10);
  const nextStep = {
    kind: 'promised-by-me',
    text: 'Send the quote',
    due,
    sentence: 'I will send the quote today.',
  };
  return {
    settings: [settings()],
    contacts: [],
    turns: turns().slice(0, 1),
    tasks: tasks().slice(0, 1),
    proposals: [
      { ...promised, activity: { ...promised.activity, nextStep } },
      meeting({ id: 'n1', agoMs: 30 * hour }),
    ],
  };
};

async function fill({ sidelog }: Setup, rows: Record<string, object[]>): Promise<void> {
  await (await sidelog.worker()).evaluate(async (wanted) => {
    const database = await new Promise<IDBDatabase>((done, failed) => {
      const opening = indexedDB.open('sidelog');
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => failed(opening.error);
    });
    await new Promise<void>((done, failed) => {
      const writing = database.transaction(Object.keys(wanted), 'readwrite');
      for (const [table, list] of Object.entries(wanted))
        for (const row of list) writing.objectStore(table).put(row);
      writing.oncomplete = () => done();
      writing.onerror = () => failed(writing.error);
    });
    database.close();
  }, rows);
}

/** The real popup, as the toolbar's button opens it. */
async function openPopup({ sidelog }: Setup): Promise<OwnPage> {
  const page = await sidelog.open('options.html');
  await page.bringToFront();
  await (await sidelog.worker()).evaluate(() => chrome.action.openPopup());
  return attachOwnPage(sidelog, 'popup.html');
}

/** Rows left under each heading. */
const left = (popup: OwnPage) =>
  popup.evaluate(
    () =>
      [...document.querySelectorAll('main section')].map(
        (part) => `${part.querySelector('h2')?.id} ${part.querySelectorAll('[data-row]').length}`,
      ),
    null,
  );

test('by keys alone in the real popup each kind of row is put off or done, and comes back', async ({
  setup,
}) => {
  const world = await setup();
  await fill(world, rowsOfToday());
  const popup = await openPopup(world);
  await popup.see('You promised');
  expect(await left(popup)).toEqual(['waiting 1', 'promises 1', 'tasks 1', 'notes 1']);

  // Whoever waits is done with x; z brings them back.
  await popup.press('j');
  await popup.press('x');
  await expect.poll(() => left(popup)).toEqual(['promises 1', 'tasks 1', 'notes 1']);
  await popup.see('Done.');
  await popup.press('z');
  await expect.poll(() => left(popup)).toEqual(['waiting 1', 'promises 1', 'tasks 1', 'notes 1']);

  // A promise is moved to tomorrow.
  const focusOn = (at: number) =>
    popup.evaluate((index) => document.querySelectorAll<HTMLElement>('[data-row]')[index]?.focus(), at);
  await focusOn(1);
  await popup.press('s');
  await popup.see('Tomorrow');
  await popup.press('Enter');
  await expect.poll(() => left(popup)).toEqual(['waiting 1', 'tasks 1', 'notes 1']);
  const dues = (await world.rows('proposals')).map(
    ({ activity }) => (activity as { nextStep?: { due: string } }).nextStep?.due ?? '',
  );
  const today = new Date().toISOString().slice(0, 10);
  expect(dues.some((due) => due > today)).toBe(true);
  await popup.press('z');
  await expect.poll(() => left(popup)).toEqual(['waiting 1', 'promises 1', 'tasks 1', 'notes 1']);

  // A meeting is logged without notes by l, and z takes that back before it is sent.
  await focusOn(3);
  await popup.press('l');
  await expect.poll(() => left(popup)).toEqual(['waiting 1', 'promises 1', 'tasks 1']);
  await popup.press('z');
  await expect.poll(() => left(popup)).toEqual(['waiting 1', 'promises 1', 'tasks 1', 'notes 1']);
  expect(popup.errors).toEqual([]);
  expect(popup.requests).toEqual([]);
});

test('the popup says what it shows as of when, and lists its keys', async ({ setup }) => {
  const world = await setup();
  await fill(world, rowsOfToday());
  const popup = await openPopup(world);
  await popup.see(/as of \d/);
  await popup.press('?');
  await popup.see('Later, or move a task');
  const keys = await popup.evaluate(
    () => [...document.querySelectorAll('dialog dt .visually-hidden')].map((each) => each.textContent),
    null,
  );
  expect(keys).toEqual(['j', 'k', 'Enter', 's', 'x', 'c', 'l', 'z', '?']);
});
