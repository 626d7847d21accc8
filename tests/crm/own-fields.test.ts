import { describe, expect, it } from 'vitest';
import type { ActivityToLog, CrmSession } from '@/utils/crm/connector';
import { noonOf } from '@/utils/crm/own-fields';
import type { ActivityKind } from '@/utils/model/activity';
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
 * What a CRM asks for besides, from the text that the rep filled in to the record that its server holds: typed as its own
 * schema wants, on logging and on changing, and never a field that it does not name.
 */

interface Case {
  name: string;
  open(): { harness: Harness; row(remoteId: string): Record<string, unknown> };
  /** Names of a choice, a number, a day, an instant, yes or no: those that there are. */
  fields: Record<string, string>;
  stored: Record<string, unknown>;
  /** A second value of one of them. */
  changed: { fields: Record<string, string>; stored: Record<string, unknown> };
  /** Values that are none, with the word that says why. */
  unfit: Record<string, [value: string, reason: string]>;
  /** Names of the CRM's own that decide who is told, and one that there is not. */
  refused: string[];
  /** The CRM's own types of activities, where it has them. */
  type?: { kind: ActivityKind; fields: Record<string, string>; stored: Record<string, unknown> };
  /** What is logged can be changed. */
  mailChanges: boolean;
}

const day = '2026-12-01';
const noon = new Date(noonOf(day)).toISOString();
const utc = noon.slice(0, 19).replace('T', ' ');
const part = (remoteId: string, by: string) => remoteId.split(by).at(-1) ?? '';

