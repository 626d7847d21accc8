import type { BusinessTime } from '@/utils/follow-ups/business-hours';
import type { DaySources } from '@/utils/follow-ups/day-list';
import type { Contact, Deal } from '@/utils/model/contact';
import type { FollowUp, Stake, ThreadTurn } from '@/utils/model/follow-up';
import type { Proposal } from '@/utils/model/proposal';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Waiting = Extract<FollowUp, { kind: 'waiting' }>;
type Quiet = Extract<FollowUp, { kind: 'quiet' }>;

/**
 * Customers whose last mail is unanswered. Who has waited longest in working hours comes first; of those who have
 * waited about as long (the same whole hour, from one working day on the same whole day) the more valuable deal.
 */
export function waitingRows(sources: DaySources, business: BusinessTime, now: number): Waiting[] {
  const around = aroundThreads(sources);
  const about = (ms: number) => {
    const day = business.dayLength || DAY;
    return ms < day ? Math.floor(ms / HOUR) : day + Math.floor(ms / day);
  };
  return sources.turns
    .filter((turn) => !turn.lastFromMe && isOpen(turn, now))
    .map((turn): Waiting => {
      const waitedMs = business.between(turn.lastAt, now);
      return { kind: 'waiting', id: turn.threadId, turn, waitedMs, ...around(turn) };
    })
    .sort(
      (a, b) =>
        about(b.waitedMs) - about(a.waitedMs) ||
        (b.stake?.value ?? 0) - (a.stake?.value ?? 0) ||
        a.turn.lastAt - b.turn.lastAt ||
        (a.id < b.id ? -1 : 1),
    );
}

/**
 * Threads with a customer in which the rep themselves wrote last and nobody has answered, the latest first: an older
 * one was seen before. A colleague's last word is the colleague's to follow up.
 */
export function quietRows(sources: DaySources, now: number): Quiet[] {
  const around = aroundThreads(sources);
  return sources.turns
    .filter((turn) => isLastWordOf(turn, sources.ownAddresses) && isOpen(turn, now))
    .map((turn): Quiet => {
      const days = Math.floor((now - turn.lastAt) / DAY);
      return { kind: 'quiet', id: turn.threadId, turn, days, ...around(turn) };
    })
    .filter(({ days }) => days >= sources.quietDays)
    .sort((a, b) => b.turn.lastAt - a.turn.lastAt || (a.id < b.id ? -1 : 1));
}

/** Whether the rep themselves wrote last. `own`: their addresses, lower-cased. */
export function isLastWordOf({ lastFromMe, lastFrom, account }: ThreadTurn, own: readonly string[]): boolean {
  const from = lastFrom.address.toLowerCase();
  return lastFromMe && (own.includes(from) || account?.toLowerCase() === from);
}

/** A customer's thread that is neither done nor put off. */
function isOpen(turn: ThreadTurn, now: number): boolean {
  if (!turn.customer) return false;
  if (turn.doneAt !== undefined && turn.doneAt >= turn.lastAt) return false;
  return turn.snoozedUntil === undefined || turn.snoozedUntil <= now;
}

/** The number to call: the mobile one where it is known. */
export function phoneOf({ phones, mobile }: Pick<Contact, 'phones' | 'mobile'>): string | undefined {
  return mobile || phones.find((phone) => phone !== '');
}

function aroundThreads({ contacts, deals, proposals }: DaySources) {
  const byContact = new Map<string, Deal[]>();
  const byCompany = new Map<string, Deal[]>();
  for (const deal of deals) {
    for (const id of deal.contactIds) put(byContact, id, deal);
    // A company's deal that names people is theirs.
    if (deal.companyId !== undefined && deal.contactIds.length === 0) put(byCompany, deal.companyId, deal);
  }
  const open = new Map<string, Proposal>();
  for (const proposal of proposals) {
    const { status, weight, captured } = proposal;
    if (status.state !== 'open' || weight !== 'counted' || captured.kind !== 'email') continue;
    for (const id of [captured.source.threadId, ...captured.source.threadIds]) {
      const there = open.get(id);
      if (!there || there.captured.sentAt < captured.sentAt) open.set(id, proposal);
    }
  }
  return ({ customer, threadId, threadIds }: ThreadTurn) => {
    const contactId = customer?.contactId;
    const contact = contactId === undefined ? undefined : contacts.get(contactId);
    const theirs = contactId === undefined ? undefined : byContact.get(contactId);
    const stake = mostValuable(theirs ?? byCompany.get(contact?.companyId ?? '') ?? []);
    const phone = contact && phoneOf(contact);
    const proposal = [threadId, ...threadIds].flatMap((id) => open.get(id) ?? [])[0];
    return {
      ...(stake ? { stake } : {}),
      ...(phone === undefined ? {} : { phone }),
      ...(proposal ? { proposalId: proposal.id } : {}),
    };
  };
}

function mostValuable(deals: readonly Deal[]): Stake | undefined {
  let most: Stake | undefined;
  for (const { title, value, currency } of deals) {
    if (value === undefined || value <= 0 || value <= (most?.value ?? 0)) continue;
    most = { title, value, ...(currency ? { currency } : {}) };
  }
  return most;
}

function put(map: Map<string, Deal[]>, key: string, deal: Deal): void {
  const there = map.get(key);
  if (there) there.push(deal);
  else map.set(key, [deal]);
}
