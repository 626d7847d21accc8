import { addressKeys } from '@/utils/contacts/address-keys';
import { draftContact } from '@/utils/contacts/draft-contact';
import { companyKeys } from '@/utils/contacts/match-contact';
import { phonesOf, possibleDuplicates } from '@/utils/contacts/same-person';
import type { Because } from '@/utils/model/because';
import type { Person, Signature } from '@/utils/model/captured';
import type { Contact, ContactDraft, CrmAccountId } from '@/utils/model/contact';
import {
  companiesNamed,
  companiesWithDomains,
  contactsLike,
  contactsWithAddresses,
} from '@/utils/store/contacts';
import type { Database } from '@/utils/store/database';
import { companyAsWritten } from '@/utils/view/company-as-written';

/** Somebody on the open mail whom the CRM does not know, with the contact that one press would make of them. */
export interface Stranger {
  person: Person;
  draft: ContactDraft;
  /** Contacts that may be the same person, surest first. */
  duplicates: { contact: Contact; because: Because }[];
  /** Where the draft's fields were read. */
  signature?: Signature;
}

/** How many people of one thread get a line of their own. */
const MOST = 20;

/**
 * Drafts for these people. Imported only when somebody unknown is first seen: the pure folders bring the list of
 * public suffixes, which the panel's first picture does not need.
 */
export async function draftStrangers(
  db: Database,
  crm: CrmAccountId,
  people: readonly Person[],
  /** Texts of their mails, where their company may be named. */
  texts: readonly string[],
  /** By address, what their own newest signature says. */
  signatures: ReadonlyMap<string, Signature> = new Map(),
): Promise<Stranger[]> {
  const strangers: Stranger[] = [];
  for (const person of people.slice(0, MOST)) {
    const signature = signatures.get(person.address);
    const companies = [
      ...(await companiesWithDomains(db, crm, companyKeys(person.address))),
      ...(signature?.company ? await companiesNamed(db, crm, signature.company) : []),
    ];
    const read = draftContact(person, companies, signature);
    const draft = read.company?.name === signature?.company ? read : withWrittenName(read, texts);
    const alike = [
      ...(await contactsWithAddresses(db, crm, addressKeys(person.address))),
      ...(await contactsLike(db, crm, { name: draft.name, phones: phonesOf(draft) })),
    ];
    const among = [...new Map(alike.map((contact) => [contact.id, contact])).values()];
    strangers.push({
      person,
      draft,
      duplicates: possibleDuplicates(draft, among),
      ...(signature ? { signature } : {}),
    });
  }
  return strangers;
}

/** A new company is called as its people write it, where they do. */
function withWrittenName(draft: ContactDraft, texts: readonly string[]): ContactDraft {
  const { company } = draft;
  if (!company || 'id' in company || !company.domain) return draft;
  const name = companyAsWritten(company.domain, texts);
  return name ? { ...draft, company: { ...company, name } } : draft;
}
