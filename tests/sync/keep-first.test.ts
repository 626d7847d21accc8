import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { confirmProposals } from '@/utils/actions/confirm-proposal';
import { receiveCapture } from '@/utils/actions/receive-capture';
import { undoLog } from '@/utils/actions/undo-log';
import { mail } from './mails';
import { ACCOUNT, closeEngine, makeEngine, onlyProposal, type TestEngine } from './make-engine';

const engines: TestEngine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await closeEngine(engine);
});

/** A colleague's record `r1` of the rep's only mail, which nobody can see until `appear`. */
async function withLateColleague() {
  const engine = await makeEngine();
  engines.push(engine);
  const { crm } = engine;
  crm.looksBack = true;
  await receiveCapture(engine, [mail(1)]);
  const proposal = await onlyProposal(engine);
  const id = crm.put(proposal, 'colleague');
  const record = crm.records.get(id);
  if (!record) throw new Error('no record');
  crm.records.delete(id);
  return {
    engine,
    crm,
    ids: [proposal.id],
    appear() {
      crm.records.set(id, record);
      crm.logged.push({ id, aliases: proposal.aliases.slice(0, 1), updatedAt: 1_700_000_000_000 });
    },
    log: async () => {
      await confirmProposals(engine, [proposal.id]);
      await engine.later(11_000);
    },
    refresh: async () => {
      engine.syncSoon();
      await engine.later(1_000);
    },
    looks: () => crm.asked.filter((what) => what === 'read-back').length,
    logOf: async () =>
      (await engine.db.outbox.toArray()).find(({ job }) => job.op === 'log-activity')?.status,
    waiting: async () =>
      (await engine.db.outbox.toArray()).filter(({ status }) => status.state !== 'done').length,
  };
}

describe("a colleague's earlier record that became visible after ours was looked for", () => {
  it('stays, ours goes, and an undo leaves it alone: one look, however often the mirror brings it', async () => {
    const { engine, crm, ids, appear, log, refresh, looks, logOf } = await withLateColleague();
    await log();
    expect(await logOf()).toMatchObject({ state: 'done', remoteId: 'r2', created: true });
    appear();
    expect(crm.records.size).toBe(2);
    await refresh();
    expect([...crm.records.keys()]).toEqual(['r1']);
    expect(await logOf()).toMatchObject({ state: 'done', remoteId: 'r1', created: false });
    expect((await onlyProposal(engine)).status).toMatchObject({ state: 'logged', remoteId: 'r1' });
    await refresh();
    expect(looks()).toBe(1);
    expect(await undoLog(engine, ids)).toMatchObject({ problem: { code: 'undo-too-late' } });
    await engine.later(60_000);
    expect([...crm.records.keys()]).toEqual(['r1']);
  });

  it('is looked for also where the mirror brought it before our log was done', async () => {
    const { engine, crm, appear, log, looks, logOf } = await withLateColleague();
    const { aliases } = await onlyProposal(engine);
    await engine.db.loggedActivities.put({
      crm: ACCOUNT,
      id: 'r1',
      aliases: aliases.slice(0, 1),
      updatedAt: 1_700_000_000_000,
    });
    crm.blind = true;
    appear();
    await log();
    await engine.later(1_000);
    expect(looks()).toBe(1);
    expect([...crm.records.keys()]).toEqual(['r1']);
    expect(await logOf()).toMatchObject({ remoteId: 'r1', created: false });
  });

  it('is asked for again after an answer that was lost, and never counted as sent anew', async () => {
    const { engine, crm, appear, log, refresh, looks, logOf } = await withLateColleague();
    await log();
    appear();
    crm.trouble = (what) => (what === 'read-back' && looks() === 1 ? 'lose-answer' : 'none');
    await refresh();
    expect(await logOf(), 'nothing was heard').toMatchObject({ remoteId: 'r2', created: true });
    await engine.later(60_000);
    expect(looks()).toBe(2);
    expect(await logOf()).toMatchObject({ remoteId: 'r1', created: false });
    expect(crm.asked.filter((what) => what === 'log')).toHaveLength(1);
  });

  it('is not looked at where the rep has taken theirs back meanwhile', async () => {
    const { engine, crm, ids, appear, log, refresh, looks } = await withLateColleague();
    await log();
    appear();
    await undoLog(engine, ids);
    await refresh();
    await engine.later(60_000);
    expect([...crm.records.keys()]).toEqual(['r1']);
    expect(looks()).toBe(0);
  });

  it('waits for no person where the CRM will not tell', async () => {
    const { crm, appear, log, refresh, logOf, waiting } = await withLateColleague();
    await log();
    appear();
    crm.trouble = (what) => (what === 'read-back' ? 'refused' : 'none');
    await refresh();
    expect(await waiting()).toBe(0);
    expect(await logOf()).toMatchObject({ remoteId: 'r2', created: true });
  });
});

describe("a colleague's later record", () => {
  it('is theirs to remove: ours stays ours, and can be taken back', async () => {
    const { engine, crm, ids, log, refresh, looks, logOf } = await withLateColleague();
    await log();
    const { aliases, activity } = await onlyProposal(engine);
    const later = crm.put({ aliases, activity }, 'colleague');
    crm.logged.push({ id: later, aliases: aliases.slice(0, 1), updatedAt: 1_700_000_000_000 });
    await refresh();
    expect(looks()).toBe(1);
    expect([...crm.records.keys()]).toEqual(['r2', later]);
    expect(await logOf()).toMatchObject({ remoteId: 'r2', created: true });
    expect(await undoLog(engine, ids)).toMatchObject({ ok: true });
    await engine.later(60_000);
    expect([...crm.records.keys()]).toEqual([later]);
  });
});
