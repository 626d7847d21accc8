import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toCaptured } from '@/utils/actions/read-capture';
import { addressKeys } from '@/utils/contacts/address-keys';
import { matchContacts } from '@/utils/contacts/match-contact';
import type { PageCapture, Person } from '@/utils/model/captured';
import type { Contact } from '@/utils/model/contact';
import { mayKeep } from '@/utils/privacy/may-keep';
import { propose } from '@/utils/proposals/propose';
import { externalPeople } from '@/utils/proposals/why';
import { wholeText } from '@/utils/understand/own-words';

/*
 * The whole proposal on the invented mails (tests/understand/mails/README.md, mails-second/README.md), as the worker makes it: own words, gate,
 * signature, next step, outcome, summary. "No edit needed" means that every field is equal.
 */

export interface Mail {
  id: string;
  language: string;
  received: string;
  timeZone: string;
  account: string;
  ownDomains: string[];
  knownContacts: { name: string; address: string; company?: string; title?: string; phones?: string[] }[];
  headers: { from: Person; to: Person[]; cc: Person[]; subject: string; messageId: string };
  body: { type: 'html' | 'text'; content: string };
  expected: {
    log: boolean;
    direction: 'received' | 'sent';
    subject: string;
    summary: { mustContain: string[]; mustNotContain: string[] };
    nextStep: { kind: string; sentence: string; due: string | null } | null;
    outcome: string | null;
    contact: {
      name: string | null;
      title: string | null;
      company: string | null;
      phones: string[];
      mobile: string | null;
      website: string | null;
      address: string | null;
    } | null;
  };
}

/** The mails of a folder beside this file, in the order of their names. */
function read(folder: string): Mail[] {
  const path = join(import.meta.dirname, folder);
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(path, name), 'utf8')));
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
/** The forty of a set that come first by the hash of their ids, and the rest. */
function split(set: Mail[]): { fortyByHash: Mail[]; rest: Mail[] } {
  const byHash = [...set].sort((a, b) => (hash(a.id) < hash(b.id) ? -1 : 1));
  const forty = new Set(byHash.slice(0, 40));
  return { fortyByHash: byHash.slice(0, 40), rest: set.filter((mail) => !forty.has(mail)) };
}

const first = split(read('mails'));
const second = split(read('mails-second'));

/**
 * The invented mails in four parts. Rules are tuned on `tuned` and `second tuned`, which are by two hands. Nobody who
 * tunes looks at a mail of the other two: `second validated` may be counted while tuning, `apart` is the report.
 */
export const parts = {
  tuned: first.rest,
  apart: first.fortyByHash,
  'second tuned': second.rest,
  'second validated': second.fortyByHash,
} as const;
export type Part = keyof typeof parts;
export const partNames: readonly Part[] = ['tuned', 'apart', 'second tuned', 'second validated'];
/** Parts whose mails may be looked at. */
export const openParts: readonly Part[] = ['tuned', 'second tuned'];
export const mails: readonly Mail[] = Object.values(parts).flat();

/** What the worker makes of a mail, from its markup to its proposal. */
export function understand(mail: Mail) {
  const { headers, account } = mail;
  const at = Date.parse(mail.received);
  const lower = (person: Person): Person => ({ ...person, address: person.address.toLowerCase() });
  const capture: PageCapture = {
    kind: 'email',
    via: 'wire',
    direction: headers.from.address === account ? 'sent' : 'received',
    from: lower(headers.from),
    to: headers.to.map(lower),
    cc: headers.cc.map(lower),
    bcc: [],
    subject: headers.subject,
    sentAt: at,
    sentAtApproximate: false,
    attachments: [],
    source: {
      site: 'gmail',
      ids: [headers.messageId],
      threadId: mail.id,
      threadIds: [],
      account,
      url: 'https://mail.google.com/mail/u/0/',
    },
    body: { ...mail.body, clipped: false },
  };
  const captured = toCaptured(capture);
  const own = { ownAddresses: [account], ownDomains: mail.ownDomains };
  const contacts: Contact[] = mail.knownContacts.map((contact, index) => ({
    id: String(index),
    name: contact.name,
    addresses: [contact.address],
    phones: contact.phones ?? [],
    updatedAt: at,
  }));
  const match = matchContacts(externalPeople(captured, own), { contacts, companies: [] });
  const refusal = mayKeep(captured, {
    knownAddresses: new Set(contacts.flatMap((contact) => contact.addresses.flatMap(addressKeys))),
    customerThread: false,
    own,
    neverLog: { addresses: [], domains: [], words: [] },
    now: at,
    wholeText: wholeText(mail.body),
  });
  const proposal = propose({
    id: mail.id,
    captured,
    match,
    logText: 'own-words',
    now: at,
    timeZone: mail.timeZone,
    customerThread: false,
    wroteToThem: false,
    businessStrangersAreKnown: true,
    own,
  });
  return { captured, refusal, proposal };
}

/** Which of a mail's fields are not as expected, with what was found. */
function wrongFields(mail: Mail): Map<string, unknown> {
  const { expected } = mail;
  const { captured, refusal, proposal } = understand(mail);
  const { activity } = proposal;
  const nothing = proposal.because.some((each) => each.code === 'nothing-to-log');
  const wrong = new Map<string, unknown>();
  const compare = (field: string, found: unknown, wanted: unknown) => {
    if (JSON.stringify(found) !== JSON.stringify(wanted)) wrong.set(field, found);
  };
  compare('log', refusal === null && !nothing, expected.log);
  if (!expected.log) return wrong;
  compare('direction', activity.direction, expected.direction);
  compare('subject', activity.subject, expected.subject);
  const step = activity.nextStep;
  compare('step kind', step?.kind ?? null, expected.nextStep?.kind ?? null);
  compare('step sentence', folded(step?.sentence), folded(expected.nextStep?.sentence));
  compare('step due', step?.due ?? null, expected.nextStep?.due ?? null);
  compare('outcome', activity.outcome ?? null, expected.outcome);
  const summary = folded(activity.summary) ?? '';
  const { mustContain, mustNotContain } = expected.summary;
  const lost = mustContain.filter((span) => !summary.includes(folded(span) ?? ''));
  const extra = mustNotContain.filter((span) => summary.includes(folded(span) ?? ''));
  if (lost.length + extra.length > 0) wrong.set('summary', activity.summary);
  const { signature } = captured;
  const { contact } = expected;
  compare('contact', signature !== undefined, contact !== null);
  if (!contact || !signature) return wrong;
  for (const field of ['name', 'title', 'company', 'mobile', 'website'] as const)
    compare(`contact ${field}`, signature[field] ?? null, contact[field]);
  compare('contact phones', signature.phones, contact.phones);
  compare('contact address', signature.postalAddress ?? null, contact.address);
  return wrong;
}

/** White space and typographic quotes do not tell sentences apart. */
function folded(text: string | undefined): string | null {
  return text === undefined ? null : text.replace(/\s+/g, ' ').trim();
}

/** How many of these need no edit, and which fields are wrong how often. `list` prints what was found instead. */
export function score(which: readonly Mail[], list: boolean) {
  const fields = new Map<string, number>();
  let right = 0;
  for (const mail of which) {
    const wrong = wrongFields(mail);
    if (wrong.size === 0) right += 1;
    for (const field of wrong.keys()) fields.set(field, (fields.get(field) ?? 0) + 1);
    if (list && wrong.size > 0) console.info(mail.id, JSON.stringify([...wrong]));
  }
  return { right, of: which.length, wrong: [...fields].sort((a, b) => b[1] - a[1]) };
}
