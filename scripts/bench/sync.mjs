/**
 * npm run -s bench -- sync: what logging and mirroring cost, beside the limits and the naive way. Requests for 100 mails
 * on every connector that has a fake (Node, full speed); the first mirror of 100,000 contacts with a kill on the way, its
 * delta, and the time from a confirmation to the CRM, in a real Chromium against a fake Odoo 19.
 */
import { join } from 'node:path';
import { build } from 'esbuild';
import { root, run, say, scratch } from '../lib/run.mjs';

/** @typedef {{ case: string, who: string, value: number, unit: string }} Row */

/** @returns {Promise<Row[]>} */
export async function bench() {
  const outfile = join(scratch, 'bench-requests.mjs');
  await build({
    entryPoints: [join(root, 'scripts/bench/sync/requests.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    alias: { '@': root },
    logLevel: 'error',
  });
  const requests = await rowsOf([outfile]);
  say('Requests are counted; now the mirror, in Chromium.');
  return [...requests, ...(await mirror('sync'))];
}

/**
 * A part in a real Chromium.
 * @param {'sync' | 'match'} what
 */
export function mirror(what) {
  return rowsOf(['--import', 'tsx', join(root, 'scripts/bench/sync/mirror.ts'), what]);
}

/** @param {string[]} args @returns {Promise<Row[]>} */
async function rowsOf(args) {
  const { code, output } = await run(process.execPath, args, { timeoutMs: 1_500_000 });
  const rows = output.split('\n').findLast((line) => line.startsWith('[{'));
  if (code !== 0 || !rows) throw new Error(output);
  return JSON.parse(rows);
}
