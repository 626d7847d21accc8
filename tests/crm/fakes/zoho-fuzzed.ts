import { withToken } from '@/utils/crm/with-token';
import { zoho } from '@/utils/crm/zoho/zoho';
import { settings, zohoHarness } from '../zoho-harness';
import type { FuzzedCrm } from './registry';

/** Zoho CRM, which answers each record of a batch by itself. Tokens do not run out: signing in has tests of its own. */
export function fuzzedZoho(): FuzzedCrm {
  const { server, count, read } = zohoHarness();
  return {
    server: { origin: server.origin, fetch: server.fetch },
    connect: (http, who) => {
      const token = who === 'rep' ? 'token-of-rita' : 'token-of-max';
      const source = { token: async () => token, another: async () => null };
      const access = { said: { api_domain: server.origin } };
      return zoho.connect(settings, withToken(http, source, zoho.signIn?.(settings).scheme), access);
    },
    count,
    read,
    takesTwo: true,
    writes: (url, method) => method !== 'GET' && !url.endsWith('/coql'),
    half: (url, body) => {
      if (!/\/crm\/v8\/(Tasks|Events|Calls)$/.test(url) || body === '') return undefined;
      const { data, ...rest } = JSON.parse(body);
      if (!Array.isArray(data) || data.length < 2) return undefined;
      return JSON.stringify({ ...rest, data: data.slice(0, Math.ceil(data.length / 2)) });
    },
  };
}
