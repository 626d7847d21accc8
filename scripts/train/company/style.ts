/*
 * Learns how a joined company name of several words is most likely written (`Airtable`, `AirAsia`, `Air France`):
 * multinomial logistic regression by gradient descent, without chance. From TEXT_DATA (default ../shared/text/dev)
 * domain-brands (simple-icons, CC0); prints the ten-fold cross-validated share first. Written are numbers for
 * kinds of words and for common words that begin or end several names; no name. Run: npx tsx scripts/train/company/style.ts [--write]
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { segment } from '@/utils/understand/company/segment';
import { type Style, styleFeatures } from '@/utils/understand/company/style';
import { registrableDomain } from '@/utils/understand/registrable-domain';

const styles = ['joined', 'camel', 'spaced'] as const;
interface Sample {
  domain: string;
  style: Style;
  seen: Record<string, number>;
}
/** First and last words of fewer names than this are not learned. */
const FEWEST = 3;

const data = process.env['TEXT_DATA'] ?? '../shared/text/dev';
const samples: Sample[] = [];
for (const line of readFileSync(join(data, 'domain-brands/items.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)) {
  const { domain, name } = JSON.parse(line);
  const label = registrableDomain(domain)?.split('.')[0] ?? '';
  if (!/^[a-z]+$/.test(label) || name.replace(/ /g, '').toLowerCase() !== label) continue;
  const pieces = segment(label);
  if (pieces.length < 2) continue;
  const inner = /[A-Z]/.test(name.slice(1)) && name !== name.toUpperCase();
  samples.push({
    domain,
    style: name.includes(' ') ? 'spaced' : inner ? 'camel' : 'joined',
    seen: styleFeatures(pieces),
  });
}

interface Learnt {
  names: string[];
  weights: number[][];
}

function scores(weights: number[][], features: number[]): number[] {
  return weights.map((row) => row.reduce((sum, weight, j) => sum + weight * (features[j] ?? 0), 0));
}

function learn(samples: Sample[]): Learnt {
  const count = new Map<string, number>();
  for (const { seen } of samples) {
    for (const name of Object.keys(seen)) count.set(name, (count.get(name) ?? 0) + 1);
  }
  const names = [...count].filter(([, times]) => times >= FEWEST).map(([name]) => name);
  const from = samples.map(({ seen, style }) => ({ style, features: names.map((name) => seen[name] ?? 0) }));
  const weights = styles.map(() => names.map(() => 0));
  for (let step = 0; step < 3000; step++) {
    const grad = styles.map(() => names.map(() => 0));
    for (const { features, style } of from) {
      const raw = scores(weights, features).map(Math.exp);
      const total = raw.reduce((a, b) => a + b, 0);
      styles.forEach((each, s) => {
        const error = (raw[s] ?? 0) / total - (each === style ? 1 : 0);
        features.forEach((value, j) => {
          const row = grad[s];
          if (row) row[j] = (row[j] ?? 0) + error * value;
        });
      });
    }
    weights.forEach((row, s) => {
      row.forEach((weight, j) => {
        row[j] = weight - 1.5 * ((grad[s]?.[j] ?? 0) / from.length + 0.003 * weight);
      });
    });
  }
  return { names, weights };
}

const choose = ({ names, weights }: Learnt, each: Sample) => {
  const all = scores(
    weights,
    names.map((name) => each.seen[name] ?? 0),
  );
  return styles[all.indexOf(Math.max(...all))];
};
const partOf = (text: string) =>
  Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 8), 16) % 10;
let right = 0;
for (let part = 0; part < 10; part++) {
  const learnt = learn(samples.filter(({ domain }) => partOf(domain) !== part));
  right += samples.filter(
    (each) => partOf(each.domain) === part && choose(learnt, each) === each.style,
  ).length;
}
const count = (style: Style) => samples.filter((each) => each.style === style).length;
console.log(
  `${samples.length} names (${styles.map((style) => `${style} ${count(style)}`).join(', ')}); right, cross-validated: ${((100 * right) / samples.length).toFixed(1)} %`,
);
if (process.argv.includes('--write')) {
  const { names, weights } = learn(samples);
  const text = styles
    .map(
      (style, s) =>
        `  ${style}: { ${names.map((name, j) => `${name}: ${(weights[s]?.[j] ?? 0).toFixed(2)}`).join(', ')} },`,
    )
    .join('\n');
  writeFileSync(
    'utils/understand/company/style-weights.ts',
    `/* Learnt by scripts/train/company/style.ts; see there from what. Do not edit. */\nimport type { Style } from '@/utils/understand/company/style';\n\nexport const styleWeights: Readonly<Record<Style, Readonly<Record<string, number>>>> = {\n${text}\n};\n`,
  );
}
