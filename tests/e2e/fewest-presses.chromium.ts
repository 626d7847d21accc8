import { writeFileSync } from 'node:fs';
import { deals, settings, turns } from '../../scripts/shots/invented.ts';
import { inventThread } from '../tools/gmail-page';
import { attachOwnPage, type OwnPage } from '../tools/own-page';
import { anna, expect, quote, type Setup, test } from './support';

/**
 * What a rep presses for the four tasks that docs/design.md promises numbers for, counted from the browser's own trusted
 * events. `npm run bench -- surfaces` puts them beside the same tasks by hand: SIDELOG_PRESSES is where it reads them.
 */
interface Presses {
  clicks: number;
  keys: number;
  /** From the last press to what the page says of it, ms. */
  ms: number;
}
const counted: Record<string, Presses> = {};

test.afterAll(() => {
  const report = process.env.SIDELOG_PRESSES;
  if (report) writeFileSync(report, JSON.stringify(counted));
});

async function beginCounting(page: OwnPage): Promise<void> {
  await page.evaluate(() => {
    const seen = { clicks: 0, keys: 0, last: 0 };
    Object.assign(window, { seen });
    for (const type of ['click', 'keydown'] as const)
      addEventListener(
        type,
        (event) => {
          if (!event.isTrusted) return;
          seen[type === 'click' ? 'clicks' : 'keys'] += 1;
          seen.last = performance.now();
        },
        { capture: true },
      );
  }, null);
}

async function endCounting(page: OwnPage, task: string, said: RegExp): Promise<Presses> {
  await page.see(said);
  const presses = await page.evaluate(() => {
    const { seen } = window as unknown as { seen: { clicks: number; keys: number; last: number } };
    return { clicks: seen.clicks, keys: seen.keys, ms: Math.round(performance.now() - seen.last) };
  }, null);
  counted[task] = presses;
  return presses;
}

async function put({ sidelog }: Setup, rows: Record<string, object[]>): Promise<void> {
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

const crm = 'notebook|local|real';
const knownAnna = {
  crm,
  id: 'c1',
  name: 'Anna Berger',
  addresses: [anna.address],
  lookup: [anna.address],
  words: ['anna berger'],
  phones: [],
  updatedAt: Date.now() - 86_400_000,
};

test('a proposed mail is logged by one press', async ({ setup }) => {
  const { side } = await (await setup()).openMail();
  await beginCounting(side);
  await side.click(/^Log it/);
  expect(await endCounting(side, 'log a proposed mail', /Undo/)).toMatchObject({ clicks: 1, keys: 0 });
});

test('with another deal than proposed, by three', async ({ setup }) => {
  const world = await setup();
  const tab = await world.gmail();
  const side = await world.panel(tab.page);
  await put(world, { contacts: [knownAnna], deals: deals().map((deal) => ({ ...deal, crm })) });
  await tab.openThread(quote());
  await side.see('2 open deals, none chosen');
  await beginCounting(side);
  await side.click('Choose the deal of this thread');
  await side.click(/^Pilot for the Hamburg office/);
  await side.see('the deal of this thread');
  await side.click(/^Log it/);
  expect(await endCounting(side, 'log with a corrected deal', /Undo/)).toMatchObject({ clicks: 3, keys: 0 });
});

test('a contact is created from a signature by one', async ({ setup }) => {
  const world = await setup();
  const text = [
    'Could you send us an offer for 20 seats?',
    '',
    'Kind regards',
    'Ingrid Solberg',
    'Fleet Manager, Northgate Logistics AS',
    'Phone +47 22 00 01 18',
    'Mobile +47 900 00 461',
  ].join('\n');
  const from = { address: 'ingrid.solberg@northgate.example', name: 'Ingrid Solberg' };
  const { side } = await world.openMail(inventThread('Offer for 20 seats', [{ from, text }]));
  await side.see('Add contact');
  await beginCounting(side);
  await side.click(/^Add contact/);
  const said = /Ingrid Solberg is a contact now/;
  expect(await endCounting(side, 'create a contact', said)).toMatchObject({ clicks: 1, keys: 0 });
  await expect
    .poll(async () => JSON.stringify(await world.rows('outbox')))
    .toMatch(/Ingrid Solberg.*Fleet Manager/);
});

test('a follow-up is cleared by one', async ({ setup }) => {
  const world = await setup();
  await put(world, { settings: [settings()], turns: turns().slice(0, 1) });
  const page = await world.sidelog.open('options.html');
  await page.bringToFront();
  await (await world.sidelog.worker()).evaluate(() => chrome.action.openPopup());
  const popup = await attachOwnPage(world.sidelog, 'popup.html');
  await popup.see('Anna Berger');
  await beginCounting(popup);
  await popup.click('Done: Anna Berger');
  expect(await endCounting(popup, 'clear a follow-up', /Done\./)).toMatchObject({ clicks: 1, keys: 0 });
});
