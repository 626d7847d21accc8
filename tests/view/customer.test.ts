import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Proposal } from '@/utils/model/proposal';
import { mirrorCompany, mirrorContact, mirrorDeal } from '@/utils/store/contacts';
import { correctionId, putCorrections } from '@/utils/store/corrections';
import { Database } from '@/utils/store/database';
import { readCoverage } from '@/utils/view/coverage';
import { readCustomer } from '@/utils/view/customer';
import { choiceFor, findPicks } from '@/utils/view/find-picks';
import { readChoices } from '@/utils/view/read-choices';
import { logEntry, proposal } from './proposals';

const CRM = 'odoo|crm.example|main';
const at = Date.UTC(2026, 10, 21);
const base = proposal();
const mail = proposal({
  match: { ...base.match, company: { companyId: 'co', name: 'Nordlicht GmbH', because: [] } },
});

describe('what is known around the open mail', () => {
  let db: Database;
  beforeEach(async () => {
    db = new Database(`customer-${Math.random()}`);
    const person = (id: string, name: string, address: string) =>
      mirrorContact(CRM, {
        id,
        name,
        addresses: [address],
        phones: [],
        companyId: 'co',
        companyName: 'Nordlicht GmbH',
        updatedAt: at,
      });
    await db.contacts.bulkPut([
      person('c1', 'Anna Berger', 'anna.berger@nordlicht.example'),
      person('c2', 'Tobias Krüger', 'tk@nordlicht.example'),
      person('c3', 'Anna Berger', 'anna.berger@nordlicht.example'),
    ]);
    await db.companies.put(
      mirrorCompany(CRM, { id: 'co', name: 'Nordlicht GmbH', domains: ['nordlicht.example'], updatedAt: at }),
    );
    await db.deals.bulkPut([
      mirrorDeal(CRM, { id: 'd1', title: 'Renewal', contactIds: ['c1'], updatedAt: at }),
      mirrorDeal(CRM, { id: 'd2', title: 'Pilot', contactIds: [], companyId: 'co', updatedAt: at }),
      mirrorDeal('other', { id: 'd3', title: 'Elsewhere', contactIds: ['c1'], updatedAt: at }),
    ]);
  });
  afterEach(() => db.delete());

  it('shows the deals of the person and of the company, none of another CRM', async () => {
    expect((await readCustomer(db, CRM, [mail])).deals.map(({ id }) => id)).toEqual(['d1', 'd2']);
  });

  it('shows what was last logged with them, each once, without the open thread’s own', async () => {
    const logged = (id: string, over: object) => ({
      id,
      crm: CRM,
      aliases: [`<${id}@x.example>`],
      updatedAt: at,
      kind: 'call' as const,
      subject: id,
      at,
      contactIds: ['c1'],
      ...over,
    });
    await db.loggedActivities.bulkPut([
      logged('old', { at: at - 9e8 }),
      logged('new', {}),
      logged('other person', { contactIds: ['c9'] }),
      logged('this thread', { aliases: ['msg-f:1'] }),
      { id: 'ids only', crm: CRM, aliases: ['<z@x.example>'], updatedAt: at },
    ]);
    await db.proposals.put(
      proposal({
        id: 'p9',
        aliases: ['msg-f:9'],
        subject: 'new',
        status: { state: 'logged', loggedAt: at, remoteId: 'new' },
      }),
    );
    const { last } = await readCustomer(db, CRM, [mail]);
    expect(last.map(({ id, kind }) => [id, kind])).toEqual([
      ['new', 'call'],
      ['old', 'call'],
    ]);
  });

  it('offers before a letter is typed whoever has the same address, then colleagues, each with the reason', async () => {
    const address = 'anna.berger@nordlicht.example';
    const picks = await findPicks(db, CRM, { kind: 'contact', proposal: mail, address }, '');
    expect(picks.map(({ id, because }) => [id, because?.code])).toEqual([
      ['c1', 'same-address'],
      ['c3', 'same-address'],
      ['c2', undefined],
    ]);
    expect(
      (await findPicks(db, CRM, { kind: 'contact', proposal: mail, address }, 'krug'))[0]?.about,
    ).toEqual(['Nordlicht GmbH', 'tk@nordlicht.example']);
    expect(await findPicks(db, CRM, { kind: 'deal', proposal: mail }, 'pil')).toHaveLength(1);
    const company = await findPicks(db, CRM, { kind: 'company', proposal: mail }, '');
    expect(company.map(({ id }) => id)).toEqual(['co']);
  });

  it('knows which choice stands there, and lists a thread’s several ids as one choice', async () => {
    const threads = { ...mail, threadIds: ['t1', 't2'] };
    expect(await choiceFor(db, CRM, { kind: 'deal', proposal: threads })).toBeNull();
    await db.proposals.put(threads);
    await putCorrections(
      db,
      threads.threadIds.map((id) => ({
        id: correctionId('deal', CRM, id),
        crm: CRM,
        kind: 'deal',
        chosenId: 'd2',
        chosenName: 'Pilot',
        at,
      })),
    );
    expect((await choiceFor(db, CRM, { kind: 'deal', proposal: threads }))?.chosenId).toBe('d2');
    expect(await readChoices(db)).toMatchObject([
      { kind: 'deal', chosen: 'Pilot', about: ['Renewal for 40 seats'] },
    ]);
  });
});

describe('what became of the customer mails', () => {
  it('counts every one once, and an entry that nothing knows of any more as lost', async () => {
    const db = new Database(`covered-${Math.random()}`);
    const one = (id: string, status: Proposal['status'], weight: Proposal['weight'] = 'counted') =>
      proposal({ id, aliases: [id], threadIds: [id], status, weight });
    await db.proposals.bulkPut([
      one('a', { state: 'logged', loggedAt: at, outboxId: 'o1' }),
      one('b', { state: 'logged', loggedAt: at + 5 }),
      one('c', { state: 'open' }),
      one('d', { state: 'open' }, 'quiet'),
      one('e', { state: 'snoozed', until: at }),
      one('f', { state: 'dismissed', dismissedAt: at }),
      one('g', { state: 'confirmed', outboxId: 'there', confirmedAt: at }),
      one('h', { state: 'confirmed', outboxId: 'nowhere', confirmedAt: at }),
    ]);
    await db.outbox.put({ ...logEntry(proposal()), id: 'there' });
    expect(await readCoverage(db, 'real', CRM)).toEqual({
      seen: 7,
      logged: 2,
      waiting: 2,
      onTheWay: 1,
      leftOut: 1,
      lost: 1,
      lastAt: at,
      readAt: null,
    });
    await db.delete();
  });
});
