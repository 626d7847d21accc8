import { DAY, HOUR, MINUTE } from '@/utils/understand/dates/calendar';
import type { Rule } from '@/utils/understand/dates/chart';
import { dayMs } from '@/utils/understand/dates/days';
import type { Context, Item, Meaning } from '@/utils/understand/dates/item';

/** Where "3:30" may be the afternoon; elsewhere people write 15:30. */
const twelveHours = new Set(['en']);

export function clock(h: number, mi: number, twelve: boolean, s = 0): Meaning | null {
  if (!Number.isInteger(h) || h < 0 || h > 24 || !Number.isInteger(mi) || mi < 0 || mi > 59 || s > 59)
    return null;
  return { cat: 'time', h, mi, s, twelve: twelve && h >= 1 && h <= 12 };
}

function half(item: Item | undefined, pm: boolean): Meaning | null {
  const h = item?.h ?? item?.n ?? 99;
  if (h > 12 && item?.cat === 'num') return null;
  const hour = h > 12 ? h : pm ? (h % 12) + 12 : h % 12;
  return clock(hour, item?.mi ?? 0, false, item?.s ?? 0);
}

/** "330 p.m." */
function packed(item: Item | undefined, pm: boolean): Meaning | null {
  const n = item?.n ?? 0;
  if ((item?.digits ?? 0) < 3 || n % 100 > 59) return null;
  const h = Math.floor(n / 100);
  return h > 12 ? null : clock(pm ? (h % 12) + 12 : h % 12, n % 100, false);
}

function hourOf(item: Item | undefined): number {
  return item?.cat === 'num' ? (item.n ?? 99) : (item?.h ?? 99);
}

const bare = (item: Item | undefined, twelve = true) =>
  item?.cat === 'num' && (item.digits ?? 0) <= 2 ? clock(item.n ?? 99, 0, twelve) : null;

/** An hour and minutes before or after it. */
function off(item: Item | undefined, minutes: number): Meaning | null {
  const h = hourOf(item);
  if (
    !Number.isInteger(h) ||
    h > 24 ||
    (item?.mi ?? 0) !== 0 ||
    (item?.cat === 'num' && (item.digits ?? 0) > 2)
  )
    return null;
  const total = h * 60 + minutes;
  const positive = (total + 1440) % 1440;
  const twelve = item?.cat === 'num' || item?.twelve === true;
  return clock(Math.floor(positive / 60), positive % 60, twelve);
}

/** The time set into a part of the day: "3 in the afternoon" is 15:00. */
function inPart(time: Meaning | null | undefined, part: Item | undefined): Meaning | null {
  if (!time || time.h === undefined) return null;
  const late = (part?.h ?? 0) >= 12;
  const h = late && time.h < 12 ? time.h + 12 : time.h === 12 && part?.h === 0 ? 0 : time.h;
  return clock(h, time.mi ?? 0, false, time.s ?? 0);
}

export function at(dayStart: number | null, time: Meaning | null | undefined): Meaning | null {
  if (dayStart === null || !time || time.h === undefined) return null;
  const ms = dayStart + time.h * HOUR + (time.mi ?? 0) * MINUTE + (time.s ?? 0) * 1000;
  return { cat: 'moment', ms, fine: true, due: dayStart };
}

function partOn(dayStart: number | null, part: Item | undefined): Meaning | null {
  if (dayStart === null || part?.h === undefined) return null;
  const to = dayStart + (part.mi ?? 24) * HOUR;
  return { cat: 'dpart', ms: dayStart + part.h * HOUR, to, h: part.h, due: dayStart };
}

const plainTime = (item: Item | undefined) => (item?.cat === 'num' ? bare(item) : (item ?? null));
const onDay = (item: Item | undefined, context: Context) => dayMs(item, context);
/** German "so gegen 15 Uhr" is no Sunday. */
const everyday = (date: Item | undefined, { lang }: Context) =>
  lang === 'de' && date?.cat === 'wd' && date.weak === true;
