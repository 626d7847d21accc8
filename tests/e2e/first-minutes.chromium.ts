import type { Locator, Page } from '@playwright/test';
import { overflow, violations } from '../tools/axe';
import { welcomePage } from '../tools/chromium';
import { foreign, watchNetwork } from '../tools/network';
import { attachOwnPage } from '../tools/own-page';
import { expect, test } from './support';

/** Opens what the press opens, as a page. */
async function opened(page: Page, press: () => Promise<void>): Promise<Page> {
  const coming = page.context().waitForEvent('page');
  await press();
  return coming;
}

test('from installing to the first entry: six clicks, nothing typed, nothing sent', async ({ setup }) => {
  const network = await watchNetwork();
  try {
    const { sidelog, rows } = await setup({
      consent: false,
      launch: { args: network.proxyArguments, welcome: true },
    });
    let clicks = 0;
    const click = async (what: Locator) => {
      await what.click();
      clicks += 1;
    };
    const welcome = await welcomePage(sidelog.context);
    await click(welcome.getByRole('button', { name: 'Continue without reading' }));
    await click(welcome.getByRole('button', { name: 'Continue with the notebook' }));
    const mailbox = await opened(welcome, () =>
      click(welcome.getByRole('button', { name: 'Start practice' })),
    );
    await click(mailbox.getByRole('button', { name: 'Open the panel' }).first());
    const side = await attachOwnPage(sidelog, 'sidepanel.html');
    await click(mailbox.getByRole('link', { name: 'Open Anna’s mail' }));
    await side.click('Log it');
    clicks += 1;
    await expect
      .poll(async () => (await rows('activities', 'practice-notebook')).length, { timeout: 30_000 })
      .toBe(1);
    console.log(`first log: ${clicks} clicks, 0 keys`);
    expect(clicks).toBe(6);
    expect(foreign(network)).toEqual([]);
    const [stored] = await rows('settings');
    expect(stored?.value, 'what was guessed holds from now on').toMatchObject({
      consent: null,
      crm: { connector: 'notebook' },
      workingHours: { from: 540, to: 1080 },
    });
  } finally {
    await network.close();
  }
});

test('the same by the keyboard alone', async ({ setup }) => {
  const { sidelog, rows } = await setup({ consent: false, launch: { welcome: true } });
  let keys = 0;
  const press = async (page: Page, key: string) => {
    await page.keyboard.press(key);
    keys += 1;
  };
  /** Goes on with Tab until this has the focus, then presses it. */
  const reach = async (page: Page, what: Locator) => {
    for (let step = 0; step < 60; step += 1) {
      if (await what.evaluate((element) => element === document.activeElement)) {
        await press(page, 'Enter');
        return;
      }
      await press(page, 'Tab');
    }
    throw new Error(`Tab does not lead to ${what}.`);
  };
  const welcome = await welcomePage(sidelog.context);
  await welcome.bringToFront();
  await reach(welcome, welcome.getByRole('button', { name: 'Continue without reading' }));
  await expect(welcome.getByRole('heading', { level: 1 })).toBeFocused();
  await reach(welcome, welcome.getByRole('button', { name: 'Continue with the notebook' }));
  await expect(welcome.getByRole('heading', { level: 1 })).toBeFocused();
  const mailbox = await opened(welcome, () =>
    reach(welcome, welcome.getByRole('button', { name: 'Start practice' })),
  );
  await mailbox.bringToFront();
  await reach(mailbox, mailbox.getByRole('button', { name: 'Open the panel' }).first());
  const side = await attachOwnPage(sidelog, 'sidepanel.html');
  await mailbox.bringToFront();
  await reach(mailbox, mailbox.getByRole('link', { name: 'Open Anna’s mail' }));
  await expect(mailbox.getByRole('heading', { name: 'Renewal for 40 seats' })).toBeFocused();
  await side.see('Log it');
  await side.press('Enter');
  keys += 1;
  await side.see('Undo');
  await expect(mailbox.getByRole('complementary').getByText('Logged with one press')).toBeVisible();
  console.log(`first log: 0 clicks, ${keys} keys`);
  const logs = (await rows('outbox', 'practice')).filter(
    ({ job }) => Reflect.get(Object(job), 'op') === 'log-activity',
  );
  expect(logs).toHaveLength(1);
});

