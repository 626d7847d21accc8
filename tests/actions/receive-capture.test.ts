import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { changeSettings } from '@/utils/actions/change-settings';
import { editProposal } from '@/utils/actions/edit-proposal';
import { handlePageMessage } from '@/utils/actions/handle-page-message';
import { neverLog } from '@/utils/actions/never-log';
import { receiveCapture } from '@/utils/actions/receive-capture';
import { showAnyway } from '@/utils/actions/show-anyway';
import type { PageEmail } from '@/utils/model/captured';
import { updateSettings } from '@/utils/store/settings';
import { mail } from '../sync/mails';
import { makeEngine, onlyProposal } from '../sync/make-engine';

const tab = { tabId: 7, url: 'https://mail.google.com/mail/u/0/' };
const sent = (number: number, change: Partial<PageEmail> = {}) =>
  mail(number, {
    direction: 'sent',
    from: { address: 'rosa@nordlicht.example' },
    to: [{ address: 'anna@kunde.example' }],
    ...change,
  });

describe('mail that a page showed', () => {
  it('of a known contact becomes one counted proposal, however often it is shown', async () => {
    const engine = await makeEngine();
    for (let time = 0; time < 3; time += 1) await receiveCapture(engine, [mail(1)]);
    const proposal = await onlyProposal(engine);
    expect(proposal).toMatchObject({ weight: 'counted', status: { state: 'open' } });
    expect(proposal.match.contacts.map(({ contactId }) => contactId)).toEqual(['c-anna']);
    expect(proposal.activity.contactIds).toEqual(['c-anna']);
  });

  it('of two tabs at the same moment becomes one proposal', async () => {
    const engine = await makeEngine();
    await Promise.all([receiveCapture(engine, [mail(1)]), receiveCapture(engine, [mail(1)])]);
    await onlyProposal(engine);
  });

  it('read off the page is mended by the wire, and an id that appears later becomes an alias', async () => {
    const engine = await makeEngine();
    const page = mail(1, {
      via: 'page',
      sentAtApproximate: true,
      body: { type: 'text', content: 'cut', clipped: true },
    });
    page.source.ids = ['msg-f:1001'];
    await receiveCapture(engine, [page]);
    await editProposal(engine, (await onlyProposal(engine)).id, { subject: 'My own subject' });
    await receiveCapture(engine, [mail(1)]);
    const proposal = await onlyProposal(engine);
    expect(proposal.captured).toMatchObject({ via: 'wire', sentAtApproximate: false });
    expect(proposal.aliases).toEqual(['msg-f:1001', '<m1@kunde.example>']);
    expect(proposal.activity.subject, "the rep's edit stays").toBe('My own subject');
    expect(proposal.activity.ownWords).toContain('offer 1');
  });

  it('known by two ids as two mails becomes one when a third sight shows that they are one', async () => {
    const engine = await makeEngine();
    const [one, two] = [mail(1, { via: 'page' }), mail(1, { via: 'page' })];
    one.source.ids = ['msg-f:1001'];
    two.source.ids = ['<m1@kunde.example>'];
    await receiveCapture(engine, [one]);
    await receiveCapture(engine, [two]);
    expect(await engine.db.proposals.count()).toBe(2);
    await receiveCapture(engine, [mail(1)]);
    expect((await onlyProposal(engine)).captured.via).toBe('wire');
  });

  it('is dropped where consent is missing, withdrawn or of an older version, and where the host is taken away', async () => {
    const engine = await makeEngine();
    engine.side.granted.clear();
    await receiveCapture(engine, [mail(1)]);
    engine.side.granted.add('https://mail.google.com/*');
    for (const consent of [null, { version: 0, at: engine.now(), sites: ['gmail' as const] }]) {
      await updateSettings(engine.db, 'real', (settings) => ({ ...settings, consent }));
      await receiveCapture(engine, [mail(1)]);
      await handlePageMessage(engine, { type: 'captured', held: true, captures: [sent(2)] }, tab);
    }
    expect(await engine.db.proposals.count()).toBe(0);
    expect(await engine.db.heldSends.count()).toBe(0);
  });

  it('of a stranger is a quiet row, and counts once the rep wrote to them', async () => {
    const engine = await makeEngine();
    const stranger = { address: 'uwe@fremd.example' };
    await receiveCapture(engine, [mail(1, { from: stranger })]);
    expect((await onlyProposal(engine)).weight).toBe('quiet');
    const answer = sent(2, { to: [stranger] });
    answer.source.threadId = 'thread-f:1';
    await receiveCapture(engine, [answer]);
    expect((await engine.db.proposals.toArray()).map(({ weight }) => weight)).toEqual(['counted', 'counted']);
  });

  it('that the CRM has already is shown as logged', async () => {
    const engine = await makeEngine();
    await engine.db.loggedActivities.put({
      crm: 'fake|crm.example|sales',
      id: 'r9',
      aliases: ['<m1@kunde.example>'],
      updatedAt: engine.now(),
    });
    await receiveCapture(engine, [mail(1)]);
    expect((await onlyProposal(engine)).status).toMatchObject({ state: 'logged', remoteId: 'r9' });
  });

  it('tells who owes an answer', async () => {
    const engine = await makeEngine();
    await receiveCapture(engine, [mail(1)]);
    expect(await engine.db.turns.get('thread-f:1')).toMatchObject({
      lastFromMe: false,
      customer: { contactId: 'c-anna' },
    });
    const answer = sent(2);
    answer.source.threadId = 'thread-f:1';
    await receiveCapture(engine, [answer]);
    expect(await engine.db.turns.get('thread-f:1')).toMatchObject({ lastFromMe: true });
  });
});

