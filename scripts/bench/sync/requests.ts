import 'fake-indexeddb/auto';
import { learntOf } from '@/utils/actions/crm-learnt';
import { makeContext } from '@/utils/actions/make-context';
import { connectorById } from '@/utils/crm/connector-by-id';
import { createHttp, unreachableHttp } from '@/utils/crm/http';
import type { Limit } from '@/utils/crm/pace';
import type { Activity } from '@/utils/model/activity';
import type { OutboxEntry } from '@/utils/model/outbox';
import { clock } from '@/utils/platform/clock';
import { Database } from '@/utils/store/database';
import { ledgerOf } from '@/utils/store/ledger';
import { putEntry } from '@/utils/store/outbox';
import { updateSettings } from '@/utils/store/settings';
import { activityKey } from '@/utils/sync/key';
import { type FuzzedCrm, fuzzedCrms } from '../../../tests/crm/fakes/registry';
import { FakeBrowser } from '../../../tests/sync/fake-browser';

/*
 * How many requests 100 confirmed mails to 60 contacts cost on each connector, and how many answers said "slow down":
 * the engine, `http` and the connector are the real ones, at full speed. Prints rows as JSON.
 */

const MAILS = 100;
const CONTACTS = 60;

interface Row {
  case: string;
  who: string;
  value: number;
  unit: string;
}

/**
 * How many mails each CRM creates and finds in one request (1 where it has no batch), and which second calls its card
 * makes unavoidable for a hundred of them, as docs/connectors.md says.
 */
const cards: Record<string, { create: number; find: number; second: number }> = {
  notebook: { create: 100, find: 500, second: 0 },
  // Reads back after each create.
  odoo: { create: 40, find: 100, second: 3 },
  // A mail's file goes before it, fifty are looked at after it; so many Message-IDs fit in an address.
  espocrm: { create: 1, find: 35, second: 102 },
  // Lists and reads what hangs on the contacts before and after, since its search lags.
  hubspot: { create: 100, find: 100, second: 5 },
  // Reads back after each create.
  salesforce: { create: 75, find: 75, second: 2 },
  // Asks before each create which people are still there: a link to one who is not would be half of it.
  twenty: { create: 20, find: 60, second: 5 },
  // One look at the newest and one at each contact to find fifty, one at the newest to read back twenty.
  pipedrive: { create: 1, find: 50, second: 105 },
  // Whether Zoho's own mailbox has it can be asked of one mail only; reads back after creating.
  zoho: { create: 100, find: 25, second: 102 },
  // Creates open and completes.
  dynamics: { create: 1, find: 50, second: 100 },
};

/** What the vendors themselves say they take: more is answered with 429 here, as they would. */
const vendors: Record<string, Limit[]> = {
  hubspot: [
    { most: 100, perMs: 10_000 },
    { most: 5, perMs: 1_000, path: '/search' },
  ],
  pipedrive: [
    { most: 20, perMs: 2_000 },
    { most: 10, perMs: 2_000, path: '/search' },
  ],
  twenty: [{ most: 100, perMs: 60_000 }],
  dynamics: [{ most: 6_000, perMs: 300_000 }],
};

/** How often a refresh is asked for in a row, to come to those limits. */
const REFRESHES = 60;

/** Whether one more request is too many; remembers it. */
function tooMany(limits: readonly Limit[]): (path: string) => boolean {
  const seen: { path: string; at: number }[] = [];
  return (path) => {
    const at = Date.now();
    seen.push({ path, at });
    return limits.some(({ most, perMs, path: part = '' }) => {
      const counted = seen.filter((each) => each.path.includes(part) && each.at > at - perMs);
      return path.includes(part) && counted.length > most;
    });
  };
}

