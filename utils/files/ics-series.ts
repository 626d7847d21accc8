import ICAL from 'ical.js';
import { isUtc, type Moment, momentOf, momentsOf, type ReadClock, tzidOf } from '@/utils/files/ics-values';
import { asUtc } from '@/utils/files/zones';

/*
 * The occurrences of a series that lie within some days. The library walks the rule in wall time, so that a meeting at
 * ten stays at ten when clocks change; the zone is put on each occurrence afterwards.
 */

/** From and until when, in milliseconds, both within. */
export interface Span {
  from: number;
  to: number;
}

/** Steps that rules of one file may take: a daily meeting of a hundred years has 36,500. */
export class StepsLeft {
  private left = 60_000;

  /** Throws where a rule would go on and on. */
  take(): void {
    this.left -= 1;
    if (this.left < 0) throw new TooManySteps();
  }
}

export class TooManySteps extends Error {}

const DAY = 86_400_000;

/** Occurrences that begin within the span, excluded ones left out, by their original start. Throws `TooManySteps`. */
export function occurrencesOf(
  event: ICAL.Component,
  clock: ReadClock,
  span: Span,
  steps: StepsLeft,
): Moment[] {
  const property = event.getFirstProperty('dtstart');
  const first = momentOf(event, 'dtstart', clock);
  if (!property || !first) return [];
  const gone = excluded(event, clock, first);
  const found = new Map<number, Moment>();
  const keep = (moment: Moment) => {
    if (moment.at >= span.from && moment.at <= span.to && !gone(moment)) found.set(moment.at, moment);
  };
  keep(first);
  for (const each of event.getAllProperties('rdate').slice(0, 500))
    for (const moment of momentsOf(each, clock).slice(0, 5_000)) keep(moment);
  const tzid = tzidOf(property);
  const start = property.getFirstValue();
  if (!(start instanceof ICAL.Time)) return [];
  for (const each of event.getAllProperties('rrule').slice(0, 4)) {
    const rule = each.getFirstValue();
    if (rule instanceof ICAL.Recur)
      for (const moment of walk(rule, start, tzid, clock, span, steps)) keep(moment);
  }
  return [...found.values()].sort((a, b) => a.at - b.at).slice(0, 300);
}

function excluded(event: ICAL.Component, clock: ReadClock, first: Moment): (moment: Moment) => boolean {
  const times = new Set<number>();
  const days = new Set<string>();
  for (const property of event.getAllProperties('exdate').slice(0, 2_000)) {
    for (const moment of momentsOf(property, clock)) {
      // A day of a series that has a time of day excludes what begins on it.
      if (moment.isDate && !first.isDate) days.add(dayOf(moment));
      else times.add(moment.at);
    }
  }
  return (moment) => times.has(moment.at) || days.has(dayOf(moment));
}

/** `YYYYMMDD` on the wall. */
export function dayOf({ wall }: Moment): string {
  return new Date(asUtc(wall)).toISOString().slice(0, 10).replaceAll('-', '');
}

function* walk(
  rule: ICAL.Recur,
  start: ICAL.Time,
  tzid: string | null,
  clock: ReadClock,
  span: Span,
  steps: StepsLeft,
): Generator<Moment> {
  if (!isWalkable(rule)) throw new TooManySteps();
  // UNTIL is compared as a point in time, below: it is written in UTC or as a day, and the walk knows no zones.
  const last = rule.until ? lastOf(rule.until, tzid, clock) : Number.POSITIVE_INFINITY;
  const bounded = rule.clone();
  const stop = new Date(span.to + 2 * DAY);
  bounded.until = ICAL.Time.fromData({
    year: stop.getUTCFullYear(),
    month: stop.getUTCMonth() + 1,
    day: stop.getUTCDate(),
    isDate: true,
  });
  const wall = start.clone();
  const utc = isUtc(start);
  wall.zone = ICAL.Timezone.localTimezone;
  if (bounded.until.compare(wall) < 0) return;
  const iterator = bounded.iterator(wall);
  // The library looks for the next fitting day for as long as it takes, and some rules never have one (every seventh
  // day from a Tuesday, if it is a Monday). Each of its steps asks this.
  const check = iterator.check_contracting_rules.bind(iterator);
  iterator.check_contracting_rules = () => {
    steps.take();
    return check();
  };
  for (let time = iterator.next(); time; time = iterator.next()) {
    steps.take();
    const here = time.clone();
    if (utc) here.zone = ICAL.Timezone.utcTimezone;
    const moment = clock(here, tzid);
    if (!Number.isFinite(moment.at) || moment.at > last || moment.at > span.to) return;
    yield moment;
  }
}

/** A last day counts as a whole. */
function lastOf(until: ICAL.Time, tzid: string | null, clock: ReadClock): number {
  const moment = clock(until, tzid);
  if (!until.isDate) return moment.at;
  const end = until.clone();
  end.isDate = false;
  end.hour = 23;
  end.minute = 59;
  end.second = 59;
  return clock(end, tzid).at;
}

/** No meeting takes place every minute; the library steps through an interval one by one. */
function isWalkable(rule: ICAL.Recur): boolean {
  return (
    (rule.freq === 'DAILY' || rule.freq === 'WEEKLY' || rule.freq === 'MONTHLY' || rule.freq === 'YEARLY') &&
    rule.interval <= 1_000 &&
    Object.values(rule.parts).every((values) => !Array.isArray(values) || values.length <= 400)
  );
}
