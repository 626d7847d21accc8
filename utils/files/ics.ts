import ICAL from 'ical.js';
import { type FileRead, MOST_CAPTURES, type Situation, unread } from '@/utils/files/file-read';
import { isPrivate, meetingOf, type Occurrence } from '@/utils/files/ics-event';
import { dayOf, occurrencesOf, type Span, StepsLeft, TooManySteps } from '@/utils/files/ics-series';
import { clockOf, type Moment, momentOf, type ReadClock, textIn } from '@/utils/files/ics-values';
import { asUtc } from '@/utils/files/zones';
import type { PageMeeting } from '@/utils/model/captured';
import { meetingId } from '@/utils/understand/meeting-id';

const DAY = 86_400_000;
/** Of a series, and of a calendar with several meetings, what lies within these days counts. */
const BACK = 30 * DAY;
const AHEAD = 45 * DAY;
/** Events of one file; a whole calendar of ten years has that many. */
const MOST_EVENTS = 20_000;

/** Methods that say how a meeting is; a counter-proposal (COUNTER) says how somebody would like it. RFC 5546. */
const methods = new Set(['', 'PUBLISH', 'REQUEST', 'ADD', 'CANCEL', 'REPLY']);

interface FoundEvent {
  event: ICAL.Component;
  clock: ReadClock;
  method: string;
}

/** The meetings of an iCalendar text (RFC 5545), at most 300, the nearest in time first taken. */
export function readIcs(text: string, situation: Situation): FileRead {
  const calendars = calendarsIn(text);
  if (!calendars) return unread('file-broken');
  const series = new Map<string, FoundEvent[]>();
  let hidden = 0;
  let left = MOST_EVENTS;
  for (const calendar of calendars) {
    const method = textIn(calendar, 'method').trim().toUpperCase();
    if (!methods.has(method)) continue;
    const clock = clockOf(calendar, situation);
    for (const event of calendar.getAllSubcomponents('vevent')) {
      left -= 1;
      if (left < 0) return unread('file-too-large');
      if (isPrivate(event)) {
        hidden += 1;
        continue;
      }
      const uid = uidOf(event);
      const known = series.get(uid);
      if (known) known.push({ event, clock, method });
      else series.set(uid, [{ event, clock, method }]);
    }
  }
  if (series.size === 0) return unread(hidden > 0 ? 'private-event' : 'file-empty');

  const alone = series.size === 1;
  const span = { from: situation.now - BACK, to: situation.now + AHEAD };
  const steps = new StepsLeft();
  const meetings: PageMeeting[] = [];
  let endless = false;
  let nobody = false;
  let broken = false;
  for (const [uid, events] of series) {
    try {
      for (const { event, method, ...occurrence } of occurrences(uid, events, span, alone, steps)) {
        const meeting = meetingOf(event, occurrence, method, situation);
        if (meeting) meetings.push(meeting);
        else nobody = true;
      }
    } catch (error) {
      // Values are read when they are asked for: a broken one costs its meeting and no other.
      if (error instanceof TooManySteps) endless = true;
      else broken = true;
    }
  }
  const near = meetings
    .sort((a, b) => Math.abs(a.sentAt - situation.now) - Math.abs(b.sentAt - situation.now))
    .slice(0, MOST_CAPTURES)
    .sort((a, b) => a.sentAt - b.sentAt);
  if (near.length > 0) return { ok: true, captures: near, onPurpose: alone };
  if (endless) return unread('series-too-long');
  return unread(broken ? 'file-broken' : nobody ? 'nobody-found' : 'nothing-near');
}

/** The calendars in a text, or null where it is none. One broken line does not cost the rest. */
function calendarsIn(text: string): ICAL.Component[] | null {
  const whole = text.replace(/^\uFEFF/, '').replaceAll('\u0000', '');
  if (!/^\s{0,1000}BEGIN:VCALENDAR/i.test(whole)) return null;
  const parsed = parsedCalendar(whole) ?? parsedCalendar(withoutBrokenLines(whole));
  if (!Array.isArray(parsed)) return null;
  const all: unknown[] = typeof parsed[0] === 'string' ? [parsed] : parsed;
  return all
    .filter((each): each is unknown[] => Array.isArray(each) && each[0] === 'vcalendar')
    .slice(0, 100)
    .map((each) => new ICAL.Component(each));
}

function parsedCalendar(text: string): unknown {
  try {
    const parsed: unknown = ICAL.parse(text);
    return parsed;
  } catch {
    return null;
  }
}

/** Lines that are neither `NAME:value`, `NAME;…:value` nor the rest of one are left out. */
function withoutBrokenLines(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .filter((line) => /^[ \t]/.test(line) || /^[A-Za-z0-9-]{1,100}[:;]/.test(line))
    .join('\r\n');
}

