import { describe, expect, it } from 'vitest';
import { CrmFault } from '@/utils/crm/errors';
import type { LedgerDoor } from '@/utils/crm/http';
import { linkTypes } from '@/utils/crm/hubspot/companies';
import { explainHubspot } from '@/utils/crm/hubspot/faults';
import { hubspot } from '@/utils/crm/hubspot/hubspot';
import type { Fault } from '@/utils/model/outbox';
import { call, mail, meeting } from './contract';
import { apiClient, clientMisses } from './hubspot-client';
import { hubspotHarness, hubspotHttp, mate, rep } from './hubspot-harness';
import { runContract } from './run-contract';

runContract('an activity logged to HubSpot', hubspotHarness);

async function faultOf(work: Promise<unknown>): Promise<Fault> {
  const error = await work.then(
    () => 'no fault',
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(CrmFault);
  return (error as CrmFault).fault;
}

/** Everything that Sidelog ever asks of HubSpot, at least once. */
async function everythingOnce(h: ReturnType<typeof hubspotHarness>): Promise<void> {
  const session = h.session();
  await session.whoAmI();
  const company = { name: 'K', domain: 'k.example' };
  const draft = {
    name: 'Mia Berg',
    address: 'mia@kunde.example',
    phone: '1',
    mobile: '2',
    title: 'CEO',
    company,
  };
  const { remoteId } = await session.contacts.create(
    { ...draft, website: 'https://k.example', postalAddress: 'Street 1' },
    'k',
  );
  await session.companies.create?.({ name: 'L' }, 'k');
  const deal = h.server.portal.create('deals', { dealname: 'Big', dealstage: 'qualified' });
  h.server.portal.link('deals', deal.id, 'contacts', remoteId);
  h.server.portal.settle();
  const entries = [
    mail(h, remoteId, { dealId: deal.id, fields: { seats__c: '40' } }),
    mail(h, remoteId, { direction: 'sent' }),
    meeting(h, remoteId),
    call(h, remoteId),
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
  await session.tasks?.reschedule?.(made?.remoteId ?? '', '2026-12-05');
  await session.tasks?.complete(made?.remoteId ?? '');
  await session.tasks?.remove(made?.remoteId ?? '');
  await session.contacts.update({ contactId: remoteId, field: 'title', new: 'CTO' });
  await session.tasks?.changedSince(null);
  h.server.portal.settle();
  for (const changedSince of [
    session.contacts.changedSince,
    session.companies.changedSince,
    session.deals!.changedSince,
    session.activities.changedSince!,
  ]) {
    let cursor: string | null = null;
    for (let page = 0; page < 12; page += 1) cursor = (await changedSince(cursor)).cursor;
  }
  await session.describe?.();
}

describe('what is sent to HubSpot', () => {
  /** Every request that Sidelog may make. Nothing under `marketing`, `conversations`, `single-send` is among them. */
  const allowed = [
    /^GET \/account-info\/v3\/details$/,
    /^GET \/crm\/v3\/owners$/,
    /^GET \/crm\/v3\/pipelines\/deals$/,
    /^GET \/crm\/v3\/properties\/(contacts|companies|emails|meetings|calls|tasks)$/,
    /^GET \/crm\/v3\/objects\/(contacts|companies|deals)$/,
    /^POST \/crm\/v3\/objects\/(contacts|companies|deals|emails|meetings|calls|tasks)\/(search|batch\/read)$/,
    /^POST \/crm\/v3\/objects\/(contacts|companies|tasks)$/,
    /^POST \/crm\/v3\/objects\/(emails|meetings|calls)\/batch\/create$/,
    /^PATCH \/crm\/v3\/objects\/(contacts|emails|meetings|calls|tasks)\/\d+$/,
    /^DELETE \/crm\/v3\/objects\/(emails|meetings|calls|tasks)\/\d+$/,
    /^POST \/crm\/v4\/associations\/[a-z]+\/[a-z]+\/batch\/read$/,
    /^POST \/crm\/v4\/associations\/(emails|meetings|calls)\/contacts\/batch\/associate\/default$/,
  ];
  const fixed: Record<string, RegExp> = {
    hs_email_status: /^SENT$/,
    hs_email_direction: /^(EMAIL|INCOMING_EMAIL)$/,
    hs_call_status: /^COMPLETED$/,
    hs_meeting_outcome: /^(COMPLETED|CANCELED)$/,
    hs_task_status: /^(NOT_STARTED|COMPLETED)$/,
    hs_task_type: /^TODO$/,
  };
  const free =
    /^(firstname|lastname|email|phone|mobilephone|jobtitle|company|website|address|name|domain|hs_timestamp|hubspot_owner_id|hs_email_(subject|html|headers|message_id)|hs_meeting_(title|start_time|end_time|location|external_url)|hs_internal_meeting_notes|hs_call_(title|body|direction|duration)|hs_task_(subject|body)|seats__c)$/;

  it('can send no mail, invite and remind nobody: only requests, properties and states on the list', async () => {
    const h = hubspotHarness();
    await everythingOnce(h);
    for (const { method, url, body } of h.server.requests) {
      const route = `${method} ${new URL(url).pathname}`;
      expect(
        allowed.some((each) => each.test(route)),
        route,
      ).toBe(true);
      if (!/batch\/create$|objects\/[a-z]+(\/\d+)?$/.test(route) || body === '') continue;
      const sent = JSON.parse(body);
      for (const { properties } of sent.inputs ?? [sent]) {
        for (const [name, value] of Object.entries(properties)) {
          const fits = fixed[name]?.test(String(value)) ?? free.test(name);
          expect(fits, `${name}: ${value}`).toBe(true);
          expect(typeof value).toBe('string');
        }
      }
    }
    expect(h.server.portal.told).toEqual([]);
  });

  it.skipIf(!apiClient)(
    `fits the vendor's own client${apiClient ? '' : ' (skipped: @hubspot/api-client is not installed)'}`,
    async () => {
      const h = hubspotHarness();
      await everythingOnce(h);
      const misses = h.server.requests.flatMap((request) => clientMisses(request));
      expect(misses).toEqual([]);
      expect(
        clientMisses({
          method: 'POST',
          url: 'https://api.hubapi.com/crm/v3/objects/emails/batch/create',
          body: '{"inputs":[{"properties":{"a":1},"to":[]}]}',
        }),
      ).toHaveLength(2);
      const numbers = apiClient?.associationTypes ?? {};
      expect(linkTypes('emails', 'contacts')[0]?.associationTypeId).toBe(numbers.emailToContact);
      expect(linkTypes('emails', 'companies')[0]?.associationTypeId).toBe(numbers.emailToCompany);
      expect(linkTypes('emails', 'deals')[0]?.associationTypeId).toBe(numbers.emailToDeal);
      expect(linkTypes('meetings', 'contacts')[0]?.associationTypeId).toBe(numbers.meetingToContact);
      expect(linkTypes('meetings', 'companies')[0]?.associationTypeId).toBe(numbers.meetingToCompany);
      expect(linkTypes('meetings', 'deals')[0]?.associationTypeId).toBe(numbers.meetingToDeal);
      expect(linkTypes('calls', 'contacts')[0]?.associationTypeId).toBe(numbers.callToContact);
      expect(linkTypes('calls', 'companies')[0]?.associationTypeId).toBe(numbers.callToCompany);
      expect(linkTypes('calls', 'deals')[0]?.associationTypeId).toBe(numbers.callToDeal);
      expect(linkTypes('tasks', 'contacts')[0]?.associationTypeId).toBe(numbers.taskToContact);
      expect(linkTypes('tasks', 'companies')[0]?.associationTypeId).toBe(numbers.taskToCompany);
      expect(linkTypes('contacts', 'companies').map((each) => each.associationTypeId)).toContain(
        numbers.contactToCompany,
      );
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
    const h = hubspotHarness();
    const session = hubspot.connect({ token: rep.token, email: rep.email }, hubspotHttp(h.server, ledger));
    await session.whoAmI();
    await session.activities.log([mail(h, '3')]);
    expect(JSON.stringify(lines)).not.toMatch(/pat-of|kunde|Offer|Mia/);
    for (const { url, body } of h.server.requests) expect(url + body).not.toContain(rep.token);
  });

  it('goes to one host only', () => {
    expect(hubspot.origins({ url: 'https://evil.example' })).toEqual(['https://api.hubapi.com/*']);
  });

  it('a hundred mails to sixty contacts are one create, and few requests to find and read back', async () => {
    const h = hubspotHarness();
    const session = h.session();
    await session.whoAmI();
    const ids: string[] = [];
    for (let each = 0; each < 60; each += 1) {
      ids.push(
        h.server.portal.create('contacts', { firstname: `P${each}`, email: `p${each}@kunde.example` }).id,
      );
    }
    const entries = Array.from({ length: 100 }, (_, each) => mail(h, ids[each % 60]!));
    const before = h.server.requests.length;
    await session.activities.findByAliases(entries);
    const answers = await session.activities.log(entries);
    expect(answers.every((answer) => 'remoteId' in answer && answer.created)).toBe(true);
    expect(h.server.requests.length - before).toBeLessThanOrEqual(6);
  });
});

describe('a record in HubSpot', () => {
  it('is found though the search knows nothing of it, by a colleague too, and through HubSpot’s own sync', async () => {
    const h = hubspotHarness();
    const id = h.server.portal.create('contacts', { firstname: 'Mia' }).id;
    const [ours, synced] = [mail(h, id), mail(h, id)];
    await h.session().activities.log([ours]);
    expect(h.server.portal.indexed('emails')).toEqual([]);
    expect((await h.colleague().activities.findByAliases([ours])).size).toBe(1);
    const { id: other } = h.server.portal.create('emails', { hs_email_message_id: synced.aliases[1]! });
    h.server.portal.settle();
    const found = await h.session().activities.findByAliases([synced]);
    expect(found.get(synced.key)).toBe(`emails/${other}`);
    h.server.portal.archive('emails', other);
    // The index still knows it.
    expect((await h.session().activities.findByAliases([synced])).size).toBe(0);
  });

  it('of a contact with thousands of mails is found among the newest', async () => {
    const h = hubspotHarness();
    const { portal } = h.server;
    const id = portal.create('contacts', { firstname: 'Mia' }).id;
    for (let each = 0; each < 1200; each += 1) {
      portal.link('emails', portal.create('emails', { hs_email_subject: 'old' }).id, 'contacts', id);
    }
    const entry = mail(h, id);
    await h.session().activities.log([entry]);
    expect((await h.session().activities.findByAliases([entry])).size).toBe(1);
  });

  it('is written without the Message-ID property where the account does not take it, each mail once', async () => {
    const h = hubspotHarness();
    h.server.portal.takesMessageId = false;
    const id = h.server.portal.create('contacts', { firstname: 'Mia' }).id;
    const entries = [mail(h, id), mail(h, id)];
    const answers = await h.session().activities.log(entries);
    expect(answers.every((answer) => 'remoteId' in answer && answer.created)).toBe(true);
    expect(h.server.portal.table('emails').size).toBe(2);
    expect((await h.session().activities.findByAliases(entries)).size).toBe(2);
  });

  it('is not taken for another one whose Message-ID the mail quotes', async () => {
    const h = hubspotHarness();
    const id = h.server.portal.create('contacts', { firstname: 'Mia' }).id;
    const other = mail(h, id);
    const bounce = mail(h, id, {
      ownWords: `Not delivered:\nRef: ${other.aliases[1]} sidelog-${other.key}`,
      summary: `Ref: ${other.aliases[1]} sidelog-${other.key}`,
    });
    await h.session().activities.log([bounce]);
    expect((await h.session().activities.findByAliases([other])).size).toBe(0);
  });

  it('holds as much of a very long mail as fits, and still its last line', async () => {
    const h = hubspotHarness();
    const id = h.server.portal.create('contacts', { firstname: 'Mia' }).id;
    const entry = mail(h, id, { ownWords: `${'<&"> '.repeat(20_000)}` });
    const [answer] = await h.session().activities.log([entry]);
    expect(answer).toMatchObject({ created: true });
    expect((await h.session().activities.findByAliases([entry])).size).toBe(1);
  });

  it('on two contacts and a deal hangs on all of them; one on nobody is refused alone', async () => {
    const h = hubspotHarness();
    const { portal } = h.server;
    const [one, two] = [portal.create('contacts', {}).id, portal.create('contacts', {}).id];
    const deal = portal.create('deals', { dealname: 'Big' }).id;
    const answers = await h
      .session()
      .activities.log([
        mail(h, one, { contactIds: [] }),
        mail(h, one, { contactIds: [one, two], dealId: deal }),
      ]);
    expect(answers[0]).toEqual({ fault: { kind: 'refused', reason: 'no-contact', field: 'contactIds' } });
    const id = 'remoteId' in answers[1]! ? (answers[1].remoteId.split('/')[1] ?? '') : '';
    expect(portal.linked('emails', id, 'contacts')).toEqual([one, two]);
    expect(portal.linked('emails', id, 'deals')).toEqual([deal]);
  });
});

describe('the mirror of HubSpot', () => {
  it('has the open deals with contact and stage, and takes closed ones back', async () => {
    const h = hubspotHarness();
    const { portal } = h.server;
    const contact = portal.create('contacts', { firstname: 'Mia' }).id;
    const deal = portal.create('deals', {
      dealname: 'Big',
      dealstage: 'qualified',
      amount: '1200.5',
      deal_currency_code: 'EUR',
    });
    portal.create('deals', { dealname: 'Lost', hs_is_closed: 'true' });
    portal.link('deals', deal.id, 'contacts', contact);
    portal.settle();
    const first = await h.session().deals!.changedSince(null);
    expect(first.items).toMatchObject([
      {
        id: deal.id,
        title: 'Big',
        contactIds: [contact],
        value: 1200.5,
        currency: 'EUR',
        stage: 'Qualified',
      },
    ]);
    portal.write('deals', deal.id, { hs_is_closed: 'true' });
    portal.settle();
    const then = await h.session().deals!.changedSince(first.cursor);
    expect([then.items, then.gone]).toEqual([[], [deal.id]]);
  });

  it('reads more changes of one moment than a search gives, and goes on after a restart at any page', async () => {
    const h = hubspotHarness();
    const { portal } = h.server;
    for (let each = 0; each < 250; each += 1) portal.create('contacts', { firstname: `P${each}` });
    portal.settle();
    let cursor: string | null = null;
    const seen = new Set<string>();
    for (let page = 0; page < 3; page += 1) {
      const changes = await h.session().contacts.changedSince(cursor);
      for (const { id } of changes.items) seen.add(id);
      cursor = changes.cursor;
    }
    expect(seen.size).toBe(250);
    for (const id of seen) portal.write('contacts', id, { lastname: 'New' });
    portal.settle();
    const changed = new Set<string>();
    for (let page = 0; page < 3; page += 1) {
      const changes = await h.session().contacts.changedSince(cursor);
      for (const { id, name } of changes.items) if (name.endsWith('New')) changed.add(id);
      cursor = changes.cursor;
      if (changes.complete) break;
    }
    expect(changed.size).toBe(250);
  });

  it('notices one that was merged into another and lies in no bin', async () => {
    const h = hubspotHarness();
    const { portal } = h.server;
    const [kept, merged] = [
      portal.create('contacts', { firstname: 'A' }).id,
      portal.create('contacts', { firstname: 'B' }).id,
    ];
    portal.settle();
    const first = await h.session().contacts.changedSince(null);
    portal.table('contacts').delete(merged);
    portal.settle();
    expect((await h.session().contacts.changedSince(first.cursor)).gone).toEqual([merged]);
    expect(portal.live('contacts', kept)).toBeDefined();
  });

  it('knows what a colleague logged and what was deleted since', async () => {
    const h = hubspotHarness();
    const id = h.server.portal.create('contacts', { firstname: 'Mia' }).id;
    const entry = meeting(h, id);
    const [answer] = await h.colleague().activities.log([entry]);
    const remoteId = answer && 'remoteId' in answer ? answer.remoteId : '';
    h.server.portal.settle();
    const run = async (from: string | null) => {
      const items: string[] = [];
      const gone: string[] = [];
      let cursor = from;
      for (;;) {
        const changes = await h.session().activities.changedSince!(cursor);
        items.push(...changes.items.flatMap(({ id: there, aliases }) => [there, ...aliases]));
        gone.push(...changes.gone);
        cursor = changes.cursor;
        if (changes.complete) return { items, gone, cursor };
      }
    };
    const first = await run(null);
    expect(first.items).toEqual([remoteId, entry.key, entry.aliases[1]]);
    await h.session().activities.remove(remoteId);
    h.server.portal.settle();
    expect((await run(first.cursor)).gone).toEqual([remoteId]);
  });
});

describe('a contact and its company in HubSpot', () => {
  const draft = { name: 'Mia', address: 'mia@kunde.example', company: { name: 'K', domain: 'k.example' } };
  const owners = (h: ReturnType<typeof hubspotHarness>) =>
    (['contacts', 'companies'] as const).map(
      (kind) => [...h.server.portal.table(kind).values()].at(-1)?.properties.hubspot_owner_id ?? null,
    );

  it('are the rep’s own', async () => {
    const h = hubspotHarness();
    await h.session().contacts.create(draft, 'k');
    expect(owners(h)).toEqual([h.owner, h.owner]);
    expect(h.server.portal.told).toEqual([]);
  });

  it('are made without an owner where nobody has the address any more', async () => {
    const h = hubspotHarness();
    const settings = { token: rep.token, email: 'gone@own.example' };
    const session = hubspot.connect(settings, hubspotHttp(h.server));
    expect(await session.contacts.create(draft, 'k')).toMatchObject({ created: true });
    expect(owners(h)).toEqual([null, null]);
  });
});

describe('signing in to HubSpot', () => {
  it('names the account for all its users, and says which address nobody has', async () => {
    const h = hubspotHarness();
    expect(await h.session().whoAmI()).toEqual({
      account: 'hubspot|hubspot|4711',
      userName: rep.name,
      address: rep.email,
    });
    const settings = { token: mate.token, email: 'nobody@own.example' };
    expect(await faultOf(hubspot.connect(settings, hubspotHttp(h.server)).whoAmI())).toEqual({
      kind: 'refused',
      reason: 'owner-unknown',
      field: 'email',
    });
  });

  it('links to each kind once the account is known', async () => {
    const session = hubspotHarness().session();
    expect(session.linkTo('contact', '7')).toBeNull();
    await session.whoAmI();
    expect(session.linkTo('contact', '7')).toBe('https://app-eu1.hubspot.com/contacts/4711/record/0-1/7');
    expect(session.linkTo('activity', 'meetings/9')).toBe(
      'https://app-eu1.hubspot.com/contacts/4711/record/0-47/9',
    );
    expect(session.linkTo('activity', 'nonsense/9')).toBeNull();
  });

  it.each([
    [429, { policyName: 'TEN_SECONDLY_ROLLING' }, { kind: 'slow-down', retryAt: 11_000 }],
    [429, { policyName: 'DAILY' }, { kind: 'slow-down', retryAt: 3_601_000 }],
    [429, {}, undefined],
    [401, { category: 'EXPIRED_AUTHENTICATION' }, { kind: 'signed-out' }],
    [
      403,
      {
        category: 'MISSING_SCOPES',
        message: 'requires one of the following scopes. [crm.objects.deals.read]',
      },
      { kind: 'not-permitted', what: 'crm.objects.deals.read' },
    ],
    [404, { category: 'OBJECT_NOT_FOUND', message: 'x' }, { kind: 'gone' }],
    [
      400,
      {
        category: 'VALIDATION_ERROR',
        message: 'Property values were not valid: [{"isValid":false,"name":"seats"}]',
      },
      {
        kind: 'refused',
        reason: 'Property values were not valid: [{"isValid":false,"name":"seats"}]',
        field: 'seats',
      },
    ],
    [502, '<html>', undefined],
  ])('reads its complaint: %i %j', (status, body, fault) => {
    expect(explainHubspot(status, body, 1000)).toEqual(fault);
  });
});
