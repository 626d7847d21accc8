import { addUnits, DAY, dayOf, startOf, type Unit } from '@/utils/understand/dates/calendar';
import type { Rule } from '@/utils/understand/dates/chart';
import { day, dayMs, monthPeriod, period } from '@/utils/understand/dates/days';
import type { Context, Item, Meaning } from '@/utils/understand/dates/item';

const fineUnits = new Set<string>(['second', 'minute', 'hour']);

function unitPeriod(step: number, unit: Meaning['unit'], { ref }: Context): Meaning | null {
  if (unit === undefined) return null;
  if (unit === 'weekend') {
    const ms = startOf(ref, 'week') + (step * 7 + 5) * DAY;
    return { ...period(ms, ms + 2 * DAY), due: null };
  }
  const ms = addUnits(startOf(ref, unit), unit, step);
  if (unit === 'day') return step === 0 ? null : day(ms);
  return { ...period(ms, addUnits(ms, unit, 1), unit), fine: fineUnits.has(unit) };
}

/** "last 2 weeks", "next 3 days": whole units before or after the running one. */
function unitsPeriod(
  step: number,
  count: number,
  unit: Meaning['unit'],
  { ref, lang }: Context,
): Meaning | null {
  if (unit === undefined || unit === 'weekend' || step === 0 || count > 400 || count <= 0) return null;
  const fine = fineUnits.has(unit);
  const now = startOf(ref, unit);
  if (step < 0) return { ...period(addUnits(now, unit, -count), now), fine };
  const ms = addUnits(now, unit, 1);
  if (lang === 'en' && unit === 'second') return { ...period(now, addUnits(now, unit, count)), fine };
  return { ...period(ms, addUnits(ms, unit, count)), fine };
}

function shifted(from: number, dur: Item | undefined, sign: 1 | -1): Meaning | null {
  const unit = dur?.unit;
  if (!dur || unit === undefined || unit === 'weekend' || Math.abs(dur.n ?? 0) > 5000) return null;
  let ms = addUnits(from, unit, sign * (dur.n ?? 0));
  for (const part of dur.more ?? []) ms = addUnits(ms, part.unit, sign * part.n);
  const fine = fineUnits.has(unit) || (dur.more ?? []).some((part) => fineUnits.has(part.unit));
  return fine ? { cat: 'moment', ms, fine: true, unit } : { cat: 'moment', ms, unit };
}

function length(n: number | undefined, unit: Meaning['unit'], weak: boolean): Meaning | null {
  return n === undefined || unit === undefined || unit === 'weekend' ? null : { cat: 'dur', n, unit, weak };
}

const finer = (a: Unit | 'weekend' | undefined, b: Unit | 'weekend' | undefined) => {
  const order = ['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'];
  return order.indexOf(b ?? '') < order.indexOf(a ?? '') && order.indexOf(b ?? '') >= 0;
};

/** Beginning, middle, end of a longer time. Of a month in tens of days, of a week the first and the last working days. */
function edgeOf(edge: number, whole: { ms: number; to: number }): Meaning {
  const days = (whole.to - whole.ms) / DAY;
  let from = whole.ms;
  let to = whole.to;
  if (days > 300) {
    from = addUnits(whole.ms, 'month', edge === 0 ? 0 : edge === 1 ? 4 : 8);
    to = edge === 0 ? addUnits(whole.ms, 'month', 3) : edge === 1 ? addUnits(whole.ms, 'month', 8) : whole.to;
  } else if (days > 27) {
    from = whole.ms + (edge === 0 ? 0 : edge === 1 ? 10 : 20) * DAY;
    to = edge === 0 ? whole.ms + 10 * DAY : edge === 1 ? whole.ms + 20 * DAY : whole.to;
  } else if (days > 3) {
    from = whole.ms + (edge === 0 ? 0 : edge === 1 ? 2 : 4) * DAY;
    to = edge === 0 ? whole.ms + 2 * DAY : edge === 1 ? whole.ms + 4 * DAY : whole.to;
  }
  const friday = days > 3 && days < 10 ? whole.ms + 4 * DAY : whole.to - DAY;
  return { cat: 'span', ms: from, to, due: edge === 2 ? friday : null };
}