const startDay = (item: Item | undefined) => Math.floor((item?.ms ?? 0) / DAY) * DAY;

export const timeRules: Rule[] = [
  {
    places: ['num', '=:', 'num'],
    tight: true,
    make: ([h, , m], { lang }) =>
      h?.digits && h.digits <= 2 && m?.digits === 2
        ? clock(h.n ?? 99, m.n ?? 99, twelveHours.has(lang) && !(h.digits === 2 && (h.n ?? 0) < 10))
        : null,
  },
  {
    places: ['num', '=:', 'num', '=:', 'num'],
    tight: true,
    make: ([h, , m, , s]) =>
      h?.digits && m?.digits === 2 && s?.digits === 2 ? clock(h.n ?? 99, m.n ?? 99, false, s.n ?? 0) : null,
  },
  {
    places: ['num', '=.', 'num'],
    tight: true,
    make: ([h, , m]) => {
      const time = h?.digits && h.digits <= 2 && m?.digits === 2 ? clock(h.n ?? 99, m.n ?? 99, true) : null;
      return time && { ...time, cat: 'dot' };
    },
  },
  {
    places: ['=at', 'dot'],
    close: true,
    make: ([, dot]) => (dot ? { ...dot, cat: 'time', twelve: false } : null),
  },
  { places: ['dot', '=hour'], make: ([dot]) => (dot ? { ...dot, cat: 'time', twelve: false } : null) },
  { places: ['num|dot|time', '=am'], close: true, make: ([h]) => half(h, false) ?? packed(h, false) },
  { places: ['num|dot|time', '=pm'], close: true, make: ([h]) => half(h, true) ?? packed(h, true) },
  // "3 oclock pm", "3pm approximately".
  {
    places: ['num', '=hour'],
    make: ([h], { lang }) =>
      lang === 'es' || lang === 'pt' || lang === 'it' ? bare(h, false) : bare(h, lang !== 'fr'),
  },
  {
    places: ['num', '=hour', 'num'],
    make: ([h, , m], { lang }) =>
      h?.cat === 'num' && (h.digits ?? 0) <= 2 && (m?.digits === 2 || m?.digits === undefined)
        ? clock(h.n ?? 99, m?.n ?? 99, lang === 'de' && h.digits !== 2)
        : null,
  },
  { places: ['=at', 'num'], close: true, make: ([, h], { lang }) => (lang === 'fr' ? null : bare(h)) },
  { places: ['=at', 'time'], make: ([, time]) => (time ? { ...time, weak: false } : null) },
  {
    places: ['num', 'num'],
    close: true,
    make: ([h, m], { lang }) =>
      lang === 'en' && !h?.digits && !m?.digits && (m?.n ?? 0) >= 10
        ? { ...(clock(h?.n ?? 99, m?.n ?? 99, true) ?? { cat: 'time', h: 99 }), weak: true }
        : null,
  },
  {
    places: ['num', '=-', 'num'],
    close: true,
    make: ([h, , m], { lang }) =>
      lang === 'en' && !h?.digits && !m?.digits && (m?.n ?? 0) >= 10
        ? { ...(clock(h?.n ?? 99, m?.n ?? 99, true) ?? { cat: 'time', h: 99 }), weak: true }
        : null,
  },
  { places: ['=half', '=past', 'num|time'], make: ([, , h]) => off(h, 30) },
  { places: ['=half', 'num'], close: true, make: ([, h], { lang }) => off(h, lang === 'en' ? 30 : -30) },
  { places: ['=half', 'time'], close: true, make: ([, h], { lang }) => (lang === 'en' ? null : off(h, -30)) },
  { places: ['=quarter', '=past', 'num|time'], make: ([, , h]) => off(h, 15) },
  { places: ['=quarter', '=till', 'num|time'], make: ([, , h]) => off(h, -15) },
  { places: ['num', '=past', 'num|time'], close: true, make: ([m, , h]) => minutes(m, h, 1) },
  { places: ['num', '=till', 'num|time'], close: true, make: ([m, , h]) => minutes(m, h, -1) },
  {
    places: ['dur', '=past|=from', 'num|time'],
    close: true,
    make: ([m, , h]) => (m?.unit === 'minute' ? off(h, m.n ?? 99) : null),
  },
  {
    places: ['dur', '=till', 'num|time'],
    close: true,
    make: ([m, , h]) => (m?.unit === 'minute' ? off(h, -(m.n ?? 99)) : null),
  },
  { places: ['time', '=half'], make: ([h]) => off(h, 30) },
  { places: ['time', '=quarter'], make: ([h]) => off(h, 15) },
  {
    places: ['num', '=quarter'],
    make: ([h], { lang }) => (lang === 'es' || lang === 'it' ? off(h, 15) : null),
  },
  {
    places: ['num', '=half'],
    make: ([h], { lang }) => (lang === 'es' || lang === 'it' || lang === 'pt' ? off(h, 30) : null),
  },
  {
    places: ['time', '=less', 'num|ord|=quarter'],
    make: ([h, , m]) => off(h, -(m?.cat === 'num' ? (m.n ?? 99) : 15)),
  },
  {
    places: ['time', '=and', 'num'],
    make: ([h, , m], { lang }) =>
      (lang === 'es' || lang === 'pt' || lang === 'it') && (m?.n ?? 0) > 1 ? off(h, m?.n ?? 99) : null,
  },
  {
    places: ['time', 'num'],
    close: true,
    make: ([h, m], { lang }) =>
      lang === 'fr' && m?.digits === undefined && (m?.n ?? 0) >= 3 && h?.mi === 0 ? off(h, m?.n ?? 99) : null,
  },
  { places: ['time|dot', 'part'], make: ([time, part]) => inPart(time, part) },
  { places: ['num', 'part'], make: ([h, part]) => inPart(bare(h), part) },
  { places: ['part', 'time|num'], make: ([part, time]) => inPart(plainTime(time), part) },
  {
    places: ['mod', 'part'],
    make: ([mod, part], { ref }) => partOn(Math.floor(ref / DAY) * DAY + (mod?.n ?? 0) * DAY, part),
  },
  // "in the morning" of today.
  {
    places: ['=in|=on|=at|=after', 'part'],
    make: ([, part], { ref, lang }) => (lang === 'de' ? null : partOn(Math.floor(ref / DAY) * DAY, part)),
  },
  { places: ['day|wd|md|dom', 'part'], make: ([date, part], context) => partOn(onDay(date, context), part) },
  { places: ['part', 'day|wd|md|dom'], make: ([part, date], context) => partOn(onDay(date, context), part) },
  {
    places: ['dpart', 'time|num'],
    make: ([part, time]) => at(startDay(part), inPart(plainTime(time), part)),
  },
  {
    places: ['time|num', 'dpart'],
    make: ([time, part]) => at(startDay(part), inPart(plainTime(time), part)),
  },
  {
    places: ['day|wd|md|dom', 'time'],
    make: ([date, time], context) => (everyday(date, context) ? null : at(onDay(date, context), time)),
  },
  {
    places: ['time', 'day|wd|md|dom'],
    make: ([time, date], context) => (everyday(date, context) ? null : at(onDay(date, context), time)),
  },
  {
    places: ['day|wd|md|dom', 'dot'],
    make: ([date, dot], context) => (context.lang === 'en' ? null : at(onDay(date, context), dot)),
  },
  {
    places: ['time', 'moment'],
    make: ([time, date], context) => (date?.fine ? null : at(onDay(date, context), time)),
  },
];

function minutes(m: Item | undefined, h: Item | undefined, sign: 1 | -1): Meaning | null {
  const n = m?.n ?? 99;
  // "5 to 6pm" is a stretch of time.
  return (sign > 0 || n >= 10) && n < 60 && (m?.digits ?? 0) <= 2 ? off(h, sign * n) : null;
}
