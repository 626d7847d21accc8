import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFolder } from '../../scripts/lib/ensure.mjs';
import { allSites, patternsOf } from '../../utils/model/site-hosts';
import { copyWithGrantedHosts, readManifest, updateExtension } from '../tools/chromium';
import { sendIntent } from '../tools/extension-state';
import { inventThread } from '../tools/gmail-page';
import { expect, quote, test, testHosts } from './support';

test('what these tests load differs from the shipped build by the granted hosts and nothing else', async () => {
  const build = buildFolder('chrome');
  const copy = await copyWithGrantedHosts(build, testHosts);
  const [shipped, tested] = [await readManifest(build), await readManifest(copy)];
  const keys = [...new Set([...Object.keys(shipped), ...Object.keys(tested)])];
  expect(keys.filter((key) => JSON.stringify(shipped[key]) !== JSON.stringify(tested[key])).sort()).toEqual([
    'host_permissions',
    'optional_host_permissions',
  ]);
  expect(shipped.host_permissions, 'the shipped build asks for no host up front').toBeUndefined();
  expect(tested.host_permissions).toEqual(testHosts);
  await rm(copy, { recursive: true });
});

test('before consent nothing is read: no script runs in Gmail, and the panel says why', async ({ setup }) => {
  const { gmail, panel, rows, sidelog } = await setup({ consent: false });
  const tab = await gmail();
  const side = await panel(tab.page);
  await tab.openThread(quote());
  await side.see('Reading mail is off');
  await tab.page.waitForTimeout(1_500);
  expect(await rows('proposals')).toEqual([]);
  expect(await rows('refused')).toEqual([]);
  const worker = await sidelog.worker();
  expect(await worker.evaluate(() => chrome.scripting.getRegisteredContentScripts())).toEqual([]);
});

test('consent withdrawn stops reading in tabs that are open, and what was logged stays', async ({
  setup,
}) => {
  const { gmail, panel, rows, untilRows, sidelog } = await setup();
  const tab = await gmail();
  const side = await panel(tab.page);
  await tab.openThread(quote());
  await side.click('Log it');
  await side.see('Undo');
  expect(await sendIntent(sidelog, { type: 'withdraw-consent' })).toMatchObject({ ok: true });
  await tab.page.bringToFront();
  await side.see('Reading mail is off');
  await tab.openThread(
    inventThread('After the withdrawal', [
      { from: { address: 'jon@kunde.example', name: 'Jon Berg' }, text: 'Can you deliver in March?' },
    ]),
  );
  await tab.page.waitForTimeout(2_000);
  await untilRows('proposals', 1);
  expect(await rows('outbox')).toHaveLength(1);
});

test('a tab that was open before Sidelog could read is found, and one reload puts it right', async ({
  setup,
}) => {
  const { gmail, panel, untilRows, sidelog } = await setup({ consent: false });
  const tab = await gmail();
  const side = await panel(tab.page);
  await sendIntent(sidelog, { type: 'consent', sites: ['gmail'] });
  await tab.page.bringToFront();
  await side.see('This tab was open before Sidelog');
  const loaded = tab.page.waitForEvent('load');
  await side.click('Reload this tab');
  await loaded;
  await side.seeNot('This tab was open before Sidelog');
  await tab.openThread(quote());
  await side.see('Log it');
  await untilRows('proposals', 1);
});

test('each site is turned on and off by itself, on the welcome page, in the settings and in the panel', async ({
  setup,
}) => {
  const { sidelog, gmail, panel, rows } = await setup({ consent: false, hosts: patternsOf(allSites) });
  const worker = await sidelog.worker();
  const scripts = async () =>
    (await worker.evaluate(() => chrome.scripting.getRegisteredContentScripts())).map(({ id }) => id).sort();
  const welcome = await sidelog.open('welcome.html');
  await expect(welcome.getByText('not yet confirmed on a live account').first()).toBeVisible();
  expect(await scripts()).toEqual([]);
  await welcome.getByRole('button', { name: 'Read Google Calendar' }).click();
  await expect(welcome.getByText('Ready', { exact: true })).toBeVisible();
  await expect.poll(scripts).toEqual(['google-calendar', 'google-calendar-tap']);

  // Gmail is open and not read: nothing is kept of it, and the panel says so.
  const tab = await gmail();
  const side = await panel(tab.page);
  await tab.openThread(quote());
  await side.see('You have Gmail open');
  expect(await rows('proposals')).toEqual([]);
  await side.click('Read Gmail');
  await expect.poll(scripts).toEqual(['gmail', 'gmail-tap', 'google-calendar', 'google-calendar-tap']);

  const options = await sidelog.open('options.html');
  await options.getByRole('button', { name: 'Read Outlook', exact: true }).click();
  await options.getByRole('button', { name: 'Stop reading Google Calendar' }).click();
  await expect.poll(scripts).toEqual(['gmail', 'gmail-tap', 'outlook', 'outlook-tap']);
  await options.getByRole('button', { name: 'Switch reading off' }).click();
  await expect.poll(scripts).toEqual([]);
});

test('a tab orphaned by an update stops cleanly, and a reload is offered', async ({ setup }) => {
  const { gmail, sidelog, rows } = await setup();
  const tab = await gmail();
  const thrown: string[] = [];
  tab.page.on('pageerror', (error) => thrown.push(error.message));
  await tab.openThread(quote());
  await expect.poll(async () => (await rows('proposals')).length).toBe(1);
  await updateExtension(sidelog);
  await tab.page.waitForTimeout(1_500);
  // The page goes on as if nothing had happened.
  await tab.openThread(quote());
  await tab.page.waitForTimeout(1_000);
  expect(thrown).toEqual([]);
  await expect
    .poll(
      async () =>
        JSON.stringify(
          await (await sidelog.worker()).evaluate(() => chrome.storage.session.get('stale-tabs')),
        ),
      { timeout: 15_000 },
    )
    .toMatch(/"tabId":\d+/);
});

test('the consent survives a restart of the browser', async ({ setup }) => {
  const profile = await mkdtemp(join(tmpdir(), 'sidelog-profile-'));
  try {
    const first = await setup({ launch: { profile } });
    await first.sidelog.context.close();
    const second = await setup({ launch: { profile }, consent: false });
    // This second copy lies in another folder, an update to the browser, which drops run-time scripts at an update.
    const registered = async () =>
      (await second.sidelog.worker()).evaluate(
        async () => (await chrome.scripting.getRegisteredContentScripts()).length,
      );
    await expect.poll(registered).toBe(2);
    const tab = await second.gmail();
    await tab.openThread(quote());
    await second.untilRows('proposals', 1);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
