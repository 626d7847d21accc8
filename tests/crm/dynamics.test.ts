import { describe, expect, it } from 'vitest';
import type { SettingsProblem } from '@/utils/crm/connector';
import { dynamicsPlace } from '@/utils/crm/dynamics/address';
import { dynamics } from '@/utils/crm/dynamics/dynamics';
import { guidOf, isGuid, quote } from '@/utils/crm/dynamics/ids';
import { call, mail, meeting } from './contract';
import { dynamicsHarness, settings } from './dynamics-harness';
import { writable } from './fakes/dynamics';
import { runContract } from './run-contract';

runContract('a mail logged to Dynamics 365', () => dynamicsHarness());

describe('what is sent to Dynamics 365', () => {
  it('can send, invite and notify nobody: only requests, columns and states on the list', async () => {
    const h = dynamicsHarness();
    const session = h.session();
    const { remoteId: id } = await session.contacts.create(
      {
        name: 'Anna von der Au',
        address: 'anna@kunde.example',
        phone: '1',
        otherPhones: ['2'],
        mobile: '3',
        title: 'CEO',
        website: 'https://kunde.example',
        postalAddress: 'Hafenstr. 5',
        company: { name: "O'Kunde", domain: 'kunde.example' },
      },
      'k',
    );
    const fields = { cr123_region: '100000001' };
    for (const bad of ['ownerid', 'requiredattendees', 'msdyn_x', 'statuscode', 'subject']) {
      expect(await session.activities.log([mail(h, id, { fields: { [bad]: 'x' } })])).toEqual([
        { fault: { kind: 'refused', reason: 'unknown-field', field: bad } },
      ]);
    }
    const entries = [
      mail(h, id, { fields }),
      mail(h, id, { direction: 'sent' }),
      meeting(h, id, { fields }),
      call(h, id),
    ];
    await session.activities.findByAliases(entries);
    for (const [index, answer] of (await session.activities.log(entries)).entries()) {
      expect(answer).toHaveProperty('created', true);
      const remoteId = 'remoteId' in answer ? answer.remoteId : '';
      if (index > 1) await session.activities.update?.(remoteId, entries[index]!);
      await session.activities.remove(remoteId);
    }
    const draft = { title: 'Call', dueDate: '2026-12-01', contactIds: [id], note: 'Call me.' };
    const task = await session.tasks!.create(draft, 'k2');
    await session.tasks!.reschedule!(task.remoteId, '2026-12-03');
    await session.tasks!.complete(task.remoteId);
    expect(h.server.row('tasks', task.remoteId)).toMatchObject({ statecode: 1, statuscode: 5 });
    await session.contacts.update({ contactId: id, field: 'title', new: 'CTO', old: 'CEO' });
    await session.whoAmI();

    const made = new Set<string>();
    let columns = 0;
    for (const { method, path, body, headers } of h.server.calls) {
      const table = /^\/(\w+)/.exec(path)?.[1] ?? '';
      made.add(`${method} /${table}`);
      if (method !== 'PATCH') continue;
      const names = Object.keys(body);
      columns += names.length;
      expect(names.filter((name) => name !== 'cr123_region' && !writable[table]?.includes(name))).toEqual([]);
      // A PATCH without either would make anew what somebody deleted.
      expect(
        [headers.get('if-none-match'), headers.get('if-match')].filter((each) => each === '*'),
      ).toHaveLength(1);
      // 6 is "pending send", 2 and 7 are sent by the server.
      if (table === 'emails') expect([undefined, 3, 4]).toContain(body.statuscode);
    }
    expect(columns).toBeGreaterThan(40);
    // No action: SendEmail, SendEmailFromTemplate, Book and the like are not among them.
    expect([...made].sort()).toEqual([
      'DELETE /appointments',
      'DELETE /emails',
      'DELETE /phonecalls',
      'GET /EntityDefinitions',
      'GET /WhoAmI',
      'GET /accounts',
      'GET /activitypointers',
      'GET /appointments',
      'GET /contacts',
      'GET /emails',
      'GET /phonecalls',
      'GET /systemusers',
      'GET /tasks',
      'PATCH /accounts',
      'PATCH /appointments',
      'PATCH /contacts',
      'PATCH /emails',
      'PATCH /phonecalls',
      'PATCH /tasks',
    ]);
  });

  it('a mail is never left a draft: what was interrupted is completed when it is looked for', async () => {
    const h = dynamicsHarness();
    const session = h.session();
    const { remoteId: id } = await session.contacts.create(
      { name: 'Mia', address: 'mia@kunde.example' },
      'k',
    );
    const entry = mail(h, id);
    h.server.trouble.loseAnswer();
    expect(await session.activities.log([entry])).toEqual([{ fault: { kind: 'offline' } }]);
    expect(h.server.rows('emails')).toMatchObject([{ statecode: 0 }]);
    expect((await h.session().activities.findByAliases([entry])).size).toBe(1);
    expect(h.server.rows('emails')).toMatchObject([{ statecode: 1, statuscode: 4 }]);
    // Read-only from then on.
    const [remoteId = ''] = (await session.activities.findByAliases([entry])).values();
    await expect(session.activities.update!(remoteId, entry)).rejects.toMatchObject({
      fault: { kind: 'refused', reason: 'read-only' },
    });
  });

  it('after the first that nobody answered, the rest of a batch is not tried', async () => {
    const h = dynamicsHarness();
    const session = h.session();
    const { remoteId: id } = await session.contacts.create(
      { name: 'Mia', address: 'mia@kunde.example' },
      'k',
    );
    await session.activities.log([]);
    await session.whoAmI();
    h.server.trouble.away();
    const answers = await session.activities.log([mail(h, id), mail(h, id)]);
    expect(answers).toEqual([{ fault: { kind: 'offline' } }, { fault: { kind: 'offline' } }]);
  });

  it('an undo that is repeated leaves what a colleague logged in between under the same id', async () => {
    const h = dynamicsHarness();
    const [mine, theirs] = [h.session(), h.colleague!()];
    const { remoteId: id } = await mine.contacts.create({ name: 'Mia', address: 'mia@kunde.example' }, 'k');
    const entry = mail(h, id);
    const draft = { title: 'Call', contactIds: [id], note: '' };
    const [logged] = await mine.activities.log([entry]);
    const remoteId = logged && 'remoteId' in logged ? logged.remoteId : '';
    const task = await mine.tasks!.create(draft, 'k2');
    const undo = async () => {
      await mine.activities.remove(remoteId);
      await mine.tasks!.remove(task.remoteId);
    };
    await undo();
    expect([h.server.rows('emails'), h.server.rows('tasks')]).toEqual([[], []]);
    expect(await theirs.activities.log([entry])).toEqual([{ remoteId, created: true }]);
    expect(await theirs.tasks!.create(draft, 'k2')).toEqual({ ...task, created: true });
    await undo();
    expect([h.server.rows('emails'), h.server.rows('tasks')].map(({ length }) => length)).toEqual([1, 1]);
    expect(await mine.tasks!.readBack!(draft, 'k2')).toEqual({ ...task, created: false });
    expect(await theirs.tasks!.readBack!(draft, 'k2')).toEqual({ ...task, created: true });
    expect(await mine.tasks!.readBack!(draft, 'k3')).toBeNull();
  });

  it("a mail that Dynamics' own synchronisation stored counts as logged", async () => {
    const h = dynamicsHarness();
    const entry = mail(h, '1');
    const id = h.server.insert('emails', { messageid: entry.aliases[1], statecode: 1 });
    expect((await h.session().activities.findByAliases([entry])).get(entry.key)).toBe(`emails:${id}`);
  });
});

