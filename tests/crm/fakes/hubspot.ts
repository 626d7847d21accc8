import {
  type Association,
  type FakeType,
  HubspotError,
  HubspotPortal,
  type HubspotRecord,
  types,
} from './hubspot-portal';
import { type Trouble, troubled } from './trouble';

export interface FakeHubspot {
  fetch: typeof fetch;
  trouble: Trouble;
  portal: HubspotPortal;
  requests: { url: string; body: string; headers: Headers; method: string }[];
  addUser(user: { token: string; email: string; name: string; teams?: string[] }): string;
}

type Body = Record<string, unknown>;

/** HubSpot's wire, as its published client speaks it. */
export function fakeHubspot(): FakeHubspot {
  const portal = new HubspotPortal();
  const users: { id: string; token: string; email: string; name: string; teams?: string[] }[] = [];
  const requests: FakeHubspot['requests'] = [];

  const serve: typeof fetch = async (input, init) => {
    const url = new URL(String(input));
    const method = init?.method ?? 'GET';
    const headers = new Headers(init?.headers);
    const body: Body = init?.body ? JSON.parse(String(init.body)) : {};
    try {
      if (!users.some(({ token }) => headers.get('authorization') === `Bearer ${token}`)) {
        throw new HubspotError(401, 'INVALID_AUTHENTICATION', 'Authentication credentials not found.');
      }
      return answer(url, method, body);
    } catch (error) {
      if (!(error instanceof HubspotError)) throw error;
      const { status, category, message, extra } = error;
      return json(status, { status: 'error', message, correlationId: 'c', category, ...extra });
    }
  };

  const answer = (url: URL, method: string, body: Body): Response => {
    const path = url.pathname;
    const query = url.searchParams;
    const route = `${method} ${path}`;
    if (route === 'GET /account-info/v3/details') {
      return json(200, { portalId: 4711, uiDomain: 'app-eu1.hubspot.com', timeZone: 'Europe/Berlin' });
    }
    if (route === 'GET /crm/v3/owners') {
      const results = users
        .filter(({ email }) => !query.has('email') || email === query.get('email'))
        .map(({ id, email, name, teams = [] }) => ({
          id,
          email,
          firstName: name.split(' ')[0],
          lastName: name.split(' ')[1],
          archived: false,
          teams: teams.map((team) => ({ id: team, name: team, primary: true })),
        }));
      return json(200, { results });
    }
    if (route === 'GET /crm/v3/pipelines/deals') {
      return json(200, { results: [{ id: 'default', stages: [{ id: 'qualified', label: 'Qualified' }] }] });
    }
    const properties = /^GET \/crm\/v3\/properties\/([a-z]+)$/.exec(route);
    if (properties) {
      return json(200, {
        results: [
          { name: 'hs_email_subject', label: 'Email subject', type: 'string', options: [] },
          {
            name: 'hs_email_direction',
            label: 'Direction',
            type: 'enumeration',
            options: [{ label: 'Outgoing', value: 'EMAIL' }],
          },
          { name: 'unrelated', label: 'X', type: 'string', hubspotDefined: true },
          { name: 'total', label: 'Total', type: 'number', hubspotDefined: false, calculated: true },
          { name: 'seats__c', label: 'Seats', type: 'number', hubspotDefined: false },
          { name: 'until', label: 'Until', type: 'date', hubspotDefined: false },
          { name: 'starts_at', label: 'Starts', type: 'datetime', hubspotDefined: false },
          { name: 'vip', label: 'VIP', type: 'bool', hubspotDefined: false },
          {
            name: 'region',
            label: 'Region',
            type: 'enumeration',
            hubspotDefined: false,
            options: [{ label: 'North', value: 'n' }],
          },
          ...(properties[1] === 'contacts'
            ? [
                {
                  name: 'lifecyclestage',
                  label: 'Stage',
                  type: 'enumeration',
                  hubspotDefined: true,
                  options: [{ label: 'Lead', value: 'lead' }],
                },
              ]
            : []),
          ...(/^(meetings|calls)$/.test(properties[1] ?? '')
            ? [
                {
                  name: 'hs_activity_type',
                  label: 'Type',
                  type: 'enumeration',
                  hubspotDefined: true,
                  options: [{ label: 'Demo', value: 'Demo' }],
                },
              ]
            : []),
        ],
      });
    }
    const links = /^POST \/crm\/v4\/associations\/([a-z]+)\/([a-z]+)\/batch\/(read|associate\/default)$/.exec(
      route,
    );
    if (links) return associations(links[1] ?? '', links[2] ?? '', links[3] ?? '', body);
    const object = /^\/crm\/v3\/objects\/([a-z]+)(?:\/(.+))?$/.exec(path);
    const type = types.find((each) => each === object?.[1]);
    if (type) return objects(type, method, object?.[2] ?? '', query, body);
    throw new HubspotError(404, 'NOT_FOUND', `no route ${route}`);
  };

  const objects = (
    type: FakeType,
    method: string,
    rest: string,
    query: URLSearchParams,
    body: Body,
  ): Response => {
    if (method === 'GET' && rest === '') return json(200, listOf(type, query));
    if (method === 'POST' && rest === 'search') return json(200, searchOf(type, body));
    if (method === 'POST' && rest === 'batch/read') return readOf(type, body);
    if (method === 'POST' && rest === '') {
      const [input] = [body as unknown as Input];
      portal.check(type, input.properties, input.associations ?? [], true);
      return json(201, show(portal.create(type, input.properties, input.associations)));
    }
    if (method === 'POST' && rest === 'batch/create') {
      const inputs = body.inputs as Input[];
      if (inputs.length > 100) throw new HubspotError(400, 'VALIDATION_ERROR', 'too many inputs');
      for (const input of inputs) portal.check(type, input.properties, input.associations ?? [], true);
      const results = inputs.map((input) => ({
        ...show(portal.create(type, input.properties, input.associations)),
        objectWriteTraceId: input.objectWriteTraceId,
      }));
      return json(201, { status: 'COMPLETE', results: results.reverse(), startedAt: '', completedAt: '' });
    }
    if (method === 'PATCH') {
      const values = body.properties as Record<string, string>;
      portal.check(type, values, [], false);
      return json(200, show(portal.write(type, rest, values)));
    }
    if (method === 'DELETE') {
      portal.archive(type, rest);
      return new Response(null, { status: 204 });
    }
    throw new HubspotError(405, 'METHOD_NOT_ALLOWED', `${method} ${rest}`);
  };

  const listOf = (type: FakeType, query: URLSearchParams) => {
    const archived = query.get('archived') === 'true';
    const all = [...portal.table(type).values()].filter((record) => record.archived === archived);
    const rest = all.filter(({ id }) => Number(id) > Number(query.get('after') ?? 0));
    const results = rest.slice(0, Math.min(Number(query.get('limit') ?? 10), 100));
    const more = rest.length > results.length;
    return {
      results: results.map((record) => show(record, query.get('properties')?.split(','))),
      ...(more ? { paging: { next: { after: results.at(-1)?.id } } } : {}),
    };
  };

  const searchOf = (type: FakeType, body: Body) => {
    const limit = Number(body.limit ?? 10);
    if (limit > 200) throw new HubspotError(400, 'VALIDATION_ERROR', 'limit');
    const groups = body.filterGroups as { filters: Filter[] }[];
    const fits = ({ properties }: HubspotRecord) =>
      groups.length === 0 ||
      groups.some(({ filters }) =>
        filters.every((filter) => passes(properties[filter.propertyName] ?? '', filter)),
      );
    const sort = JSON.parse((body.sorts as string[])[0] ?? '{}') as {
      propertyName: string;
      direction: string;
    };
    const sign = sort.direction === 'DESCENDING' ? -1 : 1;
    const found = portal
      .indexed(type)
      .filter(fits)
      .sort(
        (a, b) => sign * (number(a.properties[sort.propertyName]) - number(b.properties[sort.propertyName])),
      );
    return {
      total: found.length,
      results: found.slice(0, limit).map((record) => show(record, body.properties as string[])),
    };
  };

  const readOf = (type: FakeType, body: Body): Response => {
    const inputs = body.inputs as { id: string }[];
    if (inputs.length > 100) throw new HubspotError(400, 'VALIDATION_ERROR', 'too many inputs');
    const by = body.idProperty as string | undefined;
    const found = inputs.flatMap(({ id }) =>
      [...portal.table(type).values()].filter(
        (record) => !record.archived && (by ? record.properties[by] === id : record.id === id),
      ),
    );
    const missing = inputs.length - found.length;
    return json(missing > 0 ? 207 : 200, {
      status: 'COMPLETE',
      results: found.map((record) => show(record, body.properties as string[])),
      ...(missing > 0
        ? {
            numErrors: missing,
            errors: [
              {
                status: 'error',
                category: 'OBJECT_NOT_FOUND',
                message: 'Could not get some objects',
                context: {},
              },
            ],
          }
        : {}),
    });
  };

  const associations = (from: string, to: string, what: string, body: Body): Response => {
    if (what === 'read') {
      const inputs = body.inputs as { id: string; after?: string }[];
      const results = inputs.flatMap(({ id, after }) => {
        const all = portal.linked(from, id, to);
        const start = Number(after ?? 0);
        const page = all.slice(start, start + 500);
        if (page.length === 0) return [];
        return [
          {
            from: { id },
            to: page.map((other) => ({ toObjectId: Number(other), associationTypes: [] })),
            ...(all.length > start + 500 ? { paging: { next: { after: String(start + 500) } } } : {}),
          },
        ];
      });
      return json(results.length < inputs.length ? 207 : 200, { status: 'COMPLETE', results });
    }
    for (const { from: one, to: other } of body.inputs as { from: { id: string }; to: { id: string } }[]) {
      if (!portal.live(to, other.id)) throw new HubspotError(404, 'OBJECT_NOT_FOUND', 'No such object');
      portal.link(from, one.id, to, other.id);
    }
    return json(200, { status: 'COMPLETE', results: [] });
  };

  const writes = (url: string, body: string) =>
    /\/batch\/(create|associate\/default)$/.test(url) ||
    (/\/objects\/[a-z]+(\/\d+)?$/.test(url) && body !== '');
  const { fetch: troubledFetch, trouble } = troubled(serve, writes);
  return {
    fetch: async (input, init) => {
      const body = String(init?.body ?? '');
      requests.push({
        url: String(input),
        body,
        headers: new Headers(init?.headers),
        method: init?.method ?? 'GET',
      });
      return troubledFetch(input, init);
    },
    trouble,
    portal,
    requests,
    addUser: (user) => {
      const id = String(500 + users.length);
      users.push({ id, ...user });
      return id;
    },
  };
}

interface Input {
  properties: Record<string, string>;
  associations?: Association[];
  objectWriteTraceId?: string;
}
interface Filter {
  propertyName: string;
  operator: string;
  value?: string;
  values?: string[];
}

function passes(value: string, { operator, value: wanted = '', values = [] }: Filter): boolean {
  switch (operator) {
    case 'EQ':
      return value.toLowerCase() === wanted.toLowerCase();
    case 'NEQ':
      return value !== wanted;
    case 'GT':
      return number(value) > number(wanted);
    case 'GTE':
      return number(value) >= number(wanted);
    case 'IN':
      return values.includes(value);
    default:
      throw new HubspotError(400, 'VALIDATION_ERROR', `operator ${operator}`);
  }
}

function number(value: string | null | undefined): number {
  return /^\d+$/.test(value ?? '') ? Number(value) : Date.parse(value ?? '') || 0;
}

function show(record: HubspotRecord, properties?: string[]): HubspotRecord {
  const wanted = properties ?? Object.keys(record.properties);
  return {
    ...record,
    properties: {
      hs_object_id: record.id,
      ...Object.fromEntries(wanted.map((name) => [name, record.properties[name] ?? null])),
    },
  };
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}
