import { companyKeys } from '@/utils/contacts/match-contact';
import { personName } from '@/utils/contacts/person-name';
import type { Person } from '@/utils/model/captured';
import type { Company, ContactDraft } from '@/utils/model/contact';
import { normalAddress, withoutTag } from '@/utils/understand/address';
import { companyFromDomain, registrableDomain } from '@/utils/understand/company-from-domain';

/**
 * A contact as it would be created from somebody on a mail: name from the header, else from the address; the company
 * with their domain where the CRM has exactly one, else a new one named after the domain; none for free mail.
 * Where the CRM has several with that domain, no company: the rep chooses.
 */
export function draftContact(person: Person, companies: Company[]): ContactDraft {
  const address = normalAddress(person.address);
  const draft: ContactDraft = { name: personName(person), address: withoutTag(address) };
  const keys = companyKeys(address);
  for (const key of keys) {
    const there = companies.filter((company) =>
      company.domains.some((domain) => domain.toLowerCase() === key),
    );
    const [only, another] = there;
    if (another) return draft;
    if (only) return { ...draft, company: { id: only.id, name: only.name } };
  }
  const domain = keys.length > 0 ? registrableDomain(address) : null;
  const name = domain ? companyFromDomain(domain) : '';
  return domain && name !== '' ? { ...draft, company: { name, domain } } : draft;
}
