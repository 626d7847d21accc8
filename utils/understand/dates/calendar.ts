/*
 * Days and times as milliseconds of a calendar without zones: a local time is kept as if it were UTC, so that no
 * zone of the machine and no change of clocks gets in.
 */

export const DAY = 86_400_000;
export const HOUR = 3_600_000;
export const MINUTE = 60_000;

export type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade';

/** `YYYY-MM-DDTHH:mm:ss`, a local time, to calendar milliseconds; NaN when it is none. */
export function fromLocal(iso: string): number {
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d|$)/.test(iso)) return Number.NaN;
  return Date.parse(iso.length <= 10 ? `${iso}T00:00:00Z` : `${iso.slice(0, 19)}Z`);
}

export function toLocal(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19);
}

export function dayOf(ms: number): number {
  return Math.floor(ms / DAY) * DAY;
}

/** 0 is Monday. */
export function weekdayOf(ms: number): number {
  return (Math.floor(ms / DAY) + 3) % 7;
}

export function dateMs(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day);
}

/** The day, or null where the month has no such day. */
export function realDate(year: number, month: number, day: number): number | null {
  const ms = dateMs(year, month, day);
  return new Date(ms).getUTCMonth() === month - 1 && day >= 1 ? ms : null;
}

export function yearOf(ms: number): number {
  return new Date(ms).getUTCFullYear();
}

export function monthOf(ms: number): number {
  return new Date(ms).getUTCMonth() + 1;
}

/** Months on; the 31st becomes the last day of a shorter month. */
export function addMonths(ms: number, months: number): number {
  const at = new Date(ms);
  const first = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1);
  const length = new Date(
    Date.UTC(new Date(first).getUTCFullYear(), new Date(first).getUTCMonth() + 1, 0),
  ).getUTCDate();
  return first + (Math.min(at.getUTCDate(), length) - 1) * DAY + (ms - dayOf(ms));
}

const monthsIn = new Map<Unit, number>([
  ['month', 1],
  ['quarter', 3],
  ['year', 12],
  ['decade', 120],
]);
const lengths = new Map<Unit, number>([
  ['second', 1000],
  ['minute', MINUTE],
  ['hour', HOUR],
  ['day', DAY],
  ['week', 7 * DAY],
]);

export function addUnits(ms: number, unit: Unit, count: number): number {
  const months = monthsIn.get(unit);
  if (months !== undefined) {
    const whole = Math.trunc(count * months);
    return addMonths(ms, whole);
  }
  return ms + (lengths.get(unit) ?? 0) * count;
}

/** Where the unit that holds `ms` begins; weeks on Monday. */
export function startOf(ms: number, unit: Unit): number {
  if (unit === 'week') return dayOf(ms) - weekdayOf(ms) * DAY;
  if (unit === 'month') return dateMs(yearOf(ms), monthOf(ms), 1);
  if (unit === 'quarter') return dateMs(yearOf(ms), Math.floor((monthOf(ms) - 1) / 3) * 3 + 1, 1);
  if (unit === 'year') return dateMs(yearOf(ms), 1, 1);
  if (unit === 'decade') return dateMs(Math.floor(yearOf(ms) / 10) * 10, 1, 1);
  const length = lengths.get(unit) ?? DAY;
  return Math.floor(ms / length) * length;
}

/** Easter Sunday (Meeus, Jones, Butcher). */
export function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dateMs(year, Math.floor(f / 31), (f % 31) + 1);
}
