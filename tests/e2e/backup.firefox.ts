import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { buildFolder } from '../../scripts/lib/ensure.mjs';
import { launchFirefox } from '../tools/firefox';
import { openOwnTab, rowsIn } from '../tools/firefox-pages';

test('everything is saved to a file in Firefox’s downloads, and brought in again from there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sidelog-downloads-'));
  const sidelog = await launchFirefox({ extension: buildFolder('firefox') });
  const { marionette } = sidelog;
  try {
    await marionette.run(
      'chrome',
      `Services.prefs.setIntPref('browser.download.folderList', 2);
       Services.prefs.setStringPref('browser.download.dir', arguments[0]);`,
      folder,
    );
    const options = await openOwnTab(sidelog, 'options.html#backup');
    await options.click('Save the file');
    await options.see(/Saved as sidelog-\d{4}-\d\d-\d\d\.json/);
    const saved = async () => (await readdir(folder)).filter((name) => name.endsWith('.json'));
    await expect.poll(saved).toHaveLength(1);
    const path = join(folder, (await saved())[0] ?? '');
    await expect.poll(() => readFile(path, 'utf8')).toContain('"format"');

    // Another browser's, which has a day more in it.
    const file = JSON.parse(await readFile(path, 'utf8'));
    file.counts.push({ id: '2026-11-01|refused|automated', count: 7 });
    await writeFile(path, JSON.stringify(file));
    await options.text();
    const found = (await marionette.command('WebDriver:FindElement', {
      using: 'css selector',
      value: '#backup input[type=file]',
    })) as { value: Record<string, string> };
    await marionette.command('WebDriver:ElementSendKeys', { id: Object.values(found.value)[0], text: path });
    await options.click('Bring it in');
    await expect.poll(() => rowsIn(options, 'counts')).toContainEqual(file.counts.at(-1));
  } finally {
    await sidelog.close();
    await rm(folder, { recursive: true, force: true });
  }
});
