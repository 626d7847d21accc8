import { fakeOdoo } from '../crm/fakes/odoo';
import { sendIntent } from '../tools/extension-state';
import { bvAnswer, inventReply, inventThread, me } from '../tools/gmail-page';
import { foreign, leaksIn, serve, watchNetwork } from '../tools/network';
import { expect, rep, type Setup, test } from './support';

const stranger = { address: 'canary.stranger@leakcheck.example', name: 'Zephyrine Quillfeather' };
const known = { address: 'canary.known@leakcheck.example', name: 'Ottoline Marchbanks' };

const opened = (from = stranger) =>
  inventThread('Canary subject plumwhistle', [
    { from, text: 'The canary sentence marzipan lighthouse.\n\nPlease answer.', minutesAgo: 30 },
    { from, text: 'A second canary sentence velvet turnstile.', minutesAgo: 20 },
  ]);

/** Everything of these mails by which somebody could know them. */
function canaries(thread: ReturnType<typeof opened>): string[] {
  return [
    stranger.address,
    stranger.name,
    known.address,
    known.name,
    'leakcheck.example',
    thread.subject,
    'plumwhistle',
    'canary sentence marzipan lighthouse',
    'velvet turnstile',
    thread.id,
    thread.legacyId,
    ...thread.mails.flatMap((mail) => [
      mail.id,
      mail.id.replace(/^msg-[af]:/, ''),
      mail.legacyId,
      mail.rfcId,
      mail.rfcId.slice(1, -1),
    ]),
  ];
}

/** Reads, writes, sends, undoes, dismisses: everything but confirming. */
async function workWithoutConfirming({ gmail, panel }: Setup, thread: ReturnType<typeof opened>) {
  const tab = await gmail();
  const side = await panel(tab.page);
  await tab.request('bv', '[[79,50]]', bvAnswer([thread]));
  await tab.openThread(thread, 'all');
  await side.see('plumwhistle');
  await tab.reply(inventReply(thread, [stranger], 'My own canary draft velvet turnstile'), 'draft');
  const sent = inventReply(thread, [stranger], 'My own canary reply velvet turnstile');
  await tab.reply(sent, 'send');
  await tab.page.waitForTimeout(2_500);
  await side.press('j');
  await side.press('x');
  await side.see(/Not logged/);
  await side.press('z');
  await side.see(/Log (it|\d+ mails?)/);
  return { tab, side };
}

test('before a CRM is connected nothing leaves at all, even when mails are confirmed', async ({ setup }) => {
  const network = await watchNetwork();
  try {
    const all = await setup({ holdMs: 0, launch: { args: network.proxyArguments } });
    const thread = opened();
    const { side } = await workWithoutConfirming(all, thread);
    await side.click(/^Log (it|\d+ mails?)$/);
    await expect
      .poll(async () => (await all.rows('outbox')).map((entry) => entry.status), { timeout: 25_000 })
      .toContainEqual(expect.objectContaining({ state: 'done' }));
    expect(foreign(network)).toEqual([]);
    expect(leaksIn(network.seen, canaries(thread))).toEqual([]);
    expect(await all.rows('ledger')).toEqual([]);
    expect(side.requests).toEqual([]);
  } finally {
    await network.close();
  }
});

for (const version of [17, 19] as const) {
  test(`with Odoo ${version} connected nothing of the mailbox leaves before a confirmation; then exactly that mail does, and the ledger shows every request`, async ({
    setup,
  }) => {
    const network = await watchNetwork();
    const odoo = fakeOdoo(version);
    odoo.addUser(rep);
    odoo.models.insert('res.partner', { name: known.name, email: known.address });
    const server = await serve(odoo);
    try {
      const all = await setup({ holdMs: 0, launch: { args: network.proxyArguments } });
      const connected = await sendIntent(all.sidelog, {
        type: 'connect-crm',
        connector: 'odoo',
        settings: { url: server.origin, database: 'acme', login: rep.login, key: rep.key },
      });
      expect(connected).toMatchObject({ ok: true });
      await all.untilRows('contacts', 2);
      const toOdoo = () => network.seen.filter((request) => request.url.startsWith(server.origin));
      await quiet(toOdoo);
      const before = toOdoo().length;

      const thread = opened(known);
      const { side } = await workWithoutConfirming(all, thread);
      await quiet(toOdoo);
      expect(
        toOdoo()
          .slice(before)
          .map((request) => request.body),
        'no request depends on which mail is open',
      ).toEqual([]);
      expect(leaksIn(network.seen, canaries(thread))).toEqual([]);
      expect(foreign(network).filter((url) => !url.startsWith(server.origin))).toEqual([]);

      await side.click(/^Log (it|\d+ mails?)$/);
      await expect
        .poll(async () => (await all.rows('outbox')).map((entry) => entry.status), { timeout: 25_000 })
        .toContainEqual(expect.objectContaining({ state: 'done' }));
      const logged = odoo.models.search('mail.message', [], true);
      expect(logged.length).toBeGreaterThan(0);
      expect(odoo.models.notified, 'nobody is notified').toEqual([]);
      expect(leaksIn(network.seen, [thread.subject]), 'the confirmed mail did leave').not.toEqual([]);
      await quiet(toOdoo);

      const lines = await all.rows('ledger');
      const told = lines.map((line) => `${line.method} ${line.origin}${line.path} ${line.bytes}`).sort();
      const saw = toOdoo()
        .map((request) => {
          const url = new URL(request.url);
          return `${request.method} ${url.origin}${url.pathname} ${Buffer.byteLength(request.body)}`;
        })
        .sort();
      expect(told).toEqual(saw);
      expect(lines.every((line) => line.answer !== undefined)).toBe(true);
      expect(JSON.stringify(lines), 'the ledger itself holds no content').not.toMatch(
        /plumwhistle|leakcheck|key-of/,
      );
    } finally {
      await network.close();
      await server.close();
    }
  });
}

test('own addresses and the consent do not leave either', async ({ setup }) => {
  const network = await watchNetwork();
  try {
    const { gmail, rows } = await setup({ launch: { args: network.proxyArguments } });
    await gmail();
    await expect.poll(async () => JSON.stringify((await rows('settings'))[0]?.value)).toContain(me.address);
    expect(foreign(network)).toEqual([]);
    expect(leaksIn(network.seen, [me.address])).toEqual([]);
  } finally {
    await network.close();
  }
});

/** Until no request came for a while. */
async function quiet(seen: () => readonly unknown[]): Promise<void> {
  for (let last = -1; last !== seen().length; ) {
    last = seen().length;
    await new Promise((done) => setTimeout(done, 1_500));
  }
}
