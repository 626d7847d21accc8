/* The labelled blocks, read in place: the public sets of `../shared/text/dev`, and the invented mails (not the ones set apart). */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { blockPositions } from '@/utils/understand/signature/block-features';
import { blockOf } from '@/utils/understand/signature/block-tokens';
import { blockLabels, parts } from '@/utils/understand/signature/read-block';
import { inventedBlocks } from './invented';
import type { Example } from './learn-chain';

export const data =
  process.env.BENCH_DATA ?? path.resolve(import.meta.dirname, '../../../../shared/text/dev');

export interface LabelledBlock {
  id: string;
  group: string;
  block: string;
  gold: Record<string, string[]>;
  hints?: { email?: string; name?: string };
}

export function itemsOf<T>(set: string): T[] {
  return readFileSync(path.join(data, set, 'items.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

export const blockSets = ['sigfields-quagga-enron', 'sigfields-textmine-jda'];

const fields: Record<(typeof parts)[number], string> = { N: 'name', T: 'title', C: 'company', A: 'address' };
const squash = (text: string) => text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/** Labels of a block's tokens, found by the letters and digits of each gold value, in order. */
export function goldLabels(block: string, gold: Record<string, string[]>): number[] {
  const { tokens } = blockOf(block);
  const labels = tokens.map(() => 0);
  // Every letter of the block, and which token it is in.
  let letters = '';
  const owner: number[] = [];
  tokens.forEach((token, i) => {
    const text = squash(token.text);
    letters += text;
    for (let k = 0; k < text.length; k++) owner.push(i);
  });
  for (const part of parts) {
    const next = new Map<string, number>();
    const values = [...(gold[fields[part]] ?? [])].sort((a, b) => squash(b).length - squash(a).length);
    for (const value of values) {
      const wanted = squash(value);
      if (wanted === '') continue;
      let from = next.get(wanted) ?? 0;
      for (;;) {
        const at = letters.indexOf(wanted, from);
        if (at < 0) break;
        const first = owner[at]!;
        const last = owner[at + wanted.length - 1]!;
        const startsWord = at === 0 || owner[at - 1] !== first;
        const free = labels.slice(first, last + 1).every((label) => label === 0);
        if (startsWord && free) {
          for (let i = first; i <= last; i++)
            labels[i] = blockLabels.indexOf(`${i === first ? 'B' : 'I'}${part}`);
          next.set(wanted, at + wanted.length);
          break;
        }
        from = at + 1;
      }
    }
  }
  return labels;
}

export function labelledBlocks(): LabelledBlock[] {
  return [...blockSets.flatMap((set) => itemsOf<LabelledBlock>(set)), ...inventedBlocks()];
}

export function blockExamples(): Example[] {
  return labelledBlocks().map(({ group, block, gold, hints }) => ({
    group,
    positions: blockPositions(blockOf(block), hints),
    gold: goldLabels(block, gold).map((label) => 1 << label),
  }));
}
