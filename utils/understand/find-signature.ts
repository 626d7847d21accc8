import { unpack } from '@/utils/understand/signature/chain';
import { lineWeights } from '@/utils/understand/signature/line-weights';
import { type LineKind, lineKinds } from '@/utils/understand/signature/mark-lines';
import type { Sender } from '@/utils/understand/signature/seen-line';
import { linesOf } from '@/utils/understand/split-lines';

/** Unpacked when the first mail is read: most of what wakes the worker brings none. */
let model: ReturnType<typeof unpack> | undefined;

/**
 * What each line of a sender's text is: `B` their words, `S` the signature with its sign-off, `F` what mail programs,
 * lists and lawyers add. For texts whose history is gone; only the last 250 filled lines are looked at. Linear.
 */
export function signatureLines(lines: readonly string[], from?: Sender): LineKind[] {
  model ??= unpack(lineWeights);
  return lineKinds(model, lines, from);
}

/**
 * The signature of a sender's own text, sign-off included, or null. `from` is what the mail's header says of the sender
 * (`name` may be "Doe, Jane"); without it lone names are found less often. Lines are returned as they stand.
 */
export function findSignature(text: string, from?: Sender): { signature: string | null } {
  const lines = linesOf(text);
  const kinds = signatureLines(lines, from);
  const found = lines.filter((_, i) => kinds[i] === 'S');
  return { signature: found.some((line) => line.trim() !== '') ? found.join('\n') : null };
}
