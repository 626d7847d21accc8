import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { confirmProposals } from '@/utils/actions/confirm-proposal';
import { correctMatch, forgetCorrection } from '@/utils/actions/correct-match';
import { receiveCapture } from '@/utils/actions/receive-capture';
import { rematchAfter } from '@/utils/actions/rematch-proposals';
import type { Deal } from '@/utils/model/contact';
import { nothingBrought } from '@/utils/sync/refresh-mirror';
import { mail } from '../sync/mails';
import { ACCOUNT, makeEngine, onlyProposal, type TestEngine } from '../sync/make-engine';

const deal = (id: string, contactIds: string[], change: Partial<Deal> = {}): Deal => ({
  id,
  title: `Deal ${id}`,
  contactIds,
  updatedAt: Date.UTC(2026, 10, 1),
  ...change,
});

async function withDeals(engine: TestEngine, ...deals: Deal[]): Promise<void> {
  await engine.db.deals.bulkPut(deals.map((each) => ({ ...each, crm: ACCOUNT })));
}

async function addJonas(engine: TestEngine): Promise<void> {
  await engine.db.contacts.put({
    crm: ACCOUNT,
    id: 'c-jonas',
    name: 'Jonas Kunde',
    addresses: ['jonas@kunde.example'],
    lookup: ['jonas@kunde.example'],
    phones: [],
    updatedAt: engine.now(),
  });
}

const onThread = (number: number, thread: string, change = {}) => {
  const made = mail(number, change);
  return { ...made, source: { ...made.source, threadId: thread } };
};

describe('the deal of a mail', () => {
  it('is filled in where the contact has one open deal, and logged with the entry', async () => {
    const engine = await makeEngine();
    await withDeals(engine, deal('a', ['c-anna']));
    await receiveCapture(engine, [mail(1)]);
    const proposal = await onlyProposal(engine);
    expect(proposal.activity.dealId).toBe('a');
    expect(proposal.match.deal?.because).toEqual([{ code: 'only-open-deal', args: ['Anna Kunde'] }]);
    await confirmProposals(engine, [proposal.id]);
    const [entry] = await engine.db.outbox.toArray();
    expect(entry?.job.op === 'log-activity' && entry.job.activity.dealId).toBe('a');
  });

  it('is left to the rep where there are two, remembered for the thread, and forgotten when they say so', async () => {
    const engine = await makeEngine();
    await withDeals(engine, deal('a', ['c-anna']), deal('b', ['c-anna']));
    await receiveCapture(engine, [onThread(1, 'thread-f:9')]);
    const first = await onlyProposal(engine);
    expect(first.activity.dealId).toBeUndefined();
    expect(await correctMatch(engine, { proposalId: first.id, kind: 'deal', chosenId: 'b' })).toMatchObject({
      ok: true,
    });
    await receiveCapture(engine, [onThread(2, 'thread-f:9'), onThread(3, 'thread-f:10')]);
    const byMail = async () =>
      (await engine.db.proposals.orderBy('sentAt').toArray()).map(({ activity }) => activity.dealId);
    expect(await byMail()).toEqual(['b', 'b', undefined]);
    const [choice] = await engine.db.corrections.toArray();
    expect(choice?.chosenName).toBe('Deal b');
    await forgetCorrection(engine, choice?.id ?? '');
    expect(await byMail()).toEqual([undefined, undefined, undefined]);
  });

  it('that opens or closes in the CRM while the mail waits is filled in, or taken off', async () => {
    const engine = await makeEngine();
    await receiveCapture(engine, [mail(1)]);
    const opened = deal('a', ['c-anna']);
    await withDeals(engine, opened);
    await rematchAfter(engine, { ...nothingBrought, deals: [opened] });
    expect((await onlyProposal(engine)).activity.dealId).toBe('a');
    await engine.db.deals.delete([ACCOUNT, 'a']);
    await rematchAfter(engine, { ...nothingBrought, gone: ['a'] });
    expect((await onlyProposal(engine)).activity.dealId).toBeUndefined();
  });

  it('once logged with a thread, is the next mail’s too', async () => {
    const engine = await makeEngine();
    await withDeals(engine, deal('a', ['c-anna']));
    await receiveCapture(engine, [onThread(1, 'thread-f:9')]);
    await confirmProposals(engine, [(await onlyProposal(engine)).id]);
    await withDeals(engine, deal('b', ['c-anna']));
    await receiveCapture(engine, [onThread(2, 'thread-f:9')]);
    const [, second] = await engine.db.proposals.orderBy('sentAt').toArray();
    expect(second?.match.deal).toMatchObject({ dealId: 'a', because: [{ code: 'thread-deal' }] });
  });

  it('“none” for a thread stays none', async () => {
    const engine = await makeEngine();
    await withDeals(engine, deal('a', ['c-anna']));
    await receiveCapture(engine, [onThread(1, 'thread-f:9')]);
    const { id } = await onlyProposal(engine);
    await correctMatch(engine, { proposalId: id, kind: 'deal', chosenId: null });
    expect((await onlyProposal(engine)).activity.dealId).toBeUndefined();
  });
});

describe('who somebody is', () => {
  it('is what the rep said, for what waits and for what comes, with the reason, until forgotten', async () => {
    const engine = await makeEngine();
    await addJonas(engine);
    const from = { address: 'j.k@elsewhere.example', name: 'J. K.' };
    await receiveCapture(engine, [mail(1, { from }), mail(2, { from })]);
    const [first] = await engine.db.proposals.toArray();
    expect(first?.match.contacts).toEqual([]);
    const choice = {
      proposalId: first?.id ?? '',
      kind: 'contact' as const,
      address: from.address,
      chosenId: 'c-jonas',
    };
    expect(await correctMatch(engine, choice)).toMatchObject({ ok: true });
    await receiveCapture(engine, [mail(3, { from })]);
    const known = async () =>
      (await engine.db.proposals.toArray()).map(({ activity }) => activity.contactIds);
    expect(await known()).toEqual([['c-jonas'], ['c-jonas'], ['c-jonas']]);
    expect((await engine.db.proposals.toArray())[0]?.match.contacts[0]?.because).toEqual([
      { code: 'corrected', args: [from.address] },
    ]);
    const [kept] = await engine.db.corrections.toArray();
    await forgetCorrection(engine, kept?.id ?? '');
    expect(await known()).toEqual([[], [], []]);
  });

  it('does not count where the contact is gone from the CRM', async () => {
    const engine = await makeEngine();
    await addJonas(engine);
    await receiveCapture(engine, [mail(1)]);
    const { id } = await onlyProposal(engine);
    await correctMatch(engine, {
      proposalId: id,
      kind: 'contact',
      address: 'anna@kunde.example',
      chosenId: 'c-jonas',
    });
    expect((await onlyProposal(engine)).activity.contactIds).toEqual(['c-jonas']);
    await engine.db.contacts.delete([ACCOUNT, 'c-jonas']);
    await receiveCapture(engine, [mail(2)]);
    const [, second] = await engine.db.proposals.orderBy('sentAt').toArray();
    expect(second?.activity.contactIds).toEqual(['c-anna']);
  });

  it('cannot be somebody the CRM does not have', async () => {
    const engine = await makeEngine();
    await receiveCapture(engine, [mail(1)]);
    const { id } = await onlyProposal(engine);
    const answer = await correctMatch(engine, { proposalId: id, kind: 'contact', chosenId: 'nobody' });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    expect(await engine.db.corrections.count()).toBe(0);
  });
});
