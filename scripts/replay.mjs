/**
 * npm run -s replay -- --site gmail|google-calendar|outlook|outlook-calendar [--page FILE.html] [--wire FILE_OR_DIR]… [--endpoint NAME]…
 *                      [--url URL] [--account ADDRESS] [--no-gate]
 * npm run -s replay -- --file X.ics|X.eml|X.msg… [--account ADDRESS] [--now DATE] [--no-gate]
 *
 * Runs the built extension in Chromium on recorded input and prints, one JSON object a line, what its worker made of
 * it: records, refusals, drift. Nothing else goes to standard output. See CONTRIBUTING.md.
 */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './lib/browsers.mjs';
import { ensureBuild, ensureSetUp } from './lib/ensure.mjs';
import { say } from './lib/run.mjs';

const usage =
  'Usage: npm run -s replay -- --site gmail|google-calendar|outlook|outlook-calendar [--page FILE.html] [--wire FILE_OR_DIR]... [--endpoint NAME]... [--url URL] [--account ADDRESS] [--no-gate]\n       npm run -s replay -- --file X.ics|X.eml|X.msg... [--account ADDRESS] [--now DATE] [--no-gate]';

try {
  const { values } = parseArgs({
    options: {
      site: { type: 'string' },
      page: { type: 'string' },
      wire: { type: 'string', multiple: true, default: [] },
      endpoint: { type: 'string', multiple: true, default: [] },
      file: { type: 'string', multiple: true, default: [] },
      now: { type: 'string' },
      url: { type: 'string' },
      account: { type: 'string' },
      'no-gate': { type: 'boolean', default: false },
    },
  });
  const files = values.file.map(find);
  const now = values.now === undefined ? Date.now() : Date.parse(values.now);
  if (Number.isNaN(now)) throw new Error(`--now ${values.now}: this is no date.`);
  if (files.length > 0 && (values.site || values.page || values.wire.length > 0))
    throw new Error(`--file stands alone: it comes from no page.\n${usage}`);
  const sites = ['gmail', 'google-calendar', 'outlook', 'outlook-calendar'];
  const site = values.site ?? '';
  if (files.length === 0 && !sites.includes(site))
    throw new Error(`--site is one of ${sites.join(', ')}.\n${usage}`);
  if (files.length === 0 && !values.page && values.wire.length === 0)
    throw new Error(`Nothing to replay.\n${usage}`);
  const page = values.page ? find(values.page) : undefined;
  if (page && !statSync(page).isFile()) throw new Error(`${values.page}: --page takes one file.`);
  const wire = values.wire.map(find);
  await ensureSetUp();
  const program = await ensureBrowser('chromium');
  if (!program) throw new Error('Without Chromium nothing can be replayed.');
  process.env.CHROMIUM_PATH = program;
  const build = await ensureBuild('chrome');
  const { register } = await import('tsx/esm/api');
  register();
  const { account } = values;
  const gate = !values['no-gate'];
  const lines =
    files.length > 0
      ? await (await import('./replay/files.ts')).replayFiles({ build, files, account, gate, now })
      : await (await import('./replay/replay.ts')).replay({
          build,
          site,
          page,
          wire,
          endpoints: values.endpoint,
          url: values.url,
          account,
          gate,
        });
  for (const line of lines) process.stdout.write(`${JSON.stringify(line)}\n`);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

/** npm runs us in the project's root; a relative path means the folder the person stands in. */
function find(/** @type {string} */ path) {
  const places = [process.env.INIT_CWD ?? '.', '.'].map((folder) => resolve(folder, path));
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Error(`${path}: there is no such file.`);
  return found;
}
