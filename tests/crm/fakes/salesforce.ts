import { common, prefixes, readable, unfilterable, writable, wrongWith } from './salesforce-objects';
import { type Cell, parseQuery, QueryError, type Row } from './salesforce-soql';
import { type Trouble, troubled } from './trouble';

export interface FakeSalesforceOptions {
  /** Enhanced Email is on. */
  emailMessages?: boolean;
  /** Tasks have `CallObject`. */
  callObject?: boolean;
  /** The administrator made `Sidelog_Key__c`. */
  eventKey?: boolean;
  /** Activities may be about several contacts. */
  sharedActivities?: boolean;
  /** Mails can be seen, but not stored. */
  readOnlyMail?: boolean;
}

export interface FakeSalesforce {
  origin: string;
  fetch: typeof fetch;
  trouble: Trouble;
  requests: { url: string; body: string; headers: Headers }[];
  methods: string[];
  /** Live rows. */
  rows(object: string): Row[];
  row(id: string): Row | undefined;
  insert(object: string, values: Record<string, Cell>): string;
  write(id: string, values: Record<string, Cell>): void;
  remove(id: string): void;
  /** How many people were told of something. */
  told(): number;
  /** The next writing request is refused with this. */
  refuseNext(status: number, complaint: unknown): void;
}

export const ORG = '00D000000000001';
export const users: Record<string, { id: string; name: string; email: string }> = {
  'token-of-rita': { id: '005000000000001AAA', name: 'Rita Rep', email: 'rita@own.example' },
  'token-of-max': { id: '005000000000002AAA', name: 'Max Mate', email: 'max@own.example' },
};

class Complaint extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly fields: string[] = [],
  ) {
    super(message);
  }
}

/**
 * A Salesforce org that speaks its wire: SOQL, sObjects, composite batch, graph and collections. Nothing is unique in it,
 * dates know whole seconds, and ids of the same second have an order only because it is one server.
 */
