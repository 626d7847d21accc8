import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SettingsProblem } from '@/utils/crm/connector';
import { CrmFault } from '@/utils/crm/errors';
import { apiOrigin, dataCentre } from '@/utils/crm/zoho/address';
import { zoho } from '@/utils/crm/zoho/zoho';
import { call, mail, meeting } from './contract';
import { writable } from './fakes/zoho';
import { runContract } from './run-contract';
import { settings, zohoHarness } from './zoho-harness';

runContract('a mail logged to Zoho CRM', () => zohoHarness());

const specs = join(process.env.CRM_SPECS_DIR ?? '../shared/crm-specs', 'zoho');

/** Everything that the connector can do, once. */
async function everything(h: ReturnType<typeof zohoHarness>): Promise<void> {
  const session = h.session();
  const { remoteId: id } = await session.contacts.create(
    {
      name: 'Anna von der Au',
      address: 'anna@kunde.example',
      phone: '1',
      otherPhones: ['2'],
      mobile: '3',
      title: 'CEO',
      postalAddress: 'Hafenstr. 5',
      company: { name: 'Kunde', domain: 'kunde.example' },
    },
    'k',
  );
  const fields = { X_Region: 'N', X_Tags: 'N' };
  const entries = [mail(h, id, { fields }), meeting(h, id, { fields }), call(h, id, { fields })];
  await session.activities.findByAliases(entries);
  for (const [index, answer] of (await session.activities.log(entries)).entries()) {
    expect(answer).toHaveProperty('created', true);
    const remoteId = 'remoteId' in answer ? answer.remoteId : '';
    await session.activities.update?.(remoteId, entries[index]!);
    await session.activities.remove(remoteId);
  }
  const draft = { title: 'Call', dueDate: '2026-12-01', contactIds: [id], note: 'Call me.' };
  const task = await session.tasks?.create(draft, 'k2');
  await session.tasks?.reschedule?.(task?.remoteId ?? '', '2026-12-03');
  await session.tasks?.complete(task?.remoteId ?? '');
  expect(h.server.row('Tasks', task?.remoteId ?? '')).toMatchObject({
    Status: 'Completed',
    Due_Date: '2026-12-03',
  });
  await session.tasks?.remove(task?.remoteId ?? '');
  await session.contacts.update({ contactId: id, field: 'title', new: 'CTO', old: 'CEO' });
  for (const read of [session.contacts, session.companies, session.deals, session.tasks]) {
    const first = await read?.changedSince(null);
    await read?.changedSince(first?.cursor ?? null);
  }
  await session.whoAmI();
  await session.describe?.();
}

