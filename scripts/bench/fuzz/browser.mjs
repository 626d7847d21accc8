/** 500 entries in a real Chromium whose worker is stopped at least 50 times: tests/e2e/kills.chromium.ts, at length. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild } from '../../lib/ensure.mjs';
import { runTool, say, scratch, tool } from '../../lib/run.mjs';

/** @returns {Promise<{ case: string, who: string, value: number, unit: string }[]>} */
export async function inBrowser() {
  await ensureBuild('chrome');
  const report = join(scratch, 'kills.json');
  rmSync(report, { force: true });
  const { code, output } = await runTool(
    tool('@playwright/test', 'playwright'),
    ['test', 'kills.chromium', '--project=chromium', '--retries=0', '--reporter=line'],
    {
      timeoutMs: 1_500_000,
      env: { SIDELOG_KILL_ENTRIES: '500', SIDELOG_KILL_STOPS: '50', SIDELOG_KILL_REPORT: report },
    },
  );
  if (code !== 0) {
    process.exitCode = 1;
    say(output);
  }
  if (!existsSync(report)) throw new Error('The run in the browser did not come to its end.');
  const figures = JSON.parse(readFileSync(report, 'utf8'));
  return ['entries', 'stops', 'lost', 'doubled'].map((name) => ({
    case: `browser/${name}`,
    who: 'odoo',
    value: figures[name],
    unit: 'count',
  }));
}
