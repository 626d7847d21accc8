/**
 * npm run record -- NAME "reply with two recipients" [--url URL] [--out DIR]
 *
 * Opens Chromium in a profile of its own, outside of the project, with the site's tap and nothing else of Sidelog. Sign
 * in, open what the case is to show, press Enter here. The part of the page that the adapter reads and what its tap took
 * are written as a case under tests/pages/recorded/NAME, with every name, address, id and sentence replaced: nothing else
 * ever touches the disk. Read what was written before you commit it.
 */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './lib/browsers.mjs';
import { ensureSetUp } from './lib/ensure.mjs';
import { root, say } from './lib/run.mjs';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { url: { type: 'string' }, out: { type: 'string' } },
  });
  const [name, about] = positionals;
  if (!name || !about)
    throw new Error('Usage: npm run record -- NAME "what the case shows" [--url URL] [--out DIR]');
  await ensureSetUp();
  const program = await ensureBrowser('chromium');
  if (!program) throw new Error('Without Chromium nothing can be recorded.');
  process.env.CHROMIUM_PATH = program;
  const { register } = await import('tsx/esm/api');
  register();
  const { record } = await import('./record/record.ts');
  const { folder, expected } = await record({
    root,
    name,
    about,
    url: values.url,
    out: values.out,
    headless: process.env.RECORD_HEADLESS === '1',
    ready: pressedEnter,
  });
  say(
    `Written to ${folder}. Read every file before you commit it; expected.json is what the adapter says today:`,
  );
  process.stdout.write(expected);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

/** Resolves with the Enter key; rejects where the input ends without it. */
function pressedEnter() {
  say('Open what the case is to show, then press Enter here.');
  // No terminal of its own: Ctrl+C ends everything, the browser too.
  const lines = createInterface({ input: process.stdin, terminal: false });
  return new Promise((done, failed) => {
    lines.once('line', () => done(undefined));
    lines.once('close', () => failed(new Error('Nothing was recorded: the input ended before Enter.')));
  }).finally(() => lines.close());
}
