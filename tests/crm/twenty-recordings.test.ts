import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CrmFault } from '@/utils/crm/errors';
import { createHttp } from '@/utils/crm/http';
import * as answers from '@/utils/crm/twenty/answers';
import { toCompany } from '@/utils/crm/twenty/companies';
import { toDeal } from '@/utils/crm/twenty/deals';
import { explainTwenty, isDuplicate } from '@/utils/crm/twenty/faults';
import { toContact } from '@/utils/crm/twenty/people';
import { twenty } from '@/utils/crm/twenty/twenty';
import type { Fault } from '@/utils/model/outbox';
import { z } from '@/utils/model/zod';
import { silentLedger } from './fake-session';

const folder = join(process.env.CRM_RECORDINGS_DIR ?? '../shared/crm-recordings', 'twenty');
const there = existsSync(folder);

const refused = (reason: string): Fault => ({ kind: 'refused', reason });

/** What a complaint is read as. Recorded on its REST; the exceptions behind it are those of its GraphQL. */
const faults: Record<string, Fault> = {
  '17-error-enum-quoted': refused(
    "'filter' enum value '\"TODO\"' not available in 'status' enum. Available enum values are ['TODO', 'IN_PROGRESS', 'DONE']",
  ),
  '29-error-bad-key': { kind: 'signed-out' },
  '30-error-no-key': { kind: 'signed-out' },
  '33-error-validation-link': refused('The URL of the link is not valid'),
  '35-error-validation-uuid': { kind: 'offline' },
  '36-error-validation-phone': refused('Invalid country code ZZ'),
  '37-error-unknown-field': refused('Field metadata for field "nope" is missing in object metadata person'),
  '38-error-bad-filter': refused("field 'nope' does not exist in 'person' object"),
  '39-error-404-record': { kind: 'gone' },
  '40-error-bad-uuid': refused("'nope' is not a valid UUID"),
  '41-error-unknown-object': refused("object 'nopes' not found. eg: companies"),
};

/** Where a record is in an answer, and with what it is read: both languages give the same records. */
const records: Record<string, { path: string[]; schema: z.core.$ZodType }> = {
  '01-people-list': { path: ['people', '0'], schema: answers.Person },
  '02-company-create': { path: ['createCompany'], schema: answers.Company },
  '03-person-create': { path: ['createPerson'], schema: answers.Person },
  '04-person-search-by-email': { path: ['people', '0'], schema: answers.Person },
  '05-person-search-ilike': { path: ['people', '0'], schema: answers.Person },
  '06-person-search-or': { path: ['people', '0'], schema: answers.Person },
  '09-person-get': { path: ['person'], schema: answers.Person },
  '10-person-patch': { path: ['updatePerson'], schema: answers.Person },
  '11-note-create': { path: ['createNote'], schema: answers.Note },
  '12-noteTarget-create': { path: ['createNoteTarget'], schema: answers.Row },
  '13-noteTargets-list': { path: ['noteTargets', '0', 'note'], schema: answers.Note },
  '14-task-create': { path: ['createTask'], schema: answers.Task },
  '15-taskTarget-create': { path: ['createTaskTarget'], schema: answers.Row },
  '16-tasks-list': { path: ['tasks', '0'], schema: answers.Task },
  '18-task-patch': { path: ['updateTask'], schema: answers.Task },
  '19-opportunity-create': { path: ['createOpportunity'], schema: answers.Opportunity },
  '20-opportunities-list': { path: ['opportunities', '0'], schema: answers.Opportunity },
  '23-people-page1': { path: ['people', '0'], schema: answers.Person },
  '24-people-page2': { path: ['people', '0'], schema: answers.Person },
  '26-batch-people': { path: ['createPeople', '0'], schema: answers.Person },
  '32-error-validation-email': { path: ['createPerson'], schema: answers.Person },
  '45-person-delete': { path: ['deletePerson'], schema: answers.Row },
};

/** Read by tests of their own below, or nothing that Sidelog asks: events, duplicates, preflights, empty lists. */
const others = [
  ...['07-', '08-', '21-', '22-', '25-', '31-', '34-', '42-', '43-', '44-', '99-', 'open-api-core'],
];

const recorded = z.object({ response: z.object({ status: z.int(), body: z.unknown() }) });

function read(name: string): { status: number; body: unknown } {
  const content: unknown = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  return z.parse(recorded, content).response;
}

function pick(body: unknown, path: string[]): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], body);
}

