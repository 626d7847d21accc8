import { SettingsProblem } from '@/utils/crm/connector';
import { hostPattern, isLoopback, serverUrl } from '@/utils/crm/server-url';

/** Where one of Zoho's data centres lives. An account is in exactly one of them. */
export interface DataCentre {
  accounts: string;
  api: string;
  crm: string;
}

const centres: Record<string, DataCentre> = Object.fromEntries(
  ['com', 'eu', 'in', 'com.au', 'jp', 'uk', 'com.cn', 'sa'].map((end): [string, DataCentre] => [
    `zoho.${end}`,
    {
      accounts: `https://accounts.zoho.${end}`,
      api: `https://www.zohoapis.${end}`,
      crm: `https://crm.zoho.${end}`,
    },
  ]),
);
const canada: DataCentre = {
  accounts: 'https://accounts.zohocloud.ca',
  api: 'https://www.zohoapis.ca',
  crm: 'https://crm.zohocloud.ca',
};
centres['zohocloud.ca'] = canada;
centres['zoho.ca'] = canada;

/**
 * The data centre from whatever was pasted: `crm.zoho.eu/crm/org1/tab/Home`, `accounts.zoho.in`, `zoho.com.au`. This
 * machine stands for all three hosts, for trying. Throws `SettingsProblem`.
 */
export function dataCentre(pasted: string): DataCentre {
  const url = serverUrl(pasted);
  if (isLoopback(url)) return { accounts: url.origin, api: url.origin, crm: url.origin };
  const end = /(?:^|\.)(zoho\.[a-z.]{2,6}|zohocloud\.ca)$/.exec(url.hostname)?.[1] ?? '';
  const centre = centres[end];
  if (!centre) throw new SettingsProblem('not-a-url');
  return centre;
}

/** What may be reached: the accounts server and the API of one data centre. */
export function zohoOrigins(pasted: string): string[] {
  const { accounts, api } = dataCentre(pasted);
  return [...new Set([accounts, api])].map(hostPattern);
}

/** The API's origin: what the token answer says, where it lies in this data centre. */
export function apiOrigin(centre: DataCentre, said: string | undefined): string {
  return said !== undefined && URL.canParse(said) && new URL(said).origin === centre.api
    ? new URL(said).origin
    : centre.api;
}