const cases: Case[] = [
  {
    name: 'Odoo',
    open: () => {
      const harness = odooHarness(17);
      const { models } = harness.server;
      models.table('calendar.event.type').set(7, { id: 7, name: 'Demo' });
      return {
        harness,
        row: (id) =>
          id.startsWith('event:')
            ? models.existing('calendar.event', Number(id.slice(6)))
            : models.existing('mail.message', Number(id)),
      };
    },
    fields: { x_region: 'n', x_seats: '40', x_until: day, x_at: day, x_vip: 'true' },
    stored: { x_region: 'n', x_seats: 40, x_until: day, x_at: utc, x_vip: true },
    changed: { fields: { x_seats: '41' }, stored: { x_seats: 41 } },
    unfit: { x_region: ['x', 'not-a-choice'], x_seats: ['many', 'not-a-number'] },
    refused: ['partner_ids', 'attendee_ids', 'message_type', 'x_nowhere'],
    type: { kind: 'meeting', fields: { categ_ids: '7' }, stored: { categ_ids: [[6, 0, [7]]] } },
    mailChanges: true,
  },
  {
    name: 'EspoCRM',
    open: () => {
      const harness = espoHarness();
      return {
        harness,
        row: (id) => harness.server.records.existing(id.split('/')[0] ?? '', part(id, '/')),
      };
    },
    fields: {
      cRegion: 'North',
      cSeats: '40',
      cUntil: day,
      cAt: day,
      cVip: 'false',
      cTags: 'a',
    },
    stored: { cRegion: 'North', cSeats: 40, cUntil: day, cAt: utc, cVip: false, cTags: ['a'] },
    changed: { fields: { cSeats: '41' }, stored: { cSeats: 41 } },
    unfit: { cTags: ['c', 'not-a-choice'], cVip: ['maybe', 'not-yes-or-no'] },
    refused: ['usersIds', 'status', 'cNowhere'],
    mailChanges: true,
  },
  {
    name: 'Twenty',
    open: () => {
      const harness = twentyHarness();
      return { harness, row: (id) => harness.server.tables.table('note').get(id) ?? {} };
    },
    fields: { region: 'NORTH', tags: 'A', seats: '40', until: day, startsAt: day, vip: 'true' },
    stored: { region: 'NORTH', tags: ['A'], seats: 40, until: day, startsAt: noon, vip: true },
    changed: { fields: { region: 'SOUTH' }, stored: { region: 'SOUTH' } },
    unfit: { until: ['2026-13-40', 'not-a-day'], region: ['EAST', 'not-a-choice'] },
    refused: ['id', 'position', 'ownerId', 'nowhere'],
    mailChanges: true,
  },
  {
    name: 'HubSpot',
    open: () => {
      const harness = hubspotHarness();
      return {
        harness,
        row: (id) => {
          const type = id.startsWith('emails') ? 'emails' : id.startsWith('meetings') ? 'meetings' : 'calls';
          return harness.server.portal.tables.get(type)?.get(part(id, '/'))?.properties ?? {};
        },
      };
    },
    fields: { region: 'n', seats__c: '40,5', until: day, starts_at: day, vip: 'true' },
    stored: { region: 'n', seats__c: '40.5', until: day, starts_at: noon, vip: 'true' },
    changed: { fields: { seats__c: '41' }, stored: { seats__c: '41' } },
    unfit: { region: ['x', 'not-a-choice'], starts_at: ['soon', 'not-a-day'] },
    refused: ['hs_email_status', 'hs_attendee_owner_ids', 'hubspot_owner_id', 'total', 'unrelated'],
    type: { kind: 'call', fields: { hs_activity_type: 'Demo' }, stored: { hs_activity_type: 'Demo' } },
    mailChanges: true,
  },
  {
    name: 'Pipedrive',
    open: () => {
      const harness = pipedriveHarness();
      return { harness, row: (id) => harness.server.tables.activities.get(Number(id)) ?? {} };
    },
    fields: { priority: '125' },
    stored: { priority: 125 },
    changed: { fields: { type: 'deadline' }, stored: { type: 'deadline' } },
    unfit: { priority: ['126', 'not-a-choice'], type: ['party', 'not-a-choice'] },
    // Its own custom fields are read-only in Pipedrive's description.
    refused: ['attendees', 'public_description', 'owner_id', 'a'.repeat(40)],
    type: { kind: 'meeting', fields: { type: 'deadline' }, stored: { type: 'deadline' } },
    mailChanges: true,
  },
  {
    name: 'Salesforce',
    open: () => {
      const harness = salesforceHarness();
      return { harness, row: (id) => harness.server.row(id) ?? {} };
    },
    fields: { Region__c: 'N', Seats__c: '40', Until__c: day, At__c: day, Vip__c: 'true' },
    stored: { Region__c: 'N', Seats__c: 40, Until__c: day, At__c: noon, Vip__c: true },
    changed: { fields: { Seats__c: '41' }, stored: { Seats__c: 41 } },
    unfit: { Region__c: ['O', 'not-a-choice'], Until__c: ['x', 'not-a-day'] },
    refused: ['OwnerId', 'Status', 'Sidelog_Key__c', 'Nowhere__c'],
    type: { kind: 'call', fields: { Type: 'Demo' }, stored: { Type: 'Demo' } },
    mailChanges: false,
  },
  {
    name: 'Zoho',
    open: () => {
      const harness = zohoHarness();
      return {
        harness,
        row: (id) => harness.server.row(id.split(':')[0] ?? '', part(id, ':')) ?? {},
      };
    },
    fields: { X_Region: 'N', X_Tags: 'N', X_Seats: '40', X_Until: day, X_At: day, X_Vip: 'true' },
    stored: {
      X_Region: 'N',
      X_Tags: ['N'],
      X_Seats: 40,
      X_Until: day,
      X_At: `${noon.slice(0, 19)}+00:00`,
      X_Vip: true,
    },
    changed: { fields: { X_Seats: '41' }, stored: { X_Seats: 41 } },
    unfit: { X_Tags: ['S', 'not-a-choice'], X_Seats: ['x', 'not-a-number'] },
    refused: ['Participants', 'Owner', 'Remind_At', 'X_Nowhere'],
    type: { kind: 'call', fields: { Call_Purpose: 'Demo' }, stored: { Call_Purpose: 'Demo' } },
    mailChanges: true,
  },
  {
    name: 'Dynamics 365',
    open: () => {
      const harness = dynamicsHarness();
      return {
        harness,
        row: (id) => harness.server.row(id.split(':')[0] ?? '', part(id, ':')) ?? {},
      };
    },
    fields: {
      cr123_region: '100000001',
      cr123_tags: '100000001',
      cr123_seats: '40',
      cr123_until: day,
      cr123_at: day,
      cr123_vip: 'true',
    },
    stored: {
      cr123_region: 100000001,
      cr123_tags: '100000001',
      cr123_seats: 40,
      cr123_until: day,
      cr123_at: noon,
      cr123_vip: true,
    },
    changed: { fields: { cr123_seats: '41' }, stored: { cr123_seats: 41 } },
    unfit: { cr123_region: ['100000002', 'not-a-choice'], cr123_vip: ['1', 'not-yes-or-no'] },
    refused: ['ownerid', 'statuscode', 'msdyn_x', 'cr123_nowhere'],
    type: { kind: 'meeting', fields: { category: 'Demo' }, stored: { category: 'Demo' } },
    mailChanges: false,
  },
];

