/**
 * npm run record -- NAME "reply with two recipients" [--url URL]
 *
 * Opens Chromium with Sidelog in a profile of its own, outside of the project. Sign in, open what the case is to show,
 * press Enter here. The part of the page that the adapter reads and what its tap would take are written as a case under
 * tests/pages/NAME, with every name, address, id and sentence replaced: nothing else ever touches the disk. Read what
 * was written before you commit it.
 */
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './lib/browsers.mjs';
import { ensureBuild, ensureSetUp } from './lib/ensure.mjs';
import { root, say } from './lib/run.mjs';

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { url: { type: 'string' } } });
  const [name, about] = positionals;
  if (!name || !about) throw new Error('Usage: npm run record -- NAME "what the case shows" [--url URL]');
  await ensureSetUp();
  const program = await ensureBrowser('chromium');
  if (!program) throw new Error('Without Chromium nothing can be recorded.');
  process.env.CHROMIUM_PATH = program;
  const build = await ensureBuild('chrome');
  const { register } = await import('tsx/esm/api');
  register();
  const { record } = await import('./record/record.ts');
  const { folder, expected } = await record({
    root,
    build,
    name,
    about,
    url: values.url,
    headless: process.env.RECORD_HEADLESS === '1',
    async ready() {
      const lines = createInterface({ input: process.stdin, output: process.stderr });
      await lines.question('Open what the case is to show, then press Enter here. ');
      lines.close();
    },
  });
  say(
    `Written to ${folder}. Read every file before you commit it; expected.json is what the adapter says today:`,
  );
  process.stdout.write(expected);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