/** An event without a UID breaks the standard; its time and title name it well enough to be known again. */
function uidOf(event: ICAL.Component): string {
  const uid = textIn(event, 'uid').trim().slice(0, 900);
  if (uid !== '') return uid;
  const start = event.getFirstProperty('dtstart')?.toICALString() ?? '';
  return `no-uid ${start.slice(0, 100)} ${textIn(event, 'summary').slice(0, 200)}`;
}

type FoundOccurrence = Occurrence & Pick<FoundEvent, 'event' | 'method'>;

/** What takes place of one UID: the single event, or the series' occurrences with those that were changed. */
function* occurrences(
  uid: string,
  events: FoundEvent[],
  span: Span,
  alone: boolean,
  steps: StepsLeft,
): Generator<FoundOccurrence> {
  const within = ({ at }: Moment) => at >= span.from && at <= span.to;
  const newest = [...events].sort((a, b) => revision(b.event) - revision(a.event));
  const master = newest.find(({ event }) => !event.hasProperty('recurrence-id'));
  const first = master ? momentOf(master.event, 'dtstart', master.clock) : null;

  // Occurrences that were changed on their own, by their original start.
  const changed = new Set<string>();
  for (const found of newest) {
    const original = momentOf(found.event, 'recurrence-id', found.clock);
    const start = momentOf(found.event, 'dtstart', found.clock) ?? original;
    if (!original || !start) continue;
    const id = meetingId(uid, originalOf(original, first));
    if (changed.has(id)) continue;
    changed.add(id);
    if ((alone && !master) || within(start))
      yield { ...found, ...timeOf(found, start), uid, id, recurring: true };
  }
  if (!master || !first) return;

  const recurring = master.event.hasProperty('rrule') || master.event.hasProperty('rdate');
  if (!recurring) {
    if (alone || within(first))
      yield { ...master, ...timeOf(master, first), uid, id: meetingId(uid), recurring: false };
    return;
  }
  for (const start of occurrencesOf(master.event, master.clock, span, steps)) {
    const id = meetingId(uid, start.isDate ? { day: dayOf(start) } : { start: start.at });
    if (!changed.has(id)) yield { ...master, ...timeOf(master, start), uid, id, recurring: true };
  }
}

/** Higher is newer: SEQUENCE, then DTSTAMP. */
function revision(event: ICAL.Component): number {
  const sequence = Number(event.getFirstPropertyValue('sequence'));
  const stamp = event.getFirstPropertyValue('dtstamp');
  const seconds = stamp instanceof ICAL.Time ? stamp.toUnixTime() : 0;
  const number = Number.isInteger(sequence) && sequence >= 0 && sequence < 100_000 ? sequence : 0;
  return number * 1e11 + (Number.isFinite(seconds) ? seconds : 0);
}

/** Some programs name an occurrence by its day alone though the series has a time of day: that one is meant. */
function originalOf(original: Moment, first: Moment | null): { start: number } | { day: string } {
  if (!original.isDate) return { start: original.at };
  if (!first || first.isDate) return { day: dayOf(original) };
  return { start: first.daysLater(daysBetween(first, original)) };
}

/** Days from one wall day to another. */
function daysBetween(from: Moment, to: Moment): number {
  const day = (moment: Moment) => asUtc({ ...moment.wall, hour: 0, minute: 0, second: 0 });
  return Math.round((day(to) - day(from)) / DAY);
}

/** When an occurrence that begins then ends: as long after it as the event says (RFC 5545, 3.6.1). */
function timeOf(
  { event, clock }: FoundEvent,
  start: Moment,
): Pick<Occurrence, 'start' | 'end' | 'allDay' | 'certain'> {
  const { at, isDate, certain } = start;
  return { start: at, end: endOf(event, clock, start), allDay: isDate, certain };
}

function endOf(event: ICAL.Component, clock: ReadClock, start: Moment): number {
  const from = momentOf(event, 'dtstart', clock) ?? start;
  const to = momentOf(event, 'dtend', clock);
  if (to && start.isDate) return start.daysLater(Math.max(1, daysBetween(from, to)));
  if (to) return start.at + (to.at - from.at);
  const duration = event.getFirstPropertyValue('duration');
  if (duration instanceof ICAL.Duration && !duration.isNegative) {
    const { weeks, days, hours, minutes, seconds } = duration;
    return start.daysLater(weeks * 7 + days) + ((hours * 60 + minutes) * 60 + seconds) * 1_000;
  }
  return start.isDate ? start.daysLater(1) : start.at;
}
