import { pipedrive } from '@/utils/crm/pipedrive/pipedrive';
import { mate, pipedriveHarness, rep } from '../pipedrive-harness';
import type { FuzzedCrm } from './registry';

/** Pipedrive, one record a request, whose search index never catches up by itself. */
export function fuzzedPipedrive(): FuzzedCrm {
  const { server, count, read } = pipedriveHarness();
  return {
    server: { origin: server.origin, fetch: server.fetch },
    connect: (http, who) =>
      pipedrive.connect({ company: 'acme', token: (who === 'rep' ? rep : mate).token }, http),
    count,
    read,
    takesTwo: true,
    catchUp: () => server.settle(),
    writes: (_url, method) => method !== 'GET',
  };
}
