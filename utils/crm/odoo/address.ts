import { SettingsProblem } from '@/utils/crm/connector';

/** The only hosts that may be reached without TLS: the rep's own machine (the manifest names the same two). */
const LOOPBACK = new Set(['localhost', '127.0.0.1']);

/**
 * The server's origin from whatever was pasted. Odoo always lives at the root of its host, so
 * `crm.example/web#action=77&model=crm.lead`, `https://crm.example/odoo/contacts/7` and ` crm.example/ ` are all
 * `https://crm.example`. Throws `SettingsProblem` where there is no host in it, or where the key would travel in the open.
 */
export function odooOrigin(pasted: string): string {
  const text = pasted.trim();
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  const candidate = hasScheme ? text : `${isLoopbackText(text) ? 'http' : 'https'}://${text}`;
  if (text === '' || /\s/.test(text) || !URL.canParse(candidate)) throw new SettingsProblem('not-a-url');
  const url = new URL(candidate);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new SettingsProblem('not-a-url');
  if (url.username !== '' || url.password !== '') throw new SettingsProblem('not-a-url');
  const loopback = LOOPBACK.has(url.hostname);
  if (!loopback && !url.hostname.includes('.')) throw new SettingsProblem('not-a-url');
  if (url.protocol === 'http:' && !loopback) throw new SettingsProblem('insecure-address');
  return url.origin;
}

function isLoopbackText(text: string): boolean {
  const host = text.split(/[/:?#]/, 1)[0] ?? '';
  return LOOPBACK.has(host.toLowerCase());
}

/** The match pattern to ask permission for. Patterns have no port: the browsers grant the host on any. */
export function odooPattern(pasted: string): string {
  const { protocol, hostname } = new URL(odooOrigin(pasted));
  return `${protocol}//${hostname}/*`;
}

/** Odoo Online names the database like the host: `acme.odoo.com` is `acme`. */
export function databaseOfHost(origin: string): string | undefined {
  const match = /^([a-z0-9-]+)\.odoo\.com$/.exec(new URL(origin).hostname);
  return match?.[1];
}
