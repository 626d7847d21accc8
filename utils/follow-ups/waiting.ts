import type { Captured, Person, ThreadHead } from '@/utils/model/captured';
import type { ThreadTurn } from '@/utils/model/follow-up';
import type { Match } from '@/utils/model/proposal';
import { type OwnSide, ownTest } from '@/utils/privacy/own-side';
import { normalAddress } from '@/utils/understand/address';
import { classifyMail } from '@/utils/understand/classify-mail';

/** Pages that show no seconds and servers that round differ by less than this about one and the same message. */
const SAME_MOMENT = 60_000;

/** The customer of a thread: whoever wrote last where known, else the first known, else a counted stranger. */
function customerOf(last: Person, match: Match, counted: boolean): ThreadTurn['customer'] {
  const address = normalAddress(last.address);
  const contact = match.contacts.find((each) => each.address === address) ?? match.contacts[0];
  const companyName = match.company?.name ? { companyName: match.company.name } : {};
  if (contact) return { name: contact.name, contactId: contact.contactId, ...companyName };
  if (!counted && !match.company) return undefined;
  const stranger = match.strangers.find((each) => each.address === address) ?? match.strangers[0];
  return stranger ? { name: (stranger.name ?? stranger.address).slice(0, 300), ...companyName } : undefined;
}

/** An answer that no person wrote: it neither answers a customer nor waits for one. */
function isAutomatic(from: Person, subject: string, body: string): boolean {
  const { automated, kind } = classifyMail({
    from: from.name ? `${from.name} <${from.address}>` : from.address,
    to: '',
    subject,
    body,
  });
  return automated && (kind === 'out-of-office' || kind === 'bounce' || kind === 'calendar-robot');
}

/**
 * Who wrote last on a thread, as this mail says. Null for automatic replies: they count neither as an answer nor as
 * waiting. `counted`: the mail's proposal is counted, so a stranger on it is a customer. `asOf`: when this was seen
 * (milliseconds), the mail's own time unless told.
 */
export function turnFromCapture(
  captured: Captured,
  own: OwnSide,
  match: Match,
  seen: { counted?: boolean; asOf?: number } = {},
): ThreadTurn | null {
  // A meeting or a call answers nobody's mail.
  if (captured.kind !== 'email') return null;
  if (isAutomatic(captured.from, captured.subject, captured.text)) return null;
  const { source } = captured;
  const customer = customerOf(captured.from, match, seen.counted ?? false);
  return {
    threadId: source.threadId,
    threadIds: [...new Set([source.threadId, ...source.threadIds])].slice(0, 10),
    account: source.account,
    subject: captured.subject,
    lastAt: captured.sentAt,
    lastFrom: captured.from,
    // A colleague's answer is an answer: the customer waits no longer.
    lastFromMe: captured.direction === 'sent' || ownTest(own).isOurs(captured.from.address),
    ...(customer ? { customer } : {}),
    url: source.url,
    asOf: Math.max(seen.asOf ?? captured.sentAt, captured.sentAt),
  };
}

/**
 * The same from a thread's head, as a list or a response shows it. `match` is of the head's `others`.
 * `asOf`: when the list was seen, in milliseconds.
 */
export function turnFromHead(
  head: ThreadHead,
  more: { account: string | null; url: string; own: OwnSide; match: Match; asOf: number; counted?: boolean },
): ThreadTurn | null {
  if (!head.lastFromMe && isAutomatic(head.lastFrom, head.subject, '')) return null;
  const customer = customerOf(head.lastFrom, more.match, more.counted ?? false);
  return {
    threadId: head.threadId,
    threadIds: [...new Set([head.threadId, ...head.threadIds])].slice(0, 10),
    account: more.account,
    subject: head.subject,
    lastAt: head.lastAt,
    lastFrom: head.lastFrom,
    lastFromMe: head.lastFromMe || ownTest(more.own).isOurs(head.lastFrom.address),
    ...(customer ? { customer } : {}),
    url: more.url,
    asOf: Math.max(more.asOf, head.lastAt),
  };
}

function isSameMessage(a: ThreadTurn, b: ThreadTurn): boolean {
  return (
    Math.abs(a.lastAt - b.lastAt) < SAME_MOMENT &&
    a.lastFromMe === b.lastFromMe &&
    normalAddress(a.lastFrom.address) === normalAddress(b.lastFrom.address)
  );
}

/**
 * What is known of a thread after hearing more of it. The newer message wins; a newer one, whoever wrote it, ends
 * "done" and "snoozed". An older message heard of later changes nothing but ids and the customer's name.
 */
export function mergeTurn(old: ThreadTurn | undefined, next: ThreadTurn): ThreadTurn {
  if (!old) return next;
  const threadIds = [...new Set([old.threadId, ...old.threadIds, ...next.threadIds])].slice(0, 10);
  const same = isSameMessage(old, next);
  const newer = !same && next.lastAt > old.lastAt;
  const customer = newer ? (next.customer ?? old.customer) : (old.customer ?? next.customer);
  const known = same && next.customer?.contactId ? next.customer : customer;
  const kept = { threadId: old.threadId, threadIds, ...(known ? { customer: known } : {}) };
  if (newer) {
    return { ...next, ...kept, account: next.account ?? old.account, url: next.url || old.url };
  }
  return {
    ...old,
    ...kept,
    account: old.account ?? next.account,
    // An older message, seen again, does not say that nothing came after it.
    asOf: same ? Math.max(old.asOf, next.asOf) : old.asOf,
  };
}
