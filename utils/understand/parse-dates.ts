import { DAY, dayOf, fromLocal, HOUR, MINUTE, toLocal } from '@/utils/understand/dates/calendar';
import { fillChart, grammarOf } from '@/utils/understand/dates/chart';
import { dayMs, monthPeriod } from '@/utils/understand/dates/days';
import type { Context, Item } from '@/utils/understand/dates/item';
import { lexiconOf, wordsAt } from '@/utils/understand/dates/lexicon';
import { dateRules } from '@/utils/understand/dates/rules-date';
import { nthRules } from '@/utils/understand/dates/rules-nth';
import { numberRules } from '@/utils/understand/dates/rules-number';
import { rangeRules } from '@/utils/understand/dates/rules-range';
import { relativeRules } from '@/utils/understand/dates/rules-relative';
import { timeRules } from '@/utils/understand/dates/rules-time';
import { type Token, tokensOf } from '@/utils/understand/dates/tokens';

export interface FoundDate {
  /** As it is written. */
  text: string;
  index: number;
  /** Local time `YYYY-MM-DDTHH:mm:ss`. */
  start: string;
  /** Local time at which a stretch of time is over, itself not within. */
  end?: string;
  /** False where only the day is known. */
  hasTime: boolean;
  /** The day that a deadline in these words falls on; null where they name none ("next week", "asap", "in 2027"). */
  due: string | null;
}

/** What is read of a text; dates in a longer one are further down than anybody looks. */
const MAX_READ = 40_000;

const grammar = grammarOf([
  ...numberRules,
  ...dateRules,
  ...nthRules,
  ...relativeRules,
  ...timeRules,
  ...rangeRules,
]);

interface Resolved {
  start: number;
  end?: number | undefined;
  hasTime: boolean;
  due: number | null;
}

function resolve(item: Item, context: Context): Resolved | null {
  const today = dayOf(context.ref);
  const { cat } = item;
  if (cat === 'time' && item.h !== undefined) {
    let ms = today + item.h * HOUR + (item.mi ?? 0) * MINUTE + (item.s ?? 0) * 1000;
    if (item.twelve && item.h === 12) ms = today + 12 * HOUR + (item.mi ?? 0) * MINUTE;
    const step = item.twelve ? 12 * HOUR : DAY;
    for (let tries = 0; tries < 3 && ms < context.ref; tries++) ms += step;
    // A time without a day is no deadline: "at 2 o'clock" may be every day's.
    return { start: ms, hasTime: true, due: null };
  }
  if (cat === 'tspan' && item.h !== undefined) {
    const shift = item.twelve && item.h < 12 && today + item.h * HOUR < context.ref ? 12 * HOUR : 0;
    const start = today + item.h * HOUR + (item.mi ?? 0) * MINUTE + shift;
    let end = today + (item.h2 ?? item.h) * HOUR + (item.mi2 ?? 0) * MINUTE + shift;
    if (end < start) end += 12 * HOUR;
    return { start, end, hasTime: true, due: null };
  }
  if (cat === 'wd' || cat === 'md' || cat === 'dom') {
    const ms = dayMs(item, context);
    return ms === null ? null : { start: ms, hasTime: false, due: ms };
  }
  if (cat === 'mon' || cat === 'year') {
    const whole = monthPeriod(item, context);
    return whole && { start: whole.ms, end: whole.to, hasTime: false, due: null };
  }
  if (item.ms === undefined) return null;
  const due = item.due === undefined ? dayOf(item.ms) : item.due;
  if (cat === 'day') return { start: item.ms, hasTime: false, due };
  if (cat === 'moment') return { start: item.ms, hasTime: item.fine === true, due };
  if (cat === 'dpart') return { start: item.ms, end: item.to, hasTime: true, due };
  if (cat === 'period' || cat === 'span')
    return { start: item.ms, end: item.to, hasTime: item.fine === true, due };
  return null;
}

/** "6.45", "138-2010-2015": the number is longer than what was read. */
function goesOn(tokens: readonly Token[], end: number): boolean {
  const [last, after, next] = [tokens[end - 1], tokens[end], tokens[end + 1]];
  if (!last?.digits || !after || after.spaced) return false;
  if (/^[%€$£]$/.test(after.key)) return true;
  return /^[./:-]$/.test(after.key) && next?.digits === true && !next.spaced;
}

