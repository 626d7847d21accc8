import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDay } from '@/utils/actions/day';
import { nextSnoozed, wakeSnoozed } from '@/utils/actions/dismiss-proposal';
import { matchPeople } from '@/utils/actions/match-mail';
import { rematchAfter } from '@/utils/actions/rematch-proposals';
import type { ThreadTurn } from '@/utils/model/follow-up';
import type { Proposal } from '@/utils/model/proposal';
import { mirrorCompany, mirrorContact, mirrorDeal } from '@/utils/store/contacts';
import { Database } from '@/utils/store/database';
import { daySources } from '@/utils/store/day-sources';
import { putProposal } from '@/utils/store/proposals';
import { searchContacts } from '@/utils/store/search';
import { getSettings } from '@/utils/store/settings';
import { putTurns } from '@/utils/store/turns';
import { claimDue, nextDue } from '@/utils/sync/claim';
import { nothingBrought } from '@/utils/sync/refresh-mirror';
import { readCoverage } from '@/utils/view/coverage';
import { readCustomer } from '@/utils/view/customer';
import { draftStrangers } from '@/utils/view/draft-strangers';
import { findPicks } from '@/utils/view/find-picks';
import { readOpenThread } from '@/utils/view/open-mail';
import { readReport } from '@/utils/view/read-report';
import { readLogged, readWaiting } from '@/utils/view/waiting';
import { ACCOUNT, makeEngine, type TestEngine } from '../sync/make-engine';
import { countReads, type Reads } from '../tools/count-reads';
import { proposal } from '../view/proposals';

const now = Date.UTC(2026, 10, 21, 10);
const HOUR = 3_600_000;

interface World {
  engine: TestEngine;
  reads: Reads;
}

const address = (index: number) => `contact${index}@company${index}.example`;

function of(index: number, status: Proposal['status'], over: Partial<Proposal> = {}): Proposal {
  const made = proposal({ id: `${status.state}-${index}`, subject: `Mail ${index}` });
  const from = { address: address(index), name: `Contact Person ${index}` };
  return {
    ...made,
    aliases: [`msg-${status.state}-${index}`],
    threadIds: [`thread-${status.state}-${index}`],
    sentAt: now - index * HOUR,
    captured: { ...made.captured, from },
    activity: { ...made.activity, contactIds: [`c${index}`] },
    match: {
      contacts: [{ contactId: `c${index}`, name: from.name, address: from.address, because: [] }],
      strangers: [],
    },
    status,
    ...over,
  };
}

function turnOf(threadId: string, index: number, lastFromMe: boolean): ThreadTurn {
  return {
    threadId,
    threadIds: [threadId],
    account: 'rosa@nordlicht.example',
    subject: `Mail ${index}`,
    lastAt: now - 96 * HOUR - index,
    lastFrom: { address: lastFromMe ? 'rosa@nordlicht.example' : address(index) },
    lastFromMe,
    customer: { name: `Contact Person ${index}`, contactId: `c${index}` },
    url: '',
    asOf: now,
  };
}

/** A mirror of this many contacts, and as many proposals that wait as are logged. */
async function world(contacts: number, proposals: number): Promise<World> {
  const engine = await makeEngine();
  const { db } = engine;
  const numbers = Array.from({ length: contacts }, (_, index) => index);
  await db.contacts.bulkPut(
    numbers.map((index) =>
      mirrorContact(ACCOUNT, {
        id: `c${index}`,
        name: `Contact Person ${index}`,
        addresses: [address(index)],
        phones: [`+49 30 ${index}`],
        companyId: `f${index}`,
        updatedAt: now,
      }),
    ),
  );
  await db.companies.bulkPut(
    numbers.map((index) =>
      mirrorCompany(ACCOUNT, {
        id: `f${index}`,
        name: `Company ${index}`,
        domains: [`company${index}.example`],
        updatedAt: now,
      }),
    ),
  );
  await db.deals.bulkPut(
    numbers.map((index) =>
      mirrorDeal(ACCOUNT, {
        id: `d${index}`,
        title: `Deal ${index}`,
        contactIds: [`c${index}`],
        companyId: `f${index}`,
        updatedAt: now,
      }),
    ),
  );
  for (let index = 0; index < proposals; index += 1) {
    await putProposal(db, of(index, { state: 'open' }));
    const loggedAt = now - 48 * HOUR - index;
    await putProposal(
      db,
      of(index, { state: 'logged', loggedAt, outboxId: `o${index}`, remoteId: `r${index}` }),
    );
  }
  // For each a customer who waits, and one who went quiet.
  await putTurns(db, [
    ...Array.from({ length: proposals }, (_, index) => turnOf(`waits-${index}`, index, false)),
    ...Array.from({ length: proposals }, (_, index) => turnOf(`quiet-${index}`, index, true)),
  ]);
  db.close();
  const reads = countReads(db);
  await db.open();
  return { engine, reads };
}

