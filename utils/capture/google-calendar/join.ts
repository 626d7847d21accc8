import { type AnswerReader, type Guest, isPlace } from '@/utils/capture/google-calendar/guests';
import { sourceId } from '@/utils/capture/google-calendar/ids';
import type { WireEvent } from '@/utils/capture/google-calendar/wire-event';
import type { CaptureResult, Page } from '@/utils/capture/page-adapter';
import type { MeetingAnswer, Person } from '@/utils/model/captured';
import { meetingId, meetingThread } from '@/utils/understand/meeting-id';
import { instantOf, isZone } from '@/utils/understand/wall-time';

const LATEST = 4_102_444_800_000;

export interface Reading {
  page: Page;
  own: ReadonlySet<string>;
  answers: AnswerReader;
  /** The zone in which whole days are meant. */
  zone: string;
}

/** An event's ids, as every page and mail that shows it writes them. */
export function idsOf(event: WireEvent): string[] {
  return [meetingId(event.uid, event.original).slice(0, 1000), sourceId(event.id)];
}

/** Whether the rep takes part: the events of others that the rep may see are not theirs. */
export function isMine(event: WireEvent, own: ReadonlySet<string>): boolean {
  if (event.organiser && own.has(event.organiser.address)) return true;
  return own.has(event.calendar) || event.guests.some(({ person }) => own.has(person.address));
}

/** Somebody else's meeting in the rep's own calendar, even where the answer names no guests. */
export function isInvited(event: WireEvent, own: ReadonlySet<string>): boolean {
  return own.has(event.calendar) && event.organiser !== null && !own.has(event.organiser.address);
}

/** A meeting, as the mail that its invitation is. */
export function meetingOf(event: WireEvent, { page, own, answers, zone }: Reading): CaptureResult {
  const ids = idsOf(event);
  const { organiser, span } = event;
  const from = organiser ?? mainOwn(page, own);
  if (!from) return { ok: false, ids, reason: 'malformed', detail: 'organiser' };
  const { start, end } = instantsOf(event, zone);
  if (start > LATEST || end > LATEST) return { ok: false, ids, reason: 'future-date' };

  const sent = own.has(from.address);
  const invited = event.guests.filter(({ person }) => person.address !== from.address);
  const people = (optional: boolean): Person[] =>
    invited.filter((guest) => answers.isOptional(guest) === optional).map(({ person }) => person);
  return {
    ok: true,
    mail: {
      capture: {
        kind: 'meeting',
        via: 'wire',
        direction: sent ? 'sent' : 'received',
        from,
        to: people(false),
        cc: people(true),
        bcc: [],
        subject: event.title,
        sentAt: start,
        sentAtApproximate: false,
        attachments: [],
        source: {
          site: 'google-calendar',
          ids,
          threadId: meetingThread(event.uid),
          threadIds: [meetingThread(event.uid)],
          account: page.account ?? [...own][0] ?? null,
          url: page.location.href.slice(0, 2000),
        },
        meeting: {
          endsAt: end,
          allDay: span.allDay,
          place: event.place,
          conferenceUrl: event.conferenceUrl,
          status: event.status,
          myAnswer: myAnswer(event, own, sent, answers),
          answers: othersAnswers(event, from, own, answers),
          unnamed: [],
          // An answer that names nobody at all leaves them out.
          guestsUnknown: event.guests.length === 0,
          recurring: event.original !== undefined || event.rules.length > 0,
        },
        body: { type: 'html', content: event.html, clipped: event.clipped },
      },
      labels: [],
      draft: false,
      private: event.private,
    },
  };
}

/** Whoever organises through a group calendar is not named: then it is the rep, on whose calendar it stands. */
function mainOwn(page: Page, own: ReadonlySet<string>): Person | null {
  const address = page.account ?? [...own][0];
  return address === undefined || isPlace(address) ? null : { address };
}

/** Whole days are midnights of the rep's own zone. */
function instantsOf({ span }: WireEvent, zone: string): { start: number; end: number } {
  if (!span.allDay) return span;
  const own = isZone(zone) ? zone : Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { start: instantOf(span.start, own) ?? span.start, end: instantOf(span.end, own) ?? span.end };
}

function myAnswer(
  { guests }: WireEvent,
  own: ReadonlySet<string>,
  organises: boolean,
  answers: AnswerReader,
): MeetingAnswer | null {
  const mine = guests.find(({ person }) => own.has(person.address));
  const said = mine ? answers.answerOf(mine) : null;
  if (organises) return said === 'declined' ? 'declined' : 'organizer';
  return said;
}

function othersAnswers(
  { guests }: WireEvent,
  from: Person,
  own: ReadonlySet<string>,
  answers: AnswerReader,
): { address: string; answer: MeetingAnswer }[] {
  const found: { address: string; answer: MeetingAnswer }[] = [];
  const add = (guest: Guest) => {
    const { address } = guest.person;
    if (own.has(address)) return;
    const answer = address === from.address ? 'organizer' : answers.answerOf(guest);
    if (answer) found.push({ address, answer });
  };
  guests.forEach(add);
  return found;
}
