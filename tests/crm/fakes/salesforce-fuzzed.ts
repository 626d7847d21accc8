import { salesforce } from '@/utils/crm/salesforce/salesforce';
import { withToken } from '@/utils/crm/with-token';
import { salesforceHarness, settings } from '../salesforce-harness';
import type { FuzzedCrm } from './registry';
import { ORG, users } from './salesforce';

/** An org that takes all or none of each group in a request. Tokens do not run out: signing in has tests of its own. */
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
    takesTwo: true,
    // Queries that go together are sent by POST.
    writes: (url, method) => method !== 'GET' && !url.endsWith('/composite/batch'),
    half: (url, body) => {
      if (!url.endsWith('/composite/graph')) return undefined;
      const { graphs } = JSON.parse(body);
      if (!Array.isArray(graphs) || graphs.length < 2) return undefined;
      return JSON.stringify({ graphs: graphs.slice(0, Math.ceil(graphs.length / 2)) });
    },
  };
}
