import { rm } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { sites } from '../../scripts/bench/page-cost/sites.mjs';
import { buildFolder } from '../../scripts/lib/ensure.mjs';
import { copyWithGrantedHosts, launchChromium, stopWorker } from '../tools/chromium';
import { readTable, sendIntent, setDriver } from '../tools/extension-state';

/*
 * Long conversations one after another in a tab whose processor is slowed down, and a worker that is killed meanwhile:
 * every message becomes a record.
 */

const HOST = 'https://outlook.office.com';
const MESSAGES = 120;

test('of long conversations on a slow machine no message is lost, though the worker is killed', async () => {
  test.setTimeout(240_000);
  const site = sites.find(({ name }) => name === 'outlook');
  if (!site) throw new Error('no such page');
  const extension = await copyWithGrantedHosts(buildFolder('chrome'), site.hosts);
  const sidelog = await launchChromium({ extension });
  try {
    const answerTo = site.serve(Date.now());
    await sidelog.context.route(`${HOST}/**`, (route) => {
      const request = route.request();
      const answer = answerTo(new URL(request.url()), request.postData() ?? '', (_, make) => make());
      return route.fulfill(answer ?? { status: 404, body: '' });
    });
    await setDriver(await sidelog.worker(), { gateOff: true, holdMs: 0 });
    expect(await sendIntent(sidelog, { type: 'consent', sites: ['outlook'] })).toMatchObject({ ok: true });
    const page = await sidelog.context.newPage();
    const debug = await sidelog.context.newCDPSession(page);
    await debug.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    await page.goto(site.url);
    for (const [round, killed] of [false, true, false].entries()) {
      const seed = 700 + round;
      await page.evaluate(([count, of]) => Reflect.get(window, 'bench').open(count, of), [MESSAGES, seed]);
      const stored = async () => {
        const rows = await readTable(await sidelog.worker(), 'proposals');
        return rows.filter((row) => site.isRecord(row, seed)).length;
      };
      if (killed) {
        await expect.poll(stored, { timeout: 60_000 }).toBeGreaterThan(0);
        await stopWorker(sidelog);
        // The driver's switches are in the session, which outlives the worker.
      }
      await expect.poll(stored, { timeout: 60_000, message: `round ${round}` }).toBe(MESSAGES);
    }
    const drift = await readTable(await sidelog.worker(), 'drift');
    expect(drift).toEqual([]);
  } finally {
    await sidelog.close();
    await rm(extension, { recursive: true, force: true });
  }
});
