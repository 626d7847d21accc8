/**
 * npm test: everything, from a fresh clone on. Each stage prints what it found; the last line adds all runners up.
 * No dependencies at the top: they may not be installed yet.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './lib/browsers.mjs';
import { build, ensureSetUp } from './lib/ensure.mjs';
import { runTool, scratch, tool } from './lib/run.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** @type {Tally} */
const total = { passed: 0, failed: 0, skipped: 0 };

/**
 * One stage. A stage that throws or ends badly without a failed check of its own counts as one failed check.
 * @param {string} name
 * @param {() => Promise<Tally & { output?: string }>} work
 */
async function stage(name, work) {
  const began = Date.now();
  let result;
  try {
    result = await work();
  } catch (error) {
    result = {
      passed: 0,
      failed: 1,
      skipped: 0,
      output: error instanceof Error ? error.message : `${error}`,
    };
  }
  total.passed += result.passed;
  total.failed += result.failed;
  total.skipped += result.skipped;
  const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(6);
  const skipped = result.skipped > 0 ? `, ${result.skipped} skipped` : '';
  console.log(
    `${result.failed === 0 ? 'ok  ' : 'FAIL'} ${seconds} s  ${name}: ${result.passed} passed, ${result.failed} failed${skipped}`,
  );
  if (result.failed > 0 && result.output) console.log(indent(lastPart(result.output)));
  return result.failed === 0;
}

/** @param {{ code: number, output: string }} ran */
const oneCheck = (ran) =>
  ran.code === 0
    ? { passed: 1, failed: 0, skipped: 0 }
    : { passed: 0, failed: 1, skipped: 0, output: ran.output };

/** Vitest, counted from its own report. */
async function unit() {
  const file = join(scratch, 'unit.json');
  rmSync(file, { force: true });
  const ran = await runTool(
    tool('vitest'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    { timeoutMs: 600_000, env: { NO_COLOR: '1' } },
  );
  if (!existsSync(file)) throw new Error(ran.output);
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const tally = {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  return { ...withCrash(tally, ran.code), output: ran.output };
}

/**
 * The browser tests of one browser, counted from Playwright's own report.
 * @param {'chromium' | 'firefox'} project
 */
async function inBrowser(project) {
  const program = await ensureBrowser(project);
  if (!program) throw new Error(`No ${project}: the browser tests cannot run.`);
  const file = join(scratch, `e2e-${project}.json`);
  rmSync(file, { force: true });
  const ran = await runTool(
    tool('@playwright/test', 'playwright'),
    ['test', `--project=${project}`, '--reporter=list,json'],
    {
      timeoutMs: 1_800_000,
      env: {
        NO_COLOR: '1',
        FORCE_COLOR: '0',
        PLAYWRIGHT_JSON_OUTPUT_NAME: file,
        [project === 'chromium' ? 'CHROMIUM_PATH' : 'FIREFOX_PATH']: program,
      },
    },
  );
  if (!existsSync(file)) throw new Error(ran.output);
  const { stats } = JSON.parse(readFileSync(file, 'utf8'));
  const tally = {
    // A test that passed only on its second try is told as passed and named in the report.
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  };
  if (stats.flaky > 0) console.log(`     ${stats.flaky} passed only on a second try:\n${indent(ran.output)}`);
  return { ...withCrash(tally, ran.code), output: ran.output };
}

/**
 * A runner that ended badly although no test failed (a file that does not load, an unhandled error) has failed.
 * @param {Tally} tally
 * @param {number} code
 */
function withCrash(tally, code) {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** @param {string} output */
function lastPart(output) {
  return output.length > 20_000 ? `… (cut)\n${output.slice(-20_000)}` : output;
}

/** @param {string} output */
function indent(output) {
  return output.trimEnd().replace(/^/gm, '     | ');
}

const began = Date.now();
mkdirSync(scratch, { recursive: true });
const ready = await stage('set-up', async () => {
  await ensureSetUp();
  return { passed: 0, failed: 0, skipped: 0 };
});
if (ready) {
  // Types and lint share the machine well; each of the rest wants it alone.
  await Promise.all([
    stage('types', async () => oneCheck(await runTool(tool('typescript', 'tsc'), ['--noEmit']))),
    stage('lint', async () => oneCheck(await runTool(tool('@biomejs/biome', 'biome'), ['check', '.']))),
  ]);
  await stage('unit tests and house rules', unit);
  const chrome = await stage('build for Chromium', async () => oneCheck(await build('chrome')));
  const firefox = await stage('build for Firefox', async () => oneCheck(await build('firefox')));
  if (chrome) await stage('browser tests in Chromium', () => inBrowser('chromium'));
  if (firefox) await stage('browser tests in Firefox', () => inBrowser('firefox'));
}
console.log(`\n${((Date.now() - began) / 1000).toFixed(0)} s in all`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;
