import { problem } from '@/utils/actions/answer';
import { giveUpUpdate } from '@/utils/actions/change-logged';
import type { Context } from '@/utils/actions/context';
import { takeBackTask } from '@/utils/actions/next-step-task';
import { putBackContact } from '@/utils/actions/update-contact';
import type { CrmAccountId } from '@/utils/model/contact';
import type { IntentAnswer } from '@/utils/model/messages';
import type { OutboxEntry } from '@/utils/model/outbox';
import type { Database } from '@/utils/store/database';
import { getEntry, putEntry, undoneEntries } from '@/utils/store/outbox';
import { getProposal, putProposal, setProposalStatus } from '@/utils/store/proposals';
import { pausesAccount } from '@/utils/sync/fault-kinds';

/** Tries an entry again that waited for a person. It is looked for in the CRM before it is sent. */
export async function retryEntry(context: Context, outboxId: string): Promise<IntentAnswer> {
  const { db } = context;
  const answer = await db.transaction('rw', db.outbox, async (): Promise<IntentAnswer> => {
    const entry = await getEntry(db, outboxId);
    if (!entry) return problem('not-found');
    if (entry.status.state === 'needs-person') {
      await queueAgain(db, entry, context.now());
      if (pausesAccount(entry.status.fault)) await resumeAccount(db, entry.crmAccount, context.now());
    }
    return { ok: true, outboxId };
  });
  context.nudge();
  return answer;
}

/**
 * What waited for the rep goes on: `host` what waited for the browser's permission alone, else also what waited for
 * signing in again.
 */
export async function resumeAccount(
  db: Database,
  crmAccount: CrmAccountId,
  now: number,
  what: 'host' | 'all' = 'all',
): Promise<void> {
  await db.transaction('rw', db.outbox, async () => {
    for (const entry of (await undoneEntries(db)).entries) {
      if (entry.crmAccount !== crmAccount || entry.status.state !== 'needs-person') continue;
      const { fault } = entry.status;
      const mended = pausesAccount(fault) && (what === 'all' || fault.kind === 'not-permitted');
      if (mended) await queueAgain(db, entry, now);
    }
  });
}

/**
 * Gives an entry up: it will not be sent, and its proposal is open again. Giving up a removal leaves the record where
 * it is, logged; giving up a next step's task alone leaves its activity logged.
 */
export async function giveUpEntry(context: Context, outboxId: string): Promise<IntentAnswer> {
  const { db } = context;
  const answer = await db.transaction(
    'rw',
    db.outbox,
    db.proposals,
    db.tasks,
    db.contacts,
    async (): Promise<IntentAnswer> => {
      const entry = await getEntry(db, outboxId);
      // Given up already: the same intent came twice.
      if (!entry) return { ok: true };
      if (entry.status.state === 'sending' || entry.status.state === 'done') return problem('undo-too-late');
      await leave(db, entry, context.now());
      return { ok: true };
    },
  );
  context.nudge();
  return answer;
}

async function leave(db: Database, entry: OutboxEntry, now: number): Promise<void> {
  const { job, id } = entry;
  if (job.op === 'remove-activity') {
    const proposal = await getProposal(db, job.proposalId);
    if (proposal?.status.state === 'open') {
      await putEntry(db, {
        ...entry,
        job: { op: 'log-activity', proposalId: proposal.id, activity: proposal.activity },
        status: { state: 'done', at: now, remoteId: job.remoteId, created: true },
      });
      const { remoteId } = job;
      await putProposal(db, {
        ...proposal,
        status: { state: 'logged', loggedAt: now, outboxId: id, remoteId },
      });
      return;
    }
  }
  if (job.op === 'log-activity') await takeBackTask(db, entry, now);
  await db.outbox.delete(id);
  if (job.op === 'update-activity') await giveUpUpdate(db, { ...entry, job });
  if (job.op === 'log-activity') {
    const proposal = await getProposal(db, job.proposalId);
    if (proposal?.status.state === 'confirmed' && proposal.status.outboxId === id) {
      await setProposalStatus(db, job.proposalId, { state: 'open' });
    }
  }
  if (job.op === 'update-contact') await putBackContact(db, entry.crmAccount, job.change);
  if (job.op === 'complete-task') await db.tasks.update([entry.crmAccount, job.taskId], { done: false });
  if (job.op === 'reschedule-task')
    await db.tasks.update([entry.crmAccount, job.taskId], { dueDate: job.before });
}

/** Takes back what was never sent to a CRM that is being left; what may have arrived waits for it to come back. */
export async function reopenUnsent(db: Database, crmAccount: CrmAccountId, now: number): Promise<void> {
  await db.transaction('rw', [db.outbox, db.proposals, db.tasks, db.contacts], async () => {
    for (const entry of (await undoneEntries(db)).entries) {
      const { state } = entry.status;
      const unsent = entry.attempts === 0 && (state === 'queued' || state === 'needs-person');
      const removes = entry.job.op === 'remove-activity' || entry.job.op === 'remove-task';
      if (entry.crmAccount === crmAccount && unsent && !removes) await leave(db, entry, now);
    }
  });
}

async function queueAgain(db: Database, entry: OutboxEntry, now: number): Promise<void> {
  await putEntry(db, { ...entry, status: { state: 'queued', notBefore: now } });
}
