import { packedWords } from '@/utils/understand/company/words';

/** A piece of a joined name: a known word, or letters that are none. */
export interface Piece {
  text: string;
  /** 0 common to 2 rare; null: no known word. */
  level: number | null;
}

/** Built on first use: the worker starts often and asks seldom. */
let known: Map<string, number> | null = null;

function words(): Map<string, number> {
  if (known) return known;
  const map = new Map<string, number>();
  packedWords.forEach((packed, level) => {
    let before = '';
    for (const [, same, rest] of packed.matchAll(/(\d)([a-z]+)/g)) {
      before = before.slice(0, Number(same)) + (rest ?? '');
      map.set(before, level);
    }
  });
  known = map;
  return map;
}

/** How rare this word is, or null. Plain endings of a known word are known. */
export function levelOf(word: string): number | null {
  const all = words();
  const own = all.get(word);
  if (own !== undefined) return own;
  if (word.length < 5) return null;
  const of = (stem: string) => all.get(stem);
  const stem =
    (word.endsWith('s') ? of(word.slice(0, -1)) : undefined) ??
    (word.endsWith('ed') ? (of(word.slice(0, -2)) ?? of(word.slice(0, -1))) : undefined) ??
    (word.endsWith('ing') ? (of(word.slice(0, -3)) ?? of(`${word.slice(0, -3)}e`)) : undefined) ??
    (word.endsWith('ly') ? of(word.slice(0, -2)) : undefined);
  return stem ?? null;
}

const LONGEST = 15;
/** Between two names, however short. */
const links = new Set(['und', 'and']);

/** What a word costs, in about bits: the rarer and the shorter, the dearer, as short words fit anywhere. */
function wordCost(word: string, level: number): number {
  if (links.has(word)) return 9;
  const short = word.length === 2 ? 8 : word.length === 3 ? 4 : 0;
  return 9 + level * 2.5 + short;
}

/** What letters cost that are no word. */
function strangeCost(length: number): number {
  return 9 + 4.2 * length + (length < 3 ? 8 : 0);
}

interface Step {
  cost: number;
  from: number;
  level: number | null;
}

/**
 * Takes joined letters (a to z, at most 63) apart into the likeliest pieces: `bergmannlogistik` gives `bergmann`,
 * `logistik`. What no word explains stays together.
 */
export function segment(label: string): Piece[] {
  const size = label.length;
  const best: Step[] = [{ cost: 0, from: 0, level: null }];
  for (let end = 1; end <= size; end++) {
    let found: Step = { cost: Number.POSITIVE_INFINITY, from: 0, level: null };
    for (let from = 0; from < end; from++) {
      const before = best[from];
      if (!before) continue;
      const length = end - from;
      const level = length >= 2 && length <= LONGEST ? levelOf(label.slice(from, end)) : null;
      // Two strange pieces in a row are one.
      const afterStrange = from > 0 && before.level === null;
      if (!afterStrange || level !== null) {
        const cost =
          before.cost + (level === null ? strangeCost(length) : wordCost(label.slice(from, end), level));
        if (cost < found.cost) found = { cost, from, level };
      }
    }
    best.push(found);
  }
  const pieces: Piece[] = [];
  for (let end = size; end > 0; ) {
    const at = best[end];
    if (!at) break;
    pieces.unshift({ text: label.slice(at.from, end), level: at.level });
    end = at.from;
  }
  return pieces;
}
