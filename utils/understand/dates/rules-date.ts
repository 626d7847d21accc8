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
import { day, dayMs, fullYear, monthPeriod, period, yearOfMonth } from '@/utils/understand/dates/days';
import type { Context, Item, Meaning } from '@/utils/understand/dates/item';

function monthDay(m: Item | undefined, d: Item | undefined): Meaning | null {
  const n = d?.n ?? 0;
  if (!Number.isInteger(n) || n < 1 || n > 31 || m?.m === undefined || m.y !== undefined) return null;
  if (d?.cat === 'num' && (d.digits ?? 0) > 2) return null;
  return { cat: 'md', m: m.m, d: n };
}

/** Numbers only: which is the day depends on where the writer lives; over 12 it is clear. */
function numeric(a: Item | undefined, b: Item | undefined, dayFirst: boolean): Meaning | null {
  const x = a?.n ?? 0;
  const y = b?.n ?? 0;
  if (!a?.digits || !b?.digits || a.digits > 2 || b.digits > 2) return null;
  const [d, m] = (dayFirst && y <= 12) || x > 12 ? [x, y] : [y, x];
  return m >= 1 && m <= 12 && d >= 1 && d <= 31 ? { cat: 'md', m, d } : null;
}

function withYear(date: Meaning | null, y: number | null): Meaning | null {
  return date && y !== null ? { ...date, y } : null;
}

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

const yearless = (item: Item | undefined) => item?.y === undefined;

