/*
 * Learns the weights of utils/understand/classify/features.ts: logistic regression with a penalty, by plain gradient
 * descent, without chance (the same input gives the same weights). What it learns from:
 *   TEXT_DATA (default ../shared/text/dev): bulk-hand, labelled by hand from SpamAssassin's public corpus and Enron
 *   tests/understand/mails: invented; the 40 set apart by hash are left out
 *   scripts/train/bulk/invented.ts: invented
 *   some sets of people's mail from TEXT_DATA, at a lower weight
 * Written are about 70 numbers with the names of features; no word, name or sentence of any mail.
 * Prints the cross-validated figures first (ten parts, by `group`, so that no sender is on both sides), for several
 * thresholds. Run: npx tsx scripts/train/bulk/train.ts [--write]
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { invented } from '@/scripts/train/bulk/invented';
import { featuresOf } from '@/utils/understand/classify/features';
import { classifyMail, isCertain, readyMail } from '@/utils/understand/classify-mail';

interface Sample {
  id: string;
  group: string;
  set: 'hand' | 'mails' | 'invented' | 'people';
  direct: boolean;
  automated: boolean;
  features: Record<string, number>;
  /** Decided before the features are asked (bounces, absence notes, calendars). */
  formed: boolean;
  /** How much it counts. */
  worth: number;
}

const data = process.env['TEXT_DATA'] ?? '../shared/text/dev';
const PENALTY = Number(process.env['PENALTY'] ?? 0.006);
const STEPS = 3000;
/** The human side weighs more: a customer's mail lost is worse than a newsletter too many. */
const HUMAN = Number(process.env['HUMAN'] ?? 1);
/** How far the threshold is moved from even odds, chosen on the cross-validated figures. */
const MARGIN = Number(process.env['MARGIN'] ?? 0.25);

interface Raw {
  from: string;
  to: string;
  subject: string;
  body: string;
}

function sample(
  id: string,
  group: string,
  set: Sample['set'],
  automated: boolean,
  direct: boolean,
  mail: Raw,
): Sample {
  const { reason } = classifyMail(mail);
  return {
    id,
    group,
    set,
    automated,
    direct,
    features: featuresOf(readyMail(mail)),
    formed: /^(bounce|absence|calendar)/.test(reason),
    worth: set === 'people' ? 0.3 : 1,
  };
}

function samples(): Sample[] {
  const all: Sample[] = [];
  const lines = readFileSync(join(data, 'bulk-hand/items.jsonl'), 'utf8').split('\n').filter(Boolean);
  for (const line of lines) {
    const item = JSON.parse(line);
    all.push(sample(item.id, item.group, 'hand', item.automated, item.kind === 'direct-human', item));
  }
  const dir = 'tests/understand/mails';
  const ids = readdirSync(dir)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -5));
  const hash = (id: string) => createHash('sha256').update(id).digest('hex');
  const apart = new Set([...ids].sort((a, b) => (hash(a) < hash(b) ? -1 : 1)).slice(0, 40));
  for (const id of ids.filter((each) => !apart.has(each))) {
    const mail = JSON.parse(readFileSync(join(dir, `${id}.json`), 'utf8'));
    const { from, to, subject } = mail.headers;
    const line = (who: { name?: string; address: string } | string) =>
      typeof who === 'string' ? who : who.name ? `${who.name} <${who.address}>` : who.address;
    all.push(
      sample(id, id, 'mails', mail.expected.mailKind !== 'human', true, {
        from: line(from),
        to: [to].flat().map(line).join(', '),
        subject,
        body: mail.body.content,
      }),
    );
  }
  invented.forEach(([kind, from, subject, body], n) => {
    const to = 'Ben Sommer <ben@sidelog.example>';
    all.push(
      sample(`invented-${n}`, `invented-${n}`, 'invented', kind !== 'human', true, {
        from,
        to,
        subject,
        body,
      }),
    );
  });
  // Mail of people from the sets about history and signatures; some of it was spread, so it counts for less.
  for (const set of [
    'quote-webis-gmane',
    'quote-trimmer',
    'quote-forward-fixtures',
    'sig-forge',
    'quotehtml-mailspring',
  ]) {
    const items = readFileSync(join(data, set, 'items.jsonl'), 'utf8')
      .split('\n')
      .filter(Boolean);
    items.forEach((line, n) => {
      const item = JSON.parse(line);
      const from = n % 2 === 0 ? 'Ann Lee <ann.lee@lee.example>' : 'office@lee.example';
      const to = 'Ben Sommer <ben@sidelog.example>';
      const body: string = item.html ?? item.text;
      all.push(
        sample(`${set}/${item.id}`, item.group, 'people', false, false, { from, to, subject: '', body }),
      );
    });
  }
  return all;
}

