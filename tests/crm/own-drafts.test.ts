import { describe, expect, it } from 'vitest';
import type { CrmSession } from '@/utils/crm/connector';
import { noonOf, shortened } from '@/utils/crm/own-fields';
import { twenty } from '@/utils/crm/twenty/twenty';
import { isFillable } from '@/utils/model/crm-schema';
import { call, type Harness, mail } from './contract';
import { dynamicsHarness } from './dynamics-harness';
import { espoHarness } from './espocrm-harness';
import { hubspotHarness } from './hubspot-harness';
import { odooHarness } from './odoo-harness';
import { pipedriveHarness } from './pipedrive-harness';
import { salesforceHarness } from './salesforce-harness';
import { twentyHarness, twentyHttp } from './twenty-harness';
import { zohoHarness } from './zoho-harness';

/*
 * What a CRM asks for of a new contact, a new company and a task, from the text that the rep said to the record that its
 * server holds; and a text that is longer than its field.
 */

type Kind = 'contact' | 'company' | 'task';
type Row = Record<string, unknown>;

interface Case {
  name: string;
  open(): { harness: Harness; row(kind: Kind, id: string): Row };
  /** By name, what is said and what is stored then. */
  said: Record<string, [value: string, stored: unknown]>;
  /** The same, of one kind alone. */
  only?: Partial<Record<Kind, Record<string, [value: string, stored: unknown]>>>;
  /** The field that this CRM asks for of each of these. */
  required?: { field: string; of: Kind[] };
  /** A text with the most characters that it takes. */
  short?: { field: string; most: number };
}

const day = '2026-12-01';
const noon = new Date(noonOf(day)).toISOString();
const utc = noon.slice(0, 19).replace('T', ' ');
const kinds = ['contact', 'company', 'task'] as const;
const hash = (letter: string) => letter.repeat(40);

