import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { decideChange } from '@/utils/actions/change-logged';
import { confirmProposals } from '@/utils/actions/confirm-proposal';
import { receiveCapture } from '@/utils/actions/receive-capture';
import { giveUpEntry } from '@/utils/actions/retry-entry';
import { undoLog } from '@/utils/actions/undo-log';
import type { MeetingDetail } from '@/utils/model/captured';
import { mail } from './mails';
import { closeEngine, onlyProposal, type TestEngine } from './make-engine';
import { makeMeetingEngine, meeting, START } from './meetings';

const HOUR = 3_600_000;
const engines: TestEngine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await closeEngine(engine);
});

const at = (hours: number, detail: Partial<MeetingDetail> = {}) =>
  meeting(1, { sentAt: START + hours * HOUR, meeting: detail });
const records = ({ crm }: TestEngine) => [...crm.records.values()].map(({ activity }) => activity);
const updates = ({ crm }: TestEngine) => crm.asked.filter((what) => what === 'update').length;

/** A meeting of three hours ago, logged. */
async function logged() {
  const engine = await makeMeetingEngine();
  engines.push(engine);
  await receiveCapture(engine, [at(-3)]);
  const { id } = await onlyProposal(engine);
  await confirmProposals(engine, [id]);
  await engine.later(11_000);
  expect(records(engine)).toMatchObject([{ at: START - 3 * HOUR }]);
  const seen = (...capture: Parameters<typeof at>) => receiveCapture(engine, [at(...capture)]);
  const offer = async () => (await onlyProposal(engine)).update;
  return { engine, id, ids: [id], seen, offer };
}

