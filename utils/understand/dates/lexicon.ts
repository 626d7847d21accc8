import { DAY, HOUR, type Unit } from '@/utils/understand/dates/calendar';
import type { Context, Item, Meaning } from '@/utils/understand/dates/item';
import { type Token, tokensOf } from '@/utils/understand/dates/tokens';
import type { Words } from '@/utils/understand/dates/words';
import { german } from '@/utils/understand/dates/words-de';
import { english } from '@/utils/understand/dates/words-en';
import { spanish } from '@/utils/understand/dates/words-es';
import { french } from '@/utils/understand/dates/words-fr';
import { italian } from '@/utils/understand/dates/words-it';
import { dutch } from '@/utils/understand/dates/words-nl';
import { portuguese } from '@/utils/understand/dates/words-pt';

const languages = new Map<string, Words>([
  ['en', english],
  ['de', german],
  ['fr', french],
  ['es', spanish],
  ['it', italian],
  ['nl', dutch],
  ['pt', portuguese],
]);

export interface Lexicon {
  phrases: Map<string, Meaning[]>;
  /** Words of the longest phrase that begins with this one. */
  longest: Map<string, number>;
  glue: Set<string>;
  ordinalEnds: Set<string>;
}

const built = new Map<string, Lexicon>();

function build(words: Words): Lexicon {
  const phrases = new Map<string, Meaning[]>();
  const longest = new Map<string, number>();
  const add = (alternatives: string | undefined, meaning: Meaning) => {
    for (const alternative of (alternatives ?? '').split('|')) {
      if (alternative === '') continue;
      const weak = alternative.length > 1 && alternative.endsWith('~');
      const keys = tokensOf(weak ? alternative.slice(0, -1) : alternative).map(({ key }) => key);
      const first = keys[0];
      if (first === undefined) continue;
      const phrase = keys.join(' ');
      const known = phrases.get(phrase) ?? [];
      known.push(weak ? { ...meaning, weak: true } : meaning);
      phrases.set(phrase, known);
      longest.set(first, Math.max(longest.get(first) ?? 0, keys.length));
    }
  };
  words.weekdays.forEach((alternatives, wd) => {
    add(alternatives, { cat: 'wd', wd });
  });
  words.months.forEach((alternatives, i) => {
    add(alternatives, { cat: 'mon', m: i + 1 });
  });
  const { weekend, ...units } = words.units;
  const names: Unit[] = ['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year', 'decade'];
  for (const unit of names) add(units[unit], { cat: 'unit', unit });
  add(weekend, { cat: 'unit', unit: 'weekend' });
  for (const [n, alternatives] of words.mods) add(alternatives, { cat: 'mod', n });
  for (const [n, alternatives] of words.days) add(alternatives, { cat: 'rel', n });
  for (const [h, mi, alternatives] of words.parts) add(alternatives, { cat: 'part', h, mi, weak: true });
  for (const [n, h, mi, alternatives] of words.partsOfDay ?? []) add(alternatives, { cat: 'rel', n, h, mi });
  words.edges.forEach((alternatives, n) => {
    add(alternatives, { cat: 'edge', n });
  });
  for (const [n, alternatives] of words.numbers) add(alternatives, { cat: 'num', n });
  for (const [n, alternatives] of words.ordinals) add(alternatives, { cat: 'ord', n });
  for (const [m, d, alternatives] of words.feasts) add(alternatives, { cat: 'md', m, d });
  for (const [word, alternatives] of Object.entries(words.joins)) add(alternatives, { cat: 'kw', word });
  return {
    phrases,
    longest,
    glue: new Set(words.glue.split('|')),
    ordinalEnds: new Set(words.ordinalEnds.split('|').map((end) => tokensOf(end)[0]?.key ?? end)),
  };
}

/** Words of a language; English where it is not known. */
export function lexiconOf(lang: string): Lexicon {
  const known = languages.has(lang) ? lang : 'en';
  const ready = built.get(known);
  if (ready) return ready;
  const fresh = build(languages.get(known) ?? english);
  built.set(known, fresh);
  return fresh;
}

const upper = /^\p{Lu}/u;

/** A weak word with a capital in the middle of a sentence is a name: "on Sat", "in May". */
function named(tokens: readonly Token[], at: number, lang: string): boolean {
  if (lang !== 'en' || !upper.test(tokens[at]?.text ?? '')) return false;
  const before = tokens[at - 1];
  return before !== undefined && (before.letters || before.digits || before.text === ',');
}

/** What the words from `at` on can mean by themselves. */
export function wordsAt(tokens: readonly Token[], at: number, lexicon: Lexicon, context: Context): Item[] {
  const token = tokens[at];
  if (!token) return [];
  const items: Item[] = [];
  const { key } = token;
  if (token.digits && key.length <= 4) {
    const n = Number(key);
    items.push({ cat: 'num', n, digits: key.length, start: at, end: at + 1 });
    if (key.length === 4 && n >= 1900 && n <= 2199)
      items.push({ cat: 'year', y: n, start: at, end: at + 1, weak: true });
    const next = tokens[at + 1];
    if (next && !next.spaced && lexicon.ordinalEnds.has(next.key) && key.length <= 2) {
      items.push({ cat: 'ord', n, digits: key.length, start: at, end: at + 2 });
    }
  }
  if (key === '/' || key === '.' || key === ':' || key === '-') {
    items.push({ cat: 'kw', word: key, start: at, end: at + 1 });
  }
  const longest = lexicon.longest.get(key) ?? 0;
  let phrase = '';
  for (let length = 1; length <= longest && at + length <= tokens.length; length++) {
    phrase = length === 1 ? key : `${phrase} ${tokens[at + length - 1]?.key ?? ''}`;
    for (const meaning of lexicon.phrases.get(phrase) ?? []) {
      // "3 p m." and "sat.": the dot belongs to it.
      items.push(placed(meaning, at, at + length, context, named(tokens, at, context.lang)));
    }
  }
  return items;
}

function placed(meaning: Meaning, start: number, end: number, { ref }: Context, strong: boolean): Item {
  if (meaning.cat === 'rel') {
    const day = Math.floor(ref / DAY) * DAY + (meaning.n ?? 0) * DAY;
    if (meaning.h === undefined) return { cat: 'day', ms: day, start, end };
    return {
      cat: 'dpart',
      ms: day + meaning.h * HOUR,
      to: day + (meaning.mi ?? 24) * HOUR,
      h: meaning.h,
      start,
      end,
    };
  }
  if (meaning.cat === 'kw' && meaning.word === 'now')
    return { cat: 'moment', ms: ref, fine: true, due: null, start, end };
  if (meaning.cat === 'kw' && meaning.word === 'noon') return { cat: 'time', h: 12, mi: 0, start, end };
  if (meaning.cat === 'kw' && meaning.word === 'midnight') return { cat: 'time', h: 24, mi: 0, start, end };
  if (meaning.cat === 'num' && meaning.weak) return { cat: 'one', n: meaning.n ?? 1, start, end };
  const { weak, ...rest } = meaning;
  const keepsWeak = weak && (!strong || meaning.cat === 'part');
  return keepsWeak ? { ...rest, weak: true, start, end } : { ...rest, start, end };
}
