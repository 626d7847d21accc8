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
import { rematch } from '@/utils/proposals/propose';
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

/** Whom of these people the mirror knows. */
export async function matchPeople(
  db: Database,
  settings: Settings,
  people: Person[],
  threadIds: readonly string[] = [],
): Promise<{ match: Match; known: Contact[] }> {
  const crm = settings.crm.account;
  const addresses = people.map((person) => person.address);
  const known = await contactsWithAddresses(db, crm, [...new Set(addresses.flatMap(addressKeys))]);
  const theirs = [...new Set(known.flatMap((contact) => contact.companyId ?? []))];
  const companies = [
    ...(await companiesWithDomains(db, crm, [...new Set(addresses.flatMap(companyKeys))])),
    ...(await companiesById(db, crm, theirs)),
  ];
  const corrected = await correctedFor(db, crm, addresses);
  for (const contact of corrected.contacts.values()) {
    if (contact && !known.some(({ id }) => id === contact.id)) known.push(contact);
  }
  const match = matchContacts(people, { contacts: known, companies }, corrected);
  const deals = await dealsOf(db, crm, {
    contactIds: match.contacts.map(({ contactId }) => contactId),
    companyId: match.company?.companyId,
  });
  const deal = matchDeal(match, deals, await earlierDeal(db, crm, threadIds));
  return { match: { ...match, ...(deal ? { deal } : {}) }, known };
}

/** The deal that this thread was given: what the rep chose for it, else what an earlier entry of it was logged with. */
async function earlierDeal(
  db: Database,
  crm: CrmAccountId,
  threadIds: readonly string[],
): Promise<string | null | undefined> {
  if (threadIds.length === 0) return undefined;
  const chosen = await chosenDeal(db, crm, threadIds);
  if (chosen !== undefined) return chosen;
  const decided = (await proposalsOnThreads(db, [...threadIds])).filter(
    ({ status }) => status.state === 'confirmed' || status.state === 'logged',
  );
  return decided.sort((a, b) => b.sentAt - a.sentAt).find(({ activity }) => activity.dealId)?.activity.dealId;
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

export async function judge(db: Database, settings: Settings, captured: Captured): Promise<Judged> {
  const own = ownSide(settings, captured.source.account);
  const { match, known } = await matchPeople(
    db,
    settings,
    externalPeople(captured, own),
    threadIdsOf(captured),
  );
  const thread = await threadOf(db, threadIdsOf(captured));
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

async function threadOf(
  db: Database,
  threadIds: string[],
): Promise<{ customerThread: boolean; wroteToThem: boolean }> {
  const proposals = await proposalsOnThreads(db, threadIds);
  const turns = await turnsOfThreads(db, threadIds);
  return {
    customerThread:
      proposals.some((proposal) => proposal.match.contacts.length > 0) ||
      turns.some((turn) => turn.customer?.contactId !== undefined),
    wroteToThem:
      proposals.some((proposal) => proposal.captured.direction === 'sent') ||
      turns.some((turn) => turn.lastFromMe),
  };
}

/** With the notebook there is no CRM that could know people: whoever writes from a company counts. */
function knowsStrangers(settings: Settings): boolean {
  return settings.crm.connector === 'notebook';
}

/** The proposal as the mirror and its thread see it now. */
export async function rematchNow(db: Database, settings: Settings, proposal: Proposal): Promise<Proposal> {
  // Whom a call was with the rep said, not an address.
  if (proposal.captured.kind === 'call') return proposal;
  const { match, circumstances, contactUpdates } = await judge(db, settings, proposal.captured);
  return rematch(proposal, match, circumstances, contactUpdates);
}
