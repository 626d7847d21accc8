import { problem } from '@/utils/actions/answer';
import type { Context } from '@/utils/actions/context';
import { rematchNow } from '@/utils/actions/match-mail';
import type { IntentAnswer } from '@/utils/model/messages';
import { neverLogsAddress, neverLogsDomain } from '@/utils/privacy/never-log';
import { getProposal, putProposal } from '@/utils/store/proposals';
import { getSettings } from '@/utils/store/settings';
import { domainOf, normalAddress } from '@/utils/understand/address';

/**
 * Somebody whom the page does not name, or names without an address, was at this meeting: the rep says who. They are
 * matched like any guest, and so a quiet row may come to count.
 */
export async function addGuest(
  context: Context,
  proposalId: string,
  typed: string,
  name?: string,
): Promise<IntentAnswer> {
  const { db, book } = context;
  const address = normalAddress(typed);
  if (domainOf(address) === '' || /[\s<>"]/.test(address)) return problem('malformed');
  return db.transaction('rw', db.tables, async () => {
    const settings = await getSettings(db, book);
    const proposal = await getProposal(db, proposalId);
    if (!proposal) return problem('not-found');
    const { captured, status } = proposal;
    if (captured.kind !== 'meeting' || status.state === 'confirmed' || status.state === 'logged')
      return problem('not-open');
    const guest = { address, ...(name ? { name } : {}) };
    if (neverLogsAddress([guest], settings.neverLog) || neverLogsDomain([guest], settings.neverLog))
      return problem('on-never-log');
    const there = [captured.from, ...captured.to, ...captured.cc].some(
      (person) => normalAddress(person.address) === address,
    );
    const unnamed = captured.meeting.unnamed.filter((each) => each !== name);
    const to = there ? captured.to : [...captured.to, guest].slice(0, 500);
    const known = { ...captured, to, meeting: { ...captured.meeting, unnamed } };
    await putProposal(db, await rematchNow(db, settings, { ...proposal, captured: known }));
    return { ok: true, proposalIds: [proposalId] };
  });
}
