import { fakeOdoo } from '../crm/fakes/odoo';
import { stopWorker } from '../tools/chromium';
import { sendIntent } from '../tools/extension-state';
import { fdAnswer, inventThread, showThread, threadForPage } from '../tools/gmail-page';
import { serve } from '../tools/network';
import { anna, expect, quote, rep, test } from './support';

test('a worker killed between confirming and sending loses nothing and doubles nothing', async ({
  setup,
}) => {
  const odoo = fakeOdoo(17);
  odoo.addUser(rep);
  const server = await serve(odoo);
  try {
    const { gmail, panel, rows, untilRows, sidelog } = await setup();
    await sendIntent(sidelog, { type: 'change-settings', change: { undoSeconds: 2 } });
    await sendIntent(sidelog, {
      type: 'connect-crm',
      connector: 'odoo',
      settings: { url: server.origin, database: 'acme', login: rep.login, key: rep.key },
    });
    odoo.models.insert('res.partner', { name: anna.name, email: anna.address });
    await sendIntent(sidelog, { type: 'sync-now', book: 'real' });
    await untilRows('contacts', 2);
    const tab = await gmail();
    const side = await panel(tab.page);
    await tab.openThread(quote());
    await side.click('Log it');
    await side.see('Undo');
    await stopWorker(sidelog);
    // Whatever wakes it next (here: another mail) finds the entry and sends it.
    await tab.page.waitForTimeout(2_500);
    await tab.openThread(quote('Something else'));
    await expect
      .poll(async () => (await rows('outbox'))[0]?.status, { timeout: 40_000 })
      .toMatchObject({ state: 'done', created: true });
    await stopWorker(sidelog);
    await tab.page.waitForTimeout(1_000);
    expect(odoo.models.search('mail.message', [['subject', '=', 'Renewal for 40 seats']], true)).toHaveLength(
      1,
    );
  } finally {
    await server.close();
  }
});

test('a click that finds the worker stopped is stored all the same, and quickly', async ({ setup }) => {
  const { openMail, rows, sidelog } = await setup();
  const { side } = await openMail();
  await stopWorker(sidelog);
  const began = Date.now();
  await side.click('Log it');
  await side.see('Undo');
  expect(Date.now() - began, 'generous: the machine that runs this is slow').toBeLessThan(3_000);
  expect((await rows('proposals'))[0]?.status).toMatchObject({ state: 'confirmed' });
});

test('a mail opened while the worker is stopped is not missed', async ({ setup }) => {
  const { gmail, untilRows, sidelog } = await setup();
  const tab = await gmail();
  await tab.page.waitForTimeout(1_000);
  await stopWorker(sidelog);
  await tab.openThread(quote());
  await untilRows('proposals', 1);
});

