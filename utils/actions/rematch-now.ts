import { judge, type Threads } from '@/utils/actions/match-mail';
import type { Proposal } from '@/utils/model/proposal';
import type { Settings } from '@/utils/model/settings';
import { rematch } from '@/utils/proposals/propose';
import type { Database } from '@/utils/store/database';

/** The proposal as the mirror and its thread see it now. */
export async function rematchNow(
  db: Database,
  settings: Settings,
  proposal: Proposal,
  threads?: Threads,
): Promise<Proposal> {
  // Whom a call was with the rep said, not an address.
  if (proposal.captured.kind === 'call') return proposal;
  const { match, circumstances, contactUpdates } = await judge(db, settings, proposal.captured, threads);
  return rematch(proposal, match, circumstances, contactUpdates);
}
