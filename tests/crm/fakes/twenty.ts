import { type Field, parseGraphql } from './graphql-text';
import { type Trouble, troubled } from './trouble';
import { invalid, isObject, plurals, type Row, TwentyError, TwentyTables } from './twenty-tables';

export interface FakeTwenty {
  origin: string;
  fetch: typeof fetch;
  trouble: Trouble;
  tables: TwentyTables;
  requests: { url: string; body: string; headers: Headers }[];
  /** A key of this workspace. */
  key: string;
  /** The key may no longer do this, e.g. `destroy`. */
  forbid(verb: string): void;
}

const WORKSPACE = '5d0c4b1e-77aa-4f0e-9c1d-0a1b2c3d4e5f';
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const LIMIT = 60;
/** What this workspace made itself, as its description tells it. */
const made = {
  region: { type: 'string', enum: ['NORTH', 'SOUTH'] },
  tags: { type: 'array', items: { type: 'string', enum: ['A', 'B'] } },
  seats: { type: 'number' },
  until: { type: 'string', format: 'date' },
  startsAt: { type: 'string', format: 'date-time' },
  vip: { type: 'boolean' },
};
const described = {
  components: {
    schemas: {
      Note: {
        required: [],
        properties: {
          title: { type: 'string' },
          bodyV2: { type: 'object' },
          position: { type: 'number' },
          ...made,
          ownerId: { type: 'string', format: 'uuid' },
        },
      },
      Person: { required: ['region'], properties: { name: { type: 'object' }, ...made } },
      Company: { required: ['region'], properties: { name: { type: 'string' }, ...made } },
      Task: { required: ['region'], properties: { title: { type: 'string' }, ...made } },
    },
  },
};

/** A Twenty that speaks its GraphQL. `renamed`: the columns of 1.17 and later. `openApi`: what its description says. */
export function fakeTwenty({ renamed = false, openApi = described as unknown } = {}): FakeTwenty {
  const tables = new TwentyTables(renamed);
  const key = `${base64({ alg: 'HS256' })}.${base64({ sub: WORKSPACE, type: 'API_KEY', workspaceId: WORKSPACE })}.sig`;
  const forbidden = new Set<string>();
  const origin = 'https://crm.own.example';

  const answer = (status: number, body: unknown) =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  const inner: typeof fetch = async (input, init) => {
    const { pathname } = new URL(String(input));
    const signedIn = new Headers(init?.headers).get('authorization') === `Bearer ${key}`;
    if (pathname === '/rest/open-api/core' && init?.method === 'GET') {
      return signedIn
        ? answer(200, openApi)
        : answer(401, { statusCode: 401, messages: ['No payload'], error: 'UNAUTHENTICATED' });
    }
    if (pathname !== '/graphql' || init?.method !== 'POST') {
      return answer(400, {
        statusCode: 400,
        error: 'BadRequestException',
        messages: ["object 'x' not found. eg: companies"],
      });
    }
    if (!signedIn)
      return answer(200, { errors: [{ message: 'No payload', extensions: { code: 'UNAUTHENTICATED' } }] });
    return answer(200, run(tables, forbidden, JSON.parse(String(init.body))));
  };
  const { fetch, trouble, requests } = troubled(inner, (_, body) => body.startsWith('{"query":"mutation'));
  return { origin, fetch, trouble, tables, requests, key, forbid: (verb) => forbidden.add(verb) };
}

/** Fields of a mutation run one after the other; one that fails is null, and the others run all the same. */
function run(
  tables: TwentyTables,
  forbidden: Set<string>,
  { query, variables }: { query: string; variables: Record<string, unknown> },
): unknown {
  const errors: unknown[] = [];
  const complain = (error: unknown) => {
    if (!(error instanceof TwentyError)) throw error;
    errors.push({ message: error.message, extensions: { code: error.code, userFriendlyMessage: 'x' } });
  };
  let operation: ReturnType<typeof parseGraphql>;
  try {
    operation = parseGraphql(query, variables);
  } catch (error) {
    return {
      errors: [{ message: (error as Error).message, extensions: { code: 'GRAPHQL_PARSE_FAILED' } }],
    };
  }
  const data: Record<string, unknown> = {};
  for (const field of operation.fields) {
    data[field.alias] = null;
    try {
      data[field.alias] = operation.kind === 'query' ? find(tables, field) : change(tables, forbidden, field);
    } catch (error) {
      complain(error);
      if (error instanceof TwentyError && error.code === 'GRAPHQL_VALIDATION_FAILED') return { errors };
    }
  }
  return errors.length > 0 ? { errors, data } : { data };
}

