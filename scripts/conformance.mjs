// npm run -s conformance -- --crm odoo --settings '{"url":"https://…","database":"…","login":"…","key":"…"}'
// The connector contract (tests/crm/contract.ts) against a live server. Dependencies must be installed (`npm ci`).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const tsx = here('../node_modules/tsx/dist/cli.mjs');
if (!existsSync(tsx)) {
  console.error('The dependencies are not installed. Run `npm ci` first.');
  process.exit(2);
}
const { status } = spawnSync(
  process.execPath,
  [
    tsx,
    '--tsconfig',
    here('./conformance/tsconfig.json'),
    here('./conformance/run.ts'),
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
);
process.exit(status ?? 2);
