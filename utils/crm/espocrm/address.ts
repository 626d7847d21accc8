import { SettingsProblem } from '@/utils/crm/connector';

/** The only hosts that may be reached without TLS: the rep's own machine (the manifest names the same two). */
const LOOPBACK = new Set(['localhost', '127.0.0.1']);
const OURS = ['/api/v1', '/index.php', '/client', '/portal'];

/**
 * Where this EspoCRM lives, from whatever was pasted, without a slash at its end. It may live in a folder:
 * `crm.example/espo/#Contact/view/7` is `https://crm.example/espo`. Throws `SettingsProblem` where there is no host in
 * it, or where the key would travel in the open.
 */
export function espoBase(pasted: string): string {
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
  return `${url.origin}${folderOf(url.pathname)}`;
}

/** The folder before any of EspoCRM's own paths. */
function folderOf(path: string): string {
  const ends = OURS.map((own) => `${path}/`.indexOf(`${own}/`)).filter((at) => at >= 0);
  const folder = ends.length > 0 ? path.slice(0, Math.min(...ends)) : path;
  let end = folder.length;
  while (end > 0 && folder[end - 1] === '/') end--;
  return folder.slice(0, end);
}

function isLoopbackText(text: string): boolean {
  const host = text.split(/[/:?#]/, 1)[0] ?? '';
  return LOOPBACK.has(host.toLowerCase());
}

/** The match pattern to ask permission for. Patterns have no port: the browsers grant the host on any. */
export function espoPattern(pasted: string): string {
  const { protocol, hostname } = new URL(espoBase(pasted));
  return `${protocol}//${hostname}/*`;
}
