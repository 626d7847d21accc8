import { type Trouble, troubled } from './trouble';

export const users: Record<string, { id: string; name: string; email: string }> = {
  'token-of-rita': {
    id: '11111111-0000-4000-8000-000000000001',
    name: 'Rita Rep',
    email: 'rita@own.example',
  },
  'token-of-max': { id: '11111111-0000-4000-8000-000000000002', name: 'Max Mate', email: 'max@own.example' },
};

type Row = Record<string, unknown>;

const keys: Record<string, string> = {
  contacts: 'contactid',
  accounts: 'accountid',
  opportunities: 'opportunityid',
  emails: 'activityid',
  appointments: 'activityid',
  phonecalls: 'activityid',
  tasks: 'activityid',
};
const about = (type: string) =>
  ['contact', 'account', 'opportunity'].map((what) => `regardingobjectid_${what}_${type}@odata.bind`);
const state = ['statecode', 'statuscode'];
/**
 * Dataverse describes itself only to who is signed in ($metadata), so this is our own list: for each table, every column
 * that a connector may write. An appointment has no parties: attendees are whom synchronisation invites.
 */
export const writable: Record<string, string[]> = {
  contacts: [
    'firstname',
    'lastname',
    'emailaddress1',
    'parentcustomerid_account@odata.bind',
    'telephone1',
    'telephone2',
    'mobilephone',
    'jobtitle',
    'websiteurl',
    'address1_line1',
    'leadsourcecode',
  ],
  accounts: ['name', 'websiteurl'],
  emails: [
    ...state,
    ...about('email'),
    'subject',
    'description',
    'directioncode',
    'actualend',
    'messageid',
    'email_activity_parties',
  ],
  appointments: [
    ...state,
    ...about('appointment'),
    'subject',
    'description',
    'scheduledstart',
    'scheduledend',
    'isalldayevent',
    'location',
  ],
  phonecalls: [
    ...state,
    ...about('phonecall'),
    'subject',
    'description',
    'directioncode',
    'actualstart',
    'actualend',
    'actualdurationminutes',
    'phonecall_activity_parties',
  ],
  tasks: [...state, ...about('task'), 'subject', 'description', 'scheduledend'],
};

/** What the organisation made itself, in every table that is written, and what describes it. */
const custom: Record<string, string> = {
  cr123_region: 'PicklistType',
  cr123_tags: 'MultiSelectPicklistType',
  cr123_seats: 'IntegerType',
  cr123_until: 'DateTimeType',
  cr123_at: 'DateTimeType',
  cr123_vip: 'BooleanType',
  cr123_note: 'StringType',
};
const wrongType = (type: string, value: unknown): boolean =>
  type === 'BooleanType'
    ? typeof value !== 'boolean'
    : /^(PicklistType|IntegerType)$/.test(type)
      ? !Number.isInteger(value)
      : typeof value !== 'string';
const label = (Label: string) => ({ UserLocalizedLabel: { Label } });

/** `EntityDefinitions`: what each column is, the choices, and which dates are days. */
function described(table: string, cast: string | undefined): unknown[] {
  const choices = (type: string) =>
    Object.keys(custom)
      .filter((name) => custom[name] === type)
      .map((LogicalName) => ({
        LogicalName,
        OptionSet: { Options: [{ Value: 100000001, Label: label('North') }] },
      }));
  switch (cast) {
    case undefined: {
      const column = (LogicalName: string, type: string, required: string, isCustom: boolean) => ({
        LogicalName,
        AttributeType: type.replace(/Type$/, ''),
        AttributeTypeName: { Value: type },
        RequiredLevel: { Value: required },
        IsCustomAttribute: isCustom,
        IsValidForCreate: true,
        DisplayName: label(isCustom ? `My ${LogicalName}` : LogicalName),
      });
      return [
        column('subject', 'StringType', 'ApplicationRequired', false),
        column('ownerid', 'OwnerType', 'SystemRequired', false),
        column('msdyn_x', 'StringType', 'None', true),
        ...(['email', 'appointment', 'phonecall', 'task'].includes(table)
          ? [column('category', 'StringType', 'None', false)]
          : [column('leadsourcecode', 'PicklistType', 'ApplicationRequired', false)]),
        ...Object.entries(custom).map(([name, type]) =>
          column(name, type, name === 'cr123_region' ? 'ApplicationRequired' : 'None', true),
        ),
      ];
    }
    case 'PicklistAttributeMetadata':
      return [...choices('PicklistType'), { ...choices('PicklistType')[0], LogicalName: 'leadsourcecode' }];
    case 'StringAttributeMetadata':
      return [{ LogicalName: 'cr123_note', MaxLength: 20 }];
    case 'MultiSelectPicklistAttributeMetadata':
      return choices('MultiSelectPicklistType');
    default:
      return ['cr123_until', 'cr123_at'].map((LogicalName) => ({
        LogicalName,
        DateTimeBehavior: { Value: LogicalName === 'cr123_until' ? 'DateOnly' : 'UserLocal' },
      }));
  }
}

