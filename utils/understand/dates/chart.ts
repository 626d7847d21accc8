import type { Context, Item, Meaning } from '@/utils/understand/dates/item';
import type { Token } from '@/utils/understand/dates/tokens';

/** What stands at one place of a rule: kinds joined by `|`; `=word` is a joining word. */
type Place = string;

export interface Rule {
  places: Place[];
  /** No white space and no skipped word inside: numbers such as 3/3/2015. */
  tight?: boolean;
  /** No joining word may be skipped. */
  close?: boolean;
  make: (items: Item[], context: Context) => Meaning | null;
}

/** Bounds that keep hostile text linear: things that begin at one word, and how many words one thing spans. */
const MAX_AT = 32;
const MAX_WORDS = 22;
const MAX_SKIP = 3;
/** Attempts to go on with a rule, for all things that begin at one word. */
const MAX_STEPS = 800;

type Test = (item: Item) => boolean;

function testOf(place: Place): Test {
  const kinds = new Set(place.split('|'));
  return (item) => kinds.has(item.cat === 'kw' ? `=${item.word}` : item.cat);
}

export interface Grammar {
  rules: { tests: Test[]; rule: Rule }[];
}

export function grammarOf(rules: Rule[]): Grammar {
  return { rules: rules.map((rule) => ({ tests: rule.places.map(testOf), rule })) };
}

function sameThing(a: Item, b: Item): boolean {
  return (
    a.cat === b.cat &&
    a.end === b.end &&
    a.ms === b.ms &&
    a.to === b.to &&
    a.h === b.h &&
    a.mi === b.mi &&
    a.d === b.d &&
    a.m === b.m &&
    a.y === b.y &&
    a.n === b.n &&
    a.wd === b.wd &&
    a.unit === b.unit &&
    a.word === b.word
  );
}

/**
 * Everything that the words from each place on can be, smaller things first. From right to left: what begins further
 * right is complete before it is asked for.
 */
export function fillChart(
  tokens: readonly Token[],
  words: (at: number) => Item[],
  glue: (at: number) => boolean,
  grammar: Grammar,
  context: Context,
): Item[][] {
  const chart: Item[][] = Array.from({ length: tokens.length + 1 }, () => []);
  for (let at = tokens.length - 1; at >= 0; at--) {
    const here = words(at);
    chart[at] = here;
    const budget = { steps: MAX_STEPS };
    for (let next = 0; next < here.length && here.length < MAX_AT; next++) {
      const first = here[next];
      if (!first) break;
      for (const { tests, rule } of grammar.rules) {
        if (!tests[0]?.(first)) continue;
        follow({ tokens, chart, glue, context, budget }, { tests, rule }, [first], (meaning, end) => {
          if (end - at > MAX_WORDS || here.length >= MAX_AT) return;
          const item: Item = { ...meaning, start: at, end };
          if (!here.some((other) => sameThing(other, item))) here.push(item);
        });
      }
    }
  }
  return chart;
}

function follow(
  place: {
    tokens: readonly Token[];
    chart: Item[][];
    glue: (at: number) => boolean;
    context: Context;
    budget: { steps: number };
  },
  { tests, rule }: { tests: Test[]; rule: Rule },
  found: Item[],
  done: (meaning: Meaning, end: number) => void,
): void {
  const { tokens, chart, glue, context, budget } = place;
  if (--budget.steps < 0) return;
  const last = found[found.length - 1];
  if (!last) return;
  const test = tests[found.length];
  if (!test) {
    const meaning = rule.make(found, context);
    if (meaning) done(meaning, last.end);
    return;
  }
  let at = last.end;
  const skips = rule.tight || rule.close ? 0 : MAX_SKIP;
  for (let skipped = 0; skipped <= skips && at < tokens.length; skipped++) {
    if (rule.tight && tokens[at]?.spaced) return;
    for (const item of chart[at] ?? []) {
      if (test(item)) follow(place, { tests, rule }, [...found, item], done);
    }
    if (!glue(at)) return;
    at++;
  }
}
