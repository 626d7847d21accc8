import { SettingsProblem } from '@/utils/crm/connector';
import { isLoopback, serverUrl } from '@/utils/crm/server-url';

/**
 * The origin of an org's My Domain from whatever was pasted: what stands in the browser's bar while Salesforce is used
 * (`acme.lightning.force.com/…`, `acme--test.sandbox.lightning.force.com`, `acme.my.salesforce-setup.com`) names it.
 * `login.salesforce.com` names no org. Throws `SettingsProblem`.
 */
export function salesforceOrigin(pasted: string): string {
  const url = serverUrl(pasted);
  if (isLoopback(url)) return url.origin;
  const host = url.hostname
    .replace(/\.lightning\.force\.com$/, '.my.salesforce.com')
    .replace(/\.(?:lightning\.force|my\.salesforce)-setup\.com$/, '.my.salesforce.com')
    .replace(/\.lightning\.crmforce\.mil$/, '.my.salesforce.mil');
  if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.my\.salesforce\.(?:com|mil)$/.test(host)) {
    throw new SettingsProblem('not-a-url');
  }
  return `https://${host}`;
}
