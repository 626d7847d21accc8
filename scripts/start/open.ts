import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from '../../tests/tools/chromium.ts';
import { launchFirefox } from '../../tests/tools/firefox.ts';
import { scratch } from '../lib/run.mjs';

/**
 * Opens Chromium with Sidelog, in a profile of its own that survives until .tmp is deleted; resolves when the person
 * closes it. No debugger is attached: mail sites refuse to sign in under one.
 */
export async function openChromium(program: string, build: string): Promise<void> {
  const profile = join(scratch, 'profile-chromium');
  mkdirSync(profile, { recursive: true });
  const id = await extensionId(build);
  const common = [
    `--user-data-dir=${profile}`,
    // Chromium cannot keep its sandbox as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--no-first-run',
    '--no-default-browser-check',
  ];
  const extension = [`--disable-extensions-except=${build}`, `--load-extension=${build}`];
  const child = spawn(program, [...common, ...extension, 'about:blank'], { stdio: 'ignore' });
  // An extension's page that is asked for at the start comes before the extension: a second call reaches the running one.
  const timer = setTimeout(() => {
    spawn(program, [...common, `chrome-extension://${id}/welcome.html`], { stdio: 'ignore' }).unref();
  }, 2_500);
  child.once('exit', () => clearTimeout(timer));
  await new Promise<void>((done, failed) => {
    child.once('exit', () => done());
    child.once('error', failed);
  });
}

/** Chromium makes an extension's id from the key in its manifest: half of its SHA-256, in the letters a to p. */
async function extensionId(build: string): Promise<string> {
  const { key } = await readManifest(build);
  if (typeof key !== 'string') throw new Error(`${build}: the manifest has no key.`);
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** Opens Firefox with Sidelog as a temporary add-on; resolves when the person closes it. */
export async function openFirefox(build: string): Promise<void> {
  const { browser, marionette, origin, gone } = await launchFirefox({ extension: build, headless: false });
  await marionette.command('Marionette:SetContext', { value: 'content' });
  await marionette.command('WebDriver:Navigate', { url: `${origin}/welcome.html` });
  // Letting go: the browser is the person's now.
  await browser.disconnect();
  marionette.close();
  await gone;
}
