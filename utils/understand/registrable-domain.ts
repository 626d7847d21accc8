import { parse } from 'tldts';

/**
 * Hosts whose customers each get a name of their own below, which the public suffix list does not have.
 * `nordlicht.onmicrosoft.com` is one organisation, not a part of `onmicrosoft.com`.
 */
const tenantHosts = ['onmicrosoft.com', 'mail.onmicrosoft.com', 'microsoftonline.com'];

/**
 * The part of a host or mail address that somebody registered: `mail.nordlicht.co.uk` gives `nordlicht.co.uk`.
 * Null for IP addresses, single labels, bare suffixes (`co.uk`) and what is no host. Reserved endings (`.example`,
 * `.test`) count as suffixes, and so do hosters that give each customer a name (`acme.github.io`).
 */
export function registrableDomain(addressOrHost: string): string | null {
  const host = addressOrHost
    .slice(addressOrHost.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase();
  if (host === '' || host.length > 253 || host.includes('[') || host.includes(']')) return null;
  for (const tenantHost of tenantHosts) {
    if (host.endsWith(`.${tenantHost}`)) {
      const label = host
        .slice(0, -tenantHost.length - 1)
        .split('.')
        .at(-1);
      if (label && label !== 'mail') return `${label}.${tenantHost}`;
    }
  }
  const found = parse(host, { allowPrivateDomains: true, extractHostname: false });
  if (found.isIp) return null;
  if (found.domain) return found.domain;
  // A hoster's own name (`github.io`) is a suffix to its customers and a domain to itself.
  return found.isPrivate ? parse(host, { extractHostname: false }).domain : null;
}
