import { describe, expect, it } from 'vitest';
import type { ActivityToLog, Changes } from '@/utils/crm/connector';
import { CrmFault } from '@/utils/crm/errors';
import type { LedgerDoor } from '@/utils/crm/http';
import { twentyAddress, twentyPattern } from '@/utils/crm/twenty/address';
import { makePace } from '@/utils/crm/twenty/pace';
import { twenty } from '@/utils/crm/twenty/twenty';
import { uuidOf } from '@/utils/crm/twenty/uuid-of';
import type { Fault } from '@/utils/model/outbox';
import { call, mail, meeting } from './contract';
import { parseGraphql } from './fakes/graphql-text';
import { runContract } from './run-contract';
import { twentyHarness, twentyHttp } from './twenty-harness';
import { wordsOf } from './twenty-words';

runContract('an entry logged to Twenty up to 1.16', () => twentyHarness());
runContract('an entry logged to Twenty from 1.17 on', () => twentyHarness(true));

async function faultOf(work: Promise<unknown>): Promise<Fault> {
  const error = await work.then(
    () => 'no fault',
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(CrmFault);
  return (error as CrmFault).fault;
}

async function everything<T>(
  changed: (cursor: string | null) => Promise<Changes<T>>,
  from: string | null = null,
) {
  const items: T[] = [];
  const gone: string[] = [];
  let cursor = from;
  for (let page = 0; page < 100; page++) {
    const changes = await changed(cursor);
    items.push(...changes.items);
    gone.push(...changes.gone);
    cursor = changes.cursor;
    if (changes.complete) return { items, gone, cursor, pages: page + 1 };
  }
  throw new Error('the delta never ends');
}

async function newContact(h: ReturnType<typeof twentyHarness>, name = 'Mia Berg'): Promise<string> {
  const address = `${name.toLowerCase().replaceAll(' ', '.')}@kunde.example`;
  return (await h.session().contacts.create({ name, address }, 'k')).remoteId;
}

async function logged(h: ReturnType<typeof twentyHarness>, entry: ActivityToLog) {
  const [answer] = await h.session().activities.log([entry]);
  if (!answer || !('remoteId' in answer)) throw new Error(JSON.stringify(answer));
  return answer;
}

describe('what is sent to Twenty', () => {
  /** Every field of its GraphQL that Sidelog may name. Calendar events, messages, webhooks and workflows are not among them. */
  const allowed = [
    '__type',
    ...['people', 'companies', 'opportunities', 'notes', 'tasks', 'workspaceMembers'],
    ...[
      'createPerson',
      'createCompany',
      'createNotes',
      'createNoteTargets',
      'createTask',
      'createTaskTargets',
    ],
    ...[
      'updatePerson',
      'updateNote',
      'updateTask',
      'restoreNote',
      'restoreTask',
      'restoreNoteTarget',
      'restoreTaskTarget',
      'updateNoteTarget',
      'updateTaskTarget',
      'destroyNoteTargets',
      'destroyTaskTargets',
    ],
    ...['destroyNote', 'deleteNote', 'destroyTask', 'deleteTask'],
  ];
  /** Every key of every value that is written, whatever it is written to. */
  const written = [
    ...['id', 'noteId', 'taskId', 'personId', 'companyId', 'opportunityId'],
    ...['name', 'firstName', 'lastName', 'emails', 'primaryEmail', 'additionalEmails', 'jobTitle'],
    ...['phones', 'primaryPhoneNumber', 'additionalPhones', 'number', 'callingCode', 'countryCode'],
    ...['domainName', 'primaryLinkUrl', 'primaryLinkLabel', 'secondaryLinks'],
    ...['title', 'bodyV2', 'blocknote', 'markdown', 'status', 'dueAt', 'assigneeId'],
  ];

  async function tryEverything() {
    const h = twentyHarness();
    const session = h.session();
    const company = { name: 'Nord', domain: 'nord.example' };
    const draft = { name: 'Ida Lund', address: 'ida@nord.example', phone: '+49 40 5550101', company };
    const { remoteId: id } = await session.contacts.create(
      { ...draft, otherPhones: ['+49 40 5550102'] },
      'k',
    );
    await session.contacts.update({ contactId: id, field: 'title', new: 'Head' });
    await session.contacts.update({ contactId: id, field: 'mobile', new: '+49 171 5550103' });
    const old = '+49405550102';
    await session.contacts.update({ contactId: id, field: 'phone', old, new: '+49 40 5550109' });
    const entries = [mail(h, id), meeting(h, id), call(h, id)];
    const answers = await session.activities.log(entries);
    for (const [index, answer] of answers.entries()) {
      if (!('remoteId' in answer)) throw new Error('not logged');
      await session.activities.update?.(answer.remoteId, entries[index]!);
    }
    const [first] = answers;
    if (first && 'remoteId' in first) h.server.tables.trash('note', first.remoteId);
    await session.activities.log(entries);
    await session.activities.remove(await logged(h, entries[1]!).then((each) => each.remoteId));
    const task = { title: 'Call', contactIds: [id], note: 'Call me', dueDate: '2026-12-04' };
    const { remoteId } = await session.tasks!.create(task, entries[0]!.key);
    h.server.tables.trash('task', remoteId);
    await session.tasks!.create(task, entries[0]!.key);
    await session.tasks!.reschedule?.(remoteId, '2026-12-05');
    await session.tasks!.complete(remoteId);
    await session.tasks!.remove(remoteId);
    await session.tasks!.create(task, entries[0]!.key);
    h.server.forbid('destroy');
    await session.tasks!.remove(remoteId);
    await session.activities.remove(await logged(h, entries[2]!).then((each) => each.remoteId));
    for (const read of [session.contacts, session.companies, session.deals!, session.tasks!])
      await read.changedSince(null);
    await session.activities.changedSince?.(null);
    await session.describe?.().catch(() => {});
    return h.server.requests;
  }

  it('can make no event, send no mail and tell nobody: each request is on a list, and so is each key that it writes', async () => {
    const requests = await tryEverything();
    const graphql = requests.filter(({ url }) => url.endsWith('/graphql'));
    const others = requests
      .filter(({ url }) => !url.endsWith('/graphql'))
      .map(({ url }) => new URL(url).pathname);
    expect(new Set(others)).toEqual(new Set(['/rest/open-api/core']));
    const operations = graphql.map(({ body }) => {
      const { query, variables } = JSON.parse(body);
      return { ...parseGraphql(query, variables), variables };
    });
    const named = new Set(operations.flatMap(({ fields }) => fields.map(({ name }) => name)));
    expect([...named].filter((name) => !allowed.includes(name))).toEqual([]);
    // The list holds nothing that is not used either.
    expect(allowed.filter((name) => !named.has(name))).toEqual([]);
    const keys = new Set<string>();
    const walk = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(walk);
      else if (typeof value === 'object' && value !== null) {
        for (const [key, inner] of Object.entries(value)) {
          keys.add(key);
          walk(inner);
        }
      }
    };
    for (const { kind, variables } of operations) {
      if (kind === 'mutation') Object.values(variables).forEach(walk);
    }
    expect([...keys].filter((key) => !written.includes(key))).toEqual([]);
  });

  it('has no word of a mail in the text of a request, and the key in no address', async () => {
    const h = twentyHarness();
    const id = await newContact(h);
    await logged(h, mail(h, id, { subject: 'zebra"}){x}', ownWords: 'zebra" } }', summary: 'zebra' }));
    for (const { url, body } of h.server.requests) {
      expect(url).not.toContain(h.server.key);
      expect(JSON.parse(body).query).not.toContain('zebra');
    }
  });

  it('takes few requests: three for a batch of twenty mails, one more for the first', async () => {
    const h = twentyHarness();
    const session = h.session();
    const id = await newContact(h);
    await session.activities.log([mail(h, id)]);
    const before = h.server.requests.length;
    const answers = await session.activities.log(Array.from({ length: 20 }, () => mail(h, id)));
    expect(answers.filter((answer) => 'remoteId' in answer && answer.created)).toHaveLength(20);
    expect(h.server.requests.length - before).toBe(3);
  });

  it('shows in the ledger where it went and which fields, but no word and no key', async () => {
    const lines: unknown[] = [];
    const ledger: LedgerDoor = { begin: async (line) => `${lines.push(line)}`, end: async () => {} };
    const h = twentyHarness();
    const id = await newContact(h);
    const session = twenty.connect({ url: h.server.origin, key: h.server.key }, twentyHttp(h.server, ledger));
    await session.activities.log([mail(h, id, { ownWords: 'a zebra' })]);
    const text = JSON.stringify(lines);
    expect(text).toContain('"/graphql"');
    expect(text).toContain('bodyV2');
    for (const secret of ['zebra', h.server.key, 'mia@']) expect(text).not.toContain(secret);
  });
});

