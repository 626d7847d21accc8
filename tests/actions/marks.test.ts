import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { dismissProposals } from '@/utils/actions/dismiss-proposal';
import { tellMarks } from '@/utils/actions/marks';
import { receiveMessage } from '@/utils/actions/receive-message';
import { exportSample } from '@/utils/actions/self-check';
import type { Sender } from '@/utils/actions/who-speaks';
import { MarksAnswer } from '@/utils/model/mark';
import { updateSettings } from '@/utils/store/settings';
import { mail } from '../sync/mails';
import { makeEngine, onlyProposal, type TestEngine } from '../sync/make-engine';

const own = { id: 'sidelog', root: 'chrome-extension://sidelog/' };
const tab = (id: number): Sender => ({
  id: 'sidelog',
  url: 'https://mail.google.com/mail/u/0/#inbox',
  frameId: 0,
  tab: { id, windowId: 1 },
});
const say = (engine: TestEngine, message: unknown, from = 7) =>
  receiveMessage(() => engine, own, message, tab(from));
const ids = mail(1).source.ids;
const show = (engine: TestEngine, messages: string[][], from = 7) =>
  say(
    engine,
    { type: 'now-open', site: 'gmail', account: null, threadIds: ['t'], messages, earlier: [] },
    from,
  );
const marks = async (engine: TestEngine, asked: string[][], from = 7) =>
  MarksAnswer.parse(await say(engine, { type: 'marks', site: 'gmail', ids: asked }, from)).marks;

async function withMail() {
  const engine = await makeEngine();
  await say(engine, { type: 'captured', held: false, captures: [mail(1)] });
  return engine;
}

describe('what a mail page may learn of a mark', () => {
  it('nothing of a message that its tab does not have open, however it is named', async () => {
    const engine = await withMail();
    expect(await marks(engine, [ids])).toEqual([null]);
    await show(engine, [['msg-f:other']]);
    expect(await marks(engine, [ids])).toEqual([null]);
    expect(await marks(engine, [['msg-f:other', ...ids]])).toEqual([null]);
    await show(engine, [ids], 8);
    expect(await marks(engine, [ids]), 'another tab has it open').toEqual([null]);
  });

  it('of an open one its state and a sentence, and no more', async () => {
    const engine = await withMail();
    await show(engine, [ids]);
    expect(await marks(engine, [ids])).toEqual([
      { state: 'waiting', label: expect.stringContaining('waits') },
    ]);
    await dismissProposals(engine, [(await onlyProposal(engine)).id]);
    expect(await marks(engine, [ids])).toMatchObject([{ state: 'not' }]);
  });

  it('why a mail is not logged, in words', async () => {
    const engine = await makeEngine();
    await say(engine, { type: 'refused', site: 'gmail', ids, reason: 'internal' });
    await show(engine, [ids]);
    expect(await marks(engine, [ids])).toEqual([
      { state: 'not', label: 'Sidelog: not logged. Everybody on it is on your side.' },
    ]);
  });

  it('nothing where the rep switched marks off', async () => {
    const engine = await withMail();
    await show(engine, [ids]);
    await updateSettings(engine.db, 'real', (settings) => ({ ...settings, mark: false }));
    expect(await marks(engine, [ids])).toEqual([null]);
    expect(await say(engine, { type: 'gate-settings', site: 'gmail', account: null })).toMatchObject({
      mark: false,
    });
  });

  it('is told to ask again when a mark changed, and only then', async () => {
    const engine = await withMail();
    await show(engine, [ids], 41);
    await tellMarks(engine);
    const told = () => engine.side.told.filter(({ message }) => message.type === 'marks-changed').length;
    const before = told();
    await tellMarks(engine);
    expect(told()).toBe(before);
    await dismissProposals(engine, [(await onlyProposal(engine)).id]);
    await tellMarks(engine);
    expect(told()).toBe(before + 1);
  });
});

describe('a press on the mark', () => {
  it('opens the panel, or says how it is opened where the browser refuses', async () => {
    const engine = await makeEngine();
    expect(await say(engine, { type: 'open-panel', site: 'gmail' })).toEqual({ opened: true, how: '' });
    engine.side.panelOpens = false;
    expect(await say(engine, { type: 'open-panel', site: 'gmail' })).toEqual({
      opened: false,
      how: 'Press Alt+Shift+L to open the panel.',
    });
  });
});

describe('the self-check', () => {
  it('adds up what each source delivered, by site, and a sample holds no more than shapes', async () => {
    const engine = await makeEngine();
    await say(engine, { type: 'sources', site: 'gmail', counts: { xhr: 3, page: 1 } });
    await say(engine, { type: 'sources', site: 'gmail', counts: { xhr: 2 } });
    expect(engine.side.session.get('sources')).toEqual({ gmail: { xhr: 5, page: 1 } });
    engine.side.tabs.push({ tabId: 7, windowId: 1, loading: false, answers: true });
    const answer = await exportSample(engine);
    if (!answer.ok || !answer.file) throw new Error('no file');
    expect(JSON.parse(answer.file.content)).toMatchObject({
      sources: { gmail: { xhr: 5, page: 1 } },
      // What is no sample is left out: this tab answered something else.
      samples: [],
      drift: [],
    });
  });
});
