import type { Proposal } from '@/utils/model/proposal';
import type { Database } from '@/utils/store/database';

/** What waits for the rep, however much it is. */
export interface Waiting {
  /** The newest of each weight, as many as were asked for. */
  newest: Proposal[];
  /** Counted proposals, all of them. */
  counted: number;
}

/** How many of each weight are read at first: more than anybody looks through at once. */
export const WINDOW = 300;

/** Reads the newest `most` of each weight; of all others only that they are there. To be called in a live query. */
export async function readWaiting(db: Database, most: number): Promise<Waiting> {
  const [counted, quiet] = await Promise.all([idsByTime(db, 'counted'), idsByTime(db, 'quiet')]);
  const rows = await db.proposals.bulkGet([...counted.slice(-most), ...quiet.slice(-most)]);
  return { newest: rows.flatMap((row) => row ?? []), counted: counted.length };
}

/** Ids alone, the oldest first, in one request: a cursor backwards would bring whole rows one after another. */
function idsByTime(db: Database, weight: Proposal['weight']): Promise<string[]> {
  return db.proposals
    .where('[status.state+weight+sentAt]')
    .between(['open', weight, 0], ['open', weight, Number.MAX_SAFE_INTEGER])
    .primaryKeys();
}

/** The logged ones among which the rep finds what they did: the newest `most`, and all since midnight. */
export async function readLogged(db: Database, most: number, now: number): Promise<Proposal[]> {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const [today, newest] = await Promise.all([
    db.proposals.where('status.loggedAt').aboveOrEqual(midnight).toArray(),
    db.proposals.orderBy('status.loggedAt').reverse().limit(most).toArray(),
  ]);
  const at = ({ status }: Proposal) => (status.state === 'logged' ? status.loggedAt : 0);
  const all = new Map([...today, ...newest].map((proposal) => [proposal.id, proposal]));
  return [...all.values()].sort((a, b) => at(b) - at(a));
}

/** Logged meetings that changed since, the latest logged first. To be called in a live query. */
export async function readChanges(db: Database): Promise<Proposal[]> {
  const rows = await db.proposals.orderBy('update.at').toArray();
  const at = ({ status }: Proposal) => (status.state === 'logged' ? status.loggedAt : 0);
  return rows.filter(({ status }) => status.state === 'logged').sort((a, b) => at(b) - at(a));
}