describe('a note in Twenty', () => {
  it('comes back from the trash with what is logged now, once', async () => {
    const h = twentyHarness();
    const entry = mail(h, await newContact(h));
    const { remoteId } = await logged(h, entry);
    h.server.tables.trash('note', remoteId);
    expect((await h.session().activities.findByAliases([entry])).size).toBe(0);
    const again = { ...entry, activity: { ...entry.activity, summary: 'Said otherwise' } };
    expect(await logged(h, again)).toEqual({ remoteId, created: true });
    const note = h.server.tables.existing('note', remoteId);
    expect(note.deletedAt).toBeNull();
    expect(wordsOf((note.bodyV2 as { blocknote: string }).blocknote)).toContain('Said otherwise');
    expect(await h.count(entry)).toBe(1);
  });

  it('that was left without its targets is not taken for logged, and gets them with the next attempt', async () => {
    const h = twentyHarness();
    const entry = mail(h, await newContact(h));
    const { remoteId } = await logged(h, entry);
    h.server.tables.table('noteTarget').clear();
    expect((await h.session().activities.findByAliases([entry])).size).toBe(0);
    expect(await logged(h, entry)).toEqual({ remoteId, created: true });
    expect(h.server.tables.table('noteTarget').size).toBe(1);
    expect(await h.count(entry)).toBe(1);
  });

  it('that was left without targets goes where nobody is left to tie it to', async () => {
    const h = twentyHarness();
    const id = await newContact(h);
    const entry = mail(h, id);
    await logged(h, entry);
    h.server.tables.table('noteTarget').clear();
    await h.deleteContact(id);
    expect(await h.session().activities.log([entry])).toEqual([{ fault: { kind: 'gone' } }]);
    expect(await h.count(entry)).toBe(0);
  });

  it('goes to the trash where the key may not destroy, and is logged anew out of it', async () => {
    const h = twentyHarness();
    const entry = mail(h, await newContact(h));
    const { remoteId } = await logged(h, entry);
    h.server.forbid('destroy');
    await h.session().activities.remove(remoteId);
    expect(h.server.tables.existing('note', remoteId).deletedAt).not.toBeNull();
    expect(await logged(h, entry)).toEqual({ remoteId, created: true });
  });

  it('hangs on every person, the company and the deal, and on those alone that are live', async () => {
    const h = twentyHarness(true);
    const [mia, ida] = [await newContact(h), await newContact(h, 'Ida Lund')];
    const { tables } = h.server;
    const [company] = tables.insert('company', [{ name: 'Nord' }]);
    const [deal] = tables.insert('opportunity', [{ name: 'Seats', stage: 'NEW' }]);
    await h.deleteContact(ida);
    const about = { contactIds: [mia, ida, 'x'], companyId: company!.id, dealId: deal!.id };
    await logged(h, mail(h, mia, about));
    const ends = [...tables.table('noteTarget').values()].map((row) => [
      row.targetPersonId ?? null,
      row.targetCompanyId ?? null,
      row.targetOpportunityId ?? null,
    ]);
    expect(ends).toEqual([
      [mia, null, null],
      [null, company!.id, null],
      [null, null, deal!.id],
    ]);
  });

  it('is one note where a batch holds the same mail twice, and each colleague knows what is logged from the mirror', async () => {
    const h = twentyHarness();
    const entry = mail(h, await newContact(h));
    const answers = await h.session().activities.log([entry, { ...entry, key: 'another' }]);
    expect(answers.map((answer) => 'created' in answer && answer.created)).toEqual([true, false]);
    expect(await h.count(entry)).toBe(1);
    h.server.tables.insert('note', [{ title: 'By hand', bodyV2: { blocknote: '[]' } }]);
    const { items } = await everything((cursor) => h.colleague().activities.changedSince!(cursor));
    expect(items.map(({ aliases }) => aliases)).toEqual([entry.aliases]);
  });

  it('keeps what a person wrote into it when the meeting moves', async () => {
    const h = twentyHarness();
    const entry = meeting(h, await newContact(h));
    const { remoteId } = await logged(h, entry);
    const note = h.server.tables.existing('note', remoteId);
    const body = note.bodyV2 as { blocknote: string };
    const blocks = JSON.parse(body.blocknote);
    const own = {
      id: 'f0',
      type: 'checkListItem',
      props: { checked: true },
      content: [{ type: 'text', text: 'Mine' }],
    };
    note.bodyV2 = { blocknote: JSON.stringify([blocks[0], own, ...blocks.slice(1)]) };
    await h
      .session()
      .activities.update?.(remoteId, { ...entry, activity: { ...entry.activity, summary: 'New notes' } });
    const now = JSON.parse((h.server.tables.existing('note', remoteId).bodyV2 as typeof body).blocknote);
    expect(now).toContainEqual(own);
    const words = wordsOf(JSON.stringify(now));
    expect(words).toContain('New notes');
    expect(words).not.toContain('40 seats');
    expect(words.match(/🕒/g)).toHaveLength(1);
  });

  it('of an occurrence is another than that of the next one, though both have the UID of the series', async () => {
    const h = twentyHarness();
    const id = await newContact(h);
    const of = (start: string) => {
      const entry = meeting(h, id);
      return { ...entry, aliases: ['event:series@own.example', `event:series@own.example/${start}`] };
    };
    const [first, second] = [of('20261120T130000Z'), of('20261127T130000Z')];
    await logged(h, first);
    expect((await h.session().activities.findByAliases([second])).size).toBe(0);
    expect((await logged(h, second)).created).toBe(true);
  });

  it('takes half a character and a NUL out of a mail, which the database refuses', async () => {
    const h = twentyHarness();
    const entry = mail(h, await newContact(h), { subject: 'A\0B', ownWords: 'x\ud800y\0z' });
    const { remoteId } = await logged(h, entry);
    expect(h.server.tables.existing('note', remoteId).title).toBe('AB');
  });
});

