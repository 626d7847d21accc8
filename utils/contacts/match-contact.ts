import type { Because } from '@/utils/model/because';
import type { Person } from '@/utils/model/captured';
import type { Company, Contact } from '@/utils/model/contact';
import type { Match } from '@/utils/model/proposal';
import { domainOf, normalAddress, withoutTag } from '@/utils/understand/address';
import { isFreemail } from '@/utils/understand/is-freemail';
import { registrableDomain } from '@/utils/understand/registrable-domain';

/** The domains under which an address's company is looked up: the full host, then the registrable one. None for free mail. */
export function companyKeys(address: string): string[] {
  const host = domainOf(address);
  const registered = registrableDomain(host);
  if (!registered || isFreemail(host)) return [];
  return host === registered ? [host] : [host, registered];
}

/** Two records with one address: the one the header names, then the one whose main address it is, then the freshest. */
function best(among: Contact[], person: Person, address: string): Contact | undefined {
  const name = person.name?.trim().toLowerCase();
  const rank = (contact: Contact) =>
    (name && contact.name.trim().toLowerCase() === name ? 2 : 0) +
    (contact.addresses[0] && normalAddress(contact.addresses[0]) === address ? 1 : 0);
  return [...among].sort(
    (a, b) => rank(b) - rank(a) || b.updatedAt - a.updatedAt || (a.id < b.id ? -1 : 1),
  )[0];
}

function addTo<T>(map: Map<string, T[]>, key: string, value: T): void {
  const there = map.get(key);
  if (!there) map.set(key, [value]);
  else if (!there.includes(value)) there.push(value);
}

/** The only one that comes up most often; undefined on a tie. */
function clearWinner(ids: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const ordered = [...counts].sort((a, b) => b[1] - a[1]);
  const [first, second] = ordered;
  return first && (!second || first[1] > second[1]) ? first[0] : undefined;
}

function companyOf(
  found: { contact: Contact; because: Because[] }[],
  people: readonly Person[],
  companies: Company[],
): Match['company'] {
  const byId = new Map(companies.map((company) => [company.id, company]));
  const fromContacts = clearWinner(found.flatMap(({ contact }) => contact.companyId ?? []));
  if (fromContacts !== undefined) {
    const of = found.find(({ contact }) => contact.companyId === fromContacts);
    const name = byId.get(fromContacts)?.name ?? of?.contact.companyName ?? '';
    return { companyId: fromContacts, name, because: of?.because ?? [] };
  }
  // Contacts of several companies: the rep chooses.
  if (found.some(({ contact }) => contact.companyId !== undefined)) return undefined;

  const byDomain = new Map<string, Company[]>();
  for (const company of companies) {
    for (const domain of company.domains) addTo(byDomain, domain.toLowerCase(), company);
  }
  const candidates = new Map<string, { company: Company; domain: string }>();
  for (const person of people) {
    const domain = companyKeys(person.address).find((key) => byDomain.has(key));
    if (domain === undefined) continue;
    for (const company of byDomain.get(domain) ?? []) candidates.set(company.id, { company, domain });
  }
  const [only, another] = [...candidates.values()];
  if (!only || another) return undefined;
  return {
    companyId: only.company.id,
    name: only.company.name,
    because: [{ code: 'company-domain', args: [only.domain, only.company.name] }],
  };
}

/** What the rep chose before in the place of what we match, by address (lower-cased); null: nobody, or no company. */
export interface Corrected {
  contacts: ReadonlyMap<string, Contact | null>;
  companies: ReadonlyMap<string, Company | null>;
}

const nothingCorrected: Corrected = { contacts: new Map(), companies: new Map() };

/**
 * Who on a mail the CRM knows, and why. `people` are the external ones only, `candidates` whatever the store found for
 * their `addressKeys` and `companyKeys` (more does no harm). Each person gives at most one contact; each contact
 * appears once. The company is that of the contacts found; without one, the only company with a person's domain.
 * A tie between companies is never decided. Reasons: `same-address` and `plus-address` (args: address on the mail,
 * address in the CRM), `company-domain` (args: domain, company), `corrected` (args: address on the mail): the rep's own
 * earlier choice goes before everything.
 */
export function matchContacts(
  people: Person[],
  candidates: { contacts: Contact[]; companies: Company[] },
  corrected: Corrected = nothingCorrected,
): Match {
  const exact = new Map<string, Contact[]>();
  const plain = new Map<string, Contact[]>();
  for (const contact of candidates.contacts) {
    for (const address of contact.addresses) {
      addTo(exact, normalAddress(address), contact);
      addTo(plain, withoutTag(address), contact);
    }
  }

  const seen = new Set<string>();
  const found: { contact: Contact; address: string; because: Because[] }[] = [];
  const strangers: Person[] = [];
  for (const person of people) {
    const address = normalAddress(person.address);
    if (seen.has(address)) continue;
    seen.add(address);
    const chosen = corrected.contacts.get(address);
    const same = best(exact.get(address) ?? [], person, address);
    const matched = same ?? best(plain.get(withoutTag(address)) ?? [], person, address);
    const contact = chosen === undefined ? matched : chosen;
    if (!contact) {
      strangers.push(person);
      continue;
    }
    const inCrm = contact.addresses.find((each) => withoutTag(each) === withoutTag(address)) ?? '';
    const because: Because = chosen
      ? { code: 'corrected', args: [address] }
      : same
        ? { code: 'same-address', args: [address] }
        : { code: 'plus-address', args: [address, inCrm] };
    const there = found.find((each) => each.contact.id === contact.id);
    if (there) there.because = [...there.because, because].slice(0, 5);
    else found.push({ contact, address, because: [because] });
  }

  const choice = people.map(({ address }) => corrected.companies.get(normalAddress(address)));
  const chosenCompany = choice.find((company) => company !== undefined);
  const company =
    chosenCompany === undefined
      ? companyOf(found, people, candidates.companies)
      : chosenCompany && {
          companyId: chosenCompany.id,
          name: chosenCompany.name,
          because: [{ code: 'corrected' as const, args: [] }],
        };
  return {
    contacts: found.slice(0, 50).map(({ contact, address, because }) => ({
      contactId: contact.id,
      name: contact.name,
      address,
      because,
    })),
    ...(company ? { company } : {}),
    strangers: strangers.slice(0, 100),
  };
}
