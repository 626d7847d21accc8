/**
 * npm run new:page -- NAME --host mail.example.com [--title "Example Mail"]
 *
 * Writes what a page adapter begins with: folder, find.ts, an adapter that compiles and says that it reads nothing yet,
 * entrypoints, its first case and test, and its name wherever sites are listed. Then record, and write the adapter.
 */
import { parseArgs } from 'node:util';
import { ensureSetUp } from './lib/ensure.mjs';
import { root, runTool, say, tool } from './lib/run.mjs';
import { writePage } from './new-page/write-page.mjs';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { host: { type: 'string' }, title: { type: 'string' } },
  });
  const [name] = positionals;
  if (!name || !values.host)
    throw new Error('Usage: npm run new:page -- NAME --host mail.example.com [--title "Example Mail"]');
  await ensureSetUp();
  const paths = writePage(root, {
    name,
    host: values.host,
    ...(values.title ? { title: values.title } : {}),
  });
  await runTool(tool('biome'), ['check', '--write', ...paths.filter((path) => !path.endsWith('.md'))]);
  say(
    `Written:\n  ${paths.join('\n  ')}\nNext: npm run record -- ${name} "what the case shows", then ${name}/find.ts.`,
  );
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
