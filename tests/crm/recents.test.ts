import { describe, expect, it } from 'vitest';
import type { CrmSession } from '@/utils/crm/connector';
import { LoggedActivity } from '@/utils/model/contact';
import { z } from '@/utils/model/zod';
import { call, type Harness, mail, meeting } from './contract';
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

const crms: { name: string; open: () => Harness; settle?: (h: never) => void }[] = [
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

function settle(h: Harness): void {
  const server: unknown = 'server' in h ? h.server : undefined;
  const at = server as { settle?: () => void; portal?: { settle(): void } };
  at.settle?.();
  at.portal?.settle();
}

describe.each(crms)('what was logged lately in $name', ({ open }) => {
  it('says what it was, when and with whom, under the ids that a colleague has for it', async () => {
    const h = open();
    const session = h.session();
    const { remoteId: contact } = await session.contacts.create(
      { name: 'Mia Berg', address: 'mia@kunde.example' },
      'k',
    );
    const entries = [mail(h, contact), meeting(h, contact), call(h, contact)];
    const logged = await session.activities.log(entries);
    settle(h);
    const { items, cursor } = await all(h.colleague(), null);
    for (const [index, entry] of entries.entries()) {
      const answer = logged[index];
      const remoteId = answer && 'remoteId' in answer ? answer.remoteId : '';
      const item = items.find(({ id }) => id === remoteId);
      expect(z.parse(LoggedActivity, item)).toMatchObject({
        kind: entry.activity.kind,
        subject: entry.activity.subject,
        contactIds: expect.arrayContaining([contact]),
      });
      // Some know whole seconds, none less.
      expect(Math.abs((item?.at ?? 0) - entry.activity.at)).toBeLessThan(1000);
      expect([entry.key, ...entry.aliases]).toEqual(
        expect.arrayContaining([
          item?.aliases.find((alias) => [entry.key, ...entry.aliases].includes(alias)),
        ]),
      );
    }
    // A second run tells nobody that they are gone.
    const again = await all(h.colleague(), cursor);
    const ids = logged.flatMap((answer) => ('remoteId' in answer ? answer.remoteId : []));
    expect(again.gone.filter((id) => ids.includes(id))).toEqual([]);
  });

  it('is empty where there is nothing, and survives a cursor of nobody’s making', async () => {
    const session = open().session();
    expect((await all(session, null)).items).toEqual([]);
    expect((await all(session, '{"on":7,"cursors":["x"]}')).items).toEqual([]);
    expect((await all(session, 'x')).items).toEqual([]);
  });
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