test('the welcome page is linked to by screen, goes back, and is taken up where it was left', async ({
  setup,
}) => {
  const { sidelog } = await setup({ consent: false });
  const page = await sidelog.open('welcome.html');
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('Your customer mail, logged with one click');
  await page.getByRole('button', { name: 'Continue without reading' }).click();
  await expect(title).toHaveText('Where should entries go?');
  await page.goBack();
  await expect(title).toHaveText('Your customer mail, logged with one click');
  await page.goForward();
  await page.getByRole('button', { name: 'Continue with the notebook' }).click();
  await expect(title).toHaveText('About you');
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(title).toHaveText('Where should entries go?');
  // The form that connects a CRM stands in the settings, which lead back.
  await page.getByRole('link', { name: 'Connect a CRM' }).click();
  await expect(page.getByRole('combobox', { name: 'Your CRM' })).toBeVisible();
  await page.getByRole('link', { name: 'Back to setting up' }).click();
  await expect(title).toHaveText('Where should entries go?');
  await page.close();

  const again = await sidelog.open('welcome.html');
  await expect(again.getByRole('heading', { level: 1 })).toHaveText('Where should entries go?');
  await again.getByRole('button', { name: '3 About you' }).click();
  await expect(again.getByRole('heading', { level: 1 })).toHaveText('About you');
  const linked = await sidelog.open('welcome.html#reading');
  await expect(linked.getByRole('heading', { level: 1 })).toHaveText(
    'Your customer mail, logged with one click',
  );
  await expect(linked.getByRole('button', { name: '1 What it reads' })).toHaveAttribute(
    'aria-current',
    'step',
  );
});

test('what the welcome page guessed of the rep is said with its reason, and can be changed there', async ({
  setup,
}) => {
  const { sidelog, rows } = await setup();
  const page = await sidelog.open('welcome.html#you');
  await expect(page.getByText(/Guessed from your time zone/)).toBeVisible();
  await expect(page.getByText(/^Monday to Friday, 0?9:00/)).toBeVisible();
  await page.locator('summary', { hasText: 'Working hours' }).click();
  await page.getByRole('checkbox', { name: 'Friday' }).click();
  await expect(page.getByText(/^Monday to Thursday, 0?9:00/)).toBeVisible();
  await expect(page.getByText('As you said.')).toBeVisible();
  await page.locator('summary', { hasText: 'Never log' }).click();
  await page.getByRole('textbox', { name: 'Add an address' }).fill('dr.weiss@clinic.example');
  await page.getByRole('button', { name: 'Add: People' }).click();
  await expect(page.locator('.fact-of p', { hasText: 'dr.weiss@clinic.example' })).toBeVisible();
  await expect
    .poll(async () => (await rows('settings'))[0]?.value)
    .toMatchObject({
      workingHours: { days: [1, 2, 3, 4] },
      neverLog: { addresses: ['dr.weiss@clinic.example'] },
    });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`in ${colorScheme} every screen of the welcome page and of practice passes axe and fits into 320 px`, async ({
    setup,
  }) => {
    test.slow();
    const { sidelog } = await setup({ consent: false });
    const page = await sidelog.context.newPage();
    await page.emulateMedia({ colorScheme });
    const go = (path: string) => page.goto(`chrome-extension://${sidelog.id}/${path}`);
    const check = async (what: string) => {
      for (const width of [320, 1100]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await overflow(page), `${what}, ${width} px`).toBe(0);
        expect(await violations(page), `${what}, ${width} px`).toEqual([]);
      }
    };
    for (const [path, sign] of [
      ['welcome.html#reading', 'Which pages may Sidelog read?'],
      ['welcome.html#book', 'Where should entries go?'],
      ['welcome.html#you', 'Working hours'],
      ['welcome.html#left-practice', 'Practice is over'],
      ['practice.html', 'Renewal for 40 seats'],
      ['practice-calendar.html', 'Rollout of the three kitchens'],
    ] as const) {
      // The same page with another address after the hash loads nothing anew.
      await page.goto('about:blank');
      await go(path);
      await expect(page.getByText(sign).first()).toBeVisible();
      await check(path);
    }
    await page.getByRole('button', { name: /Rollout/ }).click();
    await check('an open meeting');
    await go('welcome.html#you');
    await page.locator('.fact-of').first().waitFor();
    for (const summary of await page.locator('.fact-of summary').all()) await summary.click();
    await check('everything about the rep opened');
    await go('practice.html');
    await page.getByRole('link', { name: /Pilot scope/ }).click();
    await page.locator('.adn').first().waitFor();
    await page.getByRole('button', { name: 'Reply' }).click();
    await check('a thread that is answered');
  });
}
