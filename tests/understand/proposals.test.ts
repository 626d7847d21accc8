import { describe, expect, it } from 'vitest';
import { apart, mails, score } from './whole-proposals';

/** True of the day they were written; to be raised when more is reached, never lowered. The target is 0.9 on both. */
const floors = { tuned: 0.85, apart: 0.5 };

describe('proposals that need no edit, on invented mails', () => {
  it.each(['tuned', 'apart'] as const)('%s', (part) => {
    const which = mails.filter((mail) => apart.has(mail.id) === (part === 'apart'));
    // The mails set apart are never listed: who tunes does not look at them.
    const result = score(which, part === 'tuned' && process.env.LIST_WRONG === '1');
    const rate = result.right / result.of;
    console.info(`${part}: ${result.right} of ${result.of} need no edit`, JSON.stringify(result.wrong));
    expect(rate).toBeGreaterThanOrEqual(floors[part]);
  });
});
