import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { ThreadTurn } from '@/utils/model/follow-up';
import { Database } from '@/utils/store/database';
import { putTurns } from '@/utils/store/turns';
import { turnsOfDay } from '@/utils/store/turns-of-day';
import { countReads } from '../tools/count-reads';

const now = Date.UTC(2026, 10, 21, 10);
const DAY = 24 * 3_600_000;
const rosa = 'rosa@nordlicht.example';
const own = [rosa];

function turn(threadId: string, daysAgo: number, from: string, over: Partial<ThreadTurn> = {}): ThreadTurn {
  return {
    threadId,
    threadIds: [threadId],
    account: null,
    subject: 'Offer',
    lastAt: now - daysAgo * DAY,
    lastFrom: { address: from },
    lastFromMe: from.endsWith('@nordlicht.example'),
    customer: { name: 'Anna Kunde' },
    url: '',
    asOf: now,
    ...over,
  };
}

let books = 0;
async function book(turns: ThreadTurn[]) {
  books += 1;
  const db = new Database(`turns-${books}`);
  const reads = countReads(db);
  await putTurns(db, turns);
  reads.reset();
  const look = async (most: { waiting: number; quiet: number }) => {
    const { turns, ...rest } = await turnsOfDay(db, { now, own, quietDays: 3, most });
    return { ids: turns.map(({ threadId }) => threadId), ...rest };
  };
  return { db, reads, look };
}
const many = (count: number, make: (n: number) => ThreadTurn) =>
  Array.from({ length: count }, (_, n) => make(n));

it('a customer who went quiet five days ago is there, however many threads are newer or older', async () => {
  const { look, reads } = await book([
    turn('five-days', 5, rosa),
    ...many(400, (n) => turn(`old-${n}`, 10 + n / 10, rosa)),
    ...many(400, (n) => turn(`not-yet-${n}`, n / 200, rosa)),
    ...many(400, (n) => turn(`waits-${n}`, n / 100, 'anna@kunde.example')),
  ]);
  const { ids, moreQuiet } = await look({ waiting: 0, quiet: 20 });
  expect(ids[0]).toBe('five-days');
  expect(ids).toHaveLength(20);
  expect(moreQuiet).toBe(true);
  expect(reads.rows.turns).toBeLessThanOrEqual(21);
});

it('each is read once on the way through all of them, those of one moment too', async () => {
  const all = many(130, (n) => turn(`quiet-${String(n).padStart(3, '0')}`, 5, rosa));
  const { look } = await book(all);
  for (const quiet of [20, 70, 120]) expect((await look({ waiting: 0, quiet })).ids).toHaveLength(quiet);
  const { ids, moreQuiet } = await look({ waiting: 0, quiet: 170 });
  expect(ids.toSorted()).toEqual(all.map(({ threadId }) => threadId));
  expect(moreQuiet).toBe(false);
});

it('the rep’s own last word is found among colleagues’', async () => {
  const { look, reads } = await book([
    ...many(900, (n) => turn(`tom-${n}`, 4 + n / 100, 'tom@nordlicht.example')),
    turn('own', 20, rosa),
    turn('own-older', 21, rosa),
  ]);
  expect(await look({ waiting: 0, quiet: 20 })).toMatchObject({
    ids: ['own', 'own-older'],
    moreQuiet: false,
  });
  reads.reset();
  expect((await look({ waiting: 0, quiet: 0 })).ids, 'nor is anything read for a number').toEqual([]);
  expect(reads.rows.turns ?? 0).toBe(0);
});

it('who waits longest comes first; all are counted, but for what is done, put off or nobody’s', async () => {
  const anna = 'anna@kunde.example';
  const { look, db } = await book([
    ...many(50, (n) => turn(`waits-${n}`, 50 - n, anna)),
    turn('asleep', 60, anna, { snoozedUntil: now + 1000 }),
    turn('woken', 59, anna, { snoozedUntil: now - 1000 }),
    turn('done', 58, anna, { doneAt: now }),
    turn('written-again', 57, anna, { doneAt: now - 58 * DAY }),
    turn('stranger', 56, 'somebody@else.example', { customer: undefined }),
  ]);
  const { ids, waiting } = await look({ waiting: 3, quiet: 0 });
  expect(ids).toEqual(['woken', 'written-again', 'waits-0', 'asleep']);
  expect(waiting).toBe(52);
  await putTurns(db, [turn('woken', 59, anna, { doneAt: now })]);
  expect((await look({ waiting: 1, quiet: 0 })).waiting).toBe(51);
});
