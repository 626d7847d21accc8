import { describe, expect, it } from 'vitest';
import type { Learnt } from '@/utils/crm/connector';
import { espocrm } from '@/utils/crm/espocrm/espocrm';
import type { LedgerDoor } from '@/utils/crm/http';
import { call, mail, meeting } from './contract';
import { espoHarness, espoHttp, mate, rep, robot } from './espocrm-harness';
import { complaints, hasSpec } from './fakes/espocrm-spec';
import { readEml } from './fakes/read-eml';
import { runContract } from './run-contract';

runContract('a mail logged to EspoCRM by somebody with a password', () => espoHarness());
runContract('a mail logged to EspoCRM with an API key', () => espoHarness(robot));

/** Everything that the connector can do, once, with every kind of field filled in. */
async function doEverything(h: ReturnType<typeof espoHarness>): Promise<string> {
  const session = h.session();
  const company = { name: 'K <b>', domain: 'k.example' };
  const draft = {
    name: 'Mia Berg',
    address: 'mia@kunde.example',
    phone: '+49301234567',
    otherPhones: ['+49301234568'],
    mobile: '+491711234567',
    title: 'CEO',
    website: 'https://mia.example',
    postalAddress: 'Hafenstr. 5, 20457 Hamburg, Germany',
    company,
  };
  const { remoteId } = await session.contacts.create(draft, 'k');
  await session.contacts.create({ ...draft, address: 'two@kunde.example', phone: '030 1234' }, 'k');
  await session.companies.create?.({ name: 'Other' }, 'k');
  const companyId = String(h.server.records.existing('Contact', remoteId).accountId);
  const deal = h.server.records.insert('Opportunity', {
    name: 'Deal',
    stage: 'Prospecting',
    contactsIds: [],
  });
  const entries = [
    mail(h, remoteId),
    mail(h, remoteId, { dealId: deal.id, direction: 'sent' }),
    mail(h, '', { contactIds: [], companyId }),
    meeting(h, remoteId),
    meeting(h, remoteId, { dealId: deal.id, subject: 'A = <b>' }),
    call(h, remoteId),
  ];
  await session.activities.findByAliases(entries);
  const logged = await session.activities.log(entries);
  for (const [index, answer] of logged.entries()) {
    if (!('remoteId' in answer)) throw new Error(JSON.stringify(answer));
    await session.activities.update?.(answer.remoteId, entries[index]!);
    await session.activities.remove(answer.remoteId);
  }
  const twice = mail(h, remoteId);
  await session.activities.log([twice]);
  await session.activities.log([twice]);
  const task = { title: 'Call = <b>', dueDate: '2026-12-01', contactIds: [remoteId], note: 'Call me.' };
  await session.tasks?.find(task, 'k2');
  const made = await session.tasks?.create(task, 'k2');
  await session.tasks?.reschedule?.(made?.remoteId ?? '', '2026-12-02');
  await session.tasks?.complete(made?.remoteId ?? '');
  await session.tasks?.remove(made?.remoteId ?? '');
  await session.contacts.update({ contactId: remoteId, field: 'title', new: 'CTO' });
  await session.contacts.update({ contactId: remoteId, field: 'mobile', new: '+491711234568' });
  for (const part of [session.contacts, session.companies, session.deals, session.tasks]) {
    const { cursor } = (await part?.changedSince(null)) ?? { cursor: null };
    await part?.changedSince(cursor);
  }
  await session.activities.changedSince?.(null);
  await session.describe?.();
  return remoteId;
}

/** `POST /Meeting` and the like, ids left out. */
function callOf({ method, url }: { method: string; url: string }): string {
  return `${method} ${new URL(url).pathname.replace('/crm/api/v1', '').replace(/\/6b02[0-9a-f]+$/, '/ID')}`;
}

