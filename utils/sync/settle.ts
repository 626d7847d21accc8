import type { Logged } from '@/utils/crm/connector';
import type { OutboxEntry, OutboxStatus } from '@/utils/model/outbox';
import type { Database } from '@/utils/store/database';
import { getEntry, putEntry } from '@/utils/store/outbox';
import { setProposalStatus } from '@/utils/store/proposals';
import { holds, isWanted, type Lease } from '@/utils/sync/claim';
import { noteMirrored } from '@/utils/sync/other-record';

/**
 * The record is in the CRM (or gone from it, for a removal): the entry is done and its proposal is logged. Taken back
 * while it was on its way: what this entry created becomes its own removal, in the same place of the line.
 * False where the lease was lost or the entry forgotten: then another worker finds out for itself.
 */
export async function settleDone(
  db: Database,
  id: string,
  lease: Lease,
  logged: Logged,
  now: number,
): Promise<boolean> {
  return db.transaction('rw', db.outbox, db.proposals, db.loggedActivities, async () => {
    const entry = await getEntry(db, id);
    if (!entry || !holds(entry, lease)) return false;
    if (await isWanted(db, entry)) {
      const done: OutboxEntry = { ...entry, status: { state: 'done', at: now, ...logged } };
      await putEntry(db, done);
      await noteMirrored(db, done, now);
      if (entry.job.op === 'log-activity') {
        await setProposalStatus(db, entry.job.proposalId, {
          state: 'logged',
          loggedAt: now,
          outboxId: id,
          remoteId: logged.remoteId,
        });
      }
    } else if (logged.created) {
      await putEntry(db, asRemoval(entry, logged.remoteId, now));
    } else {
      await db.outbox.delete(id);
    }
    return true;
  });
}

/** The CRM does not have it: an entry that was taken back goes, one that is wanted stays. Gives whether it is wanted. */
export async function settleNotThere(db: Database, id: string, lease: Lease): Promise<boolean> {
  return db.transaction('rw', db.outbox, db.proposals, async () => {
    const entry = await getEntry(db, id);
    if (!entry || !holds(entry, lease)) return false;
    if (await isWanted(db, entry)) return true;
    await db.outbox.delete(id);
    return false;
  });
}

/** It did not arrive, or nobody knows whether it did: the entry waits in `status`. */
export async function settleWaiting(
  db: Database,
  id: string,
  lease: Lease,
  status: OutboxStatus,
): Promise<void> {
  await db.transaction('rw', db.outbox, async () => {
    const entry = await getEntry(db, id);
    if (entry && holds(entry, lease)) await putEntry(db, { ...entry, status });
  });
}

/** The same entry, now about removing what it created. It keeps its place, so that logging again waits for it. */
export function asRemoval(entry: OutboxEntry, remoteId: string, now: number): OutboxEntry {
  const { job } = entry;
  if (job.op !== 'log-activity' && job.op !== 'create-task') throw new Error('Nothing that is taken back');
  const { proposalId } = job;
  return {
    ...entry,
    job:
      job.op === 'log-activity'
        ? { op: 'remove-activity', proposalId, remoteId }
        : { op: 'remove-task', proposalId, taskId: remoteId },
    attempts: 0,
    status: { state: 'queued', notBefore: now },
  };
}
