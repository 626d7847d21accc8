import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type ConnectionTransport, connect } from 'puppeteer-core';
import { NodeWebSocketTransport } from 'puppeteer-core/internal/node/NodeWebSocketTransport.js';
import { findFirefox } from '../../scripts/lib/browsers.mjs';
import { connectMarionette, type Marionette } from './marionette.ts';

/** The id in the manifest. */
export const EXTENSION_ID = 'sidelog@sidelog.example';

/** Firefox with Sidelog in a profile of its own: web pages over WebDriver BiDi, our own pages over Marionette. */
export interface FirefoxSidelog {
  browser: Browser;
  marionette: Marionette;
  /** `moz-extension://…` of this profile, without a slash at its end. */
  origin: string;
  /** Resolves when Firefox has ended. */
  gone: Promise<void>;
  close(): Promise<void>;
}

const preferences: Record<string, boolean | number | string> = {
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'remote.prefs.recommended': true,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};

export async function launchFirefox(options: {
  /** The build's folder. */
  extension: string;
  headless?: boolean;
}): Promise<FirefoxSidelog> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('No Firefox here: set FIREFOX_PATH.');
  const profile = await mkdtemp(join(tmpdir(), 'sidelog-firefox-'));
  const port = await freePort();
  const lines = Object.entries({ ...preferences, 'marionette.port': port }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(profile, 'user.js'), lines.join('\n'));
  const firefox = spawn(
    executablePath,
    [
      '--profile',
      profile,
      '--no-remote',
      '--marionette',
      '--remote-debugging-port=0',
      '--remote-allow-system-access',
      ...((options.headless ?? true) ? ['--headless', '--width=1280', '--height=800'] : []),
      'about:blank',
    ],
    { stdio: 'ignore' },
  );
  const gone = new Promise<void>((done) => firefox.once('exit', () => done()));
  const stop = async () => {
    firefox.kill('SIGTERM');
    await Promise.race([gone, new Promise((done) => setTimeout(done, 5_000))]);
    firefox.kill('SIGKILL');
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const marionette = await connectMarionette(port);
    const browser = await connect({
      transport: await shareSession(marionette.bidiUrl, marionette.session),
      protocol: 'webDriverBiDi',
      defaultViewport: null,
    });
    await marionette.command('Addon:Install', { path: options.extension, temporary: true });
    const host = await marionette.run(
      'chrome',
      'return WebExtensionPolicy.getByID(arguments[0])?.mozExtensionHostname ?? null',
      EXTENSION_ID,
    );
    if (typeof host !== 'string') throw new Error('Firefox did not install the extension.');
    if (!(await marionette.runAsync('chrome', closeWelcome, `moz-extension://${host}/welcome.html`)))
      throw new Error('Installing did not open the welcome page.');
    return {
      browser,
      marionette,
      origin: `moz-extension://${host}`,
      gone,
      async close() {
        await browser.disconnect();
        marionette.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Closes the page that installing opens, once it is there; says whether it came. */
const closeWelcome = `
  const [url, done] = arguments;
  const deadline = Date.now() + 20000;
  const look = () => {
    const tab = gBrowser.tabs.find((one) => one.linkedBrowser.currentURI.spec.startsWith(url));
    if (tab) gBrowser.removeTab(tab);
    if (tab || Date.now() > deadline) done(Boolean(tab));
    else setTimeout(look, 50);
  };
  look();`;

/**
 * Firefox has one session at a time, and Marionette began it. Puppeteer wants to begin one itself: it is told that it
 * did.
 */
async function shareSession(
  url: string,
  session: { sessionId: string; capabilities: unknown },
): Promise<ConnectionTransport> {
  const socket = await NodeWebSocketTransport.create(url);
  const shared: ConnectionTransport = {
    send(message) {
      const { id, method } = JSON.parse(message);
      if (method === 'session.new' || method === 'session.end')
        setImmediate(() => shared.onmessage?.(JSON.stringify({ type: 'success', id, result: session })));
      else socket.send(message);
    },
    close: () => socket.close(),
  };
  socket.onmessage = (message) => shared.onmessage?.(message);
  socket.onclose = () => shared.onclose?.();
  return shared;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (typeof address !== 'object' || address === null) throw new Error('No free port.');
  return address.port;
}
