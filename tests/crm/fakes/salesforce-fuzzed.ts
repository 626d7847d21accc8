import { salesforce } from '@/utils/crm/salesforce/salesforce';
import { withToken } from '@/utils/crm/with-token';
import { salesforceHarness, settings } from '../salesforce-harness';
import type { FuzzedCrm } from './registry';
import { ORG, users } from './salesforce';

/** An org that takes all or none of a request. Tokens do not run out: signing in has tests of its own. */
export function fuzzedSalesforce(): FuzzedCrm {
  const { server, count, read } = salesforceHarness();
  const origin = new URL(`https://${settings.url}`).origin;
  return {
    server: { origin, fetch: server.fetch },
    connect: (http, who) => {
      const token = who === 'rep' ? 'token-of-rita' : 'token-of-max';
      const source = { token: async () => token, another: async () => null };
      const said = { id: `https://login.salesforce.com/id/${ORG}AAA/${users[token]?.id ?? ''}` };
      return salesforce.connect(settings, withToken(http, source), { said });
    },
    count,
    read,
    writes: (_url, method) => method !== 'GET',
  };
}