describe('mail that is refused', () => {
  it('leaves its ids and the reason, one count, and nothing of its content', async () => {
    const engine = await makeEngine();
    const internal = mail(1, { from: { address: 'kim@nordlicht.example', name: 'Kim Kollege' } });
    await receiveCapture(engine, [internal]);
    await receiveCapture(engine, [internal]);
    expect(await engine.db.proposals.count()).toBe(0);
    const rows = await engine.db.refused.toArray();
    expect(rows).toMatchObject([{ ids: internal.source.ids, reason: 'internal' }]);
    expect(JSON.stringify(rows)).not.toMatch(/kim@|Offer|received/i);
    expect(await engine.db.counts.toArray()).toMatchObject([{ count: 1 }]);
  });

  it('is refused for a word of the never-log list that stands only in its text, before anything is written', async () => {
    const engine = await makeEngine();
    await neverLog(engine, 'word', 'received');
    await receiveCapture(engine, [mail(1)]);
    await handlePageMessage(engine, { type: 'captured', held: true, captures: [sent(2)] }, tab);
    expect(await engine.db.proposals.count()).toBe(0);
    expect(await engine.db.heldSends.count()).toBe(0);
    expect((await engine.db.refused.toArray()).map(({ reason }) => reason)).toEqual([
      'never-log',
      'never-log',
    ]);
  });

  it('is proposed when the rep asks for it in spite of the refusal', async () => {
    const engine = await makeEngine();
    engine.side.tabs = [{ tabId: 7, windowId: 1, loading: false, answers: true }];
    const internal = mail(1, { from: { address: 'kim@nordlicht.example' } });
    await receiveCapture(engine, [internal]);
    expect(await showAnyway(engine, 7, [internal.source.ids[0] ?? ''])).toEqual({ ok: true });
    expect(engine.side.told).toMatchObject([{ tabId: 7, message: { type: 'capture-again' } }]);
    await receiveCapture(engine, [internal]);
    expect((await onlyProposal(engine)).because.map(({ code }) => code)).toContain('show-anyway');
    expect(await engine.db.refused.count()).toBe(0);
  });

  it('held as personal is shown on request, and its sender is not held for that again', async () => {
    const engine = await makeEngine();
    engine.side.tabs = [{ tabId: 7, windowId: 1, loading: false, answers: true }];
    const content = 'Hello, my doctor called: my surgery is on Monday.';
    const body = { type: 'text' as const, content, clipped: false };
    const first = mail(1, { subject: 'News', body });
    await receiveCapture(engine, [first]);
    expect(await engine.db.proposals.count()).toBe(0);
    expect(await engine.db.refused.toArray()).toMatchObject([{ reason: 'personal', detail: 'health' }]);
    expect(await showAnyway(engine, 7, [first.source.ids[0] ?? ''])).toEqual({ ok: true });
    await receiveCapture(engine, [first]);
    await onlyProposal(engine);
    await receiveCapture(engine, [mail(2, { subject: 'More news', body })]);
    expect(await engine.db.proposals.count()).toBe(2);
    await receiveCapture(engine, [
      mail(3, { subject: 'News', body, from: { address: 'tom@kunde.example' } }),
    ]);
    expect(await engine.db.proposals.count(), 'of somebody else it is held').toBe(2);
    const answer = sent(4, { subject: 'News', body });
    await handlePageMessage(engine, { type: 'captured', held: true, captures: [answer] }, tab);
    expect(await engine.db.heldSends.count(), 'what the rep answers is not held for it either').toBe(1);
    await changeSettings(engine, { overruled: [] });
    await receiveCapture(engine, [mail(5, { subject: 'News', body })]);
    expect(await engine.db.proposals.count(), 'once forgotten it is held again').toBe(2);
  });

  it('goes when the never-log list comes to cover it, unless it is confirmed', async () => {
    const engine = await makeEngine();
    await receiveCapture(engine, [mail(1)]);
    await neverLog(engine, 'domain', '@Kunde.example');
    expect(await engine.db.proposals.count()).toBe(0);
    expect(await engine.db.turns.count()).toBe(0);
  });
});