/** A number that goes on left or right is a phone number, a price or a version, no date. */
function cutOut(tokens: readonly Token[], item: Item): boolean {
  const first = tokens[item.start];
  const [before2, before] = [tokens[item.start - 2], tokens[item.start - 1]];
  if (before && first?.digits && /^[$€£#]$/.test(before.key)) return true;
  if (goesOn(tokens, item.end)) return true;
  const bare = tokens.slice(item.start, item.end).every(({ key }) => /^[\d./:-]+$/.test(key));
  if (!bare || !before || !first) return false;
  if (item.cat === 'year' && /^[/-]$/.test(before.key)) return true;
  return !first.spaced && (before.key === '+' || (/^[./:-]$/.test(before.key) && before2?.digits === true));
}

const units =
  /^(%|percent|prozent|pourcent|eur|euro|euros|usd|dollars?|kg|km|gb|mb|people|users?|personen|stuck|pieces|pcs|x)$/;

function stands(tokens: readonly Token[], item: Item, context: Context): boolean {
  const { cat } = item;
  if (cat === 'num' || cat === 'ord' || cat === 'unit' || cat === 'mod' || cat === 'edge' || cat === 'kw')
    return false;
  if (cat === 'part' || cat === 'dot' || cat === 'dur' || cat === 'rel') return false;
  if (cutOut(tokens, item)) return false;
  const rest = tokens.length - item.end;
  const whole = item.start === 0 && (rest === 0 || (rest === 1 && tokens[item.end]?.key === '.'));
  const next = tokens[item.end];
  if (next && (units.test(next.key) || /^[€$£%]/.test(next.key))) return false;
  if (item.weak) {
    if (whole) return true;
    if (cat !== 'year') return false;
    // A bare year ends what is said or follows its noun; before a noun it is a number.
    return next === undefined || /^[.,;:!?)]$/.test(next.key) || (context.lang !== 'en' && next.letters);
  }
  // "at 7 locations" is no time.
  if (cat === 'time' && next?.letters && tokens[item.end - 1]?.digits && item.end - item.start === 2) {
    return tokens[item.start]?.digits === true || shortWord.test(next.key);
  }
  return true;
}

const shortWord =
  /^(on|in|at|or|and|am|this|to|if|for|und|oder|am|uhr|ou|et|le|y|o|el|cet|pst|est|gmt|utc|instead|please|works?|tomorrow|today)$/;

/**
 * The dates and times in a text, resolved against a local time `referenceLocalISO` (`YYYY-MM-DDTHH:mm:ss`), in the
 * order of the text. English, German, French, Spanish, Italian, Dutch, Portuguese; other languages are read as
 * English. A weekday is the next one, a date without year the next one. Linear in the text's length.
 */
export function parseDates(
  text: string,
  referenceLocalISO: string,
  { lang = 'en', dayFirst }: { lang?: string | undefined; dayFirst?: boolean | undefined } = {},
): FoundDate[] {
  const ref = fromLocal(referenceLocalISO);
  if (Number.isNaN(ref)) return [];
  const context: Context = { ref, lang, dayFirst: dayFirst ?? lang !== 'en' };
  const lexicon = lexiconOf(lang);
  const tokens = tokensOf(text.slice(0, MAX_READ));
  const glue = (at: number) => {
    const token = tokens[at];
    return token !== undefined && lexicon.glue.has(token.key) && (token.key !== '.' || !token.spaced);
  };
  const chart = fillChart(tokens, (at) => wordsAt(tokens, at, lexicon, context), glue, grammar, context);

  const found: FoundDate[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const best = longest(chart[at] ?? [], tokens, context);
    if (!best) continue;
    const first = tokens[best.item.start];
    const last = tokens[best.item.end - 1];
    if (!first || !last) continue;
    found.push({
      text: text.slice(first.index, last.end),
      index: first.index,
      start: toLocal(best.value.start),
      ...(best.value.end === undefined ? {} : { end: toLocal(best.value.end) }),
      hasTime: best.value.hasTime,
      due: best.value.due === null ? null : toLocal(best.value.due).slice(0, 10),
    });
    at = best.item.end - 1;
  }
  return found;
}

/** Years outside are numbers that look like one. */
const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(2400, 0, 1);

function longest(items: readonly Item[], tokens: readonly Token[], context: Context) {
  let best: { item: Item; value: Resolved } | null = null;
  for (const item of items) {
    if (best && item.end <= best.item.end) continue;
    if (!stands(tokens, item, context)) continue;
    const value = resolve(item, context);
    if (value && value.start > EARLIEST && value.start < LATEST && (value.end ?? 0) < LATEST)
      best = { item, value };
  }
  return best;
}
