import ICAL from 'ical.js';
import type { Situation } from '@/utils/files/file-read';
import { asUtc, instantIn, knownZone, type WallTime } from '@/utils/files/zones';

/*
 * Values of an iCalendar file, with their zones. RFC 5545.
 */

/** When something begins or ends: milliseconds, and what the file wrote. */
export interface Moment {
  at: number;
  wall: WallTime;
  /** A whole day: `at` is its midnight in the rep's zone. */
  isDate: boolean;
  /** False where the file names a zone that nobody knows: the rep's own was taken. */
  certain: boolean;
  /** The point in time at which it is this time of day so many days later; days of a zone may have 23 hours. */
  daysLater(days: number): number;
}

/** Turns a wall time of the given zone name (null: none) into a point in time. */
export type ReadClock = (time: ICAL.Time, tzid: string | null) => Moment;

/** At most so many rules of a time zone; real ones have two to thirty. */
const MOST_OBSERVANCES = 60;

/** How clocks are read in this calendar: known zones by Intl, others by the definition that the file brings. */
export function clockOf(calendar: ICAL.Component, { timeZone }: Situation): ReadClock {
  const defined = new Map<string, ICAL.Timezone>();
  for (const component of calendar.getAllSubcomponents('vtimezone').slice(0, 100)) {
    const tzid = component.getFirstPropertyValue('tzid');
    if (typeof tzid === 'string' && isHarmless(component)) defined.set(tzid, new ICAL.Timezone(component));
  }
  const read = (wall: WallTime, tzid: string | null): { at: number; certain: boolean } => {
    if (tzid === null) return { at: instantIn(wall, timeZone), certain: true };
    const known = knownZone(tzid, false);
    if (known) return { at: instantIn(wall, known), certain: true };
    const zone = defined.get(tzid);
    const offset = zone ? offsetOf(zone, wall) : null;
    if (offset !== null) return { at: asUtc(wall) - offset, certain: true };
    const windows = knownZone(tzid, true);
    return { at: instantIn(wall, windows ?? timeZone), certain: windows !== null };
  };
  return (time, tzid) => {
    const { isDate } = time;
    const zone = isDate ? null : isUtc(time) ? 'UTC' : tzid;
    const wall = wallOf(time);
    return {
      ...read(wall, zone),
      wall,
      isDate,
      daysLater: (days) => read({ ...wall, day: wall.day + days }, zone).at,
    };
  };
}

function wallOf({ year, month, day, hour, minute, second, isDate }: ICAL.Time): WallTime {
  return isDate
    ? { year, month, day, hour: 0, minute: 0, second: 0 }
    : { year, month, day, hour, minute, second };
}

export function isUtc(time: ICAL.Time): boolean {
  return time.zone === ICAL.Timezone.utcTimezone;
}

function offsetOf(zone: ICAL.Timezone, wall: WallTime): number | null {
  try {
    const offset = zone.utcOffset(ICAL.Time.fromData({ ...wall, isDate: false })) * 1000;
    return Math.abs(offset) <= 86_400_000 ? offset : null;
  } catch {
    return null;
  }
}

/** The library walks a zone's rules until 2035: only yearly ones are let in, a zone that changes each second is not. */
function isHarmless(zone: ICAL.Component): boolean {
  try {
    return hasYearlyRules(zone);
  } catch {
    // A value in it is broken.
    return false;
  }
}

function hasYearlyRules(zone: ICAL.Component): boolean {
  const observances = zone.getAllSubcomponents();
  if (observances.length === 0 || observances.length > MOST_OBSERVANCES) return false;
  return observances.every((observance) => {
    const rules = observance.getAllProperties('rrule');
    if (rules.length > 1 || observance.getAllProperties('rdate').length > 200) return false;
    const start = observance.getFirstPropertyValue('dtstart');
    if (!(start instanceof ICAL.Time) || start.year < 1500 || start.year > 2100) return false;
    const rule = rules[0]?.getFirstValue();
    if (rule === undefined) return true;
    return (
      rule instanceof ICAL.Recur &&
      rule.freq === 'YEARLY' &&
      rule.interval === 1 &&
      Object.entries(rule.parts).every(
        ([part, values]) =>
          ['BYMONTH', 'BYDAY', 'BYMONTHDAY'].includes(part) && Array.isArray(values) && values.length <= 31,
      )
    );
  });
}

/** All the times of a property (EXDATE and RDATE hold several), a period by its start. */
export function momentsOf(property: ICAL.Property, clock: ReadClock): Moment[] {
  const tzid = tzidOf(property);
  return property
    .getValues()
    .map((value: unknown) => (value instanceof ICAL.Period ? value.start : value))
    .filter((value: unknown) => value instanceof ICAL.Time)
    .map((value) => clock(value, tzid));
}

export function momentOf(component: ICAL.Component, name: string, clock: ReadClock): Moment | null {
  const property = component.getFirstProperty(name);
  const moment = property ? momentsOf(property, clock)[0] : undefined;
  return moment && Number.isFinite(moment.at) ? moment : null;
}

export function tzidOf(property: ICAL.Property): string | null {
  return textOf(property.getParameter('tzid')) || null;
}

/** A value or parameter as text; empty where it is none. */
export function textOf(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : '';
}

/** A property's text, or empty. */
export function textIn(component: ICAL.Component, name: string): string {
  return textOf(component.getFirstPropertyValue(name));
}
