import { SettingsProblem } from '@/utils/crm/connector';

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
  const text = pasted.trim();
  const candidate = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || /\s/.test(text) || !URL.canParse(candidate)) throw new SettingsProblem('not-a-url');
  const url = new URL(candidate);
  if (url.username !== '' || url.password !== '') throw new SettingsProblem('not-a-url');
  if (['localhost', '127.0.0.1'].includes(url.hostname)) return { origin: url.origin, login: url.origin };
  if (url.protocol === 'http:') throw new SettingsProblem('insecure-address');
  const cloud = url.protocol === 'https:' ? clouds.find(({ host }) => host.test(url.hostname)) : undefined;
  if (!cloud) throw new SettingsProblem('not-a-url');
  return { origin: `https://${url.hostname}`, login: cloud.login };
}

export function dynamicsOrigins(pasted: string): string[] {
  const { origin, login } = dynamicsPlace(pasted);
  return [...new Set([origin, login])].map((each) => {
    const { protocol, hostname } = new URL(each);
    return `${protocol}//${hostname}/*`;
  });
}

/** A tenant is a GUID or a domain; without one whoever has a work account may sign in. */
export function tenantOf(pasted: string | undefined): string {
  const text = (pasted ?? '').trim().toLowerCase();
  return /^[a-z0-9][a-z0-9.-]{2,120}$/.test(text) ? text : 'organizations';
}
