import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { changeSettings } from '@/utils/actions/change-settings';
import { confirmProposals } from '@/utils/actions/confirm-proposal';
import { editProposal } from '@/utils/actions/edit-proposal';
import { completeTask } from '@/utils/actions/follow-up-task';
import { receiveCapture } from '@/utils/actions/receive-capture';
import { giveUpEntry } from '@/utils/actions/retry-entry';
import { undoLog } from '@/utils/actions/undo-log';
import { declineUpdate, updateContact } from '@/utils/actions/update-contact';
import { Contact } from '@/utils/model/contact';
import { getSettings } from '@/utils/store/settings';
import { asking, mail } from './mails';
import { closeEngine, makeEngine, onlyProposal, type TestEngine } from './make-engine';

const engines: TestEngine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await closeEngine(engine);
});

async function withStep() {
  const engine = await makeEngine();
  engines.push(engine);
  await receiveCapture(engine, [mail(1, { body: asking(1) })]);
  return { engine, ids: [(await onlyProposal(engine)).id] };
}

const tasks = ({ crm }: TestEngine) => [...crm.tasks.values()];

describe('the next step of a confirmed mail', () => {
  it('is read with its day and its sentence, and becomes a task once the mail is logged', async () => {
    const { engine, ids } = await withStep();
    expect((await onlyProposal(engine)).activity).toMatchObject({
      outcome: 'question',
      nextStep: { kind: 'asked-of-me', due: '2026-11-27', sentence: 'Could you send offer 1 by Friday?' },
    });
    await confirmProposals(engine, ids);
    await engine.later(11_000);
    expect(engine.crm.asked).toEqual(['find', 'log', 'find-task', 'create-task']);
    expect(tasks(engine)).toMatchObject([
      { title: 'Could you send offer 1 by Friday?', dueDate: '2026-11-27', contactIds: ['c-anna'] },
    ]);
    expect(await engine.db.tasks.toArray(), 'known here at once').toMatchObject([{ id: 't2', done: false }]);
  });

  it('is created as the rep changed it, and not at all where they dropped it', async () => {
    const { engine, ids } = await withStep();
    await editProposal(engine, ids[0]!, { nextStep: { text: 'Call Anna', due: null }, outcome: null });
    expect((await onlyProposal(engine)).activity).toMatchObject({
      nextStep: { kind: 'asked-of-me', text: 'Call Anna', due: null },
    });
    expect((await onlyProposal(engine)).activity.outcome).toBeUndefined();
    await confirmProposals(engine, ids);
    await engine.later(11_000);
    expect(tasks(engine)).toMatchObject([{ title: 'Call Anna' }]);
    await undoLog(engine, ids);
    await confirmProposals(engine, ids, { nextStep: null });
    await engine.later(30_000);
    expect(tasks(engine)).toEqual([]);
    expect(engine.crm.records.size).toBe(1);
  });

  it.each(['lose-answer', 'commit-then-fail', 'not-understood'] as const)(
    'is created once although its answer was lost (%s)',
    async (trouble) => {
      const { engine, ids } = await withStep();
      let once = true;
      engine.crm.trouble = (what) => {
        if (what !== 'create-task' || !once) return 'none';
        once = false;
        return trouble;
      };
      await confirmProposals(engine, ids);
      await engine.later(60_000);
      expect(tasks(engine)).toHaveLength(1);
      await undoLog(engine, ids);
      await engine.later(60_000);
      expect(tasks(engine), 'known as ours, and so taken back').toEqual([]);
      expect(engine.crm.records.size).toBe(0);
    },
  );

  it('goes with its mail when that is taken back, before and after it was sent', async () => {
    const { engine, ids } = await withStep();
    await confirmProposals(engine, ids);
    await undoLog(engine, ids);
    expect(await engine.db.outbox.count()).toBe(0);
    await confirmProposals(engine, ids);
    await engine.later(11_000);
    await undoLog(engine, ids);
    await engine.later(11_000);
    expect(tasks(engine)).toEqual([]);
    expect(await engine.db.tasks.count()).toBe(0);
    expect(engine.crm.records.size).toBe(0);
  });

  it('given up alone leaves the mail logged; given up with its mail it is not sent', async () => {
    const { engine, ids } = await withStep();
    engine.crm.trouble = (what) => (what === 'create-task' ? 'refused' : 'none');
    await confirmProposals(engine, ids);
    await engine.later(11_000);
    const stuck = await engine.db.outbox.where('status.state').equals('needs-person').toArray();
    expect(stuck).toMatchObject([{ job: { op: 'create-task' } }]);
    await giveUpEntry(engine, stuck[0]!.id);
    expect((await onlyProposal(engine)).status.state).toBe('logged');

    const other = await withStep();
    const answer = await confirmProposals(other.engine, other.ids);
    await giveUpEntry(other.engine, (answer.ok && answer.outboxId) || '');
    expect(await other.engine.db.outbox.count()).toBe(0);
    expect((await onlyProposal(other.engine)).status.state).toBe('open');
  });

  it('once created is completed as any task', async () => {
    const { engine, ids } = await withStep();
    await confirmProposals(engine, ids);
    await engine.later(11_000);
    await completeTask(engine, 't2');
    await engine.later(11_000);
    expect(tasks(engine)).toMatchObject([{ done: true }]);
  });

  it('is not read from a mail whose text is not to be logged', async () => {
    const engine = await makeEngine();
    engines.push(engine);
    const { changeSettings } = await import('@/utils/actions/change-settings');
    await changeSettings(engine, { logText: 'none' });
    await receiveCapture(engine, [mail(1, { body: asking(1) })]);
    expect((await onlyProposal(engine)).activity).not.toHaveProperty('nextStep');
  });
});