function find(tables: TwentyTables, field: Field): unknown {
  if (field.name === '__type') {
    if (field.args.name !== 'NoteTargetCreateInput') return null;
    const names = tables.columns.noteTarget ?? [];
    return { inputFields: names.map((name) => ({ name })) };
  }
  const object = Object.keys(plurals).find((name) => plurals[name] === field.name);
  if (!object) throw invalid(`Cannot query field "${field.name}" on type "Query".`);
  const { filter = {}, orderBy = [], first = LIMIT, ...rest } = field.args;
  if (Object.keys(rest).length > 0) throw invalid(`Unknown argument "${Object.keys(rest)[0]}".`);
  const withTrash = JSON.stringify(filter).includes('"deletedAt"');
  const rows = [...tables.table(object).values()]
    .filter((row) => (withTrash || !row.deletedAt) && matches(tables, object, row, filter))
    .sort(byOrder([...(orderBy as Record<string, string>[]), { id: 'AscNullsFirst' }]));
  const limit = Math.min(Number(first), LIMIT);
  const shown = rows.slice(0, limit);
  return select(tables, field.fields, {
    edges: shown.map((row) => ({ node: node(tables, object, row) })),
    pageInfo: { hasNextPage: rows.length > limit, endCursor: 'x' },
    totalCount: rows.length,
  });
}

/** A record with what hangs on it; what lies in the trash does not. */
function node(tables: TwentyTables, object: string, row: Row): Record<string, unknown> {
  const live = (name: string, id: unknown) => {
    const other = tables.table(name).get(String(id));
    return other && !other.deletedAt ? other : null;
  };
  const full: Record<string, unknown> = Object.fromEntries(
    (tables.columns[object] ?? []).map((name) => [name, row[name] ?? null]),
  );
  if (object === 'person' || object === 'opportunity') full.company = live('company', row.companyId);
  for (const owner of ['note', 'task']) {
    if (object !== owner) continue;
    const targets = [...tables.table(`${owner}Target`).values()].filter(
      (target) => target[`${owner}Id`] === row.id && !target.deletedAt,
    );
    full[`${owner}Targets`] = {
      edges: targets.map((target) => ({ node: node(tables, `${owner}Target`, target) })),
    };
  }
  return full;
}

/** Only what was asked for; a field that is not there is refused before anything runs. */
function select(tables: TwentyTables, fields: Field[], value: unknown): unknown {
  if (fields.length === 0 || value === null || value === undefined) return value ?? null;
  if (Array.isArray(value)) return value.map((each) => select(tables, fields, each));
  if (!isObject(value)) throw invalid('Field must not have a selection since it has no subfields.');
  return Object.fromEntries(
    fields.map((field) => {
      if (!(field.name in value) && !optional.has(field.name)) {
        throw invalid(`Cannot query field "${field.name}" on this type.`);
      }
      return [field.alias, select(tables, field.fields, value[field.name])];
    }),
  );
}

/** Parts of composite fields, which a record may not have. */
const optional = new Set([
  ...['firstName', 'lastName', 'primaryEmail', 'additionalEmails', 'primaryPhoneNumber'],
  ...['primaryPhoneCallingCode', 'primaryPhoneCountryCode', 'additionalPhones', 'primaryLinkUrl'],
  ...['secondaryLinks', 'amountMicros', 'currencyCode', 'blocknote', 'markdown'],
]);

