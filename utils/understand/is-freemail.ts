import common from 'email-providers/common.json';
import { domainOf } from '@/utils/understand/address';
import { alsoFree, notFree } from '@/utils/understand/free-providers';
import { registrableDomain } from '@/utils/understand/registrable-domain';

/** `example.*` stands for nobody; neither do `.example`, `.test`, `.invalid` and `.localhost` (RFC 2606, RFC 6761). */
function isReserved(domain: string): boolean {
  return /(^|\.)(example\.(com|org|net)|example|test|invalid|localhost)$/.test(domain);
}

const without = new Set(notFree);
const free = new Set([...common.filter((domain) => !without.has(domain)), ...alsoFree]);

/** Whether mail addresses at this domain (or below it) are given to anybody. Also takes a whole address. Never a reserved domain. */
export function isFreemail(domain: string): boolean {
  const host = domain.includes('@') ? domainOf(domain) : domain.trim().toLowerCase();
  if (host === '' || isReserved(host)) return false;
  if (free.has(host)) return true;
  const registered = registrableDomain(host);
  return registered !== null && free.has(registered);
}
