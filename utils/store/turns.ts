import { ThreadTurn } from '@/utils/model/follow-up';
import type { Database, StoredTurn } from '@/utils/store/database';

/** The turns of threads that share an id with `threadIds`. */
export async function turnsOfThreads(db: Database, threadIds: string[]): Promise<ThreadTurn[]> {
  const rows = await db.turns.where('threadIds').anyOf(threadIds).distinct().toArray();
  return rows.map((row) => ThreadTurn.parse(row));
}

export async function getTurn(db: Database, threadId: string): Promise<ThreadTurn | undefined> {
  const row = await db.turns.get(threadId);
  return row && ThreadTurn.parse(row);
}

/** Stores turns, each in the place of the one with its id. */
export async function putTurns(db: Database, turns: readonly ThreadTurn[]): Promise<void> {
  await db.turns.bulkPut(turns.map((turn) => keptTurn(ThreadTurn.parse(turn))));
}

/**
 * Stores a turn in the place of those it was merged from: a thread that was first known by two ids becomes one row.
 */
export async function replaceTurns(db: Database, old: ThreadTurn[], turn: ThreadTurn): Promise<void> {
  await db.turns.bulkDelete(old.map((row) => row.threadId).filter((id) => id !== turn.threadId));
  await putTurns(db, [turn]);
}

/** As it is kept: whatever of a turn changes, who is to write next follows from it. */
function keptTurn(turn: ThreadTurn): StoredTurn {
  const { customer, doneAt, lastAt, lastFromMe } = turn;
  if (!customer || (doneAt !== undefined && doneAt >= lastAt)) return turn;
  return { ...turn, awaits: lastFromMe ? 'customer' : 'rep' };
}
