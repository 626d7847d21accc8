import type { Refusal } from '@/utils/model/because';
import type { Captured } from '@/utils/model/captured';
import type { NeverLog, Overruled } from '@/utils/model/settings';
import { hasUnknownGuests } from '@/utils/privacy/may-capture';
import { neverLogsAddress, neverLogsDomain, neverLogsWord } from '@/utils/privacy/never-log';
import { heldAddresses, isOverruled } from '@/utils/privacy/overrule';
import { type OwnSide, ownTest } from '@/utils/privacy/own-side';
import { domainOf, withoutTag } from '@/utils/understand/address';
import { classifyMail } from '@/utils/understand/classify-mail';
import { isFreemail } from '@/utils/understand/is-freemail';
import { looksPersonal } from '@/utils/understand/looks-personal';

const DAY = 86_400_000;
/** As in the page's step. */
const MEETING_AHEAD = 45 * DAY;

/** What is automatic whoever sends it: a customer's absence note is no word of theirs. */
const automaticFromAnybody = new Set(['out-of-office', 'bounce', 'calendar-robot']);

/** What the worker knows and the page does not. `knownAddresses`: contacts' addresses among this mail's people, as `addressKeys`. */
export interface KeepContext {
  knownAddresses: ReadonlySet<string>;
  customerThread: boolean;
  own: OwnSide;
  neverLog: NeverLog;
  now: number;
  /** Holds that the rep found wrong before. */
  overruled?: readonly Overruled[];
  /**
   * The rep handed it over themselves, this one mail or meeting: only their own never-log list holds it then, and what
   * does not take place.
   */
  handedOver?: boolean;
  /** The whole body, text or HTML, where at hand: mailings say at their very end, and by their layout, what they are. */
  wholeText?: string;
}

/**
 * The gate's second step, in the worker, in memory, before anything is written: null, or why the mail is not kept.
 * Asks again what the page was asked (its settings may have been old), the never-log list now also of the text; then
 * free mail (everybody outside is at a free-mail domain and nobody is known, no customer's thread) and automatic mail
 * (known senders may send what looks like a newsletter; absence notes and bounces are nobody's words), and private matters
 * (whoever writes: what a customer tells of a child's illness is no CRM's business). Who was overruled for a reason is not
 * held for it again.
 */
export function mayKeep(captured: Captured, context: KeepContext): Refusal | null {
  const sentByMe = captured.direction === 'sent';
  // A sent mail's sender is the rep, whatever alias it is.
  const aliases = sentByMe ? [captured.from.address] : [];
  const own = ownTest({ ...context.own, ownAddresses: [...context.own.ownAddresses, ...aliases] });
  const recipients = [...captured.to, ...captured.cc, ...captured.bcc];
  const others = sentByMe ? recipients : [captured.from, ...recipients];
  const meeting = captured.kind === 'meeting' ? captured.meeting : null;
  const customers = others.filter((person) => domainOf(person.address) !== '' && !own.isOurs(person.address));
  if (!context.handedOver && (!meeting || !hasUnknownGuests(meeting))) {
    if (others.length > 0 && others.every((person) => own.isMe(person.address)))
      return { reason: 'to-oneself' };
    if (others.length > 0 && others.every((person) => own.isOurs(person.address)))
      return { reason: 'internal' };
    if (customers.length === 0) return { reason: 'no-customer' };
  }

  const { neverLog } = context;
  if (
    neverLogsAddress([captured.from, ...recipients], neverLog) ||
    neverLogsDomain(customers, neverLog) ||
    neverLogsWord([captured.subject, captured.text], neverLog)
  ) {
    return { reason: 'never-log' };
  }
  if (meeting?.status === 'cancelled') return { reason: 'cancelled-event' };
  if (meeting?.myAnswer === 'declined') return { reason: 'declined-event' };
  if (context.handedOver) return null;
  if (captured.sentAt > context.now + (meeting ? MEETING_AHEAD : DAY)) return { reason: 'future-date' };

  const known = (address: string) => {
    const { knownAddresses } = context;
    return knownAddresses.has(address.trim().toLowerCase()) || knownAddresses.has(withoutTag(address));
  };
  if (!sentByMe && !meeting) {
    const { name, address } = captured.from;
    const { automated, kind } = classifyMail({
      from: name ? `${name} <${address}>` : address,
      to: captured.to.map((person) => person.address).join(', '),
      subject: captured.subject,
      body: context.wholeText ?? captured.text,
    });
    const excused = known(address) && !automaticFromAnybody.has(kind);
    const wrong = isOverruled(context.overruled ?? [], 'automated', [address]);
    if (automated && !excused && !wrong && !own.isOurs(address)) return { reason: 'automated', detail: kind };
  }
  const overruled = (reason: 'personal' | 'free-mail') =>
    isOverruled(context.overruled ?? [], reason, heldAddresses(captured, context.own));
  const { topic } = looksPersonal({ subject: captured.subject, text: captured.text });
  if (topic !== null && !overruled('personal')) return { reason: 'personal', detail: topic };
  const allFree =
    customers.length > 0 && customers.every((person) => isFreemail(person.address) && !known(person.address));
  if (allFree && !context.customerThread && !overruled('free-mail')) return { reason: 'free-mail' };
  return null;
}
