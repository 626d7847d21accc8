import { describe, expect, it } from 'vitest';
import type { SettingsProblem } from '@/utils/crm/connector';
import { CrmFault } from '@/utils/crm/errors';
import { escapeHtml } from '@/utils/crm/html';
import type { LedgerDoor } from '@/utils/crm/http';
import { packIds, unpackIds } from '@/utils/crm/id-set';
import { odooOrigin } from '@/utils/crm/odoo/address';
import { isEmptyBody } from '@/utils/crm/odoo/mail-body';
import { odoo } from '@/utils/crm/odoo/odoo';
import { addressesIn } from '@/utils/crm/odoo/values';
import type { Fault } from '@/utils/model/outbox';
import { call, mail, meeting } from './contract';
import { fakeOdoo } from './fakes/odoo';
import { NOTE, stamp, TODO } from './fakes/odoo-models';
import { odooHarness, odooHttp, rep } from './odoo-harness';
import { runContract } from './run-contract';

for (const version of [17, 18, 19, 20] as const) {
  runContract(`a mail logged to Odoo ${version}`, () => odooHarness(version));
}
runContract('a mail logged to an Odoo with contacts alone', () =>
  odooHarness(18, { without: ['calendar', 'crm'] }),
);
runContract('a mail logged to an Odoo that syncs calendars itself', () => odooHarness(19, { synced: true }));

