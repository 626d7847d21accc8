import type { Worker } from '@playwright/test';
import type { Sidelog } from './chromium.ts';

/** Databases as utils/store/database.ts and utils/crm/notebook/book.ts name them. */
export const databases = {
  real: 'sidelog',
  practice: 'sidelog-practice',
  notebook: 'sidelog-notebook',
  'practice-notebook': 'sidelog-practice-notebook',
} as const;
export type DatabaseName = keyof typeof databases;

/** All rows of a table, read from within the worker. An empty list where the database is not there yet. */
export function readTable(worker: Worker, table: string, book: DatabaseName = 'real'): Promise<unknown[]> {
  return worker.evaluate(
    async ({ name, store }) => {
      const known = await indexedDB.databases();
      if (!known.some((one) => one.name === name)) return [];
      return await new Promise<unknown[]>((done, failed) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          // We must not stand in the way of an upgrade or of "forget everything".
          database.onversionchange = () => database.close();
          if (!database.objectStoreNames.contains(store)) {
            database.close();
            done([]);
            return;
          }
          const reading = database.transaction(store).objectStore(store).getAll();
          reading.onerror = () => failed(reading.error);
          reading.onsuccess = () => {
            database.close();
            done(reading.result);
          };
        };
      });
    },
    { name: databases[book], store: table },
  );
}

/** How many rows a table has; 0 where the database is not there yet. */
export function countRows(worker: Worker, table: string, book: DatabaseName = 'real'): Promise<number> {
  return worker.evaluate(
    async ({ name, store }) => {
      const known = await indexedDB.databases();
      if (!known.some((one) => one.name === name)) return 0;
      return await new Promise<number>((done, failed) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          // We must not stand in the way of an upgrade or of "forget everything".
          database.onversionchange = () => database.close();
          if (!database.objectStoreNames.contains(store)) {
            database.close();
            done(0);
            return;
          }
          const counting = database.transaction(store).objectStore(store).count();
          counting.onerror = () => failed(counting.error);
          counting.onsuccess = () => {
            database.close();
            done(counting.result);
          };
        };
      });
    },
    { name: databases[book], store: table },
  );
}

/** What only a debugger may set: the hold for sent mail, and whether the gate is open. Survives no browser restart. */
export async function setDriver(
  worker: Worker,
  driver: { holdMs?: number; gateOff?: boolean },
): Promise<void> {
  await worker.evaluate((value) => chrome.storage.session.set({ driver: value }), driver);
}

/** Sends a message to the worker as one of our own pages does. */
export async function sendIntent(sidelog: Sidelog, intent: Record<string, unknown>): Promise<unknown> {
  const page = await sidelog.open('options.html');
  try {
    return await page.evaluate((message) => chrome.runtime.sendMessage(message), intent);
  } finally {
    await page.close();
  }
}

/** The rep's consent for Gmail, and its content scripts registered. Throws where it is not given. */
export function consentToGmail(sidelog: Sidelog): Promise<void> {
  return consentTo(sidelog, 'gmail');
}

/** The rep's consent for a site whose host is granted, and its content scripts registered. Throws where it is not given. */
export async function consentTo(sidelog: Sidelog, site: string): Promise<void> {
  const answer = await sendIntent(sidelog, { type: 'consent', sites: [site] });
  if (!isOk(answer)) throw new Error(`The worker did not take the consent: ${JSON.stringify(answer)}`);
  const worker = await sidelog.worker();
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const scripts = await worker.evaluate(() => chrome.scripting.getRegisteredContentScripts());
    if (scripts.length > 0) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`The content scripts of ${site} were not registered after consent.`);
}

function isOk(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && Reflect.get(answer, 'ok') === true;
}