export const dateRules: Rule[] = [
  {
    places: ['num|ord', 'mon'],
    // "One may ask" is no first of May.
    make: ([d, m]) => (m?.weak && d?.cat === 'num' && !d.digits ? null : monthDay(m, d)),
  },
  { places: ['mon', 'num|ord'], make: ([m, d]) => (m?.y === undefined ? monthDay(m, d) : null) },
  { places: ['num', '=-|=/', 'mon'], tight: true, make: ([d, , m]) => monthDay(m, d) },
  { places: ['mon', '=-|=/', 'num'], tight: true, make: ([m, , d]) => monthDay(m, d) },
  {
    places: ['md', 'year'],
    make: ([date, year]) => (date && yearless(date) ? withYear(date, year?.y ?? null) : null),
  },
  {
    places: ['md', '=-|=/', 'num|year'],
    tight: true,
    make: ([date, , n]) =>
      date && yearless(date) ? withYear(date, n?.y ?? fullYear(n?.n ?? 0, n?.digits)) : null,
  },
  {
    places: ['md', 'num'],
    close: true,
    make: ([date, n]) =>
      date && yearless(date) && n?.digits === 2 ? withYear(date, fullYear(n.n ?? 0, 2)) : null,
  },
  { places: ['num', '=/|=-', 'num'], tight: true, make: ([a, , b], { dayFirst }) => numeric(a, b, dayFirst) },
  {
    places: ['num', '=.', 'num'],
    tight: true,
    make: ([a, , b], { dayFirst, lang }) => {
      const date = numeric(a, b, dayFirst || (lang === 'en' && (a?.n ?? 0) > 12));
      return date && lang !== 'de' && lang !== 'nl' ? { ...date, weak: true } : date;
    },
  },
  {
    places: ['num', '=.', 'num', '=.'],
    tight: true,
    make: ([a, , b], { lang }) => (lang === 'de' ? numeric(a, b, true) : null),
  },
  {
    places: ['num', '=/', 'num', '=/', 'num'],
    tight: true,
    make: ([a, , b, , y], { dayFirst }) => withYear(numeric(a, b, dayFirst), fullYear(y?.n ?? 0, y?.digits)),
  },
  {
    places: ['num', '=-', 'num', '=-', 'num'],
    tight: true,
    make: ([a, , b, , y], { dayFirst }) => withYear(numeric(a, b, dayFirst), fullYear(y?.n ?? 0, y?.digits)),
  },
  {
    places: ['num', '=.', 'num', '=.', 'num'],
    tight: true,
    make: ([a, , b, , y]) => withYear(numeric(a, b, true), fullYear(y?.n ?? 0, y?.digits)),
  },
  {
    places: ['year', '=-|=/|=.', 'num', '=-|=/|=.', 'num'],
    tight: true,
    make: ([y, , m, , d]) =>
      realDate(y?.y ?? 0, m?.n ?? 0, d?.n ?? 0) === null || (m?.n ?? 0) > 12
        ? null
        : { cat: 'md', y: y?.y ?? 0, m: m?.n ?? 0, d: d?.n ?? 0 },
  },
  {
    places: ['year', '=-|=/', 'num'],
    tight: true,
    make: ([y, , m]) =>
      (m?.n ?? 0) >= 1 && (m?.n ?? 0) <= 12 && m?.digits ? { cat: 'mon', m: m.n ?? 1, y: y?.y ?? 0 } : null,
  },
  {
    places: ['num', '=-|=/', 'year'],
    tight: true,
    make: ([m, , y]) =>
      (m?.n ?? 0) >= 1 && (m?.n ?? 0) <= 12 && m?.digits ? { cat: 'mon', m: m.n ?? 1, y: y?.y ?? 0 } : null,
  },
  {
    places: ['mon', 'year'],
    make: ([m, y]) => (m && yearless(m) ? { cat: 'mon', m: m.m ?? 1, y: y?.y ?? 0 } : null),
  },
  {
    places: ['year', 'mon'],
    make: ([y, m]) => (m && yearless(m) ? { cat: 'mon', m: m.m ?? 1, y: y?.y ?? 0 } : null),
  },
  {
    places: ['mon', '=-|=/', 'year'],
    tight: true,
    make: ([m, , y]) => (m && yearless(m) ? { cat: 'mon', m: m.m ?? 1, y: y?.y ?? 0 } : null),
  },
  {
    places: ['wd', 'md'],
    make: ([wd, date]) => (date ? { ...date, cat: 'md', wd: wd?.wd ?? 0, weak: false } : null),
  },
  {
    places: ['md', 'wd'],
    make: ([date, wd]) => (date && wd ? { ...date, cat: 'md', wd: wd.wd ?? 0, weak: false } : null),
  },
  {
    places: ['wd', 'num|ord'],
    make: ([wd, d], { lang }) => {
      if (d && wd && d.cat === 'num' && d.start > wd.end) return null;
      const n = d?.n ?? 0;
      const ok =
        n >= 1 && n <= 31 && Number.isInteger(n) && (d?.cat === 'ord' || d?.digits === 2 || lang !== 'en');
      return ok && (d?.digits ?? 0) <= 2 && lang !== 'de' ? { cat: 'dom', d: n, wd: wd?.wd ?? 0 } : null;
    },
  },
  {
    places: ['wd', 'dom'],
    make: ([wd, d]) => (d?.wd === undefined ? { cat: 'dom', d: d?.d ?? 0, wd: wd?.wd ?? 0 } : null),
  },
  {
    places: ['=the|=on', 'ord'],
    close: true,
    make: ([the, d], { lang }) =>
      (d?.n ?? 0) <= 31 && (d?.digits !== undefined || lang !== 'de')
        ? { cat: 'dom', d: d?.n ?? 0, weak: the?.word === 'the' }
        : null,
  },
  {
    places: ['=on', '=the', 'ord'],
    close: true,
    make: ([, , d]) => ((d?.n ?? 0) <= 31 ? { cat: 'dom', d: d?.n ?? 0 } : null),
  },
  {
    places: ['=on|=dayword', 'num'],
    close: true,
    make: ([on, d], { lang }) => {
      const n = d?.n ?? 0;
      if (lang === 'en' || lang === 'de' || n < 1 || n > 31 || !Number.isInteger(n)) return null;
      if ((d?.digits ?? 0) > 2) return null;
      return { cat: 'dom', d: n, weak: d?.digits === undefined && on?.word !== 'dayword' };
    },
  },
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
  // "may" is a verb until a preposition says otherwise.
  {
    places: ['=in|=by|=from|=on|=before|=after|=at|=the', 'mon'],
    close: true,
    make: ([, month]) => (month ? { ...month, cat: 'mon', weak: false } : null),
  },
  {
    places: ['=in|=by|=from|=on|=before|=after|=at|=for', 'year'],
    close: true,
    make: ([, year]) => ({ cat: 'year', y: year?.y ?? 0 }),
  },
];

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
