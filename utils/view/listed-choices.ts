import { addressKeys } from '@/utils/contacts/address-keys';
import { matchContacts } from '@/utils/contacts/match-contact';
import type { ListedThread } from '@/utils/model/listed';
import { ownDomainsOf } from '@/utils/privacy/own-domains';
import { ownTest } from '@/utils/privacy/own-side';
import { contactsWithAddresses } from '@/utils/store/contacts';
import type { Database } from '@/utils/store/database';
import { getSettings } from '@/utils/store/settings';

/** A thread of the list with somebody the CRM knows. */
export interface ListedChoice {
  threadId: string;
  subject: string;
  lastAt: number;
  lastFromMe: boolean;
  contact: string;
}

export interface ListedGroup {
  /** The company, else the contact. */
  customer: string;
  threads: ListedChoice[];
}

/** Threads that lists showed, with a known contact on them and nothing known of their newest message yet, by customer. */
export async function readListedChoices(
  db: Database,
  listed: readonly ListedThread[],
): Promise<ListedGroup[]> {
  const settings = await getSettings(db, 'real');
  if (settings.listReviewed || listed.length === 0) return [];
  const own = ownTest({
    ownAddresses: settings.ownAddresses,
    ownDomains: ownDomainsOf(settings.ownAddresses, settings.ownDomains),
  });
  const outside = ({ head }: ListedThread) => head.others.filter(({ address }) => !own.isOurs(address));
  const keys = [...new Set(listed.flatMap(outside).flatMap(({ address }) => addressKeys(address)))];
  const contacts = await contactsWithAddresses(db, settings.crm.account, keys);
  const ids = listed.flatMap(({ head }) => head.lastIds);
  const [proposals, refused, logged] = await Promise.all([
    db.proposals.where('aliases').anyOf(ids).toArray(),
    db.refused.where('ids').anyOf(ids).toArray(),
    db.loggedActivities.where('aliases').anyOf(ids).toArray(),
  ]);
  const known = new Set([
    ...proposals.flatMap(({ aliases }) => aliases),
    ...refused.flatMap((row) => row.ids),
    ...logged.flatMap(({ aliases }) => aliases),
  ]);
  const groups = new Map<string, ListedChoice[]>();
  for (const thread of [...listed].sort((a, b) => b.head.lastAt - a.head.lastAt)) {
    const { threadId, subject, lastAt, lastFromMe, lastIds } = thread.head;
    if (lastIds.length === 0 || lastIds.some((id) => known.has(id))) continue;
    const match = matchContacts(outside(thread), { contacts, companies: [] });
    const first = match.contacts[0];
    if (!first) continue;
    const company = contacts.find(({ id }) => id === first.contactId)?.companyName;
    const customer = company || first.name || first.address;
    const choice = { threadId, subject, lastAt, lastFromMe, contact: first.name || first.address };
    groups.set(customer, [...(groups.get(customer) ?? []), choice]);
  }
  return [...groups].map(([customer, threads]) => ({ customer, threads }));
}