interface Model {
  bias: number;
  weights: Map<string, number>;
}

function learn(from: Sample[], names: string[]): Model {
  const rows = from.map((each) => names.map((name) => each.features[name] ?? 0));
  const w = names.map(() => 0);
  let bias = 0;
  const total = from.length;
  for (let step = 0; step < STEPS; step++) {
    const grad = names.map(() => 0);
    let gradBias = 0;
    rows.forEach((row, i) => {
      const automated = from[i]?.automated ?? false;
      const score = row.reduce((sum, value, j) => sum + value * (w[j] ?? 0), bias);
      const side = automated ? 1 : HUMAN;
      const error = (1 / (1 + Math.exp(-score)) - (automated ? 1 : 0)) * side * (from[i]?.worth ?? 1);
      row.forEach((value, j) => {
        if (value !== 0) grad[j] = (grad[j] ?? 0) + error * value;
      });
      gradBias += error;
    });
    const rate = 2 / (1 + step / 1500);
    names.forEach((_, j) => {
      w[j] = (w[j] ?? 0) - rate * ((grad[j] ?? 0) / total + PENALTY * (w[j] ?? 0));
    });
    bias -= rate * (gradBias / total);
  }
  return { bias, weights: new Map(names.map((name, j) => [name, w[j] ?? 0])) };
}

const scoreOf = (model: Model, each: Sample) =>
  Object.entries(each.features).reduce(
    (sum, [name, value]) => sum + value * (model.weights.get(name) ?? 0),
    model.bias,
  );

const all = samples();
const names = Object.keys(all[0]?.features ?? {});
const learnable = all.filter((each) => !each.formed);
const partOf = (group: string) =>
  Number.parseInt(createHash('sha256').update(group).digest('hex').slice(0, 8), 16) % 10;
const scores = new Map<string, number>();
for (let part = 0; part < 10; part++) {
  const model = learn(
    learnable.filter((each) => partOf(each.group) !== part),
    names,
  );
  for (const each of all) if (partOf(each.group) === part) scores.set(each.id, scoreOf(model, each));
}
for (const margin of [0, 0.25, 0.5, 0.75, 1, 1.5]) {
  const called = (each: Sample) =>
    each.formed || isCertain(each.features) || (scores.get(each.id) ?? 0) > margin;
  const row = (['hand', 'mails', 'invented', 'people'] as const).map((set) => {
    const here = all.filter((each) => each.set === set);
    const machines = here.filter((each) => each.automated);
    const people = here.filter((each) => !each.automated);
    const wrong = people.filter(called);
    return `${set}: recall ${machines.filter(called).length}/${machines.length}, wrong ${wrong.length}/${people.length} (direct ${wrong.filter((each) => each.direct).length})`;
  });
  console.log(`threshold ${margin} · ${row.join(' · ')}`);
}
if (process.argv.includes('--show')) {
  const sorted = [...learnable].sort((a, b) => (scores.get(b.id) ?? 0) - (scores.get(a.id) ?? 0));
  for (const each of sorted) {
    const score = scores.get(each.id) ?? 0;
    const called = isCertain(each.features) || score > MARGIN;
    if (each.automated === called) continue;
    const parts = Object.entries(each.features)
      .filter(([, value]) => value > 0)
      .map(([name]) => name);
    console.log(each.automated ? 'missed' : 'WRONG ', score.toFixed(2), each.id, parts.join(' '));
  }
}
if (process.argv.includes('--write')) {
  const model = learn(learnable, names);
  const round = (value: number) => Number(value.toFixed(2));
  const text = `/* Learnt by scripts/train/bulk/train.ts; see there from what. Do not edit. */\n\nexport const bias = ${round(model.bias - MARGIN)};\n\nexport const weights: Readonly<Record<string, number>> = {\n${names.map((name) => `  ${name}: ${round(model.weights.get(name) ?? 0)},`).join('\n')}\n};\n`;
  writeFileSync('utils/understand/classify/weights.ts', text);
}
