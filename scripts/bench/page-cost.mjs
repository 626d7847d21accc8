/**
 * What Sidelog costs the mail page, beside InboxSDK and gmail-js, on the same Gmail-shaped page in Chromium.
 * One run, interleaved: each step of a round is done by all four, one after another, and then all four idle together.
 * Times are CPU time of the page's main thread (so that what else the machine does is not counted), medians.
 * Run directly it also takes `--rounds N` and `--idle SECONDS` for trying things out.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from '../lib/run.mjs';
import { buildPeers } from './page-cost/peers.mjs';
import { median, runRound } from './page-cost/round.mjs';
import { copySidelog } from './page-cost/sidelog.mjs';
import { judge } from './page-cost/verdicts.mjs';

/** @type {import('./page-cost/round.mjs').Who[]} */
const everybody = ['none', 'sidelog', 'inboxsdk', 'gmail-js'];
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

/**
 * @param {{ rounds?: number, idleMs?: number, who?: import('./page-cost/round.mjs').Who[] }} [options]
 * @returns {Promise<import('./page-cost/verdicts.mjs').Row[]>}
 */
export async function bench({ rounds = 7, idleMs = IDLE_MS, who = everybody } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'sidelog-peers-'));
  try {
    const peers = who.some((name) => name === 'inboxsdk' || name === 'gmail-js')
      ? await buildPeers(folder)
      : undefined;
    /** @type {Record<string, string | null>} */
    const extensions = {
      none: null,
      sidelog: who.includes('sidelog') ? await copySidelog(folder) : null,
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
        for (const [name, values] of await runRound(order, extensions, round, idleMs)) {
          const kept = results.get(name) ?? {};
          for (const [key, list] of Object.entries(values)) kept[key] = [...(kept[key] ?? []), ...list];
        }
        say(`Round ${round} of ${rounds} is done.`);
      } catch (error) {
        failures += 1;
        say(`Round ${round} does not count: ${error instanceof Error ? error.message : error}`);
        if (failures > MAX_FAILURES) throw error;
        round -= 1;
      }
    }
    const rows = rowsOf(results, idleMs);
    if (who.length === everybody.length) report(rows);
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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

/** For the person at the terminal; standard output belongs to the figures. @param {import('./page-cost/verdicts.mjs').Row[]} rows */
function report(rows) {
  for (const { target, figure, bound, verdict } of judge(rows)) {
    say(`${verdict === 'met' ? 'met   ' : 'MISSED'}  ${target}: ${figure} (bound ${bound})`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const option = (/** @type {string} */ name) => {
    const at = process.argv.indexOf(name);
    return at < 0 ? undefined : process.argv[at + 1];
  };
  const rows = await bench({
    rounds: Number(option('--rounds') ?? 7),
    idleMs: Number(option('--idle') ?? 60) * 1000,
    who: everybody.filter((name) => !option('--who') || option('--who')?.split(',').includes(name)),
  });
  if (process.argv.includes('--json')) console.log(JSON.stringify({ bench: 'page-cost', rows }));
  else console.table(rows);
}