export function fakeSalesforce(options: FakeSalesforceOptions = {}): FakeSalesforce {
  const { emailMessages = true, callObject = true, eventKey = false, sharedActivities = false } = options;
  const origin = 'https://acme.my.salesforce.com';
  const base = '/services/data/v62.0';
  const tables = new Map<string, Map<string, Row>>();
  const methods: string[] = [];
  let counter = 0;
  let toldCount = 0;
  let refusal: { status: number; complaint: unknown } | undefined;

  const missing = (object: string): boolean => object === 'EmailMessage' && !emailMessages;
  const hidden = (object: string, field: string): boolean =>
    (field === 'CallObject' && !callObject) ||
    (field === 'Sidelog_Key__c' && !(object === 'Event' && eventKey)) ||
    ((field === 'TaskWhoIds' || field === 'EventWhoIds') && !sharedActivities);
  const table = (object: string): Map<string, Row> => {
    const found = tables.get(object) ?? new Map<string, Row>();
    tables.set(object, found);
    return found;
  };
  const objectOf = (id: string) => Object.entries(prefixes).find(([, prefix]) => id.startsWith(prefix))?.[0];
  const find = (id: string): Row | undefined => table(objectOf(id) ?? '').get(id);
  const stamp = () => `${new Date().toISOString().slice(0, 19)}.000+0000`;

  table('TaskStatus').set('s1', { ApiName: 'Open', IsClosed: false, SortOrder: 1, IsDeleted: false });
  table('TaskStatus').set('s2', { ApiName: 'Erledigt', IsClosed: true, SortOrder: 2, IsDeleted: false });
  for (const { id, name, email } of Object.values(users)) {
    table('User').set(id, {
      Id: id,
      Name: name,
      Email: email,
      UserRoleId: `role of ${name}`,
      IsDeleted: false,
    });
  }

  const insert = (
    object: string,
    values: Record<string, Cell>,
    owner = users['token-of-rita']?.id ?? '',
  ): string => {
    counter += 1;
    const id = `${prefixes[object]}${String(counter).padStart(12, '0')}AAA`;
    const row: Row = {
      Id: id,
      CreatedDate: stamp(),
      CreatedById: owner,
      SystemModstamp: stamp(),
      IsDeleted: false,
      ...(readable[object]?.includes('OwnerId') ? { OwnerId: owner } : {}),
      ...values,
    };
    if (object === 'Task') {
      row.OwnerId = values.OwnerId ?? owner;
      row.Status = values.Status ?? 'Open';
    }
    table(object).set(id, row);
    derive(object, row);
    return id;
  };
  const derive = (object: string, row: Row): void => {
    if (object === 'Contact') row.Name = [row.FirstName, row.LastName].filter(Boolean).join(' ');
    if (object === 'Task') row.IsClosed = row.Status === 'Erledigt';
    if (object === 'Lead') row.IsConverted ??= false;
  };
  const write = (id: string, values: Record<string, Cell>): void => {
    const row = find(id);
    if (!row || row.IsDeleted) throw new Complaint(404, 'ENTITY_IS_DELETED', 'entity is deleted');
    Object.assign(row, values, { SystemModstamp: stamp() });
    derive(objectOf(id) ?? '', row);
  };
  const remove = (id: string): void => {
    const row = find(id);
    if (!row || row.IsDeleted) throw new Complaint(404, 'ENTITY_IS_DELETED', 'entity is deleted');
    row.IsDeleted = true;
    row.SystemModstamp = stamp();
  };

  const checkWrite = (object: string, values: Record<string, Cell>, owner: string): void => {
    if (missing(object)) throw new Complaint(404, 'NOT_FOUND', 'The requested resource does not exist');
    const unknown = Object.keys(values).find((field) => hidden(object, field));
    if (unknown)
      throw new Complaint(400, 'INVALID_FIELD', `No such column '${unknown}' on sobject of type ${object}`);
    const wrong = wrongWith(object, values);
    if (wrong) throw new Complaint(400, 'INVALID_FIELD', wrong);
    if (object === 'EmailMessage' && options.readOnlyMail) {
      throw new Complaint(403, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
    }
    for (const [name, value] of Object.entries(values)) {
      const field = writable[object]?.[name];
      const ids = field?.type === 'id' ? [String(value)] : field?.type === 'ids' ? (value as string[]) : [];
      for (const id of ids) {
        if (id.startsWith('005')) continue;
        if (!/^[A-Za-z0-9]{15,18}$/.test(id))
          throw new Complaint(400, 'MALFORMED_ID', `bad id ${id}`, [name]);
        const target = find(id);
        if (!target)
          throw new Complaint(400, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [name]);
        if (target.IsDeleted) throw new Complaint(400, 'ENTITY_IS_DELETED', 'entity is deleted', []);
      }
    }
    if (object === 'Contact' && !values.LastName && values.Email) {
      throw new Complaint(400, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [LastName]', [
        'LastName',
      ]);
    }
    if (values.OwnerId && values.OwnerId !== owner) toldCount += 1;
  };
  const create = (object: string, values: Record<string, Cell>, owner: string): string => {
    checkWrite(object, values, owner);
    const id = insert(object, values, owner);
    if (object === 'EmailMessage') {
      // Salesforce shows a mail in the timeline by a task of its own.
      const task = insert(
        'Task',
        { Subject: values.Subject ?? '', Status: 'Erledigt', TaskSubtype: 'Email' },
        owner,
      );
      write(id, { ActivityId: task });
    }
    return id;
  };

  const query = (soql: string, deleted: boolean): unknown => {
    const { fields, from, where, orderBy, limit, filtered } = parseQuery(soql, Date.now());
    if (missing(from) || !(from in readable)) {
      throw new Complaint(400, 'INVALID_TYPE', `sObject type '${from}' is not supported.`);
    }
    const known = [...common, ...(readable[from] ?? []), ...Object.keys(writable[from] ?? {})];
    for (const field of [...fields, ...filtered, ...orderBy.map((each) => each.field)]) {
      if (/^(COUNT|MAX)\(/.test(field)) continue;
      if (!known.includes(field) || hidden(from, field)) {
        throw new Complaint(400, 'INVALID_FIELD', `No such column '${field}' on entity '${from}'.`);
      }
    }
    const barred = filtered.find((field) => unfilterable.includes(field));
    if (barred)
      throw new Complaint(400, 'INVALID_FIELD', `field '${barred}' can not be filtered in a query call`);
    const rows = [...table(from).values()]
      .filter((row) => deleted || !row.IsDeleted)
      .filter((row) => !where || where(row));
    if (fields.some((field) => field.startsWith('COUNT('))) {
      const newest =
        rows
          .map((row) => String(row.SystemModstamp))
          .sort()
          .at(-1) ?? null;
      return { totalSize: 1, done: true, records: [{ total: rows.length, newest }] };
    }
    rows.sort((a, b) => {
      for (const { field, down } of orderBy) {
        const [x, y] = [String(a[field] ?? ''), String(b[field] ?? '')];
        if (x !== y) return (x < y ? -1 : 1) * (down ? -1 : 1);
      }
      return 0;
    });
    const page = rows.slice(0, Math.min(limit, 2000));
    return {
      totalSize: Math.min(rows.length, limit),
      done: rows.length <= 2000 || limit <= 2000,
      records: page.map((row) => shown(row, fields)),
    };
  };
  const shown = (row: Row, fields: string[]): Record<string, unknown> =>
    Object.fromEntries(
      fields.map((field): [string, unknown] => {
        if (field === 'Account.Name') {
          const account = row.AccountId ? find(String(row.AccountId)) : undefined;
          return ['Account', account ? { Name: account.Name } : null];
        }
        if (field === 'EmailMessageRelations') {
          const ids = [...(table('EmailMessageRelation')?.values() ?? [])]
            .filter((each) => each.EmailMessageId === row.Id)
            .map(({ RelationId }) => ({ RelationId }));
          return [field, ids.length ? { records: ids } : null];
        }
        if (field === 'OpportunityContactRoles') {
          const roles = (row.roles as string[] | undefined) ?? [];
          return [field, roles.length ? { records: roles.map((ContactId) => ({ ContactId })) } : null];
        }
        return [field, row[field] ?? null];
      }),
    );

  const problem = (error: unknown) => {
    if (error instanceof Complaint) {
      const { status, code, message, fields } = error;
      return { status, body: [{ errorCode: code, message, ...(fields.length ? { fields } : {}) }] };
    }
    if (error instanceof QueryError)
      return { status: 400, body: [{ errorCode: error.code, message: error.message }] };
    throw error;
  };
  const graph = (
    {
      graphId,
      compositeRequest,
    }: {
      graphId: string;
      compositeRequest: { method: string; url: string; referenceId: string; body: Record<string, Cell> }[];
    },
    owner: string,
  ): unknown => {
    const before = structuredClone(tables);
    const made = new Map<string, string>();
    const responses: unknown[] = [];
    for (const [index, { method, url, referenceId, body }] of compositeRequest.entries()) {
      try {
        const object = new RegExp(`^${base}/sobjects/(\\w+)$`).exec(url)?.[1];
        if (method !== 'POST' || !object) throw new Complaint(405, 'METHOD_NOT_ALLOWED', 'no');
        const values = Object.fromEntries(
          Object.entries(body).map(([name, value]): [string, Cell] => {
            const ref = typeof value === 'string' ? /^@\{(\w+)\.id\}$/.exec(value)?.[1] : undefined;
            return [name, ref ? (made.get(ref) ?? value) : value];
          }),
        );
        const id = create(object, values, owner);
        made.set(referenceId, id);
        responses.push({
          body: { id, success: true, errors: [] },
          httpHeaders: {},
          httpStatusCode: 201,
          referenceId,
        });
      } catch (error) {
        const { status, body: complaint } = problem(error);
        tables.clear();
        for (const [name, rows] of before) tables.set(name, rows);
        const halted = [
          {
            errorCode: 'PROCESSING_HALTED',
            message:
              'The transaction was rolled back since another operation in the same transaction failed.',
          },
        ];
        return {
          graphId,
          isSuccessful: false,
          graphResponse: {
            compositeResponse: compositeRequest.map((each, position) => ({
              body: position === index ? complaint : halted,
              httpHeaders: {},
              httpStatusCode: position === index ? status : 400,
              referenceId: each.referenceId,
            })),
          },
        };
      }
    }
    return { graphId, isSuccessful: true, graphResponse: { compositeResponse: responses } };
  };

  const answer = (
    method: string,
    url: URL,
    body: unknown,
    me: { id: string },
  ): { status: number; body: unknown } => {
    const path = url.pathname;
    if (method === 'GET' && path === '/services/oauth2/userinfo') {
      return { status: 200, body: { user_id: me.id, organization_id: `${ORG}AAA` } };
    }
    if (method === 'GET' && (path === `${base}/query` || path === `${base}/queryAll`)) {
      return { status: 200, body: query(url.searchParams.get('q') ?? '', path.endsWith('queryAll')) };
    }
    if (method === 'POST' && path === `${base}/composite/batch`) {
      const { batchRequests } = body as { batchRequests: { method: string; url: string }[] };
      if (batchRequests.length > 25) throw new Complaint(400, 'LIMIT_EXCEEDED', 'too many');
      const results = batchRequests.map((each) => {
        try {
          const inner = answer(each.method, new URL(`/services/data/${each.url}`, origin), undefined, me);
          return { statusCode: inner.status, result: inner.body };
        } catch (error) {
          const { status, body: complaint } = problem(error);
          return { statusCode: status, result: complaint };
        }
      });
      return { status: 200, body: { hasErrors: results.some((each) => each.statusCode >= 400), results } };
    }
    if (method === 'POST' && path === `${base}/composite/graph`) {
      const { graphs } = body as { graphs: Parameters<typeof graph>[0][] };
      if (graphs.length > 75) throw new Complaint(400, 'LIMIT_EXCEEDED', 'too many');
      return { status: 200, body: { graphs: graphs.map((each) => graph(each, me.id)) } };
    }
    if (method === 'DELETE' && path === `${base}/composite/sobjects`) {
      const ids = (url.searchParams.get('ids') ?? '').split(',');
      return {
        status: 200,
        body: ids.map((id) => {
          try {
            remove(id);
            return { id, success: true, errors: [] };
          } catch (error) {
            const [complaint] = problem(error).body;
            return {
              success: false,
              errors: [{ statusCode: complaint?.errorCode, message: '', fields: [] }],
            };
          }
        }),
      };
    }
    const [, object, id] = new RegExp(`^${base}/sobjects/(\\w+)(?:/(\\w+))?$`).exec(path) ?? [];
    if (object && id === 'describe') return { status: 200, body: describeObject(object) };
    if (method === 'POST' && object && !id) {
      return {
        status: 201,
        body: { id: create(object, body as Record<string, Cell>, me.id), success: true, errors: [] },
      };
    }
    if (method === 'PATCH' && object && id) {
      checkWrite(object, body as Record<string, Cell>, me.id);
      write(id, body as Record<string, Cell>);
      return { status: 204, body: null };
    }
    throw new Complaint(404, 'NOT_FOUND', 'The requested resource does not exist');
  };
  const describeObject = (object: string): unknown => {
    if (missing(object)) throw new Complaint(404, 'NOT_FOUND', 'The requested resource does not exist');
    const field = (name: string, more: object = {}) => ({
      name,
      label: name,
      type: 'string',
      nillable: true,
      createable: true,
      defaultedOnCreate: false,
      picklistValues: [],
      ...more,
    });
    return {
      name: object,
      label: object,
      fields: [
        field('Id', { type: 'id', createable: false, nillable: false }),
        ...Object.keys(writable[object] ?? {})
          .filter((name) => name !== 'Type' && name !== 'LeadSource')
          .map((name) => field(name)),
        ...(writable[object]?.Type
          ? [
              field('Type', {
                type: 'picklist',
                picklistValues: [{ active: true, label: 'Demo', value: 'Demo' }],
              }),
            ]
          : []),
        field('Seats__c', { type: 'double' }),
        field('Until__c', { type: 'date' }),
        field('At__c', { type: 'datetime' }),
        field('Note__c', { length: 20 }),
        ...(object === 'Contact'
          ? [
              field('LeadSource', {
                type: 'picklist',
                picklistValues: [{ active: true, label: 'Mail', value: 'Mail' }],
              }),
            ]
          : []),
        field('Vip__c', { type: 'boolean', nillable: false }),
        field('Region__c', {
          type: 'picklist',
          nillable: false,
          picklistValues: [
            { active: true, label: 'North', value: 'N' },
            { active: false, label: 'Old', value: 'O' },
          ],
        }),
      ],
    };
  };

  const writes = (url: string): boolean =>
    /\/composite\/(graph|sobjects)|\/sobjects\/\w+(\/\w{15,18})?$/.test(url);
  const serve: typeof fetch = async (input, init) => {
    const url = new URL(String(input));
    const method = init?.method ?? 'GET';
    methods.push(`${method} ${url.pathname}`);
    const me = users[/^Bearer (.+)$/.exec(new Headers(init?.headers).get('authorization') ?? '')?.[1] ?? ''];
    const json = (status: number, body: unknown) =>
      status === 204
        ? new Response(null, { status })
        : new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
    if (!me) return json(401, [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]);
    if (refusal && writes(String(input)) && method !== 'GET') {
      const { status, complaint } = refusal;
      refusal = undefined;
      return json(status, complaint);
    }
    try {
      const given = answer(method, url, init?.body ? JSON.parse(String(init.body)) : undefined, me);
      return json(given.status, given.body);
    } catch (error) {
      const { status, body } = problem(error);
      return json(status, body);
    }
  };
  const { fetch: troubledFetch, trouble, requests } = troubled(serve, writes);
  return {
    origin,
    fetch: troubledFetch,
    trouble,
    requests,
    methods,
    rows: (object) => [...table(object).values()].filter((row) => !row.IsDeleted),
    row: (id) => {
      const row = find(id);
      return row && !row.IsDeleted ? row : undefined;
    },
    insert,
    write,
    remove,
    told: () => toldCount,
    refuseNext: (status, complaint) => {
      refusal = { status, complaint };
    },
  };
}
