import type { CrmAccountId } from '@/utils/model/contact';
import type { Database } from '@/utils/store/database';
import { putEntry, undoneEntries } from '@/utils/store/outbox';

/** The network is back: what waited for it, or for an answer, is due now. What the CRM asked to wait for stays. */
export async function wakeOffline(db: Database, crmAccount: CrmAccountId, now: number): Promise<void> {
  await db.transaction('rw', db.outbox, async () => {
    for (const entry of (await undoneEntries(db)).entries) {
      const { status } = entry;
      if (entry.crmAccount !== crmAccount) continue;
      const wasOffline = status.state === 'queued' && status.last?.kind === 'offline';
      if (wasOffline || status.state === 'unconfirmed') {
        await putEntry(db, { ...entry, status: { ...status, notBefore: Math.min(status.notBefore, now) } });
      }
    }
  });
}