async function count(name: string, crm: FuzzedCrm): Promise<Row[]> {
  const db = new Database(`requests-${name}`);
  let requests = 0;
  let slow = 0;
  const fetchOf: typeof fetch = async (input, init) => {
    requests += 1;
    if (refuses(new URL(String(input)).pathname)) {
      slow += 1;
      return new Response('{}', { status: 429, headers: { 'retry-after': '1' } });
    }
    const answer = await (crm.server?.fetch ?? fetch)(input, init);
    if (answer.status === 429) slow += 1;
    return answer;
  };
  const refuses = tooMany(vendors[name] ?? []);
  const ids = { next: 0 };
  const newId = () => {
    ids.next += 1;
    return `00000000-${String(ids.next).padStart(8, '0')}`;
  };
  const limits = (await connectorById(name))?.limits;
  const httpOf = (fetch: typeof globalThis.fetch, of?: readonly Limit[]) =>
    crm.server
      ? createHttp({
          ledger: ledgerOf(db, newId),
          allowedOrigins: [`${crm.server.origin}/*`],
          now: Date.now,
          fetch,
          limits: of,
        })
      : unreachableHttp;
  const http = httpOf(fetchOf, limits);
  const session = crm.connect(http, 'rep', { mortal: (one) => one });
  const { account } = await session.whoAmI();
  const contacts: string[] = [];
  for (let index = 0; index < CONTACTS; index += 1) {
    const draft = { name: `Contact ${index}`, address: `contact${index}@kunde.example` };
    // Who is there already is not what is measured: past the limits and the counts, each by a session that sent nothing.
    const before = crm.connect(httpOf(crm.server?.fetch ?? fetch), 'rep', { mortal: (one) => one });
    contacts.push(
      (await before.contacts.create(draft, `00000000-0000-5000-9000-${String(index).padStart(12, '0')}`))
        .remoteId,
    );
  }
  await updateSettings(db, 'real', (settings) => ({
    ...settings,
    crm: { connector: 'fuzzed', account, settings: {}, userName: '', connectedAt: Date.now() },
  }));
  /** Sends what stands in the outbox as after a sleep: a worker that has asked this server nothing yet. */
  const send = async (): Promise<number> => {
    const before = requests;
    const engine = makeContext({
      book: 'real',
      db,
      browser: new FakeBrowser(),
      clock,
      random: () => 0.5,
      wakeAt: () => {},
      changed: () => {},
      open: async (connection) =>
        crm.connect(http, 'rep', {
          mortal: (one) => one,
          learnt: learntOf({ db, book: 'real', now: Date.now }, connection),
        }),
    });
    engine.nudge();
    await engine.idle();
    const left = await db.outbox.filter(({ status }) => status.state !== 'done').toArray();
    if (left.length > 0)
      throw new Error(`${name}: ${left.length} not done: ${JSON.stringify(left[0]?.status)}`);
    return requests - before;
  };
  // The first worker of the day logs one mail, another one the hundred.
  await putEntry(db, entryOf(MAILS, account, contacts));
  const first = await send();
  for (let index = 0; index < MAILS; index += 1) await putEntry(db, entryOf(index, account, contacts));
  const asked = await send();
  const began = Date.now();
  for (let refresh = 0; refresh < REFRESHES; refresh += 1) await session.contacts.changedSince(null);
  const card = cards[name];
  if (!card) throw new Error(`${name}: say in scripts/bench/sync/requests.ts what its card allows`);
  const { create, find, second } = card;
  const limit = Math.ceil(MAILS / create) + Math.ceil(MAILS / find) + 2;
  db.close();
  await crm.close?.();
  const what = `requests for ${MAILS} mails to ${CONTACTS} contacts`;
  return [
    { case: what, who: name, value: asked, unit: 'requests' },
    { case: 'requests for the first mail of the day', who: name, value: first, unit: 'requests' },
    { case: `${what}: limit (B ${create}, F ${find})`, who: name, value: limit + second, unit: 'requests' },
    { case: `${what}: of which unavoidable second calls`, who: name, value: second, unit: 'requests' },
    { case: `${what}: naive, one find and one create each`, who: name, value: 2 * MAILS, unit: 'requests' },
    { case: 'answers that said slow down, at full speed', who: name, value: slow, unit: 'requests' },
    {
      case: `${REFRESHES} refreshes in a row, at full speed`,
      who: name,
      value: Date.now() - began,
      unit: 'ms',
    },
  ];
}

function entryOf(index: number, account: string, contacts: string[]): OutboxEntry {
  const contactId = contacts[index % contacts.length] ?? '';
  const address = `contact${index % contacts.length}@kunde.example`;
  const aliases = [`msg-f:${index}`, `<m${index}@kunde.example>`];
  const activity: Activity = {
    kind: 'email',
    direction: 'received',
    subject: `Offer ${index}`,
    at: Date.UTC(2026, 10, 20, 9, 0, index % 60),
    participants: [
      { address, role: 'from', contactId },
      { address: 'rosa@nordlicht.example', role: 'to' },
    ],
    summary: `We have received offer ${index}.`,
    ownWords: `We have received offer ${index}.`,
    attachmentNames: [],
    contactIds: [contactId],
  };
  return {
    id: `entry-${String(index).padStart(4, '0')}`,
    key: activityKey('email', aliases, account),
    aliases,
    crmAccount: account,
    job: { op: 'log-activity', proposalId: `proposal-${index}`, activity },
    createdAt: Date.now() - 60_000,
    attempts: 0,
    status: { state: 'queued', notBefore: Date.now() - 1_000 },
  };
}

const rows: Row[] = [];
for (const [name, make] of Object.entries(fuzzedCrms))
  rows.push(...(await count(name, make({ now: Date.now }))));
process.stdout.write(`${JSON.stringify(rows)}\n`);
process.exit(0);
