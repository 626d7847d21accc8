import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { fakeOdoo } from '../crm/fakes/odoo';
import { serve } from '../tools/network';
import { anna, expect, rep, type Setup, test } from './support';

interface Typed {
  url: string;
  database?: string;
  login?: string;
  key?: string;
}

async function connect(options: Page, typed: Typed): Promise<void> {
  await options.getByLabel('Your CRM').selectOption('Odoo');
  const form = options.locator('form.connect');
  await form.getByLabel('Odoo’s address').fill(typed.url);
  await form.getByLabel(/^Database/).fill(typed.database ?? 'acme');
  await form.getByLabel(/^Your login/).fill(typed.login ?? rep.login);
  await form.getByLabel(/^API key/).fill(typed.key ?? rep.key);
  await form.getByRole('button', { name: 'Connect Odoo' }).click();
}

/** Odoo is connected, knows Anna and is sent entries at once; her mail is open. */
async function openConnected({ openMail, sidelog, untilRows }: Setup, origin: string) {
  const options = await sidelog.open('options.html#crm');
  await connect(options, { url: origin });
  await expect(options.locator('#crm')).toContainText('Rita Rep');
  await options.getByLabel('At once', { exact: false }).check();
  await untilRows('contacts', 2);
  return { options, ...(await openMail()) };
}

/** Any web server: what it answers to everything. */
async function answering(contentType: string, body: string) {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': contentType });
    response.end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((done) => server.close(done)),
  };
}

test('each way of not reaching a CRM ends in a sentence that says what to do, and stores nothing', async ({
  setup,
}) => {
  const odoo = fakeOdoo(17);
  odoo.addUser(rep);
  const server = await serve(odoo);
  const login = await answering('text/html', '<!doctype html><title>Log in</title><form></form>');
  const other = await answering('application/json', '{"name":"Another program"}');
  const gone = await answering('text/plain', '');
  await gone.close();
  try {
    const { sidelog, rows } = await setup();
    const options = await sidelog.open('options.html#crm');
    const said = options.locator('form.connect [aria-live]');
    const cases: [Typed, RegExp][] = [
      [{ url: 'http://crm.harbour.example' }, /http:\/\/.*Nothing was sent, your key neither\..*https:\/\//s],
      [{ url: 'not an address' }, /not a web address.*Copy the address/s],
      [{ url: 'ftp://crm.harbour.example' }, /not a web address|http:\/\//s],
      [{ url: gone.origin }, /Nothing answers at this address.*Check the address/s],
      [{ url: login.origin }, /No Odoo answers at this address.*Check the address/s],
      [{ url: other.origin }, /No Odoo answers at this address/s],
      [{ url: server.origin, key: 'wrong' }, /does not accept this login with this key.*API key/s],
      [{ url: server.origin, database: 'nowhere' }, /database/i],
    ];
    for (const [typed, words] of cases) {
      await connect(options, typed);
      await expect(said, JSON.stringify(typed)).toHaveText(words, { timeout: 15_000 });
      expect(JSON.stringify((await rows('settings'))[0]), 'no key is kept').not.toContain('127.0.0.1');
    }
    await connect(options, { url: server.origin });
    await expect(options.locator('#crm')).toContainText('Rita Rep');
    await expect(said).toHaveText('');
  } finally {
    await server.close();
    await login.close();
    await other.close();
  }
});

test('signed out: the entry waits, the panel says so once, and connecting again sends it once', async ({
  setup,
}) => {
  const odoo = fakeOdoo(19);
  odoo.addUser(rep);
  odoo.models.insert('res.partner', { name: anna.name, email: anna.address });
  const server = await serve(odoo);
  try {
    const all = await setup();
    const { rows } = all;
    const { options, side } = await openConnected(all, server.origin);
    odoo.signOut();
    await side.click('Log it');
    await side.see('Odoo has signed you out', 20_000);
    await side.see('1 entry waits and is safe');
    await side.see('Needs you');
    expect(odoo.models.search('mail.message', [], true)).toEqual([]);

    odoo.signIn();
    await side.click('Connect again');
    await connect(options, { url: server.origin });
    await side.seeNot('Odoo has signed you out', 20_000);
    await expect.poll(() => odoo.models.search('mail.message', [], true).length, { timeout: 20_000 }).toBe(1);
    await side.see('1 logged today', 15_000);
    expect(
      (await rows('outbox')).filter((row) => (row.status as { state: string }).state === 'done'),
    ).toHaveLength(1);
    await options.getByRole('link', { name: 'What was sent' }).click();
    await expect(options.locator('#ledger table')).toContainText('Log');
    await expect(options.locator('#ledger table')).not.toContainText('Renewal');
  } finally {
    await server.close();
  }
});

test('what the CRM answers with a page instead of data waits for the rep, who can try again or take it back', async ({
  setup,
}) => {
  const odoo = fakeOdoo(17);
  odoo.addUser(rep);
  odoo.models.insert('res.partner', { name: anna.name, email: anna.address });
  const server = await serve(odoo);
  try {
    const all = await setup();
    const { rows } = all;
    const { tab, side } = await openConnected(all, server.origin);
    odoo.trouble.serveHtml();
    await side.click('Log it');
    await side.see('Odoo answered something unexpected', 20_000);
    await side.see('nothing is logged twice');
    await side.see('Confirmed, but not sent yet');
    await side.click('Try again');
    await side.see('Trying again');
    await side.see('Odoo answered something unexpected', 20_000);
    await tab.page.waitForTimeout(1_600);
    await side.click('Take back');
    await side.seeNot('Needs you');
    await side.see('Log it');
    await expect.poll(async () => (await rows('proposals'))[0]?.status).toEqual({ state: 'open' });
    odoo.trouble.calm();
    await side.click('Log it');
    await expect.poll(() => odoo.models.search('mail.message', [], true).length, { timeout: 20_000 }).toBe(1);
  } finally {
    await server.close();
  }
});
