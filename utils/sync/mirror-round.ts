import type { CrmAccountId } from '@/utils/model/contact';
import { everything, type MirrorScope, type Scope } from '@/utils/model/mirror-scope';
import type { Database, SyncCursor } from '@/utils/store/database';

/*
 * A mirror that wants other records than before reads all anew, in a round of its own: what it reads bears the round's
 * number, and what bears another one when it is through is taken out. Until then what was there stays, so that nobody is
 * a stranger meanwhile. Where a round stands is kept with the cursor: a worker that dies goes on.
 */

interface RoundDeps {
  db: Database;
  crmAccount: CrmAccountId;
  scope?: MirrorScope | undefined;
  now(): number;
}

export type Scoped = 'companies' | 'contacts' | 'deals';

const MONTHS = 24;
/** Two years move on by themselves: what fell out of them meanwhile goes when they are read anew. */
const REREAD_MONTHS = 3;
/** Rows that are looked at in one step. */
const STEP = 1_000;

/** The scope as a connector is asked for it. `active` begins with a month, so that its requests stay the same ones. */
export function scopeNow(
  { scope: of = 'all', now }: Pick<RoundDeps, 'scope' | 'now'>,
  before: Scope = everything,
): Scope {
  if (of !== 'active') return { of };
  const since = monthsAgo(now(), MONTHS);
  const still = before.of === 'active' && before.since >= monthsAgo(now(), MONTHS + REREAD_MONTHS);
  return still ? before : { of, since };
}

function monthsAgo(instant: number, months: number): number {
  const date = new Date(instant);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1);
}

/** What is wanted of this kind now, and what marks its rows; a new round where it is not what was wanted last. */
export async function beginRound(
  deps: RoundDeps,
  kind: Scoped,
): Promise<{ scope: Scope; mark: { round?: number } }> {
  const { db, crmAccount: crm } = deps;
  return db.transaction('rw', db.cursors, async () => {
    const there = await db.cursors.get([crm, kind]);
    const before = there?.scope ?? everything;
    const scope = scopeNow(deps, before);
    if (JSON.stringify(scope) === JSON.stringify(before)) return { scope, mark: markOf(there) };
    const round = there ? (there.round ?? 0) + 1 : 0;
    const begun: SyncCursor = { crm, kind, cursor: null, scope, round, outside: there !== undefined };
    await db.cursors.put(begun);
    return { scope, mark: markOf(begun) };
  });
}

/** What of a cursor's row holds for all pages of a round. */
export function roundOf(row: SyncCursor | undefined): Pick<SyncCursor, 'scope' | 'round' | 'outside'> {
  const { scope, round, outside } = row ?? {};
  return {
    ...(scope === undefined ? {} : { scope }),
    ...(round === undefined ? {} : { round }),
    ...(outside === undefined ? {} : { outside }),
  };
}

function markOf(row: SyncCursor | undefined): { round?: number } {
  return row?.round ? { round: row.round } : {};
}

/**
 * Takes out what an earlier round had and this one, which was read to its end, did not bring. `left` hears of their ids
 * within the transaction that takes them out.
 */
export async function endRound(
  { db, crmAccount: crm }: RoundDeps,
  kind: Scoped,
  left: (ids: string[]) => Promise<void>,
): Promise<void> {
  const table = db[kind];
  const cursor = await db.cursors.get([crm, kind]);
  if (!cursor?.outside || cursor.completeAt === undefined) return;
  const { round = 0 } = cursor;
  for (let after = ''; ; ) {
    const rows = await table
      .where('[crm+id]')
      .between([crm, after], [crm, '\uffff'], false)
      .limit(STEP)
      .toArray();
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
    const outside = rows.filter((row) => (row.round ?? 0) !== round).map(({ id }) => id);
    if (outside.length === 0) continue;
    await db.transaction('rw', db.tables, async () => {
      await table.bulkDelete(outside.map((id): [string, string] => [crm, id]));
      await left(outside);
    });
  }
  await db.transaction('rw', db.cursors, table, async () => {
    const now = await db.cursors.get([crm, kind]);
    if (now?.round !== cursor.round) return;
    await db.cursors.update([crm, kind], {
      outside: false,
      rows: await table.where('crm').equals(crm).count(),
    });
  });
}
