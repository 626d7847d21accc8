import 'fake-indexeddb/auto';
import './even-hashes';
import { fuzzedCrms } from '../crm/fakes/registry';
import { fuzz } from './fuzz';

/*
 * One process of `npm run bench -- fuzz`: runs the seeds it is given and says one JSON line for each. Bundled by
 * scripts/bench/fuzz/bundle.mjs, with or without one line of the engine removed.
 */

const [name = '', first = '1', count = '1', step = '1', until = 'never'] = process.argv.slice(2);
if (name === 'list') {
  process.stdout.write(`${Object.keys(fuzzedCrms).join(' ')}\n`);
  process.exit(0);
}
const make = fuzzedCrms[name];
if (!make) throw new Error(`No fake server for ${name}: ${Object.keys(fuzzedCrms).join(', ')}`);
for (let index = 0; index < Number(count); index += 1) {
  const seed = Number(first) + index * Number(step);
  const { history, ...outcome } = await fuzz(seed, make);
  // Of one seed alone everything is told.
  const told = Number(count) === 1 ? { history } : {};
  process.stdout.write(`${JSON.stringify({ seed, ...outcome, ...told })}\n`);
  if (until === 'caught' && outcome.wrong.length > 0) break;
}
process.exit(0);
