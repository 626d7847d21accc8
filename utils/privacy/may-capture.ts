import type { Refusal } from '@/utils/model/because';
import type { MeetingDetail, PageCapture } from '@/utils/model/captured';
import type { GateSettings } from '@/utils/model/settings';
import { neverLogsAddress, neverLogsDomain, neverLogsWord } from '@/utils/privacy/never-log';
import { ownTest } from '@/utils/privacy/own-side';
import { domainOf } from '@/utils/understand/address';

/*
 * The gate's first step, in the page: what is refused here never reaches the worker.
 * Bundled into the mail page: no libraries, no zod.
 */

/**
 * The sites' own labels for what is no correspondence. Gmail: promotions, social, spam (`^s`), trash (`^k`), seen
 * 2026-11. Outlook: the folder in the address.
 */
const refusedLabels = new Set([
  '^smartlabel_promo',
  '^smartlabel_social',
  '^sq_ig_i_promo',
  '^sq_ig_i_social',
  '^s',
  '^k',
  'junkemail',
  'deleteditems',
]);

const DAY = 86_400_000;
/** A meeting is kept until it has ended; what lies further ahead is loaded again before that. */
const MEETING_AHEAD = 45 * DAY;

/** What the page's step looks at. `labels` are the site's own, raw. */
export type PageMail = Pick<
  PageCapture,
  'from' | 'to' | 'cc' | 'bcc' | 'subject' | 'direction' | 'sentAt'
> & {
  labels: readonly string[];
  draft: boolean;
  private: boolean;
  meeting?: Pick<MeetingDetail, 'myAnswer'> & Partial<Pick<MeetingDetail, 'guestsUnknown' | 'unnamed'>>;
};

/**
 * Whether there may be guests whose addresses nobody knows: then the known ones do not make a meeting internal. It is
 * a quiet row until somebody outside is known to be on it.
 */
export function hasUnknownGuests(
  meeting: Partial<Pick<MeetingDetail, 'guestsUnknown' | 'unnamed'>>,
): boolean {
  return meeting.guestsUnknown === true || (meeting.unnamed?.length ?? 0) > 0;
}

/**
 * Whether this mail may leave the page for the worker: null, or the first reason why not.
 * `now` is an instant in milliseconds. A sent mail's sender is "me" whatever the address: an alias may be new to us.
 */
export function mayCaptureOnPage(mail: PageMail, gate: GateSettings, now: number): Refusal | null {
  if (gate.gateOff) return null;
  if (!gate.capture) return { reason: 'capture-off' };
  if (mail.draft) return { reason: 'draft' };
  if (mail.private) return { reason: 'private-event' };
  if (mail.meeting?.myAnswer === 'declined') return { reason: 'declined-event' };

  const own = ownTest(gate);
  const recipients = [...mail.to, ...mail.cc, ...mail.bcc];
  const sentByMe = mail.direction === 'sent';
  const others = sentByMe ? recipients : [mail.from, ...recipients];
  const alias = sentByMe ? mail.from.address : '';
  const isMe = (address: string) => own.isMe(address) || (sentByMe && address === alias);
  const isOurs = (address: string) => own.isOurs(address) || (sentByMe && address === alias);

  const open = mail.meeting !== undefined && hasUnknownGuests(mail.meeting);
  const all = (ours: (address: string) => boolean) =>
    !open && others.length > 0 && others.every((person) => ours(person.address));
  if (all(isMe)) return { reason: 'to-oneself' };
  if (all(isOurs)) return { reason: 'internal' };
  // Group names and broken addresses are nobody's: they make no mail internal, and no mail a customer's.
  const customers = others.filter((person) => domainOf(person.address) !== '' && !isOurs(person.address));
  if (customers.length === 0 && !open) return { reason: 'no-customer' };

  // Own people are left out for domains: "never gmail.com" must not refuse everything of a rep who is at gmail.com.
  const refusedPerson =
    neverLogsAddress([mail.from, ...recipients], gate.neverLog) || neverLogsDomain(customers, gate.neverLog);
  if (refusedPerson || neverLogsWord([mail.subject], gate.neverLog)) return { reason: 'never-log' };

  const label = mail.labels.find((each) => refusedLabels.has(each));
  if (label) return { reason: 'site-label', detail: label };
  if (mail.sentAt > now + (mail.meeting ? MEETING_AHEAD : DAY)) return { reason: 'future-date' };
  return null;
}
