import {
  addMonths,
  addUnits,
  DAY,
  dateMs,
  dayOf,
  easter,
  monthOf,
  realDate,
  startOf,
  weekdayOf,
  yearOf,
} from '@/utils/understand/dates/calendar';
import type { Rule } from '@/utils/understand/dates/chart';
import { day, dayMs, monthPeriod, period, yearOfMonth } from '@/utils/understand/dates/days';
import type { Context, Item, Meaning } from '@/utils/understand/dates/item';

/** "next Friday": in English the one of next week; elsewhere the coming one, but not tomorrow's in the south. */
function moved(step: number, wd: number, { ref, lang }: Context): number {
  const today = dayOf(ref);
  const monday = startOf(ref, 'week');
  const coming = today + (((wd - weekdayOf(today) + 6) % 7) + 1) * DAY;
  if (step === 0) return monday + wd * DAY < today ? coming : monday + wd * DAY === today ? today : coming;
  if (step < 0)
    return lang === 'en'
      ? monday + (wd - 7) * DAY
      : coming - 7 * DAY - (coming === today + 7 * DAY ? 7 * DAY : 0);
  // "lundi en huit": a week after the next, or after today.
  if (step === 3) return weekdayOf(today) === wd ? today + 7 * DAY : coming + 7 * DAY;
  if (step > 1) return coming + 7 * DAY;
  if (lang === 'en') return monday + (wd + 7) * DAY;
  if (lang === 'es' || lang === 'it' || lang === 'pt')
    return coming - today <= DAY ? coming + 7 * DAY : coming;
  return coming;
}

/** The n-th weekday in a span of days; -1 the last. */
function nth(n: number, wd: number, from: number, to: number): number | null {
  if (n < 0) {
    const last = to - DAY;
    return last - ((weekdayOf(last) - wd + 7) % 7) * DAY;
  }
  const first = from + ((wd - weekdayOf(from) + 7) % 7) * DAY;
  const ms = first + (n - 1) * 7 * DAY;
  return ms < to ? ms : null;
}

function weekIn(n: number, from: number, to: number): Meaning {
  if (n < 0) {
    const last = startOf(to - DAY, 'week');
    // A week belongs to the month that holds its Thursday.
    const ms = last + 3 * DAY < to ? last : last - 7 * DAY;
    return period(ms, ms + 7 * DAY, 'week');
  }
  const first = startOf(from, 'week');
  const ms = (weekdayOf(from) <= 3 && weekdayOf(from) === 0 ? first : first + 7 * DAY) + (n - 1) * 7 * DAY;
  return period(ms, ms + 7 * DAY, 'week');
}

function quarter(year: number, n: number): Meaning {
  const ms = addMonths(year, (n - 1) * 3);
  return period(ms, addMonths(ms, 3), 'quarter');
}

function nextEaster(ref: number): number {
  const ms = easter(yearOf(ref));
  return ms >= dayOf(ref) ? ms : easter(yearOf(ref) + 1);
}

function modMonth(step: number, month: Item | undefined, context: Context): Meaning | null {
  if (month?.m === undefined || month.y !== undefined) return null;
  const now = yearOf(context.ref);
  const past = month.m < monthOf(context.ref) ? now : now - 1;
  if (month.weak && step === 0) return null;
  const y =
    step < 0
      ? past
      : step === 0
        ? now
        : yearOfMonth(month.m, context) + (month.m === monthOf(context.ref) ? 1 : 0);
  const ms = dateMs(step > 1 ? y + 1 : y, month.m, 1);
  return period(ms, addMonths(ms, 1), 'month');
}

