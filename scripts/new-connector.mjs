/**
 * npm run new:connector -- NAME [--title "Product Name"]
 *
 * Writes what a connector begins with: folder with README and answers, a connector that signs in and says that it holds
 * nothing yet, its fake, its test with the contract's cases that hold already, and its name wherever CRMs are listed.
 */
import { parseArgs } from 'node:util';
import { ensureSetUp } from './lib/ensure.mjs';
import { root, runTool, say, tool } from './lib/run.mjs';
import { writeConnector } from './new-connector/write-connector.mjs';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { title: { type: 'string' } },
  });
  const [name] = positionals;
  if (!name) throw new Error('Usage: npm run new:connector -- NAME [--title "Product Name"]');
  await ensureSetUp();
  const paths = writeConnector(root, { name, ...(values.title ? { title: values.title } : {}) });
  await runTool(tool('@biomejs/biome', 'biome'), [
    'check',
    '--write',
    ...paths.filter((path) => path.endsWith('.ts')),
  ]);
  say(
    `Written:\n  ${paths.join('\n  ')}\nNext: its README, then answers.ts and ${name}.ts; docs/connectors.md says how.`,
  );
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
