import type { ActivityKind } from '@/utils/model/activity';
import type { CrmAccountId, Deal } from '@/utils/model/contact';
import type { Proposal } from '@/utils/model/proposal';
import type { Database } from '@/utils/store/database';

/** Something logged with the customer. */
export interface LastActivity {
  id: string;
  kind: ActivityKind;
  subject: string;
  at: number;
}

/** What is known of the people that the open mail or meeting is about. */
export interface Customer {
  /** Open deals of them and of their company. */
  deals: Deal[];
  /** Newest first; what the open thread itself logged left out. */
  last: LastActivity[];
  /** Contacts on the thread besides the first. */
  others: { contactId: string; name: string; address: string; companyName?: string }[];
}

const MOST_LAST = 4;
const MOST_OTHERS = 12;
const MOST_READ = 300;

/** Reads it from the mirror, and from what was logged here. To be called in a live query. */
export async function readCustomer(
  db: Database,
  crm: CrmAccountId,
  proposals: readonly Proposal[],
): Promise<Customer> {
  const newestFirst = [...proposals].sort((a, b) => b.sentAt - a.sentAt);
  const matched = new Map(
    newestFirst.flatMap(({ match }) => match.contacts).map((each) => [each.contactId, each]),
  );
  const ids = [...matched.keys()];
  const companyId = newestFirst.find(({ match }) => match.company)?.match.company?.companyId;
  const [deals, last, contacts] = await Promise.all([
    openDeals(db, crm, ids, companyId),
    lastWith(db, crm, ids, new Set(proposals.flatMap(({ aliases }) => aliases))),
    db.contacts.bulkGet(ids.slice(1, MOST_OTHERS + 1).map((id): [string, string] => [crm, id])),
  ]);
  const companies = new Map(contacts.flatMap((row) => (row ? [[row.id, row.companyName]] : [])));
  return {
    deals,
    last,
    others: [...matched.values()].slice(1, MOST_OTHERS + 1).map(({ contactId, name, address }) => {
      const companyName = companies.get(contactId);
      return { contactId, name: name || address, address, ...(companyName ? { companyName } : {}) };
    }),
  };
}

/** Open deals of these contacts first, then of their company; each once. */
export async function openDeals(
  db: Database,
  crm: CrmAccountId,
  contactIds: string[],
  companyId: string | undefined,
): Promise<Deal[]> {
  const theirs = await db.deals.where('contactIds').anyOf(contactIds).distinct().limit(MOST_READ).toArray();
  const shared =
    companyId === undefined
      ? []
      : await db.deals.where('companyId').equals(companyId).limit(MOST_READ).toArray();
  const byId = new Map([...theirs, ...shared].filter((row) => row.crm === crm).map((row) => [row.id, row]));
  return [...byId.values()].slice(0, 20);
}

async function lastWith(
  db: Database,
  crm: CrmAccountId,
  contactIds: string[],
  shown: ReadonlySet<string>,
): Promise<LastActivity[]> {
  if (contactIds.length === 0) return [];
  const [mirrored, ours] = await Promise.all([
    db.loggedActivities.where('contactIds').anyOf(contactIds).distinct().limit(MOST_READ).toArray(),
    db.proposals.where('activity.contactIds').anyOf(contactIds).distinct().limit(MOST_READ).toArray(),
  ]);
  const rows = new Map<string, LastActivity>();
  for (const { aliases, status, activity, id } of ours) {
    if (status.state !== 'logged' || aliases.some((alias) => shown.has(alias))) continue;
    const { remoteId } = status;
    rows.set(remoteId ?? id, {
      id: remoteId ?? id,
      kind: activity.kind,
      subject: activity.subject,
      at: activity.at,
    });
  }
  for (const { id, kind, subject, at, aliases, crm: of } of mirrored) {
    if (of !== crm || !kind || at === undefined || aliases.some((alias) => shown.has(alias))) continue;
    rows.set(id, { id, kind, subject: subject ?? '', at });
  }
  return [...rows.values()].sort((a, b) => b.at - a.at).slice(0, MOST_LAST);
}
