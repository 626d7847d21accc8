/*
 * When a series takes place. Only the rules that calendars really make are read: a rule with any other part gives null,
 * and then only those occurrences count that the wire or the page names themselves. RFC 5545, 3.3.10.
 */

const DAY = 86_400_000;
const WEEK = 7 * DAY;
const days = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
/** So many occurrences of one rule are counted at most. */
const MAX_COUNTED = 5000;

interface Rule {
  every: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval: number;
  count: number;
  /** Wall clock or instant, as `untilIsUtc` says; the last one that counts. */
  until: number;
  untilIsUtc: boolean;
  /** Day of the week, and which of the month (0: each). */
  byDay: { day: number; nth: number }[];
  byMonthDay: number | null;
  /** The day on which a week begins: it matters where only every second one counts. */
  weekStart: number;
}

/**
 * The wall-clock starts of a series from `from` until before `to`, all as wall clock milliseconds (see zone.ts), the
 * first one's included. `instantOf` turns a wall clock's time into an instant, for a rule's end. Null where the rules
 * are not understood.
 */
export function expandSeries(
  rules: readonly string[],
  first: number,
  from: number,
  to: number,
  instantOf: (wall: number) => number | null,
): number[] | null {
  let rule: Rule | null = null;
  const [withoutWall, withoutInstant] = [new Set<number>(), new Set<number>()];
  for (const line of rules.slice(0, 400)) {
    const [head = '', value = ''] = line.slice(0, 20_000).split(/:(.*)/s);
    const name = head.split(';', 1)[0]?.toUpperCase();
    if (name === 'RRULE') {
      if (rule) return null;
      rule = readRule(value);
      if (!rule) return null;
    } else if (name === 'EXDATE') {
      for (const each of value.split(',').slice(0, 1000)) {
        const time = readTime(each);
        if (!time) return null;
        (time.isUtc ? withoutInstant : withoutWall).add(time.at);
      }
    } else if (line.trim() !== '') return null;
  }
  if (!rule) return null;
  const { until, untilIsUtc } = rule;
  const found: number[] = [];
  let counted = 0;
  for (const start of startsOf(rule, first)) {
    counted += 1;
    if (counted > rule.count || counted > MAX_COUNTED || start >= to) break;
    const instant = instantOf(start);
    if ((untilIsUtc ? (instant ?? start) : start) > until) break;
    if (start < from || withoutWall.has(start)) continue;
    if (instant === null || !withoutInstant.has(instant)) found.push(start);
  }
  return found;
}

function readRule(value: string): Rule | null {
  const rule: Rule = {
    every: 'DAILY',
    interval: 1,
    count: Number.POSITIVE_INFINITY,
    until: Number.POSITIVE_INFINITY,
    untilIsUtc: false,
    byDay: [],
    byMonthDay: null,
    weekStart: 1,
  };
  let every = '';
  for (const part of value.toUpperCase().split(';').slice(0, 20)) {
    const [key = '', text = ''] = part.split('=');
    if (key === 'FREQ') every = text;
    else if (key === 'INTERVAL' && /^[1-9]\d{0,2}$/.test(text)) rule.interval = Number(text);
    else if (key === 'COUNT' && /^[1-9]\d{0,4}$/.test(text)) rule.count = Number(text);
    else if (key === 'UNTIL') {
      const until = readTime(text);
      if (!until) return null;
      // A day alone means the whole of it.
      rule.until = until.isDay ? until.at + DAY - 1 : until.at;
      rule.untilIsUtc = until.isUtc;
    } else if (key === 'BYDAY') {
      for (const each of text.split(',')) {
        const [, nth = '', name = ''] = /^([+-]?[1-5])?(SU|MO|TU|WE|TH|FR|SA)$/.exec(each) ?? [];
        if (name === '') return null;
        rule.byDay.push({ day: days.indexOf(name), nth: Number(nth) });
      }
    } else if (key === 'BYMONTHDAY' && /^(?:[12]?\d|3[01])$/.test(text)) rule.byMonthDay = Number(text);
    else if (key === 'WKST' && days.includes(text)) rule.weekStart = days.indexOf(text);
    else if (part !== '') return null;
  }
  if (every !== 'DAILY' && every !== 'WEEKLY' && every !== 'MONTHLY' && every !== 'YEARLY') return null;
  rule.every = every;
  const nths = rule.byDay.filter(({ nth }) => nth !== 0).length;
  if (every === 'DAILY' && (rule.byDay.length > 0 || rule.byMonthDay !== null)) return null;
  if (every === 'WEEKLY' && (nths > 0 || rule.byMonthDay !== null)) return null;
  if (every === 'MONTHLY' && (rule.byDay.length > 1 || nths !== rule.byDay.length)) return null;
  if (every === 'MONTHLY' && rule.byDay.length > 0 && rule.byMonthDay !== null) return null;
  if (every === 'YEARLY' && (rule.byDay.length > 0 || rule.byMonthDay !== null)) return null;
  return rule;
}

