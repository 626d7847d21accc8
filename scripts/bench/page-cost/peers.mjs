/**
 * The two libraries that Sidelog's cost is held against, each as its users load it: installed at bench time into a
 * folder of their own (they are no dependency of the project) and bundled into the smallest extension that registers
 * a handler for opened messages.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { run } from '../../lib/run.mjs';

const MAIL = ['https://mail.google.com/*'];

/** InboxSDK's loader wants an app id that fits its name; without one it draws a warning over the page. */
const appName = 'pagecost';
const appId = `sdk_${appName}_${createHash('sha1').update(appName).digest('hex').slice(0, 10)}`;

/**
 * Installs and bundles both. Throws a sentence where that is not possible (no network, say).
 * @param {string} folder a folder of our own
 * @returns {Promise<{ inboxsdk: string, 'gmail-js': string, versions: Record<string, string> }>} the extensions' folders
 */
export async function buildPeers(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const packages = ['@inboxsdk/core', 'gmail-js', 'jquery@3', 'esbuild'];
  const { code, output } = await run('npm', [
    'install',
    '--prefix',
    folder,
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    ...packages,
  ]);
  if (code !== 0) throw new Error(`The compared libraries could not be installed:\n${output}`);
  const require = createRequire(join(folder, 'package.json'));
  const esbuild = require('esbuild');
  const bundle = (/** @type {string} */ source, /** @type {string} */ outfile) =>
    esbuild.build({
      stdin: { contents: source, resolveDir: folder, loader: 'js' },
      outfile,
      bundle: true,
      minify: true,
      format: 'iife',
      target: 'chrome120',
      logLevel: 'error',
    });

  const inboxsdk = extension(folder, 'inboxsdk', {
    permissions: ['scripting'],
    host_permissions: MAIL,
    background: { service_worker: 'background.js' },
    content_scripts: [{ matches: MAIL, js: ['content.js'], run_at: 'document_end' }],
  });
  await bundle("import '@inboxsdk/core/background.js';", join(inboxsdk, 'background.js'));
  copyFileSync(require.resolve('@inboxsdk/core/pageWorld.js'), join(inboxsdk, 'pageWorld.js'));
  await bundle(
    `import * as InboxSDK from '@inboxsdk/core';
     globalThis.benchSeen = 0;
     InboxSDK.load(2, '${appId}').then((sdk) => {
       sdk.Conversations.registerMessageViewHandler(async (message) => {
         const [id, from] = [await message.getMessageIDAsync(), message.getSender()];
         if (id && from.emailAddress && message.getBodyElement()) globalThis.benchSeen += 1;
       });
     });`,
    join(inboxsdk, 'content.js'),
  );

  const gmailJs = extension(folder, 'gmail-js', {
    content_scripts: [{ matches: MAIL, js: ['gmail.js'], run_at: 'document_start', world: 'MAIN' }],
  });
  await bundle(
    // As its boilerplate has it: the mail's data is asked for in the handler.
    `const $ = require('jquery');
     const { Gmail } = require('gmail-js');
     const gmail = new Gmail($);
     window._gmailjs = gmail;
     window.benchSeen = 0;
     gmail.observe.on('load', () => {
       gmail.get.user_email();
       gmail.observe.on('view_email', (email) => {
         for (const element of email.$el) {
           const data = gmail.new.get.email_data(element.getAttribute('data-message-id').slice(1));
           if (data && data.from.address && data.content_html) window.benchSeen += 1;
         }
       });
       gmail.observe.on('compose', () => {});
     });`,
    join(gmailJs, 'gmail.js'),
  );
  const version = (/** @type {string} */ name) =>
    require(join(folder, 'node_modules', name, 'package.json')).version;
  return {
    inboxsdk,
    'gmail-js': gmailJs,
    versions: { inboxsdk: version('@inboxsdk/core'), 'gmail-js': version('gmail-js') },
  };
}

/** @param {string} folder @param {string} name @param {Record<string, unknown>} more */
function extension(folder, name, more) {
  const path = join(folder, `${name}-extension`);
  mkdirSync(path, { recursive: true });
  writeFileSync(
    join(path, 'manifest.json'),
    JSON.stringify({ manifest_version: 3, name: `Bench ${name}`, version: '1', ...more }),
  );
  return path;
}
