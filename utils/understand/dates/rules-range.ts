import { DAY, HOUR, MINUTE } from '@/utils/understand/dates/calendar';
import type { Rule } from '@/utils/understand/dates/chart';
import { dayMs, monthPeriod } from '@/utils/understand/dates/days';
import type { Context, Item, Meaning } from '@/utils/understand/dates/item';

interface Clock {
  h: number;
  mi: number;
  twelve: boolean;
}

const clockOf = (item: Item | undefined): Clock | null => {
  if (item?.cat === 'num') {
    const ok = (item.digits ?? 0) <= 2 && Number.isInteger(item.n) && (item.n ?? 99) <= 24;
    return ok ? { h: item.n ?? 0, mi: 0, twelve: true } : null;
  }
  if (item?.h === undefined) return null;
  return { h: item.h, mi: item.mi ?? 0, twelve: item.twelve === true };
};

/** "3:30 to 6 PM": the first takes its half of the day from the second where that puts it before. */
function times(a: Item | undefined, b: Item | undefined): Meaning | null {
  const from = clockOf(a);
  const to = clockOf(b);
  if (!from || !to || (a?.cat === 'num' && b?.cat === 'num')) return null;
  let { h } = from;
  let end = to.h;
  if (from.twelve && !to.twelve && to.h >= 12 && h < 12 && h + 12 <= to.h) h += 12;
  if (!from.twelve && to.twelve && end < 12 && end <= h) end += 12;
  return { cat: 'tspan', h, mi: from.mi, h2: end, mi2: to.mi, twelve: from.twelve && to.twelve };
}

function numbers(a: Item | undefined, b: Item | undefined): Meaning | null {
  const from = clockOf(a);
  const to = clockOf(b);
  if (!from || !to) return null;
  return { cat: 'tspan', h: from.h, mi: from.mi, h2: to.h, mi2: to.mi, twelve: true, weak: true };
}

function spanOn(day: number | null, span: Item | undefined, late: boolean): Meaning | null {
  if (day === null || span?.h === undefined) return null;
  const shift = late && span.h < 12 ? 12 : 0;
  const ms = day + (span.h + shift) * HOUR + (span.mi ?? 0) * MINUTE;
  let to = day + ((span.h2 ?? span.h) + shift) * HOUR + (span.mi2 ?? 0) * MINUTE;
  if (to < ms) to += DAY;
  return { cat: 'span', ms, to, due: day, fine: true };
}

function days(from: number | null, to: number | null): Meaning | null {
  if (from === null || to === null || to < from) return null;
  return { cat: 'span', ms: from, to: to + DAY, due: from };
}

function following(a: Item | undefined, b: Item | undefined, context: Context): Meaning | null {
  // "13.10. – 15.10.2018": the year is the second's.
  const first: Meaning | undefined =
    a && a.cat === 'md' && a.y === undefined && b?.y !== undefined ? { ...a, y: b.y } : a;
  const from = dayMs(first, context);
  if (from === null) return null;
  const to = dayMs(b, b?.cat === 'md' || b?.cat === 'day' ? context : { ...context, ref: from });
  return days(from, to);
}

function inMonth(first: Item | undefined, date: Item | undefined, context: Context): Meaning | null {
  const d = first?.n ?? first?.d ?? 0;
  if (date?.m === undefined || d < 1 || d > 31 || !Number.isInteger(d) || d >= (date.d ?? 0)) return null;
  if (first?.cat === 'num' && (first.digits ?? 0) > 2) return null;
  const to = dayMs(date, context);
  return to === null ? null : days(to - ((date.d ?? 0) - d) * DAY, to);
}

const day = 'day|wd|md|dom';

