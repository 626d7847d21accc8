import { type Place, signsOf } from '@/utils/understand/summarise-signs';

/*
 * Fitted by `scripts/train/history/summary.ts` (pairwise logistic regression over invented mails, ten folds), rounded;
 * asks weigh more here than there, since a reader looks for them.
 */
const weights = new Map<string, number>([
  ['length', 2],
  ['number', 1.1],
  ['trouble', 0.7],
  ['long', 0.6],
  ['second', 0.6],
  ['decision', 0.6],
  ['bound', 0.5],
  ['enclosed', 0.4],
  ['money', 0.4],
  ['day', 0.1],
  ['first', 0.1],
  ['item', 0.1],
  ['promise', -0.1],
  ['deictic', -0.3],
  ['ask', -0.3],
  ['last', -0.3],
  ['question', -0.6],
  ['vague', -0.6],
  ['lead', -0.8],
  ['brief', -0.9],
  ['depth', -1],
  ['short', -1.3],
]);

/** How much a sentence says of what its mail is about; only sentences of one mail compare. */
export function weigh(sentence: string, place: Place): number {
  let sum = 0;
  for (const [sign, amount] of signsOf(sentence, place)) sum += (weights.get(sign) ?? 0) * amount;
  return sum;
}
