import { problem } from '@/utils/actions/answer';
import type { Context } from '@/utils/actions/context';
import type { IntentAnswer } from '@/utils/model/messages';
import type { ProposalStatus } from '@/utils/model/proposal';
import { getProposal, setProposalStatus } from '@/utils/store/proposals';

const LONGEST_SNOOZE_MS = 366 * 24 * 60 * 60_000;

/** The rep does not want these logged. */
export function dismissProposals(context: Context, proposalIds: string[]): Promise<IntentAnswer> {
  const status: ProposalStatus = { state: 'dismissed', dismissedAt: context.now() };
  return move(context, proposalIds, ['open', 'snoozed', 'upcoming'], status);
}

/** Dismissed or snoozed ones come back; a meeting that has not ended is proposed at once. */
export function restoreProposals(context: Context, proposalIds: string[]): Promise<IntentAnswer> {
  return move(context, proposalIds, ['dismissed', 'snoozed', 'upcoming'], { state: 'open' });
}

/** Out of the way until then, an instant in milliseconds. */
export async function snoozeProposals(
  context: Context,
  proposalIds: string[],
  until: number,
): Promise<IntentAnswer> {
  if (until > context.now() + LONGEST_SNOOZE_MS) return problem('malformed');
  const answer = await move(context, proposalIds, ['open', 'snoozed'], {
    state: 'snoozed',
    until: Math.max(until, context.now()),
  });
  context.nudge();
  return answer;
}

/** Snoozed ones whose time has come are open again, and meetings that have ended are open. */
export async function wakeSnoozed({ db, now }: Context): Promise<void> {
  await db.transaction('rw', db.proposals, async () => {
    // Only what sleeps has an `until`: snoozed, or a meeting that has not ended.
    for (const { id } of await db.proposals.where('status.until').belowOrEqual(now()).toArray())
      await setProposalStatus(db, id, { state: 'open' });
  });
}

/** When the next one wakes: snoozed, or a meeting; undefined where none sleeps. */
export async function nextSnoozed({ db }: Context): Promise<number | undefined> {
  const first = await db.proposals.orderBy('status.until').first();
  return first && 'until' in first.status ? first.status.until : undefined;
}

async function move(
  { db }: Context,
  proposalIds: string[],
  from: ProposalStatus['state'][],
  status: ProposalStatus,
): Promise<IntentAnswer> {
  return db.transaction('rw', db.proposals, async () => {
    const moved: string[] = [];
    let missing = false;
    for (const id of new Set(proposalIds)) {
      const proposal = await getProposal(db, id);
      if (!proposal) missing = true;
      else if (from.includes(proposal.status.state)) await setProposalStatus(db, id, status);
      // There already: the same intent came twice.
      if (proposal && [...from, status.state].includes(proposal.status.state)) moved.push(id);
    }
    if (moved.length === 0) return problem(missing ? 'not-found' : 'not-open');
    return { ok: true, proposalIds: moved };
  });
}
