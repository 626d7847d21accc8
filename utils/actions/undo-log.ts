import { problem } from '@/utils/actions/answer';
import { dropUpdates } from '@/utils/actions/change-logged';
import type { Context } from '@/utils/actions/context';
import { takeBackTask } from '@/utils/actions/next-step-task';
import type { IntentAnswer } from '@/utils/model/messages';
import type { OutboxEntry } from '@/utils/model/outbox';
import type { Proposal } from '@/utils/model/proposal';
import { asItIsNow } from '@/utils/proposals/meeting-change';
import { getEntry, putEntry } from '@/utils/store/outbox';
import { getProposal, putProposal } from '@/utils/store/proposals';
import { getSettings } from '@/utils/store/settings';
import { asRemoval } from '@/utils/sync/settle';

/**
 * Takes a confirmation back, and the proposal is open again. What was never sent is simply not sent. What is on its
 * way, or nobody knows, is removed as soon as it is known to be there (utils/sync/settle.ts). What is done is removed
 * if this entry created it: a colleague's record stays, and then it is too late. The next step's task goes with it.
 */
export async function undoLog(context: Context, proposalIds: string[]): Promise<IntentAnswer> {
  const { db, book } = context;
  const undone: string[] = [];
  let missing = false;
  await db.transaction('rw', db.proposals, db.outbox, db.settings, async () => {
    const { crm } = await getSettings(db, book);
    for (const id of new Set(proposalIds)) {
      const proposal = await getProposal(db, id);
      if (!proposal) missing = true;
      else if (await takeBack(context, proposal, crm.account)) {
        await putProposal(db, { ...asItIsNow(proposal), status: { state: 'open' } });
        undone.push(id);
      }
    }
  });
  if (undone.length === 0) return problem(missing ? 'not-found' : 'undo-too-late');
  context.nudge();
  return { ok: true, proposalIds: undone };
}

async function takeBack(context: Context, { status }: Proposal, crmAccount: string): Promise<boolean> {
  const { db, now } = context;
  switch (status.state) {
    case 'open':
      return true;
    case 'dismissed':
    case 'snoozed':
    case 'upcoming':
      return false;
    case 'confirmed': {
      const entry = await getEntry(db, status.outboxId);
      if (entry) await takeBackTask(db, entry, now());
      if (entry && wasNeverSent(entry)) await db.outbox.delete(entry.id);
      // A person was waited for, and the person says no: the drain asks the CRM whether anything arrived.
      else if (entry?.status.state === 'needs-person') {
        await putEntry(db, { ...entry, status: { state: 'unconfirmed', notBefore: now() } });
      }
      return true;
    }
    case 'logged': {
      const entry = status.outboxId === undefined ? undefined : await getEntry(db, status.outboxId);
      if (entry?.status.state !== 'done' || !entry.status.created) return false;
      if (entry.crmAccount !== crmAccount || entry.job.op !== 'log-activity') return false;
      await takeBackTask(db, entry, now());
      await dropUpdates(db, entry);
      await putEntry(db, asRemoval(entry, entry.status.remoteId, now()));
      return true;
    }
  }
}

function wasNeverSent({ attempts, status }: OutboxEntry): boolean {
  return attempts === 0 && (status.state === 'queued' || status.state === 'needs-person');
}
