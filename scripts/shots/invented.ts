import type { Contact } from '../../utils/model/contact.ts';
import type { LedgerLine } from '../../utils/model/ledger.ts';
import type { Job, OutboxEntry } from '../../utils/model/outbox.ts';
import type { Proposal } from '../../utils/model/proposal.ts';
import type { Settings } from '../../utils/model/settings.ts';
import type { StoredTurn } from '../../utils/store/database.ts';
import { searchKeys } from '../../utils/store/search-words.ts';

/*
 * Invented people for pictures of every state. They are written as rows of the database, as the store keeps them.
 */

const hour = 3_600_000;
const day = 24 * hour;
/** A working day's time, so that "today 09:42" and "5 hrs" read alike on any day the pictures are taken. */
export const now = new Date().setHours(15, 20, 0, 0);
export const me = 'robin@harbour.example';
const crm = 'notebook|local|notebook';

interface Who {
  id: string;
  name: string;
  address: string;
  company: string;
  title: string;
}
const who = (id: string, name: string, address: string, company: string, title: string): Who => ({
  id,
  name,
  address,
  company,
  title,
});
export const anna = who(
  'c1',
  'Anna Berger',
  'anna.berger@nordlicht.example',
  'Nordlicht GmbH',
  'Head of Procurement',
);
export const chidi = who('c2', 'Chidi Okafor', 'chidi@okaforsupply.example', 'Okafor Supply', 'Owner');
export const yuki = who('c3', 'Yuki Sato', 'yuki@ateliersato.example', 'Atelier Sato', 'Design Lead');
export const maria = who(
  'c4',
  'María-Fernanda de los Ángeles Villanueva',
  'mf@meridian-foods.example',
  'Meridian Foods International Holding',
  'Chief Operating Officer',
);

interface Mail {
  id: string;
  from?: Who;
  thread?: string;
  sent?: boolean;
  subject?: string;
  text?: string;
  agoMs?: number;
  status?: Proposal['status'];
  strangers?: Proposal['match']['strangers'];
  files?: string[];
  quiet?: boolean;
}

const revised =
  'We would renew all 40 seats for two years if the onboarding fee is waived. Our board meets on Thursday, so I need the revised quote before then.';

export function proposal(mail: Mail): Proposal {
  const { address, name, id, company } = mail.from ?? anna;
  const at = now - (mail.agoMs ?? hour);
  const rep = { address: me, name: 'Robin Hale' };
  const customer = { address, name };
  const [from, to] = mail.sent ? [rep, customer] : [customer, rep];
  const thread = mail.thread ?? `thread-${mail.id}`;
  const subject = mail.subject ?? 'Renewal for 40 seats';
  const text = mail.text ?? revised;
  const direction = mail.sent ? 'sent' : 'received';
  const known = mail.quiet
    ? { contacts: [], strangers: [customer] }
    : {
        contacts: [{ contactId: id, name, address, because: [{ code: 'same-address' as const, args: [] }] }],
        company: {
          companyId: `co-${id}`,
          name: company,
          because: [{ code: 'company-domain' as const, args: [address.split('@')[1] ?? ''] }],
        },
        strangers: mail.strangers ?? [],
      };
  return {
    id: mail.id,
    aliases: [`msg-${mail.id}`],
    threadIds: [thread],
    account: me,
    sentAt: at,
    capturedAt: at,
    weight: mail.quiet ? 'quiet' : 'counted',
    captured: {
      kind: 'email',
      via: 'wire',
      direction,
      from,
      to: [to],
      cc: [],
      bcc: [],
      subject,
      sentAt: at,
      sentAtApproximate: false,
      text,
      attachments: (mail.files ?? []).map((file) => ({ name: file })),
      source: {
        site: 'gmail',
        ids: [`msg-${mail.id}`],
        threadId: thread,
        threadIds: [thread],
        account: me,
        url: 'https://mail.google.com/mail/u/0/#inbox/invented',
      },
    },
    activity: {
      kind: 'email',
      direction,
      subject,
      at,
      participants: [{ ...from, role: 'from' }],
      summary: text,
      ownWords: text,
      attachmentNames: mail.files ?? [],
      contactIds: mail.quiet ? [] : [id],
    },
    match: known,
    because: [{ code: mail.quiet ? 'business-domain' : 'same-address', args: [address.split('@')[1] ?? ''] }],
    status: mail.status ?? { state: 'open' },
  };
}