describe("the mirror of Twenty's records", () => {
  it('is whole after an import of hundreds in one moment, also where the worker died between the pages', async () => {
    const h = twentyHarness();
    const at = h.server.tables.stamp();
    const people = h.server.tables.insert(
      'person',
      Array.from({ length: 150 }, (_, index) => ({ name: { firstName: `P${index}`, lastName: '' } })),
    );
    for (const person of people) person.updatedAt = at;
    const { items, pages } = await everything((cursor) => h.session().contacts.changedSince(cursor));
    expect(pages).toBe(3);
    expect(new Set(items.map(({ id }) => id)).size).toBe(150);
  });

  it('shows a change that came late with an earlier time, and tells nothing twice', async () => {
    const h = twentyHarness();
    await newContact(h);
    const session = h.session();
    const first = await everything((cursor) => session.contacts.changedSince(cursor));
    const [late] = h.server.tables.insert('person', [{ name: { firstName: 'Late', lastName: '' } }]);
    late!.updatedAt = new Date(Date.parse(late!.updatedAt) - 60_000).toISOString();
    const then = await everything((cursor) => session.contacts.changedSince(cursor), first.cursor);
    expect(then.items.map(({ name }) => name)).toEqual(['Late']);
    const last = await everything((cursor) => session.contacts.changedSince(cursor), then.cursor);
    expect(last).toMatchObject({ items: [], gone: [] });
  });

  it('does not tell as gone who lay in the trash before the first reading', async () => {
    const h = twentyHarness();
    const session = h.session();
    await h.deleteContact(await newContact(h));
    const first = await everything((cursor) => session.contacts.changedSince(cursor));
    expect(first).toMatchObject({ items: [], gone: [] });
    await newContact(h, 'Ida Lund');
    const then = await everything((cursor) => session.contacts.changedSince(cursor), first.cursor);
    expect(then.gone).toEqual([]);
    expect(then.items.map(({ name }) => name)).toEqual(['Ida Lund']);
  });

  it('has open deals with their value, and gives up what was won or lost', async () => {
    const h = twentyHarness();
    const { tables } = h.server;
    const deal = (name: string, stage: string) => ({
      name,
      stage,
      amount: { amountMicros: '1200500000', currencyCode: 'EUR' },
    });
    const [open] = tables.insert('opportunity', [
      deal('Open', 'PROPOSAL'),
      deal('Won', 'CUSTOMER'),
      deal('Lost', 'DEAL_LOST'),
    ]);
    const deals = h.session().deals!;
    const first = await everything((cursor) => deals.changedSince(cursor));
    expect(first.items).toMatchObject([{ title: 'Open', value: 1200.5, currency: 'EUR', stage: 'PROPOSAL' }]);
    tables.update('opportunity', open!.id, { stage: 'LOST' });
    const then = await everything((cursor) => deals.changedSince(cursor), first.cursor);
    expect(then.gone).toEqual([open!.id]);
  });

  it('has the rep’s tasks alone, and gives up one that was handed to a colleague', async () => {
    const h = twentyHarness();
    const id = await newContact(h);
    const mine = await h.addTask('Mine', '2026-12-03', id);
    const { tables } = h.server;
    const max = [...tables.table('workspaceMember').values()][1]!.id;
    tables.insert('task', [{ title: 'His', status: 'TODO', assigneeId: max }]);
    const tasks = h.session().tasks!;
    const first = await everything((cursor) => tasks.changedSince(cursor));
    expect(first.items.map(({ title }) => title)).toEqual(['Mine']);
    tables.update('task', mine, { assigneeId: max });
    const then = await everything((cursor) => tasks.changedSince(cursor), first.cursor);
    expect(then.gone).toContain(mine);
  });

  it('starts from the beginning with a cursor that is none', async () => {
    const h = twentyHarness();
    await newContact(h);
    for (const cursor of ['', '{', 'null', '{"told":3}']) {
      expect((await h.session().contacts.changedSince(cursor)).items).toHaveLength(1);
    }
  });
});

