/**
 * npm run bench -- NAME [--json] [--OPTION VALUE]…: runs scripts/bench/NAME.mjs. With `--json` a bench prints one object
 * `{"bench", "rows": [{"case", "who", "value", "unit"}]}` on standard output and nothing else; without it, a table.
 * A bench exports `bench(wish): Promise<{case, who, value, unit}[]>`, and in `options` the names of what it can be told,
 * in `switches` of what is said without a value.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureSetUp } from './lib/ensure.mjs';
import { root, say } from './lib/run.mjs';

const folder = join(root, 'scripts/bench');
const [name, ...said] = process.argv.slice(2);
const names = existsSync(folder)
  ? readdirSync(folder)
      .filter((file) => file.endsWith('.mjs'))
      .map((file) => file.slice(0, -'.mjs'.length))
  : [];
if (!name || !names.includes(name)) {
  say(
    `Usage: npm run -s bench -- NAME [--json] [--OPTION VALUE]...\nNAME is one of: ${names.join(', ') || '(none yet)'}`,
  );
  process.exitCode = 2;
} else {
  await ensureSetUp();
  const {
    bench,
    options = [],
    switches = [],
  } = await import(pathToFileURL(join(folder, `${name}.mjs`)).href);
  try {
    const { values } = parseArgs({
      args: said,
      options: {
        json: { type: 'boolean', default: false },
        ...Object.fromEntries(options.map((/** @type {string} */ option) => [option, { type: 'string' }])),
        ...Object.fromEntries(switches.map((/** @type {string} */ name) => [name, { type: 'boolean' }])),
      },
    });
    const { json, ...wish } = values;
    const rows = await bench(wish);
    if (json) console.log(JSON.stringify({ bench: name, rows }));
    else console.table(rows);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
