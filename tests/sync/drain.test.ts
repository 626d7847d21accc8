import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { confirmProposals } from '@/utils/actions/confirm-proposal';
import { createContact } from '@/utils/actions/create-contact';
import { completeTask } from '@/utils/actions/follow-up-task';
import { receiveCapture } from '@/utils/actions/receive-capture';
import { giveUpEntry, retryEntry } from '@/utils/actions/retry-entry';
import { undoLog } from '@/utils/actions/undo-log';
import { CrmFault } from '@/utils/crm/errors';
import { claimDue } from '@/utils/sync/claim';
import { activityKey } from '@/utils/sync/key';
import { nextAttempt } from '@/utils/sync/next-attempt';
import { settle } from './fake-clock';
import type { Trouble } from './fake-crm';
import { asking, mail } from './mails';
import { ACCOUNT, makeEngine, onlyProposal, type TestEngine } from './make-engine';

async function withMails(count: number): Promise<{ engine: TestEngine; ids: string[] }> {
  const engine = await makeEngine();
  await receiveCapture(
    engine,
    Array.from({ length: count }, (_, index) => mail(index)),
  );
  const ids = (await engine.db.proposals.orderBy('sentAt').toArray()).map(({ id }) => id);
  return { engine, ids };
}

/** What goes wrong with the next requests of this kind, one after the other; then nothing. */
function plan(engine: TestEngine, kind: string, ...troubles: Trouble[]): void {
  engine.crm.trouble = (what) => (what === kind ? (troubles.shift() ?? 'none') : 'none');
}

async function onlyEntry({ db }: TestEngine) {
  const all = await db.outbox.toArray();
  if (all.length !== 1 || !all[0]) throw new Error(`${all.length} entries`);
  return all[0];
}

describe('a confirmed mail', () => {
  it('is sent after the undo window, and not a moment before', async () => {
    const { engine, ids } = await withMails(1);
    const answer = await confirmProposals(engine, ids);
    expect(answer).toMatchObject({ ok: true, proposalIds: ids, undoUntil: engine.now() + 10_000 });
    await engine.later(9_999);
    expect(engine.crm.asked).toEqual([]);
    await engine.later(2);
    expect(engine.crm.asked).toEqual(['find', 'log']);
    expect((await onlyProposal(engine)).status).toMatchObject({ state: 'logged', remoteId: 'r1' });
  });

  it('confirmed twice by the same click stands in the outbox once', async () => {
    const { engine, ids } = await withMails(1);
    const both = await Promise.all([confirmProposals(engine, ids), confirmProposals(engine, ids)]);
    expect(both[0]).toEqual(both[1]);
    await onlyEntry(engine);
  });

  it('is either confirmed and in the outbox, or neither, when the disk fails between the two', async () => {
    const { engine, ids } = await withMails(1);
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    engine.db.proposals.hook('updating', full);
    await expect(confirmProposals(engine, ids)).rejects.toMatchObject({ name: 'QuotaExceededError' });
    engine.db.proposals.hook('updating').unsubscribe(full);
    expect((await onlyProposal(engine)).status.state).toBe('open');
    expect(await engine.db.outbox.count()).toBe(0);
  });

  it('taken back within the undo window leaves no trace in the CRM', async () => {
    const { engine, ids } = await withMails(1);
    await confirmProposals(engine, ids);
    await engine.later(5_000);
    expect(await undoLog(engine, ids)).toMatchObject({ ok: true, proposalIds: ids });
    await engine.later(60_000);
    expect(engine.crm.asked).toEqual([]);
    expect((await onlyProposal(engine)).status).toEqual({ state: 'open' });
  });

  it('taken back while it is on its way is removed as soon as it is there', async () => {
    const { engine, ids } = await withMails(1);
    await confirmProposals(engine, ids);
    let arrive: () => void = () => {};
    engine.crm.travel = () =>
      engine.crm.asked.at(-1) === 'log'
        ? new Promise((resolve) => {
            arrive = resolve;
          })
        : Promise.resolve();
    engine.clock.time += 10_001;
    engine.nudge();
    await settle(40);
    expect(engine.crm.asked).toEqual(['find', 'log']);
    expect(await undoLog(engine, ids)).toMatchObject({ ok: true });
    engine.crm.travel = async () => {};
    arrive();
    await engine.later(1_000);
    expect(engine.crm.asked).toEqual(['find', 'log', 'remove']);
    expect(engine.crm.records.size).toBe(0);
    expect((await onlyProposal(engine)).status).toEqual({ state: 'open' });
  });

  it('taken back after it was logged is removed, and can be logged again', async () => {
    const { engine, ids } = await withMails(1);
    await confirmProposals(engine, ids);
    await engine.later(11_000);
    await undoLog(engine, ids);
    await confirmProposals(engine, ids);
    await engine.later(30_000);
    expect(engine.crm.asked).toEqual(['find', 'log', 'remove', 'find', 'log']);
    expect([...engine.crm.records.keys()]).toEqual(['r2']);
    expect((await onlyProposal(engine)).status).toMatchObject({ state: 'logged', remoteId: 'r2' });
  });

  it('that a colleague logged before is not logged twice, and undoing does not remove what is theirs', async () => {
    const { engine, ids } = await withMails(1);
    engine.crm.put(await onlyProposal(engine), 'colleague');
    await confirmProposals(engine, ids);
    await engine.later(11_000);
    expect((await onlyEntry(engine)).status).toMatchObject({ state: 'done', created: false, remoteId: 'r1' });
    expect(await undoLog(engine, ids)).toMatchObject({ ok: false, problem: { code: 'undo-too-late' } });
    expect(engine.crm.records.size).toBe(1);
  });

  it('edited in the same click is logged as edited', async () => {
    const { engine, ids } = await withMails(1);
    await confirmProposals(engine, ids, { subject: 'Better' });
    await engine.later(11_000);
    expect(engine.crm.records.get('r1')?.activity.subject).toBe('Better');
  });
});

