import { writeFileSync } from 'node:fs';
import type { CDPSession, Page } from '@playwright/test';
import { fakeOdoo } from '../crm/fakes/odoo';
import { sendIntent } from '../tools/extension-state';
import { inventThread } from '../tools/gmail-page';
import { serve } from '../tools/network';
import { anna, expect, rep, test } from './support';

/** A short one by default; `npm run bench -- fuzz --browser` sets larger ones. */
const ENTRIES = Number(process.env.SIDELOG_KILL_ENTRIES ?? 40);
const STOPS = Number(process.env.SIDELOG_KILL_STOPS ?? 6);
const PER_THREAD = 20;

test(`${ENTRIES} entries arrive exactly once, though the worker is stopped for real ${STOPS} times and more`, async ({
  setup,
}) => {
  test.setTimeout(60_000 + STOPS * 8_000 + ENTRIES * 1_000);
  const odoo = fakeOdoo(19);
  odoo.addUser(rep);
  odoo.models.insert('res.partner', { name: anna.name, email: anna.address });
  const server = await serve(odoo);
  try {
    const { gmail, rows, untilRows, sidelog } = await setup();
    await sendIntent(sidelog, { type: 'change-settings', change: { undoSeconds: 0 } });
    const settings = { url: server.origin, database: 'acme', login: rep.login, key: rep.key };
    await sendIntent(sidelog, { type: 'connect-crm', connector: 'odoo', settings });
    await untilRows('contacts', 2);
    const tab = await gmail();
    for (let done = 0; done < ENTRIES; done += PER_THREAD) {
      const mails = Array.from({ length: Math.min(PER_THREAD, ENTRIES - done) }, (_, index) => ({
        from: anna,
        text: `We have received part ${done + index}.`,
        minutesAgo: ENTRIES - done - index,
      }));
      await tab.openThread(inventThread(`Delivery ${done}`, mails), 'all');
      const wanted = done + mails.length;
      await expect.poll(async () => (await rows('proposals')).length, { timeout: 60_000 }).toBe(wanted);
    }
    const ids = (await rows('proposals')).map((row) => String(row.id));

    // Answers come late, so that the worker dies between question and answer too.
    odoo.trouble.delay(60);
    const page = await sidelog.open('options.html');
    const session = await sidelog.context.newCDPSession(page);
    let stops = 0;
    let running = false;
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { runningStatus } of versions) {
        if (running && runningStatus === 'stopped') stops += 1;
        if (runningStatus === 'running' || runningStatus === 'stopped') running = runningStatus === 'running';
      }
    });
    await session.send('ServiceWorker.enable');
    let confirmed = 0;
    const share = Math.ceil(ENTRIES / STOPS);
    while (stops < STOPS || confirmed < ids.length) {
      const next = ids.slice(confirmed, confirmed + share);
      // The answer may never come; whether it was stored is seen below.
      tell(page, next.length > 0 ? { type: 'confirm', book: 'real', proposalIds: next } : { type: 'wake' });
      await stopAfter(page, session, Math.random() * 900);
      const states = new Map((await proposalStates(page)).map(({ id, state }) => [id, state]));
      if (next.every((id) => states.get(id) !== 'open')) confirmed += next.length;
      if (stops % 5 === 4) await leasesRunOut(page);
    }
    odoo.trouble.calm();
    await expect
      .poll(
        async () => {
          await leasesRunOut(page);
          tell(page, { type: 'wake' });
          return (await proposalStates(page)).filter(({ state }) => state !== 'logged').length;
        },
        { timeout: 60_000 + ENTRIES * 200, intervals: [1_500] },
      )
      .toBe(0);

    const records = odoo.models.search('mail.message', [], true);
    const distinct = new Set(records.map((row) => row.message_id)).size;
    const { SIDELOG_KILL_REPORT: report } = process.env;
    const doubled = records.length - distinct;
    if (report)
      writeFileSync(
        report,
        JSON.stringify({ entries: ids.length, stops, doubled, lost: ids.length - distinct }),
      );
    expect({ distinct, doubled }).toEqual({ distinct: ids.length, doubled: 0 });
    expect(stops).toBeGreaterThanOrEqual(STOPS);
    const open = (await rows('outbox')).filter((row) => (row.status as { state: string }).state !== 'done');
    expect(open).toEqual([]);
  } finally {
    await server.close();
  }
});

/** Sends a message to the worker, which wakes it, and does not wait for the answer. */
function tell(page: Page, message: Record<string, unknown>): void {
  page.evaluate((one) => void chrome.runtime.sendMessage(one).catch(() => null), message).catch(() => null);
}

async function stopAfter(page: Page, session: CDPSession, ms: number): Promise<void> {
  await page.waitForTimeout(ms);
  await session.send('ServiceWorker.stopAllWorkers');
  await page.waitForTimeout(50);
}

/** Read from one of our own pages: asking the worker would wake it. */
function proposalStates(page: Page): Promise<{ id: string; state: string }[]> {
  return page.evaluate(
    () =>
      new Promise<{ id: string; state: string }[]>((done, failed) => {
        const opening = indexedDB.open('sidelog');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('proposals').objectStore('proposals').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            done(reading.result.map(({ id, status }) => ({ id, state: status.state })));
          };
        };
      }),
  );
}

/** As if a minute and a half had gone by: a stopped worker's entries are anybody's then. */
function leasesRunOut(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('sidelog');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction('outbox', 'readwrite');
          const table = writing.objectStore('outbox');
          const reading = table.getAll();
          reading.onsuccess = () => {
            for (const row of reading.result)
              if (row.status.state === 'sending')
                table.put({ ...row, status: { ...row.status, leaseUntil: Date.now() - 1 } });
          };
          writing.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
  );
}
