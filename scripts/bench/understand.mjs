/**
 * npm run bench -- understand [--json]: how well mail is understood, beside the best peers, in one run; what it costs,
 * and what whole proposals of invented mail look like.
 *
 * The scorers and the labelled mail stay in ../shared/text (`TEXT_DIR`): the scorers are copied to a temporary folder,
 * where the peers are installed. Without that folder only the project's own parts run, and it says so.
 */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { root, run, say } from '../lib/run.mjs';

/** The scorers, with the peers that answer them. `sidelog` is tests/understand/adapter.ts under tsx. */
const scorers = [
  {
    scorer: 'quote',
    peers: ['quote-crisp', 'quote-githubport', 'quote-planer', 'quote-forward', 'quote-floor'],
  },
  { scorer: 'quotehtml', peers: [] },
  { scorer: 'signature', peers: ['sig-detector', 'sig-talonjs', 'sig-floor'] },
  { scorer: 'fields', peers: ['fields-floor'] },
  { scorer: 'bulk', options: ['--noheaders'], peers: ['bulk-sender-text'] },
  { scorer: 'ask', peers: ['ask-floor', 'ask-lr', 'ask-qmark', 'ask-please'] },
  { scorer: 'dates', peers: ['dates-chrono', 'dates-recognizers', 'dates-compromise', 'dates-sherlock'] },
  {
    scorer: 'domain',
    peers: ['domain-floor', 'free-email-providers', 'free-free-email-domains', 'free-freemail'],
  },
];

/** @typedef {{ case: string, who: string, value: number, unit: string }} Row */

/** @returns {Promise<Row[]>} */
export async function bench() {
  /** @type {Row[]} */
  const rows = [];
  const text = resolve(root, process.env.TEXT_DIR ?? '../shared/text');
  if (existsSync(join(text, 'score'))) rows.push(...(await scored(text)));
  else say(`${text} is not here: the labelled mail is left out, only the project's own parts are measured.`);
  rows.push(...(await own('scripts/bench/understand/cost.ts')));
  return rows;
}

/** @param {string} text */
async function scored(text) {
  const folder = mkdtempSync(join(tmpdir(), 'sidelog-score-'));
  try {
    cpSync(join(text, 'score'), folder, { recursive: true });
    const writable = await run('chmod', ['-R', 'u+w', folder]);
    if (writable.code !== 0) throw new Error(writable.output);
    say('Installing the peers.');
    const installed = await run('npm', [
      'install',
      '--prefix',
      folder,
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
    ]);
    if (installed.code !== 0) throw new Error(`The peers could not be installed:\n${installed.output}`);
    /** @type {Row[]} */
    const rows = [];
    for (const { scorer, peers, options = [] } of scorers) {
      const runners = [
        { who: 'sidelog', module: join(root, 'tests/understand/adapter.ts') },
        ...peers.map((peer) => ({ who: peer, module: join(folder, 'peers', `${peer}.mjs`) })),
      ];
      for (const { who, module } of runners) {
        say(`${scorer}: ${who}`);
        const ran = await run(
          process.execPath,
          ['--import', 'tsx', join(folder, `score-${scorer}.mjs`), module, ...options],
          { env: { BENCH_DATA: `${join(text, 'dev')}/` }, timeoutMs: 900_000 },
        );
        const found = rowsOfTables(scorer, who, ran.output);
        // A scorer may end on a set that is not published; what it printed before counts, silence does not.
        if (found.length === 0)
          throw new Error(`score-${scorer} said nothing about ${who}:\n${ran.output.slice(-2000)}`);
        rows.push(...found);
      }
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The numbers in the markdown tables that a scorer prints, one row a cell.
 * @param {string} scorer
 * @param {string} who
 * @param {string} output
 */
function rowsOfTables(scorer, who, output) {
  /** @type {Row[]} */
  const rows = [];
  /** @type {string[]} */
  let head = [];
  let under = '';
  for (const line of output.split('\n')) {
    if (!line.startsWith('|')) {
      const set = /\b(?:sigfields|quotehtml)-[\w-]+/.exec(line);
      if (set) under = `${set[0]} · `;
      const all = /all-fields-right ([\d.]+)%/.exec(line);
      if (set && all)
        rows.push({ case: `${scorer} · ${under}all fields right`, who, value: Number(all[1]), unit: '%' });
      head = [];
      continue;
    }
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (cells.every((cell) => /^-*$/.test(cell))) continue;
    if (head.length === 0) {
      head = cells;
      continue;
    }
    const [name, ...values] = cells;
    for (const [index, cell] of values.entries()) {
      const title = head[index + 1] ?? '';
      const number = Number(cell);
      if (cell === '' || cell === '-' || !Number.isFinite(number)) continue;
      const unit = /%|^(P|R|F1|Acc)$|\b(P|R|F1)$/.test(title) ? '%' : 'count';
      rows.push({
        case: `${scorer} · ${under}${name} · ${title.replace(/ ?%/, '')}`,
        who,
        value: number,
        unit,
      });
    }
  }
  return rows;
}

/**
 * A part of our own, in TypeScript: prints rows as JSON.
 * @param {string} script
 * @returns {Promise<Row[]>}
 */
async function own(script) {
  const ran = await run(process.execPath, ['--import', 'tsx', join(root, script)], { timeoutMs: 900_000 });
  if (ran.code !== 0) throw new Error(ran.output);
  return JSON.parse(ran.output.slice(ran.output.indexOf('[')));
}
