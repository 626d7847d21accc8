import type { Worker } from '@playwright/test';
import { stopWorker } from '../tools/chromium';
import { sendIntent } from '../tools/extension-state';
import { expect, type Setup, test } from './support';

/** A task of the notebook that is due, so that the day has something to tell. */
async function dueTask({ sidelog }: Setup): Promise<void> {
  const worker = await sidelog.worker();
  await worker.evaluate(async () => {
    const today = new Date();
    const pad = (part: number) => String(part).padStart(2, '0');
    const dueDate = `${today.getFullYear()}-${pad(today.getMonth() + 1)}-${pad(today.getDate())}`;
    await new Promise<void>((done, failed) => {
      const opening = indexedDB.open('sidelog');
      opening.onerror = () => failed(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        const writing = database.transaction('tasks', 'readwrite');
        const row = { id: 't1', title: 'Send the offer to Anna', dueDate, done: false, contactIds: [] };
        writing.objectStore('tasks').put({ ...row, crm: 'notebook|local|real', updatedAt: Date.now() });
        writing.oncomplete = () => {
          database.close();
          done();
        };
      };
    });
  });
}

const shown = (worker: Worker) =>
  worker.evaluate(async () => Object.keys(await chrome.notifications.getAll()));
/** The browser itself fires the alarm, also into a worker that sleeps. */
const morningComes = (worker: Worker) =>
  worker.evaluate(() => chrome.alarms.create('morning', { when: Date.now() + 200 }));
const badge = async ({ sidelog }: Setup) =>
  (await sidelog.worker()).evaluate(() => chrome.action.getBadgeText({}));

test('at the start of work the notification tells in numbers what is due, and a press on it shows the day', async ({
  setup,
}) => {
  const all = await setup({ permissions: ['notifications'] });
  const { sidelog } = all;
  await dueTask(all);
  expect(await sendIntent(sidelog, { type: 'change-settings', change: { morningNote: true } })).toEqual({
    ok: true,
  });
  const worker = await sidelog.worker();
  await expect
    .poll(() => worker.evaluate(async () => (await chrome.alarms.get('morning'))?.scheduledTime ?? 0))
    .toBeGreaterThan(Date.now());
  await expect.poll(() => badge(all), 'the button says how much is due').toBe('1');

  // As the browser does when nothing happened for half a minute.
  const page = await sidelog.open('options.html#day');
  await stopWorker(sidelog);
  // More than once where the worker, which any tab's closing wakes, plans its own in the same moment.
  await expect(async () => {
    await page.evaluate(() => chrome.alarms.create('morning', { when: Date.now() + 100 }));
    await expect.poll(async () => shown(await sidelog.worker()), { timeout: 4_000 }).toEqual(['morning']);
  }).toPass({ timeout: 40_000 });
  const planned = async () =>
    (await sidelog.worker()).evaluate(async () => (await chrome.alarms.get('morning'))?.scheduledTime ?? 0);
  await expect.poll(planned, 'and the next morning again').toBeGreaterThan(Date.now() + 10_000);

  // A headless screen has nothing to press: the event is given to the worker's own listener.
  await (await sidelog.worker()).evaluate(() => {
    const event = chrome.notifications.onClicked as unknown as { dispatch(id: string): void };
    event.dispatch('morning');
  });
  await expect
    .poll(async () => {
      const session = await sidelog.context.newCDPSession(page);
      const { targetInfos } = await session.send('Target.getTargets');
      return targetInfos.some(({ url }) => url.endsWith('/popup.html'));
    })
    .toBe(true);
  await expect.poll(async () => shown(await sidelog.worker())).toEqual([]);
});

test('nobody who did not ask for it is notified, and nobody on whom nothing waits', async ({ setup }) => {
  const all = await setup({ permissions: ['notifications'] });
  const worker = await all.sidelog.worker();
  await morningComes(worker);
  await expect.poll(() => worker.evaluate(() => chrome.alarms.get('morning'))).toBeUndefined();
  expect(await shown(worker)).toEqual([]);
  await sendIntent(all.sidelog, { type: 'change-settings', change: { morningNote: true } });
  await morningComes(worker);
  // It has fired when the next morning is planned.
  await expect
    .poll(() => worker.evaluate(async () => (await chrome.alarms.get('morning'))?.scheduledTime ?? 0))
    .toBeGreaterThan(Date.now() + 10_000);
  expect(await shown(worker)).toEqual([]);
  expect(await badge(all)).toBe('');
});

test('without the browser’s permission nothing is shown, nothing breaks, and the settings say why', async ({
  setup,
}) => {
  const all = await setup();
  await dueTask(all);
  await sendIntent(all.sidelog, { type: 'change-settings', change: { morningNote: true } });
  const worker = await all.sidelog.worker();
  await morningComes(worker);
  await expect
    .poll(() => worker.evaluate(async () => (await chrome.alarms.get('morning'))?.scheduledTime ?? 0))
    .toBeGreaterThan(Date.now() + 10_000);
  const options = await all.sidelog.open('options.html#day');
  await expect(options.getByText('The browser does not let Sidelog notify you')).toBeVisible();
  await expect.poll(() => badge(all)).toBe('1');
});
