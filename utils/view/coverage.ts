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
  const [logged, open, snoozed, dismissed, confirmed, cursor, settings] = await Promise.all([
    inState('logged').toArray(),
    inState('open')
      .filter(({ weight }) => weight === 'counted')
      .count(),
    inState('snoozed').count(),
    inState('dismissed').count(),
    inState('confirmed').toArray(),
    db.cursors.get([crm, 'contacts']),
    getSettings(db, book),
  ]);
  const outboxIds = confirmed.flatMap(({ status }) =>
    status.state === 'confirmed' ? [status.outboxId] : [],
  );
  const there = await db.outbox.bulkGet(outboxIds);
  const lost = there.filter((entry) => entry === undefined).length;
  const times = logged.flatMap(({ status }) =>
    status.state === 'logged' && status.outboxId !== undefined ? [status.loggedAt] : [],
  );
  return {
    seen: logged.length + open + snoozed + dismissed + confirmed.length,
    logged: logged.length,
    waiting: open + snoozed,
    onTheWay: confirmed.length - lost,
    leftOut: dismissed,
    lost,
    lastAt: times.length > 0 ? times.reduce((a, b) => Math.max(a, b)) : null,
    readAt: settings.crm.connector === 'notebook' ? null : (cursor?.completeAt ?? null),
  };
}
