/*
 * The date of a message as the page writes it: the reader's own short form with a weekday, to the minute, in the
 * mailbox's zone. "Fri 09/11/2026 10:07 PM", "Mon 18/05/2026 09:40", "Fr, 2026-05-22 15:22", "Di, 14.04.2020 08:51",
 * "2026/09/14 (月) 11:02". Seen 2026-07 to 2026-10.
 */

/** A clock's reading, `YYYY-MM-DDTHH:MM`, and the instant if the mailbox has this browser's zone. */
export interface PageDate {
  wall: string;
  at: number;
}

const morning = /(?:^|[^\p{L}])(?:a\.?\s?m\.?|午前|上午|오전|ص|πμ|de\.)(?:$|[^\p{L}])/iu;
const afternoon = /(?:^|[^\p{L}])(?:p\.?\s?m\.?|午後|下午|오후|م|μμ|du\.)(?:$|[^\p{L}])/iu;
const time = /(\d{1,2})[:.時시](\d{2})(?![./\d-])/g;

/** The same few dates are read again at each look at the page. */
const known = new Map<string, PageDate[]>();
const MAX_KNOWN = 500;

/** Each reading that the text allows, the likeliest first; empty where it is no date that we know. */
export function readPageDate(raw: string, language: string, now: number): PageDate[] {
  const name = `${language}\n${raw.slice(0, 200)}`;
  const likely = known.get(name) ?? readingsOf(raw, language);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(name, likely);
  // A mail is never from the future: a day's grace, for zones.
  const past = likely.filter(({ at }) => at <= now + 86_400_000);
  return past.length > 0 ? past : likely;
}

function readingsOf(raw: string, language: string): PageDate[] {
  const text = digits(raw.slice(0, 200))
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .trim();
  const day = /(\d{1,4})\s?[./\-年년]\s?(\d{1,2})\s?[./\-月월]\s?(\d{1,4})/.exec(text);
  if (!day) return [];
  const rest = text.slice(day.index + day[0].length);
  const clock = readClock(rest) ?? readClock(text.slice(0, day.index));
  if (!clock) return [];
  const [a, b, c] = [Number(day[1]), Number(day[2]), Number(day[3])];
  const forms: [number, number, number][] =
    (day[1]?.length ?? 0) > 2
      ? [[a, b, c]]
      : monthFirst(language)
        ? [
            [c, a, b],
            [c, b, a],
          ]
        : [
            [c, b, a],
            [c, a, b],
          ];
  const found = forms.flatMap(([year, month, date]) => made(year, month, date, clock) ?? []);
  const distinct = found.filter((each, i) => found.findIndex((other) => other.wall === each.wall) === i);
  const named = distinct.filter(({ at }) => namesWeekday(text, at, language));
  return named.length > 0 ? named : distinct;
}

/**
 * The reading to go by. Null where there is none, and where only the order of day and month would decide and nobody can
 * know it: an English page without a weekday.
 */
export function likeliestDate(dates: readonly PageDate[], language: string): PageDate | null {
  return dates.length > 1 && /^en\b/i.test(language) ? null : (dates[0] ?? null);
}

/** A moment that the page writes whole, with seconds and offset (in a `datetime` or a title); null for any other text. */
export function readExactDate(raw: string): number | null {
  const text = raw.trim().slice(0, 60);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,7})?(?:Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

function readClock(text: string): { hour: number; minute: number } | null {
  time.lastIndex = 0;
  const found = time.exec(text);
  if (!found) return null;
  let hour = Number(found[1]);
  const minute = Number(found[2]);
  if (hour > 23 || minute > 59) return null;
  if (afternoon.test(text) && hour < 12) hour += 12;
  else if (morning.test(text) && hour === 12) hour = 0;
  return { hour, minute };
}

function made(
  shortYear: number,
  month: number,
  date: number,
  clock: { hour: number; minute: number },
): PageDate | null {
  const year = shortYear < 100 ? 2000 + shortYear : shortYear;
  if (year < 1990 || year > 2099 || month < 1 || month > 12 || date < 1 || date > 31) return null;
  const local = new Date(year, month - 1, date, clock.hour, clock.minute);
  if (local.getMonth() !== month - 1) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  const wall = `${year}-${two(month)}-${two(date)}T${two(clock.hour)}:${two(clock.minute)}`;
  return { wall, at: local.getTime() };
}

/** The languages' own order: `9/14/2026` in American English. */
function monthFirst(language: string): boolean {
  return /^en(?:-us)?$/i.test(language);
}

function namesWeekday(text: string, at: number, language: string): boolean {
  const lower = text.toLowerCase();
  for (const tag of [language, 'en']) {
    for (const weekday of ['short', 'long'] as const) {
      const name = weekdayName(at, tag, weekday);
      if (name !== '' && lower.split(/[^\p{L}]+/u).includes(name)) return true;
    }
  }
  return false;
}

function weekdayName(at: number, language: string, weekday: 'short' | 'long'): string {
  const name = calendarOf(language || 'en', weekday)?.format(at) ?? '';
  return name.toLowerCase().replace(/\.$/, '');
}

const calendars = new Map<string, Intl.DateTimeFormat | null>();

/** Making one costs more than all else that is done with a date. Null for a language that the browser does not know. */
function calendarOf(language: string, weekday: 'short' | 'long'): Intl.DateTimeFormat | null {
  const name = `${weekday} ${language}`;
  const known = calendars.get(name);
  if (known !== undefined) return known;
  let made: Intl.DateTimeFormat | null = null;
  try {
    made = new Intl.DateTimeFormat(language, { weekday });
  } catch {
    // A page can write anything into `lang`.
  }
  if (calendars.size > 20) calendars.clear();
  calendars.set(name, made);
  return made;
}

/** Arabic and Persian digits as the others. */
function digits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) % 16));
}
