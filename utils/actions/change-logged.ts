import { problem } from '@/utils/actions/answer';
import type { Context } from '@/utils/actions/context';
import { refilled } from '@/utils/actions/crm-schema';
import type { Activity } from '@/utils/model/activity';
import type { IntentAnswer } from '@/utils/model/messages';
import type { OutboxEntry } from '@/utils/model/outbox';
import type { Proposal } from '@/utils/model/proposal';
import type { Settings } from '@/utils/model/settings';
import { changeName, changeOf, withChange } from '@/utils/proposals/meeting-change';
import type { Database } from '@/utils/store/database';
import { addEntry, deleteEntry, entriesWithKey, getEntry } from '@/utils/store/outbox';
import { getProposal, putProposal } from '@/utils/store/proposals';
import { getSettings } from '@/utils/store/settings';

/*
 * A meeting that moved or was cancelled after it was logged. The CRM's record follows only where the rep says so, by an
 * entry of its own with the same key as the log, so that it waits for whatever else is under way with that record.
 */

type UpdateEntry = OutboxEntry & { job: Extract<OutboxEntry['job'], { op: 'update-activity' }> };

/** Carries out what the rep decided, all in one transaction. The same intent again changes nothing. */
export async function decideChange(
  context: Context,
  proposalIds: string[],
  how: 'take' | 'leave' | 'undo',
): Promise<IntentAnswer> {
  const { db, book } = context;
  const done: string[] = [];
  let missing = false;
  let entry: OutboxEntry | undefined;
  await db.transaction('rw', db.proposals, db.outbox, db.settings, async () => {
    const settings = await getSettings(db, book);
    for (const id of new Set(proposalIds)) {
      const proposal = await getProposal(db, id);
      if (!proposal) {
        missing = true;
        continue;
      }
      if (how === 'take') entry = (await take(context, settings, proposal)) ?? entry;
      else if (how === 'leave') await leave(db, proposal);
      else if (!(await takeBack(context, settings, proposal))) continue;
      done.push(id);
    }
  });
  if (done.length === 0) return problem(missing ? 'not-found' : 'undo-too-late');
  context.nudge();
  return {
    ok: true,
    proposalIds: done,
    ...(entry?.status.state === 'queued' ? { undoUntil: entry.status.notBefore, outboxId: entry.id } : {}),
  };
}

async function take(
  context: Context,
  settings: Settings,
  proposal: Proposal,
): Promise<OutboxEntry | undefined> {
  const { update } = proposal;
  if (!update) return undefined;
  const { leftAs: _, ...rest } = withChange(proposal, null);
  const log = await ownLog(context.db, settings, proposal);
  // Found there, not made by us: it is not ours to change.
  if (!log) {
    await putProposal(context.db, rest);
    return undefined;
  }
  await putProposal(context.db, { ...rest, activity: update });
  return queueUpdate(context, settings, log, { id: proposal.id, from: proposal.activity, to: update });
}

/** Puts the change into the outbox. One that was not sent yet is replaced: the record goes from what it says to this. */
async function queueUpdate(
  context: Context,
  settings: Settings,
  log: OwnLog,
  change: { id: string; from: Activity; to: Activity },
): Promise<OutboxEntry> {
  const { db, newId } = context;
  let before = change.from;
  for (const older of await updatesOf(db, log)) {
    if (!unsent(older)) continue;
    before = older.job.before ?? before;
    await deleteEntry(db, older.id);
  }
  const now = context.now();
  const { remoteId } = log.status;
  const entry: OutboxEntry = {
    id: newId(),
    key: log.key,
    aliases: log.aliases,
    crmAccount: log.crmAccount,
    job: {
      op: 'update-activity',
      proposalId: change.id,
      remoteId,
      activity: refilled(change.to, settings.crm),
      before,
    },
    createdAt: now,
    attempts: 0,
    status: { state: 'queued', notBefore: now + settings.undoSeconds * 1000 },
  };
  await addEntry(db, entry);
  return entry;
}

async function leave(db: Database, proposal: Proposal): Promise<void> {
  const { update } = proposal;
  if (update?.kind === 'meeting') {
    await putProposal(db, { ...withChange(proposal, null), leftAs: changeName(update) });
  }
}

/**
 * The record is as before, and the change is offered again. What was sent is changed back by another entry; then the
 * change is left, not offered: the rep has seen it in the CRM and did not want it.
 */
async function takeBack(context: Context, settings: Settings, proposal: Proposal): Promise<boolean> {
  const { db } = context;
  const log = await ownLog(db, settings, proposal);
  const latest = log && (await updatesOf(db, log)).at(-1);
  if (log && latest?.job.before) {
    const back = { ...withChange(proposal, null), activity: latest.job.before };
    if (unsent(latest)) {
      await deleteEntry(db, latest.id);
      await putProposal(db, offeredAgain(back));
    } else {
      const { activity } = proposal;
      await putProposal(db, activity.kind === 'meeting' ? { ...back, leftAs: changeName(activity) } : back);
      await queueUpdate(context, settings, log, { id: proposal.id, from: activity, to: latest.job.before });
    }
    return true;
  }
  if (proposal.leftAs === undefined) return proposal.update !== undefined;
  const { leftAs: _, ...rest } = proposal;
  await putProposal(db, offeredAgain(rest));
  return true;
}

function offeredAgain(proposal: Proposal): Proposal {
  const { captured } = proposal;
  return captured.kind === 'meeting' ? withChange(proposal, changeOf(proposal, captured)) : proposal;
}

type OwnLog = OutboxEntry & { status: Extract<OutboxEntry['status'], { state: 'done' }> };

/** The entry that made this proposal's record in the connected CRM; undefined where another made it. */
async function ownLog(
  db: Database,
  { crm }: Settings,
  { status: logged }: Proposal,
): Promise<OwnLog | undefined> {
  if (logged.state !== 'logged' || logged.outboxId === undefined) return undefined;
  const entry = await getEntry(db, logged.outboxId);
  if (entry?.status.state !== 'done' || !entry.status.created) return undefined;
  return entry.crmAccount === crm.account ? { ...entry, status: entry.status } : undefined;
}

/** The changes of what this entry logged, oldest first. */
export async function updatesOf(db: Database, log: OutboxEntry): Promise<UpdateEntry[]> {
  const entries = await entriesWithKey(db, log.crmAccount, log.key);
  return (
    entries
      .flatMap((entry) => (entry.job.op === 'update-activity' ? [{ ...entry, job: entry.job }] : []))
      // What was removed and logged again is another record under the same key.
      .filter(({ job }) => log.status.state !== 'done' || job.remoteId === log.status.remoteId)
      .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
  );
}

/** Its record is being removed: changes that were never sent go with it. Inside a transaction over the outbox. */
export async function dropUpdates(db: Database, log: OutboxEntry): Promise<void> {
  for (const entry of await updatesOf(db, log)) if (unsent(entry)) await deleteEntry(db, entry.id);
}

/** A change that the CRM did not take is given up: the record stays as it is, and so does the rep's list. */
export async function giveUpUpdate(db: Database, { job }: UpdateEntry): Promise<void> {
  const proposal = await getProposal(db, job.proposalId);
  if (!proposal || !job.before) return;
  const { activity } = job;
  const left = activity.kind === 'meeting' ? { leftAs: changeName(activity) } : {};
  await putProposal(db, { ...withChange(proposal, null), activity: job.before, ...left });
}

function unsent({ attempts, status }: OutboxEntry): boolean {
  return attempts === 0 && (status.state === 'queued' || status.state === 'needs-person');
}
