/**
 * npm run -s bench -- surfaces: what panel and popup ask of a rep, and how fast they are.
 *
 * Presses are counted from trusted events in the real panel and popup (tests/e2e/fewest-presses.chromium.ts) and
 * modelled by keystroke level beside the same tasks by hand, whose figures are read from ../shared/facts/by-hand.md
 * (FACTS_DIR). Times are medians in Chromium, with 2,000 open proposals and 100,000 contacts, each also as a ratio to the
 * same build's panel with nothing in it, taken in turns in the same run. `--rounds N` is for trying things out.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureBuild } from '../lib/ensure.mjs';
import { root, run, runTool, say, scratch, tool } from '../lib/run.mjs';
import { bundleOf } from './surfaces/bundle.mjs';
import { readByHand, seconds } from './surfaces/by-hand.mjs';

/** @typedef {{ case: string, who: string, value: number, unit: string }} Row */

export const options = ['rounds', 'proposals', 'contacts'];

/** @param {{ rounds?: string, proposals?: string, contacts?: string }} [wish] @returns {Promise<Row[]>} */
export async function bench(wish = {}) {
  const folder = await ensureBuild('chrome');
  /** @type {Row[]} */
  const rows = [];
  for (const page of ['sidepanel', 'popup']) {
    const { gzipped } = bundleOf(folder, `${page}.html`);
    rows.push({ case: `bundle, gzipped: ${page}`, who: 'sidelog', value: gzipped, unit: 'bytes' });
    rows.push({ case: `bundle, gzipped: ${page}`, who: 'limit', value: 120 * 1024, unit: 'bytes' });
  }
  rows.push(...modelled(await countPresses()));
  say('Presses are counted; now the times.');
  const measured = await run(
    process.execPath,
    ['--import', 'tsx', join(root, 'scripts/bench/surfaces/measure.ts'), JSON.stringify(wish)],
    { timeoutMs: 1_500_000 },
  );
  const line = measured.output.split('\n').findLast((each) => each.startsWith('[{'));
  if (measured.code !== 0 || !line) throw new Error(measured.output);
  rows.push(...JSON.parse(line));
  return rows;
}

/** @returns {Promise<Record<string, { clicks: number, keys: number, ms: number }>>} */
async function countPresses() {
  const report = join(scratch, 'presses.json');
  rmSync(report, { force: true });
  const { code, output } = await runTool(
    tool('@playwright/test', 'playwright'),
    ['test', 'fewest-presses.chromium', '--project=chromium', '--workers=1', '--reporter=line'],
    { timeoutMs: 600_000, env: { SIDELOG_PRESSES: report } },
  );
  if (code !== 0) {
    process.exitCode = 1;
    say(output);
  }
  if (!existsSync(report)) throw new Error('The run that counts presses did not come to its end.');
  return JSON.parse(readFileSync(report, 'utf8'));
}

/** The fewest presses that the product promises, and what it is compared with by hand, by its names in by-hand.md. */
const tasks = {
  'log a proposed mail': {
    most: 1,
    byHand: ['T1 log e-mail (body pasted)', 'T1 variant: 3-sentence summary typed'],
  },
  'log with a corrected deal': { most: 3, byHand: [] },
  'create a contact': { most: 1, byHand: ['T3 contact from signature'] },
  'clear a follow-up': { most: 1, byHand: [] },
};

/** @param {Record<string, { clicks: number, keys: number, ms: number }>} counted @returns {Row[]} */
function modelled(counted) {
  const facts = resolve(root, process.env.FACTS_DIR ?? '../shared/facts', 'by-hand.md');
  const byHand = existsSync(facts) ? readByHand(readFileSync(facts, 'utf8')) : [];
  if (byHand.length === 0) say(`${facts} is not here: nothing to compare the modelled times with.`);
  return Object.entries(tasks).flatMap(([task, { most, byHand: names }]) => {
    const presses = counted[task];
    if (!presses) return [];
    const ours = seconds(presses);
    const cases = byHand.filter((each) => names.includes(each.task));
    return [
      {
        case: `${task}: clicks and keys`,
        who: 'sidelog',
        value: presses.clicks + presses.keys,
        unit: 'presses',
      },
      { case: `${task}: clicks and keys`, who: 'limit', value: most, unit: 'presses' },
      { case: `${task}: modelled`, who: 'sidelog', value: round(ours), unit: 's' },
      ...cases.flatMap(({ crm, task: name, total }) => [
        { case: `${task}: modelled`, who: `by hand, ${crm}, ${name}`, value: total, unit: 's' },
        {
          case: `${task}: times less than by hand`,
          who: `${crm}, ${name}`,
          value: round(total / ours),
          unit: 'ratio',
        },
      ]),
    ];
  });
}

const round = (/** @type {number} */ value) => Math.round(value * 100) / 100;
