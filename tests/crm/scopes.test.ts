import { describe, expect, it } from 'vitest';
import type { Changes, CrmSession } from '@/utils/crm/connector';
import { connectors } from '@/utils/crm/connectors';
import type { Scope } from '@/utils/model/mirror-scope';
import { dynamicsHarness } from './dynamics-harness';
import { espoHarness, rep as espoRep } from './espocrm-harness';
import { complaints, hasSpec } from './fakes/espocrm-spec';
import { judge, spec } from './fakes/pipedrive-spec';
import { users as zohoUsers } from './fakes/zoho';
import { apiClient, clientMisses } from './hubspot-client';
import { hubspotHarness, rep as hubspotRep } from './hubspot-harness';
import { odooHarness } from './odoo-harness';
import { pipedriveHarness } from './pipedrive-harness';
import { salesforceHarness } from './salesforce-harness';
import { twentyHarness } from './twenty-harness';
import { zohoHarness } from './zoho-harness';

/*
 * What a mirror of some records alone asks for and gets. "rep" is who is signed in, "mate" a colleague of another team,
 * "partner" one of the same team.
 */

type Who = 'rep' | 'mate' | 'partner';
const kinds = ['contacts', 'companies', 'deals'] as const;
type Kind = (typeof kinds)[number];

interface World {
  session(): CrmSession;
  /** A record of that person's; a contact has the address `NAME@kunde.example`. */
  insert(kind: Kind, name: string, owner: Who): string;
  give(contactId: string, owner: Who): void;
  /** It was last changed then. */
  age(kind: Kind, id: string, at: number): void;
  /** Something of it is changed now. */
  touch(contactId: string): void;
  /** The CRM's search catches up. */
  settle?(): void;
  requests: { url: string; body: string; method?: string }[];
}

const OLD = Date.UTC(2022, 4, 1);
const SINCE = Date.UTC(2024, 10, 1);
const stamp = (at: number) => new Date(at).toISOString().slice(0, 19);

