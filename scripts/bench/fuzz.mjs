/**
 * npm run -s bench -- fuzz [--seeds N] [--connector NAME] [--seed S] [--mutants] [--browser] [--json]
 * Every connector against its fake server: what was confirmed is there once, and nothing else is. One row a figure;
 * the last five of each connector must be zero, in a hundred seeds everything must have happened that can happen, and every
 * mutant must be caught by each connector that it is meant for, or the command ends with 1.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { run, say } from '../lib/run.mjs';
import { bundle, mutants } from './fuzz/bundle.mjs';

/** @typedef {{ seed: number, entries: number, kills: number, lostAnswers: number, lost: number, doubled: number, undoneButThere: number, unledgered: number, phantom: number, happened: Record<string, number>, must: string[], wrong: string[], history?: string[] }} Outcome */
/** @typedef {{ case: string, who: string, value: number, unit: string }} Row */

/** @type {[keyof Outcome, string][]} */
const figures = [
  ['entries', 'entries'],
  ['kills', 'kills'],
  ['lostAnswers', 'lost-answers'],
  ['lost', 'lost'],
  ['doubled', 'doubled'],
  ['undoneButThere', 'undone-but-there'],
  ['unledgered', 'unledgered'],
  ['phantom', 'phantom'],
];

export const options = ['seeds', 'seed', 'connector'];
export const switches = ['mutants', 'browser'];

/**
 * @param {{ seeds?: string, seed?: string, connector?: string, mutants?: boolean, browser?: boolean }} wish
 * @returns {Promise<Row[]>}
 */
export async function bench(wish) {
  if (wish.browser) return (await import('./fuzz/browser.mjs')).inBrowser();
  const whole = await bundle();
  const listed = await run(process.execPath, [whole, 'list']);
  const known = listed.output.trim().split('\n').at(-1)?.split(' ') ?? [];
  const names = wish.connector ? [wish.connector] : known;
  const unknown = names.find((name) => !known.includes(name));
  if (unknown) throw new Error(`No fake server for ${unknown}: ${known.join(', ')}`);
  const seeds = Number(wish.seeds ?? 100);
  if (wish.mutants) return huntMutants(names, seeds);
  if (wish.seed) return repeat(whole, names, Number(wish.seed));
  /** @type {Row[]} */
  const rows = [];
  for (const name of names) {
    const outcomes = await runSeeds(whole, name, seeds);
    for (const { seed, wrong } of outcomes.filter((each) => each.wrong.length > 0)) {
      process.exitCode = 1;
      say(
        `${name}, seed ${seed}: ${wrong.join('\n  ')}\n  again: npm run -s bench -- fuzz --connector ${name} --seed ${seed}`,
      );
    }
    rows.push(...rowsOf(name, outcomes), ...happenedRows(name, outcomes));
    say(
      `${name}: ${outcomes.length} seeds, ${outcomes.filter((each) => each.wrong.length > 0).length} with something wrong`,
    );
  }
  return rows;
}

/** @param {string} name @param {Outcome[]} outcomes @returns {Row[]} */
function rowsOf(name, outcomes) {
  return figures.map(([key, title]) => ({
    case: title,
    who: name,
    value: outcomes.reduce((sum, outcome) => sum + Number(outcome[key]), 0),
    unit: 'count',
  }));
}

/**
 * How often each thing happened that the fuzz is there for. One that never did in a hundred seeds is a fault of the fuzz.
 * @param {string} name
 * @param {Outcome[]} outcomes
 * @returns {Row[]}
 */
function happenedRows(name, outcomes) {
  const must = outcomes[0]?.must ?? [];
  const rows = must.map((what) => ({
    case: `happened/${what}`,
    who: name,
    value: outcomes.reduce((sum, { happened }) => sum + (happened[what] ?? 0), 0),
    unit: 'count',
  }));
  const never = rows.filter(({ value }) => value === 0).map((row) => row.case);
  if (never.length > 0 && outcomes.length >= 100) {
    process.exitCode = 1;
    say(`${name}: NEVER ${never.join(', ')}`);
  }
  return rows;
}

/** One seed alone, told from its beginning. @param {string} program @param {string[]} names @param {number} seed */
async function repeat(program, names, seed) {
  /** @type {Row[]} */
  const rows = [];
  for (const name of names) {
    const outcomes = await oneProcess(program, [name, String(seed), '1']);
    for (const { history = [], wrong } of outcomes) {
      say([`${name}, seed ${seed}`, ...history, ...wrong.map((line) => `WRONG ${line}`)].join('\n'));
      if (wrong.length > 0) process.exitCode = 1;
    }
    rows.push(...rowsOf(name, outcomes));
  }
  return rows;
}

/**
 * Each thing removed in turn, on each connector where nothing else does the same: which seed notices it. A mutant that
 * nobody notices is a fault of the fuzz.
 * @param {string[]} names
 * @param {number} seeds
 */
async function huntMutants(names, seeds) {
  /** @type {Row[]} */
  const rows = [];
  for (const mutant of mutants) {
    const program = await bundle(mutant);
    for (const name of names.filter((each) => !mutant.without?.includes(each))) {
      const outcomes = await oneProcess(program, [name, '1', String(seeds), '1', 'caught']);
      const last = outcomes.at(-1);
      const by = last && last.wrong.length > 0 ? last.seed : 0;
      if (by === 0) process.exitCode = 1;
      rows.push({
        case: `without ${mutant.name}, caught by seed`,
        who: name,
        value: by,
        unit: by > 0 ? 'seed' : 'not caught',
      });
      say(
        `without ${mutant.name}, ${name}: ${by > 0 ? `caught by seed ${by}: ${last?.wrong[0]}` : `NOT CAUGHT by ${seeds} seeds`}`,
      );
    }
  }
  return rows;
}

/** Shared out among the processors. @param {string} program @param {string} name @param {number} seeds */
async function runSeeds(program, name, seeds) {
  const parts = Math.max(1, Math.min(availableParallelism(), seeds));
  const shares = Array.from({ length: parts }, (_, part) =>
    oneProcess(program, [name, String(1 + part), String(Math.ceil((seeds - part) / parts)), String(parts)]),
  );
  return (await Promise.all(shares)).flat();
}

/** @param {string} program @param {string[]} args @returns {Promise<Outcome[]>} */
async function oneProcess(program, args) {
  const child = spawn(process.execPath, ['--max-semi-space-size=64', program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  const code = await new Promise((done) => child.on('close', done));
  const lines = said.split('\n').filter((line) => line.startsWith('{'));
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code} after ${lines.length} seeds`);
  return lines.map((line) => JSON.parse(line));
}