/** `20261006T080000Z`, `20261006T080000` or `20261006`. */
function readTime(text: string): { at: number; isUtc: boolean; isDay: boolean } | null {
  const [, day, time, utc] = /^(\d{8})(?:T(\d{6})(Z?))?$/i.exec(text.trim()) ?? [];
  if (day === undefined) return null;
  const [y, m, d] = [Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6))];
  const [h, min, s] = time ? [time.slice(0, 2), time.slice(2, 4), time.slice(4)].map(Number) : [0, 0, 0];
  const at = Date.UTC(y, m, d, h, min, s);
  return Number.isFinite(at) ? { at, isUtc: utc?.toUpperCase() === 'Z', isDay: time === undefined } : null;
}

/** Endless, in order, `first` the first of them; ends itself only where no day fits any more. */
function* startsOf(rule: Rule, first: number): Generator<number> {
  const { every, interval } = rule;
  if (every === 'DAILY') for (let n = 0; n < MAX_COUNTED; n += 1) yield first + n * interval * DAY;
  if (every === 'WEEKLY') {
    const fromStart = (day: number) => (day - rule.weekStart + 7) % 7;
    const weekday = new Date(first).getUTCDay();
    const named = rule.byDay.length > 0 ? rule.byDay.map(({ day }) => day) : [weekday];
    const wanted = [...new Set(named.map(fromStart))].sort((a, b) => a - b);
    const week = first - fromStart(weekday) * DAY;
    for (let n = 0; n < MAX_COUNTED; n += 1) {
      for (const day of wanted) {
        const start = week + n * interval * WEEK + day * DAY;
        if (start >= first) yield start;
      }
    }
    return;
  }
  const months = every === 'YEARLY' ? 12 * interval : interval;
  const date = new Date(first);
  const time = first - Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  for (let n = 0; n < MAX_COUNTED; n += 1) {
    const month = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + n * months, 1);
    const day = dayIn(month, rule, date.getUTCDate());
    // A month without that day (the 31st, a fifth Monday) is left out.
    if (day !== null && day + time >= first) yield day + time;
  }
}

/** The rule's day in this month, given as its first midnight; null where it has none. */
function dayIn(month: number, { byDay, byMonthDay }: Rule, ownDay: number): number | null {
  const last = new Date(month);
  last.setUTCMonth(last.getUTCMonth() + 1);
  const length = Math.round((last.getTime() - month) / DAY);
  const [by] = byDay;
  let day = byMonthDay ?? ownDay;
  if (by) {
    const firstOf = ((by.day - new Date(month).getUTCDay() + 7) % 7) + 1;
    const lastOf = firstOf + 7 * Math.floor((length - firstOf) / 7);
    day = by.nth > 0 ? firstOf + 7 * (by.nth - 1) : lastOf + 7 * (by.nth + 1);
  }
  return day >= 1 && day <= length ? month + (day - 1) * DAY : null;
}
