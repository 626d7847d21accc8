/*
 * A linear chain: every position (a line, a word) has features, every feature says how much it speaks for each label,
 * every pair of neighbours how much it speaks for each pair. The best labels together are found in one pass (Viterbi).
 * The weights are learned in scripts/train/signature.
 */

/** What is known about one position: of itself (`node`), and of its step from the position before it (`edge`). */
export interface Position {
  node: readonly string[];
  edge: readonly string[];
}

export interface ChainModel {
  labels: readonly string[];
  /** Per feature one weight per label. */
  node: ReadonlyMap<string, readonly number[]>;
  /** Per feature one weight per pair, the label before first. */
  edge: ReadonlyMap<string, readonly number[]>;
}

/** What the weight files hold: `feature weight weight …` with `|` between features, weights in hundredths, base 36. */
export interface PackedModel {
  labels: string;
  node: string;
  edge: string;
}

export function unpack(packed: PackedModel): ChainModel {
  const read = (text: string) => {
    const weights = new Map<string, readonly number[]>();
    for (const entry of text.split('|')) {
      const [feature = '', ...values] = entry.trim().split(' ');
      if (feature !== '')
        weights.set(
          feature,
          values.map((value) => Number.parseInt(value, 36) / 100),
        );
    }
    return weights;
  };
  return { labels: packed.labels.split(' '), node: read(packed.node), edge: read(packed.edge) };
}

/** Sums the features' weights into an array of `size`; features that are not known say nothing. */
export function scoresOf(
  weights: ReadonlyMap<string, readonly number[]>,
  features: readonly string[],
  size: number,
): Float64Array {
  const sum = new Float64Array(size);
  for (const feature of features) {
    const values = weights.get(feature);
    if (values) for (let i = 0; i < size; i++) sum[i] = (sum[i] ?? 0) + (values[i] ?? 0);
  }
  return sum;
}

/** The best labels (indexes into `model.labels`), linear in the number of positions. */
export function bestLabels(model: ChainModel, positions: readonly Position[]): number[] {
  const size = model.labels.length;
  const came: Int8Array[] = [];
  let score: Float64Array = new Float64Array(size);
  positions.forEach((position, at) => {
    const node = scoresOf(model.node, position.node, size);
    if (at === 0) {
      score = node;
      came.push(new Int8Array(size));
      return;
    }
    const edge = scoresOf(model.edge, position.edge, size * size);
    const next = new Float64Array(size);
    const from = new Int8Array(size);
    for (let to = 0; to < size; to++) {
      let best = Number.NEGATIVE_INFINITY;
      for (let before = 0; before < size; before++) {
        const value = (score[before] ?? 0) + (edge[before * size + to] ?? 0);
        if (value > best) {
          best = value;
          from[to] = before;
        }
      }
      next[to] = best + (node[to] ?? 0);
    }
    score = next;
    came.push(from);
  });
  const labels: number[] = new Array<number>(positions.length).fill(0);
  let label = 0;
  for (let i = 1; i < size; i++) if ((score[i] ?? 0) > (score[label] ?? 0)) label = i;
  for (let at = positions.length - 1; at >= 0; at--) {
    labels[at] = label;
    label = came[at]?.[label] ?? 0;
  }
  return labels;
}
