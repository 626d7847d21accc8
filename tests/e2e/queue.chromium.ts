import type { Page } from '@playwright/test';
import { inventThread } from '../tools/gmail-page';
import { anna, expect, type Setup, test } from './support';

const others = ['Invoice question', 'Pilot scope', 'Delivery dates', 'Kick-off on Tuesday', 'Two more seats'];
const mailOf = (subject: string) =>
  inventThread(subject, [{ from: anna, text: `${subject}: could you look at this by Friday, please?` }]);

/** The panel in a tab beside Gmail, with these mails opened one after another: the last one is the open mail. */
async function queueOf({ gmail, sidelog, untilRows }: Setup, subjects: readonly string[]) {
  const mail = await gmail();
  const panel = await sidelog.open('sidepanel.html');
  let count = 0;
  const arrive = async (subject: string) => {
    await mail.openThread(mailOf(subject));
    count += 1;
    await untilRows('proposals', count);
    await expect(panel.locator('.card--now h3')).toHaveText(subject);
  };
  for (const subject of subjects) await arrive(subject);
  return { panel, arrive };
}

const row = (panel: Page, subject: string) => panel.locator('.queue__row').filter({ hasText: subject });
const subjectsOf = (panel: Page) => panel.locator('.queue .row__subject .clip').allTextContents();

test('what somebody points at stays where it is while mail arrives, and says how much is new', async ({
  setup,
}) => {
  const { panel, arrive } = await queueOf(await setup(), others.slice(0, 3));
  const target = row(panel, 'Invoice question');
  await panel.bringToFront();
  await target.hover();
  const before = await target.boundingBox();
  await arrive('Kick-off on Tuesday');
  await arrive('Two more seats');
  await expect(panel.getByRole('button', { name: '2 new' })).toBeVisible();
  expect(await target.boundingBox()).toEqual(before);
  expect(await subjectsOf(panel)).toHaveLength(2);
  // Beside the list everything is shown again, in its order.
  await panel.mouse.move(0, 0);
  await expect(panel.getByRole('button', { name: '2 new' })).toBeHidden();
  await expect(row(panel, 'Kick-off on Tuesday')).toBeVisible();
});

test('the row that has the keyboard’s focus keeps focus and place while mail arrives', async ({ setup }) => {
  const { panel, arrive } = await queueOf(await setup(), others.slice(0, 3));
  await panel.bringToFront();
  await panel.keyboard.press('j');
  await panel.keyboard.press('j');
  const target = panel.locator('.queue__row:focus');
  await expect(target).toHaveCount(1);
  const [name, before] = [await target.getAttribute('aria-label'), await target.boundingBox()];
  await arrive('Kick-off on Tuesday');
  await arrive('Two more seats');
  await expect(panel.getByRole('button', { name: '2 new' })).toBeVisible();
  expect(await target.getAttribute('aria-label')).toBe(name);
  expect(await target.boundingBox()).toEqual(before);
});

test('by keyboard alone: walk, choose several, review each, log them, take it back', async ({ setup }) => {
  const world = await setup();
  const { panel } = await queueOf(world, others.slice(0, 4));
  await panel.bringToFront();
  for (const key of ['j', 'j', 'Shift+J']) await panel.keyboard.press(key);
  await expect(panel.locator('.row--chosen')).toHaveCount(2);
  await expect(panel.getByRole('status').filter({ hasText: '2 chosen' })).toHaveCount(1);
  const chosen = panel.getByRole('listitem', { name: /, chosen$/ });
  await expect(chosen).toHaveCount(2);
  await panel.keyboard.press('Shift+J');
  await panel.keyboard.press('Shift+K');
  await expect(panel.locator('.row--chosen')).toHaveCount(2);
  await panel.keyboard.press('Enter');
  const dialog = panel.getByRole('dialog', { name: 'Log these 2 mails?' });
  await expect(dialog.getByRole('checkbox')).toHaveCount(2);
  await expect(dialog.getByRole('button', { name: 'Log 2 mails' })).toBeFocused();
  await panel.keyboard.press('Enter');
  const states = async () =>
    (await world.rows('proposals')).map((each) => (each.status as { state: string }).state).sort();
  await expect.poll(states).toEqual(['confirmed', 'confirmed', 'open', 'open']);
  await expect(panel.locator('.queue__row')).toHaveCount(1);
  await expect(panel.getByRole('button', { name: /^Undo/ })).toBeVisible();
  await panel.keyboard.press('z');
  await expect(panel.locator('.queue__row')).toHaveCount(3);
  await panel.keyboard.press('j');
  await panel.keyboard.press('Escape');
  await expect(panel.locator('.row--chosen')).toHaveCount(0);
});

test('with Shift a range is chosen by mouse, and "not this" is one press for all of it', async ({
  setup,
}) => {
  const world = await setup();
  const { panel } = await queueOf(world, others);
  await panel.bringToFront();
  const main = panel.locator('.row__main');
  await main.nth(0).click({ modifiers: ['Shift'] });
  await main.nth(2).click({ modifiers: ['Shift'] });
  await expect(panel.locator('.row--chosen')).toHaveCount(3);
  await panel
    .getByRole('group', { name: '3 chosen' })
    .getByRole('button', { name: /^Not this/ })
    .click();
  await expect(panel.locator('.queue__row')).toHaveCount(1);
  await panel.getByRole('button', { name: /^Undo/ }).click();
  await expect(panel.locator('.queue__row')).toHaveCount(4);
});

test('each row says to a screen reader what it is and where it stands, and each way out has a name', async ({
  setup,
}) => {
  const { panel } = await queueOf(await setup(), others.slice(0, 3));
  await expect(panel.getByRole('list', { name: 'Waiting for you 2' })).toMatchAriaSnapshot(`
    - list "Waiting for you 2":
      - 'listitem "Anna Berger: Pilot scope"':
        - heading "Today" [level=3]
        - button "Log “Pilot scope”"
        - button /Anna Berger .* Pilot scope/ [expanded=false]
      - 'listitem "Anna Berger: Invoice question"':
        - button "Log “Invoice question”"
        - button /Invoice question/ [expanded=false]
  `);
  const places = await panel
    .locator('.queue__row')
    .evaluateAll((rows) => rows.map((each) => [each.ariaPosInSet, each.ariaSetSize]));
  expect(places).toEqual([
    ['1', '2'],
    ['2', '2'],
  ]);
});
