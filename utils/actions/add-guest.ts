import { problem } from '@/utils/actions/answer';
import type { Context } from '@/utils/actions/context';
import { rematchNow } from '@/utils/actions/rematch-now';
import type { Captured, Person } from '@/utils/model/captured';
import type { IntentAnswer } from '@/utils/model/messages';
import { NO_ADDRESS } from '@/utils/model/no-address';
import { neverLogsAddress, neverLogsDomain } from '@/utils/privacy/never-log';
import { getProposal, putProposal } from '@/utils/store/proposals';
import { getSettings } from '@/utils/store/settings';
import { domainOf, normalAddress } from '@/utils/understand/address';

/**
 * Somebody whom the page does not name, or names without an address, was at this meeting, or is on this mail: the rep
 * says who. They are matched like anybody else, and so a quiet row may come to count.
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
    if (captured.kind === 'call' || status.state === 'confirmed' || status.state === 'logged')
      return problem('not-open');
    // Whom a mail was written to stands in it: only those are asked for whom it names.
    if (captured.kind === 'email' && !captured.unnamed?.some((each) => each === name))
      return problem('not-open');
    const guest = { address, ...(name ? { name } : {}) };
    if (neverLogsAddress([guest], settings.neverLog) || neverLogsDomain([guest], settings.neverLog))
      return problem('on-never-log');
    const there = [captured.from, ...captured.to, ...captured.cc].some(
      (person) => normalAddress(person.address) === address,
    );
    const known = there ? captured : withPerson(captured, guest);
    await putProposal(db, await rematchNow(db, settings, { ...proposal, captured: asked(known, name) }));
    return { ok: true, proposalIds: [proposalId] };
  });
}

/** The sender of a mail, where it is their address that was missing; a recipient or guest otherwise. */
function withPerson(captured: Captured, person: Person): Captured {
  const isSender =
    captured.kind === 'email' && captured.from.address === NO_ADDRESS && captured.from.name === person.name;
  return isSender
    ? { ...captured, from: person }
    : { ...captured, to: [...captured.to, person].slice(0, 500) };
}

/** Without the name that was asked for. */
function asked(captured: Captured, name: string | undefined): Captured {
  const others = (names: readonly string[] = []) => names.filter((each) => each !== name);
  if (captured.kind === 'meeting')
    return { ...captured, meeting: { ...captured.meeting, unnamed: others(captured.meeting.unnamed) } };
  if (captured.kind !== 'email') return captured;
  const { unnamed, ...rest } = captured;
  const left = others(unnamed);
  return left.length > 0 ? { ...rest, unnamed: left } : rest;
}
