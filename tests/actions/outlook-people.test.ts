import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { addGuest } from '@/utils/actions/add-guest';
import { receiveCapture } from '@/utils/actions/receive-capture';
import { NO_ADDRESS } from '@/utils/model/no-address';
import { mail } from '../sync/mails';
import { closeEngine, onlyProposal, type TestEngine } from '../sync/make-engine';
import { makeMeetingEngine } from '../sync/meetings';

const engines: TestEngine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await closeEngine(engine);
});
async function start(): Promise<TestEngine> {
  const engine = await makeMeetingEngine();
  engines.push(engine);
  return engine;
}

/** A colleague's mail to Anna, as a page shows it that names colleagues without their address. */
const shown = mail(1, {
  via: 'page',
  from: { address: NO_ADDRESS, name: 'Lee, Kim' },
  to: [{ address: 'anna@kunde.example', name: 'Anna Kunde' }],
  unnamed: ['Lee, Kim', 'Otto'],
  sentAtApproximate: true,
});
const people = (proposal: Awaited<ReturnType<typeof onlyProposal>>) =>
  proposal.activity.participants.map(({ address, role }) => [role, address]);

describe('a mail whose page names people without an address', () => {
  it('is proposed without them: nobody is guessed, and no name is taken for an address', async () => {
    const engine = await start();
    await receiveCapture(engine, [shown]);
    const proposal = await onlyProposal(engine);
    expect(people(proposal)).toEqual([['to', 'anna@kunde.example']]);
    expect(proposal.match.strangers).toEqual([]);
    expect(proposal.captured).toMatchObject({ unnamed: ['Lee, Kim', 'Otto'] });
  });

  it('takes in whom the rep names, the sender as sender', async () => {
    const engine = await start();
    await receiveCapture(engine, [shown]);
    const { id } = await onlyProposal(engine);
    expect(await addGuest(engine, id, 'somebody@kunde.example', 'Nobody asked')).toMatchObject({ ok: false });
    expect(await addGuest(engine, id, 'kim@nordlicht.example', 'Lee, Kim')).toMatchObject({ ok: true });
    expect(await addGuest(engine, id, 'otto@kunde.example', 'Otto')).toMatchObject({ ok: true });
    const proposal = await onlyProposal(engine);
    expect(people(proposal)).toEqual([
      ['from', 'kim@nordlicht.example'],
      ['to', 'anna@kunde.example'],
      ['to', 'otto@kunde.example'],
    ]);
    expect(proposal.captured).not.toHaveProperty('unnamed');
  });

  it('asks for nobody any more when the wire tells them', async () => {
    const engine = await start();
    await receiveCapture(engine, [shown]);
    await receiveCapture(engine, [
      mail(1, { from: { address: 'kim@nordlicht.example', name: 'Lee, Kim' }, to: shown.to }),
    ]);
    const proposal = await onlyProposal(engine);
    expect(proposal.captured).not.toHaveProperty('unnamed');
    expect(proposal.captured).toMatchObject({ via: 'wire', from: { address: 'kim@nordlicht.example' } });
    expect(people(proposal)[0]).toEqual(['from', 'kim@nordlicht.example']);
  });
});
