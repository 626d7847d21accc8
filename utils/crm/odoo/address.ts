import { hostPattern, serverUrl } from '@/utils/crm/server-url';

/**
 * The server's origin from whatever was pasted. Odoo always lives at the root of its host, so
 * `crm.example/web#action=77&model=crm.lead`, `https://crm.example/odoo/contacts/7` and ` crm.example/ ` are all
 * `https://crm.example`. Throws `SettingsProblem` where there is no host in it, or where the key would travel in the open.
 */
export function odooOrigin(pasted: string): string {
  const url = serverUrl(pasted);
  return url.origin;
}

/** The match pattern to ask permission for. */
export function odooPattern(pasted: string): string {
  return hostPattern(odooOrigin(pasted));
}

/** Odoo Online names the database like the host: `acme.odoo.com` is `acme`. */
export function databaseOfHost(origin: string): string | undefined {
  const match = /^([a-z0-9-]+)\.odoo\.com$/.exec(new URL(origin).hostname);
  return match?.[1];
}
