import { problem } from '@/utils/actions/answer';
import type { Context } from '@/utils/actions/context';
import type { ActivityEdit } from '@/utils/model/activity';
import type { IntentAnswer } from '@/utils/model/messages';
import { applyEdit } from '@/utils/proposals/propose';
import { getProposal, putProposal } from '@/utils/store/proposals';

/** Changes what will be logged. What is confirmed must be taken back first. */
export async function editProposal(
  { db }: Context,
  proposalId: string,
  edit: ActivityEdit,
): Promise<IntentAnswer> {
  return db.transaction('rw', db.proposals, async () => {
    const proposal = await getProposal(db, proposalId);
    if (!proposal) return problem('not-found');
    if (proposal.status.state === 'confirmed' || proposal.status.state === 'logged')
      return problem('not-open');
    await putProposal(db, applyEdit(proposal, edit));
    return { ok: true, proposalIds: [proposalId] };
  });
}
