import { blockPositions, type Hints } from '@/utils/understand/signature/block-features';
import { type Block, blockOf, type Token } from '@/utils/understand/signature/block-tokens';
import { bestLabels, type ChainModel } from '@/utils/understand/signature/chain';

/** What a stretch of a signature can be: name, title, company, address. */
export const parts = ['N', 'T', 'C', 'A'] as const;
export type Part = (typeof parts)[number];

/** The chain's labels: nothing, and for each part its first word and the words after it. */
export const blockLabels: readonly string[] = ['O', ...parts.flatMap((part) => [`B${part}`, `I${part}`])];

export interface Stretch {
  part: Part;
  text: string;
  /** First and last line. */
  from: number;
  to: number;
}

/** The stretches of a block that its words, their places and neighbours speak for. */
export function readStretches(
  model: ChainModel,
  text: string,
  hints: Hints = {},
): { block: Block; stretches: Stretch[] } {
  const block = blockOf(text);
  const labels = bestLabels(model, blockPositions(block, hints)).map((label) => model.labels[label] ?? 'O');
  const stretches: Stretch[] = [];
  let open: { part: Part; tokens: Token[] } | null = null;
  const close = () => {
    if (open) stretches.push(stretchOf(block, open.part, open.tokens));
    open = null;
  };
  block.tokens.forEach((token, i) => {
    const label = labels[i] ?? 'O';
    const part = parts.find((each) => label.endsWith(each));
    if (label === 'O' || !part) close();
    else if (open && label.startsWith('I') && open.part === part) open.tokens.push(token);
    else {
      close();
      open = { part, tokens: [token] };
    }
  });
  close();
  return { block, stretches: stretches.filter((stretch) => /[\p{L}\p{N}]/u.test(stretch.text)) };
}

/** The words as they stand in the block, lines kept apart. */
function stretchOf(block: Block, part: Part, tokens: readonly Token[]): Stretch {
  const rows: string[] = [];
  let from: Token | undefined;
  let previous: Token | undefined;
  const endRow = () => {
    if (from && previous) rows.push((block.lines[from.line] ?? '').slice(from.start, previous.end).trim());
  };
  for (const token of tokens) {
    if (previous && token.line !== previous.line) {
      endRow();
      from = undefined;
    }
    from ??= token;
    previous = token;
  }
  endRow();
  const text = rows
    .map((row) => row.replace(/\s+/g, ' '))
    .join('\n')
    .replace(/^[\s,;:|/*•·–—-]+|[\s,;:|/*•·–—-]+$/g, '');
  return { part, text, from: tokens[0]?.line ?? 0, to: tokens.at(-1)?.line ?? 0 };
}
