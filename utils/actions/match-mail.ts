import { ownSide } from '@/utils/actions/gate-settings';
import { addressKeys } from '@/utils/contacts/address-keys';
import { contactUpdatesOf } from '@/utils/contacts/contact-updates';
import { companyKeys, matchContacts } from '@/utils/contacts/match-contact';
import { matchDeal } from '@/utils/contacts/match-deal';
import type { Captured, Person } from '@/utils/model/captured';
import type { Contact, CrmAccountId } from '@/utils/model/contact';
import type { ContactUpdate, Match, Proposal } from '@/utils/model/proposal';
import type { Settings } from '@/utils/model/settings';
import type { OwnSide } from '@/utils/privacy/own-side';
import { type Circumstances, externalPeople } from '@/utils/proposals/why';
import { companiesById, companiesWithDomains, contactsWithAddresses, dealsOf } from '@/utils/store/contacts';
import { chosenDeal, correctedFor } from '@/utils/store/corrections';
import type { Database } from '@/utils/store/database';
import { proposalsOnThreads } from '@/utils/store/proposals';
import { turnsOfThreads } from '@/utils/store/turns';

/*
 * What the worker knows about a mail's people and thread, from the local mirror alone. Only database reads are awaited
 * here, so that all of it can run inside one transaction.
 */

/**
 * Whom of these people the mirror knows. One transaction, and in it two turns: what is asked by the people themselves,
 * and what is asked by whom they turned out to be. Each turn is a way to the disk and back, however much it asks for.
 */
export function matchPeople(
  db: Database,
  settings: Settings,
  people: Person[],
  thread?: ThreadFacts,
): Promise<{ match: Match; known: Contact[] }> {
  const crm = settings.crm.account;
  const addresses = people.map((person) => person.address);
  return db.transaction('r', [db.contacts, db.companies, db.deals, db.corrections], async () => {
    const [found, companies, corrected, earlier] = await Promise.all([
      contactsWithAddresses(db, crm, [...new Set(addresses.flatMap(addressKeys))]),
      companiesWithDomains(db, crm, [...new Set(addresses.flatMap(companyKeys))]),
      correctedFor(db, crm, addresses),
      thread && earlierDeal(db, crm, thread),
    ]);
    const chosen = [...corrected.contacts.values()].flatMap((contact) => contact ?? []);
    const known = [...new Map([...found, ...chosen].map((contact) => [contact.id, contact])).values()];
    const match = matchContacts(people, { contacts: known, companies }, corrected);
    const companyId = match.company?.companyId;
    const nameless = companyId !== undefined && !companies.some(({ id }) => id === companyId);
    const [deals, itself] = await Promise.all([
      dealsOf(db, crm, { contactIds: match.contacts.map(({ contactId }) => contactId), companyId }),
      nameless ? companiesById(db, crm, [companyId]) : [],
    ]);
    const named =
      itself.length === 0
        ? match
        : matchContacts(people, { contacts: known, companies: [...companies, ...itself] }, corrected);
    const deal = matchDeal(named, deals, earlier);
    return { match: { ...named, ...(deal ? { deal } : {}) }, known };
  });
}

/** The deal that this thread was given: what the rep chose for it, else what an earlier entry of it was logged with. */
async function earlierDeal(
  db: Database,
  crm: CrmAccountId,
  { threadIds, loggedDeal }: ThreadFacts,
): Promise<string | null | undefined> {
  if (threadIds.length === 0) return undefined;
  const chosen = await chosenDeal(db, crm, [...threadIds]);
  return chosen === undefined ? loggedDeal : chosen;
}

/** A mail with all that decides about it. */
export interface Judged {
  captured: Captured;
  own: OwnSide;
  match: Match;
  /** Keys of the known contacts' addresses, for the gate. */
  knownAddresses: ReadonlySet<string>;
  circumstances: Circumstances;
  /** What the sender's signature says anew of a known contact. */
  contactUpdates: ContactUpdate[];
}

