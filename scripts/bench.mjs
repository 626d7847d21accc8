/**
 * npm run bench -- NAME [--json]: runs scripts/bench/NAME.mjs. With `--json` a bench prints one object
 * `{"bench", "rows": [{"case", "who", "value", "unit"}]}` on standard output and nothing else; without it, a table.
 * A bench exports `bench(): Promise<{case, who, value, unit}[]>`.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureSetUp } from './lib/ensure.mjs';
import { root, say } from './lib/run.mjs';

const folder = join(root, 'scripts/bench');
const [name, ...options] = process.argv.slice(2);
const names = existsSync(folder)
  ? readdirSync(folder)
      .filter((file) => file.endsWith('.mjs'))
      .map((file) => file.slice(0, -'.mjs'.length))
  : [];
if (!name || !names.includes(name) || options.some((option) => option !== '--json')) {
  say(`Usage: npm run -s bench -- NAME [--json]\nNAME is one of: ${names.join(', ') || '(none yet)'}`);
  process.exitCode = 2;
} else {
  await ensureSetUp();
  const { bench } = await import(pathToFileURL(join(folder, `${name}.mjs`)).href);
  const rows = await bench();
  if (options.includes('--json')) console.log(JSON.stringify({ bench: name, rows }));
  else console.table(rows);
}
