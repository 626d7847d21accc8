import { problem } from '@/utils/actions/answer';
import type { Context } from '@/utils/actions/context';
import { lacksKind } from '@/utils/actions/crm-kinds';
import { filled } from '@/utils/actions/crm-schema';
import { taskEntry } from '@/utils/actions/next-step-task';
import type { ActivityEdit, ActivityKind } from '@/utils/model/activity';
import type { IntentAnswer } from '@/utils/model/messages';
import type { OutboxEntry } from '@/utils/model/outbox';
import type { Proposal } from '@/utils/model/proposal';
import type { Settings } from '@/utils/model/settings';
import { applyEdit } from '@/utils/proposals/propose';
import { addEntry, getEntry } from '@/utils/store/outbox';
import { getProposal, putProposal } from '@/utils/store/proposals';
import { getSettings } from '@/utils/store/settings';
import { activityKey, recordAliases } from '@/utils/sync/key';

/**
 * The rep's click: the proposals are confirmed and stand in the outbox, each with its next step's task, all or nothing,
 * in one transaction. "Ok" is
 * said when that is on the disk. The same intent again changes nothing and is answered alike.
 */
export async function confirmProposals(
  context: Context,
  proposalIds: string[],
  edit?: ActivityEdit,
): Promise<IntentAnswer> {
  const { db, book } = context;
  const done: string[] = [];
  let entry: OutboxEntry | undefined;
  let missing = false;
  let lacking: ActivityKind | undefined;
  await db.transaction('rw', db.proposals, db.outbox, db.settings, async () => {
    const settings = await getSettings(db, book);
    for (const id of new Set(proposalIds)) {
      const proposal = await getProposal(db, id);
      if (!proposal) missing = true;
      else if (proposal.status.state === 'logged') done.push(id);
      else if (proposal.status.state === 'confirmed') {
        entry = await getEntry(db, proposal.status.outboxId);
        done.push(id);
      } else if (lacksKind(settings, proposal.activity.kind)) {
        lacking = proposal.activity.kind;
      } else if (proposal.status.state !== 'dismissed') {
        entry = await queueLog(context, settings, edit ? applyEdit(proposal, edit) : proposal);
        done.push(id);
      }
    }
  });
  if (done.length === 0 && lacking) return problem('no-such-kind', lacking);
  if (done.length === 0) return problem(missing ? 'not-found' : 'not-open');
  context.nudge();
  return {
    ok: true,
    proposalIds: done,
    ...(entry?.status.state === 'queued' ? { undoUntil: entry.status.notBefore } : {}),
    ...(entry ? { outboxId: entry.id } : {}),
  };
}

/** Confirms one proposal: its entry, its next step's task and its state, inside the caller's transaction. */
export async function queueLog(
  context: Context,
  settings: Settings,
  proposal: Proposal,
): Promise<OutboxEntry> {
  const { db, newId } = context;
  const now = context.now();
  const entry: OutboxEntry = {
    id: newId(),
    key: activityKey(proposal.activity.kind, proposal.aliases, settings.crm.account),
    aliases: recordAliases(proposal.activity.kind, proposal.aliases),
    crmAccount: settings.crm.account,
    job: {
      op: 'log-activity',
      proposalId: proposal.id,
      activity: filled(proposal.activity, settings.crm),
    },
    createdAt: now,
    attempts: 0,
    status: { state: 'queued', notBefore: now + settings.undoSeconds * 1000 },
  };
  await addEntry(db, entry);
  const task = taskEntry(newId(), entry, proposal, settings.crm);
  if (task) await addEntry(db, task);
  await putProposal(db, {
    ...proposal,
    status: { state: 'confirmed', outboxId: entry.id, confirmedAt: now },
  });
  return entry;
}