describe('what is sent to EspoCRM', () => {
  /** Every request that may be made. Sending mail, inviting guests, following and posting are not among them. */
  const allowed = [
    'DELETE /Attachment/ID',
    'DELETE /Call/ID',
    'DELETE /Contact/ID',
    'DELETE /Email/ID',
    'DELETE /Meeting/ID',
    'DELETE /Task/ID',
    'GET /Account',
    'GET /App/user',
    'GET /Call',
    'GET /Contact',
    'GET /Contact/ID',
    'GET /Email',
    'GET /I18n',
    'GET /Meeting',
    'GET /Metadata',
    'GET /Opportunity',
    'GET /Task',
    'PATCH /Call/ID',
    'PATCH /Contact/ID',
    'PATCH /Email/ID',
    'PATCH /Meeting/ID',
    'PATCH /Task/ID',
    'POST /Account',
    'POST /Attachment',
    'POST /Call',
    'POST /Contact',
    'POST /Email/importEml',
    'POST /Meeting',
    'POST /Task',
  ];

  it('can send no mail, invite nobody and tell no follower', async () => {
    const h = espoHarness();
    await doEverything(h);
    expect(new Set(h.server.requests.map(callOf).filter((each) => !allowed.includes(each)))).toEqual(
      new Set(),
    );
    const bodies = h.server.requests
      .filter(({ body }) => body !== '')
      .map((each) => ({ ...each, call: callOf(each) }));
    for (const { call: made, body } of bodies) {
      const sent = JSON.parse(body);
      if (sent.status) expect(['Held', 'Not Held', 'Not Started', 'Completed']).toContain(sent.status);
      for (const name of ['contactsIds', 'usersIds', 'leadsIds', 'reminders', 'sendAt', 'teamsIds']) {
        expect(sent, made).not.toHaveProperty(name);
      }
      if (made.startsWith('POST')) expect(sent, made).not.toHaveProperty('parentId');
      if (sent.assignedUserId) expect(sent.assignedUserId).toBe(h.userId);
      if (made.endsWith('/Email/ID'))
        expect(
          Object.keys(sent).filter(
            (key) => !['name', 'body', 'isHtml', 'parentType', 'parentId'].includes(key),
          ),
        ).toEqual([]);
    }
    expect(h.server.records.told).toEqual([]);
  });

  it.skipIf(!hasSpec)(
    'is what EspoCRM’s own description of its API asks for (skipped: no CRM_SPECS_DIR)',
    async () => {
      const h = espoHarness();
      await doEverything(h);
      const undescribed = new Set<string>();
      const wrong = h.server.requests.flatMap((request) => {
        const path = new URL(request.url).pathname.replace('/crm/api/v1', '');
        const found = complaints(request.method, path, request.body ? JSON.parse(request.body) : undefined);
        if (!found) undescribed.add(callOf(request));
        return (found ?? []).map((each) => `${callOf(request)} ${each}`);
      });
      expect(wrong).toEqual([]);
      // The description covers records; these are in the developer documentation and in the sources.
      expect([...undescribed].sort()).toEqual([
        'DELETE /Attachment/ID',
        'GET /App/user',
        'GET /I18n',
        'GET /Metadata',
        'POST /Attachment',
        'POST /Email/importEml',
      ]);
    },
  );

  it('names a colleague in the text of a mail and not in its head, where EspoCRM would tell them of it', async () => {
    const h = espoHarness();
    const { remoteId } = await h
      .session()
      .contacts.create({ name: 'Mia', address: 'mia@kunde.example' }, 'k');
    const entry = mail(h, remoteId, {
      at: Date.now(),
      participants: [
        {
          address: 'mia@kunde.example',
          name: 'Mia "B"\r\nBcc: x@x.example',
          role: 'from',
          contactId: remoteId,
        },
        { address: rep.address, role: 'to' },
        { address: mate.address, name: 'Max', role: 'cc' },
        { address: 'a@b.example>\r\nBcc: <x@x.example', role: 'cc', contactId: remoteId },
      ],
      subject: 'Hello\r\nBcc: x@x.example\r\n\r\nBody',
    });
    await h.session().activities.log([entry]);
    expect(h.server.records.told).toEqual([]);
    const file = h.server.requests.map(({ body }) => body && JSON.parse(body).file).find(Boolean);
    const sent = readEml(atob(file.split(',')[1]));
    expect(sent.names).toEqual([
      'from',
      'to',
      'subject',
      'date',
      'message-id',
      'references',
      'delivered-to',
      'mime-version',
      'content-type',
      'content-transfer-encoding',
    ]);
    expect(sent.addresses('to')).toEqual([rep.address]);
    expect(sent.header('subject')).toBe('Hello Bcc: x@x.example Body');
    expect(sent.body).toContain('Max &lt;max@own.example&gt;');
  });

  it('has the password in one request of a session, and a token afterwards that is renewed once it ran out', async () => {
    const lines: unknown[] = [];
    const ledger: LedgerDoor = { begin: async (line) => String(lines.push(line)), end: async () => {} };
    const h = espoHarness();
    const settings = { url: h.server.base, login: rep.login, key: rep.key };
    const session = espocrm.connect(settings, espoHttp(h.server, ledger));
    await session.whoAmI();
    await session.contacts.changedSince(null);
    h.server.forgetTokens();
    await Promise.all([session.contacts.changedSince(null), session.companies.changedSince(null)]);
    const secrets = h.server.requests.map(
      ({ headers }) => atob(headers.get('espo-authorization') ?? '').split(':')[1],
    );
    expect(secrets.filter((secret) => secret === rep.key)).toHaveLength(2);
    expect(new Set(h.server.requests.map(callOf)).size).toBe(3);
    expect(JSON.stringify(lines)).not.toContain(rep.key);
    for (const { url } of h.server.requests) expect(url).not.toContain(rep.key);
  });

  it('asks whose an API key is once a day, keeps no key, and forgets it where the key is refused', async () => {
    const h = espoHarness(robot);
    let kept: string | null = null;
    const learnt: Learnt = {
      read: async () => kept,
      keep: async (text) => {
        kept = text;
      },
    };
    const worker = ({ login, key } = robot) =>
      espocrm.connect({ url: h.server.base, login, key }, espoHttp(h.server), undefined, undefined, learnt);
    const asked = () => h.server.requests.splice(0).filter((each) => callOf(each) === 'GET /App/user').length;
    const { remoteId } = await worker().contacts.create({ name: 'Mia', address: 'mia@kunde.example' }, 'k');
    expect(asked()).toBe(1);
    expect(kept).not.toContain(robot.key);
    expect(await worker().activities.log([mail(h, remoteId)])).toMatchObject([{ created: true }]);
    expect(asked()).toBe(0);
    await expect(worker({ ...robot, key: 'revoked' }).contacts.changedSince(null)).rejects.toMatchObject({
      fault: { kind: 'signed-out' },
    });
    expect(kept).toBeNull();
    // A password is exchanged for a token, which is a key: nothing of it is kept.
    await worker(mate).contacts.changedSince(null);
    expect(kept).toBeNull();
  });

  it('asks for 100 mails in four requests, and logs fifty with two each and one look at all of them', async () => {
    const h = espoHarness();
    const session = h.session();
    const { remoteId } = await session.contacts.create({ name: 'Mia', address: 'mia@kunde.example' }, 'k');
    const { find, log } = session.activities.batch;
    const entries = Array.from({ length: find }, () => mail(h, remoteId));
    const before = h.server.requests.length;
    await session.activities.findByAliases(entries);
    expect(h.server.requests.length - before).toBe(4);
    await session.activities.log(entries.slice(0, log));
    expect(h.server.requests.length - before).toBe(4 + 2 * 50 + 1);
    for (const { url } of h.server.requests) expect(url.length).toBeLessThan(8000);
  });
});

