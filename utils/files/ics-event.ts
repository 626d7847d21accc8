import ICAL from 'ical.js';
import { cleanLine } from '@/utils/capture/clean';
import { bodyOf, type Situation } from '@/utils/files/file-read';
import { type EventPeople, peopleOf } from '@/utils/files/ics-people';
import { textIn, textOf } from '@/utils/files/ics-values';
import type { MeetingAnswer, PageMeeting } from '@/utils/model/captured';
import { httpsAddress, meetingLinkIn } from '@/utils/understand/invitation-link';
import { meetingThread } from '@/utils/understand/meeting-id';

/** One meeting as it takes place: an occurrence of a series, or a single event. */
export interface Occurrence {
  uid: string;
  /** As utils/understand/meeting-id.ts writes it. */
  id: string;
  start: number;
  end: number;
  allDay: boolean;
  recurring: boolean;
  certain: boolean;
}

/** Between 1990 and 2100, as the model wants it. */
function isInstant(at: number): boolean {
  return Number.isInteger(at) && at >= 631_152_000_000 && at <= 4_102_444_800_000;
}

/** Private or confidential: never captured (RFC 5545, 3.8.1.3). */
export function isPrivate(event: ICAL.Component): boolean {
  return /^(PRIVATE|CONFIDENTIAL)$/i.test(textIn(event, 'class').trim());
}

/**
 * The meeting, or null where nobody is known whose it is, or its time is none. `method` is the calendar's, upper-cased:
 * an answer (REPLY) names one guest of many.
 */
export function meetingOf(
  event: ICAL.Component,
  occurrence: Occurrence,
  method: string,
  { own }: Situation,
): PageMeeting | null {
  const { start, end } = occurrence;
  if (!isInstant(start) || !isInstant(end) || end < start) return null;
  const people = peopleOf(event);
  const mine = [people.organizer, ...people.to, ...people.cc].flatMap((person) => person?.address ?? []);
  const me = own.find((address) => mine.includes(address)) ?? null;
  // An event without an organiser is one's own.
  const from = people.organizer ?? (own[0] === undefined ? null : { address: me ?? own[0] });
  if (!from) return null;
  const sent = own.includes(from.address);
  const description = textIn(event, 'description');
  const markup = /<(br|p|a|b|ul|ol|li|div|span|html|table)\b/i.test(description.slice(0, 20_000));
  return {
    kind: 'meeting',
    via: method === 'REPLY' ? 'page' : 'wire',
    direction: sent ? 'sent' : 'received',
    from,
    to: people.to.filter(({ address }) => address !== from.address),
    cc: people.cc.filter(({ address }) => address !== from.address),
    bcc: [],
    subject: cleanLine(textIn(event, 'summary'), 1000),
    sentAt: start,
    sentAtApproximate: !occurrence.certain,
    attachments: [],
    source: {
      site: 'by-hand',
      ids: [occurrence.id],
      threadId: meetingThread(occurrence.uid),
      threadIds: [],
      account: me ?? (sent ? from.address : null),
      url: '',
    },
    meeting: {
      endsAt: end,
      allDay: occurrence.allDay,
      place: cleanLine(textIn(event, 'location'), 500),
      conferenceUrl: conferenceOf(event, description),
      status: statusOf(event, method),
      myAnswer: sent ? 'organizer' : myAnswer(people, me),
      answers: people.answers.filter(({ address }) => !own.includes(address) && address !== from.address),
      unnamed: people.unnamed,
      guestsUnknown: method === 'REPLY',
      recurring: occurrence.recurring,
      ...asOf(event),
    },
    body: bodyOf(markup ? 'html' : 'text', description),
  };
}

/** As of when it stands so: DTSTAMP (RFC 5545, 3.8.7.2), which is UTC. */
function asOf(event: ICAL.Component): { asOf?: number } {
  const stamp = event.getFirstPropertyValue('dtstamp');
  const at = stamp instanceof ICAL.Time ? stamp.toUnixTime() * 1_000 : Number.NaN;
  return isInstant(at) ? { asOf: at } : {};
}

function myAnswer({ answers }: EventPeople, me: string | null): MeetingAnswer | null {
  return answers.find(({ address }) => address === me)?.answer ?? null;
}

function statusOf(event: ICAL.Component, method: string): PageMeeting['meeting']['status'] {
  const status = textIn(event, 'status').trim().toUpperCase();
  if (method === 'CANCEL' || status === 'CANCELLED') return 'cancelled';
  return status === 'TENTATIVE' ? 'tentative' : 'confirmed';
}

/** Where programs write the link of an online meeting. CONFERENCE: RFC 7986. */
const conferenceProperties = [
  'x-google-conference',
  'x-microsoft-skypeteamsmeetingurl',
  'x-microsoft-onlinemeetingexternallink',
  'conference',
];

function conferenceOf(event: ICAL.Component, description: string): string {
  for (const name of conferenceProperties) {
    for (const property of event.getAllProperties(name).slice(0, 10)) {
      const address = httpsAddress(textOf(property.getFirstValue()));
      if (address !== '') return address;
    }
  }
  return meetingLinkIn(`${textIn(event, 'location')}\n${textIn(event, 'url')}\n${description}`);
}