/** Days and weeks counted within something longer, or from today. */
export const nthRules: Rule[] = [
  {
    places: ['ord|num|dom', 'period'],
    make: ([d, month]) => {
      if (month?.unit !== 'month' || (d?.cat === 'num' && !d.digits)) return null;
      return day(realDate(yearOf(month.ms ?? 0), monthOf(month.ms ?? 0), d?.d ?? d?.n ?? 0));
    },
  },
  {
    places: ['ord', 'unit', 'mon|period'],
    make: ([d, unit, month], context) => {
      const within = monthPeriod(month, context);
      if (!within || d?.n === undefined) return null;
      if (unit?.unit === 'day') return day(within.ms + (d.n - 1) * DAY);
      if (unit?.unit === 'week') return weekIn(d.n, within.ms, within.to);
      return null;
    },
  },
  {
    places: ['ord', 'unit', 'year|period'],
    make: ([n, unit, year], context) => {
      const within = monthPeriod(year, context);
      if (!within || n?.n === undefined || (year?.cat === 'period' && year.unit !== 'year')) return null;
      if (unit?.unit === 'quarter' && n.n <= 4) return quarter(within.ms, n.n);
      if (unit?.unit === 'month' && n.n <= 12) {
        const ms = addMonths(within.ms, n.n - 1);
        return period(ms, addMonths(ms, 1), 'month');
      }
      if (unit?.unit !== 'week') return null;
      const ms = startOf(within.ms + 3 * DAY, 'week') + (n.n - 1) * 7 * DAY;
      return period(ms, ms + 7 * DAY, 'week');
    },
  },
  {
    places: ['ord', 'unit'],
    make: ([n, unit], { ref }) =>
      unit?.unit === 'quarter' && (n?.n ?? 9) <= 4 ? quarter(startOf(ref, 'year'), n?.n ?? 1) : null,
  },
  {
    places: ['mod', 'unit', 'mon|period|year'],
    make: ([last, unit, month], context) => {
      const within = monthPeriod(month, context);
      if (!within || (last?.n ?? 0) >= 0) return null;
      if (unit?.unit === 'day') return day(within.to - DAY);
      if (unit?.unit === 'week') return weekIn(-1, within.ms, within.to);
      if (unit?.unit === 'quarter' || unit?.unit === 'month') {
        const ms = addUnits(within.to, unit.unit, -1);
        return ms >= within.ms ? period(ms, within.to, unit.unit) : null;
      }
      return null;
    },
  },
  {
    places: ['ord|mod', 'wd', 'mon|period'],
    make: ([n, wd, month], context) => {
      const within = monthPeriod(month, context);
      if (!within || wd?.wd === undefined || (n?.cat === 'mod' && (n.n ?? 0) >= 0)) return null;
      if (month?.cat === 'period' && month.unit !== 'month') return null;
      return day(nth(n?.n ?? 1, wd.wd, within.ms, within.to));
    },
  },
  {
    places: ['ord', 'wd', '=after|=past', 'md|day'],
    make: ([n, wd, , date], context) => {
      const from = dayMs(date, context);
      return from === null ? null : day(nth(n?.n ?? 1, wd?.wd ?? 0, from + DAY, from + 400 * DAY));
    },
  },
  { places: ['=easter'], make: (_, { ref }) => day(nextEaster(ref)) },
  { places: ['=easter', 'year'], make: ([, y]) => day(easter(y?.y ?? 2000)) },
  {
    places: ['=weekOf', 'md|dom|day|wd'],
    make: ([, date], context) => {
      const ms = dayMs(date, context);
      return ms === null ? null : period(startOf(ms, 'week'), startOf(ms, 'week') + 7 * DAY, 'week');
    },
  },
  {
    places: ['mod', 'wd'],
    close: true,
    make: ([mod, wd], context) => day(moved(mod?.n ?? 0, wd?.wd ?? 0, context)),
  },
  {
    places: ['wd', 'mod'],
    close: true,
    make: ([wd, mod], context) => day(moved(mod?.n ?? 0, wd?.wd ?? 0, context)),
  },
  {
    places: ['wd', '=after', 'mod'],
    make: ([wd, , mod], context) =>
      mod?.n === 1 ? day((dayMs({ cat: 'wd', wd: wd?.wd ?? 0 }, context) ?? 0) + 7 * DAY) : null,
  },
  {
    places: ['wd|num|ord', 'period'],
    make: ([wd, week]) =>
      week?.unit === 'week' && wd?.cat === 'wd' ? day((week.ms ?? 0) + (wd.wd ?? 0) * DAY) : null,
  },
  {
    places: ['period', 'wd'],
    make: ([week, wd]) => (week?.unit === 'week' ? day((week.ms ?? 0) + (wd?.wd ?? 0) * DAY) : null),
  },
  {
    places: ['mod', 'mon'],
    close: true,
    make: ([mod, month], context) => modMonth(mod?.n ?? 0, month, context),
  },
  {
    places: ['mon', 'mod'],
    close: true,
    make: ([month, mod], context) => modMonth(mod?.n ?? 0, month, context),
  },
];
