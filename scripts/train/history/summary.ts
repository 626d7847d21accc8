/*
 * Fits the weights of `utils/understand/summarise-weights.ts` and prints how good they are where they were not fitted.
 *
 *   npx tsx scripts/train/history/summary.ts
 *
 * Data: the invented mails of `tests/understand/mails`, without the 40 set apart by hash (its README). A sentence is a
 * point where it holds a span that the mail's summary must contain. Pairwise logistic regression: within one mail, points
 * go before other sentences. Measured by ten folds of whole mails: every point is among the three first. The shipped
 * weights are these, rounded by hand (asks a little higher, since readers look for them); they hold names of signs and
 * numbers, nothing of a mail.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { languageOf } from '../../../utils/understand/asks/language.ts';
import { unitsOf } from '../../../utils/understand/asks/units.ts';
import { ownWords } from '../../../utils/understand/own-words.ts';
import { isPleasantry, isReceipt } from '../../../utils/understand/signature-marks.ts';
import { signsOf } from '../../../utils/understand/summarise-signs.ts';

const folder = resolve(import.meta.dirname, '../../../tests/understand/mails');
const FOLDS = 10;
const L2 = 0.05;
const STEPS = 120;
const RATE = 0.02;

const mail = z.object({
  body: z.object({ type: z.enum(['html', 'text']), content: z.string() }),
  expected: z.object({ log: z.boolean(), summary: z.object({ mustContain: z.array(z.string()) }) }),
});

interface Row {
  signs: Map<string, number>;
  point: boolean;
}

const folded = (text: string) => text.replace(/\s+/g, ' ').trim();
const hashed = (id: string) => createHash('sha256').update(id).digest('hex');

function read(): Row[][] {
  const ids = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -5))
    .sort((a, b) => (hashed(a) < hashed(b) ? -1 : 1));
  const mails: Row[][] = [];
  for (const id of ids.slice(40)) {
    const { body, expected } = mail.parse(JSON.parse(readFileSync(resolve(folder, `${id}.json`), 'utf8')));
    if (!expected.log) continue;
    const text = ownWords(body);
    const lang = languageOf(text);
    const spans = expected.summary.mustContain.map(folded);
    const units = unitsOf(text).filter(
      (unit) => !isPleasantry(unit.text) && !isReceipt(unit.text) && !/[:：]$/.test(unit.text),
    );
    mails.push(
      units.map((unit, index) => ({
        signs: signsOf(unit.text, { index, count: units.length, item: unit.lead !== null, lang }),
        point: spans.some(
          (span) => unit.text.includes(span) || (unit.text.length > 15 && span.includes(unit.text)),
        ),
      })),
    );
  }
  return mails;
}

function learn(mails: readonly Row[][]): Map<string, number> {
  const weights = new Map<string, number>();
  const pairs: { difference: Map<string, number>; share: number }[] = [];
  for (const rows of mails) {
    const points = rows.filter((row) => row.point);
    const others = rows.filter((row) => !row.point);
    for (const a of points)
      for (const b of others) {
        const difference = new Map(a.signs);
        for (const [sign, amount] of b.signs) difference.set(sign, (difference.get(sign) ?? 0) - amount);
        pairs.push({ difference, share: 1 / Math.sqrt(points.length * others.length) });
      }
  }
  for (let step = 0; step < STEPS; step++) {
    const slope = new Map<string, number>();
    for (const { difference, share } of pairs) {
      let sum = 0;
      for (const [sign, amount] of difference) sum += (weights.get(sign) ?? 0) * amount;
      const pull = share / (1 + Math.exp(sum));
      for (const [sign, amount] of difference) slope.set(sign, (slope.get(sign) ?? 0) + pull * amount);
    }
    for (const [sign, amount] of slope) {
      const weight = weights.get(sign) ?? 0;
      weights.set(sign, weight + RATE * (amount - L2 * 20 * weight));
    }
  }
  return weights;
}

function holds(rows: readonly Row[], weights: ReadonlyMap<string, number>): boolean {
  const score = (row: Row) => {
    let sum = 0;
    for (const [sign, amount] of row.signs) sum += (weights.get(sign) ?? 0) * amount;
    return sum;
  };
  const first = [...rows].sort((a, b) => score(b) - score(a)).slice(0, 3);
  return rows.every((row) => !row.point || first.includes(row));
}

const mails = read();
const long = mails.filter((rows) => rows.length > 3);
let right = 0;
let rightLong = 0;
for (let fold = 0; fold < FOLDS; fold++) {
  const weights = learn(mails.filter((_, i) => i % FOLDS !== fold));
  for (const [i, rows] of mails.entries()) {
    if (i % FOLDS !== fold || !holds(rows, weights)) continue;
    right++;
    if (rows.length > 3) rightLong++;
  }
}
const weights = [...learn(mails)].sort((a, b) => b[1] - a[1]);
process.stdout.write(
  `${mails.length} mails, ${FOLDS} folds: every point among three sentences in ${right}, of ${long.length} longer ones in ${rightLong}\n` +
    `${weights.map(([sign, weight]) => `${sign} ${weight.toFixed(2)}`).join('\n')}\n`,
);