describe('a person in Twenty', () => {
  it('is created without a number that Twenty cannot read, and is found by an address that is not the main one', async () => {
    const h = twentyHarness();
    const session = h.session();
    const draft = { name: 'Ida Lund', address: 'ida@nord.example', phone: '030 call me' };
    const { remoteId } = await session.contacts.create(draft, 'k');
    const emails = { primaryEmail: 'new@nord.example', additionalEmails: ['ida@nord.example'] };
    h.server.tables.update('person', remoteId, { emails });
    expect(await session.contacts.create(draft, 'k')).toEqual({ remoteId, created: false });
  });

  it('keeps a number that the rep was not shown', async () => {
    const h = twentyHarness();
    const session = h.session();
    const draft = { name: 'Ida', address: 'ida@nord.example', phone: '+49 40 5550101' };
    const { remoteId } = await session.contacts.create(draft, 'k');
    const change = {
      contactId: remoteId,
      field: 'phone',
      old: '+49 40 5550777',
      new: '+49 40 5550109',
    } as const;
    expect(await faultOf(session.contacts.update(change))).toMatchObject({
      kind: 'refused',
      reason: 'no-field',
    });
    await session.contacts.update({ contactId: remoteId, field: 'mobile', new: '+49 171 5550103' });
    const [person] = (await session.contacts.changedSince(null)).items;
    expect(person?.phones).toEqual(['+49405550101', '+491715550103']);
  });
});