describe('the mirror of Dynamics 365', () => {
  it('an open deal is there; one that was won or deleted is gone, and so is an inactive contact', async () => {
    const h = dynamicsHarness();
    const session = h.session();
    const [a = '', b = ''] = ['A', 'B'].map((name) =>
      h.server.insert('opportunities', {
        name,
        estimatedvalue: 50,
        stepname: '1-Qualify',
        _parentaccountid_value: 'x',
      }),
    );
    const contact = h.server.insert('contacts', { lastname: 'Mia' });
    const first = await session.deals!.changedSince(null);
    expect(first.items[0]).toMatchObject({
      id: a,
      title: 'A',
      companyId: 'x',
      value: 50,
      stage: '1-Qualify',
    });
    const people = await session.contacts.changedSince(null);
    h.server.write('opportunities', a, { statecode: 1 });
    h.server.remove('opportunities', b);
    h.server.write('contacts', contact, { statecode: 1 });
    expect((await session.deals!.changedSince(first.cursor)).gone.sort()).toEqual([a, b].sort());
    expect((await session.contacts.changedSince(people.cursor)).gone).toEqual([contact]);
  });

  it('is read page by page, over a restart, and anew where Dynamics forgot what changed', async () => {
    const h = dynamicsHarness();
    for (let i = 0; i < 4500; i++) h.server.insert('contacts', { lastname: `P ${i}` });
    const ids = new Set<string>();
    let cursor: string | null = null;
    let pages = 0;
    for (;;) {
      const page = await h.session().contacts.changedSince(cursor);
      pages += 1;
      for (const { id } of page.items) ids.add(id);
      cursor = page.cursor;
      if (page.complete) break;
    }
    expect(pages).toBe(3);
    expect(ids.size).toBe(4500);
    expect((await h.session().contacts.changedSince(cursor)).items).toEqual([]);
    h.server.forgetChanges();
    expect((await h.session().contacts.changedSince(cursor)).items).toHaveLength(2000);
    // A cursor of nobody's making leads nowhere else.
    await h.session().contacts.changedSince('https://evil.example/contacts?x');
    for (const { url } of h.server.requests) expect(new URL(url).origin).toBe(h.server.origin);
  });
});

