import { realDate } from '@/utils/understand/dates/calendar';
import type { Rule } from '@/utils/understand/dates/chart';
import { fullYear } from '@/utils/understand/dates/days';
import type { Item, Meaning } from '@/utils/understand/dates/item';

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
  // "may" is a verb until a preposition says otherwise.
  {
    places: ['=in|=by|=from|=on|=before|=after|=at|=the', 'mon'],
    close: true,
    make: ([, month]) => (month ? { ...month, cat: 'mon', weak: false } : null),
  },
  {
    places: ['=in|=by|=from|=before|=after', 'year'],
    close: true,
    make: ([, year]) => ({ cat: 'year', y: year?.y ?? 0 }),
  },
];
