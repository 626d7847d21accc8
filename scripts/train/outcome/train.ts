/*
 * Trains the weights of `utils/understand/outcome/weights.ts` and prints how good they are where they were not trained.
 *
 *   npx tsx scripts/train/outcome/train.ts [--write]
 *
 * Data: the tuned parts of the invented mails (tests/understand/mails, tests/understand/mails-second), written for this
 * project, and `examples.ts`; the parts set apart are not read. Folds are by mail. A weight is for a meaning that a hand-made lexicon gives
 * (`outcome/concepts.ts`) or a sign of form: no word, name or sentence of the mails is in it.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openParts, parts, understand } from '../../../tests/understand/whole-proposals.ts';
import { languageOf } from '../../../utils/understand/asks/language.ts';
import { findAsks } from '../../../utils/understand/find-asks.ts';
import { seenIn } from '../../../utils/understand/outcome/features.ts';
import { examples } from './examples.ts';

const classes = ['positive', 'negative', 'question', 'scheduling', 'info'] as const;
const L2 = Number(process.env.L2 ?? 5);
/** How much a short example counts beside a mail. */
const EXAMPLE = Number(process.env.EX ?? 0.6);
const EPOCHS = 300;
const FOLDS = 12;

interface Row {
  id: string;
  part: string;
  features: Map<string, number>;
  label: number;
  weight: number;
}

/** What the model sees of a mail's own words. */
function featuresOf(
  text: string,
  lang: string,
  direction: 'received' | 'sent',
  mail: { received: string; timeZone: string; subject: string; answers: number },
): Map<string, number> {
  const asks = findAsks(text, { ...mail, lang, direction, me: { names: [], addresses: [] } });
  const seen = seenIn(text, { direction, asks, lang, answers: mail.answers });
  const signs = [...seen.signs, ...seen.sentences.flatMap((each) => [...each.signs])];
  return new Map(signs.map((sign) => [sign, 1]));
}

const rows: Row[] = [];
for (const part of openParts) {
  for (const mail of parts[part]) {
    const label = classes.findIndex((each) => mail.expected.outcome === each);
    if (label < 0) continue;
    const { captured } = understand(mail);
    const lang = languageOf(captured.text);
    if (lang === 'ja') continue;
    const features = featuresOf(captured.text, lang, captured.direction, {
      received: mail.received,
      timeZone: mail.timeZone,
      subject: captured.subject,
      answers: captured.replies?.length ?? 0,
    });
    rows.push({ id: mail.id, part, features, label, weight: 1 });
  }
}
const marks = '+-?@i';
for (const [lang, list] of Object.entries(examples)) {
  for (const line of list.split('\n').filter(Boolean)) {
    const direction = line.startsWith('>') ? 'sent' : 'received';
    const features = featuresOf(line.slice(3), lang, direction, {
      received: '2026-11-16T10:00:00Z',
      timeZone: 'Europe/Berlin',
      subject: '',
      answers: 0,
    });
    rows.push({
      id: line,
      part: 'examples',
      features,
      label: marks.indexOf(line.charAt(1)),
      weight: EXAMPLE,
    });
  }
}

type Model = Map<string, Float64Array>;

/** Softmax regression, full batch, Adagrad. A feature that only one mail has is left out. */
function train(set: readonly Row[]): Model {
  const counts = new Map<string, number>([['bias', 2]]);
  for (const { features } of set)
    for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const model: Model = new Map();
  const squares: Model = new Map();
  for (const [name, count] of counts) {
    if (count < 2) continue;
    model.set(name, new Float64Array(classes.length));
    squares.set(name, new Float64Array(classes.length).fill(1e-6));
  }
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const gradient: Model = new Map(
      [...model].map(([name, w]) => [name, w.map((x) => (name === 'bias' ? 0 : L2 * x))]),
    );
    for (const row of set) {
      const chances = chancesOf(model, row.features);
      for (const [name, value] of [['bias', 1] as const, ...row.features]) {
        const g = gradient.get(name);
        if (!g) continue;
        for (let k = 0; k < classes.length; k++)
          g[k]! += row.weight * value * (chances[k]! - (row.label === k ? 1 : 0));
      }
    }
    for (const [name, g] of gradient) {
      const w = model.get(name)!;
      const s = squares.get(name)!;
      for (let k = 0; k < classes.length; k++) {
        s[k]! += g[k]! * g[k]!;
        w[k]! -= (0.15 * g[k]!) / Math.sqrt(s[k]!);
      }
    }
  }
  return model;
}

function chancesOf(model: Model, features: ReadonlyMap<string, number>): number[] {
  const sums = classes.map((_, k) => model.get('bias')?.[k] ?? 0);
  for (const [name, value] of features) {
    const w = model.get(name);
    if (w) for (let k = 0; k < classes.length; k++) sums[k]! += value * w[k]!;
  }
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((each) => each / total);
}

const best = (chances: readonly number[]) => chances.indexOf(Math.max(...chances));
const right = new Map<string, [number, number]>();
for (let fold = 0; fold < FOLDS; fold++) {
  const model = train(rows.filter((_, i) => i % FOLDS !== fold));
  for (const [i, row] of rows.entries()) {
    if (i % FOLDS !== fold) continue;
    const said = best(chancesOf(model, row.features));
    const [hit, of] = right.get(row.part) ?? [0, 0];
    right.set(row.part, [hit + (said === row.label ? 1 : 0), of + 1]);
    if (said !== row.label && process.argv.includes('--list'))
      console.log(row.id, 'said', classes[said], 'is', classes[row.label]!);
  }
}
const model = train(rows);
const seenAll = rows.filter((row) => best(chancesOf(model, row.features)) === row.label).length;
console.log(
  [...right].map(([part, [hit, of]]) => `${part}: ${hit} of ${of} by folds`).join(', '),
  `; ${seenAll} of ${rows.length} where trained; ${model.size} features`,
);

if (process.argv.includes('--write')) {
  const body = [...model]
    .map(([name, w]): [string, number[]] => [name, [...w].map((each) => Math.round(each * 100))])
    .filter(([, w]) => w.some((each) => Math.abs(each) >= 3))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, w]) => `${name}=${w.join(' ')}`)
    .join('\n');
  writeFileSync(
    resolve(import.meta.dirname, '../../../utils/understand/outcome/weights.ts'),
    `/*
 * Made by scripts/train/outcome/train.ts from invented mails. "feature=hundredths for ${classes.join(', ')}".
 */
export const weights = \`${body}\`;
`,
  );
}
