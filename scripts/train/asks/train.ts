/*
 * Trains the weights of `utils/understand/asks/weights.ts` and prints how good they are where they were not trained.
 *
 *   npx tsx scripts/train/asks/train.ts [--write]
 *
 * Data (not in this repository; TEXT_DIR, default ../shared/text/dev): ask-parakweet-train (EmailIntentDataSet, ParakweetLabs,
 * Apache-2.0) and ask-bc3 (BC3, Ulrich, Murray, Carenini 2008, CC BY-SA 3.0; positive where two of three annotators said
 * request). ask-parakweet-test is only measured. BC3 is measured by folds of whole threads (`group`), Parakweet's training
 * part by folds of `group`; the bias (the threshold) is chosen on those folds, never on the test part.
 *
 * Privacy: a word becomes a feature only if both corpora write it in small letters and it is in at least four sentences of
 * three groups; words with an @ are not read. So no name, address or sentence gets into the weights.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { featuresOf, isLexical } from '../../../utils/understand/asks/features.ts';

const root = resolve(import.meta.dirname, '../../..');
const data = resolve(process.env.TEXT_DIR ?? resolve(root, '../shared/text/dev'));

/** How much a word counts beside a hand-made sign, and how much a sentence of either corpus. From a grid, on the folds. */
const WORD = 0.25;
const PARAKWEET = 0.2;
const BC3 = 3;
const L2 = 2;
const EPOCHS = 80;
const FOLDS = 13;

interface Row {
  features: string[];
  text: string;
  ask: boolean;
  group: string;
  weight: number;
  mail?: string;
}

const single = z.object({ group: z.string(), text: z.string(), ask: z.boolean() });
const thread = z.object({
  id: z.string(),
  group: z.string(),
  subject: z.string(),
  sents: z.array(z.object({ text: z.string(), quoted: z.boolean(), votes: z.object({ req: z.number() }) })),
});

