import { languageOf } from '@/utils/understand/asks/language';
import type { Ask } from '@/utils/understand/find-asks';
import { type SeenMail, seenIn } from '@/utils/understand/outcome/features';
import { weights } from '@/utils/understand/outcome/weights';

const outcomes = ['positive', 'negative', 'question', 'scheduling', 'info'] as const;

export type FoundOutcome = {
  outcome: (typeof outcomes)[number];
  /** Where it was read, verbatim. */
  sentence: string;
};

const MAX_READ = 12_000;
const languages = new Set(['en', 'de', 'fr', 'es', 'it', 'nl', 'pt']);

let table: Map<string, readonly number[]> | null = null;

/** The weights come as one string, a line a feature; parsed only where asked for. */
function read(): Map<string, readonly number[]> {
  const map = new Map<string, readonly number[]>();
  for (const line of weights.split('\n')) {
    const cut = line.lastIndexOf('=');
    if (cut > 0)
      map.set(
        line.slice(0, cut),
        line
          .slice(cut + 1)
          .split(' ')
          .map(Number),
      );
  }
  return map;
}

/** How much the signs speak for each outcome. */
function sumsOf(signs: Iterable<string>): number[] {
  table ??= read();
  const sums = outcomes.map(() => 0);
  for (const sign of signs) {
    const own = table.get(sign);
    if (own) for (const [k, weight] of own.entries()) sums[k] = (sums[k] ?? 0) + weight;
  }
  return sums;
}

/** The sentence that speaks most for an outcome; of equals the first. */
function saying({ sentences }: SeenMail, outcome: number): string {
  let best = '';
  let most = Number.NEGATIVE_INFINITY;
  for (const { sentence, signs } of sentences) {
    const sum = sumsOf(signs);
    // Against the others: what speaks for everything says nothing.
    const lead = (sum[outcome] ?? 0) * outcomes.length - sum.reduce((a, b) => a + b, 0);
    if (lead > most) [best, most] = [sentence, lead];
  }
  return best;
}

/**
 * What a mail says on the whole, from the sender's own words, with the sentence that says it: a linear model over what
 * words mean to a deal and signs of form, trained by `scripts/train/outcome/train.ts`. English, German, French, Spanish;
 * Italian, Dutch, Portuguese less well. In other languages "question" where something is asked, else null, as where
 * nothing is left of a mail. `answers`: how many quoted questions the words stand between. Linear.
 */
export function findOutcome(
  text: string,
  mail: {
    direction: 'received' | 'sent';
    asks: readonly Ask[];
    lang?: string | undefined;
    answers?: number | undefined;
  },
): FoundOutcome | null {
  const head = text.slice(0, MAX_READ);
  const lang = (mail.lang ?? languageOf(head)).slice(0, 2).toLowerCase();
  const seen = seenIn(head, { ...mail, lang, answers: mail.answers ?? 0 });
  const [first] = seen.sentences;
  if (first === undefined) return null;
  const asked = mail.asks.find((ask) => ask.kind === 'asked-of-me')?.sentence;
  if (!languages.has(lang)) return asked === undefined ? null : { outcome: 'question', sentence: asked };
  const sums = sumsOf(
    ['bias', ...seen.signs, ...seen.sentences.flatMap(({ signs }) => [...signs])].filter(once()),
  );
  const best = sums.indexOf(Math.max(...sums));
  const outcome = outcomes[best] ?? 'info';
  const sentence = outcome === 'question' && asked !== undefined ? asked : saying(seen, best);
  return { outcome, sentence: sentence === '' ? first.sentence : sentence };
}

/** A filter that lets each value pass once. */
function once(): (value: string) => boolean {
  const seen = new Set<string>();
  return (value) => !seen.has(value) && seen.add(value) !== undefined;
}
