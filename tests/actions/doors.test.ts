import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { readDriver } from '@/utils/actions/driver';
import { receiveMessage } from '@/utils/actions/receive-message';
import { type Sender, whoSpeaks } from '@/utils/actions/who-speaks';
import type { Book } from '@/utils/model/messages';
import { mail } from '../sync/mails';
import { makeEngine, onlyProposal } from '../sync/make-engine';

const own = { id: 'sidelog', root: 'chrome-extension://sidelog/' };
const gmailTab: Sender = {
  id: 'sidelog',
  url: 'https://mail.google.com/mail/u/0/#inbox',
  frameId: 0,
  tab: { id: 7 },
};
const panel: Sender = { id: 'sidelog', url: 'chrome-extension://sidelog/sidepanel.html' };
const practice: Sender = {
  id: 'sidelog',
  url: 'chrome-extension://sidelog/practice.html?x#y',
  tab: { id: 8 },
};
const captured = { type: 'captured', held: false, captures: [mail(1)] };

async function worker() {
  const real = await makeEngine('real');
  const invented = await makeEngine('practice');
  const contexts = (book: Book) => (book === 'real' ? real : invented);
  const say = (message: unknown, sender: Sender) => receiveMessage(contexts, own, message, sender);
  return { real, invented, say };
}

describe('who speaks is what the browser says, never what the message says', () => {
  it.each([
    ['another extension', { ...panel, id: 'other' }],
    ['a page of the web', { id: 'sidelog', url: 'https://evil.example/', frameId: 0, tab: { id: 1 } }],
    ['a host that only begins like Gmail', { ...gmailTab, url: 'https://mail.google.com.evil.example/' }],
    ['Gmail without encryption', { ...gmailTab, url: 'http://mail.google.com/' }],
    ['a frame inside Gmail', { ...gmailTab, frameId: 3 }],
    ['a sender without address', { id: 'sidelog' }],
  ])('%s is nobody', (_, sender) => {
    expect(whoSpeaks(sender, own)).toBeNull();
  });

  it('a page of ours that is named like practice is not practice', () => {
    expect(whoSpeaks({ ...panel, url: 'chrome-extension://sidelog/x/practice.html' }, own)).toEqual({
      who: 'own-page',
    });
  });
});

describe('each door takes only its own messages', () => {
  it('a mail page brings mail into the real book', async () => {
    const { real, say } = await worker();
    expect(await say(captured, gmailTab)).toEqual({ ok: true });
    expect((await onlyProposal(real)).captured.text).toContain('offer 1');
  });

  it('practice brings mail into its own book and never into the real one', async () => {
    const { real, invented, say } = await worker();
    expect(await say(captured, practice)).toEqual({ ok: true });
    expect(await real.db.proposals.count()).toBe(0);
    expect(await invented.db.proposals.count()).toBe(1);
  });

  it('a mail page can ask for nothing that a page of ours may ask for', async () => {
    const { real, say } = await worker();
    await say(captured, gmailTab);
    const { id } = await onlyProposal(real);
    const intents = [
      { type: 'confirm', book: 'real', proposalIds: [id] },
      { type: 'forget-everything' },
      { type: 'withdraw-consent' },
      { type: 'connect-crm', connector: 'notebook', settings: {} },
      { type: 'change-settings', change: { undoSeconds: 0 } },
    ];
    for (const intent of intents) expect(await say(intent, gmailTab)).toMatchObject({ ok: false });
    expect((await onlyProposal(real)).status.state).toBe('open');
  });

  it('a page of ours cannot bring mail in', async () => {
    const { real, say } = await worker();
    expect(await say(captured, panel)).toMatchObject({ ok: false, problem: { code: 'malformed' } });
    expect(await real.db.proposals.count()).toBe(0);
  });

  it('practice can ask for nothing in the real book', async () => {
    const { real, say } = await worker();
    await say(captured, gmailTab);
    const { id } = await onlyProposal(real);
    expect(await say({ type: 'confirm', book: 'real', proposalIds: [id] }, practice)).toMatchObject({
      ok: false,
    });
    expect(await say({ type: 'forget-everything' }, practice)).toMatchObject({ ok: false });
    expect((await onlyProposal(real)).status.state).toBe('open');
  });

  it('mail that is too large, too long or broken is dropped', async () => {
    const { real, say } = await worker();
    const broken = [
      { ...captured, captures: [mail(1, { subject: 'x'.repeat(1001) })] },
      { ...captured, captures: Array.from({ length: 51 }, (_, at) => mail(at)) },
      { ...captured, captures: [mail(1, { sentAt: Number.MAX_SAFE_INTEGER })] },
      { ...captured, captures: [{ ...mail(1), body: undefined }] },
      { type: 'captured' },
      'captured',
      null,
    ];
    for (const message of broken) expect(await say(message, gmailTab)).toMatchObject({ ok: false });
    expect(await real.db.proposals.count()).toBe(0);
  });
});

describe("the replay driver's hooks", () => {
  it('no message of anybody can set them', async () => {
    const { real, say } = await worker();
    const driver = { holdMs: 0, gateOff: true };
    const attempts = [
      { type: 'driver', ...driver },
      { type: 'gate-settings', site: 'gmail', account: null, driver, gateOff: true },
      { ...captured, driver, gateOff: true, holdMs: 0 },
      {
        type: 'now-open',
        site: 'gmail',
        account: null,
        threadIds: ['driver'],
        messages: [],
        earlier: [],
        driver,
      },
      { type: 'change-settings', change: { driver, gateOff: true, holdMs: 0 }, driver },
      { type: 'show-anyway', book: 'real', tabId: 7, ids: ['driver'], driver },
      { type: 'consent', sites: ['gmail'], driver },
      { type: 'sync-now', book: 'real', driver },
    ];
    for (const sender of [gmailTab, practice, panel]) {
      for (const attempt of attempts) await say(attempt, sender);
    }
    expect(real.side.session.has('driver')).toBe(false);
    expect(await readDriver(real)).toEqual({ holdMs: 35_000, gateOff: false });
    const gate = await say({ type: 'gate-settings', site: 'gmail', account: null, gateOff: true }, gmailTab);
    expect(gate).toMatchObject({ capture: true, gateOff: false });
  });

  it('are read afresh each time, and nonsense in their place counts for nothing', async () => {
    const { real } = await worker();
    real.side.session.set('driver', { holdMs: 0, gateOff: true });
    expect(await readDriver(real)).toEqual({ holdMs: 0, gateOff: true });
    real.side.session.set('driver', { holdMs: -1, gateOff: 'yes' });
    expect(await readDriver(real)).toEqual({ holdMs: 35_000, gateOff: false });
  });
});
