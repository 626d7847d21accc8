import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import { findChromium } from '../../scripts/lib/browsers.mjs';

/** Chromium with Sidelog in a profile of its own. */
export interface Sidelog {
  context: BrowserContext;
  /** The extension's id. */
  id: string;
  /** The background worker, started if it sleeps. */
  worker(): Promise<Worker>;
  /** Opens one of our own pages in a tab, e.g. `practice.html`. */
  open(path: string): Promise<Page>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** The build's folder. */
  extension: string;
  headless?: boolean;
  /** The browser window's size, its own bars included; 1280 by 900 unless told. */
  window?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  args?: string[];
  /** Kept after closing where given; else a throw-away one. */
  profile?: string;
  /** Whether the welcome page that installing opens stays; it is closed unless told. */
  welcome?: boolean;
}

/** Quiet: none of the browser's own requests, so that what a test sees on the network is ours or the page's. */
const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-gpu',
  '--lang=en-US',
];

/** Starts Chromium with this build. Throws a sentence where there is no Chromium. */
export async function launchChromium(options: LaunchOptions): Promise<Sidelog> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium here: set CHROMIUM_PATH.');
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'sidelog-chromium-')));
  const installs = (await readdir(profile)).length === 0;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: options.headless ?? true,
    // The window's own size: with an emulated one Playwright loses the side panel, which has no window.
    viewport: null,
    colorScheme: options.colorScheme ?? 'light',
    // Chromium cannot keep its sandbox as root (containers, CI).
    chromiumSandbox: process.getuid?.() !== 0 && process.env.CI === undefined,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...quiet,
      `--window-size=${options.window?.width ?? 1280},${options.window?.height ?? 900}`,
      `--disable-extensions-except=${options.extension}`,
      `--load-extension=${options.extension}`,
      ...(options.args ?? []),
    ],
  });
  const worker = async () =>
    context.serviceWorkers().find((one) => one.url().startsWith('chrome-extension://')) ??
    (await context.waitForEvent('serviceworker', { timeout: 15_000 }));
  const id = new URL((await worker()).url()).host;
  if (installs && !options.welcome) await (await welcomePage(context)).close();
  const open = async (path: string) => {
    const page = await context.newPage();
    // While the extension is being loaded anew its pages are blocked.
    for (let tries = 20; ; tries -= 1) {
      try {
        await page.goto(`chrome-extension://${id}/${path}`);
        return page;
      } catch (error) {
        if (tries === 0 || !String(error).includes('ERR_BLOCKED_BY_CLIENT')) throw error;
        await page.waitForTimeout(250);
      }
    }
  };
  return {
    context,
    id,
    open,
    async worker() {
      const alive = context.serviceWorkers().find((one) => one.url().startsWith('chrome-extension://'));
      if (alive) return alive;
      const next = context.waitForEvent('serviceworker', { timeout: 15_000 });
      // Any message wakes it; the answer does not matter.
      const page = await open('options.html');
      await page.evaluate(() => chrome.runtime.sendMessage({ type: 'wake' }).catch(() => null));
      const woken = await next;
      await page.close();
      return woken;
    },
    async close() {
      await context.close();
      if (!options.profile) await rm(profile, { recursive: true, force: true });
    },
  };
}

/** The page that installing opens. */
export async function welcomePage(context: BrowserContext): Promise<Page> {
  const is = (page: Page) => page.url().includes('/welcome.html');
  const deadline = Date.now() + 20_000;
  for (;;) {
    const there = context.pages().find(is);
    if (there) return there;
    if (Date.now() > deadline) throw new Error('Installing did not open the welcome page.');
    await new Promise((done) => setTimeout(done, 50));
  }
}

/**
 * A copy of a build whose manifest differs in one thing: these hosts (and optional permissions) are granted from the
 * start, because the permission prompt cannot be clicked headless. `changedKeys` of the two manifests is what tests assert.
 */
export async function copyWithGrantedHosts(
  build: string,
  hosts: readonly string[],
  permissions: readonly string[] = [],
): Promise<string> {
  if (!existsSync(join(build, 'manifest.json'))) throw new Error(`No build in ${build}: npm run build`);
  const copy = await mkdtemp(join(tmpdir(), 'sidelog-granted-'));
  await cp(build, copy, { recursive: true });
  const manifest = await readManifest(copy);
  const optional: unknown = manifest.optional_host_permissions;
  const left = Array.isArray(optional) ? optional.filter((host) => !hosts.includes(host)) : [];
  const { permissions: fixed, optional_permissions: asked } = manifest;
  const granted =
    permissions.length > 0 && Array.isArray(fixed) && Array.isArray(asked)
      ? {
          permissions: [...fixed, ...permissions],
          optional_permissions: asked.filter((one) => !permissions.includes(one)),
        }
      : {};
  await writeFile(
    join(copy, 'manifest.json'),
    JSON.stringify(
      { ...manifest, ...granted, optional_host_permissions: left, host_permissions: [...hosts] },
      null,
      2,
    ),
  );
  return copy;
}

export async function readManifest(build: string): Promise<Record<string, unknown>> {
  const manifest: unknown = JSON.parse(await readFile(join(build, 'manifest.json'), 'utf8'));
  if (typeof manifest !== 'object' || manifest === null) throw new Error(`${build}: no manifest`);
  return Object.fromEntries(Object.entries(manifest));
}

/** Kills the background worker as the browser does when it was idle too long. */
export async function stopWorker(sidelog: Sidelog): Promise<void> {
  const page = await sidelog.context.newPage();
  const session = await sidelog.context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await page.close();
}

/**
 * Loads the extension anew, as an update does: the worker, our pages and the permission state begin again, content
 * scripts in open tabs are orphaned. Chromium does that to an unpacked extension in developer mode only.
 */
export async function updateExtension(sidelog: Sidelog): Promise<void> {
  const page = await sidelog.context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(async (id) => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: {
        updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
        reload(id: string, options: { failQuietly: boolean }): Promise<void>;
      };
    };
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await developerPrivate.reload(id, { failQuietly: true });
  }, sidelog.id);
  await page.close();
}
