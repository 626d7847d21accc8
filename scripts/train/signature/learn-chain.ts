/*
 * Learns the weights of a linear chain (utils/understand/signature/chain.ts): conditional log likelihood with a
 * quadratic penalty, minimised by L-BFGS. Positions whose label is not known are summed out.
 */
import type { PackedModel, Position } from '@/utils/understand/signature/chain';

export interface Example {
  group: string;
  positions: Position[];
  /** The labels that each position may have, as bits; all of them where nothing is known. */
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

function summed(weights: Float64Array, features: readonly number[], width: number): Float64Array {
  const sum = new Float64Array(width);
  for (const f of features) for (let y = 0; y < width; y++) sum[y]! += weights[f + y]!;
  return sum;
}

function add(
  gradient: Float64Array,
  features: readonly number[],
  free: Float64Array,
  bound: Float64Array,
  weight: number,
): void {
  for (let y = 0; y < free.length; y++) {
    const difference = weight * (free[y]! - bound[y]!);
    if (Math.abs(difference) > 1e-10) for (const f of features) gradient[f + y]! += difference;
  }
}

const dot = (a: Float64Array, b: Float64Array) => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

/** L-BFGS with ten remembered steps and backtracking. */
function minimise(
  size: number,
  loss: (at: Float64Array, gradient: Float64Array) => number,
  rounds: number,
): Float64Array {
  let at = new Float64Array(size);
  let gradient = new Float64Array(size);
  let value = loss(at, gradient);
  const memory: { step: Float64Array; change: Float64Array; rho: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const direction = gradient.map((each) => -each);
    const alphas: number[] = [];
    for (const { step, change, rho } of [...memory].reverse()) {
      const alpha = rho * dot(step, direction);
      alphas.push(alpha);
      for (let i = 0; i < size; i++) direction[i]! -= alpha * change[i]!;
    }
    const last = memory.at(-1);
    const scale = last
      ? dot(last.step, last.change) / dot(last.change, last.change)
      : 1 / Math.sqrt(dot(gradient, gradient) + 1e-9);
    for (let i = 0; i < size; i++) direction[i]! *= scale;
    memory.forEach(({ step, change, rho }, k) => {
      const beta = rho * dot(change, direction);
      const alpha = alphas[memory.length - 1 - k]!;
      for (let i = 0; i < size; i++) direction[i]! += (alpha - beta) * step[i]!;
    });
    const slope = dot(direction, gradient);
    let length = 1;
    let moved = at;
    let nextGradient = gradient;
    let next = value;
    for (let tries = 0; tries < 20; tries++) {
      moved = at.map((each, i) => each + length * direction[i]!);
      nextGradient = new Float64Array(size);
      next = loss(moved, nextGradient);
      if (next <= value + 1e-4 * length * slope) break;
      length /= 2;
    }
    if (value - next < (1e-4 * Math.abs(value)) / 10) {
      at = moved;
      break;
    }
    const step = moved.map((each, i) => each - at[i]!);
    const change = nextGradient.map((each, i) => each - gradient[i]!);
    const product = dot(step, change);
    if (product > 1e-10) {
      memory.push({ step, change, rho: 1 / product });
      if (memory.length > 10) memory.shift();
    }
    at = moved;
    gradient = nextGradient;
    value = next;
  }
  return at;
}

export interface Options {
  labels: string[];
  rounds: number;
  /** Quadratic penalty on every weight. */
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
  const coded = examples.map(({ positions, gold, weight }) => ({
    gold,
    weight: weight ?? 1,
    node: positions.map(({ node }) => node.map((f) => index.get(`n ${f}`) ?? -1).filter((f) => f >= 0)),
    edge: positions.map(({ edge }) => edge.map((f) => index.get(`e ${f}`) ?? -1).filter((f) => f >= 0)),
  }));
  const loss = (weights: Float64Array, gradient: Float64Array): number => {
    let value = 0;
    for (let i = 0; i < total; i++) {
      value += 0.5 * options.penalty * weights[i]! * weights[i]!;
      gradient[i] = options.penalty * weights[i]!;
    }
    for (const example of coded) {
      const n = example.gold.length;
      if (n === 0) continue;
      const node = example.node.map((features) => summed(weights, features, size));
      const edge = example.edge.map((features) => summed(weights, features, size * size));
      const free = marginals(node, edge, size, null);
      const bound = marginals(node, edge, size, example.gold);
      value += example.weight * (free.all - bound.all);
      for (let t = 0; t < n; t++) {
        add(gradient, example.node[t]!, free.node[t]!, bound.node[t]!, example.weight);
        if (t > 0) add(gradient, example.edge[t]!, free.edge[t]!, bound.edge[t]!, example.weight);
      }
    }
    return value;
  };
  const weights = minimise(total, loss, options.rounds);
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

/** The probabilities of each label and pair; `gold` holds positions to the labels they may have. */
function marginals(node: Float64Array[], edge: Float64Array[], size: number, gold: number[] | null) {
  const n = node.length;
  const allowed = (t: number, y: number) => gold === null || ((gold[t]! >> y) & 1) === 1;
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
    all,
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
