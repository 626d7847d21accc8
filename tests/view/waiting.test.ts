import 'fake-indexeddb/auto';
import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Proposal } from '@/utils/model/proposal';
import { Database } from '@/utils/store/database';
import { watchWaiting } from '@/utils/view/waiting';
import { proposal } from './proposals';

let db: Database;
let leaving: AbortController;
/** Ids of the proposals whose whole rows were read, in turn. */
let read: string[];

const at = (index: number) => proposal({ id: `p${index}`, sentAt: 1_000_000 - index });

beforeEach(async () => {
  db = new Database(`waiting-${crypto.randomUUID()}`);
  await db.proposals.bulkPut(Array.from({ length: 1000 }, (_, index) => at(index)));
  leaving = new AbortController();
  read = [];
  const bulkGet = db.proposals.bulkGet.bind(db.proposals);
  vi.spyOn(db.proposals, 'bulkGet').mockImplementation((ids: string[]) => {
    read.push(...ids);
    return bulkGet(ids);
  });
});
afterEach(() => {
  leaving.abort();
  db.close();
});

/** What is shown, and a wait until it is so many rows. */
function follow() {
  const { waiting, readMore } = watchWaiting(signal(db), leaving.signal);
  const rows = (): Proposal[] => (waiting.value.state === 'ready' ? waiting.value.value.newest : []);
  const until = (count: number) => vi.waitFor(() => expect(rows()).toHaveLength(count));
  return { waiting, readMore, rows, until };
}

it('reads each row once, however deep the list is read', async () => {
  const { readMore, rows, until } = follow();
  await until(300);
  const first = new Map(rows().map((row) => [row.id, row]));
  for (const count of [600, 900, 1000]) {
    readMore();
    await until(count);
  }
  expect(read).toHaveLength(1000);
  expect(new Set(read).size).toBe(1000);
  expect(rows().filter((row) => first.get(row.id) === row)).toHaveLength(300);
});

it('reads what arrives alone, and with a changed row at most those that were read with it', async () => {
  const { waiting, rows, until, readMore } = follow();
  await until(300);
  readMore();
  await until(600);
  read.length = 0;
  await db.proposals.put(proposal({ id: 'new', sentAt: 2_000_000 }));
  await vi.waitFor(() => expect(rows().some(({ id }) => id === 'new')).toBe(true));
  expect(waiting.value).toMatchObject({ value: { counted: 1001 } });
  expect(read).toEqual(['new']);
  read.length = 0;
  const before = new Map(rows().map((row) => [row.id, row]));
  await db.proposals.put({ ...at(7), capturedAt: 5 });
  await vi.waitFor(() => expect(rows().find(({ id }) => id === 'p7')?.capturedAt).toBe(5));
  expect(read.length).toBeLessThanOrEqual(100);
  expect(rows().filter((row) => before.get(row.id) === row).length).toBeGreaterThanOrEqual(500);
});

it('lets go at once of what was decided, and shows it again when it is taken back', async () => {
  const { waiting, rows, until } = follow();
  await until(300);
  await db.proposals.update('p3', { status: { state: 'dismissed', dismissedAt: 5 } });
  await vi.waitFor(() => expect(rows().some(({ id }) => id === 'p3')).toBe(false));
  await vi.waitFor(() => expect(waiting.value).toMatchObject({ value: { counted: 999 } }));
  await db.proposals.update('p3', { status: { state: 'open' } });
  await vi.waitFor(() => expect(rows().some(({ id }) => id === 'p3')).toBe(true));
});

it('shows the other book when it is opened', async () => {
  const other = new Database(`waiting-${crypto.randomUUID()}`);
  await other.proposals.put(proposal({ id: 'other' }));
  const book = signal(db);
  const { waiting } = watchWaiting(book, leaving.signal);
  await vi.waitFor(() => expect(waiting.value).toMatchObject({ value: { counted: 1000 } }));
  book.value = other;
  await vi.waitFor(() => expect(waiting.value).toMatchObject({ value: { newest: [{ id: 'other' }] } }));
  other.close();
});