describe('an entry in EspoCRM', () => {
  it('hangs under the deal, else the contact, else the company', async () => {
    const h = espoHarness();
    const session = h.session();
    const company = { name: 'Kunde', domain: 'kunde.example' };
    const { remoteId } = await session.contacts.create(
      { name: 'Mia', address: 'mia@kunde.example', company },
      'k',
    );
    const { records } = h.server;
    const companyId = String(records.existing('Contact', remoteId).accountId);
    const deal = records.insert('Opportunity', { name: 'Deal' }).id;
    const under = async (change: object) => {
      const answers = await session.activities.log([mail(h, remoteId, change), meeting(h, remoteId, change)]);
      return answers.map((answer) => {
        if (!('remoteId' in answer)) return answer.fault;
        const [entity = '', id = ''] = answer.remoteId.split('/');
        return records.existing(entity, id).parentId;
      });
    };
    expect(await under({ dealId: deal, companyId })).toEqual([deal, deal]);
    expect(await under({ companyId })).toEqual([remoteId, remoteId]);
    expect(await under({ contactIds: [], companyId })).toEqual([companyId, companyId]);
    const nowhere = { kind: 'refused', reason: 'no-contact', field: 'contactIds' };
    expect(await under({ contactIds: [] })).toEqual([nowhere, nowhere]);
    records.table('Opportunity').delete(deal);
    expect(await under({ dealId: deal })).toEqual([{ kind: 'gone' }, { kind: 'gone' }]);
    expect(
      records.search('Meeting', { where: [{ type: 'equals', attribute: 'parentId', value: '' }] }),
    ).toEqual([]);
  });

  it('that is a cancelled meeting was not held; a call ends after its minutes', async () => {
    const h = espoHarness();
    const { remoteId } = await h
      .session()
      .contacts.create({ name: 'Mia', address: 'mia@kunde.example' }, 'k');
    const entry = meeting(h, remoteId);
    if (entry.activity.kind === 'meeting') entry.activity.meeting.status = 'cancelled';
    await h.session().activities.log([entry, call(h, remoteId)]);
    expect([...h.server.records.table('Meeting').values()][0]).toMatchObject({ status: 'Not Held' });
    expect([...h.server.records.table('Call').values()][0]).toMatchObject({
      status: 'Held',
      direction: 'Outbound',
      dateStart: '2026-11-20 09:15:00',
      dateEnd: '2026-11-20 09:27:00',
    });
  });

  it('has what this EspoCRM asks for besides, and brings nobody onto it', async () => {
    const h = espoHarness();
    const { remoteId } = await h
      .session()
      .contacts.create({ name: 'Mia', address: 'mia@kunde.example' }, 'k');
    h.server.records.followed.add(remoteId);
    for (const field of ['usersIds', 'parentId', 'status', 'a[b]', 'usersCustom', 'cReadOnly']) {
      expect(await h.session().activities.log([call(h, remoteId, { fields: { [field]: 'x' } })])).toEqual([
        { fault: { kind: 'refused', reason: 'unknown-field', field } },
      ]);
    }
    await h.session().activities.log([call(h, remoteId, { fields: { campaign: 'Autumn' } })]);
    expect([...h.server.records.table('Call').values()]).toMatchObject([
      { campaign: 'Autumn', status: 'Held' },
    ]);
    expect(h.server.records.told).toEqual([]);
  });

  it('is nobody’s where the look after the import failed, and whose it is when somebody comes back', async () => {
    const h = espoHarness();
    const session = h.session();
    const { remoteId } = await session.contacts.create({ name: 'Mia', address: 'mia@kunde.example' }, 'k');
    const entry = mail(h, remoteId);
    const deaf = espoHttp({
      fetch: async (input, init) => {
        const answer = await h.server.fetch(input, init);
        if (/\/Email\?/.test(String(input))) throw new TypeError('fetch failed');
        return answer;
      },
    });
    const cut = espocrm.connect({ url: h.server.base, login: mate.login, key: mate.key }, deaf);
    expect(await cut.activities.log([entry])).toEqual([{ fault: { kind: 'offline' } }]);
    const back = await h.colleague().activities.readBack?.([entry]);
    expect(back?.get(entry.key)).toMatchObject({ created: true });
    expect((await session.activities.readBack?.([entry]))?.get(entry.key)).toMatchObject({ created: false });
    expect(await h.count(entry)).toBe(1);
  });

  it('that may not be imported says which right is missing', async () => {
    const h = espoHarness();
    const { remoteId } = await h
      .session()
      .contacts.create({ name: 'Mia', address: 'mia@kunde.example' }, 'k');
    h.server.mayImport = false;
    const answers = await h.session().activities.log([mail(h, remoteId), meeting(h, remoteId)]);
    expect(answers[0]).toEqual({ fault: { kind: 'not-permitted', what: 'Import' } });
    expect(answers[1]).toMatchObject({ created: true });
  });

  it('whose task lost its second request is hung under the contact when it is found', async () => {
    const h = espoHarness();
    const { remoteId } = await h
      .session()
      .contacts.create({ name: 'Mia', address: 'mia@kunde.example' }, 'k');
    const { id } = h.server.records.insert('Task', { name: 'x', description: 'sidelog-k9' });
    const draft = { title: 'x', contactIds: [remoteId], note: '' };
    expect(await h.session().tasks?.find(draft, 'k9')).toBe(id);
    expect(h.server.records.existing('Task', id).contactId).toBe(remoteId);
  });
});

