import { Proposal, type ProposalStatus } from '@/utils/model/proposal';
import type { Database } from '@/utils/store/database';

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
  const rows = await db.proposals.where('status.state').anyOf('open', 'snoozed', 'upcoming').toArray();
  return rows.map((row) => Proposal.parse(row));
}

/** Every proposal in this state. */
export async function proposalsInState(db: Database, state: ProposalStatus['state']): Promise<Proposal[]> {
  const rows = await db.proposals.where('status.state').equals(state).toArray();
  return rows.map((row) => Proposal.parse(row));
}

export async function putProposal(db: Database, proposal: Proposal): Promise<void> {
  await db.proposals.put(Proposal.parse(proposal));
}

/** Changes a proposal's state alone. Nothing where there is no such proposal. */
export async function setProposalStatus(db: Database, id: string, status: ProposalStatus): Promise<void> {
  const proposal = await getProposal(db, id);
  if (proposal) await putProposal(db, { ...proposal, status });
}

/** How many proposals wait for the rep, the quiet ones left out. */
export async function countOpen(db: Database): Promise<number> {
  return db.proposals
    .where('status.state')
    .equals('open')
    .and((proposal) => proposal.weight === 'counted')
    .count();
}

/** Both lists' ids, each once, the first list's first, as many as a proposal keeps. */
export function joinIds(first: string[], second: string[], most = MOST_ALIASES): string[] {
  return [...new Set([...first, ...second])].slice(0, most);
}
