import type { Rule } from '@/utils/understand/dates/chart';
import type { Item, Meaning } from '@/utils/understand/dates/item';

const tens = (item: Item | undefined) =>
  item?.digits === undefined && (item?.n ?? 0) >= 20 && (item?.n ?? 0) % 10 === 0;

function compound(a: Item | undefined, b: Item | undefined, cat: 'num' | 'ord'): Meaning | null {
  const n = b?.n ?? 0;
  return tens(a) && b?.digits === undefined && n >= 1 && n < 10 && Number.isInteger(n)
    ? { cat, n: (a?.n ?? 0) + n }
    : null;
}

const fraction = ([a, , b]: Item[]): Meaning | null =>
  a?.digits && b?.digits ? { cat: 'num', n: Number(`${a.n}.${String(b.n).padStart(b.digits, '0')}`) } : null;

export const numberRules: Rule[] = [
  { places: ['num', 'num'], close: true, make: ([a, b]) => compound(a, b, 'num') },
  { places: ['num', '=-', 'num'], close: true, make: ([a, , b]) => compound(a, b, 'num') },
  { places: ['num', '=and', 'num'], close: true, make: ([a, , b]) => compound(a, b, 'num') },
  { places: ['num', 'ord'], close: true, make: ([a, b]) => compound(a, b, 'ord') },
  { places: ['num', '=-', 'ord'], close: true, make: ([a, , b]) => compound(a, b, 'ord') },
  { places: ['num', '=.', 'num'], tight: true, make: fraction },
  {
    places: ['num', '=/', 'num'],
    tight: true,
    make: ([a, , b]) =>
      (a?.n === 1 || a?.n === 3) && (b?.n === 2 || b?.n === 4) ? { cat: 'num', n: a.n / b.n } : null,
  },
  // "nineteen eighty six", "two thousand …" is not worth its words.
  {
    places: ['num', 'num'],
    close: true,
    make: ([a, b]) =>
      !a?.digits && !b?.digits && (a?.n === 19 || a?.n === 20) && (b?.n ?? 0) >= 10 && (b?.n ?? 0) < 100
        ? { cat: 'year', y: (a?.n ?? 0) * 100 + (b?.n ?? 0) }
        : null,
  },
];