describe('the connection to Twenty', () => {
  it('finds the API of a cloud workspace and refuses an address where the key would travel in the open', () => {
    expect(twentyAddress(' acme.twenty.com/objects/people ')).toEqual({
      api: 'https://api.twenty.com',
      front: 'https://acme.twenty.com',
    });
    expect(twentyAddress('https://api.twenty.com').front).toBeNull();
    expect(twentyAddress('https://crm.own.example:8443/x').api).toBe('https://crm.own.example:8443');
    expect(twentyAddress('localhost:3000').api).toBe('http://localhost:3000');
    expect(twentyPattern('acme.twenty.com')).toBe('https://api.twenty.com/*');
    for (const bad of ['', 'http://crm.own.example', 'ftp://x.example', 'https://a:b@x.example', 'nohost'])
      expect(() => twentyAddress(bad)).toThrow();
  });

  it('names the workspace, so that two on one host are two accounts', async () => {
    const h = twentyHarness();
    expect((await h.session().whoAmI()).account).toBe(
      'twenty|crm.own.example|5d0c4b1e-77aa-4f0e-9c1d-0a1b2c3d4e5f',
    );
  });

  it('links to each kind of record', () => {
    const { linkTo } = twentyHarness().session();
    const kinds = ['contact', 'company', 'deal', 'task', 'activity'] as const;
    expect(kinds.map((kind) => linkTo(kind, '7'))).toEqual(
      ['person', 'company', 'opportunity', 'task', 'note'].map(
        (name) => `https://crm.own.example/object/${name}/7`,
      ),
    );
  });

  it('waits before the limit is reached, says until when, and goes on after that', () => {
    const pace = makePace();
    pace.saw(1_000_000);
    for (let sent = 0; sent < 90; sent++) pace.step();
    let fault: Fault | undefined;
    try {
      pace.step();
    } catch (error) {
      fault = (error as CrmFault).fault;
    }
    expect(fault).toEqual({ kind: 'slow-down', retryAt: 1_060_000 });
    expect(() => pace.step()).not.toThrow();
  });

  it('gives a name the same id on every machine, of a shape that Twenty takes', async () => {
    expect(await uuidOf('email', '<a@b.example>')).toBe(await uuidOf('email', '<a@b.example>'));
    expect(await uuidOf('email', 'x')).not.toBe(await uuidOf('meeting', 'x'));
    expect(await uuidOf('email', 'x')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});
