import { describe, expect, it } from 'vitest';
import type { CrmSession } from '@/utils/crm/connector';
import type { LoggedActivity } from '@/utils/model/contact';
import { type Harness, meeting } from './contract';
import { ownCases } from './contract-own';
import { dynamicsHarness } from './dynamics-harness';
import { espoHarness } from './espocrm-harness';
import { hubspotHarness } from './hubspot-harness';
import { odooHarness } from './odoo-harness';
import { pipedriveHarness } from './pipedrive-harness';
import { salesforceHarness } from './salesforce-harness';
import { twentyHarness } from './twenty-harness';
import { zohoHarness } from './zoho-harness';

/*
 * What a colleague logged is known before anybody asks for it: by its ids, so that it is not proposed again, and with
 * what it was, when and with whom, for the last activities with a customer.
 */

const crms: { name: string; open: () => Harness }[] = [
  { name: 'Odoo', open: () => odooHarness(17) },
  { name: 'EspoCRM', open: () => espoHarness() },
  { name: 'Twenty', open: () => twentyHarness() },
  { name: 'HubSpot', open: () => hubspotHarness() },
  { name: 'Pipedrive', open: () => pipedriveHarness() },
  { name: 'Salesforce', open: () => salesforceHarness({ eventKey: true }) },
  {
    name: 'Salesforce without mails of its own',
    open: () => salesforceHarness({ emailMessages: false, eventKey: true }),
  },
  { name: 'Zoho', open: () => zohoHarness() },
  { name: 'Dynamics 365', open: () => dynamicsHarness() },
];

async function all(session: CrmSession, from: string | null) {
  const items: LoggedActivity[] = [];
  const gone: string[] = [];
  let cursor = from;
  for (let page = 0; page < 50; page += 1) {
    const read = await session.activities.changedSince!(cursor);
    items.push(...read.items);
    gone.push(...read.gone);
    cursor = read.cursor;
    if (read.complete) return { items, gone, cursor };
  }
  throw new Error('the delta never ends');
}

describe.each(crms)('what was logged lately in $name', ({ open }) => {
  it('is empty where there is nothing, and survives a cursor of nobody’s making', async () => {
    const session = open().session();
    expect((await all(session, null)).items).toEqual([]);
    expect((await all(session, '{"on":7,"cursors":["x"]}')).items).toEqual([]);
    expect((await all(session, 'x')).items).toEqual([]);
  });
});

it('is told by a Salesforce that keeps mails as tasks', async () => {
  const told = ownCases.find(({ name }) => name.startsWith('what was logged lately'));
  await told!.run(salesforceHarness({ emailMessages: false, eventKey: true }));
});

it.each([
  { name: 'Zoho', open: zohoHarness },
  { name: 'Dynamics 365', open: dynamicsHarness },
])('what was taken back in $name is gone for the others', async ({ open }) => {
  const h = open();
  const session = h.session();
  const { remoteId: contact } = await session.contacts.create(
    { name: 'Mia', address: 'mia@kunde.example' },
    'k',
  );
  const [answer] = await session.activities.log([meeting(h, contact)]);
  const id = answer && 'remoteId' in answer ? answer.remoteId : '';
  const { cursor, items } = await all(h.colleague(), null);
  expect(items.map((item) => item.id)).toEqual([id]);
  await session.activities.remove(id);
  expect((await all(h.colleague(), cursor)).gone).toContain(id);
});