test('a message from the page that pretends to be ours is dropped', async ({ setup }) => {
  const { gmail, rows, sidelog } = await setup();
  const tab = await gmail();
  await tab.openThread(quote());
  await expect.poll(async () => (await rows('proposals')).length).toBe(1);
  const [proposal] = await rows('proposals');
  const forged = await tab.page.evaluate(
    async ({ id, extension }) => {
      const intent = { type: 'confirm', book: 'real', proposalIds: [id] };
      const captured = { type: 'captured', held: false, captures: [] };
      window.postMessage(intent, '*');
      window.postMessage(captured, '*');
      for (const name of ['sidelog:tap', 'sidelog'])
        document.dispatchEvent(new MessageEvent(name, { data: intent, ports: [new MessageChannel().port2] }));
      // A web page can reach an extension only where its manifest says so.
      const runtime = (window as unknown as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome
        ?.runtime;
      const reach = typeof runtime?.sendMessage;
      const files = await Promise.all(
        ['manifest.json', 'sidepanel.html', 'content-scripts/gmail.js'].map((file) =>
          fetch(`chrome-extension://${extension}/${file}`).then(
            () => 'read',
            () => 'refused',
          ),
        ),
      );
      return { reach, files, marks: Object.keys(window).filter((key) => /sidelog/i.test(key)) };
    },
    { id: String(proposal?.id), extension: sidelog.id },
  );
  expect(forged).toEqual({ reach: 'undefined', files: ['refused', 'refused', 'refused'], marks: [] });
  await tab.page.waitForTimeout(1_500);
  expect(await rows('outbox')).toEqual([]);
  expect((await rows('proposals')).map((row) => row.status)).toEqual([{ state: 'open' }]);
});

test('a content script cannot send what only our own pages may, and our pages cannot send captures', async ({
  setup,
}) => {
  const { gmail, rows, sidelog } = await setup();
  const tab = await gmail();
  await tab.openThread(quote());
  await expect.poll(async () => (await rows('proposals')).length).toBe(1);
  const id = String((await rows('proposals'))[0]?.id);
  const worker = await sidelog.worker();
  // What a script of ours in the page could send, had the page got hold of it.
  const [answer] = await worker.evaluate(async (proposalId) => {
    const [there] = await chrome.tabs.query({ url: 'https://mail.google.com/*' });
    const results = await chrome.scripting.executeScript({
      target: { tabId: there?.id ?? 0 },
      args: [proposalId],
      func: async (one: string) => {
        const all = [
          { type: 'confirm', book: 'real', proposalIds: [one] },
          { type: 'forget-everything' },
          { type: 'change-settings', change: { undoSeconds: 0 } },
          { type: 'connect-crm', connector: 'odoo', settings: {} },
        ];
        return Promise.all(all.map((message) => chrome.runtime.sendMessage(message).catch(() => 'refused')));
      },
    });
    return results.map((result) => result.result);
  }, id);
  expect(JSON.stringify(answer)).not.toContain('"ok":true');
  expect(await sendIntent(sidelog, { type: 'captured', held: false, captures: [] })).not.toMatchObject({
    ok: true,
  });
  expect(await rows('outbox')).toEqual([]);
  expect((await rows('proposals')).map((row) => row.status)).toEqual([{ state: 'open' }]);
});

test('the driver of tests cannot be set by page, address, message or policy', async ({ setup }) => {
  const { gmail, rows, sidelog } = await setup();
  const driver = { holdMs: 0, gateOff: true };
  for (const type of ['driver', 'set-driver', 'change-settings', 'gate-settings'])
    await sendIntent(sidelog, { type, driver, change: { driver, ...driver }, ...driver });
  const welcome = await sidelog.open(`welcome.html?driver=${JSON.stringify(driver)}#gateOff=true&holdMs=0`);
  await welcome.close();
  const tab = await gmail();
  await tab.page.goto(`https://mail.google.com/mail/u/0/?gateOff=true&holdMs=0&driver=1#inbox?gateOff=true`);
  await tab.page.evaluate((value) => {
    localStorage.setItem('driver', JSON.stringify(value));
    sessionStorage.setItem('driver', JSON.stringify(value));
    document.documentElement.dataset.sidelogDriver = JSON.stringify(value);
    window.postMessage({ type: 'driver', driver: value }, '*');
  }, driver);
  const worker = await sidelog.worker();
  // A content script cannot write there either: the area is not open to untrusted contexts.
  const [fromPage] = await worker.evaluate(async (value) => {
    const [there] = await chrome.tabs.query({ url: 'https://mail.google.com/*' });
    const results = await chrome.scripting.executeScript({
      target: { tabId: there?.id ?? 0 },
      args: [value],
      func: async (one: unknown) => {
        try {
          await chrome.storage.session.set({ driver: one });
          return 'written';
        } catch {
          return 'refused';
        }
      },
    });
    return results.map((result) => result.result);
  }, driver);
  expect(fromPage).toBe('refused');
  expect(await worker.evaluate(() => chrome.storage.session.get('driver'))).toEqual({});
  const manifest = await worker.evaluate(() => chrome.runtime.getManifest());
  expect('storage' in manifest, 'there is no managed storage that a policy could fill').toBe(false);
  // The gate is as closed as before: a colleague's mail is refused.
  await tab.openThread(
    inventThread('Internal', [
      { from: { address: 'colleague@harbour.example', name: 'Maya' }, text: 'Lunch?' },
    ]),
  );
  await expect.poll(async () => (await rows('refused'))[0]).toMatchObject({ reason: 'internal' });
  expect(await rows('proposals')).toEqual([]);
});

test('a page of 50 MB, a thread of 500 messages and broken answers leave the panel usable', async ({
  setup,
}) => {
  test.setTimeout(120_000);
  const { gmail, panel, rows } = await setup();
  const tab = await gmail();
  const side = await panel(tab.page);
  await tab.page.evaluate(() => {
    const ballast = document.createElement('div');
    ballast.hidden = true;
    for (let part = 0; part < 50; part += 1) {
      const piece = document.createElement('p');
      piece.textContent = 'x'.repeat(1_000_000);
      ballast.append(piece);
    }
    document.body.append(ballast);
  });
  await tab.request('fd', '', '<!doctype html><title>Sign in</title>');
  await tab.request('fd', '', fdAnswer([quote()]).slice(0, 300));
  await tab.request('fd', '', `${'['.repeat(10_000)}${']'.repeat(10_000)}`);
  await tab.request('bv', '', '"'.padEnd(6_000_000, 'y'));
  const long = inventThread(
    'Five hundred messages',
    Array.from({ length: 500 }, (_, index) => ({
      from: anna,
      text: `Message ${index}: please send the offer.`,
      minutesAgo: 600 - index,
    })),
  );
  await tab.request('fd', '', fdAnswer([long]));
  await tab.page.evaluate(showThread, threadForPage(long, 'all'));
  await expect.poll(async () => (await rows('proposals')).length, { timeout: 60_000 }).toBeGreaterThan(50);
  // While the rest still comes in.
  const began = Date.now();
  await side.see('Five hundred messages');
  await side.press('?');
  await side.see('Keyboard');
  expect(Date.now() - began).toBeLessThan(10_000);
  const drifts = (await rows('drift')).map((row) => String(row.step));
  expect(drifts.length).toBeGreaterThanOrEqual(3);
  expect(side.errors).toEqual([]);
});

test('names with control and bidi signs, addresses like "a@b"@c.d and dates in the future are refused or cleaned', async ({
  setup,
}) => {
  const { gmail, rows } = await setup();
  const tab = await gmail();
  const odd = inventThread('Odd \u202Egnp.exe', [
    {
      from: { address: anna.address, name: 'An\u202Ena\u0000\u0007 Ber\u200Fger' },
      text: 'A real question?',
    },
  ]);
  await tab.openThread(odd);
  await expect.poll(async () => (await rows('proposals')).length).toBe(1);
  const kept = JSON.stringify((await rows('proposals'))[0]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are looked for
  expect(kept).not.toMatch(/[\u0000-\u0008\u200E\u200F\u202A-\u202E\u2066-\u2069]|\\u0000|\\u0007/);

  await tab.openThread(
    inventThread('Strange sender', [{ from: { address: '"a@b"@c.d', name: 'Who' }, text: 'Hello?' }]),
  );
  await tab.openThread(
    inventThread('From the future', [{ from: anna, text: 'See you in ten years.', minutesAgo: -5_000_000 }]),
  );
  await expect
    .poll(async () => (await rows('refused')).map((row) => row.reason))
    .toEqual(expect.arrayContaining(['future-date']));
  const subjects = (await rows('proposals')).map((row) => JSON.stringify(row));
  expect(subjects.some((row) => row.includes('From the future'))).toBe(false);
});
