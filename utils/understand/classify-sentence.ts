import { cuesOf } from '@/utils/understand/asks/cues';
import { type Around, featuresOf } from '@/utils/understand/asks/features';
import { bias, weights } from '@/utils/understand/asks/weights';
import { plain } from '@/utils/understand/dates/tokens';

export interface SentenceClass {
  /** Asks the reader to do or to answer something. */
  ask: boolean;
  /** Promises that the writer will do something. */
  commit: boolean;
  /** 0 to 1, of `ask`: from 0.5 on it is one. */
  score: number;
}

let table: Map<string, number> | null = null;

/** The weights come as one string, "feature=thousandths" by line: it is smaller, and parsed only where asked for. */
function read(): Map<string, number> {
  const map = new Map<string, number>();
  for (const line of weights.split('\n')) {
    const cut = line.lastIndexOf('=');
    if (cut > 0) map.set(line.slice(0, cut), Number(line.slice(cut + 1)) / 1000);
  }
  return map;
}

/**
 * Whether a sentence of an English mail is an ask or a promise. A linear model over words and hand-made signs, trained by
 * `scripts/train/asks/train.ts`; `around` is what stands beside it in its mail. Bounded and linear.
 */
export function classifySentence(sentence: string, around: Around = {}): SentenceClass {
  table ??= read();
  let sum = bias;
  for (const feature of featuresOf(sentence, around)) sum += table.get(feature) ?? 0;
  const simple = plain(sentence.slice(0, 600)).replace(/\s+/g, ' ').trim();
  const english = cuesOf('en');
  const commit =
    english?.promise.test(simple) === true && !english.idle.test(simple) && !english.polite.test(simple);
  return { ask: sum > 0, commit, score: 1 / (1 + Math.exp(-sum)) };
}
