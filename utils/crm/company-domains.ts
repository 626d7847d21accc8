import { isFreemail } from '@/utils/understand/is-freemail';
import { registrableDomain } from '@/utils/understand/registrable-domain';

/**
 * The domains that stand for a company, from what its CRM record says (websites, addresses): registrable, lower-cased,
 * each once, never a free-mail provider's.
 */
export function companyDomains(texts: readonly (string | undefined)[]): string[] {
  const found = new Set<string>();
  for (const text of texts) {
    const domain = text ? registrableDomain(hostOf(text)) : null;
    if (domain && !isFreemail(domain)) found.add(domain);
  }
  return [...found].slice(0, 20);
}

/** `https://www.acme.example/de?x` and `acme.example/de` give the host; an address gives what follows its last `@`. */
function hostOf(text: string): string {
  const trimmed = text.trim().slice(0, 2000);
  const url = trimmed.includes('://') ? trimmed : `https://${trimmed}`;
  return URL.canParse(url) ? new URL(url).hostname : '';
}
