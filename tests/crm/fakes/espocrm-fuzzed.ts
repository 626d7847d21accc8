import { espocrm } from '@/utils/crm/espocrm/espocrm';
import { espoHarness, mate, rep } from '../espocrm-harness';
import type { FuzzedCrm } from './registry';

/** Mail in two requests of which the second counts, meetings and tasks in two of which the first does. */
export function fuzzedEspo(): FuzzedCrm {
  const { server, count, read } = espoHarness();
  return {
    server: { origin: new URL(server.base).origin, fetch: server.fetch },
    connect: (http, who) => {
      const { login, key } = who === 'rep' ? rep : mate;
      return espocrm.connect({ url: server.base, login, key }, http);
    },
    count,
    read,
    takesTwo: true,
    writes: (url, method) => method !== 'GET' && !url.endsWith('/Attachment'),
  };
}
