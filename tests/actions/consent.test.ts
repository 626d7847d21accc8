import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { applyRetention } from '@/utils/actions/apply-retention';
import { confirmProposals } from '@/utils/actions/confirm-proposal';
import { consentTo, withdrawConsent } from '@/utils/actions/consent';
import { forgetEverything } from '@/utils/actions/forget-everything';
import { gateSettings } from '@/utils/actions/gate-settings';
import { handlePageMessage } from '@/utils/actions/handle-page-message';
import { forgetTab, tabLoads } from '@/utils/actions/now-open';
import { noteTabAlive, readSites } from '@/utils/actions/read-sites';
import { receiveCapture } from '@/utils/actions/receive-capture';
import { retention } from '@/utils/privacy/retention';
import { getSettings, updateSettings } from '@/utils/store/settings';
import { mail } from '../sync/mails';
import { makeEngine, onlyProposal } from '../sync/make-engine';

const DAY = 86_400_000;

describe('consent', () => {
  it('is off from the start: nothing is registered and nothing captured', async () => {
    const engine = await makeEngine('real', false);
    await readSites(engine);
    expect(engine.side.scripts).toEqual([]);
    expect(await gateSettings(engine, 'gmail', null)).toMatchObject({ capture: false });
  });

  it('registers the listener before the tap, and only where the host is granted', async () => {
    const engine = await makeEngine('real', false);
    engine.side.granted.clear();
    expect(await consentTo(engine, ['gmail'])).toMatchObject({ problem: { code: 'no-permission' } });
    expect((await getSettings(engine.db, 'real')).consent).toBeNull();
    engine.side.granted.add('https://mail.google.com/*');
    expect(await consentTo(engine, ['gmail'])).toEqual({ ok: true });
    expect(engine.side.scripts).toMatchObject([
      { id: 'gmail', world: 'ISOLATED' },
      { id: 'gmail-tap', world: 'MAIN' },
    ]);
  });

  it('is given and taken back site by site: hosts that another site needs stay', async () => {
    const engine = await makeEngine();
    const outlook = 'https://outlook.office.com/*';
    for (const name of ['office.com', 'office365.com', 'cloud.microsoft', 'live.com'])
      engine.side.granted.add(`https://outlook.${name}/*`);
    const names = () => engine.side.scripts.map(({ id }) => id);
    expect(await consentTo(engine, ['gmail', 'outlook', 'outlook-calendar'])).toEqual({ ok: true });
    expect(names()).toEqual(['gmail', 'gmail-tap', 'outlook', 'outlook-tap']);
    expect(await consentTo(engine, ['gmail', 'outlook'])).toEqual({ ok: true });
    expect(names()).toContain('outlook');
    expect(engine.side.granted.has(outlook)).toBe(true);
    expect(await gateSettings(engine, 'outlook-calendar', null)).toMatchObject({ capture: false });
    expect(await gateSettings(engine, 'outlook', null)).toMatchObject({ capture: true });
    expect(await consentTo(engine, ['gmail'])).toEqual({ ok: true });
    expect(names()).toEqual(['gmail', 'gmail-tap']);
    expect(engine.side.granted.has(outlook)).toBe(false);
    expect(engine.side.granted.has('https://mail.google.com/*')).toBe(true);
    expect(await consentTo(engine, [])).toEqual({ ok: true });
    expect((await getSettings(engine.db, 'real')).consent).toBeNull();
  });

  it('of one site can be added while the browser has taken back the host of another', async () => {
    const engine = await makeEngine();
    engine.side.granted.delete('https://mail.google.com/*');
    engine.side.granted.add('https://calendar.google.com/*');
    expect(await consentTo(engine, ['gmail', 'google-calendar'])).toEqual({ ok: true });
    expect(engine.side.scripts.map(({ id }) => id)).toEqual(['google-calendar', 'google-calendar-tap']);
    expect(await consentTo(engine, ['gmail', 'google-calendar', 'outlook'])).toMatchObject({
      problem: { code: 'no-permission' },
    });
  });

  it('to an earlier version reads nothing until the rep agrees anew', async () => {
    const engine = await makeEngine();
    await updateSettings(engine.db, 'real', (settings) => ({
      ...settings,
      consent: { version: 0, at: engine.clock.now(), sites: ['gmail'] },
    }));
    await readSites(engine);
    expect(engine.side.scripts).toEqual([]);
    expect(await gateSettings(engine, 'gmail', null)).toMatchObject({ capture: false });
    expect(await consentTo(engine, ['gmail'])).toEqual({ ok: true });
    expect((await getSettings(engine.db, 'real')).consent).toMatchObject({ version: 1, sites: ['gmail'] });
    expect(engine.side.scripts).toHaveLength(2);
  });

  it('withdrawn: scripts go, open tabs are told, the host is given back, held mail is dropped', async () => {
    const engine = await makeEngine();
    engine.side.tabs = [{ tabId: 7, windowId: 1, loading: false, answers: true }];
    await handlePageMessage(
      engine,
      {
        type: 'captured',
        held: true,
        captures: [
          mail(1, {
            direction: 'sent',
            to: [{ address: 'anna@kunde.example' }],
            from: { address: 'rosa@nordlicht.example' },
          }),
        ],
      },
      { tabId: 7, url: '' },
    );
    expect(await engine.db.heldSends.count()).toBe(1);
    await withdrawConsent(engine);
    expect(engine.side.scripts).toEqual([]);
    expect(engine.side.granted.has('https://mail.google.com/*')).toBe(false);
    expect(engine.side.told).toContainEqual({
      tabId: 7,
      message: expect.objectContaining({
        type: 'gate-changed',
        site: 'gmail',
        gate: expect.objectContaining({ capture: false }),
      }),
    });
    await engine.later(60_000);
    expect(await engine.db.proposals.count()).toBe(0);
    expect(await engine.db.heldSends.count()).toBe(0);
  });

  it('a host that is taken away ends capture, and given back begins it again', async () => {
    const engine = await makeEngine();
    engine.side.granted.clear();
    await readSites(engine);
    expect(engine.side.scripts).toEqual([]);
    expect(await gateSettings(engine, 'gmail', null)).toMatchObject({ capture: false });
    engine.side.granted.add('https://mail.google.com/*');
    await readSites(engine);
    expect(engine.side.scripts).toHaveLength(2);
  });
});

