/** The built Sidelog as a candidate: the mail host granted, consent given, the gate open, its records counted. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFolder, ensureBuild } from '../../lib/ensure.mjs';
import { pause } from './browser.mjs';

const MAIL = 'https://mail.google.com/*';

/**
 * Builds where needed, and copies the build with the host granted: nobody is there to answer the browser's question.
 * @param {string} folder
 * @returns {Promise<string>} the copy
 */
export async function copySidelog(folder) {
  await ensureBuild('chrome');
  const copy = join(folder, 'sidelog-extension');
  mkdirSync(copy, { recursive: true });
  cpSync(buildFolder('chrome'), copy, { recursive: true });
  const file = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: [MAIL] }));
  return copy;
}

/**
 * Gives consent as the welcome page does, and opens the gate through the worker's debugger.
 * @param {import('@playwright/test').BrowserContext} context
 */
export async function setUpSidelog(context) {
  const worker = await workerOf(context);
  const id = new URL(worker.url()).host;
  await worker.evaluate(() => chrome.storage.session.set({ driver: { gateOff: true, holdMs: 0 } }));
  const page = await context.newPage();
  await page.goto(`chrome-extension://${id}/popup.html`);
  const answer = await page.evaluate(() => chrome.runtime.sendMessage({ type: 'consent', sites: ['gmail'] }));
  if (!answer?.ok) throw new Error(`Consent was not taken: ${JSON.stringify(answer)}`);
  for (let turn = 0; turn < 40; turn += 1) {
    const scripts = await worker.evaluate(() => chrome.scripting.getRegisteredContentScripts());
    if (scripts.length > 0) break;
    if (turn === 39) throw new Error('Sidelog registered no content script after consent.');
    await pause(100);
  }
  await page.close();
}

/**
 * How many records of this thread the worker has accepted.
 * @param {import('@playwright/test').BrowserContext} context
 * @param {string} threadId
 * @returns {Promise<number>}
 */
export async function acceptedRecords(context, threadId) {
  const worker = await workerOf(context);
  return worker.evaluate(
    (thread) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('sidelog');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction('proposals').objectStore('proposals').getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            database.close();
            resolve(reading.result.filter((row) => row.threadIds.includes(thread)).length);
          };
        };
      }),
    threadId,
  );
}

/** @param {import('@playwright/test').BrowserContext} context */
async function workerOf(context) {
  for (let turn = 0; turn < 100; turn += 1) {
    const worker = context.serviceWorkers()[0];
    if (worker) return worker;
    await pause(100);
  }
  throw new Error("Sidelog's worker did not start.");
}
