import type { Hints } from '@/utils/understand/signature/block-features';
import { blockWeights } from '@/utils/understand/signature/block-weights';
import { unpack } from '@/utils/understand/signature/chain';
import type { FoundNumber } from '@/utils/understand/signature/phone-numbers';
import { readFields, type SignatureFields } from '@/utils/understand/signature/signature-fields';

/** Unpacked when the first signature is read: most of what wakes the worker brings none. */
let model: ReturnType<typeof unpack> | undefined;

/** What a signature says, and each of its numbers with what their labels say it is for. */
export type ParsedSignature = SignatureFields & { numbers: FoundNumber[] };

/**
 * What a signature says of its sender, every value as it is written there, in its order: names (without degrees),
 * titles, companies, phone and fax numbers (without extension), addresses and links, postal addresses. `block` is what
 * `findSignature` gives; `hints` what the header says. Reads the first 60 lines; linear.
 */
export function parseSignature(block: string, hints?: Hints): ParsedSignature {
  model ??= unpack(blockWeights);
  const { fields, numbers } = readFields(model, block, hints);
  return { ...fields, numbers };
}