export const queue = (): Proposal[] => [
  proposal({
    id: 'q1',
    from: chidi,
    subject: 'Invoice question',
    agoMs: 26 * hour,
    text: 'The invoice shows 12 crates but we received 10. Could you check before we pay on Friday?',
  }),
  proposal({
    id: 'q2',
    from: yuki,
    thread: 'pilot',
    sent: true,
    subject: 'Pilot scope',
    agoMs: 28 * hour,
    text: 'Happy to keep the pilot to two studios. Could you send your security form, so that our team can fill it in this week?',
  }),
  proposal({
    id: 'q3',
    from: yuki,
    thread: 'pilot',
    subject: 'Pilot scope',
    agoMs: 30 * hour,
    text: 'Two studios would be right for us in January.',
  }),
  proposal({
    id: 'q4',
    from: maria,
    subject: 'Kick-off on Tuesday: agenda, parking, and who should be in the room from your side',
    agoMs: 4 * day,
    text: 'Tuesday at ten works for all of us.',
  }),
];

/** A queue that nobody looked at for long: so many threads of four customers, some on each of many days. */
export const many = (count: number): Proposal[] =>
  Array.from({ length: count }, (_, at) =>
    proposal({
      id: `many-${at}`,
      from: [anna, chidi, yuki, maria][(at * 7) % 4] ?? anna,
      subject: `${['Renewal', 'Invoice', 'Pilot scope', 'Delivery dates', 'Kick-off'][at % 5]} ${at + 1}`,
      sent: at % 3 === 1,
      ...(at % 6 === 5 ? { text: '' } : {}),
      agoMs: (at + 1) * 1.7 * hour,
    }),
  );

export const quietOne = (): Proposal =>
  proposal({
    id: 'u1',
    from: who('', 'Leo Marsh', 'leo@brightside.example', '', ''),
    quiet: true,
    subject: 'Partnership?',
    agoMs: 2 * day,
    text: 'We help teams like yours.',
  });

export const loggedBefore = (): Proposal[] =>
  ['Pricing call', 'Delivery dates', 'Contract draft v3', 'Thank you'].map((subject, index) =>
    proposal({
      id: `l${index}`,
      from: chidi,
      subject,
      agoMs: index * 2 * hour + hour,
      status: {
        state: 'logged',
        loggedAt: now - index * 2 * hour,
        outboxId: `o-l${index}`,
        remoteId: `r${index}`,
      },
    }),
  );

export const contacts = (): (Contact & { crm: string; lookup: string[]; words: string[] })[] =>
  [
    anna,
    chidi,
    yuki,
    maria,
    who('c9', 'Tobias Krüger', 't.krueger@elbe.example', 'Nordlicht GmbH', 'Controller'),
  ].map(({ id, name, address, title, company }) => ({
    crm,
    lookup: [address],
    words: searchKeys([name, company], [address]),
    id,
    name,
    addresses: [address],
    phones: [],
    title,
    companyId: `co-${id}`,
    companyName: company,
    updatedAt: now - day,
  }));

export const companies = () => [
  {
    crm,
    id: 'co-c1',
    name: 'Nordlicht GmbH',
    domains: ['nordlicht.example'],
    words: searchKeys(['Nordlicht GmbH'], ['nordlicht.example']),
    updatedAt: now - day,
  },
];

/** How far the CRM was read: to the end, unless told. */
export const cursors = (change: { rows?: number; completeAt?: number | undefined } = {}) => [
  { crm, kind: 'contacts', cursor: 'page', rows: 5, completeAt: now - 10 * 60_000, ...change },
];

const deal = (id: string, title: string, value: number, stage: string) => ({
  crm,
  id,
  title,
  contactIds: [anna.id],
  companyId: 'co-c1',
  value,
  currency: 'EUR',
  stage,
  words: searchKeys([title], []),
  updatedAt: now - day,
});
/** Nordlicht's open deals: two, so that none is chosen. */
export const deals = () => [
  deal('d1', 'Renewal 2027, 40 seats', 12400, 'Negotiation'),
  deal('d2', 'Pilot for the Hamburg office', 3100, 'Proposal sent'),
];

