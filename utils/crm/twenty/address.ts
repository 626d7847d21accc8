import { SettingsProblem } from '@/utils/crm/connector';

/** The only hosts that may be reached without TLS: the rep's own machine (the manifest names the same two). */
const LOOPBACK = new Set(['localhost', '127.0.0.1']);

/** Twenty's cloud: every workspace has a host of its own for people and one for all of them answers programs. */
const CLOUD = 'twenty.com';
const CLOUD_API = 'https://api.twenty.com';
/** Hosts of the cloud that are no workspace's own. */
const SHARED = new Set([CLOUD, `api.${CLOUD}`, `app.${CLOUD}`, `www.${CLOUD}`]);

/** Where programs ask and where people look; `front` is null where the pasted address is no workspace's own. */
export interface TwentyAddress {
  api: string;
  front: string | null;
}

/**
 * The server from whatever was pasted: `acme.twenty.com/objects/people`, ` https://crm.example/settings ` and
 * `crm.example` all do. Throws `SettingsProblem` where there is no host in it, or where the key would travel in the open.
 */
export function twentyAddress(pasted: string): TwentyAddress {
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
  if (url.hostname === CLOUD || url.hostname.endsWith(`.${CLOUD}`)) {
    return { api: CLOUD_API, front: SHARED.has(url.hostname) ? null : url.origin };
  }
  return { api: url.origin, front: url.origin };
}

function isLoopbackText(text: string): boolean {
  const host = text.split(/[/:?#]/, 1)[0] ?? '';
  return LOOPBACK.has(host.toLowerCase());
}

/** The match pattern to ask permission for. Patterns have no port: the browsers grant the host on any. */
export function twentyPattern(pasted: string): string {
  const { protocol, hostname } = new URL(twentyAddress(pasted).api);
  return `${protocol}//${hostname}/*`;
}
