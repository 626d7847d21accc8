import { domainOf, withoutTag } from '@/utils/understand/address';

/*
 * Who is "us". Bundled into the mail page: no libraries, no zod.
 * Examples: own address `ben@nordlicht.example`, own domain `nordlicht.example` (then `it.nordlicht.example` is own too).
 */

/** The rep's own addresses and their organisation's domains (never a free-mail provider's: see own-domains.ts). */
export interface OwnSide {
  ownAddresses: readonly string[];
  ownDomains: readonly string[];
}

/** A domain as people write it: `@Nordlicht.example`, `*.nordlicht.example` and `nordlicht.example.` are one. */
export function normalDomain(domain: string): string {
  let normal = domain.trim().toLowerCase();
  while (normal.startsWith('@') || normal.startsWith('*') || normal.startsWith('.')) normal = normal.slice(1);
  return normal.endsWith('.') ? normal.slice(0, -1) : normal;
}

/** Whether `domain` or one it lies under is in the set (which holds normalised domains). */
export function inDomains(domain: string, domains: ReadonlySet<string>): boolean {
  if (domains.size === 0) return false;
  for (let rest = domain; rest !== ''; ) {
    if (domains.has(rest)) return true;
    const dot = rest.indexOf('.');
    rest = dot < 0 ? '' : rest.slice(dot + 1);
  }
  return false;
}

/** Questions about one mail's people, with the lists prepared once: a mail can have 1500 people. */
export interface OwnTest {
  /** One of the rep's own addresses, plus-tags ignored. */
  isMe(address: string): boolean;
  /** The rep, or somebody at an own domain or a subdomain of one. */
  isOurs(address: string): boolean;
}

export function ownTest(own: OwnSide): OwnTest {
  const addresses = new Set(own.ownAddresses.map(withoutTag));
  const domains = new Set(own.ownDomains.map(normalDomain));
  domains.delete('');
  const isMe = (address: string) => addresses.has(withoutTag(address));
  return { isMe, isOurs: (address) => isMe(address) || inDomains(domainOf(address), domains) };
}

/** Whether this address is the rep's or their organisation's; subdomains of an own domain are own. */
export function isOwn(address: string, own: OwnSide): boolean {
  return ownTest(own).isOurs(address);
}