/** "until the end of the month": from now on; the last day is the deadline. */
function untilEnd(edge: Item | undefined, { ref }: Context): Meaning | null {
  if (edge?.cat !== 'span' || edge.due === undefined || edge.due === null || edge.to === undefined)
    return null;
  return { cat: 'span', ms: ref, to: edge.to, due: edge.due };
}

export const relativeRules: Rule[] = [
  {
    places: ['mod', 'unit'],
    close: true,
    make: ([mod, unit], context) => unitPeriod(mod?.n ?? 0, unit?.unit, context),
  },
  {
    places: ['unit', 'mod'],
    close: true,
    make: ([unit, mod], context) => unitPeriod(mod?.n ?? 0, unit?.unit, context),
  },
  {
    places: ['unit', '=after', 'mod'],
    make: ([unit, , mod], context) => (mod?.n === 1 ? unitPeriod(2, unit?.unit, context) : null),
  },
  {
    places: ['mod', 'num|one', 'unit'],
    close: true,
    make: ([mod, n, unit], context) => unitsPeriod(mod?.n ?? 0, n?.n ?? 0, unit?.unit, context),
  },
  {
    places: ['num|one', 'mod', 'unit'],
    close: true,
    make: ([n, mod, unit], context) => unitsPeriod(mod?.n ?? 0, n?.n ?? 0, unit?.unit, context),
  },
  {
    places: ['num|one', 'unit', 'mod'],
    close: true,
    make: ([n, unit, mod], context) => unitsPeriod(mod?.n ?? 0, n?.n ?? 0, unit?.unit, context),
  },
  { places: ['num|one', 'unit'], make: ([n, unit]) => length(n?.n, unit?.unit, false) },
  {
    places: ['num|one', '=half', 'unit'],
    make: ([n, , unit]) =>
      length((n?.n ?? 0) / (n?.n === 1 ? 2 : 1) + (n?.n === 1 ? 0 : 0.5), unit?.unit, false),
  },
  {
    places: ['num|one', '=and', 'num|one', 'unit'],
    make: ([n, , half, unit]) =>
      half?.n === 0.5 || half?.n === 1 ? length((n?.n ?? 0) + 0.5, unit?.unit, false) : null,
  },
  {
    places: ['=half', 'num|one', 'unit'],
    close: true,
    make: ([, n, unit]) => (n?.n === 1 ? length(0.5, unit?.unit, false) : null),
  },
  { places: ['dur', '=half'], close: true, make: ([dur]) => length((dur?.n ?? 0) + 0.5, dur?.unit, false) },
  {
    places: ['dur', 'dur'],
    make: ([a, b]) => {
      if (!a || !b || !finer(a.unit, b.unit) || a.more || b.unit === undefined || b.unit === 'weekend')
        return null;
      return {
        cat: 'dur',
        n: a.n ?? 0,
        unit: a.unit ?? 'day',
        more: [{ unit: b.unit, n: b.n ?? 0 }, ...(b.more ?? [])],
      };
    },
  },
  { places: ['=in', 'dur'], make: ([, dur], { ref }) => shifted(ref, dur, 1) },
  { places: ['dur', '=hence'], close: true, make: ([dur], { ref }) => shifted(ref, dur, 1) },
  {
    places: ['dur', '=ago'],
    close: true,
    make: ([dur], { ref, lang }) =>
      lang === 'de' || lang === 'fr' || lang === 'es' ? null : shifted(ref, dur, -1),
  },
  {
    places: ['=ago', 'dur'],
    close: true,
    make: ([, dur], { ref, lang }) =>
      lang === 'en' || lang === 'nl' || lang === 'it' ? null : shifted(ref, dur, -1),
  },
  {
    places: ['=within', 'dur'],
    make: ([, dur], { ref }) => {
      const end = shifted(ref, dur, 1);
      return end?.ms === undefined
        ? null
        : { cat: 'span', ms: ref, to: end.ms, due: dayOf(end.ms), fine: true };
    },
  },
  {
    places: ['dur', '=after|=from|=past', 'day|md|wd|dom|moment'],
    make: ([dur, , date], context) => {
      const from = date?.fine ? (date.ms ?? null) : dayMs(date, context);
      return from === null ? null : shifted(from, dur, 1);
    },
  },
  {
    places: ['dur', '=before|=till', 'day|md|wd|dom'],
    make: ([dur, , date], context) => {
      const from = dayMs(date, context);
      return from === null ? null : shifted(from, dur, -1);
    },
  },
  {
    places: ['wd', 'moment'],
    make: ([wd, at]) => (at?.unit === 'week' ? day(startOf(at.ms ?? 0, 'week') + (wd?.wd ?? 0) * DAY) : null),
  },
  {
    places: ['num', 'wd', '=hence'],
    close: true,
    make: ([n, wd], context) =>
      day((dayMs({ cat: 'wd', wd: wd?.wd ?? 0 }, context) ?? 0) + ((n?.n ?? 1) - 1) * 7 * DAY),
  },
  {
    places: ['num', 'wd', '=ago'],
    close: true,
    make: ([n, wd], context) => {
      const coming = dayMs({ cat: 'wd', wd: wd?.wd ?? 0 }, context) ?? 0;
      const last = coming - 7 * DAY < dayOf(context.ref) ? coming - 7 * DAY : coming - 14 * DAY;
      return day(last - ((n?.n ?? 1) - 1) * 7 * DAY);
    },
  },
  {
    places: ['edge', 'mon|period|year'],
    make: ([edge, whole], context) => {
      // "will end in 2027" names no end.
      if (context.lang === 'en' && whole && edge && whole.start > edge.end) return null;
      const within = monthPeriod(whole, context);
      return within ? edgeOf(edge?.n ?? 0, within) : null;
    },
  },
  {
    places: ['edge', 'unit'],
    make: ([edge, unit], context) => {
      if (unit?.unit === 'day') {
        const today = dayOf(context.ref);
        return edge?.n === 2
          ? { cat: 'span', ms: today + DAY - 1000, to: today + DAY, due: today, fine: true }
          : null;
      }
      if (unit?.unit === 'second' || unit?.unit === 'minute' || unit?.unit === 'hour') return null;
      const whole = unitPeriod(0, unit?.unit, context);
      return whole?.ms !== undefined && whole.to !== undefined
        ? edgeOf(edge?.n ?? 0, { ms: whole.ms, to: whole.to })
        : null;
    },
  },
  { places: ['=by|=to', 'span'], make: ([, edge], context) => untilEnd(edge, context) },
  {
    places: ['=endOfDay'],
    make: (_, { ref }) => {
      const today = dayOf(ref);
      return { cat: 'span', ms: today + DAY - 1000, to: today + DAY, due: today, fine: true };
    },
  },
  {
    places: ['=endOfDay', 'day|wd|md|dom'],
    make: ([, date], context) => {
      const ms = dayMs(date, context);
      return ms === null ? null : { cat: 'span', ms: ms + DAY - 1000, to: ms + DAY, due: ms, fine: true };
    },
  },
  { places: ['=endOfWeek'], make: (_, context) => edgeOfRunning(2, 'week', context) },
  { places: ['=endOfMonth'], make: (_, context) => edgeOfRunning(2, 'month', context) },
  { places: ['=endOfYear'], make: (_, context) => edgeOfRunning(2, 'year', context) },
];

function edgeOfRunning(edge: number, unit: Unit, { ref }: Context): Meaning {
  const ms = startOf(ref, unit);
  return edgeOf(edge, { ms, to: addUnits(ms, unit, 1) });
}