describe('a meeting that moved after it was logged', () => {
  it('is offered as a change, and nothing is sent before the rep says so', async () => {
    const { engine, ids, seen, offer } = await logged();
    await seen(-3);
    expect(await offer(), 'nothing changed').toBeUndefined();
    await seen(30);
    await engine.later(HOUR);
    expect(await offer()).toMatchObject({ at: START + 30 * HOUR });
    expect((await onlyProposal(engine)).because.map(({ code }) => code)).toContain('moved');
    expect(updates(engine)).toBe(0);
    const answer = await decideChange(engine, ids, 'take');
    expect(answer).toMatchObject({ ok: true, undoUntil: engine.now() + 10_000 });
    expect(await decideChange(engine, ids, 'take'), 'the same click again').toMatchObject({ ok: true });
    await engine.later(11_000);
    expect(updates(engine)).toBe(1);
    expect(records(engine)).toMatchObject([
      { at: START + 30 * HOUR, meeting: { endsAt: START + 31 * HOUR } },
    ]);
    await seen(30);
    expect(await offer()).toBeUndefined();
    expect((await onlyProposal(engine)).because.map(({ code }) => code)).not.toContain('moved');
  });

  it('left as it is is not offered again for the same change, and for another it is', async () => {
    const { engine, ids, seen, offer } = await logged();
    await seen(30);
    await decideChange(engine, ids, 'leave');
    for (const hours of [30, -3, 30]) await seen(hours);
    expect(await offer()).toBeUndefined();
    await decideChange(engine, ids, 'undo');
    expect(await offer(), 'taken back, it is offered').toMatchObject({ at: START + 30 * HOUR });
    await decideChange(engine, ids, 'leave');
    await seen(40);
    expect(await offer()).toMatchObject({ at: START + 40 * HOUR });
    await seen(-3);
    expect(await offer(), 'moved back: the record is right').toBeUndefined();
    expect(updates(engine)).toBe(0);
  });

  it('cancelled is offered, and the record then says so', async () => {
    const { engine, ids, seen, offer } = await logged();
    await seen(-3, { status: 'cancelled' });
    expect(await offer()).toMatchObject({ at: START - 3 * HOUR, meeting: { status: 'cancelled' } });
    expect((await onlyProposal(engine)).because.map(({ code }) => code)).toContain('cancelled');
    await decideChange(engine, ids, 'take');
    await engine.later(11_000);
    expect(records(engine)).toMatchObject([{ meeting: { status: 'cancelled' } }]);
  });

  it('changed and taken back in time changes nothing; later, the record is changed back', async () => {
    const { engine, ids, seen, offer } = await logged();
    await seen(30);
    await decideChange(engine, ids, 'take');
    expect(await decideChange(engine, ids, 'undo')).toMatchObject({ ok: true });
    await engine.later(11_000);
    expect(updates(engine)).toBe(0);
    expect(await offer()).toMatchObject({ at: START + 30 * HOUR });
    await decideChange(engine, ids, 'take');
    await engine.later(11_000);
    await decideChange(engine, ids, 'undo');
    await engine.later(11_000);
    expect(records(engine)).toMatchObject([{ at: START - 3 * HOUR }]);
    await seen(30);
    expect(await offer(), 'the rep wants it as it was').toBeUndefined();
  });

  it('moved twice before the first change was sent is changed once, to where it is', async () => {
    const { engine, ids, seen } = await logged();
    await seen(30);
    await decideChange(engine, ids, 'take');
    await seen(40);
    await decideChange(engine, ids, 'take');
    await engine.later(11_000);
    expect(updates(engine)).toBe(1);
    expect(records(engine)).toMatchObject([{ at: START + 40 * HOUR }]);
  });

  it.each(['lose-answer', 'commit-then-fail', 'offline'] as const)(
    'is changed although something went wrong on the way (%s), and is there once',
    async (trouble) => {
      const { engine, ids, seen } = await logged();
      let once = true;
      engine.crm.trouble = (what) => {
        if (what !== 'update' || !once) return 'none';
        once = false;
        return trouble;
      };
      await seen(30);
      await decideChange(engine, ids, 'take');
      await engine.later(HOUR);
      expect(records(engine)).toMatchObject([{ at: START + 30 * HOUR }]);
      expect(await engine.db.outbox.filter(({ status }) => status.state !== 'done').count()).toBe(0);
    },
  );

  it('that the CRM does not change is given up, and not offered again', async () => {
    const { engine, ids, seen, offer } = await logged();
    engine.crm.trouble = (what) => (what === 'update' ? 'refused' : 'none');
    await seen(30);
    await decideChange(engine, ids, 'take');
    await engine.later(11_000);
    const [stuck] = await engine.db.outbox.where('status.state').equals('needs-person').toArray();
    await giveUpEntry(engine, stuck!.id);
    await seen(30);
    expect(await offer()).toBeUndefined();
    expect((await onlyProposal(engine)).activity.at).toBe(START - 3 * HOUR);
  });

  it('is removed with its change, and proposed again as it is now', async () => {
    const { engine, ids, seen } = await logged();
    await seen(30);
    await decideChange(engine, ids, 'take');
    await undoLog(engine, ids);
    await engine.later(11_000);
    expect(records(engine)).toEqual([]);
    expect(updates(engine)).toBe(0);
    expect(await onlyProposal(engine)).toMatchObject({
      status: { state: 'open' },
      activity: { at: START + 30 * HOUR },
    });
  });

  it('while it was on its way is offered once it is there', async () => {
    const engine = await makeMeetingEngine();
    engines.push(engine);
    await receiveCapture(engine, [at(-3)]);
    const { id } = await onlyProposal(engine);
    await confirmProposals(engine, [id]);
    engine.crm.trouble = (what) => (what === 'log' ? 'lose-answer' : 'none');
    await engine.later(11_000);
    engine.crm.trouble = () => 'none';
    await receiveCapture(engine, [at(30)]);
    await engine.later(HOUR);
    expect(await onlyProposal(engine)).toMatchObject({
      status: { state: 'logged' },
      update: { at: START + 30 * HOUR },
    });
    await decideChange(engine, [id], 'take');
    await engine.later(11_000);
    expect(records(engine)).toMatchObject([{ at: START + 30 * HOUR }]);
  });

  it('that a colleague logged is theirs to change', async () => {
    const engine = await makeMeetingEngine();
    engines.push(engine);
    const aliases = ['event:m1@calendar.example'];
    await engine.db.loggedActivities.put({
      crm: 'fake|crm.example|sales',
      id: 'r9',
      aliases,
      updatedAt: START,
    });
    await receiveCapture(engine, [at(-3)]);
    await receiveCapture(engine, [at(30)]);
    expect(await onlyProposal(engine)).toMatchObject({ status: { state: 'logged', remoteId: 'r9' } });
    expect((await onlyProposal(engine)).update).toBeUndefined();
  });
});

describe('a CRM without a place for meetings', () => {
  it('is said before anything is queued, and mail goes on', async () => {
    const engine = await makeMeetingEngine();
    engines.push(engine);
    engine.crm.kinds = ['email'];
    engine.syncSoon();
    await engine.idle();
    await receiveCapture(engine, [at(-3), mail(1)]);
    const all = await engine.db.proposals.toArray();
    const ids = all.map(({ id }) => id);
    const of = (kind: string) => all.filter(({ activity }) => activity.kind === kind).map(({ id }) => id);
    expect(await confirmProposals(engine, of('meeting'))).toEqual({
      ok: false,
      problem: { code: 'no-such-kind', args: ['meeting'] },
    });
    expect(await confirmProposals(engine, ids)).toMatchObject({ ok: true, proposalIds: of('email') });
    await engine.later(11_000);
    expect(records(engine)).toMatchObject([{ kind: 'email' }]);
  });

  it('that nobody knew of is found out by the worker, and the rep is told', async () => {
    const { engine } = await (async () => {
      const engine = await makeMeetingEngine();
      engines.push(engine);
      return { engine };
    })();
    engine.crm.kinds = ['email'];
    await receiveCapture(engine, [at(-3)]);
    await confirmProposals(engine, [(await onlyProposal(engine)).id]);
    await engine.later(11_000);
    expect(records(engine)).toEqual([]);
    expect(await engine.db.outbox.toArray()).toMatchObject([
      { attempts: 0, status: { state: 'needs-person', fault: { kind: 'refused', reason: 'no-meeting' } } },
    ]);
  });
});
