/** The built Sidelog as a candidate: the sites' hosts granted, consent given, the gate open, its records counted. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFolder, ensureBuild } from '../../lib/ensure.mjs';
import { pause } from './browser.mjs';
import { sites } from './sites.mjs';

/**
 * Builds where needed, and copies the build with the hosts granted: nobody is there to answer the browser's question.
 * @param {string} folder
 * @returns {Promise<string>} the copy
 */
export async function copySidelog(folder) {
  await ensureBuild('chrome');
  const copy = join(folder, 'sidelog-extension');
  mkdirSync(copy, { recursive: true });
  cpSync(buildFolder('chrome'), copy, { recursive: true });
  const file = join(copy, 'manifest.json');
  const hosts = [...new Set(sites.flatMap((site) => site.hosts))];
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: hosts }));
  return copy;
}

/**
 * Gives consent as the welcome page does, and opens the gate through the worker's debugger.
 * @param {import('@playwright/test').BrowserContext} context @param {string} site
 */
export async function setUpSidelog(context, site) {
  const worker = await workerOf(context);
  const id = new URL(worker.url()).host;
  await worker.evaluate(() => chrome.storage.session.set({ driver: { gateOff: true, holdMs: 0 } }));
  const page = await context.newPage();
  await page.goto(`chrome-extension://${id}/popup.html`);
  const answer = await page.evaluate(
    (name) => chrome.runtime.sendMessage({ type: 'consent', sites: [name] }),
    site,
  );
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
 * How many such records the worker has accepted.
 * @param {import('@playwright/test').BrowserContext} context
 * @param {(row: any) => boolean} isRecord
 * @returns {Promise<number>}
 */
export async function acceptedRecords(context, isRecord) {
  const worker = await workerOf(context);
  const rows = await worker.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('sidelog');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction('proposals').objectStore('proposals').getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            database.close();
            resolve(reading.result.map(({ captured }) => ({ captured: { subject: captured.subject } })));
          };
        };
      }),
  );
  return rows.filter(isRecord).length;
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