describe.skipIf(!there)(
  `what a real Twenty answered${there ? '' : ` (skipped: no recordings in ${folder})`}`,
  () => {
    const names = there ? readdirSync(folder).map((name) => name.replace(/\.(json|txt)$/, '')) : [];

    it('every recording is read, or known to be none of ours', () => {
      const known = (name: string) =>
        name in faults || name in records || others.some((prefix) => name.startsWith(prefix));
      expect(names.filter((name) => !known(name))).toEqual([]);
    });

    it.each(names.filter((name) => name in faults))('%s is read as what it says', async (name) => {
      const { status, body } = read(name);
      const http = createHttp({
        ledger: silentLedger,
        allowedOrigins: ['https://crm.example/*'],
        now: () => 0,
        fetch: async () =>
          new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } }),
      });
      const error = await http({
        step: 'recorded',
        purpose: 'find',
        method: 'POST',
        url: 'https://crm.example/graphql',
        answer: z.never(),
        explain: (code, json, now) => explainTwenty('recorded', code, json, now),
      }).catch((caught: unknown) => caught);
      expect((error as CrmFault).fault).toEqual(faults[name]);
    });

    it.each(names.filter((name) => name in records))('the record in %s is read', (name) => {
      const { path, schema } = records[name]!;
      const record = pick(read(name).body, ['data', ...path]);
      expect(z.safeParse(schema, record).success).toBe(true);
    });

    it('an address that is taken says so, whatever the address', () => {
      const { status, body } = read('31-error-duplicate-email');
      const fault = explainTwenty('person create', status, body, 0);
      expect(fault && isDuplicate(fault)).toBe(true);
    });

    it('"too many requests" comes with status 200 and asks to wait a minute', () => {
      const text = readFileSync(join(folder, '99-graphql-rate-limit.txt'), 'utf8');
      const body = JSON.parse(text.slice(text.indexOf('\n{')));
      expect(explainTwenty('x', 200, body, 1000)).toEqual({ kind: 'slow-down', retryAt: 61_000 });
    });

    it('a person, a company and a deal are mirrored with what they have', () => {
      const contact = toContact(
        z.parse(answers.Person, pick(read('04-person-search-by-email').body, ['data', 'people', '0'])),
      );
      expect(contact).toMatchObject({
        name: 'Ada Lovelace',
        title: 'Analyst',
        companyName: 'Analytical Engines',
      });
      expect(contact?.phones).toEqual([]);
      const listed = toContact(
        z.parse(answers.Person, pick(read('01-people-list').body, ['data', 'people', '0'])),
      );
      expect(listed?.phones).toEqual(['+1123456789']);
      const company = toCompany(
        z.parse(answers.Company, pick(read('02-company-create').body, ['data', 'createCompany'])),
      );
      expect(company).toMatchObject({ name: 'Analytical Engines', domains: ['example.test'] });
      const deal = toDeal(
        z.parse(
          answers.Opportunity,
          pick(read('20-opportunities-list').body, ['data', 'opportunities', '0']),
        ),
      );
      expect(deal).toMatchObject({ title: 'Difference engine', value: 1200, currency: 'EUR', stage: 'NEW' });
    });

    it('an answer of its GraphQL and its list of members are read', () => {
      const { data } = z.parse(z.object({ data: z.unknown() }), read('44-graphql-people').body);
      const people = z.object({ people: answers.listOf(answers.Row) });
      expect(z.parse(people, data).people.edges).toHaveLength(1);
      const members = pick(read('21-workspaceMembers').body, ['data', 'workspaceMembers']) as unknown[];
      expect(z.parse(answers.Members, { edges: members.map((node) => ({ node })) }).edges).toHaveLength(1);
    });

    it('its own description names the fields and choices of what is written', async () => {
      const content = JSON.parse(readFileSync(join(folder, 'open-api-core.json'), 'utf8'));
      const body = content.response?.body ?? content;
      const http = createHttp({
        ledger: silentLedger,
        allowedOrigins: ['https://crm.example/*'],
        now: () => 0,
        fetch: async () => new Response(JSON.stringify(body)),
      });
      const schema = await twenty.connect({ url: 'https://crm.example', key: 'k' }, http).describe?.();
      const task = schema?.task?.fields.find(({ name }) => name === 'status');
      expect(task?.choices?.map(({ value }) => value)).toEqual(['TODO', 'IN_PROGRESS', 'DONE']);
      expect(schema?.email?.fields).toContainEqual(
        expect.objectContaining({ name: 'title', kind: 'text', ours: 'subject' }),
      );
      expect(schema?.contact?.fields.find(({ name }) => name === 'companyId')?.kind).toBe('reference');
      expect(schema?.company?.record).toBe('Company');
    });
  },
);
