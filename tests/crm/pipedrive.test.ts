import { describe, expect, it } from 'vitest';
import type { SettingsProblem } from '@/utils/crm/connector';
import { createHttp, type LedgerDoor } from '@/utils/crm/http';
import { typeKeys } from '@/utils/crm/pipedrive/activity-body';
import { pipedriveOrigin } from '@/utils/crm/pipedrive/address';
import { pipedrive } from '@/utils/crm/pipedrive/pipedrive';
import { explainPipedrive } from '@/utils/crm/pipedrive/wire';
import { call, mail, meeting } from './contract';
import { silentLedger } from './fake-session';
import { judge, spec } from './fakes/pipedrive-spec';
import { pipedriveHarness, pipedriveHttp, rep } from './pipedrive-harness';
import { runContract } from './run-contract';

runContract('an activity logged to Pipedrive', pipedriveHarness);

type PipedriveHarness = ReturnType<typeof pipedriveHarness>;

/** Everything that Sidelog ever asks of Pipedrive, at least once. */
async function everythingOnce(h: PipedriveHarness): Promise<void> {
  const session = h.session();
  await session.whoAmI();
  const company = { name: 'K', domain: 'k.example' };
  const { remoteId } = await session.contacts.create(
    {
      name: 'Mia',
      address: 'mia@kunde.example',
      phone: '1',
      mobile: '2',
      title: 'CEO',
      company,
      postalAddress: 'Street 1',
    },
    'k',
  );
  await session.companies.create?.({ name: 'L' }, 'k');
  const deal = h.server.insert('deals', {
    title: 'Big',
    status: 'open',
    stage_id: 1,
    person_id: Number(remoteId),
  });
  h.server.settle();
  await session.contacts.create({ name: 'Mia', address: 'mia@kunde.example' }, 'k');
  const entries = [
    mail(h, remoteId, { dealId: String(deal.id), fields: { priority: '125' } }),
    mail(h, remoteId, { direction: 'sent', fields: {} }),
    meeting(h, remoteId),
    call(h, remoteId),
    mail(h, '1', { contactIds: [], companyId: String(h.server.insert('organizations', { name: 'O' }).id) }),
  ];
  await session.activities.findByAliases(entries);
  const logged = await session.activities.log(entries);
  for (const [index, answer] of logged.entries()) {
    if (!('remoteId' in answer)) throw new Error(JSON.stringify(answer));
    await session.activities.update?.(answer.remoteId, entries[index]!);
    await session.activities.remove(answer.remoteId);
  }
  const task = { title: 'Call', dueDate: '2026-12-01', contactIds: [remoteId], note: 'Call me.' };
  await session.tasks?.find(task, 'k2');
  const made = await session.tasks?.create(task, 'k2');
  await session.tasks?.changedSince(null);
  await session.tasks?.reschedule?.(made?.remoteId ?? '', '2026-12-05');
  await session.tasks?.complete(made?.remoteId ?? '');
  await session.tasks?.remove(made?.remoteId ?? '');
  await session.contacts.update({ contactId: remoteId, field: 'title', new: 'CTO' });
  await session.contacts.update({ contactId: remoteId, field: 'phone', old: '1', new: '3' });
  for (const changedSince of [
    session.contacts.changedSince,
    session.companies.changedSince,
    session.deals!.changedSince,
    session.activities.changedSince!,
  ]) {
    const { cursor } = await changedSince(null);
    await changedSince(cursor);
  }
  await session.describe?.();
}

