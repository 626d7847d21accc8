/**
 * npm run shots [-- --out DIR] [--only PATTERN] [--language LANG]
 *
 * Takes a picture of every surface in every state, light and dark, in two widths, from invented people written straight
 * into the extension's own databases. The README's pictures (docs/pictures) are among them: with no --out they are
 * renewed, and the others go to screenshots/states. --language (de, ja, ar-XB for right to left, any other BCP 47) shows
 * them as the readers of that language have them, and leaves the README's alone.
 */
import { parseArgs } from 'node:util';
import { ensureBrowser } from './lib/browsers.mjs';
import { ensureBuild, ensureSetUp } from './lib/ensure.mjs';
import { say } from './lib/run.mjs';

try {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      only: { type: 'string', default: '' },
      language: { type: 'string' },
    },
  });
  await ensureSetUp();
  const program = await ensureBrowser('chromium');
  if (!program) throw new Error('Without Chromium there are no pictures.');
  process.env.CHROMIUM_PATH = program;
  const build = await ensureBuild('chrome');
  const { register } = await import('tsx/esm/api');
  register();
  const { takeShots } = await import('./shots/take-shots.ts');
  const findings = await takeShots({
    build,
    out: values.out,
    only: new RegExp(values.only),
    language: values.language,
  });
  for (const finding of findings) say(finding);
  if (findings.length > 0) process.exitCode = 1;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