function matches(tables: TwentyTables, object: string, row: Row, filter: unknown): boolean {
  if (!isObject(filter)) return true;
  return Object.entries(filter).every(([name, condition]) => {
    const parts = Array.isArray(condition) ? condition : [];
    if (name === 'and') return parts.every((part) => matches(tables, object, row, part));
    if (name === 'or') return parts.length === 0 || parts.some((part) => matches(tables, object, row, part));
    if (name === 'not') return !matches(tables, object, row, condition);
    if (!(tables.columns[object] ?? []).includes(name)) {
      throw invalid(`Field "${name}" is not defined by type "${object}FilterInput".`);
    }
    return holds(row[name], condition as Record<string, unknown>);
  });
}

const operators = new Set(['eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'in', 'is', 'like', 'ilike']);

function holds(value: unknown, condition: Record<string, unknown>): boolean {
  return Object.entries(condition).every(([operator, wanted]) => {
    // A part of a composite field.
    if (!operators.has(operator)) {
      const part = isObject(value) ? value[operator] : undefined;
      return holds(part, wanted as Record<string, unknown>);
    }
    if (operator === 'is') return (value ?? null) === null ? wanted === 'NULL' : wanted === 'NOT_NULL';
    if (operator === 'in') {
      if (!Array.isArray(wanted) || wanted.length === 0)
        throw new TwentyError('BAD_USER_INPUT', 'Invalid filter value. Expected non-empty array');
      return wanted.includes(value);
    }
    if (value === null || value === undefined) return false;
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (operator === 'like' || operator === 'ilike') {
      return like(String(wanted), operator === 'ilike').test(text);
    }
    const order = text < String(wanted) ? -1 : text > String(wanted) ? 1 : 0;
    return {
      eq: order === 0,
      neq: order !== 0,
      gt: order > 0,
      gte: order >= 0,
      lt: order < 0,
      lte: order <= 0,
    }[operator as 'eq'];
  });
}

/** A LIKE pattern with its escapes. */
function like(pattern: string, anyCase: boolean): RegExp {
  const source = pattern.replaceAll(/\\(.)|([%_])|([^\w\s])/gs, (whole, escaped, wild, other) => {
    if (wild) return wild === '%' ? '[^]*' : '[^]';
    const plain = escaped ?? other ?? whole;
    return plain.replaceAll(/[^\w\s]/g, '\\$&');
  });
  return new RegExp(`^${source}$`, anyCase ? 'i' : '');
}

function byOrder(orders: Record<string, string>[]): (a: Row, b: Row) => number {
  return (a, b) => {
    for (const order of orders) {
      for (const name of Object.keys(order)) {
        const [left, right] = [String(a[name] ?? ''), String(b[name] ?? '')];
        const up = order[name]?.startsWith('Desc') ? -1 : 1;
        if (left !== right) return left < right ? -up : up;
      }
    }
    return 0;
  };
}

function change(tables: TwentyTables, forbidden: Set<string>, field: Field): unknown {
  const [, verb = '', rest = ''] =
    /^(create|update|delete|restore|destroy)([A-Z]\w*)$/.exec(field.name) ?? [];
  const lower = `${rest[0]?.toLowerCase()}${rest.slice(1)}`;
  const many = Object.keys(plurals).find((name) => plurals[name] === lower);
  const object = many ?? (lower in tables.columns ? lower : undefined);
  if (!object || object === 'workspaceMember') {
    throw invalid(`Cannot query field "${field.name}" on type "Mutation".`);
  }
  if (forbidden.has(verb)) {
    throw new TwentyError('FORBIDDEN', 'Entity performing the request does not have permission');
  }
  const { id, data, filter, upsert } = field.args;
  if (upsert !== undefined) throw invalid('Not of this fake: a real one fails on targets that are there.');
  const rows = () => (Array.isArray(data) ? data : [data]) as Record<string, unknown>[];
  const done = {
    create: () => tables.insert(object, rows()),
    update: () => [tables.update(object, String(id), data as Record<string, unknown>)],
    delete: () => [tables.trash(object, String(id))],
    restore: () => [tables.restore(object, String(id))],
    destroy: () => {
      const some = [...tables.table(object).values()].filter((row) => matches(tables, object, row, filter));
      return filter
        ? some.map((row) => tables.destroy(object, row.id))
        : [tables.destroy(object, String(id))];
    },
  }[verb as 'create']();
  const shown = done.map((row) => select(tables, field.fields, row));
  return many ? shown : shown[0];
}