describe('what is sent to Pipedrive', () => {
  /** Every request that Sidelog may make. Nothing of mailboxes, followers or webhooks is among them. */
  const allowed = [
    /^GET \/api\/v1\/(users\/me|activityTypes|recents)$/,
    /^GET \/api\/v2\/(activities|persons|organizations|deals|stages|activityFields|personFields|organizationFields)$/,
    /^GET \/api\/v2\/(persons|organizations)\/search$/,
    /^GET \/api\/v2\/(activities|persons)\/\d+$/,
    /^POST \/api\/v2\/(activities|persons|organizations)$/,
    /^PATCH \/api\/v2\/(activities|persons)\/\d+$/,
    /^DELETE \/api\/v2\/(activities|persons|organizations)\/\d+$/,
  ];
  const keys: Record<string, string[]> = {
    activities: [
      ...['subject', 'type', 'done', 'owner_id', 'due_date', 'due_time', 'duration', 'note'],
      ...['participants', 'org_id', 'deal_id', 'location', 'priority'],
    ],
    persons: ['name', 'emails', 'phones', 'org_id', 'job_title', 'postal_address'],
    organizations: ['name', 'website'],
  };

  it('can invite and tell nobody: only requests and keys on the list, never guests', async () => {
    const h = pipedriveHarness();
    await everythingOnce(h);
    for (const { method, url, body } of h.server.requests) {
      const route = `${method} ${new URL(url).pathname}`;
      expect(
        allowed.some((each) => each.test(route)),
        route,
      ).toBe(true);
      const what = new URL(url).pathname.split('/')[3] ?? '';
      for (const key of Object.keys(body === '' ? {} : JSON.parse(body))) expect(keys[what]).toContain(key);
    }
    const created = h.server.requests.filter(
      ({ method, url }) => method === 'POST' && url.endsWith('/activities'),
    );
    expect(created.map(({ body }) => JSON.parse(body).done)).toEqual([true, true, true, true, true, false]);
    expect(h.server.told).toEqual([]);
  });

  it.skipIf(!spec)(
    `fits the vendor's description${spec ? '' : ' (skipped: crm-specs/pipedrive-v2.yaml or a reader of YAML is absent)'}`,
    async () => {
      const h = pipedriveHarness();
      await everythingOnce(h);
      const v2 = h.server.requests.filter(({ url }) => url.includes('/api/v2/'));
      expect(v2.flatMap(({ method, url, body }) => judge(method, new URL(url), body).wrong)).toEqual([]);
      const bad = judge(
        'POST',
        new URL('https://acme.pipedrive.com/api/v2/activities?x=1'),
        '{"done":"true","guests":[]}',
      );
      expect(bad.wrong).toHaveLength(3);
    },
  );

  it('the token is nowhere but in its header', async () => {
    const lines: unknown[] = [];
    const ledger: LedgerDoor = {
      begin: async (line) => String(lines.push(line)),
      end: async (_, answer) => {
        lines.push(answer);
      },
    };
    const h = pipedriveHarness();
    const session = pipedrive.connect({ company: 'acme', token: rep.token }, pipedriveHttp(h.server, ledger));
    await session.contacts.create({ name: 'Mia', address: 'mia@kunde.example' }, 'k');
    await session.activities.log([mail(h, '3')]);
    expect(JSON.stringify(lines)).not.toMatch(/token-of|kunde|Offer|Mia/);
    for (const { url, body } of h.server.requests) expect(url + body).not.toContain(rep.token);
  });

  it.skipIf(!spec)('costs what docs/connectors.md says, for a hundred mails to sixty contacts', async () => {
    const h = pipedriveHarness();
    const session = h.session();
    const ids = Array.from({ length: 60 }, (_, each) =>
      String(h.server.insert('persons', { name: `P${each}`, emails: [] }).id),
    );
    const entries = Array.from({ length: 100 }, (_, each) => mail(h, ids[each % 60]!));
    await session.whoAmI();
    await session.activities.log([]);
    const before = h.server.requests.length;
    for (let at = 0; at < 100; at += 50) await session.activities.findByAliases(entries.slice(at, at + 50));
    for (let at = 0; at < 100; at += 20) {
      const answers = await session.activities.log(entries.slice(at, at + 20));
      expect(answers.every((answer) => 'remoteId' in answer && answer.created)).toBe(true);
    }
    const made = h.server.requests.slice(before);
    const cost = made.reduce((sum, { method, url, body }) => sum + judge(method, new URL(url), body).cost, 0);
    // Two chunks of 50 name some of the 60 contacts twice.
    expect(made.length).toBeLessThanOrEqual(100 + 2 + 100 + 5);
    expect(cost).toBeLessThanOrEqual(500 + 10 * 107);
  });
});

