/*
 * Learns the weights of a linear chain (utils/understand/signature/chain.ts): conditional log likelihood with a
 * quadratic penalty, AdaGrad over shuffled examples with a fixed seed. Positions whose label is not known are summed out.
 */
import type { PackedModel, Position } from '@/utils/understand/signature/chain';

export interface Example {
  group: string;
  positions: Position[];
  /** Index of the label, or -1 where it is not known. */
  gold: number[];
  weight?: number;
}

export interface Learned {
  labels: string[];
  node: Map<string, Float64Array>;
  edge: Map<string, Float64Array>;
}

function logSum(values: Float64Array): number {
  let top = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > top) top = value;
  if (top === Number.NEGATIVE_INFINITY) return top;
  let sum = 0;
  for (const value of values) sum += Math.exp(value - top);
  return top + Math.log(sum);
}

/** A random order that is the same in every run. */
function shuffled(count: number, seed: number): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  let state = seed;
  for (let i = count - 1; i > 0; i--) {
    state = (state * 1103515245 + 12345) % 2147483648;
    const j = state % (i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

export interface Options {
  labels: string[];
  epochs: number;
  rate: number;
  /** Quadratic penalty, shared by the examples. */
  penalty: number;
  /** Features of fewer groups than this are not learned. */
  minGroups: number;
}

export function learn(examples: Example[], options: Options): Learned {
  const size = options.labels.length;
  const groups = new Map<string, Set<string>>();
  const count = (feature: string, group: string) => {
    const seen = groups.get(feature);
    if (seen) {
      if (seen.size < options.minGroups) seen.add(group);
    } else groups.set(feature, new Set([group]));
  };
  for (const { positions, group } of examples) {
    for (const position of positions) {
      for (const feature of position.node) count(`n ${feature}`, group);
      for (const feature of position.edge) count(`e ${feature}`, group);
    }
  }
  const index = new Map<string, number>();
  const widths: number[] = [];
  let total = 0;
  const names: string[] = [];
  for (const [feature, seen] of groups) {
    if (seen.size < options.minGroups) continue;
    index.set(feature, total);
    names.push(feature);
    const width = feature.startsWith('n ') ? size : size * size;
    widths.push(width);
    total += width;
  }
  const weights = new Float64Array(total);
  const squares = new Float64Array(total).fill(1e-6);
  const coded = examples.map(({ positions, gold, weight }) => ({
    gold,
    weight: weight ?? 1,
    node: positions.map(({ node }) => node.map((f) => index.get(`n ${f}`) ?? -1).filter((f) => f >= 0)),
    edge: positions.map(({ edge }) => edge.map((f) => index.get(`e ${f}`) ?? -1).filter((f) => f >= 0)),
  }));
  const penalty = options.penalty / Math.max(1, examples.length);

  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const i of shuffled(coded.length, 7 + epoch)) {
      const example = coded[i]!;
      const n = example.gold.length;
      if (n === 0 || example.gold.every((label) => label < 0)) continue;
      const node = example.node.map((features) => {
        const sum = new Float64Array(size);
        for (const f of features) for (let y = 0; y < size; y++) sum[y]! += weights[f + y]!;
        return sum;
      });
      const edge = example.edge.map((features) => {
        const sum = new Float64Array(size * size);
        for (const f of features) for (let y = 0; y < size * size; y++) sum[y]! += weights[f + y]!;
        return sum;
      });
      const free = marginals(node, edge, size, null);
      const bound = marginals(node, edge, size, example.gold);
      const step = (f: number, gradient: number) => {
        const g = gradient * example.weight;
        if (Math.abs(g) < 1e-9) return;
        squares[f]! += g * g;
        weights[f]! += (options.rate / Math.sqrt(squares[f]!)) * g;
      };
      const touched = new Set<number>();
      for (let t = 0; t < n; t++) {
        for (let y = 0; y < size; y++) {
          const g = bound.node[t]![y]! - free.node[t]![y]!;
          for (const f of example.node[t]!) step(f + y, g);
        }
        for (const f of example.node[t]!) for (let y = 0; y < size; y++) touched.add(f + y);
        if (t === 0) continue;
        for (let y = 0; y < size * size; y++) {
          const g = bound.edge[t]![y]! - free.edge[t]![y]!;
          for (const f of example.edge[t]!) step(f + y, g);
        }
        for (const f of example.edge[t]!) for (let y = 0; y < size * size; y++) touched.add(f + y);
      }
      for (const f of touched)
        weights[f]! -= (options.rate / Math.sqrt(squares[f]!)) * penalty * weights[f]! * 5;
    }
  }
  const learned: Learned = { labels: options.labels, node: new Map(), edge: new Map() };
  names.forEach((feature, i) => {
    const from = index.get(feature)!;
    (feature.startsWith('n ') ? learned.node : learned.edge).set(
      feature.slice(2),
      weights.slice(from, from + widths[i]!),
    );
  });
  return learned;
}