describe('the way in', () => {
  it('is Entra’s sign-in page, with the customer’s own client id', () => {
    expect(dynamics.signIn?.(settings)).toEqual({
      authorizationEndpoint: 'https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize',
      tokenEndpoint: 'https://login.microsoftonline.com/organizations/oauth2/v2.0/token',
      clientId: 'client',
      scope: 'https://acme.crm4.dynamics.com/user_impersonation offline_access',
    });
    expect(dynamics.signIn?.({ ...settings, tenant: ' Acme.example ' }).tokenEndpoint).toContain(
      '/acme.example/',
    );
    expect(dynamics.signIn?.({ ...settings, tenant: '../x' }).tokenEndpoint).toContain('/organizations/');
    expect(dynamics.origins(settings)).toEqual([
      'https://acme.crm4.dynamics.com/*',
      'https://login.microsoftonline.com/*',
    ]);
  });

  it.each([
    ['http://acme.crm.dynamics.com', 'insecure-address'],
    ['acme.crm.dynamics.com.evil.example', 'not-a-url'],
    ['dynamics.com', 'not-a-url'],
    ['', 'not-a-url'],
  ])('is refused before anything is sent: %s', (pasted, code) => {
    try {
      expect(dynamicsPlace(pasted)).toBe('refused');
    } catch (error) {
      expect((error as SettingsProblem).code).toBe(code);
    }
  });

  it('ids are the same everywhere, and no text ends its quotes', async () => {
    expect(await guidOf('emails <a@b.example>')).toBe(await guidOf('emails <a@b.example>'));
    expect(isGuid(await guidOf('x'))).toBe(true);
    expect(await guidOf('x')).toMatch(/^.{14}5.{4}[89ab]/);
    expect(quote("O'Hara' or 1 eq 1")).toBe("'O''Hara'' or 1 eq 1'");
  });
});
