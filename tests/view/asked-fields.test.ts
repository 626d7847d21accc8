import { describe, expect, it } from 'vitest';
import { filled } from '@/utils/actions/crm-schema';
import type { ActivityKind } from '@/utils/model/activity';
import { CrmSchema } from '@/utils/model/crm-schema';
import type { CrmConnection, FieldFill } from '@/utils/model/settings';
import { z } from '@/utils/model/zod';
import { askedFields } from '@/utils/view/asked-fields';
import { call, type Harness, mail, meeting } from '../crm/contract';
import { dynamicsHarness } from '../crm/dynamics-harness';
import { espoHarness } from '../crm/espocrm-harness';
import { odooHarness } from '../crm/odoo-harness';
import { salesforceHarness } from '../crm/salesforce-harness';

/* What each proposal asks for, from the CRM's own description to its record. */

const crms: { name: string; harness: () => Harness; kind: ActivityKind; field: string; value: string }[] = [
  { name: 'Odoo', harness: () => odooHarness(17), kind: 'meeting', field: 'x_room', value: 'Blue' },
  { name: 'EspoCRM', harness: () => espoHarness(), kind: 'call', field: 'campaign', value: 'Winter' },
  { name: 'Salesforce', harness: () => salesforceHarness(), kind: 'email', field: 'Region__c', value: 'N' },
  { name: 'Dynamics', harness: dynamicsHarness, kind: 'email', field: 'cr123_region', value: '100000001' },
];
const entryOf = { email: mail, meeting, call } as const;
const connection = (fills: FieldFill[]): CrmConnection => ({
  connector: 'x',
  account: 'x',
  settings: {},
  userName: '',
  connectedAt: 0,
  fills,
});

describe.each(crms)('what $name asks for', ({ harness, kind, field, value }) => {
  it('is asked for in the proposal, and logged with what the rep said, each time or once for all', async () => {
    const h = harness();
    const session = h.session();
    const schema = z.parse(CrmSchema, await session.describe!());
    expect(askedFields(schema, kind, []).map(({ name }) => name)).toEqual([field]);
    const fill: FieldFill = { kind, field, value };
    expect(askedFields(schema, kind, [fill])).toEqual([]);
    expect(askedFields(schema, kind, [{ kind, field, value: '', from: 'ask' }])).toHaveLength(1);

    const { remoteId } = await session.contacts.create({ name: 'Mia', address: 'mia@kunde.example' }, 'k');
    const each = entryOf[kind](h, remoteId, { fields: { [field]: value } });
    const always = entryOf[kind](h, remoteId);
    const answers = await session.activities.log([
      each,
      { ...always, activity: filled(always.activity, connection([fill])) },
    ]);
    expect(answers).toMatchObject([{ created: true }, { created: true }]);
  });
});

it('what names another record is not asked for: nobody can write it down', () => {
  const field = { name: 'x', label: 'X', required: true } as const;
  const schema: CrmSchema = {
    email: {
      record: 'r',
      label: 'r',
      fields: [
        { ...field, kind: 'reference' },
        { ...field, name: 'y', kind: 'text' },
      ],
    },
  };
  expect(askedFields(schema, 'email', []).map(({ name }) => name)).toEqual(['y']);
});
