import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { confirmProposals } from '@/utils/actions/confirm-proposal';
import { receiveCapture } from '@/utils/actions/receive-capture';
import { undoLog } from '@/utils/actions/undo-log';
import { mail } from './mails';
import { closeEngine, makeEngine, onlyProposal, type TestEngine } from './make-engine';

const DAY = 86_400_000;
let engine: TestEngine | undefined;
afterEach(async () => {
  if (engine) await closeEngine(engine);
  engine = undefined;
});

async function proposed(): Promise<TestEngine> {
  engine = await makeEngine();
  await receiveCapture(engine, [mail(1)]);
  return engine;
}

describe('a clock that is set back', () => {
  it('does not let a mail that was taken back and confirmed again be removed after it was logged', async () => {
    const one = await proposed();
    const { id } = await onlyProposal(one);
    one.crm.trouble = (what) => (what === 'log' ? 'lose-answer' : 'none');
    await confirmProposals(one, [id]);
    await one.later(10_000);
    expect(one.crm.records.size).toBe(1);
    await undoLog(one, [id]);
    // Whether it arrived is not known yet; today is yesterday now.
    one.clock.time -= DAY;
    await confirmProposals(one, [id]);
    one.crm.trouble = () => 'none';
    for (let round = 0; round < 4; round += 1) await one.later(3_600_000);
    expect((await onlyProposal(one)).status.state).toBe('logged');
    expect(one.crm.records.size).toBe(1);
  });

  it('does not keep what was put off waiting for a day', async () => {
    const one = await proposed();
    const { id } = await onlyProposal(one);
    one.crm.trouble = (what) => (what === 'find' ? 'offline' : 'none');
    await confirmProposals(one, [id]);
    await one.later(15_000);
    one.clock.time -= 3 * DAY;
    one.crm.trouble = () => 'none';
    one.nudge();
    await one.later(60_000);
    expect(one.crm.records.size).toBe(1);
  });

  it('does not ask a CRM that is away again and again without a pause', async () => {
    const one = await proposed();
    const { id } = await onlyProposal(one);
    await confirmProposals(one, [id]);
    one.clock.time -= DAY;
    one.crm.trouble = () => 'offline';
    one.nudge();
    await one.later(60_000);
    expect(one.crm.asked.length).toBeLessThan(20);
    one.crm.trouble = () => 'none';
    await one.later(3_600_000);
    expect(one.crm.records.size).toBe(1);
  });
});