describe('what is sent to Zoho', () => {
  /** Every request there is. `send_mail`, `associate_email` (which cannot be undone) and the like are not among them. */
  const allowed = [
    'DELETE /Calls',
    'DELETE /Events',
    'DELETE /Tasks',
    'GET /Accounts/deleted',
    'GET /Contacts/deleted',
    'GET /Deals/deleted',
    'GET /actions/email_available',
    'GET /org',
    'GET /settings/fields',
    'GET /settings/layouts',
    'GET /users',
    'POST /Accounts/upsert',
    'POST /Calls',
    'POST /Contacts/upsert',
    'POST /Events',
    'POST /Tasks',
    'POST /coql',
    'PUT /Calls',
    'PUT /Contacts',
    'PUT /Events',
    'PUT /Tasks',
  ];

  it('can send, invite and notify nobody: only requests and fields on the list, no workflow', async () => {
    const h = zohoHarness();
    await everything(h);
    expect([...new Set(h.server.methods.map((each) => each.replace('/crm/v8', '')))].sort()).toEqual(allowed);
    let records = 0;
    for (const { url, body } of h.server.requests) {
      if (url.includes('/coql') || body === '') continue;
      const module = new URL(url).pathname.split('/')[3] ?? '';
      const sent = JSON.parse(body);
      expect(sent.trigger).toEqual([]);
      for (const record of sent.data) {
        records += 1;
        const names = Object.keys(record).filter((name) => name !== 'id' && !/^X_(Region|Tags)$/.test(name));
        expect(names.filter((name) => !writable[module]?.includes(name))).toEqual([]);
        if (module === 'Events') expect(record.$send_notification).toBe(false);
      }
    }
    expect(records).toBeGreaterThan(9);
    for (const { url } of h.server.requests) if (/ids=/.test(url)) expect(url).toContain('wf_trigger=false');
    expect(h.server.told()).toBe(0);
  });

  it.skipIf(!existsSync(specs))(
    "fits the vendor's own description (skipped where it is not at hand)",
    async () => {
      const paths: Record<string, Record<string, { parameters?: { name?: string; $ref?: string }[] }>> = {};
      const parameters: Record<string, { name: string }> = {};
      const bodies = new Set<string>();
      for (const name of ['record', 'coql', 'users', 'associate_email']) {
        const spec = JSON.parse(readFileSync(join(specs, `${name}.json`), 'utf8'));
        Object.assign(paths, spec.paths);
        Object.assign(parameters, spec.components.parameters);
        for (const key of Object.keys(spec.components.schemas.Body_Wrapper?.properties ?? {}))
          bodies.add(key);
      }
      const h = zohoHarness();
      await everything(h);
      // Not among the descriptions at hand.
      const elsewhere = ['/crm/v8/org', '/crm/v8/settings/fields', '/crm/v8/settings/layouts'];
      const wrong: string[] = [];
      for (const [index, { url, body }] of h.server.requests.entries()) {
        const { pathname, searchParams } = new URL(url);
        const method = (h.server.methods[index] ?? '').split(' ')[0]?.toLowerCase() ?? '';
        if (elsewhere.includes(pathname)) continue;
        const template = pathname.replace(
          /^(\/crm\/v8\/)(?:Contacts|Accounts|Deals|Tasks|Events|Calls)/,
          '$1{module_api_name}',
        );
        const operation = paths[template]?.[method];
        if (!operation) {
          wrong.push(`${method} ${pathname}`);
          continue;
        }
        const known = (operation.parameters ?? []).map(
          ({ name, $ref }) => name ?? parameters[$ref?.split('/').at(-1) ?? '']?.name,
        );
        for (const name of searchParams.keys())
          if (!known.includes(name)) wrong.push(`${method} ${pathname}?${name}`);
        for (const key of body === '' ? [] : Object.keys(JSON.parse(body)))
          if (!bodies.has(key)) wrong.push(`${pathname} ${key}`);
      }
      expect(h.server.requests.length).toBeGreaterThan(30);
      expect([...new Set(wrong)]).toEqual([]);
    },
  );
});