describe('when the CRM or the network has a bad day', () => {
  it.each<Trouble>(['lose-answer', 'commit-then-fail', 'not-understood'])(
    'an answer lost on the way does not log the mail twice (%s)',
    async (trouble) => {
      const { engine, ids } = await withMails(1);
      plan(engine, 'log', trouble);
      await confirmProposals(engine, ids);
      await engine.later(11_000);
      await engine.later(60_000);
      expect(engine.crm.records.size).toBe(1);
      expect((await onlyEntry(engine)).status).toMatchObject({ state: 'done', created: true });
      await undoLog(engine, ids);
      await engine.later(1_000);
      expect(engine.crm.records.size, 'what this entry created is taken back').toBe(0);
    },
  );

  it('what waits for the network goes when it is back, whatever was asked before', async () => {
    const { engine, ids } = await withMails(3);
    plan(engine, 'find', 'offline', 'offline');
    await confirmProposals(engine, ids);
    await engine.later(11_000);
    const states = (await engine.db.outbox.toArray()).map(({ status }) => status);
    expect(states).toMatchObject(Array(3).fill({ state: 'queued', last: { kind: 'offline' } }));
    await engine.later(120_000);
    expect(engine.crm.records.size).toBe(3);
  });

  it('a CRM that asks to wait until a time is not asked before it, for anything of that account', async () => {
    const { engine, ids } = await withMails(2);
    const retryAt = engine.now() + 10 * 60_000;
    const session = engine.crm.session();
    engine.crm.session = () => ({
      ...session,
      activities: {
        ...session.activities,
        findByAliases: async (entries) => {
          engine.crm.asked.push('asked');
          if (engine.now() < retryAt) throw new CrmFault({ kind: 'slow-down', retryAt });
          return session.activities.findByAliases(entries);
        },
      },
    });
    await confirmProposals(engine, ids.slice(0, 1));
    await engine.later(10_001);
    await confirmProposals(engine, ids.slice(1));
    await engine.later(9 * 60_000);
    expect(engine.crm.asked).toEqual(['asked']);
    await engine.later(2 * 60_000);
    expect(engine.crm.records.size).toBe(2);
  });

  it('a refused one waits for the rep and holds nobody up; given up, its proposal is open again', async () => {
    const { engine, ids } = await withMails(3);
    engine.crm.trouble = (what) => (what === 'log' && engine.crm.records.size === 2 ? 'refused' : 'none');
    await confirmProposals(engine, ids);
    await engine.later(11_000);
    expect(engine.crm.records.size).toBe(2);
    const [stuck] = await engine.db.outbox.where('status.state').equals('needs-person').toArray();
    expect(stuck?.status).toMatchObject({ fault: { kind: 'refused', reason: 'no' } });
    await giveUpEntry(engine, stuck?.id ?? '');
    expect(await engine.db.proposals.where('status.state').equals('open').count()).toBe(1);
    expect(await engine.db.outbox.count()).toBe(2);
  });

  it('signed out asks once, loses nothing, and goes on after signing in', async () => {
    const { engine, ids } = await withMails(3);
    engine.crm.signedOut = true;
    await confirmProposals(engine, ids);
    await engine.later(11_000);
    await engine.later(60 * 60_000);
    expect(engine.crm.asked).toEqual(['find']);
    const asking = await engine.db.outbox.where('status.state').equals('needs-person').toArray();
    expect(asking).toHaveLength(1);
    engine.crm.signedOut = false;
    await retryEntry(engine, asking[0]?.id ?? '');
    await engine.later(1_000);
    expect(engine.crm.records.size).toBe(3);
  });

  it('a worker that died while sending is followed by one that asks before it sends', async () => {
    const { engine, ids } = await withMails(1);
    await confirmProposals(engine, ids);
    await engine.later(9_000);
    // The dead worker: it claimed, sent, and never heard.
    engine.clock.time += 2_000;
    const lease = { id: 'dead', until: engine.now() + 90_000 };
    const [claimed] = await claimDue(engine.db, ACCOUNT, lease, engine.now(), 10);
    if (!claimed) throw new Error('nothing claimed');
    await engine.db.outbox.put({ ...claimed, attempts: 1 });
    engine.crm.put(await onlyProposal(engine));
    engine.nudge();
    await engine.later(60_000);
    expect(engine.crm.asked, 'the lease is not over').toEqual([]);
    await engine.later(40_000);
    expect(engine.crm.asked).toEqual(['find']);
    expect((await onlyEntry(engine)).status).toMatchObject({ state: 'done', created: true });
  });

  it('a clock that is set back by a day keeps nothing waiting for a day', async () => {
    const { engine, ids } = await withMails(2);
    await confirmProposals(engine, ids.slice(0, 1));
    const lease = { id: 'dead', until: engine.now() + 100_000 };
    await claimDue(engine.db, ACCOUNT, lease, engine.now() + 10_000, 10);
    await confirmProposals(engine, ids.slice(1));
    engine.clock.time -= 86_400_000;
    engine.nudge();
    await engine.later(1_000);
    expect(engine.crm.records.size).toBe(2);
  });

  it('a bug in a connector makes the rep decide and keeps the others going', async () => {
    const { engine, ids } = await withMails(1);
    const session = engine.crm.session();
    engine.crm.session = () => ({
      ...session,
      activities: {
        ...session.activities,
        log: async () => {
          throw new TypeError('undefined is not a function');
        },
      },
    });
    await confirmProposals(engine, ids);
    await engine.later(11_000);
    expect((await onlyEntry(engine)).status).toMatchObject({
      state: 'needs-person',
      fault: { kind: 'not-understood' },
    });
    expect(engine.side.bugs).toHaveLength(1);
  });
});

