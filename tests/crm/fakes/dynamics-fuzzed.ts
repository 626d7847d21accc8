import { dynamics } from '@/utils/crm/dynamics/dynamics';
import { withToken } from '@/utils/crm/with-token';
import { dynamicsHarness, settings } from '../dynamics-harness';
import type { FuzzedCrm } from './registry';

/** Dataverse, one record a request, created by one and completed by another. Tokens do not run out here. */
export function fuzzedDynamics(): FuzzedCrm {
  const { server, count, read } = dynamicsHarness();
  return {
    server: { origin: server.origin, fetch: server.fetch },
    connect: (http, who) => {
      const token = who === 'rep' ? 'token-of-rita' : 'token-of-max';
      const source = { token: async () => token, another: async () => null };
      return dynamics.connect(settings, withToken(http, source));
    },
    count,
    read,
    writes: (_url, method) => method !== 'GET',
  };
}