async function faultOf(work: Promise<unknown>): Promise<Fault> {
  const error = await work.then(
    () => 'no fault',
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(CrmFault);
  return (error as CrmFault).fault;
}

describe.each([17, 19, 20] as const)('what is sent to Odoo %i', (version) => {
  /** Every method that Sidelog may call. `message_post`, `message_notify`, `send` and the like are not among them. */
  const allowed = [
    'calendar.event create',
    'calendar.event fields_get',
    'calendar.event search',
    'calendar.event search_read',
    'calendar.event unlink',
    'calendar.event write',
    'calendar.event.type search_read',
    'crm.lead search',
    'crm.lead search_count',
    'crm.lead search_read',
    'ir.model.data check_object_reference',
    'mail.activity action_feedback',
    'mail.activity create',
    'mail.activity fields_get',
    'mail.activity search',
    'mail.activity search_read',
    'mail.activity unlink',
    'mail.activity write',
    'mail.activity.type search_read',
    'mail.message create',
    'mail.message fields_get',
    'mail.message search',
    'mail.message search_read',
    'mail.message unlink',
    'mail.message write',
    'res.partner create',
    'res.partner fields_get',
    'res.partner search',
    'res.partner search_count',
    'res.partner search_read',
    'res.partner unlink',
    'res.partner write',
    'res.users context_get',
    'res.users read',
  ];

  function calls(
    harness: ReturnType<typeof odooHarness>,
  ): { call: string; values: unknown[]; context?: unknown }[] {
    return harness.server.requests.flatMap(({ url, body }) => {
      const sent = JSON.parse(body);
      const path = new URL(url).pathname.split('/');
      if (path[1] === 'json') {
        const values = sent.vals_list ?? (sent.vals ? [sent.vals] : []);
        return [{ call: `${path[3]} ${path[4]}`, values, context: sent.context }];
      }
      const args = sent.params.args ?? [];
      if (sent.params.service !== 'object') return [];
      const [positional, named] = [args[5], args[6]];
      const values = args[4] === 'create' ? positional[0] : args[4] === 'write' ? [positional[1]] : [];
      return [{ call: `${args[3]} ${args[4]}`, values, context: named.context }];
    });
  }

  it('can notify nobody: only methods and fields on the list, only the internal note', async () => {
    const h = odooHarness(version);
    const session = h.session();
    const { remoteId } = await session.contacts.create(
      {
        name: 'Mia',
        address: 'mia@kunde.example',
        phone: '1',
        title: 'CEO',
        company: { name: 'K', domain: 'k.example' },
      },
      'k',
    );
    const entries = [
      mail(h, remoteId),
      mail(h, remoteId, { direction: 'sent', contactIds: [remoteId, '3'] }),
      mail(h, '1', { contactIds: [], companyId: remoteId }),
    ];
    await session.activities.findByAliases(entries);
    const logged = await session.activities.log(entries);
    for (const [index, answer] of logged.entries()) {
      if ('remoteId' in answer) await session.activities.update?.(answer.remoteId, entries[index]!);
    }
    for (const answer of logged) if ('remoteId' in answer) await session.activities.remove(answer.remoteId);
    await session.tasks?.complete(await h.addTask('x', '2026-12-01', remoteId));
    const task = { title: 'Call', dueDate: '2026-12-01', contactIds: [remoteId], note: 'Call me.' };
    await session.tasks?.find(task, 'k2');
    const made2 = await session.tasks?.create(task, 'k2');
    await session.tasks?.remove(made2?.remoteId ?? '');
    await session.contacts.update({ contactId: remoteId, field: 'title', new: 'CTO' });
    await session.tasks?.changedSince(null);
    const { cursor } = await session.contacts.changedSince(null);
    await session.contacts.changedSince(cursor);
    await session.companies.changedSince(null);
    await session.companies.create?.({ name: 'Nord', domain: 'nord.example' }, 'k3');
    await session.deals?.changedSince(null);
    await session.activities.changedSince?.(null);
    const moved = await session.tasks?.create({ ...task, title: 'Later' }, 'k4');
    await session.tasks?.reschedule?.(moved?.remoteId ?? '', '2026-12-02');
    await session.describe?.();

    const made = calls(h);
    expect(new Set(made.map(({ call }) => call).filter((call) => !allowed.includes(call)))).toEqual(
      new Set(),
    );
    const partners = made.filter(({ call }) => call === 'res.partner create').flatMap(({ values }) => values);
    expect(partners).toMatchObject([
      { name: 'K', user_id: h.uid },
      { name: 'Mia', user_id: h.uid },
      { name: 'Nord', user_id: h.uid },
    ]);
    const messages = made
      .filter(({ call }) => call === 'mail.message create')
      .flatMap(({ values }) => values);
    expect(messages).toHaveLength(3);
    for (const message of messages) {
      expect(message).toMatchObject({
        model: 'res.partner',
        subtype_id: NOTE,
        message_type: 'comment',
        is_internal: true,
      });
      expect(Object.keys(message as object).sort()).toEqual([
        'author_id',
        'body',
        'date',
        'email_from',
        'is_internal',
        'message_id',
        'message_type',
        'model',
        'res_id',
        'subject',
        'subtype_id',
      ]);
    }
    const activities = made
      .filter(({ call }) => call === 'mail.activity create')
      .flatMap(({ values }) => values);
    expect(activities).toMatchObject([{ summary: 'Call' }, { summary: 'Later', user_id: h.uid }]);
    expect(activities.slice(0, 1)).toEqual([
      {
        res_id: Number(remoteId),
        summary: 'Call',
        note: '<p>Call me.</p><p><small>sidelog-k2</small></p>',
        user_id: h.uid,
        date_deadline: '2026-12-01',
        activity_type_id: TODO,
      },
    ]);
    expect(h.server.models.notified).toEqual([]);
  });

  it('invites nobody to a meeting: the rep is the only attendee, and no request leaves without its quiet context', async () => {
    const h = odooHarness(version);
    const session = h.session();
    const deal = h.server.models.insert('crm.lead', { name: 'Seats', type: 'opportunity' });
    h.server.models.followers.push({ partner: deal, follower: 99, subtypes: [NOTE] });
    const { remoteId } = await session.contacts.create({ name: 'Mia', address: 'mia@kunde.example' }, 'k');
    const entry = meeting(h, remoteId, {
      dealId: String(deal),
      fields: { x_room: 'Blue' },
    });
    const [answer] = await session.activities.log([entry]);
    const id = answer && 'remoteId' in answer ? answer.remoteId : '';
    await session.activities.update?.(id, entry);
    await session.activities.remove(id);
    const writing = calls(h).filter(({ call }) => /^calendar\.event (create|write|unlink)$/.test(call));
    expect(writing.map(({ call }) => call.split(' ')[1])).toEqual(['create', 'write', 'write', 'unlink']);
    for (const { context } of writing)
      expect(context).toEqual({
        no_mail_to_attendees: true,
        dont_notify: true,
        tracking_disable: true,
        mail_create_nosubscribe: true,
        mail_auto_subscribe_no_notify: true,
      });
    const own = Number(h.server.models.search('res.users', [['login', '=', rep.login]], true)[0]?.partner_id);
    const [created, linked, changed] = writing.map(({ values }) => values[0] as Record<string, unknown>);
    expect(created).toEqual({
      x_room: 'Blue',
      name: entry.activity.subject,
      allday: false,
      start: '2026-11-20 13:00:00',
      stop: '2026-11-20 13:45:00',
      location: 'Hall 3',
      description: expect.stringContaining(`sidelog-${entry.key}`),
      show_as: 'busy',
      partner_ids: [[6, 0, [own, Number(remoteId)]]],
      attendee_ids: [[0, 0, { partner_id: own }]],
      alarm_ids: [[6, 0, []]],
    });
    // Created with its deal, a meeting would be posted on it.
    expect(linked).toEqual({ opportunity_id: deal });
    expect(Object.keys(changed ?? {}).sort()).toEqual([
      'allday',
      'description',
      'location',
      'name',
      'show_as',
      'start',
      'stop',
      'x_room',
    ]);
    expect(h.server.models.notified).toEqual([]);
  });

  it('the key is nowhere but where it signs in', async () => {
    const lines: unknown[] = [];
    const ledger: LedgerDoor = {
      begin: async (line) => String(lines.push(line)),
      end: async (_, answer) => {
        lines.push(answer);
      },
    };
    const h = odooHarness(version);
    const session = odoo.connect(
      { url: h.server.origin, database: 'acme', login: rep.login, key: rep.key },
      odooHttp(h.server, ledger),
    );
    await session.whoAmI();
    const entry = mail(h, '3');
    await session.activities.log([entry]);
    expect(lines.length).toBeGreaterThan(6);
    expect(JSON.stringify(lines)).not.toContain(rep.key);
    expect(JSON.stringify(lines)).not.toMatch(/kunde|Offer|Mia/);
    for (const { url } of h.server.requests) expect(url).not.toContain(rep.key);
    h.server.signOut();
    const error = await h
      .session()
      .whoAmI()
      .catch((caught: unknown) => caught);
    expect(`${(error as Error).stack}${JSON.stringify(error)}`).not.toContain(rep.key);
  });

  it('says which database it needs, and which one is not there', async () => {
    const connect = (server: ReturnType<typeof fakeOdoo>, database: string) => {
      server.addUser(rep);
      const settings = { url: server.origin, database, login: rep.login, key: rep.key };
      return odoo.connect(settings, odooHttp(server)).whoAmI();
    };
    expect((await connect(fakeOdoo(version), '')).account).toBe('odoo|odoo.example|acme');
    const needed: Fault = { kind: 'refused', reason: 'database-needed', field: 'database' };
    expect(await faultOf(connect(fakeOdoo(version, { databases: ['acme', 'second'] }), ''))).toEqual(needed);
    expect(await faultOf(connect(fakeOdoo(version, { databases: null }), ''))).toEqual(needed);
    expect((await connect(fakeOdoo(version, { databases: null }), ' second ')).account).toBe(
      'odoo|odoo.example|second',
    );
    expect(await faultOf(connect(fakeOdoo(version), 'nowhere'))).toEqual({
      kind: 'refused',
      reason: 'database-unknown',
      field: 'database',
    });
  });
});

describe('the way to Odoo', () => {
  it('is JSON-2 from 19 on, and JSON-RPC where a proxy does not let that through', async () => {
    const paths = async (version: 17 | 19, json2: boolean) => {
      const server = fakeOdoo(version, { json2 });
      server.addUser(rep);
      await odoo
        .connect({ url: server.origin, database: 'acme', login: rep.login, key: rep.key }, odooHttp(server))
        .whoAmI();
      return new Set(server.requests.slice(-1).map(({ url }) => new URL(url).pathname));
    };
    expect(await paths(17, false)).toEqual(new Set(['/jsonrpc']));
    expect(await paths(19, true)).toEqual(new Set(['/json/2/res.users/read']));
    expect(await paths(19, false)).toEqual(new Set(['/jsonrpc']));
  });

  it.each([
    ['crm.example', 'https://crm.example'],
    ['  https://crm.example/  ', 'https://crm.example'],
    ['https://CRM.example/web#action=77&model=crm.lead&view_type=list', 'https://crm.example'],
    ['crm.example/odoo/contacts/7', 'https://crm.example'],
    ['https://crm.example:8069/web/login?db=acme', 'https://crm.example:8069'],
    ['localhost:8069', 'http://localhost:8069'],
    ['http://127.0.0.1:8069/odoo', 'http://127.0.0.1:8069'],
    ['https://localhost', 'https://localhost'],
  ])('is found in what was pasted: %s', (pasted, origin) => {
    expect(odooOrigin(pasted)).toBe(origin);
  });

  it.each([
    ['http://crm.example', 'insecure-address'],
    ['http://localhost.evil.example', 'insecure-address'],
    ['http://192.168.0.7:8069', 'insecure-address'],
    ['', 'not-a-url'],
    ['our crm', 'not-a-url'],
    ['anna@crm.example', 'not-a-url'],
    ['https://user:pass@crm.example', 'not-a-url'],
    ['ftp://crm.example', 'not-a-url'],
    ['javascript://crm.example/%0aalert(1)', 'not-a-url'],
    ['acme', 'not-a-url'],
    ['https://', 'not-a-url'],
  ])('is refused before anything is sent: %s', (pasted, code) => {
    const problem = (() => {
      try {
        return odoo.origins({ url: pasted });
      } catch (error) {
        return (error as SettingsProblem).code;
      }
    })();
    expect(problem).toBe(code);
  });

  it('asks permission for that host only', () => {
    expect(odoo.origins({ url: 'crm.example:8443/odoo' })).toEqual(['https://crm.example/*']);
    expect(odoo.origins({ url: 'localhost:8069' })).toEqual(['http://localhost/*']);
  });
});

describe('a mail in Odoo', () => {
  it("that somebody emptied with Odoo's own delete does not count as logged", async () => {
    const h = odooHarness(17);
    const session = h.session();
    const entry = mail(h, '3');
    const [answer] = await session.activities.log([entry]);
    const id = Number(answer && 'remoteId' in answer ? answer.remoteId : 0);
    h.server.models.write('mail.message', [id], { body: '<p></p>' });
    expect((await session.activities.findByAliases([entry])).size).toBe(0);
  });

  it("that Odoo's own mailbox fetched counts as logged; one in a chat channel does not", async () => {
    const h = odooHarness(17);
    const [fetched, chatted] = [mail(h, '3'), mail(h, '3')];
    const { models } = h.server;
    const row = { res_id: 3, body: '<p>Hi</p>', message_type: 'email' };
    models.insert('mail.message', { ...row, model: 'crm.lead', message_id: fetched.aliases[1] });
    models.insert('mail.message', { ...row, model: 'discuss.channel', message_id: chatted.aliases[1] });
    const found = await h.session().activities.findByAliases([fetched, chatted]);
    expect([...found.keys()]).toEqual([fetched.key]);
  });

  it('bears its own Message-ID, its own time and its own sender', async () => {
    const h = odooHarness(19);
    const entry = mail(h, '3');
    const sent = mail(h, '3', {
      direction: 'sent',
      participants: [{ address: rep.login, name: 'Rita "R" <Rep>', role: 'from' }],
    });
    await h.session().activities.log([entry, sent]);
    const rows = h.server.models.search('mail.message', [], true);
    expect(rows[0]).toMatchObject({
      message_id: entry.aliases[1],
      date: stamp(entry.activity.at),
      email_from: '"Mia Berg" <mia@kunde.example>',
      author_id: 3,
      res_id: 3,
    });
    const own = h.server.models.search('res.users', [['login', '=', rep.login]], true)[0]?.partner_id;
    expect(rows[1]).toMatchObject({ author_id: own, email_from: `"Rita  R   Rep" <${rep.login}>` });
  });

  it('with nobody to log it on is refused alone', async () => {
    const h = odooHarness(17);
    const answers = await h
      .session()
      .activities.log([mail(h, '3', { contactIds: [] }), mail(h, '3'), mail(h, '3', { contactIds: ['x'] })]);
    expect(answers.map((answer) => ('fault' in answer ? answer.fault : answer.created))).toEqual([
      { kind: 'refused', reason: 'no-contact', field: 'contactIds' },
      true,
      { kind: 'refused', reason: 'no-contact', field: 'contactIds' },
    ]);
  });

  it('whose second look was lost is asked for again, and known as ours', async () => {
    const h = odooHarness(17);
    const session = h.session();
    await session.whoAmI();
    await session.activities.log([mail(h, '3')]);
    const server = h.server;
    let writes = 0;
    const inner = server.fetch;
    const cut: typeof fetch = async (input, init) => {
      if (String(init?.body).includes('"create"')) writes += 1;
      else if (writes > 0) throw new TypeError('fetch failed');
      return inner(input, init);
    };
    const cutSession = odoo.connect(
      { url: server.origin, database: 'acme', login: rep.login, key: rep.key },
      odooHttp({ ...server, fetch: cut }),
    );
    const entry = mail(h, '3');
    expect(await cutSession.activities.log([entry])).toEqual([{ fault: { kind: 'offline' } }]);
    const there = await h.session().activities.readBack?.([entry]);
    expect(there?.get(entry.key)).toMatchObject({ created: true });
    expect(await h.count(entry)).toBe(1);
  });
});

describe('a meeting or call in Odoo', () => {
  it('is a note on the contact where Odoo has no calendar or syncs the calendars itself, found by its UID', async () => {
    for (const options of [{ without: ['calendar' as const] }, { synced: true }]) {
      const h = odooHarness(17, options);
      const session = h.session();
      const entry = meeting(h, '3');
      const [answer] = await session.activities.log([entry]);
      expect(answer).toMatchObject({ created: true, remoteId: expect.stringMatching(/^\d+$/) });
      const [row] = h.server.models.search('mail.message', [], true);
      expect(row).toMatchObject({ model: 'res.partner', res_id: 3, subtype_id: NOTE });
      expect(String(row?.body)).toMatch(/<b>📅<\/b>.*13:00:00 UTC.*13:45:00 UTC.*Hall 3/);
      const colleagues = { ...entry, key: meeting(h, '3').key };
      expect((await h.colleague().activities.findByAliases([colleagues])).size).toBe(1);
      const { items } = await session.activities.changedSince!(null);
      expect(items[0]).toMatchObject({ kind: 'meeting', aliases: [row?.message_id, entry.aliases[1]] });
    }
  });

  it('lasts whole days where it has no hours, both ends counted', async () => {
    const h = odooHarness(17);
    const at = new Date(2026, 10, 20).getTime();
    const entry = meeting(h, '3', { at });
    const { activity } = entry;
    if (activity.kind !== 'meeting') throw new Error('no meeting');
    activity.meeting = { ...activity.meeting, allDay: true, endsAt: new Date(2026, 10, 22).getTime() };
    await h.session().activities.log([entry]);
    const [row] = h.server.models.search('calendar.event', [], true);
    expect(row).toMatchObject({ allday: true, start_date: '2026-11-20', stop_date: '2026-11-21' });
  });

  it('that was cancelled is crossed out once, keeps its notes, and comes back', async () => {
    const h = odooHarness(17);
    const session = h.session();
    const entry = meeting(h, '3');
    const { activity } = entry;
    if (activity.kind !== 'meeting') throw new Error('no meeting');
    const [answer] = await session.activities.log([entry]);
    const id = answer && 'remoteId' in answer ? answer.remoteId : '';
    const now = (status: 'cancelled' | 'confirmed') => ({
      ...entry,
      activity: { ...activity, summary: '', meeting: { ...activity.meeting, status } },
    });
    const before = (await h.read(id)).body;
    await session.activities.update?.(id, now('cancelled'));
    await session.activities.update?.(id, now('cancelled'));
    expect((await h.read(id)).body).toBe(`<p>❌</p>${before}`);
    await session.activities.update?.(id, now('confirmed'));
    expect((await h.read(id)).body).toBe(before);
  });

  it('whose description somebody replaced, and a mail that the mailbox fetch brought, are left as they are', async () => {
    const h = odooHarness(17);
    const { models } = h.server;
    const event = models.insert('calendar.event', { name: 'Theirs', description: '<p>Mine now</p>' });
    const fetched = {
      model: 'res.partner',
      res_id: 3,
      message_type: 'email',
      body: '<p>Hi</p>',
      subject: 'Hi',
    };
    const note = models.insert('mail.message', { ...fetched, date: '2026-11-20 10:00:00' });
    await h.session().activities.update?.(`event:${event}`, meeting(h, '3'));
    await h.session().activities.update?.(String(note), mail(h, '3'));
    expect(models.existing('calendar.event', event).name).toBe('Theirs');
    expect(models.existing('mail.message', note).subject).toBe('Hi');
  });

  it('stands on the deal where one is given; on a deal that is gone it says so', async () => {
    const h = odooHarness(19);
    const deal = h.server.models.insert('crm.lead', { name: 'Seats', type: 'opportunity' });
    const answers = await h
      .session()
      .activities.log([call(h, '3', { dealId: String(deal) }), mail(h, '3', { dealId: '4711' })]);
    expect(answers).toMatchObject([{ created: true }, { fault: { kind: 'gone' } }]);
    const [row] = h.server.models.search('mail.message', [], true);
    expect(row).toMatchObject({ model: 'crm.lead', res_id: deal });
    expect(String(row?.body)).toMatch(/<b>☎<\/b>.*12 min/);
  });

  it('is among the last activities with its kind, beside fetched mail, and not what was written in Odoo', async () => {
    const h = odooHarness(17);
    const session = h.session();
    const entries = [mail(h, '3'), call(h, '3'), meeting(h, '3')];
    await session.activities.log(entries);
    const { models } = h.server;
    const row = { model: 'res.partner', res_id: 3, body: '<p>Hi</p>', date: '2026-11-20 10:00:00' };
    models.insert('mail.message', { ...row, message_type: 'email', message_id: '<in@kunde.example>' });
    models.insert('mail.message', {
      ...row,
      message_type: 'comment',
      message_id: '<1.2-openerp-3-res.partner@x>',
    });
    const items = [];
    let cursor: string | null = null;
    for (let page = 0; page < 5; page++) {
      const changes = await session.activities.changedSince!(cursor);
      items.push(...changes.items);
      cursor = changes.cursor;
      if (changes.complete) break;
    }
    expect(items.map(({ kind }) => kind)).toEqual(['email', 'call', 'email', 'meeting']);
    expect(items[0]?.aliases).toEqual([entries[0]?.aliases[1]]);
    expect(items[1]?.aliases).toContain(entries[1]?.key);
    expect(items[3]?.aliases).toEqual([entries[2]?.key, entries[2]?.aliases[1]]);
  });
});

describe("the rest of Odoo's records", () => {
  it('open deals are mirrored with their value; won, lost and unqualified ones are not, and go', async () => {
    const h = odooHarness(18);
    const { models } = h.server;
    const deal = (name: string, values: Record<string, unknown> = {}) =>
      models.insert('crm.lead', {
        name,
        type: 'opportunity',
        partner_id: 3,
        expected_revenue: 1200,
        company_currency: [1, 'EUR'],
        stage_id: [1, 'New'],
        ...values,
      });
    const [open, toWin, toLose] = [deal('Seats'), deal('Win', { probability: 40 }), deal('Lose')];
    deal('Won', { probability: 100 });
    deal('Raw', { type: 'lead' });
    const first = await h.session().deals!.changedSince(null);
    expect(first.items.map(({ id }) => Number(id))).toEqual([open, toWin, toLose]);
    expect(first.items[0]).toMatchObject({ title: 'Seats', value: 1200, currency: 'EUR', stage: 'New' });
    expect(first.items[0]?.contactIds).toEqual(['3']);
    models.write('crm.lead', [toWin], { probability: 100, date_closed: '2026-11-21 10:00:00' });
    models.write('crm.lead', [toLose], { active: false });
    const then = await h.session().deals!.changedSince(first.cursor);
    expect(then.gone.map(Number).sort()).toEqual([toWin, toLose].sort());
    const none = await odooHarness(19, { without: ['crm'] })
      .session()
      .deals!.changedSince(null);
    expect(none).toMatchObject({ items: [], complete: true });
  });

  it('a company is made once, by domain or by name; a task moves to another day, and a missing one is gone', async () => {
    const h = odooHarness(17);
    const { companies, tasks } = h.session();
    const first = await companies.create!({ name: 'Nord AG', domain: 'nord.example' }, 'k');
    expect(first.created).toBe(true);
    expect(await companies.create!({ name: 'Other', domain: 'www.nord.example' }, 'k')).toEqual({
      ...first,
      created: false,
    });
    expect((await companies.create!({ name: 'nord ag' }, 'k')).remoteId).toBe(first.remoteId);
    const id = await h.addTask('Call', '2026-12-01', '3');
    await tasks!.reschedule!(id, '2026-12-05');
    expect((await tasks!.changedSince(null)).items[0]?.dueDate).toBe('2026-12-05');
    expect(await faultOf(tasks!.reschedule!('4711', '2026-12-05'))).toEqual({ kind: 'gone' });
  });

  it('it says what it asks for: what we write, and what the company made a must', async () => {
    const schema = await odooHarness(17).session().describe!();
    expect(schema.meeting?.record).toBe('calendar.event');
    const fields = new Map(schema.meeting?.fields.map((field) => [field.name, field]));
    expect(fields.get('x_room')).toEqual({
      name: 'x_room',
      label: 'Room',
      required: true,
      kind: 'text',
      type: 'char',
    });
    expect(fields.get('start')).toMatchObject({ ours: 'at', kind: 'date', required: true });
    const noted = await odooHarness(17, { synced: true }).session().describe!();
    expect(noted.meeting?.record).toBe('mail.message');
  });

  it('each opens on the server itself', () => {
    const { linkTo } = odooHarness(17).session();
    const at = (model: string, id: string) => `https://odoo.example/mail/view?model=${model}&res_id=${id}`;
    expect(linkTo('deal', '7')).toBe(at('crm.lead', '7'));
    expect(linkTo('task', '7')).toBe(at('mail.activity', '7'));
    expect(linkTo('activity', 'event:7')).toBe(at('calendar.event', '7'));
    expect(linkTo('activity', '7')).toBe('https://odoo.example/mail/view?message_id=7');
  });
});

describe('small parts', () => {
  it('ids survive being packed, as short text', () => {
    const ids = Array.from({ length: 10_000 }, (_, i) => i * 2 + 7);
    expect([...(unpackIds(packIds(ids)) ?? [])]).toEqual(ids);
    expect(packIds(ids).length).toBeLessThan(ids.length * 2.1);
    expect(packIds([9, 5, 7, 8, 8, 10])).toBe('5.2*3');
    expect([...(unpackIds('5.2*3') ?? [])]).toEqual([5, 7, 8, 9, 10]);
    expect(unpackIds('1*zzzzz')).toBeNull();
    expect(unpackIds('')?.size).toBe(0);
    expect(unpackIds('1.x!.2')).toBeNull();
    expect(unpackIds('1.-2')).toBeNull();
  });

  it('no quote of a mail ends an attribute, so no image of it becomes an attachment', () => {
    expect(escapeHtml(`<img src="data:image/png;base64,AAAA"> & 'x'`)).toBe(
      '&lt;img src=&quot;data:image/png;base64,AAAA&quot;&gt; &amp; &#39;x&#39;',
    );
  });

  it('addresses are found in whatever stands in the field, in linear time', () => {
    expect(addressesIn('a@x.example,B@x.example', false, null, 'A@x.example')).toEqual([
      'a@x.example',
      'b@x.example',
    ]);
    expect(addressesIn('no address', '@', 'a@', '@b', 'a@b@c')).toEqual([]);
    const began = performance.now();
    addressesIn('@'.repeat(1_000_000), '<'.repeat(1_000_000));
    expect(performance.now() - began).toBeLessThan(200);
  });

  it('an emptied body is told from one with words or a picture', () => {
    for (const empty of ['', '<p></p>', '<p><br></p>', '<p>&nbsp;</p> ', '<span class="edited"></span>']) {
      expect(isEmptyBody(empty)).toBe(true);
    }
    for (const full of ['<p>Hi</p>', 'x', '<p><img src="/web/image/1"></p>'])
      expect(isEmptyBody(full)).toBe(false);
  });
});
