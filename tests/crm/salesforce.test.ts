import { describe, expect, it } from 'vitest';
import type { ActivityToLog, CrmSession, SettingsProblem } from '@/utils/crm/connector';
import { CrmFault } from '@/utils/crm/errors';
import { salesforceOrigin } from '@/utils/crm/salesforce/address';
import { salesforce } from '@/utils/crm/salesforce/salesforce';
import { chunked, quote, quoteContains } from '@/utils/crm/salesforce/soql';
import type { Fault } from '@/utils/model/outbox';
import { call, mail, meeting } from './contract';
import { writable, wrongWith } from './fakes/salesforce-objects';
import { parseQuery } from './fakes/salesforce-soql';
import { runContract } from './run-contract';
import { salesforceHarness, settings } from './salesforce-harness';

runContract('a mail logged to Salesforce', () => salesforceHarness());
runContract('a mail logged to a Salesforce with all that an administrator can add', () =>
  salesforceHarness({ eventKey: true, sharedActivities: true }),
);
runContract('a mail logged to a Salesforce without Enhanced Email and without a field for our key', () =>
  salesforceHarness({ emailMessages: false, callObject: false }),
);

async function faultOf(work: Promise<unknown>): Promise<Fault> {
  const error = await work.then(
    () => 'no fault',
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(CrmFault);
  return (error as CrmFault).fault;
}

async function logged(session: CrmSession, entry: ActivityToLog): Promise<string> {
  const [answer] = await session.activities.log([entry]);
  expect(answer).toHaveProperty('remoteId');
  return (answer as { remoteId: string }).remoteId;
}

async function person(session: CrmSession, name = 'Mia'): Promise<string> {
  const address = `${name.toLowerCase()}@kunde.example`;
  return (await session.contacts.create({ name, address }, 'k')).remoteId;
}

/** Everything that a connector can do, once. */
async function everything(h: ReturnType<typeof salesforceHarness>): Promise<void> {
  const session = h.session();
  const { remoteId: id } = await session.contacts.create(
    {
      name: 'Anna von der Au',
      address: 'anna@kunde.example',
      phone: '1',
      otherPhones: ['2'],
      mobile: '3',
      title: 'CEO',
      postalAddress: 'Hafenstr. 5, 20457 Hamburg',
      company: { name: 'Kunde', domain: 'kunde.example' },
    },
    'k',
  );
  await session.companies.create?.({ name: 'Other', domain: 'other.example' }, 'k');
  const second = await person(session, 'Ida');
  const entries = [
    mail(h, id, { fields: { Region__c: 'N' } }),
    mail(h, id, { direction: 'sent', contactIds: [id, second] }),
    meeting(h, id, { contactIds: [id, second] }),
    call(h, id),
  ];
  await session.activities.findByAliases(entries);
  for (const [index, answer] of (await session.activities.log(entries)).entries()) {
    expect(answer).toHaveProperty('created', true);
    const remoteId = 'remoteId' in answer ? answer.remoteId : '';
    const entry = entries[index]!;
    if (entry.activity.kind !== 'email') await session.activities.update?.(remoteId, entry);
    await session.activities.remove(remoteId);
  }
  const draft = { title: 'Call', dueDate: '2026-12-01', contactIds: [id], note: 'Call me.' };
  await session.tasks?.find(draft, 'k2');
  const task = await session.tasks?.create(draft, 'k2');
  await session.tasks?.reschedule?.(task?.remoteId ?? '', '2026-12-03');
  await session.tasks?.complete(task?.remoteId ?? '');
  await session.tasks?.remove(task?.remoteId ?? '');
  await session.contacts.update({ contactId: id, field: 'title', new: 'CTO', old: 'CEO' });
  for (const read of [
    session.contacts,
    session.companies,
    session.deals,
    session.activities,
    session.tasks,
  ]) {
    const first = await read?.changedSince?.(null);
    await read?.changedSince?.(first?.cursor ?? null);
  }
  await session.whoAmI();
  await session.describe?.();
}

describe('what is sent to Salesforce', () => {
  /** Every request there is. `/actions/…` (which sends mail), `/process/…` and `/chatter/…` are not among them. */
  const allowed = [
    'DELETE /composite/sobjects',
    'GET /query',
    'GET /queryAll',
    'GET /sobjects/*/describe',
    'PATCH /sobjects/Contact/*',
    'PATCH /sobjects/Event/*',
    'PATCH /sobjects/Task/*',
    'POST /composite/batch',
    'POST /composite/graph',
    'POST /sobjects/Account',
    'POST /sobjects/Contact',
    'POST /sobjects/Task',
  ];

  it.each([{}, { eventKey: true, sharedActivities: true }, { emailMessages: false, callObject: false }])(
    'can send, invite and notify nobody: only requests and fields on the list (%j)',
    async (options) => {
      const h = salesforceHarness(options);
      await everything(h);
      const made = new Set(
        h.server.methods.map((each) =>
          each
            .replace('/services/data/v62.0', '')
            .replace(/sobjects\/\w+\/describe/, 'sobjects/*/describe')
            .replace(/\/0\w{14,17}$/, '/*'),
        ),
      );
      expect([...made].sort()).toEqual(allowed);
      const wrong: (string | null)[] = [];
      const bodies: { object: string; body: Record<string, unknown> }[] = [];
      for (const { url, body } of h.server.requests) {
        const object = /\/sobjects\/(\w+)/.exec(url)?.[1];
        const sent = body === '' ? {} : JSON.parse(body);
        if (url.includes('/composite/batch')) {
          for (const { method, url: inner } of sent.batchRequests) {
            expect(method).toBe('GET');
            expect(inner).toMatch(/^v62\.0\/query\?q=SELECT/);
          }
        }
        for (const { compositeRequest } of sent.graphs ?? []) {
          for (const each of compositeRequest)
            bodies.push({ object: each.url.split('/').at(-1), body: each.body });
        }
        if (object && object in writable && body !== '') bodies.push({ object, body: sent });
      }
      for (const { object, body } of bodies) wrong.push(wrongWith(object, body));
      expect(wrong.filter((each) => each !== null)).toEqual([]);
      expect(bodies.length).toBeGreaterThan(9);
      // An edit of the rep's cannot put a draft's status or another owner in.
      expect(bodies.some(({ body }) => body.Region__c === 'N')).toBe(true);
      expect(bodies.filter(({ body }) => body.OwnerId !== undefined).map(({ body }) => body.OwnerId)).toEqual(
        ['005000000000001AAA'],
      );
      expect(h.server.told()).toBe(0);
    },
  );

  it('logs 75 mails with four requests, whatever their number', async () => {
    const h = salesforceHarness();
    const session = h.session();
    const id = await person(session);
    const entries = Array.from({ length: 75 }, () => mail(h, id));
    const before = h.server.requests.length;
    await session.activities.findByAliases(entries);
    const answers = await session.activities.log(entries);
    expect(answers.every((answer) => 'created' in answer && answer.created)).toBe(true);
    // What the org has, find, create, read back.
    expect(h.server.requests.length - before).toBe(4);
  });
});

describe('a mail in Salesforce', () => {
  it('is a task where it may be read, but not stored', async () => {
    const h = salesforceHarness({ readOnlyMail: true });
    const session = h.session();
    const entry = mail(h, await person(session));
    const remoteId = await logged(session, entry);
    expect(h.server.row(remoteId)).toMatchObject({ TaskSubtype: 'Email', Status: 'Erledigt' });
    expect((await session.activities.findByAliases([entry])).get(entry.key)).toBe(remoteId);
    expect(await h.count(entry)).toBe(1);
  });

  it('is taken back together with the task that Salesforce makes of it', async () => {
    const h = salesforceHarness();
    const session = h.session();
    const remoteId = await logged(session, mail(h, await person(session)));
    expect(h.server.rows('Task')).toHaveLength(1);
    await session.activities.remove(remoteId);
    expect(h.server.rows('Task')).toHaveLength(0);
  });

  it('hangs on its sender and on whom it went to, or on nobody at all', async () => {
    const h = salesforceHarness();
    const session = h.session();
    const [mia, ida] = [await person(session), await person(session, 'Ida')];
    const received = mail(h, mia, { contactIds: [mia, ida] });
    await logged(session, received);
    expect(h.server.rows('EmailMessageRelation')).toMatchObject([
      { RelationId: mia, RelationType: 'FromAddress' },
    ]);
    expect(h.server.rows('EmailMessage')).toMatchObject([{ ToIds: [ida], Incoming: true }]);
    // One of them was deleted: nothing of it stays behind.
    h.server.remove(mia);
    const [answer] = await session.activities.log([mail(h, mia)]);
    expect(answer).toEqual({ fault: { kind: 'gone' } });
    expect(h.server.rows('EmailMessage')).toHaveLength(1);
  });

  it("counts as logged where Salesforce's own mail sync stored it, with or without brackets", async () => {
    const h = salesforceHarness();
    const session = h.session();
    const entry = mail(h, await person(session));
    const bare = entry.aliases[1]!.slice(1, -1);
    const id = h.server.insert('EmailMessage', { MessageIdentifier: bare });
    expect((await session.activities.findByAliases([entry])).get(entry.key)).toBe(id);
    const { items } = await session.activities.changedSince!(null);
    expect(items.map(({ aliases }) => aliases)).toEqual([[entry.aliases[1]]]);
  });

  it('cannot be changed once it is there, and says so', async () => {
    const h = salesforceHarness();
    const session = h.session();
    const entry = mail(h, await person(session));
    const fault = await faultOf(session.activities.update!(await logged(session, entry), entry));
    expect(fault).toEqual({ kind: 'refused', reason: 'read-only' });
  });
});

describe('people in Salesforce', () => {
  it('an open lead is a person too; one that was converted is gone', async () => {
    const h = salesforceHarness();
    const session = h.session();
    const lead = h.server.insert('Lead', { Name: 'Leo', Email: 'leo@kunde.example', Company: 'Kunde' });
    const account = h.server.insert('Account', { Name: 'Kunde' });
    const first = await session.contacts.changedSince(null);
    expect(first.items).toMatchObject([{ id: lead, name: 'Leo', companyName: 'Kunde' }]);
    const there = await session.contacts.create({ name: 'Leo', address: 'LEO@kunde.example' }, 'k');
    expect(there).toEqual({ remoteId: lead, created: false });
    // A lead is about nothing else: Salesforce refuses both.
    const id = await logged(session, call(h, lead, { companyId: account }));
    expect(h.server.row(id)).toMatchObject({ WhoId: lead });
    expect(h.server.row(id)?.WhatId).toBeUndefined();
    h.server.write(lead, { IsConverted: true });
    const then = await session.contacts.changedSince(first.cursor);
    expect(then.gone).toEqual([lead]);
  });

  it("a duplicate rule's sentence reaches the rep", async () => {
    const h = salesforceHarness();
    const session = h.session();
    const complaint = { errorCode: 'DUPLICATES_DETECTED', message: 'Use one of these records?', fields: [] };
    const create = session.contacts.create({ name: 'Mia Berg', address: 'mia@kunde.example' }, 'k');
    h.server.refuseNext(400, [complaint]);
    expect(await faultOf(create)).toEqual({ kind: 'refused', reason: 'Use one of these records?' });
  });

  it('an import of thousands in one second is read whole, also where the worker dies between pages', async () => {
    const h = salesforceHarness();
    for (let i = 0; i < 4500; i++) {
      h.server.insert('Contact', {
        LastName: `P ${i}`,
        Email: `p${i}@kunde.example`,
        SystemModstamp: '2026-11-21T18:41:39.000+0000',
      });
    }
    const ids = new Set<string>();
    let cursor: string | null = null;
    for (let pages = 0; pages < 10; pages++) {
      const page = await h.session().contacts.changedSince(cursor);
      for (const { id } of page.items) ids.add(id);
      cursor = page.cursor;
      if (page.complete) break;
    }
    expect(ids.size).toBe(4500);
    // Once the overlap was read again, a round without changes is one small request for each object.
    cursor = (await drain(h.session(), cursor)).cursor;
    const before = h.server.requests.length;
    expect((await h.session().contacts.changedSince(cursor)).items).toEqual([]);
    expect(h.server.requests.length - before).toBe(2);
  });
});

async function drain(session: CrmSession, from: string | null) {
  let page = await session.contacts.changedSince(from);
  while (!page.complete) page = await session.contacts.changedSince(page.cursor);
  return page;
}

describe('deals, tasks and what the org asks for', () => {
  it('an open deal is there with its company, people and stage; one that was won is gone', async () => {
    const h = salesforceHarness();
    const session = h.session();
    const values = {
      Name: 'Seats',
      AccountId: '001',
      Amount: 1200.5,
      StageName: 'Proposal',
      IsClosed: false,
    };
    const id = h.server.insert('Opportunity', { ...values, roles: ['003A'] });
    h.server.insert('Opportunity', { ...values, IsClosed: true });
    const first = await session.deals!.changedSince(null);
    expect(first.items).toMatchObject([
      { id, title: 'Seats', companyId: '001', contactIds: ['003A'], value: 1200.5, stage: 'Proposal' },
    ]);
    h.server.write(id, { IsClosed: true });
    expect((await session.deals!.changedSince(first.cursor)).gone).toContain(id);
  });

  it('a task is moved to another day, and done with the org’s own word', async () => {
    const h = salesforceHarness();
    const session = h.session();
    const id = await h.addTask('Call', '2026-12-01', await person(session));
    await session.tasks!.reschedule!(id, '2026-12-08');
    expect(h.server.row(id)).toMatchObject({ ActivityDate: '2026-12-08' });
    await session.tasks!.complete(id);
    expect(h.server.row(id)).toMatchObject({ Status: 'Erledigt' });
  });

  it('required fields and choices are read from the org itself', async () => {
    const schema = await salesforceHarness().session().describe!();
    expect(schema.email?.record).toBe('EmailMessage');
    expect(schema.call?.fields.find(({ name }) => name === 'Region__c')).toEqual({
      name: 'Region__c',
      label: 'Region__c',
      required: true,
      kind: 'choice',
      type: 'picklist',
      choices: [{ value: 'N', label: 'North' }],
    });
    const bare = await salesforceHarness({ emailMessages: false }).session().describe!();
    expect(bare.email?.record).toBe('Task');
  });

  it('the daily limit says slow down, and no permission says so', async () => {
    const h = salesforceHarness();
    const session = h.session();
    const id = await person(session);
    const change = { contactId: id, field: 'title', new: 'CTO' } as const;
    const fault = async (status: number, errorCode: string) => {
      const inner = h.session();
      h.server.refuseNext(status, [{ errorCode, message: 'TotalRequests Limit exceeded.' }]);
      return faultOf(inner.contacts.update(change));
    };
    expect(await fault(403, 'REQUEST_LIMIT_EXCEEDED')).toEqual({ kind: 'slow-down' });
    expect((await fault(403, 'API_DISABLED_FOR_ORG')).kind).toBe('not-permitted');
    expect((await fault(403, 'INVALID_SESSION_ID')).kind).toBe('not-permitted');
    expect((await fault(401, 'INVALID_SESSION_ID')).kind).toBe('signed-out');
    expect((await fault(503, 'SERVER_UNAVAILABLE')).kind).toBe('offline');
  });
});

describe('the way in', () => {
  it('is the org’s own sign-in page, with the customer’s own key and no secret', () => {
    expect(salesforce.signIn?.(settings)).toEqual({
      authorizationEndpoint: 'https://acme.my.salesforce.com/services/oauth2/authorize',
      tokenEndpoint: 'https://acme.my.salesforce.com/services/oauth2/token',
      clientId: 'consumer-key',
      scope: 'api refresh_token',
      keeps: ['id', 'instance_url'],
    });
    expect(salesforce.origins(settings)).toEqual(['https://acme.my.salesforce.com/*']);
  });

  it.each([
    ['acme.lightning.force.com/lightning/page/home', 'https://acme.my.salesforce.com'],
    [' https://acme--test.sandbox.lightning.force.com/ ', 'https://acme--test.sandbox.my.salesforce.com'],
    ['acme.my.salesforce-setup.com', 'https://acme.my.salesforce.com'],
    ['ACME.my.salesforce.com', 'https://acme.my.salesforce.com'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ])('is found in what was pasted: %s', (pasted, origin) => {
    expect(salesforceOrigin(pasted)).toBe(origin);
  });

  it.each([
    ['http://acme.my.salesforce.com', 'insecure-address'],
    ['login.salesforce.com', 'not-a-url'],
    ['my.salesforce.com.evil.example', 'not-a-url'],
    [`https://user:pass${'@'}acme.my.salesforce.com`, 'not-a-url'],
    ['', 'not-a-url'],
  ])('is refused before anything is sent: %s', (pasted, code) => {
    try {
      expect(salesforceOrigin(pasted)).toBe('refused');
    } catch (error) {
      expect((error as SettingsProblem).code).toBe(code);
    }
  });

  it('no text ends its quotes', () => {
    const nasty = `a' OR Name != '\\' \n %_\\`;
    const { where } = parseQuery(`SELECT Id FROM Account WHERE Name = ${quote(nasty)}`, 0);
    expect(where?.({ Name: nasty })).toBe(true);
    expect(where?.({ Name: 'x' })).toBe(false);
    const like = parseQuery(`SELECT Id FROM Account WHERE Website LIKE ${quoteContains('a_b%')}`, 0).where;
    expect(like?.({ Website: 'https://a_b%c' })).toBe(true);
    expect(like?.({ Website: 'https://axbyc' })).toBe(false);
    expect(chunked(Array.from({ length: 300 }, (_, i) => `${i}${'x'.repeat(80)}`)).length).toBeGreaterThan(2);
  });
});