export interface FakeDynamics {
  origin: string;
  fetch: typeof fetch;
  trouble: Trouble;
  requests: { url: string; body: string; headers: Headers }[];
  calls: { method: string; path: string; body: Row; headers: Headers }[];
  row(table: string, id: string): Row | undefined;
  rows(table: string): Row[];
  insert(table: string, values: Row): string;
  write(table: string, id: string, values: Row): void;
  remove(table: string, id: string): void;
  /** Which teams a user is in. */
  teams: Map<string, string[]>;
  /** Forgets what change tracking knew: its links do not work any more. */
  forgetChanges(): void;
}

class Complaint extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** As much of an OData filter as a connector needs, read strictly. */
function parseFilter(filter: string): (row: Row) => boolean {
  const tokens =
    filter
      .match(/'(?:[^']|'')*'|\d{4}-\d\d-\d\dT[\d:.]+Z|[A-Za-z0-9_.-]+|[()[\],=]|\s+|./gs)
      ?.filter((token) => token.trim() !== '') ?? [];
  let at = 0;
  const take = (wanted?: string): string => {
    const token = tokens[at];
    at += 1;
    if (token === undefined || (wanted !== undefined && token !== wanted)) {
      throw new Complaint(400, '0x80060888', `syntax error at ${at}`);
    }
    return token;
  };
  const literal = (token: string): unknown => {
    if (token.startsWith("'") && token.endsWith("'") && token.length > 1)
      return token.slice(1, -1).replaceAll("''", "'");
    return /^\d+$/.test(token) ? Number(token) : token;
  };
  const same = (a: unknown, b: unknown) => String(a ?? '').toLowerCase() === String(b).toLowerCase();
  const term = (): ((row: Row) => boolean) => {
    const word = take();
    if (word === '(') {
      const inner = either();
      take(')');
      return inner;
    }
    if (word === 'contains') {
      take('(');
      const field = take();
      take(',');
      const value = String(literal(take())).toLowerCase();
      take(')');
      return (row) =>
        String(row[field] ?? '')
          .toLowerCase()
          .includes(value);
    }
    if (word === 'Microsoft.Dynamics.CRM.In') {
      for (const each of ['(', 'PropertyName', '=']) take(each);
      const field = String(literal(take()));
      for (const each of [',', 'PropertyValues', '=', '[']) take(each);
      const values: unknown[] = [literal(take())];
      while (tokens[at] === ',') {
        take(',');
        values.push(literal(take()));
      }
      take(']');
      take(')');
      return (row) => values.some((value) => same(row[field], value));
    }
    const compare = take();
    if (compare === 'ge' || compare === 'gt') {
      const value = take();
      return (row) => String(row[word] ?? '') > value || (compare === 'ge' && row[word] === value);
    }
    if (compare !== 'eq') throw new Complaint(400, '0x80060888', `syntax error at ${at}`);
    const value = literal(take());
    return (row) => same(row[word], value);
  };
  const both = (): ((row: Row) => boolean) => {
    const parts = [term()];
    while (tokens[at] === 'and' && take('and')) parts.push(term());
    return (row) => parts.every((part) => part(row));
  };
  const either = (): ((row: Row) => boolean) => {
    const parts = [both()];
    while (tokens[at] === 'or' && take('or')) parts.push(both());
    return (row) => parts.some((part) => part(row));
  };
  const whole = either();
  if (at < tokens.length) throw new Complaint(400, '0x80060888', 'syntax error');
  return whole;
}

