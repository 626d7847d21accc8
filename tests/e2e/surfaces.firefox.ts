import { writeFile } from 'node:fs/promises';
import { test as base, expect } from '@playwright/test';
import { buildFolder } from '../../scripts/lib/ensure.mjs';
import { type FirefoxSidelog, launchFirefox } from '../tools/firefox';
import { openOwnTab, openSidebar, rowsIn } from '../tools/firefox-pages';
import {
  chooseFromContextMenu,
  closeSidebar,
  openWindow,
  pictureOfWindow,
  pressPanelKeys,
  pressToolbarButton,
  sidebarIsOurs,
  surface,
} from './firefox-surfaces';

const test = base.extend<{ sidelog: FirefoxSidelog }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the pattern
  sidelog: async ({}, use) => {
    const sidelog = await launchFirefox({ extension: buildFolder('firefox') });
    await use(sidelog);
    await sidelog.close();
  },
});

/** For looking at: where `SIDELOG_PICTURES` names a folder, the window as it is now. */
async function picture(sidelog: FirefoxSidelog, name: string): Promise<void> {
  const folder = process.env.SIDELOG_PICTURES;
  if (folder) await writeFile(`${folder}/firefox-${name}.png`, await pictureOfWindow(sidelog));
}

test('the toolbar button opens the popup, and a press in it opens the panel', async ({ sidelog }) => {
  await openOwnTab(sidelog, 'practice.html');
  await pressToolbarButton(sidelog);
  const popup = surface(sidelog, 'popup');
  await popup.see('Today');
  await picture(sidelog, 'popup');
  expect(await sidebarIsOurs(sidelog)).toBe(false);
  await popup.press('Open panel');
  await expect.poll(() => sidebarIsOurs(sidelog)).toBe(true);
  await surface(sidelog, 'sidebar').see('Practice: everyone here is invented');
});

test('the keys open the panel, and close it', async ({ sidelog }) => {
  await openOwnTab(sidelog, 'practice.html');
  await pressPanelKeys(sidelog);
  await expect.poll(() => sidebarIsOurs(sidelog)).toBe(true);
  await surface(sidelog, 'sidebar').see('No mail open');
  await pressPanelKeys(sidelog);
  await expect.poll(() => sidebarIsOurs(sidelog)).toBe(false);
});

test('the page’s context menu opens the panel', async ({ sidelog }) => {
  await openOwnTab(sidelog, 'practice.html');
  await chooseFromContextMenu(sidelog, 'Open the Sidelog panel');
  await expect.poll(() => sidebarIsOurs(sidelog)).toBe(true);
  await closeSidebar(sidelog);
});

test('two windows: each sidebar follows its own window’s tab, and what is logged in one is seen in the other', async ({
  sidelog,
}) => {
  const mailbox = await openOwnTab(sidelog, 'practice.html');
  await openSidebar(sidelog);
  const [first] = (await sidelog.marionette.command('WebDriver:GetWindowHandles')) as string[];
  const here = surface(sidelog, 'sidebar', first);
  await mailbox.click('Renewal for 40 seats');
  await here.see(/Open mail\s/);
  await here.see('Renewal for 40 seats');
  await picture(sidelog, 'sidebar');

  const second = await openWindow(sidelog, `${sidelog.origin}/practice.html`);
  await openSidebar(sidelog);
  const there = surface(sidelog, 'sidebar', second);
  await there.see('No mail open');
  await there.see('1 waiting');
  await here.see(/Open mail\s/);
  await here.press('Log it');
  await here.see('Undo');
  await there.see('0 waiting');
  await there.see('Undo');
  await there.press('Undo');
  await here.see('Log it');
  await here.see('1 waiting');
  expect(await rowsIn(mailbox, 'outbox', 'practice')).toEqual([]);
});
