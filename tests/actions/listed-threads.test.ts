import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { proposeListed } from '@/utils/actions/listed-threads';
import { receiveListed } from '@/utils/actions/receive-listed';
import type { ThreadHead } from '@/utils/model/captured';
import { ListedThreads } from '@/utils/model/listed';
import { readListedChoices } from '@/utils/view/listed-choices';
import { ACCOUNT, makeEngine, onlyProposal, type TestEngine } from '../sync/make-engine';

const anna = { address: 'anna@kunde.example', name: 'Anna Kunde' };
const bo = { address: 'bo@elsewhere.example', name: 'Bo' };
const me = 'rosa@nordlicht.example';

let made = 0;
function head(over: Partial<ThreadHead> = {}): ThreadHead {
  made += 1;
  return {
    threadId: `thread-f:${made}`,
    threadIds: [`thread-f:${made}`],
    subject: `Offer ${made}`,
    lastAt: Date.now() - made * 60_000,
    lastFrom: anna,
    lastFromMe: false,
    others: [anna],
    lastIds: [`msg-f:${made}`],
    ...over,
  };
}

const list = (engine: TestEngine, heads: ThreadHead[]) =>
  receiveListed(engine, { site: 'gmail', account: me, heads, pageUrl: 'https://mail.google.com/mail/u/0/' });
const kept = (engine: TestEngine) => ListedThreads.parse(engine.side.session.get('listed-threads') ?? []);
const offered = async (engine: TestEngine) =>
  (await readListedChoices(engine.db, kept(engine))).flatMap(({ customer, threads }) =>
    threads.map(({ subject }) => `${customer}: ${subject}`),
  );

describe('what a mailbox lists at first start', () => {
  it('offers threads with a known contact, by customer, and no others', async () => {
    const engine = await makeEngine();
    const [known, other] = [head(), head({ lastFrom: bo, others: [bo] })];
    await list(engine, [known, other]);
    expect(await offered(engine)).toEqual([`Anna Kunde: ${known.subject}`]);
  });

  it('contacts that arrive after the list count too', async () => {
    const engine = await makeEngine();
    const other = head({ lastFrom: bo, others: [bo] });
    await list(engine, [other]);
    expect(await offered(engine)).toEqual([]);
    await engine.db.contacts.put({
      crm: ACCOUNT,
      id: 'c-bo',
      name: 'Bo',
      addresses: [bo.address],
      lookup: [bo.address],
      phones: [],
      companyName: 'Elsewhere',
      updatedAt: Date.now(),
    });
    expect(await offered(engine)).toEqual([`Elsewhere: ${other.subject}`]);
  });

  it('what is on the never-log list is not even kept for it', async () => {
    const engine = await makeEngine();
    const { updateSettings } = await import('@/utils/store/settings');
    await updateSettings(engine.db, 'real', (settings) => ({
      ...settings,
      neverLog: { addresses: [anna.address], domains: [], words: [] },
    }));
    await list(engine, [head()]);
    expect(kept(engine)).toEqual([]);
  });

  it('chosen ones become proposals of their newest mail, known by time and people, without text', async () => {
    const engine = await makeEngine();
    const [chosen, left] = [head(), head()];
    await list(engine, [chosen, left]);
    const answer = await proposeListed(engine, [chosen.threadId]);
    const proposal = await onlyProposal(engine);
    expect(answer).toEqual({ ok: true, proposalIds: [proposal.id] });
    expect(proposal).toMatchObject({
      aliases: chosen.lastIds,
      sentAt: chosen.lastAt,
      captured: { via: 'page', text: '', from: anna, sentAtApproximate: false },
      match: { contacts: [{ contactId: 'c-anna' }] },
      status: { state: 'open' },
    });
  });

  it('is offered once: after the review, or a no, nothing is kept or offered any more', async () => {
    const engine = await makeEngine();
    await list(engine, [head()]);
    await proposeListed(engine, []);
    expect(await engine.db.proposals.count()).toBe(0);
    await list(engine, [head()]);
    expect(kept(engine)).toEqual([]);
    expect(await offered(engine)).toEqual([]);
  });

  it('leaves out what is proposed, refused or in the CRM already', async () => {
    const engine = await makeEngine();
    const [refused, logged, fresh] = [head(), head(), head()];
    await list(engine, [refused, logged, fresh]);
    await engine.db.refused.put({ id: 'r', ids: refused.lastIds, site: 'gmail', reason: 'personal', at: 1 });
    await engine.db.loggedActivities.put({
      crm: ACCOUNT,
      id: 'a1',
      aliases: logged.lastIds,
      updatedAt: 1,
    } as never);
    expect(await offered(engine)).toEqual([`Anna Kunde: ${fresh.subject}`]);
  });

  it('the mail that is opened later gives the proposal its text', async () => {
    const engine = await makeEngine();
    const chosen = head();
    await list(engine, [chosen]);
    await proposeListed(engine, [chosen.threadId]);
    const { receiveCapture } = await import('@/utils/actions/receive-capture');
    const { mail } = await import('../sync/mails');
    const whole = mail(1, { from: anna, sentAt: chosen.lastAt });
    await receiveCapture(engine, [{ ...whole, source: { ...whole.source, ids: chosen.lastIds } }]);
    expect((await onlyProposal(engine)).captured).toMatchObject({
      via: 'wire',
      text: expect.stringContaining('offer'),
    });
  });
});
