import { cleanLine, cleanPerson } from '@/utils/capture/clean';
import type { PageEmail, PageMeeting, Person } from '@/utils/model/captured';
import { normalAddress } from '@/utils/understand/address';
import { classifyMail } from '@/utils/understand/classify-mail';
import { asksForAnswer, eventIdsIn, uidOfEventId, utcInstant } from '@/utils/understand/invitation-eid';
import { meetingLinkIn } from '@/utils/understand/invitation-link';
import { type EventMarks, eventMarks } from '@/utils/understand/invitation-marks';
import { meetingId, meetingThread } from '@/utils/understand/meeting-id';

/*
 * Invitations inside mails, as a mail page shows them: the attached iCalendar file cannot be read there, Google's
 * microdata and links can. What a calendar shows of the same event has the same id.
 */

/** What a mail's body says of the event that it invites to: its ids, and the event where the body tells enough. */
export interface Invitation {
  uid: string;
  /** As utils/understand/meeting-id.ts writes it. */
  id: string;
  /** Null where only a link is left of it, and the time stands in words alone. */
  event: (EventMarks & { startsAt: number; endsAt: number }) | null;
}

/** Google's own Message-ID of what its calendar sends: `<calendar-5b0c…@google.com>`. Seen 2025 and 2026. */
const calendarsOwn = /^<calendar-[\w-]{10,80}@google\.com>$/i;

/**
 * The invitation, its change or its cancellation that this body is; null for an answer to one, or where it names no
 * event. `body` is HTML or text.
 */
export function invitationIn(body: string): Invitation | null {
  if (!/eid=|eventid\/googlecalendar/i.test(body)) return null;
  const marks = eventMarks(body);
  const [linked] = eventIdsIn(body);
  // "Accepted: …" names the event too, and everybody in it may be wrong: who sent it is no organiser.
  const cancelled = /Cancelled$/i.test(marks?.status ?? '');
  if (!asksForAnswer(body) && !cancelled && !marks?.organizer) return null;
  // The link names the occurrence, where only one of a series is meant.
  const named = uidOfEventId(linked ?? marks?.eventId ?? '');
  if (!named) return null;
  const startsAt = utcInstant(marks?.start ?? '');
  const endsAt = utcInstant(marks?.end ?? '');
  const timed =
    startsAt !== null && endsAt !== null && endsAt >= startsAt && isInstant(startsAt) && isInstant(endsAt);
  return {
    uid: named.uid,
    id: meetingId(named.uid, named.original),
    event: marks && timed && marks.title !== '' ? { ...marks, startsAt, endsAt } : null,
  };
}

function isInstant(at: number): boolean {
  return at >= 631_152_000_000 && at <= 4_102_444_800_000;
}

/**
 * The meetings that a mail is the invitation to, to be captured instead of the mail; none for any other mail. The mail's
 * own ids go with the meeting, so that whoever looks at the mail finds it.
 */
export function capturesOf(mail: PageEmail): PageMeeting[] {
  const invitation = invitationIn(mail.body.content);
  if (!invitation?.event || !isCalendarsOwn(mail)) return [];
  const { event } = invitation;
  const account = mail.source.account;
  const organizer = event.organizer ? cleanPerson(event.organizer.address, event.organizer.name) : mail.from;
  // The calendar itself sends some of them, and organises nothing.
  if (!organizer || organizer.address.startsWith('calendar-notification@')) return [];
  const guests = peopleOf(event, organizer);
  const known = guests.length > 0;
  const mine = account !== null && normalAddress(account) === organizer.address;
  return [
    {
      kind: 'meeting',
      // What a calendar shows of it is better.
      via: 'page',
      direction: mine ? 'sent' : 'received',
      from: organizer,
      to: known ? guests : mail.to.filter(({ address }) => address !== organizer.address),
      cc: [],
      bcc: [],
      subject: cleanLine(event.title, 1000),
      sentAt: event.startsAt,
      sentAtApproximate: false,
      attachments: [],
      source: {
        ...mail.source,
        ids: [...new Set([invitation.id, ...mail.source.ids])].slice(0, 20),
        threadId: meetingThread(invitation.uid),
        threadIds: [],
      },
      meeting: {
        endsAt: event.endsAt,
        allDay: false,
        place: cleanLine(event.place, 500),
        conferenceUrl: meetingLinkIn(mail.body.content),
        status: /Cancelled$/i.test(event.status) ? 'cancelled' : 'confirmed',
        myAnswer: mine ? 'organizer' : null,
        answers: [],
        unnamed: [],
        guestsUnknown: !known,
        recurring: invitation.id !== meetingThread(invitation.uid),
        asOf: mail.sentAt,
      },
      body: { type: 'text', content: event.description.slice(0, 20_000), clipped: false },
    },
  ];
}

/** A person who forwards or quotes an invitation writes a mail; a calendar's own mail is an invitation. */
function isCalendarsOwn({ source, from, to, subject, body }: PageEmail): boolean {
  if (source.ids.some((id) => calendarsOwn.test(id))) return true;
  const { kind } = classifyMail({
    from: from.name ? `${from.name} <${from.address}>` : from.address,
    to: to.map(({ address }) => address).join(', '),
    subject,
    body: body.content,
  });
  return kind === 'calendar-robot';
}

function peopleOf(event: EventMarks, organizer: Person): Person[] {
  const people = new Map<string, Person>();
  for (const { address, name } of event.guests) {
    const person = cleanPerson(address, name);
    if (person && person.address !== organizer.address && !people.has(person.address))
      people.set(person.address, person);
  }
  return [...people.values()].slice(0, 500);
}
