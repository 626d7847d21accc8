/**
 * Makes a fresh clone ready: installs what is missing or stale, prepares WXT's types, builds. No dependencies at the
 * top, because there may be none yet.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root, run, runTool, say, scratch, tool } from './run.mjs';

/** Everything a command needs before it can begin. Throws a sentence where it cannot be had. */
export async function ensureSetUp() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Node ${process.versions.node} is too old: install Node 20.19 or later.`);
  }
  mkdirSync(scratch, { recursive: true });
  await oneAtATime('set-up', async () => {
    if (!modulesAreCurrent()) {
      say('Installing the libraries (npm ci).');
      const ci = await run('npm', ['ci', '--no-fund', '--no-audit']);
      // A registry that lacks another system's binaries makes npm call a good lock file out of step. What is in it
      // still decides the versions here, and the file is left as it is.
      const { code, output } = ci.output.includes('EUSAGE')
        ? await run('npm', ['install', '--no-save', '--no-fund', '--no-audit'])
        : ci;
      if (code !== 0) throw new Error(`The libraries could not be installed:\n${ci.output}\n${output}`);
    }
    if (!existsSync(join(root, '.wxt/tsconfig.json'))) {
      const { code, output } = await runTool(tool('wxt'), ['prepare']);
      if (code !== 0) throw new Error(`wxt prepare failed:\n${output}`);
    }
  });
}

/** Whether node_modules holds what package-lock.json says (npm's own note of what it installed is compared). */
function modulesAreCurrent() {
  const note = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(note)) return false;
  const installed = JSON.parse(readFileSync(note, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    // Optional ones are other systems' binaries.
    ([path, lock]) => path === '' || lock.optional || installed[path]?.version === lock.version,
  );
}

/** Where `npm run build` puts this browser's build. */
export function buildFolder(/** @type {'chrome' | 'firefox'} */ browser) {
  return resolve(root, process.env.SIDELOG_OUT ?? '.output', `${browser}-mv3`);
}

/**
 * Builds the extension, unless the build is newer than everything it is made of.
 * @param {'chrome' | 'firefox'} browser
 * @returns {Promise<string>} the build's folder
 */
export async function ensureBuild(browser) {
  const folder = buildFolder(browser);
  await oneAtATime(`build-${browser}`, async () => {
    if (isCurrent(folder)) return;
    say(`Building Sidelog for ${browser}.`);
    const { code, output } = await build(browser);
    if (code !== 0) throw new Error(`The build for ${browser} failed:\n${output}`);
  });
  return folder;
}

/** Builds in any case. */
export function build(/** @type {'chrome' | 'firefox'} */ browser) {
  return runTool(tool('wxt'), ['build', '-b', browser, '--mv3'], { timeoutMs: 300_000 });
}

/** @param {string} folder */
function isCurrent(folder) {
  const manifest = join(folder, 'manifest.json');
  if (!existsSync(manifest)) return false;
  const builtAt = statSync(manifest).mtimeMs;
  const sources = [
    'entrypoints',
    'components',
    'utils',
    'public',
    'scripts/build',
    'wxt.config.ts',
    'package-lock.json',
  ];
  return sources.every((source) => newest(join(root, source)) < builtAt);
}

/**
 * When the newest file at or below this path was changed, ms since 1970.
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  // A folder's own time changes when a file in it is deleted or renamed.
  return readdirSync(path).reduce((most, name) => Math.max(most, newest(join(path, name))), stat.mtimeMs);
}

/**
 * Two commands in one clone may begin together: the second waits for the first.
 * @param {string} name
 * @param {() => Promise<void>} work
 */
async function oneAtATime(name, work) {
  const lock = join(scratch, `${name}.lock`);
  mkdirSync(scratch, { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error;
      if (!holderLives(lock)) rmSync(lock, { force: true });
      else await new Promise((done) => setTimeout(done, 250));
    }
  }
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** @param {string} lock */
function holderLives(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    // Just created and not yet written.
    if (pid === 0) return Date.now() - statSync(lock).mtimeMs < 5_000;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