const worlds: Record<string, () => World> = {
  odoo() {
    const { server, uid, session } = odooHarness(17);
    const models = { contacts: 'res.partner', companies: 'res.partner', deals: 'crm.lead' };
    const who = { rep: uid, mate: uid + 1, partner: uid + 1 };
    return {
      session,
      requests: server.requests,
      insert: (kind, name, owner) =>
        String(
          server.models.insert(models[kind], {
            name,
            user_id: who[owner],
            ...(kind === 'deals'
              ? { type: 'opportunity', probability: 10, date_closed: false }
              : { is_company: kind === 'companies' }),
            ...(kind === 'contacts' ? { email: `${name}@kunde.example` } : {}),
          }),
        ),
      give: (id, owner) => server.models.write('res.partner', [Number(id)], { user_id: who[owner] }),
      age: (kind, id, at) =>
        Object.assign(server.models.existing(models[kind], Number(id)), { write_date: at }),
      touch: (id) => server.models.write('res.partner', [Number(id)], { function: 'Buyer' }),
    };
  },
  espocrm() {
    const { server, userId, session } = espoHarness({ ...espoRep, teams: ['t-own'] });
    const entities = { contacts: 'Contact', companies: 'Account', deals: 'Opportunity' };
    const of = (owner: Who) => ({
      assignedUserId: owner === 'rep' ? userId : owner,
      teamsIds: owner === 'mate' ? ['t-other'] : ['t-own'],
    });
    return {
      session,
      requests: server.requests,
      insert: (kind, name, owner) =>
        server.records.insert(entities[kind], {
          ...(kind === 'contacts' ? { lastName: name, emailAddress: `${name}@kunde.example` } : { name }),
          ...(kind === 'deals' ? { stage: 'Prospecting' } : {}),
          ...of(owner),
        }).id,
      give: (id, owner) => void server.records.change('Contact', id, of(owner)),
      age: (kind, id, at) =>
        Object.assign(server.records.existing(entities[kind], id), {
          modifiedAt: stamp(at).replace('T', ' '),
        }),
      touch: (id) => void server.records.change('Contact', id, { description: 'x' }),
    };
  },
  twenty() {
    const { server, session } = twentyHarness();
    const objects = { contacts: 'person', companies: 'company', deals: 'opportunity' };
    return {
      session,
      requests: server.requests,
      insert: (kind, name) =>
        server.tables.insert(objects[kind], [
          kind === 'contacts'
            ? { name: { firstName: name, lastName: '' }, emails: { primaryEmail: `${name}@kunde.example` } }
            : { name },
        ])[0]?.id ?? '',
      give: () => {},
      age: (kind, id, at) =>
        Object.assign(server.tables.existing(objects[kind], id), { updatedAt: new Date(at).toISOString() }),
      touch: (id) => void server.tables.update('person', id, { jobTitle: 'Buyer' }),
    };
  },
  hubspot() {
    const { server, owner, session } = hubspotHarness({ ...hubspotRep, teams: ['7'] });
    const partner = server.addUser({ token: 'p', email: 'pia@own.example', name: 'Pia', teams: ['8', '7'] });
    const { portal } = server;
    const who = { rep: owner, mate: '999', partner };
    const names = { contacts: 'firstname', companies: 'name', deals: 'dealname' };
    return {
      session,
      requests: server.requests,
      insert: (kind, name, to) =>
        portal.create(kind, {
          [names[kind]]: name,
          hubspot_owner_id: who[to],
          ...(kind === 'contacts' ? { email: `${name}@kunde.example` } : {}),
        }).id,
      give: (id, to) => void portal.write('contacts', id, { hubspot_owner_id: who[to] }),
      age: (kind, id, at) => {
        const { properties } = portal.table(kind).get(id) ?? { properties: {} };
        Object.assign(properties, {
          [kind === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate']: new Date(at).toISOString(),
        });
      },
      touch: (id) => void portal.write('contacts', id, { jobtitle: 'Buyer' }),
      settle: () => portal.settle(),
    };
  },
  pipedrive() {
    const { server, owner, session } = pipedriveHarness();
    const tables = { contacts: 'persons', companies: 'organizations', deals: 'deals' } as const;
    const who = { rep: owner, mate: owner + 1, partner: owner + 1 };
    return {
      session,
      requests: server.requests,
      insert: (kind, name, to) =>
        String(
          server.insert(tables[kind], {
            owner_id: who[to],
            ...(kind === 'deals' ? { title: name, status: 'open' } : { name }),
            ...(kind === 'contacts' ? { emails: [{ value: `${name}@kunde.example`, primary: true }] } : {}),
          }).id,
        ),
      give: (id, to) => server.write('persons', Number(id), { owner_id: who[to] }),
      age: (kind, id, at) =>
        Object.assign(server.tables[tables[kind]].get(Number(id)) ?? {}, { update_time: `${stamp(at)}Z` }),
      touch: (id) => server.write('persons', Number(id), { job_title: 'Buyer' }),
      settle: () => server.settle(),
    };
  },
  salesforce() {
    const { server, session } = salesforceHarness();
    const rita = server.rows('User').find(({ Email }) => Email === 'rita@own.example');
    const max = server.rows('User').find(({ Email }) => Email === 'max@own.example');
    const partner = server.insert('User', { Name: 'Pia', UserRoleId: rita?.UserRoleId ?? '' });
    const who = { rep: String(rita?.Id), mate: String(max?.Id), partner };
    const objects = { contacts: 'Contact', companies: 'Account', deals: 'Opportunity' };
    let later = 0;
    return {
      session,
      requests: server.requests,
      insert: (kind, name, to) =>
        server.insert(objects[kind], {
          OwnerId: who[to],
          ...(kind === 'contacts' ? { LastName: name, Email: `${name}@kunde.example` } : { Name: name }),
          ...(kind === 'deals' ? { IsClosed: false } : {}),
        }),
      // Salesforce's times are whole seconds: two changes in one look like one.
      give: (id, to) => {
        server.write(id, { OwnerId: who[to] });
        later += 1000;
        Object.assign(server.row(id) ?? {}, { SystemModstamp: `${stamp(Date.now() + later)}.000+0000` });
      },
      age: (_kind, id, at) =>
        Object.assign(server.row(id) ?? {}, { SystemModstamp: `${stamp(at)}.000+0000` }),
      touch: (id) => server.write(id, { Title: 'Buyer' }),
    };
  },
  zoho() {
    const { server, session } = zohoHarness();
    const rep = zohoUsers['token-of-rita']?.id ?? '';
    const mate = zohoUsers['token-of-max']?.id ?? '';
    const modules = { contacts: 'Contacts', companies: 'Accounts', deals: 'Deals' };
    const who = { rep, mate, partner: mate };
    return {
      session,
      requests: server.requests,
      insert: (kind, name, to) =>
        server.insert(modules[kind], {
          Owner: who[to],
          ...(kind === 'contacts' ? { Last_Name: name, Email: `${name}@kunde.example` } : {}),
          ...(kind === 'companies' ? { Account_Name: name } : {}),
          ...(kind === 'deals' ? { Deal_Name: name, Stage: 'Qualification' } : {}),
        }),
      give: (id, to) => server.write('Contacts', id, { Owner: who[to] }),
      age: (kind, id, at) =>
        Object.assign(server.row(modules[kind], id) ?? {}, { Modified_Time: `${stamp(at)}+00:00` }),
      touch: (id) => server.write('Contacts', id, { Title: 'Buyer' }),
    };
  },
  dynamics() {
    const { server, session } = dynamicsHarness();
    const [rep, mate] = [1, 2].map((n) => `11111111-0000-4000-8000-00000000000${n}`);
    const team = '44444444-0000-4000-8000-000000000001';
    server.teams.set(rep ?? '', [team.toUpperCase()]);
    const tables = { contacts: 'contacts', companies: 'accounts', deals: 'opportunities' };
    const who = { rep, mate, partner: team };
    return {
      session,
      requests: server.requests,
      insert: (kind, name, to) =>
        server.insert(tables[kind], {
          _ownerid_value: who[to],
          ...(kind === 'contacts' ? { lastname: name, emailaddress1: `${name}@kunde.example` } : { name }),
        }),
      give: (id, to) => server.write('contacts', id, { _ownerid_value: who[to] }),
      age: (kind, id, at) =>
        Object.assign(server.row(tables[kind], id) ?? {}, { modifiedon: new Date(at).toISOString() }),
      touch: (id) => server.write('contacts', id, { jobtitle: 'Buyer' }),
    };
  },
};

/** What of a request narrows the first reading; Dynamics 365 has no such request. */
const filters: Record<string, Partial<Record<Scope['of'], RegExp>>> = {
  odoo: { mine: /"user_id","=",\d+/, active: /"write_date",">=","2024-11-01 00:00:00"/ },
  espocrm: {
    mine: /boolFilterList\[\]=onlyMy/,
    team: /\[type\]=linkedWith&.*\[attribute\]=teams&.*\[value\]\[\]=t-own/,
    active: /greaterThanOrEquals&.*modifiedAt&.*=2024-11-01/,
  },
  twenty: { active: /"updatedAt":\{"gte":"2024-11-01T00:00:00.000Z"\}/ },
  hubspot: {
    mine: /"hubspot_owner_id","operator":"IN","values":\["\d+"\]/,
    team: /"hubspot_owner_id","operator":"IN","values":\["\d+","\d+"\]/,
    active: /"lastmodifieddate","operator":"GTE","value":"1730419200000"/,
  },
  pipedrive: { mine: /owner_id=\d+/, active: /updated_since=2024-11-01T00:00:00Z/ },
  salesforce: {
    mine: /OwnerId IN \('005\w+'\)/,
    team: /OwnerId IN \('005\w+','005\w+'\)/,
    active: /\(SystemModstamp >= 2024-11-01T00:00:00Z OR LastActivityDate >= 2024-11-01\)/,
  },
  zoho: { mine: / and Owner = '\d+'\)/, active: /Modified_Time >= '2024-11-01T00:00:00\+00:00'/ },
};

