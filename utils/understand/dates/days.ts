import {
  addMonths,
  DAY,
  dateMs,
  dayOf,
  monthOf,
  realDate,
  startOf,
  weekdayOf,
  yearOf,
} from '@/utils/understand/dates/calendar';
import type { Context, Item, Meaning } from '@/utils/understand/dates/item';

/** Two digits of a year: 15 is 2015, 74 is 1974. */
export function fullYear(n: number, digits: number | undefined): number | null {
  if (digits === 4) return n >= 1800 && n < 2300 ? n : null;
  if (digits !== 2) return null;
  return n < 50 ? 2000 + n : 1900 + n;
}

/** The month's next coming, the running one included. */
export function yearOfMonth(month: number, { ref }: Context): number {
  return month < monthOf(ref) ? yearOf(ref) + 1 : yearOf(ref);
}

function nextMonthDay(m: number, d: number, { ref }: Context): number | null {
  const today = dayOf(ref);
  for (let year = yearOf(ref); year < yearOf(ref) + 9; year++) {
    const ms = realDate(year, m, d);
    if (ms !== null && ms >= today) return ms;
  }
  return null;
}

/** "Friday, July 18": the year nearest by in which that is a Friday, where one is near. */
function weekdayFits(m: number, d: number, wd: number | undefined, { ref }: Context): number | null {
  if (wd === undefined) return null;
  for (let year = yearOf(ref) - 1; year <= yearOf(ref) + 2; year++) {
    const ms = realDate(year, m, d);
    if (ms !== null && weekdayOf(ms) === wd && ms > ref - 60 * DAY && ms < ref + 600 * DAY) return ms;
  }
  return null;
}

function nextDayOfMonth(d: number, wd: number | undefined, { ref }: Context): number | null {
  const today = dayOf(ref);
  for (let step = 0; step < 30; step++) {
    const month = addMonths(startOf(ref, 'month'), step);
    const ms = realDate(yearOf(month), monthOf(month), d);
    if (ms !== null && ms >= today && (wd === undefined || weekdayOf(ms) === wd)) return ms;
  }
  return null;
}

/** The day that the words mean: always the next one that fits, a weekday never today. */
export function dayMs(item: Item | Meaning | undefined, context: Context): number | null {
  if (!item) return null;
  const today = dayOf(context.ref);
  if (item.cat === 'wd' && item.wd !== undefined) {
    return today + (((item.wd - weekdayOf(today) + 6) % 7) + 1) * DAY;
  }
  if (item.cat === 'md' && item.m !== undefined && item.d !== undefined) {
    if (item.y !== undefined) return realDate(item.y, item.m, item.d);
    return weekdayFits(item.m, item.d, item.wd, context) ?? nextMonthDay(item.m, item.d, context);
  }
  if (item.cat === 'dom' && item.d !== undefined) return nextDayOfMonth(item.d, item.wd, context);
  if ((item.cat === 'day' || item.cat === 'moment') && item.ms !== undefined) return dayOf(item.ms);
  return null;
}

export function monthPeriod(item: Item | undefined, context: Context): { ms: number; to: number } | null {
  if (item?.cat === 'mon' && item.m !== undefined) {
    const ms = dateMs(item.y ?? yearOfMonth(item.m, context), item.m, 1);
    return { ms, to: addMonths(ms, 1) };
  }
  if (item?.cat === 'year' && item.y !== undefined)
    return { ms: dateMs(item.y, 1, 1), to: dateMs(item.y + 1, 1, 1) };
  if (item?.cat === 'period' && item.ms !== undefined && item.to !== undefined)
    return { ms: item.ms, to: item.to };
  return null;
}

export function day(ms: number | null): Meaning | null {
  return ms === null ? null : { cat: 'day', ms };
}

export function period(ms: number, to: number, unit?: Meaning['unit']): Meaning {
  return unit === undefined
    ? { cat: 'period', ms, to, due: null }
    : { cat: 'period', ms, to, unit, due: null };
}
