import { SettingsProblem } from '@/utils/crm/connector';
import { serverUrl } from '@/utils/crm/server-url';

/**
 * The company's own host from whatever was pasted: `acme`, `acme.pipedrive.com` and
 * `https://acme.pipedrive.com/pipeline/1` are all `https://acme.pipedrive.com`. A token goes to Pipedrive only: any other
 * host throws `SettingsProblem`.
 */
export function pipedriveOrigin(pasted: string): string {
  const text = pasted.trim().toLowerCase();
  if (/^[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?$/.test(text)) return `https://${text}.pipedrive.com`;
  const url = serverUrl(text);
  const own = /^[a-z0-9-]{1,62}\.pipedrive\.com$/.test(url.hostname);
  if (!own || url.port !== '') throw new SettingsProblem('not-a-url');
  return url.origin;
}
