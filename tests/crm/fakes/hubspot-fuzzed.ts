import { hubspot } from '@/utils/crm/hubspot/hubspot';
import { hubspotHarness, mate, rep } from '../hubspot-harness';
import type { FuzzedCrm } from './registry';

/** HubSpot whose search index never catches up by itself: finding must not rely on it. */
export function fuzzedHubspot(): FuzzedCrm {
  const { server, count, read } = hubspotHarness();
  return {
    server: { origin: 'https://api.hubapi.com', fetch: server.fetch },
    connect: (http, who) => {
      const { token, email } = who === 'rep' ? rep : mate;
      return hubspot.connect({ token, email }, http);
    },
    count,
    read,
    takesTwo: true,
    catchUp: () => server.portal.settle(),
    writes: (url, method) => method !== 'GET' && !/\/(search|batch\/read)$/.test(url),
    half: (url, body) => {
      if (!/\/batch\/(create|archive)$/.test(url)) return undefined;
      const { inputs, ...rest } = JSON.parse(body);
      if (!Array.isArray(inputs) || inputs.length < 2) return undefined;
      return JSON.stringify({ ...rest, inputs: inputs.slice(0, Math.ceil(inputs.length / 2)) });
    },
  };
}
