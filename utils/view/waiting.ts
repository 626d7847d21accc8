import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Proposal } from '@/utils/model/proposal';
import type { Database } from '@/utils/store/database';
import { type Live, orElse, watch } from '@/utils/view/live';

/** What waits for the rep, however much it is. */
export interface Waiting {
  /** The newest of each weight, as many as were asked for. */
  newest: Proposal[];
  /** Counted proposals, all of them. */
  counted: number;
}

/** How many of each weight are read at first: more than anybody looks through at once. */
export const WINDOW = 300;
/** So many rows are read together, and read again when one of them changes. */
const TOGETHER = 100;

/** Reads the newest `most` of each weight; of all others only that they are there. To be called in a live query. */
export async function readWaiting(db: Database, most: number): Promise<Waiting> {
  const ids = await readIds(db);
  const rows = await db.proposals.bulkGet(newestOf(ids, most));
  return { newest: rows.flatMap((row) => row ?? []), counted: ids.counted.length };
}

interface WaitingIds {
  /** The oldest first. */
  counted: string[];
  quiet: string[];
}

async function readIds(db: Database): Promise<WaitingIds> {
  const [counted, quiet] = await Promise.all([idsByTime(db, 'counted'), idsByTime(db, 'quiet')]);
  return { counted, quiet };
}

const newestOf = ({ counted, quiet }: WaitingIds, most: number) => [
  ...counted.slice(-most),
  ...quiet.slice(-most),
];

/** Ids alone, the oldest first, in one request: a cursor backwards would bring whole rows one after another. */
function idsByTime(db: Database, weight: Proposal['weight']): Promise<string[]> {
  return db.proposals
    .where('[status.state+weight+sentAt]')
    .between(['open', weight, 0], ['open', weight, Number.MAX_SAFE_INTEGER])
    .primaryKeys();
}

/** Rows that are read together and followed until nobody wants any of them. */
interface Piece {
  ids: readonly string[];
  rows: ReadonlySignal<Live<Proposal[]>>;
  leave: AbortController;
}

/**
 * What waits in whichever book is open, kept up to date: each row is read once and again when it or one of those read
 * with it changes, however deep the list is. What arrives and what `readMore` asks for is read alone; rows that did not
 * change stay the same objects.
 */
export function watchWaiting(
  db: ReadonlySignal<Database>,
  abort: AbortSignal,
): { waiting: ReadonlySignal<Live<Waiting>>; readMore(): void } {
  const depth = signal(WINDOW);
  const shown = signal<Live<Waiting>>({ state: 'loading' });
  effect(() => {
    const store = db.value;
    const leaving = new AbortController();
    abort.addEventListener('abort', () => leaving.abort(), { once: true, signal: leaving.signal });
    const stop = untracked(() => follow(store, depth, shown, leaving.signal));
    return () => {
      stop();
      leaving.abort();
    };
  });
  return {
    waiting: shown,
    readMore: () => {
      depth.value += WINDOW;
    },
  };
}

/** Follows one book into `shown`, which keeps what it had until the first of this book is there. */
function follow(
  db: Database,
  depth: ReadonlySignal<number>,
  shown: { value: Live<Waiting> },
  abort: AbortSignal,
): () => void {
  const ids = watch(() => readIds(db), abort);
  const pieces = signal<readonly Piece[]>([]);
  const wanted = computed(() =>
    ids.value.state === 'ready' ? newestOf(ids.value.value, depth.value) : null,
  );
  const readPiece = (together: readonly string[]): Piece => {
    const leave = new AbortController();
    abort.addEventListener('abort', () => leave.abort(), { once: true, signal: leave.signal });
    const read = async () => (await db.proposals.bulkGet([...together])).flatMap((row) => row ?? []);
    return { ids: together, rows: watch(read, leave.signal), leave };
  };
  const stopReading = effect(() => {
    const now = wanted.value;
    if (!now) return;
    const want = new Set(now);
    const isWanted = (piece: Piece) => piece.ids.some((id) => want.has(id));
    const kept = pieces.peek().filter(isWanted);
    const left = pieces.peek().filter((piece) => !isWanted(piece));
    for (const piece of left) piece.leave.abort();
    const there = new Set(kept.flatMap((piece) => piece.ids));
    const missing = now.filter((id) => !there.has(id));
    const more: Piece[] = [];
    for (let from = 0; from < missing.length; from += TOGETHER)
      more.push(readPiece(missing.slice(from, from + TOGETHER)));
    if (more.length > 0 || left.length > 0) pieces.value = [...kept, ...more];
  });
  let rows: ReadonlyMap<string, Proposal> | null = null;
  const stopTelling = effect(() => {
    const live = ids.value;
    const reads = pieces.value.map((piece) => piece.rows.value);
    if (live.state === 'broken' || reads.some(({ state }) => state === 'broken')) {
      shown.value = { state: 'broken' };
      return;
    }
    const now = wanted.value;
    if (live.state === 'loading' || !now) return;
    // While some are being read the others stay as they are; what was decided goes at once.
    if (reads.every(({ state }) => state === 'ready'))
      rows = new Map(reads.flatMap((read) => orElse(read, []).map((row) => [row.id, row] as const)));
    if (!rows) return;
    const known = rows;
    const newest = now.flatMap((id) => known.get(id) ?? []).filter(({ status }) => status.state === 'open');
    shown.value = { state: 'ready', value: { newest, counted: live.value.counted.length } };
  });
  return () => {
    stopReading();
    stopTelling();
  };
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
