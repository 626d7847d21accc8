import { fakeOdoo } from '../crm/fakes/odoo';
import { serve } from '../tools/network';
import { anna, expect, rep, test } from './support';

test('what the CRM asks for stands in the proposal and reaches the record; said once, it is asked no more', async ({
  setup,
}) => {
  const odoo = fakeOdoo(17);
  odoo.addUser(rep);
  odoo.models.required.add('x_region');
  odoo.models.insert('res.partner', { name: anna.name, email: anna.address });
  const server = await serve(odoo);
  try {
    const { openMail, sidelog, untilRows } = await setup();
    const options = await sidelog.open('options.html#crm');
    await options.getByLabel('Your CRM').selectOption('Odoo');
    const form = options.locator('form.connect');
    await form.getByLabel('Odoo’s address').fill(server.origin);
    await form.getByLabel(/^Database/).fill('acme');
    await form.getByLabel(/^Your login/).fill(rep.login);
    await form.getByLabel(/^API key/).fill(rep.key);
    await form.getByRole('button', { name: 'Connect Odoo' }).click();
    await expect(options.locator('#crm')).toContainText('Rita Rep');
    // Named before the first log, in the settings themselves.
    await expect(options.locator('.mapping')).toContainText('fields are asked for that Sidelog cannot know');
    await options.getByLabel('At once', { exact: false }).check();
    await untilRows('contacts', 2);
    await untilRows('schemas', 1);

    const { side } = await openMail();
    await side.see('Odoo asks for');
    await side.click('Log it');
    await side.see('Say what goes into x_region.');
    expect(odoo.models.search('mail.message', [], true)).toEqual([]);
    await side.evaluate((value) => {
      const select = document.querySelector<HTMLSelectElement>('.asked select');
      if (!select) throw new Error('nothing is asked');
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }, 'n');
    await side.seeNot('Say what goes into x_region.');
    await side.click('Log it');
    await expect
      .poll(() => odoo.models.search('mail.message', [], true).map(({ x_region }) => x_region), {
        timeout: 20_000,
      })
      .toEqual(['n']);

    const mails = options.getByRole('group', { name: 'E-mail' });
    await mails.getByLabel('x_region (required)').selectOption('Always the same');
    await mails.getByLabel('What always goes into x_region').selectOption('South');
    await options.locator('.mapping').getByRole('button', { name: 'Save' }).click();
    await expect(options.locator('.mapping')).toContainText('Saved');
    await expect(mails.getByLabel('x_region (required)')).toHaveValue('always');
  } finally {
    await server.close();
  }
});
