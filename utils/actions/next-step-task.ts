import { saidOnce } from '@/utils/actions/crm-schema';
import type { Activity } from '@/utils/model/activity';
import type { OutboxEntry } from '@/utils/model/outbox';
import type { Proposal } from '@/utils/model/proposal';
import type { CrmConnection } from '@/utils/model/settings';
import type { Database } from '@/utils/store/database';
import { deleteEntry, entriesWithKey, putEntry } from '@/utils/store/outbox';
import { nextStepKey } from '@/utils/sync/key';
import { asRemoval } from '@/utils/sync/settle';

/*
 * A confirmed next step is a task in the CRM. It has an entry of its own beside the one that logs the activity: made in
 * the same transaction, sent after it, taken back with it.
 */

/** The entry that creates the task of `proposal`, which `log` logs. Undefined where nothing follows from the mail. */
export function taskEntry(
  id: string,
  log: OutboxEntry,
  { id: proposalId, activity }: Proposal,
  crm: Pick<CrmConnection, 'fills'>,
): OutboxEntry | undefined {
  const step = activity.nextStep;
  if (!step) return undefined;
  return {
    ...log,
    id,
    key: nextStepKey(log.key),
    aliases: [],
    job: {
      op: 'create-task',
      proposalId,
      logId: log.id,
      draft: {
        title: step.text,
        ...(step.due === null ? {} : { dueDate: step.due }),
        contactIds: activity.contactIds,
        ...(activity.companyId === undefined ? {} : { companyId: activity.companyId }),
        note: step.sentence,
        ...saidOnce('task', activity.taskFields, crm),
      },
    },
  };
}

/**
 * Takes back the task that goes with `log`, inside the caller's transaction over the outbox: what was never sent is not
 * sent, what is there is removed, and what nobody knows of is looked for first (utils/sync/settle.ts).
 */
export async function takeBackTask(db: Database, log: OutboxEntry, now: number): Promise<void> {
  for (const entry of await entriesWithKey(db, log.crmAccount, nextStepKey(log.key))) {
    if (entry.job.op !== 'create-task' || entry.job.logId !== log.id) continue;
    const { status, attempts } = entry;
    if (status.state === 'done') {
      if (status.created) await putEntry(db, asRemoval(entry, status.remoteId, now));
    } else if (attempts === 0 && (status.state === 'queued' || status.state === 'needs-person')) {
      await deleteEntry(db, entry.id);
    } else if (status.state === 'needs-person') {
      await putEntry(db, { ...entry, status: { state: 'unconfirmed', notBefore: now } });
    }
  }
}

/**
 * The contacts that were found for `log` after it was confirmed, given to its task too, inside the caller's transaction
 * over the outbox. What was sent already stays as it is.
 */
export async function giveTaskContacts(
  db: Database,
  log: OutboxEntry,
  { contactIds, companyId }: Activity,
  now: number,
): Promise<void> {
  for (const entry of await entriesWithKey(db, log.crmAccount, nextStepKey(log.key))) {
    const { job } = entry;
    if (job.op !== 'create-task' || job.logId !== log.id || !mayStillChange(entry)) continue;
    const draft = { ...job.draft, contactIds, ...(companyId === undefined ? {} : { companyId }) };
    await putEntry(db, { ...entry, job: { ...job, draft }, status: askedAgain(entry, contactIds, now) });
  }
}

/** Whether the CRM has not been asked to take this, or refused it because nobody on it is a contact. */
export function mayStillChange({ status, attempts }: OutboxEntry): boolean {
  return (status.state === 'queued' && attempts === 0) || wantsContact(status);
}

/** Where an entry stands once contacts were found: what was refused for want of one is tried again. */
export function askedAgain(entry: OutboxEntry, contactIds: string[], now: number): OutboxEntry['status'] {
  const again = wantsContact(entry.status) && contactIds.length > 0;
  return again ? { state: 'queued', notBefore: now } : entry.status;
}

function wantsContact(status: OutboxEntry['status']): boolean {
  return (
    status.state === 'needs-person' && status.fault.kind === 'refused' && status.fault.field === 'contactIds'
  );
}