export const rangeRules: Rule[] = [
  { places: ['time|dot', '=to', 'time|dot|num'], make: ([a, , b]) => times(a, b) },
  // "vendredi 15 à 16h" is a day and its time.
  { places: ['num', '=to', 'time|dot'], make: ([a, , b], { lang }) => (lang === 'fr' ? null : times(a, b)) },
  { places: ['=from', 'num', '=to', 'time|dot'], make: ([, a, , b]) => times(a, b) },
  { places: ['=from', 'num', '=to', 'num'], make: ([, a, , b]) => numbers(a, b) },
  { places: ['=from', 'time|dot|num', '=and', 'time|dot'], make: ([, a, , b]) => times(a, b) },
  { places: ['=from', 'time', '=and', 'num'], make: ([, a, , b]) => times(a, b) },
  { places: ['=from', 'num', '=and', 'num'], make: ([, a, , b]) => numbers(a, b) },
  { places: ['num', '=to', 'num'], make: ([a, , b], { lang }) => (lang === 'fr' ? null : numbers(a, b)) },
  { places: ['=at', 'tspan'], close: true, make: ([, span]) => (span ? { ...span, weak: false } : null) },
  {
    places: ['tspan', '=hour|=am|=pm'],
    close: true,
    make: ([span, half]) => {
      if (span?.h === undefined) return null;
      const shift = half?.word === 'pm' && span.h < 12 && span.twelve ? 12 : 0;
      return {
        ...span,
        cat: 'tspan',
        h: span.h + shift,
        h2: (span.h2 ?? 0) + shift,
        weak: false,
        twelve: !shift,
      };
    },
  },
  { places: [day, 'tspan'], make: ([date, span], context) => spanOn(dayMs(date, context), span, false) },
  { places: ['tspan', day], make: ([span, date], context) => spanOn(dayMs(date, context), span, false) },
  {
    places: ['dpart', 'tspan'],
    make: ([part, span]) => spanOn(Math.floor((part?.ms ?? 0) / DAY) * DAY, span, (part?.h ?? 0) >= 12),
  },
  {
    places: ['tspan', 'dpart'],
    make: ([span, part]) => spanOn(Math.floor((part?.ms ?? 0) / DAY) * DAY, span, (part?.h ?? 0) >= 12),
  },
  {
    places: ['tspan', 'part'],
    make: ([span, part]) => {
      const shift = (part?.h ?? 0) >= 12 && (span?.h ?? 24) < 12 ? 12 : 0;
      return span
        ? { ...span, cat: 'tspan', h: (span.h ?? 0) + shift, h2: (span.h2 ?? 0) + shift, weak: false }
        : null;
    },
  },
  {
    places: ['num|ord|dom', '=to|=and|=/', 'md'],
    make: ([first, , date], context) => inMonth(first, date, context),
  },
  {
    places: ['num', '=.', '=to|=/', 'md'],
    make: ([first, , , date], context) => (context.lang === 'de' ? inMonth(first, date, context) : null),
  },
  {
    places: ['md', '=to|=-', 'num|ord|dom'],
    make: ([date, , last], context) => {
      const d = last?.n ?? last?.d ?? 0;
      const from = dayMs(date, context);
      if (from === null || (last?.digits ?? 0) > 2 || d <= (date?.d ?? 99) || d > 31) return null;
      return days(from, from + (d - (date?.d ?? 0)) * DAY);
    },
  },
  {
    places: ['md', '=to|=-', 'num', 'year'],
    make: ([date, , last, year], context) => {
      const from = date ? dayMs({ ...date, y: year?.y ?? 0 }, context) : null;
      const d = last?.n ?? 0;
      return from === null || d <= (date?.d ?? 99) || d > 31
        ? null
        : days(from, from + (d - (date?.d ?? 0)) * DAY);
    },
  },
  {
    places: [day, '=to|=/', day],
    make: ([a, , b], context) =>
      a?.cat === 'dom' && b?.cat === 'md' ? inMonth(a, b, context) : following(a, b, context),
  },
  {
    places: ['dom', '=to|=and', 'dom|num'],
    make: ([a, , b], context) => {
      const from = dayMs(a, context);
      const d = b?.d ?? b?.n ?? 0;
      if (from === null || (b?.digits ?? 0) > 2 || d <= (a?.d ?? 99) || d > 31) return null;
      const range = days(from, from + (d - (a?.d ?? 0)) * DAY);
      return range && { ...range, weak: a?.weak === true };
    },
  },
  {
    places: ['=from', day, '=and', day],
    make: ([, a, , b], context) => (a?.weak ? null : following(a, b, context)),
  },
  {
    places: ['mon|year', '=to', 'mon|year|md'],
    make: ([a, , b], context) => {
      const y = a?.cat === 'mon' && a.y === undefined && b?.cat === 'mon' ? b.y : undefined;
      const turned = y !== undefined && (a?.m ?? 0) > (b?.m ?? 0) ? y - 1 : y;
      const first = a && turned !== undefined ? { ...a, y: turned } : a;
      const from = monthPeriod(first, context);
      const to =
        b?.cat === 'md'
          ? dayMs(b, context)
          : monthPeriod(b, { ...context, ref: from?.ms ?? context.ref })?.ms;
      return !from || to === undefined || to === null || to < from.ms
        ? null
        : { cat: 'span', ms: from.ms, to, due: null };
    },
  },
  {
    places: ['=from', 'mon|year', '=and', 'mon|year'],
    make: ([, a, , b], context) => {
      const from = monthPeriod(a, context);
      const to = monthPeriod(b, context);
      return from && to && to.ms > from.ms ? { cat: 'span', ms: from.ms, to: to.ms, due: null } : null;
    },
  },
  { places: ['=by', 'time'], make: ([, time], { ref, lang }) => (lang === 'en' ? until(time, ref) : null) },
  {
    places: [day, '=for', 'dur'],
    make: ([date, , dur], context) => lasting(dayMs(date, context), dur),
  },
  {
    places: ['dur', '=from', day],
    make: ([dur, , date], context) => (context.lang === 'en' ? null : lasting(dayMs(date, context), dur)),
  },
  {
    places: ['=for', 'dur', '=from', day],
    make: ([, dur, , date], context) => lasting(dayMs(date, context), dur),
  },
  {
    places: ['time', '=for', 'dur'],
    make: ([time, , dur]) => {
      const minutes = dur?.unit === 'minute' ? (dur.n ?? 0) : dur?.unit === 'hour' ? (dur.n ?? 0) * 60 : 0;
      if (!minutes || time?.h === undefined) return null;
      const end = time.h * 60 + (time.mi ?? 0) + minutes;
      return { cat: 'tspan', h: time.h, mi: time.mi ?? 0, h2: Math.floor(end / 60), mi2: end % 60 };
    },
  },
  // What stands before a date belongs to it: else "le 5 juillet" would be read as "le 5".
  {
    places: ['=the|=on|=in|=by|=from|=before|=after|=at|=for', 'md|wd|day|moment|span|period|dpart|tspan'],
    close: true,
    make: ([before, date]) => (date ? passed(before, date) : null),
  },
];

function passed(before: Item | undefined, date: Item): Meaning | null {
  if (date.weak && (before?.word === 'the' || before?.word === 'from' || date.cat === 'tspan')) return null;
  const { start: _start, end: _end, ...meaning } = date;
  return { ...meaning, weak: false };
}

function until(time: Item | undefined, ref: number): Meaning | null {
  if (time?.h === undefined) return null;
  const day = Math.floor(ref / DAY) * DAY;
  const to = day + time.h * HOUR + (time.mi ?? 0) * MINUTE;
  return {
    cat: 'span',
    ms: ref,
    to: to <= ref ? to + DAY : to,
    due: to <= ref ? day + DAY : day,
    fine: true,
  };
}

function lasting(from: number | null, dur: Item | undefined): Meaning | null {
  if (from === null || !dur?.n) return null;
  const length = dur.unit === 'day' ? dur.n : dur.unit === 'week' ? dur.n * 7 : 0;
  return length > 0 && length < 400 ? { cat: 'span', ms: from, to: from + length * DAY, due: from } : null;
}