describe('a contact and its company in EspoCRM', () => {
  const draft = { name: 'Mia', address: 'mia@kunde.example', company: { name: 'K', domain: 'k.example' } };
  const owned = async (h: ReturnType<typeof espoHarness>, from: typeof draft = draft) => {
    const { remoteId, created } = await h.session().contacts.create(from, 'k');
    expect(created).toBe(true);
    const { assignedUserId, teamsIds, accountId } = h.server.records.existing('Contact', remoteId);
    const { assignedUserId: accountOwner } = h.server.records.existing('Account', String(accountId));
    return { assignedUserId, teamsIds, accountOwner };
  };

  it.each(['all', 'no'] as const)('are the rep’s own under the assignment permission “%s”', async (level) => {
    const h = espoHarness();
    h.server.assignment = level;
    const { assignedUserId, accountOwner, teamsIds } = await owned(h);
    expect([assignedUserId, accountOwner, teamsIds]).toEqual([h.userId, h.userId, undefined]);
    expect(h.server.records.told).toEqual([]);
  });

  it('are their default team’s as well, and can be made where the role wants a team', async () => {
    const h = espoHarness({ ...rep, teams: ['t1', 't2'], defaultTeam: 't2' });
    h.server.assignment = 'team';
    expect(await owned(h)).toEqual({ assignedUserId: h.userId, accountOwner: h.userId, teamsIds: ['t2'] });
  });

  it('are not lost where the default team is not one of theirs: they have an owner alone', async () => {
    const h = espoHarness({ ...rep, defaultTeam: 't9' });
    expect(await owned(h)).toEqual({ assignedUserId: h.userId, accountOwner: h.userId, teamsIds: undefined });
  });

  it('are not lost where the role may read no users: they have no owner, and are there once', async () => {
    const h = espoHarness();
    h.server.readsUsers = false;
    expect(await owned(h)).toEqual({
      assignedUserId: undefined,
      accountOwner: undefined,
      teamsIds: undefined,
    });
    expect(h.server.records.table('Contact').size).toBe(1);
    expect(h.server.records.table('Account').size).toBe(1);
  });

  it('that nobody of this role may make say that it is not permitted', async () => {
    const h = espoHarness();
    h.server.assignment = 'team';
    await expect(h.session().contacts.create(draft, 'k')).rejects.toMatchObject({
      fault: { kind: 'not-permitted' },
    });
  });
});

describe('what EspoCRM describes', () => {
  it('is in its users’ words: required fields and choices, not what it fills in itself', async () => {
    const schema = await espoHarness().session().describe?.();
    expect(schema?.call).toEqual({
      record: 'Call',
      label: 'Anruf',
      fields: [
        { name: 'name', label: 'Name', required: true, kind: 'text', type: 'varchar', ours: 'subject' },
        {
          name: 'campaign',
          label: 'Kampagne',
          required: true,
          kind: 'choice',
          type: 'enum',
          choices: [
            { value: 'Autumn', label: 'Herbst' },
            { value: 'Winter', label: 'Winter' },
          ],
        },
        {
          name: 'description',
          label: 'Beschreibung',
          required: false,
          kind: 'text',
          type: 'text',
          ours: 'summary',
        },
      ],
    });
  });
});
