import { bestLabels, type ChainModel } from '@/utils/understand/signature/chain';
import { linePositions } from '@/utils/understand/signature/line-features';
import type { Seen, Sender } from '@/utils/understand/signature/seen-line';
import { endAtWords, takeRest } from '@/utils/understand/signature/signature-ends';

/** A signature is looked for among the last filled lines of a text. */
export const LAST_LINES = 250;

/** The chain's labels: the sender's words, and the signature with its sign-off. */
export const lineLabels = ['B', 'S'] as const;
/** `F`: what lists, mail programs and lawyers add below. */
export type LineKind = (typeof lineLabels)[number] | 'F';

/** The kind of each line; blank ones are of the kind around them. `lines` have no history any more. Linear. */
export function lineKinds(model: ChainModel, lines: readonly string[], sender?: Sender): LineKind[] {
  const kinds = new Array<LineKind>(lines.length).fill('B');
  const start = startOf(lines);
  const { at, positions, seen, footers } = linePositions(lines.slice(start), sender);
  const labels = bestLabels(model, positions);
  const found: LineKind[] = labels.map(
    (label) => lineLabels.find((each) => each === model.labels[label]) ?? 'B',
  );
  endAtWords(found, seen, at);
  keepAnchored(found, seen);
  takeMarked(found, seen, at);
  takeRest(found, seen);
  let previous = -1;
  found.forEach((kind, k) => {
    const i = start + (at[k] ?? 0);
    kinds[i] = kind;
    if (previous >= 0 && kind !== 'B' && kinds[previous] === kind) kinds.fill(kind, previous, i);
    previous = i;
  });
  const first = footers[0];
  if (first !== undefined) kinds.fill('F', start + first);
  return kinds;
}

const MAX_BLOCK = 24;
const MAX_MARKED = 15;

/** Below "-- " stands a signature, whatever it looks like: up to the next blank line, or to the end where that is near. */
function takeMarked(kinds: LineKind[], seen: readonly Seen[], at: readonly number[]): void {
  for (let k = 0; k < kinds.length; k++) {
    if (!seen[k]?.marks.includes('mark')) continue;
    const near = kinds.length - k <= MAX_MARKED;
    let end = k + 1;
    while (
      end < kinds.length &&
      !seen[end]?.marks.includes('mark') &&
      (near || (at[end] ?? 0) - (at[end - 1] ?? 0) === 1 || end === k + 1)
    )
      end++;
    const first = seen[k + 1];
    if (!first || end - k > MAX_MARKED + 1 || first.marks.includes('greeting')) continue;
    // What git puts there is the number of its version.
    if (/^\d+(\.\d+)+$/.test(first.text)) {
      kinds.fill('B', k, k + 2);
      continue;
    }
    kinds.fill('S', k, end);
  }
}

/**
 * A signature begins with something that begins one: a sign-off, its mark, the sender's name, another name above a way
 * to be reached. What the chain takes before that, and tables of numbers without it, are words.
 */
function keepAnchored(kinds: LineKind[], seen: readonly Seen[]): void {
  for (let k = 0; k < kinds.length; k++) {
    if (kinds[k] !== 'S') continue;
    let end = k;
    while (kinds[end] === 'S') end++;
    const marks = (i: number) => seen[i]?.marks ?? [];
    const reachable = (from: number, to: number) => {
      let lines = 0;
      for (let i = from; i < Math.min(to, end); i++) if (marks(i).some((mark) => reaches.has(mark))) lines++;
      return lines;
    };
    // A link alone is what lists of links have.
    const linked = (from: number, to: number) =>
      seen
        .slice(from, Math.min(to, end))
        .filter((each) => each.marks.includes('link') && each.marks.includes('small4')).length;
    let anchor = -1;
    for (let i = k; i < end && anchor < 0; i++) {
      const own = marks(i);
      const above = marks(i - 1);
      if (own.some((mark) => begins.has(mark)) || above.includes('mark')) anchor = i;
      else if (own.includes('rule') && i + 1 < end && marks(i + 1).includes('namely')) anchor = i;
      else if (own.includes('own') && own.includes('first')) anchor = i;
      else if (own.includes('namely') && reachable(i, i + 8) > linked(i, i + 8)) anchor = i;
    }
    // Only a firm and its numbers, at the very end.
    const dialled = seen.slice(k, end).some((each) => each.marks.some((mark) => dials.has(mark)));
    if (anchor < 0 && dialled && reachable(k, end) >= 2 && end - k <= 12 && !kinds.slice(end).includes('B'))
      anchor = k;
    for (let i = k; i < (anchor < 0 ? end : anchor); i++) kinds[i] = 'B';
    if (anchor >= 0 && end - anchor > MAX_BLOCK && !marks(anchor - 1).includes('mark'))
      kinds.fill('B', anchor, end);
    k = end;
  }
}
const dials = new Set(['dial', 'dialafter', 'onlyphone', 'ext', 'city', 'street', 'ja']);
const begins = new Set(['closing', 'mark', 'ownonly', 'initials']);
const reaches = new Set([
  'email',
  'link',
  'dial',
  'dialafter',
  'onlyphone',
  'ext',
  'job',
  'legalform',
  'zip',
  'ja',
]);

/** The first of the last filled lines. */
export function startOf(lines: readonly string[]): number {
  let filled = 0;
  for (let i = lines.length - 1; i >= 0; i--) {
    if ((lines[i] ?? '').trim() !== '') filled++;
    if (filled > LAST_LINES) return i + 1;
  }
  return 0;
}
