import { addressKeys } from '@/utils/contacts/address-keys';
import { companyKeys } from '@/utils/contacts/match-contact';
import type { Because } from '@/utils/model/because';
import type { Company, Contact, CrmAccountId, Deal } from '@/utils/model/contact';
import type { Proposal } from '@/utils/model/proposal';
import {
  companiesById,
  companiesWithDomains,
  contactsLike,
  contactsWithAddresses,
} from '@/utils/store/contacts';
import { correctionId } from '@/utils/store/corrections';
import type { Correction, Database } from '@/utils/store/database';
import { MOST_FOUND, searchCompanies, searchContacts, searchDeals } from '@/utils/store/search';
import { normalAddress } from '@/utils/understand/address';
import { openDeals } from '@/utils/view/customer';

export type PickKind = Correction['kind'];

/** One record to choose. `about` tells it from another of the same name. */
export interface Pick {
  id: string;
  name: string;
  about: string[];
  deal?: Deal;
  because?: Because;
}

/** Whom or what the rep chooses for. `address`: the person on the mail who is meant, of a contact. */
export interface PickFor {
  kind: PickKind;
  proposal: Proposal;
  address?: string | undefined;
}

/**
 * What may be chosen: for what is typed, the records that have it; for nothing typed, those that may be meant. At most
 * 20. Imported when a picker is first opened: it brings the list of public suffixes.
 */
export async function findPicks(
  db: Database,
  crm: CrmAccountId,
  of: PickFor,
  typed: string,
): Promise<Pick[]> {
  if (typed.trim() === '') return (await suggest(db, crm, of)).slice(0, MOST_FOUND);
  if (of.kind === 'contact') return (await searchContacts(db, crm, typed)).map((each) => fromContact(each));
  if (of.kind === 'company') return (await searchCompanies(db, crm, typed)).map((each) => fromCompany(each));
  return (await searchDeals(db, crm, typed)).map(fromDeal);
}

async function suggest(db: Database, crm: CrmAccountId, of: PickFor): Promise<Pick[]> {
  const { match, captured } = of.proposal;
  const companyId = match.company?.companyId;
  if (of.kind === 'deal') {
    const ids = match.contacts.map(({ contactId }) => contactId);
    return (await openDeals(db, crm, ids, companyId)).map(fromDeal);
  }
  if (of.kind === 'company') {
    const addresses = [...match.contacts, ...match.strangers].map(({ address }) => address);
    const contacts = await db.contacts.bulkGet(
      match.contacts.map(({ contactId }): [string, string] => [crm, contactId]),
    );
    const theirs = [...new Set(contacts.flatMap((row) => row?.companyId ?? []))];
    return unique([
      ...(await companiesById(db, crm, theirs)).map((each) => fromCompany(each)),
      ...(await companiesWithDomains(db, crm, [...new Set(addresses.flatMap(companyKeys))])).map((each) =>
        fromCompany(each, { code: 'company-domain', args: [each.domains[0] ?? ''] }),
      ),
    ]);
  }
  const address = of.address ?? captured.from.address;
  const people = [captured.from, ...captured.to, ...captured.cc];
  const name = people.find((person) => normalAddress(person.address) === normalAddress(address))?.name;
  const colleagues =
    companyId === undefined
      ? []
      : await db.contacts.where('[crm+companyId]').equals([crm, companyId]).limit(MOST_FOUND).toArray();
  return unique([
    ...(await contactsWithAddresses(db, crm, addressKeys(address))).map((each) =>
      fromContact(each, { code: 'same-address', args: [address] }),
    ),
    ...(name ? await contactsLike(db, crm, { name }) : []).map((each) => fromContact(each)),
    ...colleagues.map((each) => fromContact(each)),
  ]);
}

function unique(picks: Pick[]): Pick[] {
  const byId = new Map<string, Pick>();
  for (const pick of picks) if (!byId.has(pick.id)) byId.set(pick.id, pick);
  return [...byId.values()];
}

function fromContact({ id, name, companyName, addresses, title }: Contact, because?: Because): Pick {
  const about = [title, companyName, addresses[0]].filter((each) => each !== undefined && each !== '');
  return {
    id,
    name: name || addresses[0] || id,
    about: about.flatMap((each) => each ?? []),
    ...why(because),
  };
}

function fromCompany({ id, name, domains }: Company, because?: Because): Pick {
  return { id, name: name || domains[0] || id, about: domains.slice(0, 2), ...why(because) };
}

function fromDeal(deal: Deal): Pick {
  return { id: deal.id, name: deal.title || deal.id, about: [], deal };
}

function why(because: Because | undefined): { because?: Because } {
  return because ? { because } : {};
}

/** The rep's choice that stands in this place now; null where there is none. */
export async function choiceFor(
  db: Database,
  crm: CrmAccountId,
  { kind, proposal, address }: PickFor,
): Promise<Correction | null> {
  const { match } = proposal;
  const about =
    kind === 'deal'
      ? proposal.threadIds
      : (address === undefined
          ? [...match.contacts, ...match.strangers].map((each) => each.address)
          : [address]
        ).map(normalAddress);
  const rows = await db.corrections.bulkGet(about.map((one) => correctionId(kind, crm, one)));
  return rows.find((row) => row !== undefined) ?? null;
}
