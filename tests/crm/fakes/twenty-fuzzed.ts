import { twenty } from '@/utils/crm/twenty/twenty';
import { twentyHarness } from '../twenty-harness';
import type { FuzzedCrm } from './registry';

/** Twenty runs the parts of one mutation one after the other: half of one is a note that hangs on nobody. */
export function fuzzedTwenty(): FuzzedCrm {
  const { server, count, read } = twentyHarness();
  return {
    server: { origin: server.origin, fetch: server.fetch },
    connect: (http, who) => {
      const email = who === 'rep' ? 'rita@own.example' : 'max@own.example';
      return twenty.connect({ url: server.origin, key: server.key, email }, http);
    },
    count,
    read,
    // One key for all members: Twenty knows the key.
    saysWhose: false,
    writes: (_url, _method, body) => body.startsWith('{"query":"mutation'),
    half: (_url, body) => {
      const { query, ...rest } = JSON.parse(body);
      const first = String(query).replace(/\n *create(Note|Task)Targets\(data: \$ties\) \{ id \}/, '');
      return first === query ? undefined : JSON.stringify({ ...rest, query: first });
    },
  };
}
