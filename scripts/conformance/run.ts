import { parseArgs } from 'node:util';
import { CrmFault } from '@/utils/crm/errors';
import { canRun, contractCases } from '../../tests/crm/contract';
import { ownCases } from '../../tests/crm/contract-own';
import { makeLiveDynamics } from './dynamics';
import { makeLiveEspo } from './espocrm';
import { makeLiveHubspot } from './hubspot';
import type { Live, MakeLive } from './live';
import { makeLiveOdoo } from './odoo';
import { racePairs } from './pairs';
import { makeLivePipedrive } from './pipedrive';
import { makeLiveSalesforce } from './salesforce';
import { makeLiveTwenty } from './twenty';
import { makeLiveZoho } from './zoho';

const crms: Record<string, MakeLive> = {
  odoo: makeLiveOdoo,
  espocrm: makeLiveEspo,
  hubspot: makeLiveHubspot,
  pipedrive: makeLivePipedrive,
  twenty: makeLiveTwenty,
  salesforce: makeLiveSalesforce,
  zoho: makeLiveZoho,
  dynamics: makeLiveDynamics,
};

const usage = `npm run -s conformance -- --crm NAME --settings JSON
  NAME      ${Object.keys(crms).join(', ')}
  JSON      the connector's settings, for Odoo {"url", "database", "login", "key"},
            for EspoCRM {"url", "login", "key"} or {"url", "key"};
            for HubSpot {"token", "email"}, "colleagueEmail" for a colleague's;
            for Pipedrive {"company", "token"}, "colleagueToken" for a colleague's;
            for Twenty {"url", "key", "email", "colleagueEmail"};
            for Salesforce, Zoho and Dynamics {"url", "token"} (an access token, "colleagueToken" for a colleague's);
            with "colleagueLogin" and "colleagueKey" two users log the same mail
  --pairs N two people log the same entry at the same moment, N times for each kind, and every second time an answer
            is lost; counts what is there afterwards. Instead of the contract
It writes to that server: use a test database. What it made it removes again.`;

function words(error: unknown): string {
  if (error instanceof CrmFault) return JSON.stringify(error.fault);
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { crm: { type: 'string' }, settings: { type: 'string' }, pairs: { type: 'string' } },
  });
  const make = crms[values.crm ?? ''];
  if (!make || !values.settings) {
    console.error(usage);
    return 2;
  }
  const settings: Record<string, string> = JSON.parse(values.settings);
  const run = `slc${Date.now().toString(36)}`;
  const live = await make(settings, run);
  if (values.pairs) return pairsOf(live, Number(values.pairs));

  const rows: [string, string, string][] = [];
  let failed = 0;
  for (const each of [...contractCases, ...ownCases]) {
    if (!canRun(live.harness, each)) {
      rows.push([each.name, `skipped (no ${each.scope ?? each.needs ?? each.kind})`, '']);
      continue;
    }
    const began = performance.now();
    let result = 'passed';
    try {
      await each.run(live.harness);
    } catch (error) {
      failed += 1;
      result = `FAILED: ${words(error)}`;
    }
    live.harness.trouble?.calm();
    rows.push([each.name, result, String(Math.round(performance.now() - began))]);
  }
  const began = performance.now();
  try {
    await live.cleanUp();
    rows.push([
      'everything that this run made is removed',
      'passed',
      String(Math.round(performance.now() - began)),
    ]);
  } catch (error) {
    failed += 1;
    rows.push([`everything that this run made (${run}) is removed`, `FAILED: ${words(error)}`, '']);
  }

  const width = Math.max(...rows.map(([name]) => name.length));
  console.log(`${'case'.padEnd(width)}  ${'ms'.padStart(6)}  result`);
  for (const [name, result, ms] of rows) console.log(`${name.padEnd(width)}  ${ms.padStart(6)}  ${result}`);
  for (const note of live.notes) console.log(`note: ${note}`);
  const passed = rows.filter(([, result]) => result === 'passed').length;
  console.log(`${passed} passed, ${failed} failed, ${rows.length - passed - failed} skipped`);
  return failed > 0 ? 1 : 0;
}

/** One line of figures for each kind; fails where one is other than one record under one name. */
async function pairsOf(live: Live, pairs: number): Promise<number> {
  const session = live.harness.session();
  const draft = { name: 'Pia Pairs', address: `pairs@${live.harness.run}.example` };
  const { remoteId } = await session.contacts.create(draft, '00000000-0000-5000-9000-000000000001');
  let failed = 0;
  for (const kind of session.activities.kinds) {
    const result = await racePairs(live.harness, remoteId, kind, pairs);
    failed += result.doubled + result.disagreed;
    console.log(JSON.stringify(result));
  }
  await live.cleanUp();
  return failed > 0 ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(words(error));
    process.exit(1);
  },
);
