import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { completeTask, reopenTask, rescheduleTask } from '@/utils/actions/follow-up-task';
import { giveUpEntry } from '@/utils/actions/retry-entry';
import { daySources } from '@/utils/store/day-sources';
import { ACCOUNT, closeEngine, makeEngine, type TestEngine } from './make-engine';

const engines: TestEngine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await closeEngine(engine);
});

const today = { now: 0, most: { waiting: 0, quiet: 0 } };
async function withTask(): Promise<TestEngine> {
  const engine = await makeEngine();
  engines.push(engine);
  const task = { id: 't1', title: 'Call Anna', dueDate: '2026-11-20', done: false, contactIds: ['c-anna'] };
  engine.crm.tasks.set('t1', { ...task, updatedAt: 1_700_000_000_000 });
  await engine.db.tasks.put({ ...task, crm: ACCOUNT, updatedAt: 1_700_000_000_000 });
  return engine;
}
const here = async ({ db }: TestEngine) => db.tasks.get([ACCOUNT, 't1']);
const asked = ({ crm }: TestEngine, what: string) => crm.asked.filter((each) => each === what).length;

describe('a task moved to another day', () => {
  it('is so here at once, and in the CRM once, when the time to undo has passed', async () => {
    const engine = await withTask();
    expect(await rescheduleTask(engine, 't1', '2026-11-27')).toMatchObject({ ok: true });
    expect(await here(engine)).toMatchObject({ dueDate: '2026-11-27' });
    await engine.later(5_000);
    expect(asked(engine, 'reschedule-task')).toBe(0);
    await engine.later(6_000);
    expect(engine.crm.tasks.get('t1')).toMatchObject({ dueDate: '2026-11-27' });
    await engine.later(60_000);
    expect(asked(engine, 'reschedule-task')).toBe(1);
  });

  it('twice in a moment is sent once, with the last day; moved back, not at all', async () => {
    const engine = await withTask();
    await rescheduleTask(engine, 't1', '2026-11-27');
    await rescheduleTask(engine, 't1', '2026-11-30');
    expect(await engine.db.outbox.count()).toBe(1);
    await rescheduleTask(engine, 't1', '2026-11-20');
    expect(await engine.db.outbox.count()).toBe(0);
    await engine.later(20_000);
    expect(asked(engine, 'reschedule-task')).toBe(0);
    expect(await here(engine)).toMatchObject({ dueDate: '2026-11-20' });
  });

  it('and taken back after it was sent is moved back there too', async () => {
    const engine = await withTask();
    await rescheduleTask(engine, 't1', '2026-11-27');
    await engine.later(11_000);
    await rescheduleTask(engine, 't1', '2026-11-20');
    await engine.later(11_000);
    expect(engine.crm.tasks.get('t1')).toMatchObject({ dueDate: '2026-11-20' });
  });

  it('arrives on its day when the answer was lost', async () => {
    const engine = await withTask();
    let first = true;
    engine.crm.trouble = (what) => {
      const lost = what === 'reschedule-task' && first;
      if (lost) first = false;
      return lost ? 'lose-answer' : 'none';
    };
    await rescheduleTask(engine, 't1', '2026-11-27');
    await engine.later(11_000);
    await engine.later(10 * 60_000);
    expect(engine.crm.tasks.get('t1')).toMatchObject({ dueDate: '2026-11-27' });
    expect(await engine.db.outbox.where('status.state').equals('done').count()).toBe(1);
  });

  it('that the CRM refuses asks the rep, and given up is on its old day again', async () => {
    const engine = await withTask();
    engine.crm.trouble = (what) => (what === 'reschedule-task' ? 'refused' : 'none');
    const answer = await rescheduleTask(engine, 't1', '2026-11-27');
    await engine.later(11_000);
    const [entry] = await engine.db.outbox.toArray();
    expect(entry?.status).toMatchObject({ state: 'needs-person' });
    await giveUpEntry(engine, (answer.ok && answer.outboxId) || '');
    expect(await here(engine)).toMatchObject({ dueDate: '2026-11-20' });
  });

  it('stays moved in the list while a refresh still brings the old day', async () => {
    const engine = await withTask();
    await rescheduleTask(engine, 't1', '2026-11-27');
    await engine.db.tasks.update([ACCOUNT, 't1'], { dueDate: '2026-11-20' });
    expect((await daySources(engine.db, 'real', today)).tasks).toMatchObject([{ dueDate: '2026-11-27' }]);
    await completeTask(engine, 't1');
    await engine.db.tasks.update([ACCOUNT, 't1'], { done: false });
    expect((await daySources(engine.db, 'real', today)).tasks).toEqual([]);
  });

  it('and a task that is not there says so', async () => {
    const engine = await withTask();
    expect(await rescheduleTask(engine, 'gone', '2026-11-27')).toMatchObject({ ok: false });
  });
});

describe('a task ticked off', () => {
  it('can be opened again until it is sent, and then nothing is', async () => {
    const engine = await withTask();
    await completeTask(engine, 't1');
    expect(await here(engine)).toMatchObject({ done: true });
    expect(await reopenTask(engine, 't1')).toEqual({ ok: true });
    await engine.later(20_000);
    expect(asked(engine, 'complete-task')).toBe(0);
    expect(await here(engine)).toMatchObject({ done: false });
  });

  it('is said to be too late to open again once the CRM knows', async () => {
    const engine = await withTask();
    await completeTask(engine, 't1');
    await engine.later(11_000);
    expect(await reopenTask(engine, 't1')).toMatchObject({ ok: false, problem: { code: 'undo-too-late' } });
    expect(engine.crm.tasks.get('t1')).toMatchObject({ done: true });
  });
});