describe('mail that was sent a moment ago', () => {
  const hold = (change: Partial<PageEmail> = {}) => ({
    type: 'captured' as const,
    held: true,
    captures: [sent(1, change)],
  });

  it('is proposed when its undo window is over, not before, even where the page shows it meanwhile', async () => {
    const engine = await makeEngine();
    await handlePageMessage(engine, hold(), tab);
    await engine.later(10_000);
    await receiveCapture(engine, [sent(1)]);
    expect(await engine.db.proposals.count()).toBe(0);
    await engine.later(26_000);
    expect((await onlyProposal(engine)).captured.direction).toBe('sent');
    expect(await engine.db.heldSends.count()).toBe(0);
  });

  it('is never proposed when it was taken back', async () => {
    const engine = await makeEngine();
    await handlePageMessage(engine, hold(), tab);
    await handlePageMessage(engine, { type: 'send-undone', site: 'gmail', ids: ['msg-f:1001'] }, tab);
    await engine.later(60_000);
    expect(await engine.db.proposals.count()).toBe(0);
  });

  it('taken back unseen and sent again is held from the second sending on, and recorded once', async () => {
    const engine = await makeEngine();
    await handlePageMessage(engine, hold(), tab);
    await engine.later(30_000);
    await handlePageMessage(engine, hold({ sentAt: engine.now(), subject: 'Second' }), tab);
    await engine.later(10_000);
    expect(await engine.db.proposals.count()).toBe(0);
    await engine.later(26_000);
    expect((await onlyProposal(engine)).captured.subject).toBe('Second');
  });

  it('told twice is held once and keeps its time', async () => {
    const engine = await makeEngine();
    await handlePageMessage(engine, hold(), tab);
    await engine.later(30_000);
    await handlePageMessage(engine, hold(), tab);
    await engine.later(6_000);
    await onlyProposal(engine);
  });
});
