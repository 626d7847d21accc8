import type { Page } from '@playwright/test';
import { overflow, violations } from '../tools/axe';
import { expect, type Setup, test } from './support';

/** The panel in a tab beside the practice mailbox with a mail open: what it shows is what the real panel shows. */
async function panelInTab({ sidelog }: Setup): Promise<Page> {
  const mailbox = await sidelog.open('practice.html');
  await mailbox.getByRole('link', { name: /Renewal for 40 seats/ }).click();
  const panel = await sidelog.open('sidepanel.html');
  await expect(panel.getByRole('button', { name: /^Log it/ })).toBeVisible();
  return panel;
}

for (const look of [
  { name: 'light', media: { colorScheme: 'light' } },
  { name: 'dark', media: { colorScheme: 'dark' } },
  { name: 'high contrast', media: { forcedColors: 'active' } },
] as const) {
  test(`in ${look.name} the panel passes axe and scrolls only up and down, from 320 px on and at twice the text size`, async ({
    setup,
  }) => {
    const panel = await panelInTab(await setup({ consent: false }));
    await panel.emulateMedia(look.media);
    for (const [width, size] of [
      [250, '100%'],
      [320, '100%'],
      [600, '100%'],
      [320, '200%'],
      [640, '200%'],
    ] as const) {
      await panel.setViewportSize({ width, height: 800 });
      await panel.evaluate((wanted) => {
        document.documentElement.style.fontSize = wanted;
      }, size);
      expect(await overflow(panel), `${width} px, text ${size}`).toBe(0);
    }
    await panel.getByRole('button', { name: 'More choices' }).first().click();
    await expect(panel.getByRole('menu')).toBeVisible();
    expect(await violations(panel)).toEqual([]);
    await panel.keyboard.press('Escape');
    await panel.getByRole('button', { name: /^Edit/ }).first().click();
    expect(await violations(panel)).toEqual([]);
    const folder = process.env.SIDELOG_PICTURES;
    if (folder) await panel.screenshot({ path: `${folder}/look-${look.name}.png`, fullPage: true });
  });
}

test('for somebody who wants less motion nothing moves', async ({ setup }) => {
  const panel = await panelInTab(await setup({ consent: false }));
  await panel.emulateMedia({ reducedMotion: 'reduce' });
  await panel.getByRole('button', { name: /^Log it/ }).click();
  await expect(panel.getByRole('button', { name: /^Undo/ })).toBeVisible();
  const longest = await panel.evaluate(() =>
    Math.max(
      0,
      ...document.getAnimations().map((one) => Number(one.effect?.getComputedTiming().duration ?? 0)),
    ),
  );
  expect(longest).toBeLessThan(1);
});

test('nothing of the panel’s first picture brings the list of public suffixes', async ({ setup }) => {
  const { sidelog } = await setup({ consent: false });
  const panel = await sidelog.context.newPage();
  const scripts: string[] = [];
  panel.on('response', async (response) => {
    if (response.url().endsWith('.js')) scripts.push(await response.text());
  });
  await panel.goto(`chrome-extension://${sidelog.id}/sidepanel.html`);
  await expect(panel.getByText('Reading mail is off')).toBeVisible();
  expect(scripts.length).toBeGreaterThan(0);
  const whole = scripts.join('');
  for (const bulky of ['kawasaki', 'libphonenumber', 'protonmail.com'])
    expect(whole.includes(bulky), bulky).toBe(false);
});
