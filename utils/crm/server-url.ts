import { SettingsProblem } from '@/utils/crm/connector';

/** The only hosts that may be reached without TLS: the rep's own machine (the manifest names the same two). */
const LOOPBACK = new Set(['localhost', '127.0.0.1']);

/**
 * The address of a server from whatever was pasted, with or without scheme, path and blanks around it. Throws
 * `SettingsProblem` where there is no host in it, or where the key would travel in the open.
 */
export function serverUrl(pasted: string): URL {
  const text = pasted.trim();
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  const candidate = hasScheme ? text : `${isLoopbackText(text) ? 'http' : 'https'}://${text}`;
  if (text === '' || /\s/.test(text) || !URL.canParse(candidate)) throw new SettingsProblem('not-a-url');
  const url = new URL(candidate);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new SettingsProblem('not-a-url');
  if (url.username !== '' || url.password !== '') throw new SettingsProblem('not-a-url');
  const loopback = isLoopback(url);
  if (!loopback && !url.hostname.includes('.')) throw new SettingsProblem('not-a-url');
  if (url.protocol === 'http:' && !loopback) throw new SettingsProblem('insecure-address');
  return url;
}

/** Whether it is this machine, which may stand for any vendor's servers, for trying. */
export function isLoopback({ hostname }: URL): boolean {
  return LOOPBACK.has(hostname);
}

function isLoopbackText(text: string): boolean {
  const host = text.split(/[/:?#]/, 1)[0] ?? '';
  return LOOPBACK.has(host.toLowerCase());
}

/** The match pattern to ask permission for. Patterns have no port: the browsers grant the host on any. */
export function hostPattern(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}