describe('Zoho and its people', () => {
  it("a mail that Zoho's own mailbox has counts as logged, and is not ours to remove", async () => {
    const h = zohoHarness();
    const session = h.session();
    const { remoteId: id } = await session.contacts.create(
      { name: 'Mia', address: 'mia@kunde.example' },
      'k',
    );
    const entry = mail(h, id);
    h.server.mails.add(entry.aliases[1]!);
    const found = (await session.activities.findByAliases([entry])).get(entry.key);
    expect(found).toBe('mail:77');
    const before = h.server.requests.length;
    await session.activities.remove(found!);
    expect(h.server.requests.length).toBe(before);
    expect(session.linkTo('activity', found!)).toBeNull();
  });

  it('an open deal is there; one that was closed or deleted is gone', async () => {
    const h = zohoHarness();
    const session = h.session();
    const [a, b] = ['A', 'B'].map((name) =>
      h.server.insert('Deals', {
        Deal_Name: name,
        Stage: 'Qualification',
        Amount: 50,
        Account_Name: '9',
        Contact_Name: '8',
      }),
    );
    const first = await session.deals!.changedSince(null);
    expect(first.items[0]).toMatchObject({ id: a, title: 'A', companyId: '9', contactIds: ['8'], value: 50 });
    h.server.write('Deals', a!, { Stage: 'Closed Won' });
    h.server.remove('Deals', b!);
    expect((await session.deals!.changedSince(first.cursor)).gone.sort()).toEqual([a, b]);
  });

  it('an import of thousands in one second is read whole', async () => {
    const h = zohoHarness();
    for (let i = 0; i < 4500; i++) {
      h.server.insert('Contacts', { Last_Name: `P ${i}`, Modified_Time: '2026-11-21T18:41:39+00:00' });
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
  });

  it('what Zoho says is what it means: scope, limit, an unhappy field', async () => {
    const h = zohoHarness();
    const fault = async (status: number, code: string, details = {}) => {
      h.server.refuseNext(status, { code, message: 'said', details, status: 'error' });
      const error = await h
        .session()
        .contacts.changedSince(null)
        .catch((caught: unknown) => caught);
      return error instanceof CrmFault ? error.fault : undefined;
    };
    expect((await fault(401, 'OAUTH_SCOPE_MISMATCH'))?.kind).toBe('not-permitted');
    expect((await fault(401, 'INVALID_TOKEN'))?.kind).toBe('signed-out');
    expect((await fault(400, 'LIMIT_EXCEEDED'))?.kind).toBe('slow-down');
    expect(await fault(400, 'MANDATORY_NOT_FOUND', { api_name: 'Region' })).toEqual({
      kind: 'refused',
      reason: 'said',
      field: 'Region',
    });
    const schema = await h.session().describe!();
    expect(schema.task?.fields.find(({ name }) => name === 'Status')?.choices).toEqual([
      { value: 'Completed', label: 'Erledigt' },
    ]);
  });
});

describe('the way in', () => {
  it('is the sign-in page of the account’s own data centre', () => {
    expect(zoho.signIn?.(settings)).toMatchObject({
      authorizationEndpoint: 'https://accounts.zoho.eu/oauth/v2/auth',
      tokenEndpoint: 'https://accounts.zoho.eu/oauth/v2/token',
      clientId: '1000.KEY',
      keeps: ['api_domain'],
      scheme: 'Zoho-oauthtoken',
      parameters: { access_type: 'offline', prompt: 'consent' },
    });
    expect(zoho.origins(settings)).toEqual(['https://accounts.zoho.eu/*', 'https://www.zohoapis.eu/*']);
  });

  it.each([
    ['crm.zoho.com', 'https://accounts.zoho.com', 'https://www.zohoapis.com'],
    ['https://crm.zoho.in/crm/', 'https://accounts.zoho.in', 'https://www.zohoapis.in'],
    ['crm.zoho.com.au', 'https://accounts.zoho.com.au', 'https://www.zohoapis.com.au'],
    ['crmplus.zoho.jp', 'https://accounts.zoho.jp', 'https://www.zohoapis.jp'],
    ['crm.zohocloud.ca', 'https://accounts.zohocloud.ca', 'https://www.zohoapis.ca'],
    ['crm.zoho.com.cn', 'https://accounts.zoho.com.cn', 'https://www.zohoapis.com.cn'],
    ['crm.zoho.sa', 'https://accounts.zoho.sa', 'https://www.zohoapis.sa'],
    ['crm.zoho.uk', 'https://accounts.zoho.uk', 'https://www.zohoapis.uk'],
  ])('is found in what was pasted: %s', (pasted, accounts, api) => {
    expect(dataCentre(pasted)).toMatchObject({ accounts, api });
    // Only this data centre's own API, whatever a token answer says.
    expect(apiOrigin(dataCentre(pasted), 'https://evil.example')).toBe(api);
  });

  it.each([
    ['http://crm.zoho.eu', 'insecure-address'],
    ['crm.zoho.evil.example', 'not-a-url'],
    ['notzoho.eu', 'not-a-url'],
    ['zoho.xy', 'not-a-url'],
    ['', 'not-a-url'],
  ])('is refused before anything is sent: %s', (pasted, code) => {
    try {
      expect(dataCentre(pasted)).toBe('refused');
    } catch (error) {
      expect((error as SettingsProblem).code).toBe(code);
    }
  });
});
