import { expect, it } from 'vitest';
import { loggedToday } from '@/utils/view/logged-today';
import { proposal } from './proposals';

const now = new Date(2026, 10, 21, 9, 30).getTime();
const logged = (loggedAt: number, outboxId?: string) =>
  proposal({ status: { state: 'logged', loggedAt, ...(outboxId ? { outboxId } : {}) } });

it('counts the mails that the rep logged since midnight, and none that somebody else had logged', () => {
  const midnight = new Date(2026, 10, 21).getTime();
  const mails = [
    logged(now - 60_000, 'o1'),
    logged(midnight, 'o2'),
    logged(midnight - 1, 'o3'),
    logged(now - 60_000),
    proposal({ status: { state: 'open' } }),
  ];
  expect(loggedToday(mails, now)).toBe(2);
});