/** `threads`: for several mails in one transaction, so that a long thread is read once. */
export async function judge(
  db: Database,
  settings: Settings,
  captured: Captured,
  threads: Threads = readThreads(db),
): Promise<Judged> {
  const own = ownSide(settings, captured.source.account);
  const thread = await threads.of(threadIdsOf(captured));
  const { match, known } = await matchPeople(db, settings, externalPeople(captured, own), thread);
  return {
    captured,
    own,
    match,
    knownAddresses: new Set(known.flatMap((contact) => contact.addresses.flatMap(addressKeys))),
    circumstances: {
      customerThread: thread.customerThread,
      wroteToThem: thread.wroteToThem || captured.direction === 'sent' || agreed(captured),
      businessStrangersAreKnown: knowsStrangers(settings),
      own,
    },
    contactUpdates: contactUpdatesOf(captured, match, known, settings.declinedUpdates),
  };
}

/** To meet somebody is as good as to write to them. */
function agreed(captured: Captured): boolean {
  return captured.kind === 'meeting' && captured.meeting.myAnswer === 'accepted';
}

export function threadIdsOf(captured: Captured): string[] {
  return [...new Set([captured.source.threadId, ...captured.source.threadIds])];
}

/** What a thread's proposals and turns say together. */
export interface ThreadFacts {
  threadIds: readonly string[];
  customerThread: boolean;
  wroteToThem: boolean;
  /** What the latest entry with a deal was logged with. */
  loggedDeal: string | undefined;
}

export interface Threads {
  of(threadIds: readonly string[]): Promise<ThreadFacts>;
  /** A proposal was added. */
  added(proposal: Proposal): void;
  /** One that was there is another now. */
  changed(captured: Captured): void;
}

/**
 * The threads of one transaction's mails, each read once: with hundreds of messages, reading all of a thread for each of
 * them took the worker a minute (300 messages, 2026-11).
 */
export function readThreads(db: Database): Threads {
  const known = new Map<string, ThreadFacts>();
  const keyOf = (threadIds: readonly string[]) => [...threadIds].sort().join(' ');
  /** Another mail can name the same thread by other ids too. */
  const forget = (threadIds: readonly string[], but = '') => {
    for (const [key, facts] of known)
      if (key !== but && facts.threadIds.some((id) => threadIds.includes(id))) known.delete(key);
  };
  return {
    async of(threadIds) {
      const key = keyOf(threadIds);
      const facts = known.get(key) ?? (await threadFacts(db, threadIds));
      known.set(key, facts);
      return facts;
    },
    added(proposal) {
      const ids = threadIdsOf(proposal.captured);
      const key = keyOf(ids);
      forget(ids, key);
      const facts = known.get(key);
      const { status } = proposal;
      if (!facts || status.state === 'logged') known.delete(key);
      else
        known.set(key, {
          ...facts,
          customerThread: facts.customerThread || proposal.match.contacts.length > 0,
          wroteToThem: facts.wroteToThem || proposal.captured.direction === 'sent',
        });
    },
    changed: (captured) => forget(threadIdsOf(captured)),
  };
}

async function threadFacts(db: Database, threadIds: readonly string[]): Promise<ThreadFacts> {
  const proposals = await proposalsOnThreads(db, [...threadIds]);
  const turns = await turnsOfThreads(db, [...threadIds]);
  const decided = proposals.filter(({ status }) => status.state === 'confirmed' || status.state === 'logged');
  return {
    threadIds,
    customerThread:
      proposals.some((proposal) => proposal.match.contacts.length > 0) ||
      turns.some((turn) => turn.customer?.contactId !== undefined),
    wroteToThem:
      proposals.some((proposal) => proposal.captured.direction === 'sent') ||
      turns.some((turn) => turn.lastFromMe),
    loggedDeal: decided.sort((a, b) => b.sentAt - a.sentAt).find(({ activity }) => activity.dealId)?.activity
      .dealId,
  };
}

/** With the notebook there is no CRM that could know people: whoever writes from a company counts. */
function knowsStrangers(settings: Settings): boolean {
  return settings.crm.connector === 'notebook';
}
