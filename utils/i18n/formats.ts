import { isolate } from '@/utils/i18n/isolate';
import { directionOf } from '@/utils/i18n/languages';

/** Numbers, dates, plurals and lists as one language and region write them. `Intl` only: no word of a language is here. */
export interface Formats {
  readonly locale: string;
  /** The same with a capital first letter, for what stands alone. */
  capital(text: string): string;
  /** Picks the form for `count`; `#` in it becomes the number as this language writes it. */
  plural(count: number, forms: PluralForms): string;
  number(value: number): string;
  list(items: readonly string[]): string;
  /** What stands between the items of a list: `, ` or `、`. */
  readonly comma: string;
  /** `42 mails, 39 logged`: a list without its "and". What is empty is left out. */
  series(items: readonly (string | undefined)[]): string;
  /** What stands between facts side by side. */
  readonly dot: string;
  /** `Head of Procurement · Nordlicht GmbH`: what is known of one thing, side by side. What is empty is left out. */
  facts(items: readonly (string | undefined)[]): string;
  /** `09:42` */
  time(at: number): string;
  /** `Saturday 21 November` */
  longDay(at: number): string;
  /** `today`, `yesterday`, `Thu`, `12 Nov`, `12 Nov 2025`: as short as it stays clear. */
  day(at: number, now: number): string;
  /** `today 09:42` */
  moment(at: number, now: number): string;
  /** `09:42` today, else the day alone. */
  shortMoment(at: number, now: number): string;
  /** `18:30` today, else `Mon 09:00`. */
  soon(at: number, now: number): string;
  /** `today 14:00–14:45`; over midnight `today 22:00 – tomorrow 01:00`; whole days `12 Nov – 14 Nov`, the end exclusive. */
  during(at: number, endsAt: number, allDay: boolean, now: number): string;
  /** A calendar day `YYYY-MM-DD` in the rep's zone, like `day`. */
  calendarDay(day: string, now: number): string;
  /** The same where its distance is said beside it: `Mon`, `6 Dec`. */
  dayBeside(day: string, now: number): string;
  /** `Monday`; 0 is Sunday. */
  weekday(day: number): string;
  /** A calendar day `YYYY-MM-DD`: `21 Nov 2026`. */
  exactDay(day: string): string;
  /** With a full stop at its end, and one only: `vor 10 Min.` has its own. */
  sentence(text: string): string;
  /** `21 Nov 2026, 09:42:10` */
  exact(at: number): string;
  /** `in 3 min`, `2 hr. ago` */
  relative(at: number, now: number): string;
  /** How long somebody has waited: `25 min`, `6 h`, `3 days`. One unit, rounded down. */
  span(ms: number): string;
  /** The same in hours at most, however many: `25 min`, `27 h`. */
  hours(ms: number): string;
  /** `€12,400` in whole units; without a currency (ISO 4217) the number alone. */
  money(value: number, currency?: string): string;
  /** `1.2 kB` */
  bytes(count: number): string;
}

export type PluralForms = { other: string } & Partial<
  Record<'zero' | 'one' | 'two' | 'few' | 'many', string>
>;

const minute = 60_000;
const hour = 60 * minute;
const dayMs = 24 * hour;

/** Whole calendar days from `now` to `at` in the reader's zone; yesterday is -1. */
export function dayDistance(at: number, now: number): number {
  const noon = (value: number) => new Date(value).setHours(12, 0, 0, 0);
  return Math.round((noon(at) - noon(now)) / dayMs);
}