describe('the way to Pipedrive', () => {
  it.each([
    'acme',
    ' ACME.pipedrive.com ',
    'https://acme.pipedrive.com/pipeline/1/user/2',
    'acme.pipedrive.com/persons',
  ])('is found in what was pasted: %s', (pasted) => {
    expect(pipedriveOrigin(pasted)).toBe('https://acme.pipedrive.com');
  });

  it.each([
    ['http://acme.pipedrive.com', 'insecure-address'],
    ['https://acme.pipedrive.com.evil.example', 'not-a-url'],
    ['https://evil.example/acme.pipedrive.com', 'not-a-url'],
    [`https://x:y${'@'}acme.pipedrive.com`, 'not-a-url'],
    ['https://acme.pipedrive.com:8443', 'not-a-url'],
    ['our crm', 'not-a-url'],
    ['', 'not-a-url'],
  ])('is refused before anything is sent: %s', (pasted, code) => {
    const problem = (() => {
      try {
        return pipedrive.origins({ company: pasted });
      } catch (error) {
        return (error as SettingsProblem).code;
      }
    })();
    expect(problem).toBe(code);
  });

  it.each([
    [401, { success: false, error: 'unauthorized access' }, { kind: 'signed-out' }],
    [402, { success: false, error: 'Payment required' }, { kind: 'not-permitted', what: 'Payment required' }],
    [410, { success: false, error: 'gone' }, { kind: 'gone' }],
    [400, { success: false, error: 'Person 7 not found' }, { kind: 'gone' }],
    [400, { success: false, error: 'Bad', error_info: 'why' }, { kind: 'refused', reason: 'Bad: why' }],
    [500, { success: false, error: 'oops' }, undefined],
    [429, {}, undefined],
    [200, { success: true }, undefined],
  ])('reads its complaint: %i %j', (status, body, fault) => {
    expect(explainPipedrive(status, body, 1000)).toEqual(fault);
  });
});

describe('an activity in Pipedrive', () => {
  it('has the company’s own type, by key, by icon, else a task’s', () => {
    const type = (key: string, icon = key) => ({ key_string: key, icon_key: icon, active_flag: true });
    expect(typeKeys([type('call'), type('mail_out', 'email'), type('task'), type('meeting')])).toEqual({
      email: 'mail_out',
      call: 'call',
      meeting: 'meeting',
      task: 'task',
    });
    expect(typeKeys([type('besuch', 'lunch'), { ...type('email'), active_flag: false }]).email).toBe(
      'besuch',
    );
  });

  it('that somebody logged long ago is found among those of its contact', async () => {
    const h = pipedriveHarness();
    const { id } = h.server.insert('persons', { name: 'Mia', emails: [] });
    const entry = mail(h, String(id));
    await h.colleague().activities.log([entry]);
    for (let each = 0; each < 250; each += 1)
      h.server.insert('activities', { subject: 'x', done: true, type: 'call' });
    expect((await h.session().activities.findByAliases([entry])).size).toBe(1);
  });

  it('is not taken for another one whose line the mail quotes', async () => {
    const h = pipedriveHarness();
    const { id } = h.server.insert('persons', { name: 'Mia', emails: [] });
    const other = mail(h, String(id));
    const line = `Ref: ${other.aliases[1]} sidelog-${other.key}`;
    await h
      .session()
      .activities.log([mail(h, String(id), { ownWords: `Not delivered:\n${line}`, summary: line })]);
    expect((await h.session().activities.findByAliases([other])).size).toBe(0);
  });

  it('after a fault of the whole account the rest of the batch is not sent', async () => {
    const h = pipedriveHarness();
    const { id } = h.server.insert('persons', { name: 'Mia', emails: [] });
    const session = h.session();
    await session.activities.log([mail(h, String(id))]);
    h.trouble?.slowDown('seconds', 60);
    const before = h.server.requests.length;
    const answers = await session.activities.log([mail(h, String(id)), mail(h, String(id))]);
    expect(answers.map((answer) => 'fault' in answer && answer.fault.kind)).toEqual([
      'slow-down',
      'slow-down',
    ]);
    expect(h.server.requests.length - before).toBe(1);
  });

  it('a person without contact sync is created without title and postal address', async () => {
    const h = pipedriveHarness();
    h.server.contactSync = false;
    const { created } = await h
      .session()
      .contacts.create(
        { name: 'Mia', address: 'mia@kunde.example', title: 'CEO', postalAddress: 'Street 1' },
        'k',
      );
    expect(created).toBe(true);
    expect(h.server.tables.persons.size).toBe(1);
  });
});

