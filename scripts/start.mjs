/**
 * npm start: sets the clone up, builds Sidelog, and opens a browser with it. Where there is no display it walks the
 * same story headless and leaves numbered pictures in screenshots/. No dependencies at the top.
 */
import { ensureBrowser, findChromium, findFirefox } from './lib/browsers.mjs';
import { ensureBuild, ensureSetUp } from './lib/ensure.mjs';
import { say } from './lib/run.mjs';

const hasDisplay =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

try {
  await ensureSetUp();
  // Either browser will do for looking around; Chromium first, because its panel is the one most people will have.
  const useFirefox = hasDisplay && !findChromium() && findFirefox() !== null;
  const program = await ensureBrowser(useFirefox ? 'firefox' : 'chromium');
  if (!program)
    throw new Error('Sidelog needs a browser: Chromium, Chrome for Testing, or Firefox 142 or later.');
  process.env[useFirefox ? 'FIREFOX_PATH' : 'CHROMIUM_PATH'] = program;
  const build = await ensureBuild(useFirefox ? 'firefox' : 'chrome');
  const { register } = await import('tsx/esm/api');
  register();
  if (hasDisplay) {
    const { openChromium, openFirefox } = await import('./start/open.ts');
    say(`Sidelog is built in ${build}. Opening ${program} with it; close the browser to end.`);
    await (useFirefox ? openFirefox(build) : openChromium(program, build));
  } else {
    say('No display here: walking through Sidelog without one. This takes about half a minute.');
    const { takePictures } = await import('./start/pictures.ts');
    const pictures = await takePictures(build);
    for (const { path, shows } of pictures) console.log(`${path}\n    ${shows}`);
  }
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
}