/** The probabilities of each label and pair; `gold` holds positions to their known label. */
function marginals(node: Float64Array[], edge: Float64Array[], size: number, gold: number[] | null) {
  const n = node.length;
  const allowed = (t: number, y: number) => gold === null || gold[t]! < 0 || gold[t] === y;
  const forward: Float64Array[] = [];
  const buffer = new Float64Array(size);
  for (let t = 0; t < n; t++) {
    const row = new Float64Array(size);
    for (let y = 0; y < size; y++) {
      if (!allowed(t, y)) row[y] = Number.NEGATIVE_INFINITY;
      else if (t === 0) row[y] = node[0]![y]!;
      else {
        for (let x = 0; x < size; x++) buffer[x] = forward[t - 1]![x]! + edge[t]![x * size + y]!;
        row[y] = logSum(buffer) + node[t]![y]!;
      }
    }
    forward.push(row);
  }
  const backward: Float64Array[] = new Array(n);
  backward[n - 1] = new Float64Array(size);
  for (let t = n - 2; t >= 0; t--) {
    const row = new Float64Array(size);
    for (let x = 0; x < size; x++) {
      for (let y = 0; y < size; y++) {
        buffer[y] = allowed(t + 1, y)
          ? edge[t + 1]![x * size + y]! + node[t + 1]![y]! + backward[t + 1]![y]!
          : Number.NEGATIVE_INFINITY;
      }
      row[x] = logSum(buffer);
    }
    backward[t] = row;
  }
  const all = logSum(forward[n - 1]!);
  return {
    node: node.map((_, t) => forward[t]!.map((value, y) => Math.exp(value + backward[t]![y]! - all))),
    edge: node.map((_, t) => {
      const row = new Float64Array(size * size);
      if (t === 0) return row;
      for (let x = 0; x < size; x++) {
        for (let y = 0; y < size; y++) {
          if (!allowed(t, y)) continue;
          row[x * size + y] = Math.exp(
            forward[t - 1]![x]! + edge[t]![x * size + y]! + node[t]![y]! + backward[t]![y]! - all,
          );
        }
      }
      return row;
    }),
  };
}

/** As the weight files hold them. Features that hardly speak are left out. */
export function pack(learned: Learned): PackedModel {
  const write = (weights: Map<string, Float64Array>) =>
    [...weights]
      .map(([feature, values]) => [feature, [...values].map((value) => Math.round(value * 100))] as const)
      .filter(([, values]) => values.some((value) => Math.abs(value) >= 4))
      .sort((a, b) => (a[0] < b[0] ? -1 : 1))
      .map(([feature, values]) => `${feature} ${values.map((value) => value.toString(36)).join(' ')}`)
      .join('|');
  return { labels: learned.labels.join(' '), node: write(learned.node), edge: write(learned.edge) };
}

/** The source of a weight file, wrapped to short lines. */
export function weightFile(name: string, packed: PackedModel, provenance: string): string {
  const wrap = (text: string) => {
    const rows: string[] = [];
    let row = '';
    for (const entry of text.split('|')) {
      if (row !== '' && row.length + entry.length > 900) {
        rows.push(row);
        row = '';
      }
      row += (row === '' ? '' : '|') + entry;
    }
    rows.push(row);
    return rows
      .map((each) => each.replace(/\\/g, '\\\\').replace(/`/g, '\\`').replace(/\$\{/g, '\\${'))
      .join('|\n');
  };
  return `/*\n${provenance
    .split('\n')
    .map((line) => ` * ${line}`.trimEnd())
    .join(
      '\n',
    )}\n */\nimport type { PackedModel } from '@/utils/understand/signature/chain';\n\nexport const ${name}: PackedModel = {\n  labels: '${packed.labels}',\n  node: \`${wrap(packed.node)}\`,\n  edge: \`${wrap(packed.edge)}\`,\n};\n`;
}

/** Groups in as many parts as wanted, always the same ones. */
export function fold(group: string, parts: number): number {
  let hash = 2166136261;
  for (const char of group) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619) >>> 0;
  return (hash >>> 8) % parts;
}
