import type { RefusalReason } from '@/utils/model/because';
import { RefusalReason as RefusalReasonSchema } from '@/utils/model/because';
import type { CrmAccountId } from '@/utils/model/contact';
import type { OpenInTab } from '@/utils/model/messages';
import type { Proposal } from '@/utils/model/proposal';
import type { Database } from '@/utils/store/database';

/** Who the open mail is about. */
export interface ContactHead {
  name: string;
  address: string;
  title?: string;
  companyName?: string;
}

export interface RefusedHere {
  ids: string[];
  reason: RefusalReason;
}

/** What the store knows of the thread that a tab shows. */
export interface OpenThread {
  tabId: number;
  head: ContactHead | null;
  /** Open and counted or quiet, oldest first: what one confirm logs. */
  offered: Proposal[];
  /** Confirmed, logged, dismissed or put off, oldest first. */
  decided: Proposal[];
  refused: RefusedHere[];
  /** Messages that the page keeps folded and nothing is known of yet, by their ids. */
  earlier: string[][];
  /** A message is on screen of which nothing is known yet. */
  reading: boolean;
}

/** How far back a thread's messages are offered without being asked for, ms. */
const RECENT = 30 * 86_400_000;

/** Reads what is known of this thread, in one turn with the disk. To be called in a live query. */
export function readOpenThread(
  db: Database,
  ...asked: [crm: CrmAccountId, tab: OpenInTab, now: number]
): Promise<OpenThread> {
  return db.transaction('r', db.proposals, db.refused, db.contacts, () => readThread(db, ...asked));
}

async function readThread(db: Database, crm: CrmAccountId, tab: OpenInTab, now: number): Promise<OpenThread> {
  const shown = new Set(tab.messages.flat());
  const [onThread, byId, refusedRows] = await Promise.all([
    db.proposals.where('threadIds').anyOf(tab.threadIds).distinct().toArray(),
    db.proposals
      .where('aliases')
      .anyOf([...shown])
      .distinct()
      .toArray(),
    db.refused
      .where('ids')
      .anyOf([...shown, ...tab.earlier.flat()])
      .distinct()
      .toArray(),
  ]);
  const isShown = (proposal: Proposal) => proposal.aliases.some((alias) => shown.has(alias));
  const proposals = [...new Map([...onThread, ...byId].map((each) => [each.id, each])).values()]
    // A series is a thread; of its days only the one on screen is meant.
    .filter((proposal) => proposal.activity.kind !== 'meeting' || isShown(proposal))
    .sort((a, b) => a.sentAt - b.sentAt);
  const offered = proposals.filter(
    (proposal) => proposal.status.state === 'open' && (isShown(proposal) || proposal.sentAt > now - RECENT),
  );
  const decided = proposals.filter((proposal) => proposal.status.state !== 'open');
  const known = new Set(proposals.flatMap((proposal) => proposal.aliases));
  const refused: RefusedHere[] = refusedRows.flatMap((row) => {
    const reason = RefusalReasonSchema.safeParse(row.reason);
    const here = row.ids.some((id) => shown.has(id)) && !row.ids.some((id) => known.has(id));
    return reason.success && here ? [{ ids: row.ids, reason: reason.data }] : [];
  });
  const refusedIds = new Set(refusedRows.flatMap((row) => row.ids));
  const unknown = (ids: string[]) => !ids.some((id) => known.has(id) || refusedIds.has(id));
  return {
    tabId: tab.tabId,
    head: await contactHead(db, crm, proposals),
    offered,
    decided,
    refused,
    earlier: tab.earlier.filter(unknown),
    reading: tab.messages.some(unknown) && now - tab.at < 4000,
  };
}

/** The customer: the first known contact, else the first stranger, of the newest mail that has one. */
async function contactHead(
  db: Database,
  crm: CrmAccountId,
  proposals: readonly Proposal[],
): Promise<ContactHead | null> {
  const newestFirst = [...proposals].reverse();
  const match = newestFirst.flatMap((proposal) => proposal.match.contacts)[0];
  if (match) {
    const contact = await db.contacts.get([crm, match.contactId]);
    const company = newestFirst.find((proposal) => proposal.match.company)?.match.company?.name;
    return {
      name: contact?.name || match.name || match.address,
      address: match.address,
      ...(contact?.title ? { title: contact.title } : {}),
      ...(contact?.companyName || company ? { companyName: contact?.companyName ?? company } : {}),
    };
  }
  const stranger = newestFirst.flatMap((proposal) => proposal.match.strangers)[0];
  if (!stranger) return null;
  const company = newestFirst.find((proposal) => proposal.match.company)?.match.company?.name;
  return {
    name: stranger.name || stranger.address,
    address: stranger.address,
    ...(company ? { companyName: company } : {}),
  };
}