describe('other jobs', () => {
  it('a new contact is created once, is known at once, and makes open proposals of that person count', async () => {
    const engine = await makeEngine();
    await receiveCapture(engine, [mail(1, { from: { address: 'uwe@fremd.example', name: 'Uwe Fremd' } })]);
    expect((await onlyProposal(engine)).weight).toBe('quiet');
    const draft = { name: 'Uwe Fremd', address: 'uwe@fremd.example' };
    const both = await Promise.all([createContact(engine, draft), createContact(engine, draft)]);
    expect(both[0]).toEqual(both[1]);
    await engine.later(1_000);
    expect(engine.crm.asked.filter((what) => what === 'create-contact')).toHaveLength(1);
    expect(await onlyProposal(engine)).toMatchObject({ weight: 'counted', activity: { contactIds: ['c1'] } });
    await engine.later(120_000);
    expect(await createContact(engine, { ...draft, address: 'uwe+x@fremd.example' })).toMatchObject({
      ok: false,
      problem: { code: 'already-exists', args: ['Uwe Fremd', 'c1'] },
    });
  });

  it('a contact that is created a moment after the click still stands on the entry, and on its task', async () => {
    const engine = await makeEngine();
    const from = { address: 'uwe@fremd.example', name: 'Uwe Fremd' };
    await receiveCapture(engine, [mail(1, { from, body: asking(1) })]);
    await confirmProposals(engine, [(await onlyProposal(engine)).id]);
    await createContact(engine, { name: 'Uwe Fremd', address: from.address });
    await engine.later(12_000);
    const [contact] = [...engine.crm.contacts.keys()];
    expect([...engine.crm.records.values()].map(({ activity }) => activity.contactIds)).toEqual([[contact]]);
    expect([...engine.crm.tasks.values()].map(({ contactIds }) => contactIds)).toEqual([[contact]]);
    expect((await onlyProposal(engine)).status.state).toBe('logged');
  });

  it('an entry that the CRM refused for want of a contact goes by itself once the contact is there', async () => {
    const engine = await makeEngine();
    const from = { address: 'uwe@fremd.example', name: 'Uwe Fremd' };
    await receiveCapture(engine, [mail(1, { from })]);
    engine.crm.refuseWithoutContact = true;
    await confirmProposals(engine, [(await onlyProposal(engine)).id]);
    await engine.later(12_000);
    expect((await onlyEntry(engine)).status.state).toBe('needs-person');
    await createContact(engine, { name: 'Uwe Fremd', address: from.address });
    await engine.later(5_000);
    expect(engine.crm.records.size).toBe(1);
    expect((await onlyProposal(engine)).status.state).toBe('logged');
  });

  it('a task that is done is done here at once and in the CRM through the outbox', async () => {
    const engine = await makeEngine();
    const task = { id: 't1', title: 'Call Anna', done: false, contactIds: [], updatedAt: engine.now() };
    engine.crm.tasks.set('t1', task);
    await engine.db.tasks.put({ ...task, crm: ACCOUNT });
    await completeTask(engine, 't1');
    expect((await engine.db.tasks.get([ACCOUNT, 't1']))?.done).toBe(true);
    await engine.later(11_000);
    expect(engine.crm.tasks.get('t1')?.done).toBe(true);
  });
});

