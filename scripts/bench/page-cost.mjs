/**
 * What Sidelog costs the page: Gmail beside InboxSDK and gmail-js, Google Calendar, Outlook's mail and its calendar
 * beside no extension, on pages in their shapes in Chromium. `empty` is an extension whose two scripts, one in each
 * world as ours are, do nothing: less than it costs nobody can.
 * One run, interleaved: each step of a round is done by all, one after another, and then all of them idle together.
 * Times are CPU time of the page's main thread (so that what else the machine does is not counted), medians.
 * `--sites gmail,outlook` measures some of them alone, `--rounds N` and `--idle SECONDS` are for trying things out.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from '../lib/run.mjs';
import { makeEmpty } from './page-cost/empty.mjs';
import { buildPeers } from './page-cost/peers.mjs';
import { median, runRound } from './page-cost/round.mjs';
import { copySidelog } from './page-cost/sidelog.mjs';
import { sites as allSites } from './page-cost/sites.mjs';
import { judge, judgeAlone } from './page-cost/verdicts.mjs';

/** @type {import('./page-cost/round.mjs').Who[]} */
const everybody = ['none', 'empty', 'sidelog', 'inboxsdk', 'gmail-js'];
const alone = everybody.slice(0, 3);
const IDLE_MS = 60_000;
/** A round that fails is run again; a candidate that fails more often than this ends the bench. */
const MAX_FAILURES = 3;

const units = {
  load: 'ms',
  'open-30': 'ms',
  'open-300': 'ms',
  'list-100': 'ms',
  idle: 'ms',
  'idle-page': 'ms',
  'longest-task': 'ms',
  'before-handler': 'ms',
  'json-parse': 'ms',
  heap: 'bytes',
  'heap-300': 'bytes',
  'script-bytes': 'bytes',
  'foreign-hosts': 'hosts',
};

/** What may be said on the command line besides `--json`. */
export const options = ['sites', 'rounds', 'idle', 'who'];

/**
 * @param {{ rounds?: string, idle?: string, who?: string, sites?: string }} [wish] as said on the command line; without
 * peers three rounds of 20 seconds' idling do, because there is nothing else to compare
 * @returns {Promise<import('./page-cost/verdicts.mjs').Row[]>}
 */
export async function bench({ rounds, idle, who, sites } = {}) {
  const wanted = sites?.split(',') ?? allSites.map(({ name }) => name);
  const unknown = wanted.filter((name) => !allSites.some((site) => site.name === name));
  if (unknown.length > 0)
    throw new Error(`--sites ${unknown}: it is one of ${allSites.map(({ name }) => name).join(', ')}.`);
  const folder = mkdtempSync(join(tmpdir(), 'sidelog-peers-'));
  try {
    // One build for all sites: the same code is measured from the first to the last.
    const sidelog = who && !who.split(',').includes('sidelog') ? null : await copySidelog(folder);
    /** @type {import('./page-cost/verdicts.mjs').Row[]} */
    const all = [];
    for (const site of allSites.filter(({ name }) => wanted.includes(name))) {
      const isGmail = site.name === 'gmail';
      const candidates = (isGmail ? everybody : alone).filter(
        (name) => !who || who.split(',').includes(name),
      );
      const idleMs = idle ? Number(idle) * 1000 : isGmail ? IDLE_MS : IDLE_MS / 3;
      const results = await runRounds(site, candidates, Number(rounds ?? (isGmail ? 7 : 3)), idleMs, {
        sidelog,
        folder,
      });
      const rows = rowsOf(results, idleMs);
      if (candidates.length === everybody.length) report(site.name, judge(rows));
      else if (!isGmail && candidates.length === alone.length) report(site.name, judgeAlone(rows, site.name));
      all.push(...rows.map((row) => (isGmail ? row : { ...row, case: `${site.name}/${row.case}` })));
    }
    return all;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {import('./page-cost/sites.mjs').Site} site @param {import('./page-cost/round.mjs').Who[]} who
 * @param {number} rounds @param {number} idleMs @param {{ sidelog: string | null, folder: string }} built
 */
async function runRounds(site, who, rounds, idleMs, { sidelog, folder }) {
  const peers = who.some((name) => name === 'inboxsdk' || name === 'gmail-js')
    ? await buildPeers(folder)
    : undefined;
  /** @type {Record<string, string | null>} */
  const extensions = {
    none: null,
    empty: makeEmpty(folder, site.hosts),
    sidelog,
    inboxsdk: peers?.inboxsdk ?? null,
    'gmail-js': peers?.['gmail-js'] ?? null,
  };
  /** @type {Map<string, Record<string, number[]>>} */
  const results = new Map(who.map((name) => [name, {}]));
  let failures = 0;
  for (let round = 1; round <= rounds; round += 1) {
    // Each round begins with another one, so that nobody is always first or last.
    const order = who.map((_, index) => who[(index + round) % who.length]);
    try {
      for (const [name, values] of await runRound(order, extensions, round, idleMs, site)) {
        const kept = results.get(name) ?? {};
        for (const [key, list] of Object.entries(values)) kept[key] = [...(kept[key] ?? []), ...list];
      }
      say(`${site.name}: round ${round} of ${rounds} is done.`);
    } catch (error) {
      failures += 1;
      say(`${site.name}: round ${round} does not count: ${error instanceof Error ? error.message : error}`);
      if (failures > MAX_FAILURES) throw error;
      round -= 1;
    }
  }
  return results;
}

/** @param {Map<string, Record<string, number[]>>} results @param {number} idleMs */
function rowsOf(results, idleMs) {
  /** @type {import('./page-cost/verdicts.mjs').Row[]} */
  const rows = [];
  for (const [name, unit] of Object.entries(units)) {
    if (name === 'json-parse') {
      // The page's own parsing of its largest response: one figure for all, whoever listened.
      const all = [...results.values()].flatMap((values) => values[name] ?? []);
      rows.push({ case: name, who: 'none', value: rounded(median(all), unit), unit });
      continue;
    }
    for (const [who, values] of results) {
      const scale = name.startsWith('idle') ? IDLE_MS / idleMs : 1;
      rows.push({ case: name, who, value: rounded(median(values[name] ?? []) * scale, unit), unit });
    }
  }
  return rows;
}

const rounded = (/** @type {number} */ value, /** @type {string} */ unit) =>
  unit === 'ms' ? Math.round(value * 100) / 100 : Math.round(value);

/**
 * For the person at the terminal; standard output belongs to the figures.
 * @param {string} site @param {ReturnType<typeof judge>} verdicts
 */
function report(site, verdicts) {
  for (const { target, figure, bound, verdict } of verdicts) {
    say(`${verdict === 'met' ? 'met   ' : 'MISSED'}  ${site}: ${target}: ${figure} (bound ${bound})`);
  }
}