/** Everything that a message, a refresh or a look at one of our pages asks. */
const asked: Record<string, (engine: TestEngine) => Promise<unknown>> = {
  'whom an address belongs to': async ({ db }) => {
    const { match } = await matchPeople(db, await getSettings(db, 'real'), [{ address: address(7) }]);
    expect(match).toMatchObject({ contacts: [{ contactId: 'c7' }], deal: { dealId: 'd7' } });
  },
  'what a changed contact changes': async (engine) => {
    const { db } = engine;
    const contact = await db.contacts.get([ACCOUNT, 'c7']);
    if (!contact) throw new Error('no contact');
    await db.contacts.put({ ...contact, name: 'Another Name' });
    await db.transaction('rw', db.tables, async () =>
      rematchAfter(engine, { ...nothingBrought, contacts: [{ ...contact, name: 'Another Name' }] }),
    );
    expect((await db.proposals.get('open-7'))?.match.contacts[0]?.name).toBe('Another Name');
  },
  'what a record that somebody deleted changes': async (engine) => {
    const { db } = engine;
    await db.transaction('rw', db.tables, async () =>
      rematchAfter(engine, { ...nothingBrought, gone: ['d9'], goneActivities: ['r9'] }),
    );
  },
  'what is due today': async (engine) => {
    const waiting = await engine.db.turns.where('threadId').startsWith('waits').count();
    expect(await readDay({ ...engine, now: () => now })).toMatchObject({ due: waiting });
  },
  'the day of the popup': async ({ db }) => {
    const most = { waiting: 20, quiet: 20 };
    const day = await daySources(db, 'real', { now, most });
    expect(day.turns).toHaveLength(40);
    expect(day.moreQuiet).toBe(true);
  },
  'what sleeps': async (engine) => {
    await wakeSnoozed(engine);
    await nextSnoozed(engine);
  },
  'what is due in the outbox': async ({ db }) => {
    await claimDue(db, ACCOUNT, { id: 'lease', until: now + HOUR }, now, 200);
    await nextDue(db, ACCOUNT, now);
  },
  'what waits in the panel': async ({ db }) => {
    expect((await readWaiting(db, 20)).newest).toHaveLength(20);
  },
  'what was logged': ({ db }) => readLogged(db, 12, now),
  'what was seen, logged and lost': ({ db }) => readCoverage(db, 'real', ACCOUNT),
  'the report for a question': async ({ db }) => {
    const report = JSON.parse(await readReport(db, { version: '1', browser: 'b', locale: 'en' }));
    expect(report.proposals.open).toBe(report.proposals.logged);
  },
  'the open thread': async ({ db }) => {
    const tab = {
      tabId: 1,
      site: 'gmail' as const,
      account: null,
      messages: [['msg-open-7']],
      threadIds: ['thread-open-7'],
      earlier: [],
      at: now,
    };
    expect((await readOpenThread(db, ACCOUNT, tab, now)).offered).toHaveLength(1);
  },
  'what is known of the customer': async ({ db }) => {
    const known = await readCustomer(db, ACCOUNT, [of(7, { state: 'open' })]);
    expect(known).toMatchObject({ deals: [{ id: 'd7' }], last: [{ id: 'r7' }] });
  },
  'a stranger who may be known': async ({ db }) => {
    const person = { address: 'new@company7.example', name: 'Contact Person 7' };
    expect((await draftStrangers(db, ACCOUNT, [person], []))[0]?.draft.company).toBeDefined();
  },
  'whom else a mail may be about': ({ db }) =>
    findPicks(db, ACCOUNT, { kind: 'contact', proposal: of(7, { state: 'open' }) }, ''),
  'a name as it is typed': async ({ db }) => {
    expect(await searchContacts(db, ACCOUNT, 'contact person 7')).not.toHaveLength(0);
  },
};

/** How many rows more a larger book may cost, where that is not two. */
const slacks: Record<string, number> = {
  'a name as it is typed': 80,
  // One behind each of the people on its forty threads.
  'the day of the popup': 40,
};

describe('what is read', () => {
  const worlds: { small?: World; large?: World } = {};
  beforeAll(async () => {
    worlds.small = await world(100, 60);
    worlds.large = await world(1_000, 300);
  });

  it.each(Object.keys(asked))('does not grow with the contacts or the proposals: %s', async (what) => {
    const counts = [];
    for (const each of [worlds.small, worlds.large]) {
      if (!each) throw new Error('no world');
      each.reads.reset();
      await asked[what]?.(each.engine);
      counts.push(each.reads.rows);
    }
    const [small = {}, large = {}] = counts;
    // A cursor sees the first row behind what it looks for; a list of names is full sooner among many.
    const slack = slacks[what] ?? 2;
    for (const table of Object.keys({ ...small, ...large }))
      expect(large[table] ?? 0, table).toBeLessThanOrEqual((small[table] ?? 0) + slack);
    const all = Object.values(large).reduce((sum, count) => sum + count, 0);
    expect(all).toBeLessThan(250);
  });

  it('counts a look through everything, or the above says nothing', async () => {
    const db = new Database('reads-scan');
    const reads = countReads(db);
    await db.contacts.bulkPut(
      Array.from({ length: 50 }, (_, index) =>
        mirrorContact(ACCOUNT, {
          id: `c${index}`,
          name: 'Same Name',
          addresses: [address(index)],
          phones: [],
          updatedAt: now,
        }),
      ),
    );
    await db.contacts.filter(({ name }) => name === 'Other').toArray();
    await db.contacts.toArray();
    expect(reads.rows.contacts).toBe(100);
  });
});