describe('the mirror', () => {
  it('asks by time only, and a mail logged by somebody else is no longer proposed', async () => {
    const { engine } = await withMails(1);
    expect(engine.crm.asked, 'opening a mail asks the CRM nothing').toEqual([]);
    engine.crm.logged.push({ id: 'r7', aliases: ['<m0@kunde.example>'], updatedAt: engine.now() });
    engine.syncSoon();
    await engine.later(1);
    expect(engine.crm.asked).toEqual(['companies', 'contacts', 'tasks', 'activities']);
    expect((await onlyProposal(engine)).status).toMatchObject({ state: 'logged', remoteId: 'r7' });
  });

  it('goes on from its cursor after a fault, and says what is wrong', async () => {
    const { engine } = await withMails(1);
    engine.crm.signedOut = true;
    engine.syncSoon();
    await engine.later(1);
    expect(engine.side.session.get('sync-trouble-real')).toMatchObject({ fault: { kind: 'signed-out' } });
    engine.crm.signedOut = false;
    engine.syncSoon();
    await engine.later(1);
    expect(engine.side.session.has('sync-trouble-real')).toBe(false);
    expect((await engine.db.cursors.get([ACCOUNT, 'contacts']))?.completeAt).toBeGreaterThan(
      engine.now() - 5,
    );
  });
});

describe('keys and pauses', () => {
  it('two colleagues get the same key for one mail, in whatever order its ids came', () => {
    const key = activityKey('email', ['msg-f:1', '<a@b.example>'], ACCOUNT);
    expect(activityKey('email', ['<a@b.example>', 'msg-f:9'], ACCOUNT)).toBe(key);
    expect(activityKey('email', ['<a@b.example>'], 'other|crm.example|sales')).not.toBe(key);
    expect(activityKey('email', ['msg-f:1'], ACCOUNT)).not.toBe(key);
    expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5/);
  });

  it('pauses grow with age, stay within half an hour, and never undercut what the CRM asked for', () => {
    const at = (age: number, random: number) =>
      nextAttempt({ createdAt: 0 }, { kind: 'offline' }, age, random) - age;
    expect(at(0, 0.5)).toBe(5_000);
    expect(at(60_000, 0.5)).toBe(30_000);
    expect(at(1e9, 1)).toBe(36 * 60_000);
    const asked = { kind: 'slow-down', retryAt: 90_000 } as const;
    expect(nextAttempt({ createdAt: 0 }, asked, 60_000, 0)).toBe(90_000);
  });
});