const entryOf = { email: mail, meeting, call } as const;

async function contactOf(session: CrmSession): Promise<string> {
  return (await session.contacts.create({ name: 'Mia', address: 'mia@kunde.example' }, 'k')).remoteId;
}

async function log(session: CrmSession, entry: ActivityToLog): Promise<string> {
  const [answer] = await session.activities.log([entry]);
  if (!answer || !('remoteId' in answer)) throw new Error(JSON.stringify(answer));
  return answer.remoteId;
}

describe.each(cases)('what $name asks for besides', ({ open, fields, stored, ...of }) => {
  it('stands on the record as its own schema wants it, of a mail and of a meeting', async () => {
    const { harness, row } = open();
    const session = harness.session();
    const contact = await contactOf(session);
    for (const kind of ['email', 'meeting'] as const) {
      const id = await log(session, entryOf[kind](harness, contact, { fields }));
      expect(row(id)).toMatchObject(stored);
    }
  });

  it('is changed with the rest, and stays where nothing is said', async () => {
    const { harness, row } = open();
    const session = harness.session();
    const contact = await contactOf(session);
    const entry = meeting(harness, contact, { fields });
    const id = await log(session, entry);
    await session.activities.update?.(id, { ...entry, activity: { ...entry.activity, ...of.changed } });
    expect(row(id)).toMatchObject({ ...stored, ...of.changed.stored });
    if (!of.mailChanges) return;
    const first = mail(harness, contact, { fields });
    const mailId = await log(session, first);
    await session.activities.update?.(mailId, { ...first, activity: { ...first.activity, ...of.changed } });
    expect(row(mailId)).toMatchObject({ ...stored, ...of.changed.stored });
  });

  it('is refused by name where it is unknown or unfit, and the rest of the batch goes on', async () => {
    const { harness } = open();
    const session = harness.session();
    const contact = await contactOf(session);
    for (const name of of.refused) {
      const good = mail(harness, contact);
      const answers = await session.activities.log([
        mail(harness, contact, { fields: { [name]: 'x' } }),
        good,
      ]);
      expect(answers[0]).toEqual({ fault: { kind: 'refused', reason: 'unknown-field', field: name } });
      expect(answers[1]).toMatchObject({ created: true });
    }
    for (const [name, [value, reason]] of Object.entries(of.unfit)) {
      const entry = mail(harness, contact, { fields: { [name]: value } });
      const [answer] = await session.activities.log([entry]);
      expect(answer).toMatchObject({ fault: { kind: 'refused', reason, field: expect.stringMatching(/./) } });
      expect(await harness.count(entry)).toBe(0);
    }
    // Nothing was said: nothing is asked of the schema either.
    expect(
      await session.activities.log([mail(harness, contact, { fields: { [of.refused[0]!]: '  ' } })]),
    ).toMatchObject([{ created: true }]);
  });

  it('is told by its own description before, and so are its types of activities', async () => {
    const { harness, row } = open();
    const session = harness.session();
    const schema = await session.describe!();
    const told = new Map(schema.email?.fields.map((field) => [field.name, field]));
    for (const name of Object.keys(fields)) expect(told.get(name), name).toMatchObject({ name });
    for (const name of of.refused) expect(told.get(name)?.ours ?? 'not there').not.toBe('kind');
    const { type } = of;
    if (!type) return;
    const [name = ''] = Object.keys(type.fields);
    expect(schema[type.kind]?.fields.find((each) => each.name === name)).toMatchObject({ ours: 'kind' });
    const id = await log(
      session,
      entryOf[type.kind](harness, await contactOf(session), { fields: type.fields }),
    );
    expect(row(id)).toMatchObject(type.stored);
  });
});
