/* Learnt by scripts/train/company/style.ts; see there from what. Do not edit. */
import type { Style } from '@/utils/understand/company/style';

export const styleWeights: Readonly<Record<Style, Readonly<Record<string, number>>>> = {
  joined: { one: 1.14, many: -0.68, strangeFirst: -0.04, strangeLast: 0.18, rare: 0.20, strange: 0.21, length: -0.52, first: -0.59, last: -0.08, firstShort: -0.05, lastShort: 0.29, trade: -1.08, opener: -0.58, plural: 0.17, doer: 0.14, initials: -1.40, maker: 1.21, caller: -0.24, long: -0.74 },
  camel: { one: 0.64, many: -0.32, strangeFirst: -0.12, strangeLast: 0.05, rare: -0.82, strange: -0.02, length: -0.18, first: 0.03, last: -0.09, firstShort: 0.01, lastShort: 0.08, trade: -0.59, opener: -0.55, plural: -0.29, doer: 0.02, initials: 0.65, maker: -0.13, caller: 1.00, long: -0.27 },
  spaced: { one: -1.78, many: 1.00, strangeFirst: 0.16, strangeLast: -0.23, rare: 0.62, strange: -0.18, length: 0.70, first: 0.56, last: 0.17, firstShort: 0.04, lastShort: -0.37, trade: 1.67, opener: 1.13, plural: 0.11, doer: -0.16, initials: 0.75, maker: -1.08, caller: -0.77, long: 1.01 },
};
