import { SettingsProblem } from '@/utils/crm/connector';

/** The only hosts that may be reached without TLS: this machine, for trying. */
const LOOPBACK = new Set(['localhost', '127.0.0.1']);

/**
 * The origin of an org's My Domain from whatever was pasted: what stands in the browser's bar while Salesforce is used
 * (`acme.lightning.force.com/…`, `acme--test.sandbox.lightning.force.com`, `acme.my.salesforce-setup.com`) names it.
 * `login.salesforce.com` names no org. Throws `SettingsProblem`.
 */
export function salesforceOrigin(pasted: string): string {
  const text = pasted.trim();
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  const candidate = hasScheme ? text : `https://${text}`;
  if (text === '' || /\s/.test(text) || !URL.canParse(candidate)) throw new SettingsProblem('not-a-url');
  const url = new URL(candidate);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new SettingsProblem('not-a-url');
  if (url.username !== '' || url.password !== '') throw new SettingsProblem('not-a-url');
  if (LOOPBACK.has(url.hostname)) return url.origin;
  if (url.protocol === 'http:') throw new SettingsProblem('insecure-address');
  const host = url.hostname
    .replace(/\.lightning\.force\.com$/, '.my.salesforce.com')
    .replace(/\.(?:lightning\.force|my\.salesforce)-setup\.com$/, '.my.salesforce.com')
    .replace(/\.lightning\.crmforce\.mil$/, '.my.salesforce.mil');
  if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.my\.salesforce\.(?:com|mil)$/.test(host)) {
    throw new SettingsProblem('not-a-url');
  }
  return `https://${host}`;
}
