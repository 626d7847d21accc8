import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { confirmProposals } from '@/utils/actions/confirm-proposal';
import { correctMatch } from '@/utils/actions/correct-match';
import { createContact } from '@/utils/actions/create-contact';
import { completeTask } from '@/utils/actions/follow-up-task';
import { leavePractice, startPractice } from '@/utils/actions/practice';
import { noteProgress } from '@/utils/actions/practice-progress';
import { receiveCapture } from '@/utils/actions/receive-capture';
import { undoLog } from '@/utils/actions/undo-log';
import { openNotebook } from '@/utils/crm/notebook/book';
import type { PageEmail } from '@/utils/model/captured';
import { amara, priya, robin } from '@/utils/practice/people';
import { getSettings } from '@/utils/store/settings';
import { mail } from '../sync/mails';
import { makeEngine, onlyProposal, type TestEngine } from '../sync/make-engine';

const DAY = 86_400_000;
const engines: TestEngine[] = [];

async function begun(): Promise<TestEngine> {
  const engine = await makeEngine('practice', false);
  engines.push(engine);
  expect(await startPractice(engine)).toEqual({ ok: true });
  return engine;
}

const from = (person: PageEmail['from']) => mail(1, { from: person, to: [robin] });
const done = async (engine: TestEngine) => {
  await noteProgress(engine);
  return (await getSettings(engine.db, 'practice')).practice?.done;
};

afterEach(async () => {
  for (const engine of engines.splice(0)) if (engine.db.isOpen()) await leavePractice(engine);
});

describe('practice begins with an invented CRM', () => {
  it('whose people are known before the first mail is read, and with nothing done', async () => {
    const engine = await begun();
    expect(await engine.db.contacts.count()).toBe(7);
    expect(await engine.db.tasks.toArray()).toMatchObject([
      { title: expect.stringContaining('agenda'), done: false },
    ]);
    expect(await done(engine)).toEqual([]);
  });

  it('once: begun again at once, or after a reload, nothing changes', async () => {
    const engine = await begun();
    await receiveCapture(engine, [from(priya)]);
    const before = await getSettings(engine.db, 'practice');
    engine.clock.time += DAY;
    await Promise.all([startPractice(engine), startPractice(engine)]);
    expect(await getSettings(engine.db, 'practice')).toEqual(before);
    expect(await engine.db.proposals.count()).toBe(1);
    expect(await openNotebook('practice').contacts.count()).toBe(7);
  });

  it('anew after a week, when its mails would be old; what was done stays done', async () => {
    const engine = await begun();
    await receiveCapture(engine, [from(priya)]);
    await confirmProposals(engine, [(await onlyProposal(engine)).id]);
    expect(await done(engine)).toEqual(['log']);
    engine.clock.time += 8 * DAY;
    await startPractice(engine);
    expect(await engine.db.proposals.count()).toBe(0);
    expect((await getSettings(engine.db, 'practice')).practice).toEqual({
      began: engine.clock.time,
      done: ['log'],
      confirmed: [],
    });
  });
});

describe('a task of practice is done when its book says so', () => {
  it('a mail is logged, and stays done when it is taken back, which is the other task', async () => {
    const engine = await begun();
    await receiveCapture(engine, [from(priya)]);
    const { id } = await onlyProposal(engine);
    expect(await done(engine), 'reading alone does nothing').toEqual([]);
    await confirmProposals(engine, [id]);
    expect(await done(engine)).toEqual(['log']);
    await undoLog(engine, [id]);
    expect(await done(engine)).toEqual(['log', 'undo']);
  });

  it('taken back after it was sent counts too', async () => {
    const engine = await begun();
    await receiveCapture(engine, [from(priya)]);
    const { id } = await onlyProposal(engine);
    await confirmProposals(engine, [id]);
    await engine.later(11_000);
    expect(await done(engine)).toEqual(['log']);
    await undoLog(engine, [id]);
    expect(await done(engine)).toEqual(['log', 'undo']);
  });

  it('a contact is created', async () => {
    const engine = await begun();
    await receiveCapture(engine, [from(amara)]);
    expect(await done(engine)).toEqual([]);
    await createContact(engine, { name: 'Dr. Amara Nwosu', address: amara.address });
    await engine.later(1_000);
    expect(await done(engine)).toEqual(['contact']);
  });

  it('a match is corrected: Priya writes from the address of a colleague before her', async () => {
    const engine = await begun();
    await receiveCapture(engine, [from(priya)]);
    const proposal = await onlyProposal(engine);
    expect(proposal.match.contacts).toMatchObject([{ name: 'Paul Adeyemi' }]);
    await correctMatch(engine, {
      proposalId: proposal.id,
      kind: 'contact',
      address: priya.address,
      chosenId: 'practice-priya',
    });
    expect((await onlyProposal(engine)).match.contacts).toMatchObject([{ name: 'Priya Okafor' }]);
    expect(await done(engine)).toEqual(['match']);
  });

  it('the day’s list is empty', async () => {
    const engine = await begun();
    const [task] = await engine.db.tasks.toArray();
    await completeTask(engine, task?.id ?? '');
    expect(await done(engine)).toEqual(['day']);
  });

  it('never in the real book', async () => {
    const real = await makeEngine('real');
    await noteProgress(real);
    expect((await getSettings(real.db, 'real')).practice).toBeUndefined();
  });
});

describe('practice that is left', () => {
  it('is gone with both databases and what the session held of it, and stays gone when its time comes', async () => {
    const engine = await begun();
    await receiveCapture(engine, [from(priya)]);
    await confirmProposals(engine, [(await onlyProposal(engine)).id]);
    engine.side.session.set('open-tabs', {
      3: {
        tabId: 3,
        book: 'practice',
        site: 'gmail',
        account: null,
        threadIds: [],
        messages: [],
        earlier: [],
        at: 0,
      },
      4: {
        tabId: 4,
        book: 'real',
        site: 'gmail',
        account: null,
        threadIds: [],
        messages: [],
        earlier: [],
        at: 0,
      },
    });
    engine.side.session.set('not-kept', { practice: 'storage-full', real: 'storage-full' });
    await leavePractice(engine);
    const gone = async () => [
      await Dexie.exists(engine.db.name),
      await Dexie.exists('sidelog-practice-notebook'),
    ];
    expect(await gone()).toEqual([false, false]);
    expect(Object.keys(engine.side.session.get('open-tabs') ?? {})).toEqual(['4']);
    expect(engine.side.session.get('not-kept')).toEqual({ real: 'storage-full' });
    expect(engine.side.session.has('sync-trouble-practice')).toBe(false);
    await engine.later(60_000);
    await noteProgress(engine);
    expect(await gone()).toEqual([false, false]);
    expect(engine.side.bugs).toEqual([]);
  });

  it('can be begun again, with nothing done', async () => {
    const engine = await begun();
    await receiveCapture(engine, [from(priya)]);
    await confirmProposals(engine, [(await onlyProposal(engine)).id]);
    expect(await done(engine)).toEqual(['log']);
    await leavePractice(engine);
    await startPractice(engine);
    expect(await done(engine)).toEqual([]);
    expect(await engine.db.contacts.count()).toBe(7);
    expect(await engine.db.proposals.count()).toBe(0);
  });
});