describe('a mail that only says thanks', () => {
  it('is a quiet row that says so, and nobody waits for an answer to it', async () => {
    const engine = await makeEngine();
    engines.push(engine);
    const body = { type: 'text' as const, content: 'Got it, thank you Rosa!\nAnna', clipped: false };
    await receiveCapture(engine, [mail(1, { body })]);
    const proposal = await onlyProposal(engine);
    expect(proposal.weight).toBe('quiet');
    expect(proposal.because.at(-1)).toEqual({ code: 'nothing-to-log', args: [] });
    expect(proposal.activity).not.toHaveProperty('outcome');
    const [turn] = await engine.db.turns.toArray();
    expect(turn?.doneAt).toBe(turn?.lastAt);
  });
});

describe('a known contact’s new phone', () => {
  it('is written once, known here at once, and as before when it is given up', async () => {
    const engine = await makeEngine();
    engines.push(engine);
    const anna = { id: 'c-anna', name: 'Anna', addresses: ['anna@kunde.example'], phones: [], updatedAt: 0 };
    engine.crm.contacts.set('c-anna', anna);
    const change = { contactId: 'c-anna', field: 'phone', new: '+49 40 5550199' } as const;
    const both = await Promise.all([updateContact(engine, change), updateContact(engine, change)]);
    expect(both[0]).toEqual(both[1]);
    await engine.later(1_000);
    expect(engine.crm.asked).toEqual(['update-contact']);
    expect(engine.crm.contacts.get('c-anna')?.phones).toEqual(['+49 40 5550199']);

    engine.crm.trouble = () => 'refused';
    const answer = await updateContact(engine, { ...change, old: '+49 40 5550199', new: '+49 40 5550200' });
    const mirrored = async () =>
      Contact.parse(await engine.db.contacts.get(['fake|crm.example|sales', 'c-anna']));
    expect((await mirrored()).phones).toEqual(['+49 40 5550200']);
    await engine.later(1_000);
    await giveUpEntry(engine, (answer.ok && answer.outboxId) || '');
    expect((await mirrored()).phones).toEqual(['+49 40 5550199']);
  });

  it('that the rep declined is offered by no mail again, a later or a logged one neither, until it is forgotten', async () => {
    const engine = await makeEngine();
    engines.push(engine);
    const signed = (number: number) =>
      mail(number, {
        body: {
          type: 'text',
          content: `We have received offer ${number}.\n\n-- \nAnna Kunde\nKunde GmbH\nTel. +49 40 5550199`,
          clipped: false,
        },
      });
    const offers = async () =>
      (await engine.db.proposals.orderBy('sentAt').toArray()).map(
        ({ contactUpdates = [] }) => contactUpdates.length,
      );
    await receiveCapture(engine, [signed(1), signed(2)]);
    expect(await offers()).toEqual([1, 1]);
    const [first] = await engine.db.proposals.orderBy('sentAt').toArray();
    await confirmProposals(engine, [first!.id]);
    await engine.later(11_000);
    const { sentence: _, ...change } = first!.contactUpdates![0]!;
    expect(await declineUpdate(engine, change)).toEqual({ ok: true });
    expect(await declineUpdate(engine, change), 'the same click again').toEqual({ ok: true });
    await receiveCapture(engine, [signed(3)]);
    expect(await offers()).toEqual([0, 0, 0]);
    const { declinedUpdates } = await getSettings(engine.db, 'real');
    expect(declinedUpdates).toEqual([
      { contactId: 'c-anna', field: 'phone', new: '+49 40 5550199', name: 'Anna Kunde' },
    ]);
    expect(engine.crm.asked, 'the CRM hears nothing of it').not.toContain('update-contact');
    await changeSettings(engine, { declinedUpdates: [] });
    expect(await offers(), 'undecided mail offers it again').toEqual([0, 1, 1]);
  });
});