function lines(set: string): unknown[] {
  return readFileSync(resolve(data, set, 'items.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line));
}

function parakweet(set: string): Row[] {
  return lines(set).map((line) => {
    const { group, text, ask } = single.parse(line);
    return { features: featuresOf(text, {}), text, ask, group, weight: PARAKWEET };
  });
}

function bc3(): Row[] {
  return lines('ask-bc3').flatMap((line) => {
    const mail = thread.parse(line);
    return mail.sents.flatMap((sentence, i): Row[] => {
      if (sentence.quoted) return [];
      const around = { prev: mail.sents[i - 1]?.text, next: mail.sents[i + 1]?.text, subject: mail.subject };
      return [
        {
          features: featuresOf(sentence.text, around),
          text: sentence.text,
          ask: sentence.votes.req >= 2,
          group: mail.group,
          weight: BC3,
          mail: mail.id,
        },
      ];
    });
  });
}

/** Words that both corpora write small, four times in all: what is in one only may be somebody's name. */
function plainWords(rows: readonly Row[]): Set<string> {
  const counts = new Map<string, [single: number, mail: number]>();
  for (const { text, mail } of rows) {
    for (const found of text.matchAll(/(?<![\p{L}@.])[a-z]+(?:['’][a-z]+)?(?![\p{L}@])/gu)) {
      const each = found[0].replace('’', "'");
      const [a, b] = counts.get(each) ?? [0, 0];
      counts.set(each, mail === undefined ? [a + 1, b] : [a, b + 1]);
    }
  }
  return new Set([...counts].filter(([, [a, b]]) => a > 0 && b > 0 && a + b >= 4).map(([each]) => each));
}

function allowed(feature: string, small: ReadonlySet<string>): boolean {
  if (!isLexical(feature)) return true;
  return feature
    .replace(/^\^/, '')
    .split('_')
    .every((part) => !/^[a-z]/.test(part) || part === 'i' || part.startsWith("i'") || small.has(part));
}

interface Model {
  bias: number;
  weights: Map<string, number>;
}

/** Logistic regression, full batch, Adagrad. Words are scaled by `WORD`; the scale is in the weights that come out. */
function train(rows: readonly Row[]): Model {
  const small = plainWords(rows);
  const seen = new Map<string, { count: number; groups: Set<string> }>();
  for (const { features, group } of rows) {
    for (const feature of features) {
      const at = seen.get(feature) ?? { count: 0, groups: new Set<string>() };
      at.count++;
      at.groups.add(group);
      seen.set(feature, at);
    }
  }
  const names = [...seen]
    .filter(([feature, { count, groups }]) => count >= 4 && groups.size >= 3 && allowed(feature, small))
    .map(([feature]) => feature);
  const index = new Map(names.map((feature, i) => [feature, i]));
  const scale = names.map((feature) => (isLexical(feature) ? WORD : 1));
  const inputs = rows.map(({ features }) => features.flatMap((feature) => index.get(feature) ?? []));
  const w = new Float64Array(names.length);
  const g2 = new Float64Array(names.length).fill(1e-6);
  let bias = 0;
  let bias2 = 1e-6;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const gradient = new Float64Array(names.length);
    let biasGradient = 0;
    rows.forEach((row, i) => {
      let sum = bias;
      for (const k of inputs[i]!) sum += w[k]! * scale[k]!;
      const error = (1 / (1 + Math.exp(-sum)) - (row.ask ? 1 : 0)) * row.weight;
      biasGradient += error;
      for (const k of inputs[i]!) gradient[k]! += error * scale[k]!;
    });
    for (let k = 0; k < w.length; k++) {
      const step = gradient[k]! + L2 * w[k]!;
      g2[k]! += step * step;
      w[k]! -= (0.3 * step) / Math.sqrt(g2[k]!);
    }
    bias2 += biasGradient * biasGradient;
    bias -= (0.3 * biasGradient) / Math.sqrt(bias2);
  }
  return { bias, weights: new Map(names.map((feature, k) => [feature, w[k]! * scale[k]!])) };
}

function sumOf({ bias, weights }: Model, features: readonly string[]): number {
  return features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), bias);
}

function f1(pairs: readonly (readonly [said: boolean, right: boolean])[]): number {
  const hit = pairs.filter(([said, right]) => said && right).length;
  const wrong = pairs.filter(([said, right]) => said !== right).length;
  return hit === 0 ? 0 : (200 * hit) / (2 * hit + wrong);
}

function byMail(rows: readonly Row[], sums: readonly number[], threshold: number): number {
  const mails = new Map<string, [boolean, boolean]>();
  rows.forEach((row, i) => {
    const [said, right] = mails.get(row.mail ?? '') ?? [false, false];
    mails.set(row.mail ?? '', [said || sums[i]! > threshold, right || row.ask]);
  });
  return f1([...mails.values()]);
}

function foldsOf(rows: readonly Row[]): number[] {
  const groups = [...new Set(rows.map(({ group }) => group))].sort();
  const place = new Map(groups.map((group, i) => [group, i % FOLDS]));
  return rows.map(({ group }) => place.get(group) ?? 0);
}

const first = parakweet('ask-parakweet-train');
const second = bc3();
const test = parakweet('ask-parakweet-test');
const rows = [...first, ...second];
const folds = [...foldsOf(first), ...foldsOf(second)];
const held = new Array<number>(rows.length).fill(0);
for (let fold = 0; fold < FOLDS; fold++) {
  const model = train(rows.filter((_, i) => folds[i] !== fold));
  rows.forEach((row, i) => {
    if (folds[i] === fold) held[i] = sumOf(model, row.features);
  });
}
const at = (threshold: number) => ({
  parakweet: f1(first.map((row, i) => [held[i]! > threshold, row.ask])),
  sentence: f1(second.map((row, i) => [held[first.length + i]! > threshold, row.ask])),
  mail: byMail(second, held.slice(first.length), threshold),
});
const thresholds = Array.from({ length: 31 }, (_, i) => -2 + i * 0.1);
// Neighbours are averaged: a single peak on so few sentences is luck.
const smooth = (threshold: number) =>
  [-0.2, -0.1, 0, 0.1, 0.2].reduce((sum, shift) => {
    const { parakweet: p, sentence, mail } = at(threshold + shift);
    return sum + p + sentence + mail;
  }, 0);
const threshold = thresholds.reduce((best, each) => (smooth(each) > smooth(best) ? each : best));
const model = train(rows);
const tested = test.map((row) => sumOf(model, row.features));
console.log(`threshold ${threshold.toFixed(1)} (chosen on the folds), ${FOLDS} folds by group`);
for (const each of [threshold - 0.4, threshold - 0.2, threshold, threshold + 0.2, threshold + 0.4]) {
  const folded = at(each);
  const shown = f1(test.map((row, i) => [tested[i]! > each, row.ask]));
  console.log(
    `${each.toFixed(1)}: folds: Parakweet ${folded.parakweet.toFixed(1)}, BC3 sentence ${folded.sentence.toFixed(1)}, BC3 mail ${folded.mail.toFixed(1)}; held out: Parakweet test ${shown.toFixed(1)}`,
  );
}

const kept = [...model.weights]
  .map(([feature, weight]): [string, number] => [feature, Math.round(weight * 1000)])
  .filter(([, weight]) => Math.abs(weight) >= 5)
  .sort(([a], [b]) => (a < b ? -1 : 1));
console.log(`${kept.length} features`);
if (process.argv.includes('--write')) {
  const body = kept.map(([feature, weight]) => `${feature}=${weight}`).join('\n');
  if (/[`\\]|\$\{/.test(body)) throw new Error('a feature would end the string');
  writeFileSync(
    resolve(root, 'utils/understand/asks/weights.ts'),
    `/*
 * Made by scripts/train/asks/train.ts; the data and its licences stand there. Frequent words only: no sentence, name or
 * address of the data is in it. "feature=thousandths".
 */
export const bias = ${(model.bias - threshold).toFixed(3)};

export const weights = \`${body}\`;
`,
  );
}
