import { normalDomain } from '@/utils/privacy/own-side';
import { domainOf } from '@/utils/understand/address';
import { isFreemail } from '@/utils/understand/is-freemail';
import { registrableDomain } from '@/utils/understand/registrable-domain';

/**
 * The domains that count as own: those of the rep's addresses and those the rep added; never a free-mail provider's,
 * else everybody at that provider would be a colleague. Of an address, the registrable domain is taken
 * (`ben@sales.nordlicht.example` gives `nordlicht.example`); of what the rep added, what they wrote.
 */
export function ownDomainsOf(ownAddresses: readonly string[], added: readonly string[]): string[] {
  const domains = new Set<string>();
  for (const address of ownAddresses) {
    const domain = domainOf(address);
    const registered = registrableDomain(domain);
    if (registered && !isFreemail(domain)) domains.add(registered);
  }
  for (const each of added) {
    const domain = normalDomain(each);
    if (domain.includes('.') && !isFreemail(domain)) domains.add(domain);
  }
  return [...domains];
}
