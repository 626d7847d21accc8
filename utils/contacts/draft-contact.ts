import { isSignedBy } from '@/utils/contacts/contact-updates';
import { companyKeys } from '@/utils/contacts/match-contact';
import { personName } from '@/utils/contacts/person-name';
import { companyKey } from '@/utils/contacts/same-person';
import type { Person, Signature } from '@/utils/model/captured';
import type { Company, ContactDraft } from '@/utils/model/contact';
import { normalAddress, withoutTag } from '@/utils/understand/address';
import { companyFromDomain } from '@/utils/understand/company-from-domain';
import { registrableDomain } from '@/utils/understand/registrable-domain';

/**
 * A contact as it would be created from somebody on a mail: name from the header, else from the signature, else from
 * the address; phones, title, website and postal address from the signature (of a mail that they wrote). The company
 * with their domain where the CRM has exactly one, else the one that the signature names, else a new one named by the
 * signature or after the domain; none for free mail without a signature. Where the CRM has several with that domain,
 * no company: the rep chooses. `companies` are those with the person's domain or the signature's name.
 */
export function draftContact(person: Person, companies: Company[], signature?: Signature): ContactDraft {
  const address = normalAddress(person.address);
  const read = signature && isSignedBy(signature, person.name) ? signature : undefined;
  const named = person.name?.trim() || !read?.name ? person : { ...person, name: read.name };
  const [phone, ...otherPhones] = read?.phones ?? [];
  const company = companyOf(address, companies, read);
  return {
    name: personName(named),
    address: withoutTag(address),
    ...(phone ? { phone } : {}),
    ...(otherPhones.length > 0 ? { otherPhones } : {}),
    ...(read?.mobile ? { mobile: read.mobile } : {}),
    ...(read?.title ? { title: read.title } : {}),
    ...(read?.website ? { website: read.website } : {}),
    ...(read?.postalAddress ? { postalAddress: read.postalAddress } : {}),
    ...(company ? { company } : {}),
  };
}

function companyOf(
  address: string,
  companies: Company[],
  signature: Signature | undefined,
): ContactDraft['company'] {
  const keys = companyKeys(address);
  for (const key of keys) {
    const there = companies.filter((company) =>
      company.domains.some((domain) => domain.toLowerCase() === key),
    );
    const [only, another] = there;
    if (another) return undefined;
    if (only) return { id: only.id, name: only.name };
  }
  const said = signature?.company?.trim();
  const [same, more] = said
    ? companies.filter((each) => companyKey(each.name) !== '' && companyKey(each.name) === companyKey(said))
    : [];
  if (same && !more) return { id: same.id, name: same.name };
  const domain = keys.length > 0 ? registrableDomain(address) : null;
  const name = said || (domain ? companyFromDomain(domain) : '');
  if (name === '') return undefined;
  return domain ? { name, domain } : { name };
}