describe('the mirror of Pipedrive', () => {
  it('has the open deals with contact and stage, and takes closed and deleted ones back', async () => {
    const h = pipedriveHarness();
    const open = { status: 'open', stage_id: 1, person_id: 7, org_id: 8, value: 1200.5, currency: 'EUR' };
    const [one, two] = [
      h.server.insert('deals', { title: 'A', ...open }).id,
      h.server.insert('deals', { title: 'B', ...open }).id,
    ];
    h.server.insert('deals', { title: 'C', ...open, status: 'lost' });
    const first = await h.session().deals!.changedSince(null);
    expect(first.items).toMatchObject([
      {
        id: String(one),
        title: 'A',
        contactIds: ['7'],
        companyId: '8',
        value: 1200.5,
        currency: 'EUR',
        stage: 'Qualified',
      },
      { id: String(two) },
    ]);
    h.server.write('deals', one, { status: 'won' });
    h.server.write('deals', two, { is_deleted: true });
    const then = await h.session().deals!.changedSince(first.cursor);
    expect([then.items, then.gone]).toEqual([[], [String(one), String(two)]]);
  });

  it('goes on after a restart at any page, and reads everything again where deletions are told no more', async () => {
    const h = pipedriveHarness();
    const ids = Array.from(
      { length: 700 },
      (_, each) => h.server.insert('persons', { name: `P${each}`, emails: [] }).id,
    );
    const first = await h.session().contacts.changedSince(null);
    expect([first.items.length, first.complete]).toEqual([500, false]);
    const second = await h.session().contacts.changedSince(first.cursor);
    expect([second.items.length, second.complete]).toEqual([200, true]);
    h.server.write('persons', ids[3]!, { is_deleted: true });
    const long = JSON.stringify({ ...JSON.parse(second.cursor), since: Date.now() - 40 * 86_400_000 });
    const again = await h.session().contacts.changedSince(long);
    const end = await h.session().contacts.changedSince(again.cursor);
    expect([again.items.length + end.items.length, again.gone, end.gone]).toEqual([
      699,
      [],
      [String(ids[3])],
    ]);
  });

  it('tells what the company’s forms require', async () => {
    const { contact, email } = (await pipedriveHarness().session().describe?.()) ?? {};
    expect(contact?.fields).toContainEqual({
      name: 'a'.repeat(40),
      label: 'Region',
      required: true,
      kind: 'choice',
      type: 'enum',
      choices: [{ value: '1', label: 'North' }],
    });
    expect(email?.fields[0]).toMatchObject({ name: 'subject', ours: 'subject' });
  });
});

describe('Pipedrive’s bursts', () => {
  /** A Pipedrive that takes so many requests in windows of two seconds and tells so as Pipedrive does, on a clock of its own. */
  function limited(perWindow: { general: number; search: number }) {
    const h = pipedriveHarness();
    const clock = { now: Date.UTC(2026, 10, 21, 9) };
    const windows = { general: { began: 0, used: 0 }, search: { began: 0, used: 0 } };
    let refused = 0;
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const of = new URL(String(input)).pathname.endsWith('/search') ? 'search' : 'general';
      const window = windows[of];
      if (clock.now >= window.began + 2_000) Object.assign(window, { began: clock.now, used: 0 });
      window.used += 1;
      const remaining = Math.max(0, perWindow[of] - window.used);
      const reset = String(Math.ceil((window.began + 2_000 - clock.now) / 1000));
      const headers = {
        'x-ratelimit-limit': String(perWindow[of]),
        'x-ratelimit-remaining': String(remaining),
        'x-ratelimit-reset': reset,
      };
      if (window.used > perWindow[of]) {
        refused += 1;
        return new Response('{}', { status: 429, headers: { ...headers, 'retry-after': reset } });
      }
      const answer = await h.server.fetch(input, init);
      return new Response(await answer.text(), { status: answer.status, headers });
    };
    const http = createHttp({
      ledger: silentLedger,
      allowedOrigins: ['https://acme.pipedrive.com/*'],
      now: () => clock.now,
      fetch,
      limits: pipedrive.limits,
      wait: async (ms) => {
        clock.now += ms;
      },
    });
    const session = pipedrive.connect({ company: 'acme', token: rep.token }, http);
    const began = clock.now;
    return { h, session, refused: () => refused, tookMs: () => clock.now - began };
  }

  const work = async ({ h, session }: ReturnType<typeof limited>) => {
    const { id } = h.server.insert('persons', { name: 'Mia', emails: [] });
    await session.activities.log(Array.from({ length: 300 }, () => mail(h, String(id))));
    for (let n = 0; n < 12; n += 1)
      await session.contacts.create({ name: `P ${n}`, address: `p${n}@kunde.example` }, 'k');
  };

  it.each([
    ['the smallest plan’s', 20],
    ['a larger plan’s', 80],
    ['a smaller one than was ever told', 10],
  ])('are never more than answers say, and as fast as they allow: %s', async (_, general) => {
    const world = limited({ general, search: 10 });
    await work(world);
    expect(world.refused()).toBe(0);
    // 300 creates and their looks, 12 times 5 more; searches go nine at a time, whatever the rest does.
    const windows = world.h.server.requests.length / Math.floor(general * 0.9);
    expect(world.tookMs()).toBeLessThanOrEqual(Math.ceil(windows + 24 / 9) * 2_000);
  });
});
