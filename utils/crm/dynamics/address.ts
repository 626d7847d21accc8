import { SettingsProblem } from '@/utils/crm/connector';
import { hostPattern, isLoopback, serverUrl } from '@/utils/crm/server-url';

/** Where the rep signs in, by the cloud that the organisation lives in. */
const clouds: readonly { host: RegExp; login: string }[] = [
  { host: /^[a-z0-9-]+\.crm\d{0,2}\.dynamics\.com$/, login: 'https://login.microsoftonline.com' },
  {
    host: /^[a-z0-9-]+\.crm\.(?:microsoftdynamics|appsplatform)\.us$/,
    login: 'https://login.microsoftonline.us',
  },
  { host: /^[a-z0-9-]+\.crm\.dynamics\.cn$/, login: 'https://login.partner.microsoftonline.cn' },
];

/**
 * The organisation and its sign-in host from whatever was pasted: `acme.crm4.dynamics.com/main.aspx?appid=…`. This
 * machine stands for both, for trying. Throws `SettingsProblem`.
 */
export function dynamicsPlace(pasted: string): { origin: string; login: string } {
  const url = serverUrl(pasted);
  if (isLoopback(url)) return { origin: url.origin, login: url.origin };
  const cloud = clouds.find(({ host }) => host.test(url.hostname));
  if (!cloud) throw new SettingsProblem('not-a-url');
  return { origin: `https://${url.hostname}`, login: cloud.login };
}

export function dynamicsOrigins(pasted: string): string[] {
  const { origin, login } = dynamicsPlace(pasted);
  return [...new Set([origin, login])].map(hostPattern);
}

/** A tenant is a GUID or a domain; without one whoever has a work account may sign in. */
export function tenantOf(pasted: string | undefined): string {
  const text = (pasted ?? '').trim().toLowerCase();
  return /^[a-z0-9][a-z0-9.-]{2,120}$/.test(text) ? text : 'organizations';
}
