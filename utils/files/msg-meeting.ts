import { cleanLine, cleanPerson } from '@/utils/capture/clean';
import { bodyOf, type FileRead, type Situation, unread } from '@/utils/files/file-read';
import { instantOf } from '@/utils/files/mail-headers';
import type { Recipient } from '@/utils/files/msg';
import { APPOINTMENT_SET, MEETING_SET, type Properties } from '@/utils/files/msg-properties';
import type { MeetingAnswer, PageMeeting, Person } from '@/utils/model/captured';
import { meetingLinkIn } from '@/utils/understand/invitation-link';
import { exchangeOccurrenceDay, meetingId, meetingThread } from '@/utils/understand/meeting-id';

/** Outlook's numbers of answers ([MS-OXOCAL] 2.2.1.11). */
const answers = new Map<number, MeetingAnswer>([
  [1, 'organizer'],
  [2, 'tentative'],
  [3, 'accepted'],
  [4, 'declined'],
]);

/** Of a mail that answers an invitation: its class says what. */
const replies = new Map<string, MeetingAnswer>([
  ['POS', 'accepted'],
  ['TENT', 'tentative'],
  ['NEG', 'declined'],
]);

/**
 * The meeting that a meeting request, an answer to one, a cancellation or a calendar's own item is. Of a series Outlook
 * saves the whole as one item: its first occurrence is taken. `kind` is the item's class, upper-cased.
 */
export function meetingFromItem(
  kind: string,
  item: Properties,
  names: ReadonlyMap<string, number>,
  people: { from: { address: string; name: string }; recipients: Recipient[] },
  { own }: Situation,
): FileRead {
  const sensitivity = item.number(0x0036) ?? 0;
  if (sensitivity === 2 || sensitivity === 3) return unread('private-event');
  const named = (set: string, number: number) => names.get(`${set}:${number}`) ?? 0;
  const appointment = (number: number) => named(APPOINTMENT_SET, number);
  const start = instantOf(item.time(appointment(0x820d)) ?? item.time(0x0060) ?? undefined);
  const end = instantOf(item.time(appointment(0x820e)) ?? item.time(0x0061) ?? undefined);
  const uid = uidOf(item.bytes(named(MEETING_SET, 3)) ?? item.bytes(named(MEETING_SET, 0x23)));
  if (start === null || end === null || end < start || uid === '') return unread('file-broken');

  const reply = kind.startsWith('IPM.SCHEDULE.MEETING.RESP.')
    ? replies.get(kind.split('.')[4] ?? '')
    : undefined;
  const sender = cleanPerson(people.from.address, people.from.name);
  const organizer = reply ? firstOf(people.recipients) : (organizerOf(people.recipients) ?? sender);
  if (!organizer) return unread('nobody-found');
  const invited = reply
    ? { to: sender ? [sender] : [], cc: [], unnamed: [] }
    : guestsOf(people.recipients, organizer.address);
  const sent = own.includes(organizer.address);
  const all = [organizer, ...invited.to, ...invited.cc];
  const account = all.find(({ address }) => own.includes(address))?.address ?? null;
  const recurring = item.yes(appointment(0x8223)) || exchangeOccurrenceDay(uid) !== null;
  const original = item.time(appointment(0x8228)) ?? start;
  const cancelled = kind.includes('CANCELED') || ((item.number(appointment(0x8217)) ?? 0) & 4) !== 0;
  const text = item.text(0x1000);
  const mine = answers.get(item.number(appointment(0x8218)) ?? 0);
  const asOf = instantOf(item.time(0x0039) ?? item.time(0x3008) ?? undefined);
  const meeting: PageMeeting = {
    kind: 'meeting',
    via: reply ? 'page' : 'wire',
    direction: sent ? 'sent' : 'received',
    from: organizer,
    to: invited.to,
    cc: invited.cc,
    bcc: [],
    // An answer's subject begins with the answer; the title stands beside it.
    subject: cleanLine(item.text(0x0e1d) || item.text(0x0037), 1000),
    sentAt: start,
    sentAtApproximate: false,
    attachments: [],
    source: {
      site: 'by-hand',
      ids: [meetingId(uid, recurring ? { start: original } : undefined)],
      threadId: meetingThread(uid),
      threadIds: [],
      account,
      url: '',
    },
    meeting: {
      endsAt: end,
      allDay: item.yes(appointment(0x8215)),
      place: cleanLine(item.text(appointment(0x8208)), 500),
      conferenceUrl: meetingLinkIn(`${item.text(appointment(0x8208))}\n${text}`),
      status: cancelled ? 'cancelled' : 'confirmed',
      myAnswer: sent ? 'organizer' : reply ? null : (mine ?? 'none'),
      answers:
        reply && sender ? [{ address: sender.address, answer: reply }] : answersOf(people.recipients, own),
      unnamed: invited.unnamed,
      guestsUnknown: reply !== undefined,
      recurring,
      ...(asOf === null ? {} : { asOf }),
    },
    body: bodyOf('text', reply ? '' : text),
  };
  return { ok: true, captures: [meeting], onPurpose: true };
}

function uidOf(bytes: Uint8Array | null): string {
  if (!bytes || bytes.length < 40 || bytes.length > 1_000) return '';
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

function personOf({ address, name }: Recipient): Person | null {
  return cleanPerson(address, name);
}

function firstOf(recipients: Recipient[]): Person | null {
  return recipients.map(personOf).find((person) => person !== null) ?? null;
}

function organizerOf(recipients: Recipient[]): Person | null {
  const found = recipients.find(({ organizer, answer }) => organizer || answer === 1);
  return found ? personOf(found) : null;
}

/** Type 2 is optional, type 3 a room. */
function guestsOf(
  recipients: Recipient[],
  organizer: string,
): { to: Person[]; cc: Person[]; unnamed: string[] } {
  const guests: { to: Person[]; cc: Person[]; unnamed: string[] } = { to: [], cc: [], unnamed: [] };
  const seen = new Set([organizer]);
  for (const recipient of recipients) {
    if (recipient.type === 3 || recipient.organizer) continue;
    const person = personOf(recipient);
    if (!person) {
      const name = cleanLine(recipient.name, 200);
      if (name !== '' && guests.unnamed.length < 100) guests.unnamed.push(name);
    } else if (!seen.has(person.address)) {
      seen.add(person.address);
      const list = recipient.type === 2 ? guests.cc : guests.to;
      if (list.length < 500) list.push(person);
    }
  }
  return guests;
}

function answersOf(recipients: Recipient[], own: readonly string[]): PageMeeting['meeting']['answers'] {
  const found = new Map<string, MeetingAnswer>();
  for (const recipient of recipients) {
    const person = recipient.type === 3 || recipient.organizer ? null : personOf(recipient);
    if (person && !own.includes(person.address) && found.size < 500)
      found.set(person.address, answers.get(recipient.answer) ?? 'none');
  }
  return [...found].map(([address, answer]) => ({ address, answer }));
}