/** Formats of this locale (BCP 47). */
export function formats(locale: string): Formats {
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const comma = lists.formatToParts(['1', '2', '3']).find((part) => part.type === 'literal')?.value ?? ', ';
  const direction = directionOf(locale);
  const beside = (items: readonly (string | undefined)[], between: string) =>
    items.flatMap((item) => (item ? [isolate(item, direction)] : [])).join(between);
  const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const longDays = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const shortWeekdays = new Intl.DateTimeFormat(locale, { weekday: 'short' });
  // Where the short name is one character (Japanese), it is no word without brackets around it.
  const weekdays =
    shortWeekdays.format(0).length > 1 ? shortWeekdays : new Intl.DateTimeFormat(locale, { weekday: 'long' });
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const daysOfYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const exacts = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  const relatives = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const relativeDays = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const unit = (name: string, value: number, unitDisplay: 'short' | 'long' | 'narrow') =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay,
      maximumFractionDigits: value < 10 && name !== 'byte' ? 1 : 0,
    }).format(value);
  const capital = (text: string) => text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1);

  const dayByName = (at: number, now: number): string => {
    if (Math.abs(dayDistance(at, now)) < 7) return weekdays.format(at);
    const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
    return (sameYear ? days : daysOfYear).format(at);
  };
  const day = (at: number, now: number): string => {
    const distance = dayDistance(at, now);
    return Math.abs(distance) <= 1 ? relativeDays.format(distance, 'day') : dayByName(at, now);
  };
  const noonOf = (text: string): number => {
    const [year = 1970, month = 1, date = 1] = text.split('-').map(Number);
    return new Date(year, month - 1, date, 12).getTime();
  };

  const dot = ' · ';
  return {
    locale,
    capital,
    plural: (count, forms) =>
      (forms[plurals.select(count)] ?? forms.other).replaceAll('#', numbers.format(count)),
    number: (value) => numbers.format(value),
    list: (items) => lists.format(items.map((item) => isolate(item, direction))),
    comma,
    series: (items) => beside(items, comma),
    dot,
    facts: (items) => beside(items, dot),
    time: (at) => times.format(at),
    longDay: (at) => longDays.format(at),
    day,
    moment: (at, now) => `${day(at, now)} ${times.format(at)}`,
    shortMoment: (at, now) => (dayDistance(at, now) === 0 ? times.format(at) : day(at, now)),
    soon: (at, now) =>
      dayDistance(at, now) === 0 ? times.format(at) : `${weekdays.format(at)} ${times.format(at)}`,
    during: (at, endsAt, allDay, now) => {
      // Noon of the first and the last day: midnights are those of the calendar's zone, not of the reader's.
      const [first, last] = allDay
        ? [at + dayMs / 2, Math.max(at, endsAt - dayMs) + dayMs / 2]
        : [at, endsAt];
      const sameDay = dayDistance(first, last) === 0;
      if (allDay) return sameDay ? day(first, now) : `${day(first, now)} – ${day(last, now)}`;
      if (sameDay) return `${day(at, now)} ${times.formatRange(at, endsAt)}`;
      return `${day(at, now)} ${times.format(at)} – ${day(endsAt, now)} ${times.format(endsAt)}`;
    },
    calendarDay: (text, now) => day(noonOf(text), now),
    dayBeside: (text, now) => dayByName(noonOf(text), now),
    // 4 January 1970 was a Sunday.
    weekday: (index) =>
      new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format((index + 3) * dayMs),
    exactDay: (text) => daysOfYear.format(noonOf(text)),
    sentence: (text) => (text.endsWith('.') ? text : `${text}.`),
    exact: (at) => exacts.format(at),
    relative: (at, now) => {
      const away = at - now;
      const far = Math.abs(away);
      if (far < hour) return relatives.format(Math.round(away / minute), 'minute');
      if (far < dayMs) return relatives.format(Math.round(away / hour), 'hour');
      return relatives.format(Math.round(away / dayMs), 'day');
    },
    span: (ms) => {
      if (ms < hour) return unit('minute', Math.max(1, Math.floor(ms / minute)), 'short');
      if (ms < dayMs) return unit('hour', Math.floor(ms / hour), 'short');
      return unit('day', Math.floor(ms / dayMs), 'long');
    },
    hours: (ms) =>
      ms < hour
        ? unit('minute', Math.max(1, Math.floor(ms / minute)), 'short')
        : unit('hour', Math.floor(ms / hour), 'short'),
    money: (value, currency) => {
      if (!currency || !/^[A-Za-z]{3}$/.test(currency)) return numbers.format(Math.round(value));
      const style = { style: 'currency', currency, maximumFractionDigits: 0 } as const;
      return new Intl.NumberFormat(locale, style).format(value);
    },
    bytes: (count) =>
      count < 1000
        ? unit('byte', count, 'narrow')
        : count < 1_000_000
          ? unit('kilobyte', count / 1000, 'short')
          : unit('megabyte', count / 1_000_000, 'short'),
  };
}
