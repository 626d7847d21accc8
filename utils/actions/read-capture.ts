import { signatureOf } from '@/utils/contacts/signature-of';
import type {
  Captured,
  CapturedMeeting,
  PageCapture,
  PageEmail,
  PageMeeting,
  Site,
} from '@/utils/model/captured';
import { withoutJoining } from '@/utils/proposals/read-meeting';
import type { Database } from '@/utils/store/database';
import { proposalsWithIds } from '@/utils/store/proposals';
import { withoutSeries } from '@/utils/understand/meeting-id';
import { readOwnWords, wholeText } from '@/utils/understand/own-words';

/** In the copy of a second account the rep's own mail looks like one received: a page knows its own account alone. */
export function bySender(capture: PageEmail, own: ReadonlySet<string>): PageEmail {
  return own.has(capture.from.address) ? { ...capture, direction: 'sent' } : capture;
}

/** What the worker keeps of a mail: its sender's own words, not its markup, and what their signature says of them. */
export function toCaptured(capture: PageCapture): Captured {
  const { body, ...rest } = capture;
  const signature = rest.direction === 'received' ? signatureOf(body, rest.from) : null;
  const { text, replies } = readOwnWords(body);
  return {
    ...rest,
    text,
    ...(signature ? { signature } : {}),
    ...(replies.length > 0 ? { replies } : {}),
  };
}

/** Calendars show a meeting as it is now; mails and files as somebody wrote it down. */
const calendars = new Set<Site>(['google-calendar', 'outlook-calendar']);

/** What the worker keeps of a meeting: its description without how to join it. */
export function toMeeting(capture: PageMeeting, now: number): CapturedMeeting {
  const { body, meeting, source, ...rest } = capture;
  const asOf = meeting.asOf ?? (calendars.has(source.site) ? now : undefined);
  return {
    ...rest,
    source: { ...source, ids: withoutSeries(source.ids) },
    meeting: { ...meeting, ...(asOf === undefined ? {} : { asOf }) },
    text: withoutJoining(wholeText(body)),
  };
}

/** What the worker keeps of a mail; of one that is known already, what was read then. */
export async function readMail(db: Database, capture: PageEmail): Promise<Captured> {
  return (await knownMail(db, capture)) ?? toCaptured(capture);
}

/** A thread is opened again and again: what is known from the wire already is not read out of its markup anew. */
async function knownMail(db: Database, capture: PageEmail): Promise<Captured | undefined> {
  const [known] = await proposalsWithIds(db, capture.source.ids);
  if (!known || (known.captured.via === 'page' && capture.via === 'wire')) return undefined;
  if (known.captured.direction !== capture.direction) return undefined;
  return { ...known.captured, source: capture.source };
}