/** A Dataverse organisation that speaks its wire: ids of the client's own are unique, nothing else is. */
export function fakeDynamics(): FakeDynamics {
  const origin = 'https://acme.crm4.dynamics.com';
  const tables = new Map<string, Map<string, Row>>();
  let log: { table: string; id: string }[] = [];
  let floor = 0;
  const calls: FakeDynamics['calls'] = [];
  const teams: FakeDynamics['teams'] = new Map();
  let counter = 0;
  const table = (name: string): Map<string, Row> => {
    const found = tables.get(name) ?? new Map<string, Row>();
    tables.set(name, found);
    return found;
  };
  const changed = (name: string, id: string): void => {
    log.push({ table: name, id });
  };
  const missing = () => new Complaint(404, '0x80040217', 'Does Not Exist');
  const bound = (values: Row): Row => {
    const plain: Row = {};
    for (const [name, value] of Object.entries(values)) {
      const match = /^\/(\w+)\(([0-9a-f-]{36})\)$/.exec(String(value));
      if (!name.endsWith('@odata.bind')) {
        plain[name] = value;
        continue;
      }
      if (!match?.[1] || !match[2]) throw new Complaint(400, '0x80048d19', 'Error identified in Payload');
      if (match[1] !== 'systemusers' && !table(match[1]).has(match[2])) throw missing();
      const bare = name.replace('@odata.bind', '');
      if (bare.startsWith('regarding'))
        plain['_regardingobjectid_value@Microsoft.Dynamics.CRM.lookuplogicalname'] = bare.split('_')[1];
      plain[
        bare.startsWith('regarding')
          ? '_regardingobjectid_value'
          : bare.startsWith('parentcustomer')
            ? '_parentcustomerid_value'
            : bare
      ] = match[2];
    }
    return plain;
  };
  const insert = (name: string, values: Row, id?: string, owner = users['token-of-rita']?.id): string => {
    counter += 1;
    const guid = id ?? `22222222-0000-4000-8000-${String(counter).padStart(12, '0')}`;
    const at = new Date().toISOString();
    const row: Row = {
      statecode: 0,
      statuscode: 1,
      createdon: `${at}${counter}`,
      modifiedon: at,
      _ownerid_value: owner,
      _createdby_value: owner,
      ...values,
    };
    row[keys[name] ?? ''] = guid;
    table(name).set(guid, row);
    derive(name, row);
    changed(name, guid);
    return guid;
  };
  const derive = (name: string, row: Row): void => {
    if (name === 'contacts') row.fullname = [row.firstname, row.lastname].filter(Boolean).join(' ');
  };
  const write = (name: string, id: string, values: Row): void => {
    const row = table(name).get(id);
    if (!row) throw missing();
    Object.assign(row, values, { modifiedon: new Date().toISOString() });
    derive(name, row);
    changed(name, id);
  };
  const remove = (name: string, id: string): void => {
    if (!table(name).delete(id)) throw missing();
    changed(name, id);
  };

  const patch = (name: string, id: string, body: Row, headers: Headers, me: string): void => {
    const unknown = Object.keys(body).find(
      (field) =>
        !writable[name]?.includes(field) &&
        !['category', 'subcategory'].includes(field) &&
        (!(field in custom) || wrongType(custom[field] ?? '', body[field])),
    );
    if (unknown) throw new Complaint(400, '0x80048d19', `Invalid property '${unknown}' was found in entity`);
    for (const party of [body.email_activity_parties, body.phonecall_activity_parties].flat()) {
      if (party) bound(party as Row);
    }
    const row = table(name).get(id);
    if (row) {
      if (headers.get('if-none-match') === '*') {
        throw new Complaint(412, '0x80060892', 'A record with matching key values already exists.');
      }
      const opens = body.statecode === 0 && name !== 'emails';
      if (keys[name] === 'activityid' && row.statecode !== 0 && !opens) {
        throw new Complaint(400, '0x80040224', 'This activity is completed and cannot be edited.');
      }
      write(name, id, bound(body));
    } else {
      if (headers.get('if-match') === '*') throw missing();
      insert(name, bound(body), id, me);
    }
  };

  const shown = (name: string, row: Row): Row => {
    const account =
      name === 'contacts' ? table('accounts').get(String(row._parentcustomerid_value)) : undefined;
    return account
      ? {
          ...row,
          '_parentcustomerid_value@OData.Community.Display.V1.FormattedValue': account.name,
          '_parentcustomerid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'account',
        }
      : row;
  };
  const PAGE = 2000;
  const tracked = (name: string, url: URL): unknown => {
    if (url.searchParams.has('$filter'))
      throw new Complaint(
        400,
        '0x80060888',
        'The query option "$filter" is not supported with change tracking.',
      );
    const link = (token: string) => `${origin}/api/data/v9.2/${name}?$select=x&${token}`;
    const skip = url.searchParams.get('$skiptoken');
    const delta = url.searchParams.get('$deltatoken');
    if (delta !== null) {
      if (Number(delta) < floor)
        throw new Complaint(400, '0x80044352', 'Version stamp associated with the client has expired.');
      const ids = [
        ...new Set(
          log
            .slice(Number(delta) - floor)
            .filter((each) => each.table === name)
            .map(({ id }) => id),
        ),
      ];
      const value = ids.map((id) => {
        const row = table(name).get(id);
        return row ? shown(name, row) : { '@odata.context': `${name}/$deletedEntity`, id, reason: 'deleted' };
      });
      return { value, '@odata.deltaLink': link(`$deltatoken=${floor + log.length}`) };
    }
    const [from = 0, version = floor + log.length] = (skip ?? '').split('-').filter(Boolean).map(Number);
    const all = [...table(name).values()];
    const value = all.slice(from, from + PAGE).map((row) => shown(name, row));
    return from + PAGE < all.length
      ? { value, '@odata.nextLink': link(`$skiptoken=${from + PAGE}-${version}`) }
      : { value, '@odata.deltaLink': link(`$deltatoken=${version}`) };
  };

  const answer = (
    method: string,
    url: URL,
    body: Row,
    headers: Headers,
    me: { id: string; name: string; email: string },
  ) => {
    const path = url.pathname.replace('/api/data/v9.2/', '');
    const definition =
      /^EntityDefinitions\(LogicalName='(\w+)'\)\/Attributes(?:\/Microsoft\.Dynamics\.CRM\.(\w+))?$/.exec(
        path,
      );
    if (definition && method === 'GET') return { value: described(definition[1] ?? '', definition[2]) };
    const [, name = '', id] = /^(\w+)(?:\(([0-9a-f-]{36})\))?$/.exec(path) ?? [];
    const member = /^systemusers\(([0-9a-f-]{36})\)\/teammembership_association$/.exec(path)?.[1];
    if (member) return { value: (teams.get(member) ?? []).map((teamid) => ({ teamid })) };
    if (path === 'WhoAmI') return { UserId: me.id, OrganizationId: '33333333-0000-4000-8000-000000000001' };
    if (name === 'systemusers') return { fullname: me.name, internalemailaddress: me.email };
    if (method === 'PATCH' && id && name in keys) {
      patch(name, id, body, headers, me.id);
      return null;
    }
    if (method === 'DELETE' && id && name in keys) {
      remove(name, id);
      return null;
    }
    if (method === 'GET' && id && name in keys) {
      const row = table(name).get(id);
      if (!row) throw missing();
      return row;
    }
    if (method === 'GET' && headers.get('prefer')?.includes('odata.track-changes')) return tracked(name, url);
    if (method === 'GET') {
      const types = { emails: 'email', appointments: 'appointment', phonecalls: 'phonecall', tasks: 'task' };
      const rows =
        name === 'activitypointers'
          ? Object.entries(types).flatMap(([each, type]) =>
              [...table(each).values()].map((row): Row => ({ ...row, activitytypecode: type })),
            )
          : [...table(name).values()];
      const filter = url.searchParams.get('$filter');
      const where = filter === null ? () => true : parseFilter(filter);
      const orders = (url.searchParams.get('$orderby') ?? '').split(',').filter(Boolean);
      const sorted = rows.filter(where).sort((a, b) => {
        for (const order of orders) {
          const [column = '', way] = order.split(' ');
          const [x, y] = [String(a[column] ?? ''), String(b[column] ?? '')];
          if (x !== y) return (x < y ? -1 : 1) * (way === 'desc' ? -1 : 1);
        }
        return 0;
      });
      return { value: sorted.slice(0, Number(url.searchParams.get('$top') ?? 5000)) };
    }
    throw new Complaint(404, '0x80060888', 'Resource not found for the segment');
  };

  const serve: typeof fetch = async (input, init) => {
    const url = new URL(String(input));
    const method = init?.method ?? 'GET';
    const headers = new Headers(init?.headers);
    const body = init?.body ? (JSON.parse(String(init.body)) as Row) : {};
    calls.push({ method, path: url.pathname.replace('/api/data/v9.2', ''), body, headers });
    const json = (status: number, given: unknown) =>
      given === null
        ? new Response(null, { status: 204 })
        : new Response(JSON.stringify(given), { status, headers: { 'content-type': 'application/json' } });
    const me = users[/^Bearer (.+)$/.exec(headers.get('authorization') ?? '')?.[1] ?? ''];
    // Dataverse says this without a body.
    if (!me) return new Response('', { status: 401 });
    try {
      return json(200, answer(method, url, body, headers, me));
    } catch (error) {
      if (!(error instanceof Complaint)) throw error;
      return json(error.status, { error: { code: error.code, message: error.message } });
    }
  };
  // Writes alone name a record without asking for columns.
  const writes = (url: string): boolean =>
    /\/(contacts|accounts|emails|appointments|phonecalls|tasks)\([0-9a-f-]{36}\)$/.test(url);
  const { fetch: troubledFetch, trouble, requests } = troubled(serve, writes);
  return {
    origin,
    fetch: troubledFetch,
    trouble,
    requests,
    calls,
    teams,
    row: (name, id) => table(name).get(id),
    rows: (name) => [...table(name).values()],
    insert,
    write,
    remove,
    forgetChanges: () => {
      floor += log.length;
      log = [];
      floor += 1;
    },
  };
}