/** What was logged with Anna before. */
export const lastWithAnna = () =>
  [
    { id: 'a1', kind: 'call', subject: 'Call about the terms for 2027', days: 2 },
    { id: 'a2', kind: 'meeting', subject: 'Quarterly review', days: 9 },
    { id: 'a3', kind: 'email', subject: 'Onboarding fee, and what it covers', days: 16 },
  ].map(({ id, kind, subject, days }) => ({
    crm,
    id,
    aliases: [`<${id}@nordlicht.example>`],
    kind,
    subject,
    at: now - days * day,
    contactIds: [anna.id],
    updatedAt: now - days * day,
  }));

export function settings(change: Partial<Settings> = {}): { key: string; value: Settings } {
  return {
    key: 'settings',
    value: {
      consent: { version: 1, at: now - 5 * day, sites: ['gmail'] },
      crm: { connector: 'notebook', account: crm, settings: {}, userName: '', connectedAt: 631_152_000_000 },
      ownAddresses: [me],
      ownDomains: ['harbour.example'],
      neverLog: { addresses: ['dr.weiss@clinic.example'], domains: ['bank.example'], words: ['payslip'] },
      logText: 'own-words',
      undoSeconds: 10,
      ...change,
    },
  };
}

export const odoo = (): Settings['crm'] => ({
  connector: 'odoo',
  account: crm,
  settings: { url: 'https://crm.harbour.example', database: 'harbour', login: me },
  userName: 'Robin Hale',
  connectedAt: now - day,
});

export function entry(id: string, job: Job, status: OutboxEntry['status'], createdAt = now): OutboxEntry {
  return { id, key: `k-${id}`, aliases: [`a-${id}`], crmAccount: crm, job, createdAt, attempts: 0, status };
}

export const logJob = (proposalId: string, subject: string): Job => ({
  op: 'log-activity',
  proposalId,
  activity: { ...proposal({ id: proposalId, subject }).activity },
});

export const turns = (): StoredTurn[] =>
  (
    [
      [anna, 'Re: Renewal for 40 seats: wants the revised quote', 3.2 * day],
      [chidi, 'AW: Invoice question', 5 * hour],
      [maria, 'Kick-off on Tuesday: agenda, parking, and who should be in the room', 25 * 60_000],
    ] as const
  ).map(([{ id, name, address, company }, subject, ago]) => ({
    threadId: `turn-${id}`,
    threadIds: [`turn-${id}`],
    account: me,
    subject,
    lastAt: now - ago,
    lastFrom: { address, name },
    lastFromMe: false,
    awaits: 'rep',
    customer: { name, contactId: id, companyName: company },
    url: 'https://mail.google.com/mail/u/0/#inbox/invented',
    asOf: now - 12 * 60_000,
  }));

const dayAfter = (days: number) => new Date(now + days * day).toLocaleDateString('sv');
export const tasks = () => [
  {
    crm,
    id: 't1',
    title: 'Confirm pilot dates',
    dueDate: dayAfter(0),
    done: false,
    contactIds: ['c3'],
    updatedAt: now,
  },
  {
    crm,
    id: 't2',
    title: 'Send the signed NDA',
    dueDate: dayAfter(-2),
    done: false,
    contactIds: ['c2'],
    updatedAt: now,
  },
];

const request = (id: string, ago: number, line: Partial<LedgerLine>): LedgerLine => ({
  id,
  at: now - ago,
  purpose: 'log',
  method: 'POST',
  origin: 'https://crm.harbour.example',
  path: '/jsonrpc',
  fields: ['subject', 'body', 'author_id', 'message_id'],
  bytes: 1843,
  answer: { at: now - ago, outcome: 'ok', status: 200 },
  ...line,
});
export const ledger = (): LedgerLine[] => [
  request('g1', hour, {}),
  request('g2', hour + 900, { purpose: 'find', fields: ['message_id'], bytes: 412 }),
  request('g3', 3 * hour, { purpose: 'sync', fields: [], bytes: 233, answer: undefined }),
  request('g4', 5 * hour, { answer: { at: now, outcome: 'failed', status: 403 } }),
];