const cases: Case[] = [
  {
    name: 'Odoo',
    open: () => {
      const harness = odooHarness(17);
      const { models } = harness.server;
      models
        .table('mail.activity.type')
        .set(9, { id: 9, name: 'Visit', res_model: false, category: 'default' });
      models.table('mail.activity.type').set(8, { id: 8, name: 'Sign', res_model: false, category: 'sign' });
      const model = { contact: 'res.partner', company: 'res.partner', task: 'mail.activity' };
      return { harness, row: (kind, id) => models.existing(model[kind], Number(id)) };
    },
    said: { x_region: ['s', 's'], x_seats: ['4', 4], x_at: [day, utc] },
    only: { task: { activity_type_id: ['9', 9] } },
    short: { field: 'x_note', most: 20 },
  },
  {
    name: 'EspoCRM',
    open: () => {
      const harness = espoHarness();
      const entity = { contact: 'Contact', company: 'Account', task: 'Task' };
      return { harness, row: (kind, id) => harness.server.records.existing(entity[kind], id) };
    },
    said: { cRegion: ['North', 'North'], cSeats: ['4', 4], cTags: ['a', ['a']] },
    required: { field: 'cRegion', of: ['contact', 'company', 'task'] },
    short: { field: 'cNote', most: 20 },
  },
  {
    name: 'Twenty',
    open: () => {
      const harness = twentyHarness();
      const table = { contact: 'person', company: 'company', task: 'task' };
      return { harness, row: (kind, id) => harness.server.tables.table(table[kind]).get(id) ?? {} };
    },
    said: { region: ['NORTH', 'NORTH'], tags: ['A', ['A']], startsAt: [day, noon] },
    required: { field: 'region', of: ['contact', 'company', 'task'] },
  },
  {
    name: 'HubSpot',
    open: () => {
      const harness = hubspotHarness();
      const type = { contact: 'contacts', company: 'companies', task: 'tasks' };
      return {
        harness,
        row: (kind, id) => harness.server.portal.table(type[kind]).get(id)?.properties ?? {},
      };
    },
    said: { region: ['n', 'n'], seats__c: ['4,5', '4.5'], vip: ['true', 'true'] },
    only: { contact: { lifecyclestage: ['lead', 'lead'] } },
  },
  {
    name: 'Pipedrive',
    open: () => {
      const harness = pipedriveHarness();
      const { tables } = harness.server;
      return {
        harness,
        row: (kind, id) => {
          if (kind === 'task') return tables.activities.get(Number(id)) ?? {};
          const row = (kind === 'contact' ? tables.persons : tables.organizations).get(Number(id));
          return (row?.custom_fields as Row) ?? {};
        },
      };
    },
    said: {},
    only: {
      contact: {
        [hash('a')]: ['1', 1],
        [hash('b')]: ['7', [7]],
        [hash('e')]: ['4,5', 4.5],
        [hash('f')]: ['Hafenstr. 5', { value: 'Hafenstr. 5' }],
      },
      company: { [hash('a')]: ['1', 1] },
      task: { priority: ['125', 125], type: ['deadline', 'deadline'] },
    },
    required: { field: hash('a'), of: ['contact', 'company'] },
    short: { field: hash('c'), most: 255 },
  },
  {
    name: 'Salesforce',
    open: () => {
      const harness = salesforceHarness();
      return { harness, row: (_, id) => harness.server.row(id) ?? {} };
    },
    said: { Region__c: ['N', 'N'], Seats__c: ['4', 4], At__c: [day, noon] },
    only: { contact: { LeadSource: ['Mail', 'Mail'] }, task: { Type: ['Demo', 'Demo'] } },
    required: { field: 'Region__c', of: ['contact', 'company', 'task'] },
    short: { field: 'Note__c', most: 20 },
  },
  {
    name: 'Zoho',
    open: () => {
      const harness = zohoHarness();
      const module = { contact: 'Contacts', company: 'Accounts', task: 'Tasks' };
      return { harness, row: (kind, id) => harness.server.row(module[kind], id) ?? {} };
    },
    said: { X_Region: ['N', 'N'], X_Tags: ['N', ['N']], X_Until: [day, day] },
    only: {
      contact: { Lead_Source: ['Completed', 'Completed'] },
      company: { Industry: ['Completed', 'Completed'] },
    },
    // Its layout asks for it, the field's own description does not say so.
    required: { field: 'Lead_Source', of: ['contact'] },
    short: { field: 'X_Note', most: 20 },
  },
  {
    name: 'Dynamics 365',
    open: () => {
      const harness = dynamicsHarness();
      const table = { contact: 'contacts', company: 'accounts', task: 'tasks' };
      return { harness, row: (kind, id) => harness.server.row(table[kind], id) ?? {} };
    },
    said: { cr123_region: ['100000001', 100000001], cr123_until: [day, day], cr123_vip: ['false', false] },
    only: { contact: { leadsourcecode: ['100000001', 100000001] }, task: { category: ['Demo', 'Demo'] } },
    required: { field: 'leadsourcecode', of: ['contact', 'company'] },
    short: { field: 'cr123_note', most: 20 },
  },
];

/** A new contact at a new company, with a task; the ids of the three. */
async function make(
  session: CrmSession,
  fields: Partial<Record<Kind, Record<string, string>>>,
): Promise<Record<Kind, string>> {
  const contact = await session.contacts.create(
    {
      name: 'Mia Muster',
      address: 'mia@kunde.example',
      company: { name: 'Kunde', domain: 'kunde.example', fields: fields.company },
      fields: fields.contact,
    },
    'k1',
  );
  const company = await session.companies.create?.({ name: 'Andere', fields: fields.company }, 'k2');
  const draft = { title: 'Call', contactIds: [contact.remoteId], note: 'x', fields: fields.task };
  const task = await session.tasks?.create(draft, 'a2e5a7a4-0000-5000-8000-000000000001');
  return { contact: contact.remoteId, company: company?.remoteId ?? '', task: task?.remoteId ?? '' };
}

function saidOf({ said, only }: Case, kind: Kind): Record<string, [string, unknown]> {
  return { ...said, ...only?.[kind] };
}

function textsOf(of: Case, kind: Kind): Record<string, string> {
  return Object.fromEntries(Object.entries(saidOf(of, kind)).map(([name, [value]]) => [name, value]));
}