/** Whose CRM says how many there are without giving them. */
const counting = new Set(['odoo', 'espocrm', 'hubspot', 'twenty']);

async function read(
  world: World,
  kind: Kind,
  scope: Scope,
  from: string | null = null,
): Promise<{ ids: string[]; gone: string[]; cursor: string }> {
  world.settle?.();
  const source = world.session()[kind];
  const ids: string[] = [];
  const gone: string[] = [];
  let cursor = from;
  for (;;) {
    const page: Changes<{ id: string }> | undefined = await source?.changedSince(cursor, scope);
    if (!page) throw new Error(`no ${kind}`);
    ids.push(...page.items.map(({ id }) => id));
    gone.push(...page.gone);
    cursor = page.cursor;
    if (page.complete) return { ids: [...new Set(ids)].sort(), gone: [...new Set(gone)], cursor };
  }
}

describe.each(connectors.filter(({ id }) => id !== 'notebook'))('$name', ({ id, scopes }) => {
  const open = () => {
    const world = worlds[id]?.();
    if (!world) throw new Error(`no world for ${id}`);
    return world;
  };

  it('can do all', () => expect(scopes).toContain('all'));

  it.runIf(scopes.includes('mine')).each(kinds)('gives the rep’s own %s alone', async (kind) => {
    const world = open();
    const mine = world.insert(kind, 'mia', 'rep');
    world.insert(kind, 'max', 'mate');
    const { ids } = await read(world, kind, { of: 'mine' });
    // The fake’s own users are records of nobody's.
    expect(ids).toEqual([mine]);
    expect((await read(world, kind, { of: 'all' })).ids).toContain(mine);
  });

  it.runIf(counting.has(id)).each(scopes)('counts as many contacts as %s brings', async (of) => {
    const world = open();
    world.insert('contacts', 'mia', 'rep');
    world.insert('contacts', 'pia', 'partner');
    world.age('contacts', world.insert('contacts', 'max', 'mate'), OLD);
    const scope: Scope = of === 'active' ? { of, since: SINCE } : { of };
    const { ids } = await read(world, 'contacts', scope);
    expect(await world.session().contacts.count?.(scope)).toBe(ids.length);
  });

  it('has a way to count exactly where that is said', () =>
    expect(open().session().contacts.count !== undefined).toBe(counting.has(id)));

  it.runIf(scopes.includes('mine'))(
    'hears of whom the rep is given, and of whom they give away',
    async () => {
      const world = open();
      const [mine, theirs] = [
        world.insert('contacts', 'mia', 'rep'),
        world.insert('contacts', 'max', 'mate'),
      ];
      const first = await read(world, 'contacts', { of: 'mine' });
      world.give(theirs, 'rep');
      const second = await read(world, 'contacts', { of: 'mine' }, first.cursor);
      expect(second.ids).toContain(theirs);
      expect(second.gone).toEqual([]);
      world.give(mine, 'mate');
      const third = await read(world, 'contacts', { of: 'mine' }, second.cursor);
      expect(third.gone).toEqual([mine]);
      expect(third.ids).not.toContain(mine);
    },
  );

  it.runIf(scopes.includes('mine'))('makes no second contact of one that is outside', async () => {
    const world = open();
    const theirs = world.insert('contacts', 'max', 'mate');
    expect((await read(world, 'contacts', { of: 'mine' })).ids).toEqual([]);
    const draft = { name: 'Max', address: 'max@kunde.example' };
    const key = '00000000-0000-5000-9000-000000000001';
    expect(await world.session().contacts.create(draft, key)).toEqual({ remoteId: theirs, created: false });
  });

  it.runIf(scopes.includes('team'))('gives the team’s alone', async () => {
    const world = open();
    const team = [world.insert('contacts', 'mia', 'rep'), world.insert('contacts', 'pia', 'partner')];
    const theirs = world.insert('contacts', 'max', 'mate');
    const first = await read(world, 'contacts', { of: 'team' });
    expect(first.ids).toEqual(team.sort());
    world.give(theirs, 'partner');
    expect((await read(world, 'contacts', { of: 'team' }, first.cursor)).ids).toContain(theirs);
  });

  it.runIf(scopes.includes('active')).each(kinds)('gives %s that changed since alone', async (kind) => {
    const world = open();
    const fresh = world.insert(kind, 'mia', 'rep');
    const old = world.insert(kind, 'max', 'mate');
    world.age(kind, old, OLD);
    const { ids, cursor } = await read(world, kind, { of: 'active', since: SINCE });
    expect(ids).toContain(fresh);
    expect(ids).not.toContain(old);
    if (kind !== 'contacts') return;
    world.touch(old);
    const then = await read(world, kind, { of: 'active', since: SINCE }, cursor);
    expect(then.ids).toContain(old);
    expect(then.gone).toEqual([]);
  });

  it.runIf(id in filters)('narrows the first reading by the CRM’s own filter', async () => {
    for (const of of scopes) {
      const world = open();
      await read(world, 'contacts', of === 'active' ? { of, since: SINCE } : { of });
      const asked = world.requests.map(
        ({ url, body }) => decodeURIComponent(url.replaceAll('+', ' ')) + body,
      );
      const filter = filters[id]?.[of];
      if (of === 'all')
        for (const each of Object.values(filters[id] ?? {})) expect(asked.join('\n')).not.toMatch(each);
      else expect(asked.some((each) => filter?.test(each))).toBe(true);
    }
  });

  it('asks in words that the vendor’s own description has, where there is one', async () => {
    const world = open();
    for (const kind of kinds) {
      world.insert(kind, 'mia', 'rep');
      for (const of of scopes) {
        const scope: Scope = of === 'active' ? { of, since: SINCE } : { of };
        const { cursor } = await read(world, kind, scope);
        await read(world, kind, scope, cursor);
      }
    }
    const wrong = world.requests.flatMap(({ method = 'GET', url, body }) => {
      const path = new URL(url).pathname;
      if (id === 'pipedrive' && spec && path.startsWith('/api/v2/'))
        return judge(method, new URL(url), body).wrong;
      if (id === 'espocrm' && hasSpec)
        return complaints(method, path.replace('/crm/api/v1', ''), undefined) ?? [];
      if (id === 'hubspot' && apiClient) return clientMisses({ method, url, body });
      return [];
    });
    expect(wrong).toEqual([]);
    expect(world.requests.length).toBeGreaterThan(3);
  });
});
