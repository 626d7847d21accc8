import { TRANSFER_ID, type Transfer } from '@/utils/model/settings';
import type { Database } from '@/utils/store/database';
import { undoneEntries } from '@/utils/store/outbox';
import { getSettings } from '@/utils/store/settings';

export interface TransferProgress extends Pick<Transfer, 'state' | 'total' | 'queued' | 'skipped'> {
  /** Of those queued, how many are in the CRM. */
  done: number;
}

/** How far the notebook's entries came on their way into the connected CRM; null where there is nothing of the kind. */
export async function readTransfer(db: Database): Promise<TransferProgress | null> {
  const { transfer, crm } = await getSettings(db, 'real');
  if (!transfer || transfer.account !== crm.account) return null;
  const { entries } = await undoneEntries(db);
  const waiting = entries.filter(
    ({ job }) => job.op === 'log-activity' && job.proposalId.startsWith(TRANSFER_ID),
  ).length;
  const { state, total, queued, skipped } = transfer;
  return { state, total, queued, skipped, done: Math.max(0, queued - waiting) };
}
