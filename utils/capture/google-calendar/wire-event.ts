import { cleanLine, cut } from '@/utils/capture/clean';
import { type Guest, isPlace, readGuests, readPerson } from '@/utils/capture/google-calendar/guests';
import { eventId, type Original, splitEventId } from '@/utils/capture/google-calendar/ids';
import { at, listAt, numberAt, textAt } from '@/utils/capture/json';
import type { Person } from '@/utils/model/captured';

/** The longest description that a capture may carry, in UTF-16 units. */
export const MAX_BODY = 100_000;

/** `allDay`: midnights of UTC that stand for days, the end exclusive; else instants. Milliseconds since 1970. */
export interface Span {
  start: number;
  end: number;
  allDay: boolean;
}

/** An event as the wire has it. */
export interface WireEvent {
  id: string;
  calendar: string;
  series: string;
  original?: Original;
  uid: string;
  /** Milliseconds since 1970; which of two versions is newer. */
  updated: number;
  span: Span;
  /** The zone in which it repeats. */
  zone: string;
  rules: string[];
  status: 'confirmed' | 'tentative' | 'cancelled';
  private: boolean;
  title: string;
  place: string;
  conferenceUrl: string;
  organiser: Person | null;
  guests: Guest[];
  html: string;
  clipped: boolean;
}

/** Why something that looks like an event is none: the named step, or nothing to report. */
export type NoEvent = { step: 'event-time' | 'event-uid' | 'event-organiser' } | { gone: string } | null;

/** The shortest event seen had 83 places; one cut short still has its start at 35. */
export function looksLikeEvent(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length >= 36 && value.length <= 400 && eventId(value[0]) !== null;
}

/**
 * `[0]` id, `[1]` status, `[4]` updated, `[5]` title, `[7]` place, `[9]` creator, `[12]` rules, `[17]` visibility,
 * `[18]` iCalendar UID, `[34]` organiser, `[35]` start, `[36]` end, `[64][1]` description. 2025-09; `[17]` is where the
 * order of Google's documentation puts it.
 */
export function readEvent(e: unknown[], calendar: string): WireEvent | NoEvent {
  const id = eventId(e[0]);
  if (id === null) return null;
  const [span, status] = [spanOf(e[35], e[36]), statusOf(e[1])];
  // What is left of a deleted event has no time.
  if (!span && (status === 'cancelled' || isEmptyTime(e[35]))) return { gone: id };
  if (!span) return { step: 'event-time' };
  const guests = readGuests(e);
  const uid = textAt(e[18]).trim();
  const organiser = personAt(e[34]) ?? personAt(e[9]);
  if (guests.length > 0 && uid === '') return { step: 'event-uid' };
  // A team calendar organises and creates for others.
  const nobody = !organiser && !readPerson(e[34]) && !readPerson(e[9]);
  if (guests.length > 0 && nobody) return { step: 'event-organiser' };
  // A time that is only shown as taken: nothing to record of it.
  if (uid === '' || uid.length > 900) return null;
  const html = textAt(e[64], 1);
  const place = cleanLine(textAt(e[7]), 500);
  return {
    id,
    calendar,
    ...splitEventId(id),
    uid,
    updated: numberAt(e[4]) ?? 0,
    span,
    zone: textAt(e[35], 2).slice(0, 100),
    rules: listAt(e[12]).filter((rule) => typeof rule === 'string'),
    status,
    private: isPrivate(e[17]),
    title: cleanLine(textAt(e[5]), 1000),
    place,
    conferenceUrl: conferenceIn(e, place, html),
    organiser,
    guests,
    html: cut(html, MAX_BODY),
    clipped: html.length > MAX_BODY,
  };
}

function personAt(value: unknown): Person | null {
  const person = readPerson(value);
  return person && !isPlace(person.address) ? person : null;
}

const isInstant = (value: unknown): value is number =>
  typeof value === 'number' &&
  Number.isInteger(value) &&
  value > 631_152_000_000 &&
  value < 4_102_444_800_000;

/** Timed: `[null, [ms], zone]`; whole days: `[ms]`, midnight in UTC. */
export function spanOf(from: unknown, to: unknown): Span | null {
  const [start, day] = [at(from, 1, 0), at(from, 0)];
  const allDay = !isInstant(start) && isInstant(day) && day % 86_400_000 === 0;
  const begin = allDay ? day : start;
  if (!isInstant(begin)) return null;
  const end = allDay ? at(to, 0) : at(to, 1, 0);
  const least = allDay ? begin + 86_400_000 : begin;
  return { start: begin, end: isInstant(end) && end >= begin ? Math.max(end, least) : least, allDay };
}

function isEmptyTime(value: unknown): boolean {
  return (
    value === null || value === undefined || (Array.isArray(value) && value.every((each) => each === null))
  );
}

/** 1 is what a real event of 2025-09 has; 3 and, of nothing but an id, 2 are what its siblings would be. */
function statusOf(value: unknown): WireEvent['status'] {
  const name = typeof value === 'string' ? value.toLowerCase() : value;
  if (name === 'cancelled' || name === 3) return 'cancelled';
  return name === 'tentative' || name === 2 ? 'tentative' : 'confirmed';
}

/** Unset, 0 and 1 are the default in every numbering that Google uses; the rest is private, or treated so. */
function isPrivate(value: unknown): boolean {
  if (typeof value === 'string') return value === 'private' || value === 'confidential';
  return typeof value === 'number' && value >= 2;
}

const conference =
  /https:\/\/(?:meet\.google\.com\/[a-z]{3}-[a-z]{4}-[a-z]{3}\b|(?:[\w-]{1,60}\.){0,3}zoom\.us\/(?:j|my|w)\/[\w?=&.%-]{1,300}|teams\.(?:microsoft|live)\.com\/(?:l\/meetup-join|meet)\/[\w%./?=&:@+-]{1,1500}|(?:[\w-]{1,60}\.){1,3}webex\.com\/[\w%./?=&+-]{1,500})/i;

/** The link that the event itself carries comes first, then the one somebody wrote into place or description. */
function conferenceIn(e: readonly unknown[], place: string, html: string): string {
  const stack: { value: unknown; depth: number }[] = [];
  for (let i = Math.min(e.length, 400) - 1; i > 7; i -= 1) {
    if (i !== 64 && i !== 20) stack.push({ value: e[i], depth: 0 });
  }
  for (let count = 0; count < 2000; count += 1) {
    const next = stack.pop();
    if (!next) break;
    const { value, depth } = next;
    if (typeof value === 'string') {
      const link = value.startsWith('https://') ? conference.exec(value.slice(0, 2000)) : null;
      if (link?.index === 0) return link[0];
    } else if (Array.isArray(value) && depth < 6) {
      for (const each of value.slice(0, 100).reverse()) stack.push({ value: each, depth: depth + 1 });
    }
  }
  const written = conference.exec(place) ?? conference.exec(html.slice(0, 20_000).replace(/&amp;/g, '&'));
  return written?.[0] ?? '';
}
