import { cleanLine } from '@/utils/capture/clean';

/*
 * What a tile's words say, for a page without any wire. English (seen 2026-08):
 *   title  "Planning, Q4\nRoom 102\n13:05 to 14:15"
 *   label  "Meeting icon, Planning, Q4, 1:05 PM to 2:15 PM, Tuesday, September 29, 2026, Room 102, By Example, Tentative"
 * Other languages are read by the names that the browser itself has for their months. Subjects, places and names can hold
 * anything, commas and times too: the subject is known from the title, and what is not certain is null.
 */

/** Times as clocks on the page show them, as if they were UTC, milliseconds. */
export interface TileWords {
  subject: string;
  place: string;
  organiser: string | null;
  start: number;
  end: number;
  allDay: boolean;
  cancelled: boolean;
  recurring: boolean;
}

const DAY = 86_400_000;
const MAX = 2000;

/** The subject that a tile says, or an empty string. */
export function tileSubject(label: string, title: string): string {
  return linesOf(title)[0] ?? englishSubject(label.slice(0, MAX)) ?? '';
}

/** Null where the words are not understood. `language`: the page's own, `de-DE`; English is always read. */
export function readTileWords(label: string, title: string, language: string): TileWords | null {
  const words = label.slice(0, MAX);
  const subject = tileSubject(words, title);
  const from = subject === '' ? -1 : words.indexOf(subject);
  if (from === -1) return null;
  const rest = words.slice(from + subject.length);
  const dates = findDates(rest, language);
  const date = dates[0];
  if (!date || (dates[1] && dates[1].from - date.to < 40)) return null;
  const times = findTimes(rest.slice(0, date.from));
  const lines = linesOf(title);
  const after = rest.slice(date.to);
  const said = {
    subject: cleanLine(subject, 1000),
    place: cleanLine(lines.length > 2 ? lines.slice(1, -1).join(', ') : '', 500),
    organiser: organiserIn(after),
    // Only after the date: a subject "Canceled" is one.
    cancelled: /, Cancell?ed$/.test(after),
    recurring: /, (?:Recurring event|Exception to recurring event)\b/.test(after),
  };
  if (times === null) return null;
  if (times.length === 0) {
    // No times in the label, but in the title: then it is no whole day, and not understood.
    const shown = lines.length > 1 ? findTimes(lines.at(-1) ?? '') : [];
    return shown?.length === 0 ? { ...said, start: date.at, end: date.at + DAY, allDay: true } : null;
  }
  const [start = 0, end = 0] = times;
  return {
    ...said,
    start: date.at + start,
    end: date.at + end + (end < start ? DAY : 0),
    allDay: false,
  };
}

function linesOf(title: string): string[] {
  return title
    .slice(0, MAX)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const WEEKDAYS = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const CLOCK = '\\d{1,2}:\\d{2}(?: [AP]M)?';
const english = new RegExp(
  `, (?:${CLOCK} to ${CLOCK}|all day event), ${WEEKDAYS}, [A-Z][a-z]{2,8} \\d{1,2}, \\d{4}`,
);

/** Where a tile has no title: what stands before the times and the date, in English. */
function englishSubject(label: string): string | null {
  const found = english.exec(label);
  return found ? label.slice(0, found.index).replace(/^Meeting icon, /, '') : null;
}

/** "…, By Roe, Pat Jr. [US-US], Busy, Recurring event", in English: names hold commas, the state at the end does not. */
function organiserIn(after: string): string | null {
  const at = after.lastIndexOf(', By ');
  if (at === -1) return null;
  const tail = after.slice(at + 5);
  const state = /, (?:Free|Tentative|Busy|Out of office|Working elsewhere)(?:, |$)/.exec(tail);
  const name = cleanLine(state ? tail.slice(0, state.index) : '', 200);
  return name === '' ? null : name;
}

/** Milliseconds since midnight; null where they are not one range or none. */
function findTimes(text: string): number[] | null {
  const found: { at: number; half: 'am' | 'pm' | '' }[] = [];
  for (const match of text.matchAll(/(\d{1,2})[:.h](\d{2})(?!\d)/g)) {
    const [hour, minute] = [Number(match[1]), Number(match[2])];
    const before = text.slice(Math.max(0, match.index - 4), match.index);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 7);
    const half = halfOf(before, after);
    if (found.length === 2 || hour > 24 || minute > 59 || (half !== '' && (hour < 1 || hour > 12)))
      return null;
    const turned = half === '' ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
    found.push({ at: (turned * 60 + minute) * 60_000, half });
  }
  const [first, second] = found;
  if (!first) return [];
  if (!second || (first.half === '') !== (second.half === '')) return null;
  return [first.at, second.at];
}