describe.each(cases)('what $name asks for of what we create', (of) => {
  it('stands on a new contact, a new company and a task', async () => {
    const { harness, row } = of.open();
    const fields = Object.fromEntries(kinds.map((kind) => [kind, textsOf(of, kind)]));
    const ids = await make(harness.session(), fields);
    for (const kind of kinds) {
      const stored = Object.entries(saidOf(of, kind)).map(([name, [, value]]) => [name, value]);
      expect(row(kind, ids[kind])).toMatchObject(Object.fromEntries(stored));
    }
  });

  it('is told beforehand, as something that a person can say', async () => {
    const { harness } = of.open();
    const schema = await harness.session().describe!();
    for (const kind of kinds) {
      const told = new Map(schema[kind]?.fields.map((field) => [field.name, field]));
      for (const name of Object.keys(saidOf(of, kind))) {
        expect(isFillable(told.get(name) ?? { kind: 'other' }), `${kind} ${name}`).toBe(true);
      }
      if (of.required?.of.includes(kind)) {
        expect(told.get(of.required.field), kind).toMatchObject({ required: true });
      }
    }
  });

  it('is refused by name where it is unknown, before anything is made', async () => {
    const { harness } = of.open();
    const session = harness.session();
    const fault = { fault: { kind: 'refused', reason: 'unknown-field', field: 'nowhere' } };
    for (const kind of kinds) {
      await expect(make(session, { [kind]: { nowhere: 'x' } })).rejects.toMatchObject(fault);
    }
  });
});

describe.each(cases.filter(({ short }) => short))('a text that is longer than its field in $name', (of) => {
  it('is shortened at a word, with an ellipsis, on what is created and on what is logged', async () => {
    const { harness, row } = of.open();
    const session = harness.session();
    const { field = '', most = 0 } = of.short ?? {};
    const text = 'Nordsee Handel '.repeat(40).trim();
    const ids = await make(session, { contact: { [field]: text } });
    const stored = String(row('contact', ids.contact)[field]);
    expect(stored).toMatch(/(?:Nordsee|Handel)…$/);
    expect(stored.length).toBeLessThanOrEqual(most);
    expect(stored.length).toBeGreaterThan(most / 2);
    if (of.name === 'Pipedrive') return;
    for (const entry of [mail, call]) {
      const logged = await session.activities.log([
        entry(harness, ids.contact, { fields: { [field]: text } }),
      ]);
      expect(logged).toMatchObject(
        of.name === 'EspoCRM' && entry === call ? [{ fault: {} }] : [{ created: true }],
      );
    }
  });
});

describe('a text that is shortened', () => {
  it('ends at a word, and within its field', () => {
    expect(shortened('short', 5)).toBe('short');
    expect(shortened('one two three', 8)).toBe('one two…');
    expect(shortened('one two three', 9)).toBe('one two…');
    expect(shortened('onetwothree', 8)).toBe('onetwot…');
    // A pair of code units is never torn apart.
    expect(shortened('aaaaaa😀b', 8)).toBe('aaaaaa…');
    expect(shortened('ab', 1)).toBe('…');
  });
});

describe('what the CRM said lately', () => {
  it('is not asked for again by a new worker: Twenty’s whole description is not fetched for one field', async () => {
    const harness = twentyHarness();
    const described = await harness.session().describe!();
    const asked = () => harness.server.requests.filter(({ url }) => url.includes('/open-api/')).length;
    const settings = { url: harness.server.origin, key: harness.server.key };
    const session = twenty.connect(settings, twentyHttp(harness.server), undefined, async () => described);
    const before = asked();
    const ids = await make(session, { contact: { region: 'NORTH' }, task: { region: 'SOUTH' } });
    expect(harness.server.tables.table('task').get(ids.task)).toMatchObject({ region: 'SOUTH' });
    expect(asked()).toBe(before);
    // Nothing is kept: once a session, whatever is filled.
    await make(harness.session(), { company: { region: 'NORTH' }, task: { region: 'NORTH' } });
    expect(asked()).toBe(before + 1);
  });
});
