import { describe, expect, it } from 'vitest';
import { openParts, type Part, partNames, parts, score } from './whole-proposals';

/** True of the day they were written; to be raised when more is reached, never lowered. The target is 0.9 on all. */
const floors: Record<Part, number> = {
  tuned: 0.9,
  apart: 0.58,
  'second tuned': 0.85,
  'second validated': 0.48,
};

describe('proposals that need no edit, on invented mails', () => {
  it.each(partNames)('%s', (part) => {
    // The mails set apart are never listed: who tunes does not look at them.
    const result = score(parts[part], openParts.includes(part) && process.env.LIST_WRONG === '1');
    const rate = result.right / result.of;
    console.info(`${part}: ${result.right} of ${result.of} need no edit`, JSON.stringify(result.wrong));
    expect(rate).toBeGreaterThanOrEqual(floors[part]);
  });
});