describe('tabs', () => {
  it('whose script does not answer are offered to be loaded anew, until they speak', async () => {
    const engine = await makeEngine();
    engine.side.tabs = [
      { tabId: 7, windowId: 1, loading: false, answers: true },
      { tabId: 8, windowId: 1, loading: false, answers: false },
      { tabId: 9, windowId: 2, loading: true, answers: false },
    ];
    await readSites(engine);
    expect(engine.side.session.get('stale-tabs')).toEqual([{ tabId: 8, windowId: 1 }]);
    await noteTabAlive(engine, 8);
    expect(engine.side.session.get('stale-tabs')).toEqual([]);
  });

  it('show the panel what is open until they close or leave the mailbox', async () => {
    const engine = await makeEngine();
    const open = (threadId: string) => ({
      type: 'now-open' as const,
      site: 'gmail' as const,
      account: null,
      threadIds: [threadId],
      messages: [['msg-f:1']],
      earlier: [],
    });
    const tell = (tabId: number, threadId: string) =>
      handlePageMessage(engine, open(threadId), { tabId, url: '' });
    await Promise.all([tell(7, 'a'), tell(8, 'b'), tell(9, 'c')]);
    expect(Object.keys(engine.side.session.get('open-tabs') ?? {})).toEqual(['7', '8', '9']);
    engine.side.tabs = [
      { tabId: 7, windowId: 1, loading: false, answers: true, url: 'https://mail.google.com/mail/u/0/#sent' },
      { tabId: 8, windowId: 1, loading: false, answers: true },
    ];
    await tabLoads(engine, 7, ['chrome-extension://sidelog/practice.html']);
    await tabLoads(engine, 8, ['chrome-extension://sidelog/practice.html']);
    await forgetTab(engine, 9);
    expect(engine.side.session.get('open-tabs')).toMatchObject({ 7: { threadIds: ['a'] } });
    expect(Object.keys(engine.side.session.get('open-tabs') ?? {})).toEqual(['7']);
  });
});

