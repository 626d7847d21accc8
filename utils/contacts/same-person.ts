import type { Because } from '@/utils/model/because';
import type { Contact, ContactDraft } from '@/utils/model/contact';
import { withoutTag } from '@/utils/understand/address';

/** How alike names are compared: accents, case, order of words and punctuation do not tell people apart. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .sort()
    .join(' ');
}

/** The last nine digits: with or without country code and trunk zero. Empty for what is too short to tell people apart. */
export function phoneKey(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length < 7 ? '' : digits.slice(-9);
}

/** Legal forms say nothing about which company it is. */
export function companyKey(name: string): string {
  return nameKey(name)
    .split(' ')
    .filter(
      (word) =>
        !/^(gmbh|ag|kg|co|ohg|se|ug|inc|llc|ltd|limited|corp|sa|sas|sarl|bv|nv|ab|srl|spa|sl)$/.test(word),
    )
    .join(' ');
}

/** Every number of a contact that is to be created, each once. */
export function phonesOf(draft: ContactDraft): string[] {
  const all = [draft.phone, ...(draft.otherPhones ?? []), draft.mobile];
  return [...new Set(all.filter((phone) => phone !== undefined && phone !== ''))].flatMap(
    (phone) => phone ?? [],
  );
}

function reason(draft: ContactDraft, contact: Contact): Because | null {
  const address = withoutTag(draft.address);
  const same = contact.addresses.find((each) => withoutTag(each) === address);
  if (same !== undefined) return { code: 'same-address', args: [same] };

  const phones = phonesOf(draft).map(phoneKey);
  const samePhone = contact.phones.find((each) => phoneKey(each) !== '' && phones.includes(phoneKey(each)));
  if (samePhone !== undefined) return { code: 'same-phone', args: [samePhone] };

  const name = nameKey(draft.name);
  if (name === '' || name !== nameKey(contact.name) || !draft.company) return null;
  const sameId = 'id' in draft.company && draft.company.id === contact.companyId;
  const company = companyKey(draft.company.name);
  const sameName =
    company !== '' && contact.companyName !== undefined && company === companyKey(contact.companyName);
  return sameId || sameName
    ? { code: 'same-name-and-company', args: [contact.name, contact.companyName ?? draft.company.name] }
    : null;
}

const strength: Partial<Record<Because['code'], number>> = { 'same-address': 3, 'same-phone': 2 };

/**
 * Contacts that are probably the person about to be created, surest first, each with its reason: `same-address`
 * (args: the address), `same-phone` (args: the phone as the CRM has it), `same-name-and-company` (args: name, company).
 */
export function possibleDuplicates(
  draft: ContactDraft,
  among: Contact[],
): { contact: Contact; because: Because }[] {
  const found: { contact: Contact; because: Because }[] = [];
  for (const contact of among) {
    const because = reason(draft, contact);
    if (because) found.push({ contact, because });
  }
  return found.sort((a, b) => (strength[b.because.code] ?? 1) - (strength[a.because.code] ?? 1));
}