function halfOf(before: string, after: string): 'am' | 'pm' | '' {
  const western = /^\s?([ap])\.?\s?m\b/i.exec(after)?.[1];
  if (western !== undefined) return western.toLowerCase() === 'a' ? 'am' : 'pm';
  const eastern = /(午前|上午|오전|午後|下午|오후)\s?$/.exec(before)?.[1];
  if (eastern === undefined) return '';
  return /午前|上午|오전/.test(eastern) ? 'am' : 'pm';
}

interface FoundDate {
  at: number;
  from: number;
  to: number;
}

function findDates(text: string, language: string): FoundDate[] {
  const dates: FoundDate[] = [];
  for (const match of text.matchAll(/(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/g)) {
    const at = dayAt(Number(match[1]), Number(match[2]), Number(match[3]));
    if (at !== null) dates.push({ at, from: match.index, to: match.index + match[0].length });
  }
  if (dates.length > 0) return dates;
  const months = monthNames(language);
  const words = [...text.matchAll(/[\p{L}\p{M}]+|\d+/gu)].slice(0, 300);
  const wordAt = (i: number) => words[i]?.[0] ?? '';
  for (let i = 0; i < words.length; i += 1) {
    const month = months.get(wordAt(i).toLowerCase());
    if (month === undefined) continue;
    // "14 de agosto", "14. August", "1er janvier" (its "er" is a word of its own here), "August 14".
    const day = [i - 1, i - 2, i + 1].find(
      (each, nth) => isDay(wordAt(each)) && (nth !== 1 || isSmall(wordAt(i - 1))),
    );
    const year = [i + 1, i + 2, i + 3, i - 1, i - 2].find((each) => /^\d{4}$/.test(wordAt(each)));
    if (day === undefined || year === undefined) continue;
    const at = dayAt(Number(wordAt(year)), month, Number(wordAt(day)));
    if (at === null) continue;
    const spots = [i, day, year];
    const last = words[Math.max(...spots)];
    dates.push({
      at,
      from: words[Math.min(...spots)]?.index ?? 0,
      to: (last?.index ?? 0) + (last?.[0].length ?? 0),
    });
  }
  return dates;
}

function isDay(word: string): boolean {
  return /^\d{1,2}$/.test(word) && Number(word) >= 1 && Number(word) <= 31;
}

function isSmall(word: string): boolean {
  return /^\p{L}{1,3}$/u.test(word);
}

function dayAt(year: number, month: number, day: number): number | null {
  const at = Date.UTC(year, month - 1, day);
  const same = new Date(at).getUTCMonth() === month - 1 && new Date(at).getUTCDate() === day;
  return same && year > 1990 && year < 2100 ? at : null;
}

let lastNames: { language: string; names: Map<string, number> } | undefined;

/** The names of months, lower-cased, as the browser writes them in this language and in English. */
function monthNames(language: string): Map<string, number> {
  if (lastNames?.language === language) return lastNames.names;
  const names = new Map<string, number>();
  for (const each of ['en', language]) {
    try {
      // A month beside a day has another form in some languages.
      const long = new Intl.DateTimeFormat(each, { month: 'long', timeZone: 'UTC' });
      const beside = new Intl.DateTimeFormat(each, { month: 'long', day: 'numeric', timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) {
        const at = Date.UTC(2026, month - 1, 1);
        const forms = [
          long.format(at),
          ...beside
            .formatToParts(at)
            .filter(({ type }) => type === 'month')
            .map(({ value }) => value),
        ];
        for (const form of forms) if (/^[\p{L}\p{M}]{3,}$/u.test(form)) names.set(form.toLowerCase(), month);
      }
    } catch {
      // The page says no language that the browser knows.
    }
  }
  lastNames = { language, names };
  return names;
}
