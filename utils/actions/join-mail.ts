import type { Context } from '@/utils/actions/context';
import { type Judged, type Threads, threadIdsOf } from '@/utils/actions/match-mail';
import { refillProposal } from '@/utils/actions/refill-proposal';
import { rematchNow } from '@/utils/actions/rematch-now';
import type { Proposal } from '@/utils/model/proposal';
import type { Settings } from '@/utils/model/settings';
import { joinIds, putProposal } from '@/utils/store/proposals';

/** Puts together what turns out to be one message: new ids become aliases, the wire's data replaces the page's. */
export async function joinMail(
  { db, timeZone }: Context,
  settings: Settings,
  joined: Proposal[],
  { captured, circumstances }: Judged,
  threads: Threads,
): Promise<Proposal> {
  const decided = (proposal: Proposal) =>
    proposal.status.state === 'logged' ? 2 : proposal.status.state === 'confirmed' ? 1 : 0;
  const [first, ...rest] = [...joined].sort((a, b) => decided(b) - decided(a) || a.capturedAt - b.capturedAt);
  if (!first) throw new Error('Nothing to join');
  // The same message proposed twice, before an id showed that they are one. What was confirmed stays.
  const doubles = rest.filter((proposal) => decided(proposal) === 0);
  await db.proposals.bulkDelete(doubles.map((proposal) => proposal.id));

  const aliases = joinIds(first.aliases, [
    ...doubles.flatMap((each) => each.aliases),
    ...captured.source.ids,
  ]);
  const threadIds = [...new Set([...first.threadIds, ...threadIdsOf(captured)])].slice(0, 10);
  // Whose copy showed it first may not have known that its sender is the rep.
  const turned = first.captured.direction === 'received' && captured.direction === 'sent';
  const better = decided(first) === 0 && captured.via === 'wire' && (first.captured.via === 'page' || turned);
  const { logText } = settings;
  const merged = better
    ? refillProposal(
        first,
        { captured: first.captured, logText },
        { captured, logText },
        circumstances,
        timeZone(),
      )
    : first;
  const same = aliases.length === first.aliases.length && threadIds.length === first.threadIds.length;
  const proposal = { ...merged, aliases, threadIds };
  if (better) await putProposal(db, await rematchNow(db, settings, proposal, threads));
  else if (!same) await putProposal(db, proposal);
  return proposal;
}