describe('what is kept, and for how long', () => {
  it('unconfirmed mail loses its text after 14 days and goes after 30', async () => {
    const engine = await makeEngine();
    await receiveCapture(engine, [mail(1)]);
    engine.clock.time += 13 * DAY;
    await applyRetention(engine);
    expect((await onlyProposal(engine)).captured.text).not.toBe('');
    engine.clock.time += 2 * DAY;
    await applyRetention(engine);
    const proposal = await onlyProposal(engine);
    expect(JSON.stringify(proposal)).not.toMatch(/offer 1 by/i);
    expect(proposal.captured.subject).toBe('Offer 1');
    engine.clock.time += 16 * DAY;
    await applyRetention(engine);
    expect(await engine.db.proposals.count()).toBe(0);
  });

  it('what is logged loses its text after a day; key and remote id stay, and it is never logged twice', async () => {
    const engine = await makeEngine();
    await receiveCapture(engine, [mail(1)]);
    await confirmProposals(engine, [(await onlyProposal(engine)).id]);
    await engine.later(11_000);
    engine.clock.time += DAY + 1_000;
    await applyRetention(engine);
    expect(
      JSON.stringify([await engine.db.proposals.toArray(), await engine.db.outbox.toArray()]),
    ).not.toMatch(/offer 1 by/i);
    engine.clock.time += 60 * DAY;
    await applyRetention(engine);
    expect(await engine.db.proposals.count()).toBe(0);
    const kept = await engine.db.outbox.toArray();
    expect(kept).toMatchObject([{ key: expect.any(String), status: { state: 'done', remoteId: 'r1' } }]);
    expect(JSON.stringify(kept)).not.toMatch(/anna|Offer/i);
    await receiveCapture(engine, [mail(1)]);
    expect((await onlyProposal(engine)).status).toMatchObject({ state: 'logged', remoteId: 'r1' });
  });

  it('what was confirmed and still waits is never touched', async () => {
    const engine = await makeEngine();
    await receiveCapture(engine, [mail(1)]);
    engine.crm.signedOut = true;
    await confirmProposals(engine, [(await onlyProposal(engine)).id]);
    await engine.later(11_000);
    const before = [await engine.db.proposals.toArray(), await engine.db.outbox.toArray()];
    engine.clock.time += 300 * DAY;
    await applyRetention(engine);
    expect([await engine.db.proposals.toArray(), await engine.db.outbox.toArray()]).toEqual(before);
  });

  it('refused messages become counts after two days', async () => {
    const engine = await makeEngine();
    await receiveCapture(engine, [mail(1, { from: { address: 'kim@nordlicht.example' } })]);
    engine.clock.time += 2 * DAY + 1;
    await applyRetention(engine);
    expect(await engine.db.refused.count()).toBe(0);
    expect(await engine.db.counts.toArray()).toMatchObject([{ count: 1 }]);
  });

  it('has a rule for each table, and every table is emptied by "forget everything"', async () => {
    const engine = await makeEngine();
    const practice = await makeEngine('practice');
    expect(Object.keys(retention).sort()).toEqual(engine.db.tables.map(({ name }) => name).sort());
    await receiveCapture(engine, [mail(1), mail(2, { from: { address: 'kim@nordlicht.example' } })]);
    await receiveCapture(practice, [mail(3)]);
    engine.side.session.set('open-tabs', {});
    await forgetEverything(engine, practice);
    for (const table of engine.db.tables) expect([table.name, await table.count()]).toEqual([table.name, 0]);
    expect(await Dexie.exists(practice.db.name), 'practice is gone with its database').toBe(false);
    expect(engine.side.scripts).toEqual([]);
    expect(engine.side.granted.size).toBe(0);
    expect(engine.side.badge).toBe(0);
    expect((await getSettings(engine.db, 'real')).consent).toBeNull();
  });

  it('forgotten while a request is on its way, its answer is written nowhere', async () => {
    const engine = await makeEngine();
    const practice = await makeEngine('practice');
    await receiveCapture(engine, [mail(1)]);
    await confirmProposals(engine, [(await onlyProposal(engine)).id]);
    let arrive: () => void = () => {};
    engine.crm.travel = () =>
      new Promise((resolve) => {
        arrive = resolve;
      });
    engine.clock.time += 11_000;
    engine.nudge();
    while (engine.crm.asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await forgetEverything(engine, practice);
    engine.crm.travel = async () => {};
    arrive();
    await engine.later(1_000);
    expect(await engine.db.outbox.count()).toBe(0);
    expect(await engine.db.proposals.count()).toBe(0);
    expect(engine.crm.records.size, 'nothing was sent after it').toBe(0);
  });
});
