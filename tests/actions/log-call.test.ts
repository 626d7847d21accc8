import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { changeSettings } from '@/utils/actions/change-settings';
import { confirmProposals } from '@/utils/actions/confirm-proposal';
import { logCall } from '@/utils/actions/log-call';
import { rematchAll } from '@/utils/actions/rematch-proposals';
import { undoLog } from '@/utils/actions/undo-log';
import type { CallNote } from '@/utils/model/activity';
import { activityKey } from '@/utils/sync/key';
import { ACCOUNT, closeEngine, makeEngine, onlyProposal, type TestEngine } from '../sync/make-engine';
import { START } from '../sync/meetings';

const engines: TestEngine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await closeEngine(engine);
});
async function start() {
  const engine = await makeEngine();
  engines.push(engine);
  return engine;
}
const call = (change: Partial<CallNote> = {}): CallNote => ({
  id: 'note-1',
  contactId: 'c-anna',
  at: START - 600_000,
  minutes: 8,
  direction: 'sent',
  subject: 'Call with Anna Kunde',
  notes: 'Wants 40 seats.',
  outcome: 'positive',
  ...change,
});

describe('a call that the rep notes down', () => {
  it('arrives in the CRM once, however often the press is told, with its next step', async () => {
    const engine = await start();
    const note = call({ nextStep: { text: 'Send the offer', due: '2026-11-27' } });
    const both = await Promise.all([logCall(engine, note), logCall(engine, note)]);
    expect(both[0]).toMatchObject({ ok: true, undoUntil: engine.now() + 10_000 });
    expect(both[1]).toEqual(both[0]);
    await engine.later(11_000);
    expect(await logCall(engine, note), 'told again when it is there').toMatchObject({ ok: true });
    await engine.later(11_000);
    expect([...engine.crm.records.values()]).toMatchObject([
      {
        aliases: ['call:note-1'],
        activity: {
          kind: 'call',
          direction: 'sent',
          at: START - 600_000,
          minutes: 8,
          summary: 'Wants 40 seats.',
          outcome: 'positive',
          contactIds: ['c-anna'],
          participants: [
            { address: 'rosa@nordlicht.example', role: 'from' },
            { address: 'anna@kunde.example', name: 'Anna Kunde', role: 'to', contactId: 'c-anna' },
          ],
        },
      },
    ]);
    expect([...engine.crm.tasks.values()]).toMatchObject([
      { title: 'Send the offer', dueDate: '2026-11-27' },
    ]);
    expect((await onlyProposal(engine)).status.state).toBe('logged');
  });

  it('takes what the CRM asks for along, of the call and of the task that follows', async () => {
    const engine = await start();
    const said = { fields: { cReason: 'sales' }, taskFields: { cQueue: 'offers' } };
    await logCall(engine, call({ ...said, nextStep: { text: 'Send the offer', due: null } }));
    await engine.later(11_000);
    expect([...engine.crm.records.values()].map(({ activity }) => activity.fields)).toEqual([said.fields]);
    const jobs = (await engine.db.outbox.toArray()).map(({ job }) => job);
    expect(jobs.find(({ op }) => op === 'create-task')).toMatchObject({ draft: { fields: said.taskFields } });
  });

  it('with somebody who is no contact keeps their name and number', async () => {
    const engine = await start();
    const { contactId: _, ...bare } = call({ who: 'Uwe Fremd', number: '+49 40 5550101' });
    await logCall(engine, { ...bare, direction: 'received' });
    expect((await onlyProposal(engine)).activity).toMatchObject({
      direction: 'received',
      contactIds: [],
      participants: [
        { address: 'tel:+49 40 5550101', name: 'Uwe Fremd', role: 'from' },
        { address: 'rosa@nordlicht.example', role: 'to' },
      ],
    });
  });

  it('taken back is not sent, and may be changed and logged after all', async () => {
    const engine = await start();
    await logCall(engine, call());
    await undoLog(engine, ['note-1']);
    await engine.later(11_000);
    expect(engine.crm.records.size).toBe(0);
    await confirmProposals(engine, ['note-1'], { summary: 'Wants 50 seats.' });
    await engine.later(11_000);
    expect([...engine.crm.records.values()]).toMatchObject([{ activity: { summary: 'Wants 50 seats.' } }]);
  });

  it('taken back stays as the rep wrote it, whatever contacts and settings become', async () => {
    const engine = await start();
    await engine.db.contacts.update([ACCOUNT, 'c-anna'], { addresses: [], lookup: [] });
    await logCall(engine, call());
    await undoLog(engine, ['note-1']);
    const before = await onlyProposal(engine);
    await changeSettings(engine, { logText: 'none' });
    await rematchAll(engine);
    expect(await onlyProposal(engine)).toEqual(before);
    expect(before.activity).toMatchObject({ contactIds: ['c-anna'], summary: 'Wants 40 seats.' });
  });

  it('with nobody, with a contact who is gone, of tomorrow, or for a CRM without calls is not stored', async () => {
    const engine = await start();
    const { contactId: _, ...nobody } = call();
    expect(await logCall(engine, nobody)).toMatchObject({ problem: { code: 'malformed' } });
    expect(await logCall(engine, call({ contactId: 'c-gone' }))).toMatchObject({
      problem: { code: 'not-found' },
    });
    expect(await logCall(engine, call({ at: START + 86_400_000 }))).toMatchObject({
      problem: { code: 'malformed' },
    });
    engine.crm.kinds = ['email'];
    engine.syncSoon();
    await engine.idle();
    expect(await logCall(engine, call())).toEqual({
      ok: false,
      problem: { code: 'no-such-kind', args: ['call'] },
    });
    expect(await engine.db.proposals.count()).toBe(0);
    expect(await engine.db.outbox.count()).toBe(0);
  });
});

describe('the key of an activity', () => {
  it('of a meeting is its occurrence’s for whoever was invited, and no mail’s', () => {
    const id = 'event:m1@calendar.example/20261121T090000Z';
    const key = activityKey('meeting', [id, 'gcal:mine'], ACCOUNT);
    expect(activityKey('meeting', ['eid:theirs', 'owa:9', id], ACCOUNT)).toBe(key);
    expect(activityKey('meeting', ['event:m1@calendar.example', id], ACCOUNT)).toBe(key);
    expect(activityKey('meeting', ['event:m1@calendar.example'], ACCOUNT)).not.toBe(key);
    expect(activityKey('meeting', ['event:m1@calendar.example/20261128T090000Z'], ACCOUNT)).not.toBe(key);
    expect(activityKey('email', [id], ACCOUNT)).not.toBe(key);
    expect(activityKey('meeting', [id], 'fake|other|sales')).not.toBe(key);
  });

  it('of a mail is what it has always been', () => {
    expect(activityKey('email', ['msg-f:1', '<m1@kunde.example>'], ACCOUNT)).toBe(
      activityKey('email', ['<m1@kunde.example>'], ACCOUNT),
    );
  });
});
