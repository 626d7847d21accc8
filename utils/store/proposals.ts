import { addressKeys } from '@/utils/contacts/address-keys';
import { companyKeys } from '@/utils/contacts/match-contact';
import { Proposal, type ProposalStatus } from '@/utils/model/proposal';
import type { Database, StoredProposal } from '@/utils/store/database';

/** How many ids one proposal keeps: its schema's bound. */
const MOST_ALIASES = 40;

/** The proposal, parsed. Undefined where there is none. */
export async function getProposal(db: Database, id: string): Promise<Proposal | undefined> {
  const row = await db.proposals.get(id);
  return row && Proposal.parse(row);
}

/** Every proposal that shares an id with `ids`, oldest first. */
export async function proposalsWithIds(db: Database, ids: string[]): Promise<Proposal[]> {
  const rows = await db.proposals.where('aliases').anyOf(ids).distinct().toArray();
  return rows.map((row) => Proposal.parse(row)).sort((a, b) => a.capturedAt - b.capturedAt);
}

/** Every proposal on one of these threads. */
export async function proposalsOnThreads(db: Database, threadIds: string[]): Promise<Proposal[]> {
  const rows = await db.proposals.where('threadIds').anyOf(threadIds).distinct().toArray();
  return rows.map((row) => Proposal.parse(row));
}

/** Proposals that the rep may still decide on: open, snoozed, and meetings that have not ended. */
export async function undecidedProposals(db: Database): Promise<Proposal[]> {
  return (await inStates(db, undecided)).map((row) => Proposal.parse(row));
}

/** More keys than this are looked for in all that may change: that many jumps in an index are slower. */
const MOST_JUMPS = 200;

/**
 * Proposals that may still change (undecided, or confirmed and not yet logged) and are about one of these: an address
 * or domain as `addressKeys` and `companyKeys` give them, or the `idKey` of what they were matched with.
 */
export async function changeableAbout(db: Database, keys: ReadonlySet<string>): Promise<Proposal[]> {
  return withOneOf(db, 'about', keys, changeable);
}

/** Undecided proposals that have one of these ids. */
export async function undecidedWithIds(db: Database, ids: ReadonlySet<string>): Promise<Proposal[]> {
  return withOneOf(db, 'aliases', ids, undecided);
}

async function withOneOf(
  db: Database,
  index: 'about' | 'aliases',
  keys: ReadonlySet<string>,
  states: ProposalStatus['state'][],
): Promise<Proposal[]> {
  if (keys.size === 0) return [];
  const rows =
    keys.size <= MOST_JUMPS
      ? await db.proposals
          .where(index)
          .anyOf([...keys])
          .distinct()
          .toArray()
      : (await inStates(db, states)).filter((row) => row[index]?.some((key) => keys.has(key)));
  return rows.filter(({ status }) => states.includes(status.state)).map((row) => Proposal.parse(row));
}

/** One request a state: a cursor over several would bring row after row. */
async function inStates(db: Database, states: ProposalStatus['state'][]): Promise<StoredProposal[]> {
  return (
    await Promise.all(states.map((state) => db.proposals.where('status.state').equals(state).toArray()))
  ).flat();
}

/** How a record of the CRM's stands among what a proposal is about. */
export function idKey(id: string): string {
  return `#${id}`;
}

const undecided: ProposalStatus['state'][] = ['open', 'snoozed', 'upcoming'];
const changeable: ProposalStatus['state'][] = [...undecided, 'confirmed'];

function aboutOf({ captured, match, status }: Proposal): string[] {
  if (!changeable.includes(status.state)) return [];
  const people = [captured.from, ...captured.to, ...captured.cc, ...captured.bcc];
  const ids = [
    ...match.contacts.map(({ contactId }) => contactId),
    ...(match.company ? [match.company.companyId] : []),
    ...(match.deal ? [match.deal.dealId] : []),
  ];
  return [
    ...new Set([
      ...people.flatMap(({ address }) => [...addressKeys(address), ...companyKeys(address)]),
      ...ids.map(idKey),
    ]),
  ];
}

export async function putProposal(db: Database, proposal: Proposal): Promise<void> {
  const parsed = Proposal.parse(proposal);
  await db.proposals.put({ ...parsed, about: aboutOf(parsed) });
}

/** Changes a proposal's state alone. Nothing where there is no such proposal. */
export async function setProposalStatus(db: Database, id: string, status: ProposalStatus): Promise<void> {
  const proposal = await getProposal(db, id);
  if (proposal) await putProposal(db, { ...proposal, status });
}

/** Both lists' ids, each once, the first list's first, as many as a proposal keeps. */
export function joinIds(first: string[], second: string[], most = MOST_ALIASES): string[] {
  return [...new Set([...first, ...second])].slice(0, most);
}
