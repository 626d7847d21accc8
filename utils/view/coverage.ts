import type { CrmAccountId } from '@/utils/model/contact';
import type { Book } from '@/utils/model/messages';
import type { Database } from '@/utils/store/database';
import { getSettings } from '@/utils/store/settings';

/** What became of the customer mails, meetings and calls of the last 30 days (as long as they are kept). */
export interface Coverage {
  /** All of them. */
  seen: number;
  logged: number;
  /** For the rep, put off ones too. */
  waiting: number;
  onTheWay: number;
  /** The rep said: not this. */
  leftOut: number;
  /** Confirmed, and nothing knows of it any more: must be none. */
  lost: number;
  /** When an entry last arrived in the CRM; null where none did. */
  lastAt: number | null;
  /** When the CRM's contacts were last read to the end; null where they never were. */
  readAt: number | null;
}

/** Counts them. To be called in a live query. */
export async function readCoverage(db: Database, book: Book, crm: CrmAccountId): Promise<Coverage> {
  const inState = (state: string) => db.proposals.where('status.state').equals(state);
  const [logged, open, snoozed, dismissed, confirmed, last, cursor, settings] = await Promise.all([
    inState('logged').count(),
    db.proposals.where('[status.state+weight]').equals(['open', 'counted']).count(),
    inState('snoozed').count(),
    inState('dismissed').count(),
    // On their way: few, and each must have its entry.
    inState('confirmed').toArray(),
    // What a colleague had logged has no entry of ours.
    db.proposals
      .orderBy('status.loggedAt')
      .reverse()
      .filter(({ status }) => status.state === 'logged' && status.outboxId !== undefined)
      .first(),
    db.cursors.get([crm, 'contacts']),
    getSettings(db, book),
  ]);
  const outboxIds = confirmed.flatMap(({ status }) =>
    status.state === 'confirmed' ? [status.outboxId] : [],
  );
  const there = await db.outbox.bulkGet(outboxIds);
  const lost = there.filter((entry) => entry === undefined).length;
  return {
    seen: logged + open + snoozed + dismissed + confirmed.length,
    logged,
    waiting: open + snoozed,
    onTheWay: confirmed.length - lost,
    leftOut: dismissed,
    lost,
    lastAt: last?.status.state === 'logged' ? last.status.loggedAt : null,
    readAt: settings.crm.connector === 'notebook' ? null : (cursor?.completeAt ?? null),
  };
}

/** How many contacts the first reading of this CRM brought so far; null once it is complete. To be called in a live query. */
export async function readSoFar(db: Database, crm: CrmAccountId): Promise<number | null> {
  const cursor = await db.cursors.get([crm, 'contacts']);
  return cursor?.completeAt === undefined ? (cursor?.rows ?? 0) : null;
}
