import Dexie from 'dexie';
import { isLastWordOf } from '@/utils/follow-ups/thread-rows';
import type { ThreadTurn } from '@/utils/model/follow-up';
import type { Database, StoredTurn } from '@/utils/store/database';

const DAY = 24 * 3_600_000;
/** How many of colleagues' last words are passed over for one row that is wanted. */
const PASSED_OVER = 10;

/** How many rows of each kind are wanted. */
export interface MostTurns {
  waiting: number;
  quiet: number;
}

export interface TurnsOfDay {
  /** Those who wait longest, what went quiet last, and whatever is put off. */
  turns: ThreadTurn[];
  /** How many customers wait for an answer, read or not. */
  waiting: number;
  /** Whether there may be more that went quiet. */
  moreQuiet: boolean;
}

/**
 * The threads of the day's list, as far as they are wanted: what is read does not grow with what is stored. What is put
 * off is always among them, so that it comes back by the clock alone. `now`: milliseconds; `own`: the rep's addresses,
 * lower-cased; `quietDays`: from how many days on a thread has gone quiet.
 */
export async function turnsOfDay(
  db: Database,
  ask: { now: number; own: readonly string[]; quietDays: number; most: MostTurns },
): Promise<TurnsOfDay> {
  const { now, own, most } = ask;
  const [asleep, counted] = await Promise.all([
    db.turns.where('snoozedUntil').above(now).toArray(),
    range(db, 'rep').count(),
  ]);
  const sleeping = asleep.filter(({ awaits }) => awaits !== undefined);
  const isAwake = ({ snoozedUntil }: StoredTurn) => snoozedUntil === undefined || snoozedUntil <= now;
  const sleepingRep = sleeping.filter(({ awaits }) => awaits === 'rep').length;
  const [waiting, quiet] = await Promise.all([
    most.waiting === 0
      ? []
      : range(db, 'rep')
          .limit(most.waiting + sleepingRep)
          .toArray(),
    most.quiet === 0 ? { found: [], more: false } : goneQuiet(db, { ...ask, own, isAwake }),
  ]);
  return {
    turns: [...waiting.filter(isAwake).slice(0, most.waiting), ...quiet.found, ...sleeping],
    waiting: counted - sleepingRep,
    moreQuiet: quiet.more,
  };
}

/** The latest that went quiet, page by page: colleagues' last words lie among the rep's. */
async function goneQuiet(
  db: Database,
  ask: {
    now: number;
    own: readonly string[];
    quietDays: number;
    most: MostTurns;
    isAwake: (turn: StoredTurn) => boolean;
  },
): Promise<{ found: StoredTurn[]; more: boolean }> {
  const wanted = ask.most.quiet;
  const found: StoredTurn[] = [];
  let below: unknown[] = [ask.now - ask.quietDays * DAY, Dexie.maxKey];
  for (let read = 0; found.length === 0 || read < wanted * PASSED_OVER; ) {
    const page = await range(db, 'customer', below)
      .reverse()
      .limit(wanted + 1)
      .toArray();
    found.push(...page.filter((turn) => ask.isAwake(turn) && isLastWordOf(turn, ask.own)));
    if (found.length > wanted) return { found: found.slice(0, wanted), more: true };
    const last = page[wanted];
    if (!last) return { found, more: false };
    below = [last.lastAt, last.threadId];
    read += page.length;
  }
  return { found, more: true };
}

/** The threads in which these are to write next, by when the last mail came. Up to and without `below`. */
function range(db: Database, awaits: 'rep' | 'customer', below: unknown[] = [Dexie.maxKey]) {
  return db.turns.where('[awaits+lastAt+threadId]').between([awaits, Dexie.minKey], [awaits, ...below]);
}
