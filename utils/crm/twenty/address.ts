import { hostPattern, serverUrl } from '@/utils/crm/server-url';

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
  const url = serverUrl(pasted);
  if (url.hostname === CLOUD || url.hostname.endsWith(`.${CLOUD}`)) {
    return { api: CLOUD_API, front: SHARED.has(url.hostname) ? null : url.origin };
  }
  return { api: url.origin, front: url.origin };
}

/** The match pattern to ask permission for. */
export function twentyPattern(pasted: string): string {
  return hostPattern(twentyAddress(pasted).api);
}
