import { type Trouble, troubled } from './trouble';

type Row = {
  id: number;
  is_deleted: boolean;
  add_time: string;
  update_time: string;
  [name: string]: unknown;
};
type What = 'persons' | 'organizations' | 'deals' | 'activities';
const kinds: Record<string, What> = {
  person: 'persons',
  organization: 'organizations',
  deal: 'deals',
  activity: 'activities',
};

export interface FakePipedrive {
  origin: string;
  fetch: typeof fetch;
  trouble: Trouble;
  requests: { url: string; body: string; headers: Headers; method: string }[];
  tables: Record<What, Map<number, Row>>;
  /** Invitations, and whatever guests were shown. */
  told: string[];
  /** False: `job_title` and `postal_address` are refused. */
  contactSync: boolean;
  types: { key_string: string; name: string; icon_key: string; active_flag: boolean }[];
  addUser(user: { token: string; name: string; email: string }): number;
  insert(what: What, values: Record<string, unknown>): Row;
  write(what: What, id: number, values: Record<string, unknown>): void;
  /** The search index catches up. */
  settle(): void;
}

class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** A Pipedrive account: nothing in it is unique, its search lags until `settle()`, lists see everything at once. */
export function fakePipedrive(): FakePipedrive {
  const tables: FakePipedrive['tables'] = {
    persons: new Map(),
    organizations: new Map(),
    deals: new Map(),
    activities: new Map(),
  };
  let indexed: { persons: Row[]; organizations: Row[] } = { persons: [], organizations: [] };
  const users: { id: number; token: string; name: string; email: string }[] = [];
  let lastId = 100;
  let clock = Date.now() - 3_600_000;
  const stamp = () => {
    clock += 1000;
    return `${new Date(clock).toISOString().slice(0, 19)}Z`;
  };

  const fake: Omit<FakePipedrive, 'fetch' | 'trouble' | 'requests'> = {
    origin: 'https://acme.pipedrive.com',
    tables,
    told: [],
    contactSync: true,
    types: ['call', 'meeting', 'task', 'deadline', 'email'].map((name) => ({
      key_string: name,
      name: `${name[0]?.toUpperCase()}${name.slice(1)}`,
      icon_key: name,
      active_flag: true,
    })),
    addUser: (user) => {
      users.push({ id: 900 + users.length, ...user });
      return 899 + users.length;
    },
    insert: (what, values) => {
      lastId += 1;
      const at = stamp();
      const row = { id: lastId, is_deleted: false, add_time: at, update_time: at, ...values };
      tables[what].set(lastId, row);
      return row;
    },
    write: (what, id, values) => {
      const row = tables[what].get(id);
      if (!row || row.is_deleted) throw new Refused(404, `${what} not found`);
      Object.assign(row, values, { update_time: stamp() });
    },
    settle: () => {
      indexed = structuredClone({ persons: live('persons'), organizations: live('organizations') });
    },
  };
  const live = (what: What) => [...tables[what].values()].filter((row) => !row.is_deleted);

  const check = (what: What, body: Record<string, unknown>): void => {
    if (what === 'persons' && !fake.contactSync) {
      const field = ['job_title', 'postal_address'].find((name) => name in body);
      if (field) throw new Refused(400, `Validation failed: ${field} is not allowed`);
    }
    if (what !== 'activities') return;
    if (typeof body.type === 'string' && !fake.types.some(({ key_string: key }) => key === body.type)) {
      throw new Refused(400, `Unknown activity type ${body.type}`);
    }
    for (const { person_id: id } of (body.participants as { person_id: number }[]) ?? []) {
      if (tables.persons.get(id)?.is_deleted !== false) throw new Refused(400, `Person ${id} not found`);
    }
    if (body.attendees !== undefined || body.public_description !== undefined)
      fake.told.push(JSON.stringify(body));
  };

  const serve: typeof fetch = async (input, init) => {
    const url = new URL(String(input));
    const method = init?.method ?? 'GET';
    const body = init?.body ? JSON.parse(String(init.body)) : {};
    try {
      const user = users.find(({ token }) => token === new Headers(init?.headers).get('x-api-token'));
      if (!user) throw new Refused(401, 'unauthorized access');
      return json(method === 'POST' ? 201 : 200, { success: true, ...answer(url, method, body, user) });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return json(error.status, {
        success: false,
        error: error.message,
        error_info: 'Please check developers.pipedrive.com',
      });
    }
  };

  const answer = (
    url: URL,
    method: string,
    body: Record<string, unknown>,
    user: { id: number; name: string; email: string },
  ): object => {
    const query = url.searchParams;
    const [, , version = '', name = '', rest] = url.pathname.split('/');
    if (version === 'v1' && name === 'users')
      return { data: { id: user.id, name: user.name, email: user.email, company_id: 4711 } };
    if (version === 'v1' && name === 'activityTypes') return { data: fake.types };
    if (version === 'v1' && name === 'recents') return recents(query);
    if (name === 'stages')
      return { data: [{ id: 1, name: 'Qualified' }], additional_data: { next_cursor: null } };
    if (/^(?:activity|person|organization)Fields$/.test(name)) return { data: fields, additional_data: {} };
    const what = Object.values(kinds).find((each) => each === name);
    if (version !== 'v2' || !what) throw new Refused(404, 'unknown route');
    if (rest === 'search') return found(what, query);
    if (method === 'GET' && rest === undefined) return listOf(what, query);
    if (method === 'POST') {
      check(what, body);
      return { data: fake.insert(what, { owner_id: user.id, ...defaults(what, body) }) };
    }
    const id = Number(rest);
    const row = tables[what].get(id);
    if (!row || (row.is_deleted && (method !== 'GET' || what === 'persons')))
      throw new Refused(404, `${name} not found`);
    if (method === 'PATCH') {
      check(what, body);
      fake.write(what, id, body);
    } else if (method === 'DELETE') fake.write(what, id, { is_deleted: true });
    return { data: row };
  };

  const defaults = (what: What, body: Record<string, unknown>) =>
    what === 'activities'
      ? { subject: String(body.type), done: false, ...body }
      : { ...(what === 'deals' ? { status: 'open' } : {}), ...body };

  const listOf = (what: What, query: URLSearchParams) => {
    const is = (name: string, value: unknown) => !query.has(name) || query.get(name) === String(value);
    const since = query.get('updated_since');
    if (since !== null && !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(since))
      throw new Refused(400, 'updated_since');
    const ids = query.get('ids')?.split(',');
    const sort = query.get('sort_by') ?? 'id';
    const sign = query.get('sort_direction') === 'desc' ? -1 : 1;
    const main = (row: Row) =>
      (row.participants as { person_id: number; primary: boolean }[] | undefined)?.find(
        ({ primary }) => primary,
      )?.person_id;
    const rows = live(what)
      .filter((row) => (ids ? ids.includes(String(row.id)) : true))
      .filter((row) => is('status', row.status) && is('done', row.done) && is('owner_id', row.owner_id))
      .filter((row) => is('person_id', main(row)) && is('org_id', row.org_id))
      .filter((row) => since === null || row.update_time >= since)
      .sort((a, b) => {
        const order = sort === 'id' ? 0 : String(a[sort]).localeCompare(String(b[sort]));
        return sign * (order || a.id - b.id);
      });
    const start = Number(query.get('cursor') ?? 0);
    const limit = Math.min(Number(query.get('limit') ?? 100), 500);
    const more = rows.length > start + limit;
    return {
      data: rows.slice(start, start + limit),
      additional_data: { next_cursor: more ? String(start + limit) : null },
    };
  };

  const found = (what: What, query: URLSearchParams) => {
    const term = (query.get('term') ?? '').toLowerCase();
    const rows = what === 'persons' ? indexed.persons : indexed.organizations;
    const hits = rows.filter((row) =>
      what === 'persons'
        ? (row.emails as { value: string }[]).some(({ value }) => value.toLowerCase() === term)
        : String(row.name).toLowerCase() === term,
    );
    return { data: { items: hits.map(({ id }) => ({ result_score: 1, item: { id } })) } };
  };

  const recents = (query: URLSearchParams) => {
    const since = `${query.get('since_timestamp')?.replace(' ', 'T')}Z`;
    const what = kinds[query.get('items') ?? ''];
    if (!what) throw new Refused(400, 'items');
    const data = [...tables[what].values()]
      .filter((row) => row.update_time >= since)
      .map((row) => ({ item: query.get('items'), id: row.id, data: { active_flag: !row.is_deleted } }));
    return {
      data: data.length > 0 ? data : null,
      additional_data: { pagination: { more_items_in_collection: false } },
    };
  };

  const requests: FakePipedrive['requests'] = [];
  const { fetch: troubledFetch, trouble } = troubled(serve, (_, body) => body !== '');
  return Object.assign(fake, {
    trouble,
    requests,
    fetch: (async (input, init) => {
      requests.push({
        url: String(input),
        body: String(init?.body ?? ''),
        headers: new Headers(init?.headers),
        method: init?.method ?? 'GET',
      });
      return troubledFetch(input, init);
    }) satisfies typeof fetch,
  });
}

const fields = [
  { field_name: 'Subject', field_code: 'subject', field_type: 'varchar', options: null },
  { field_name: 'Type', field_code: 'type', field_type: 'varchar', options: null },
  {
    field_name: 'Priority',
    field_code: 'priority',
    field_type: 'enum',
    options: [{ id: 125, label: 'High' }],
  },
  {
    field_name: 'Region',
    field_code: 'a'.repeat(40),
    field_type: 'enum',
    options: [{ id: 1, label: 'North' }],
    required_fields: { enabled: true },
  },
  { field_name: 'Tags', field_code: 'b'.repeat(40), field_type: 'set', options: [{ id: 7, label: 'A' }] },
  { field_name: 'Note', field_code: 'c'.repeat(40), field_type: 'varchar', options: null },
  { field_name: 'Budget', field_code: 'd'.repeat(40), field_type: 'monetary', options: null },
  { field_name: 'Seats', field_code: 'e'.repeat(40), field_type: 'double', options: null },
  { field_name: 'Site', field_code: 'f'.repeat(40), field_type: 'address', options: null },
];

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}
