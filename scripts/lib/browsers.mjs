/** Finds the browsers, or gets them where that is possible. No dependencies. */
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { run, runTool, say, scratch, tool } from './run.mjs';

/** Browsers that we fetched ourselves. */
const ownBrowsers = join(scratch, 'browsers');

const chromiumNames = ['chromium', 'chromium-browser', 'chrome-for-testing'];
const firefoxNames = ['firefox-esr', 'firefox', 'firefox-developer-edition', 'firefox-nightly'];

/**
 * Chromium or Chrome for Testing; branded Chrome since 137 ignores `--load-extension`, so it is never taken unless
 * CHROMIUM_PATH names it. Null where there is none.
 * @returns {string | null}
 */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : null;
  return first([
    ...fixed(['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/lib/chromium/chromium']),
    ...onPath(chromiumNames),
    ...fixed([
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      '/snap/bin/chromium',
    ]),
    ...inCaches(/^chrom(e|ium)/, [
      'chrome',
      'chrome.exe',
      'Chromium',
      'Google Chrome for Testing',
      'chromium',
    ]),
  ]);
}

/**
 * Firefox 142 or later (its data consent begins there). Null where there is none.
 * @returns {string | null}
 */
export function findFirefox() {
  const named = process.env.FIREFOX_PATH;
  if (named) return existsSync(named) ? named : null;
  return first([
    ...fixed(['/usr/bin/firefox-esr', '/usr/bin/firefox']),
    ...onPath(firefoxNames),
    ...fixed([
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
      '/snap/bin/firefox',
    ]),
    ...inCaches(/^firefox/, ['firefox', 'firefox.exe']),
  ]);
}

/**
 * Finds the browser, and where there is none tries to get it: on Debian as root from its own archive, else the
 * browser's own build for testing. Null, and a sentence at the terminal, where that did not work.
 * @param {'chromium' | 'firefox'} which
 * @returns {Promise<string | null>}
 */
export async function ensureBrowser(which) {
  const find = which === 'chromium' ? findChromium : findFirefox;
  const found = find();
  if (found) return found;
  const variable = which === 'chromium' ? 'CHROMIUM_PATH' : 'FIREFOX_PATH';
  if (process.env[variable]) {
    say(`${variable} names ${process.env[variable]}, which is not there. Correct it, or unset it.`);
    return null;
  }
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    say(`No ${which} here: installing it with apt-get.`);
    const wanted = which === 'chromium' ? 'chromium' : 'firefox-esr';
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update'], { env, timeoutMs: 300_000 });
    await run('apt-get', ['install', '-y', '--no-install-recommends', wanted], { env, timeoutMs: 600_000 });
    const installed = find();
    if (installed) return installed;
  }
  say(`No ${which} here: fetching its build for testing into ${ownBrowsers}.`);
  const build = which === 'chromium' ? 'chrome@stable' : 'firefox@stable';
  await runTool(tool('@puppeteer/browsers', 'browsers'), ['install', build, '--path', ownBrowsers], {
    timeoutMs: 600_000,
  });
  const fetched = find();
  if (fetched) return fetched;
  say(
    which === 'chromium'
      ? 'No Chromium was found and it could not be fetched. Install Chromium or Chrome for Testing (not Google Chrome: it ignores --load-extension), or set CHROMIUM_PATH to its program.'
      : 'No Firefox was found and it could not be fetched. Install Firefox 142 or later, or set FIREFOX_PATH to its program.',
  );
  return null;
}

/** @param {(string | null)[]} paths */
function first(paths) {
  return paths.find((path) => path !== null) ?? null;
}

/** @param {string[]} paths */
function fixed(paths) {
  return paths.map((path) => (existsSync(path) ? path : null));
}

/** @param {string[]} names */
function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const ending = process.platform === 'win32' ? '.exe' : '';
  return fixed(names.flatMap((name) => folders.map((folder) => join(folder, name + ending))));
}

/**
 * Where Playwright, Puppeteer and we keep what they fetched: <cache>/<browser…>/<version…>/…/<program>.
 * @param {RegExp} folder
 * @param {string[]} programs
 */
function inCaches(folder, programs) {
  const home = homedir();
  const caches = [
    ownBrowsers,
    process.env.PLAYWRIGHT_BROWSERS_PATH ?? '',
    join(home, '.cache/ms-playwright'),
    join(home, '.cache/puppeteer'),
    join(home, 'Library/Caches/ms-playwright'),
    join(home, 'AppData/Local/ms-playwright'),
  ];
  return caches
    .filter((cache) => cache !== '' && existsSync(cache))
    .flatMap((cache) =>
      readdirSync(cache)
        // Playwright's headless shell runs no extensions, and its Firefox is a patched one.
        .filter((name) => folder.test(name) && !name.includes('headless') && !/^firefox-\d/.test(name))
        .sort()
        .reverse()
        .map((name) => programBelow(join(cache, name), programs, 6)),
    );
}

/**
 * @param {string} folder
 * @param {string[]} programs
 * @param {number} depth
 * @returns {string | null}
 */
function programBelow(folder, programs, depth) {
  const entries = readdirSync(folder, { withFileTypes: true });
  const hit = entries.find((entry) => entry.isFile() && programs.includes(entry.name));
  if (hit) return join(folder, hit.name);
  if (depth === 0) return null;
  for (const entry of entries) {
    const below = entry.isDirectory() ? programBelow(join(folder, entry.name), programs, depth - 1) : null;
    if (below) return below;
  }
  return null;
}
