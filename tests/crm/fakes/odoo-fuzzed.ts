import { odoo } from '@/utils/crm/odoo/odoo';
import { mate, odooHarness, rep } from '../odoo-harness';
import type { FuzzedCrm } from './registry';

/** Odoo 19, which takes all or none of a request. */
export function fuzzedOdoo(): FuzzedCrm {
  const { server, count, read } = odooHarness(19);
  return {
    server,
    connect: (http, who, { learnt }) => {
      const { login, key } = who === 'rep' ? rep : mate;
      const settings = { url: server.origin, database: 'acme', login, key };
      return odoo.connect(settings, http, undefined, undefined, learnt);
    },
    count,
    read,
    takesTwo: true,
    begin: server.begin,
    writes: (url) => /\/(create|unlink|write|action_feedback)$/.test(url),
  };
}
