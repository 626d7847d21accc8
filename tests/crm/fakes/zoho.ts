import { type Cell, parseQuery, QueryError, type Row } from './salesforce-soql';
import { type Trouble, troubled } from './trouble';

export const users: Record<string, { id: string; name: string; email: string }> = {
  'token-of-rita': { id: '4150868000000225001', name: 'Rita Rep', email: 'rita@own.example' },
  'token-of-max': { id: '4150868000000225002', name: 'Max Mate', email: 'max@own.example' },
};

/**
 * Zoho publishes its record bodies as open objects, so this is our own list: for each module, every field that a
 * connector may write. No `Participants`, no `Remind_At`, no `Tag`.
 */
const activity = ['Description', 'Who_Id', 'What_Id', '$se_module'];
export const writable: Record<string, string[]> = {
  Contacts: [
    'First_Name',
    'Last_Name',
    'Email',
    'Account_Name',
    'Phone',
    'Other_Phone',
    'Mobile',
    'Title',
    'Mailing_Street',
    'Lead_Source',
  ],
  Accounts: ['Account_Name', 'Website', 'Industry'],
  Tasks: [...activity, 'Subject', 'Status', 'Due_Date', 'Send_Notification_Email'],
  Events: [
    ...activity,
    'Event_Title',
    'Start_DateTime',
    'End_DateTime',
    'All_day',
    'Venue',
    '$send_notification',
  ],
  Calls: [
    ...activity,
    'Subject',
    'Call_Type',
    'Outgoing_Call_Status',
    'Call_Start_Time',
    'Call_Duration',
    'Call_Purpose',
  ],
};
/** What the organisation made itself, in every module. */
const custom: Record<string, string> = {
  X_Region: 'picklist',
  X_Tags: 'multiselectpicklist',
  X_Seats: 'integer',
  X_Until: 'date',
  X_At: 'datetime',
  X_Vip: 'boolean',
  X_Note: 'text',
};
const sorting = /^(?:Status|Lead_Source|Industry)$/;
/** What must be said so that nobody gets a mail. */
const silent: Record<string, string> = { Tasks: 'Send_Notification_Email', Events: '$send_notification' };

export interface FakeZoho {
  origin: string;
  fetch: typeof fetch;
  trouble: Trouble;
  requests: { url: string; body: string; headers: Headers }[];
  methods: string[];
  rows(module: string): Row[];
  row(module: string, id: string): Row | undefined;
  insert(module: string, values: Record<string, Cell>): string;
  write(module: string, id: string, values: Record<string, Cell>): void;
  remove(module: string, id: string): void;
  /** Message-IDs that Zoho's own mailbox has. */
  mails: Set<string>;
  told(): number;
  refuseNext(status: number, body: unknown): void;
}

class Complaint extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly details: Record<string, unknown> = {},
    readonly status = 400,
  ) {
    super(message);
  }
}

/** A Zoho CRM that speaks its wire. Nothing is unique but what an upsert is told to look for. */
export function fakeZoho(): FakeZoho {
  const origin = 'https://www.zohoapis.eu';
  const tables = new Map<string, Map<string, Row>>();
  const deleted = new Map<string, { id: string; deleted_time: string }[]>();
  const mails = new Set<string>();
  const methods: string[] = [];
  let counter = 0;
  let toldCount = 0;
  let refusal: { status: number; body: unknown } | undefined;
  const table = (module: string): Map<string, Row> => {
    const found = tables.get(module) ?? new Map<string, Row>();
    tables.set(module, found);
    return found;
  };
  const stamp = () => `${new Date().toISOString().slice(0, 19)}+00:00`;
  const lookups = ['Who_Id', 'What_Id', 'Account_Name', 'Contact_Name', 'Created_By', 'Owner'];

  const derive = (module: string, row: Row): void => {
    if (module === 'Contacts') row.Full_Name = [row.First_Name, row.Last_Name].filter(Boolean).join(' ');
  };
  const insert = (
    module: string,
    values: Record<string, Cell>,
    owner = users['token-of-rita']?.id ?? '',
  ): string => {
    counter += 1;
    const id = `4150868000${String(counter).padStart(9, '0')}`;
    const row: Row = {
      id,
      Created_Time: stamp(),
      Modified_Time: stamp(),
      Owner: owner,
      Created_By: owner,
      ...values,
    };
    derive(module, row);
    table(module).set(id, row);
    return id;
  };
  const write = (module: string, id: string, values: Record<string, Cell>): void => {
    const row = table(module).get(id);
    if (!row) throw new Complaint('INVALID_DATA', 'the id given seems to be invalid', { api_name: 'id' });
    Object.assign(row, values, { Modified_Time: stamp() });
    derive(module, row);
  };
  const remove = (module: string, id: string): void => {
    if (!table(module).delete(id)) {
      throw new Complaint('INVALID_DATA', 'the id given seems to be invalid', { id });
    }
    deleted.set(module, [{ id, deleted_time: stamp() }, ...(deleted.get(module) ?? [])]);
  };
  /** As it comes in: lookups are objects. */
  const flat = (module: string, record: Record<string, unknown>): Record<string, Cell> => {
    const values: Record<string, Cell> = {};
    for (const [name, value] of Object.entries(record)) {
      if (name === 'id') continue;
      if (!writable[module]?.includes(name) && !(name in custom)) {
        throw new Complaint('INVALID_DATA', `unknown field ${name}`, { api_name: name });
      }
      if (
        typeof value === 'string' &&
        /(?:DateTime|_Time)$/.test(name) &&
        !/^\d{4}-\d\d-\d\dT[\d:]{8}[+-]\d\d:\d\d$/.test(value)
      ) {
        throw new Complaint('INVALID_DATA', 'invalid data', {
          api_name: name,
          expected_data_type: 'datetime',
        });
      }
      const id = value && typeof value === 'object' && 'id' in value ? String(value.id) : undefined;
      if (id !== undefined) {
        const kind = name === 'Who_Id' ? 'Contacts' : record.$se_module === 'Deals' ? 'Deals' : 'Accounts';
        if (!table(kind).has(id))
          throw new Complaint('INVALID_DATA', 'the related id given seems to be invalid', { api_name: name });
      }
      values[name] = id ?? (value as Cell);
    }
    const needed = silent[module];
    if (needed && record.id === undefined && record[needed] !== false) toldCount += 1;
    if ('Participants' in record) toldCount += 1;
    return values;
  };
  const item = (work: () => { id: string; action?: string }) => {
    try {
      const { id, action = 'insert' } = work();
      return { code: 'SUCCESS', status: 'success', message: 'record added', action, details: { id } };
    } catch (error) {
      if (!(error instanceof Complaint)) throw error;
      return { code: error.code, status: 'error', message: error.message, details: error.details };
    }
  };
  const items = (list: ReturnType<typeof item>[]) => {
    const failed = list.filter(({ status }) => status === 'error').length;
    return { status: failed === 0 ? 200 : failed === list.length ? 400 : 207, body: { data: list } };
  };

  const coql = (text: string): unknown => {
    const { fields, from, where, orderBy, limit } = parseQuery(text, Date.now());
    if (limit > 2000) throw new Complaint('LIMIT_EXCEEDED', 'limit');
    if (/ in \(([^)]*,){50}/i.test(text)) throw new Complaint('LIMIT_EXCEEDED', 'too many values');
    const rows = [...table(from).values()].filter((row) => !where || where(row));
    rows.sort((a, b) => {
      for (const { field, down } of orderBy) {
        const [x, y] = [String(a[field] ?? ''), String(b[field] ?? '')];
        if (x !== y) return (x < y ? -1 : 1) * (down ? -1 : 1);
      }
      return 0;
    });
    if (rows.length === 0) return null;
    return {
      data: rows.slice(0, limit).map((row) =>
        Object.fromEntries(
          fields.map((field): [string, unknown] => {
            if (field === 'Account_Name.Account_Name') {
              return [field, table('Accounts').get(String(row.Account_Name))?.Account_Name ?? null];
            }
            const value = row[field] ?? null;
            const isLookup = lookups.includes(field) && (field === 'Owner' || from !== 'Accounts');
            return [field, isLookup && value !== null ? { id: value } : value];
          }),
        ),
      ),
      info: { count: Math.min(rows.length, limit), more_records: rows.length > limit },
    };
  };

  const answer = (
    method: string,
    url: URL,
    body: Record<string, unknown>,
    me: { id: string; name: string; email: string },
    headers: Headers,
  ): { status: number; body: unknown } => {
    const path = url.pathname.replace('/crm/v8', '');
    const data = (body.data ?? []) as Record<string, unknown>[];
    const module = path.split('/')[1] ?? '';
    if (data.length > 100) throw new Complaint('LIMIT_EXCEEDED', 'too many');
    if (method === 'GET' && path === '/users') {
      return { status: 200, body: { users: [{ id: me.id, full_name: me.name, email: me.email }] } };
    }
    if (method === 'GET' && path === '/org')
      return { status: 200, body: { org: [{ id: '4150868000000000225' }] } };
    if (method === 'GET' && path === '/settings/fields') {
      const fields = (writable[url.searchParams.get('module') ?? ''] ?? []).map((name) => ({
        api_name: name,
        field_label: name.replaceAll('_', ' '),
        data_type: sorting.test(name) ? 'picklist' : 'text',
        system_mandatory: name === 'Subject',
        read_only: false,
        custom_field: false,
        pick_list_values: sorting.test(name)
          ? [{ display_value: 'Erledigt', actual_value: 'Completed' }]
          : [],
      }));
      const made = Object.entries(custom).map(([name, data_type]) => ({
        api_name: name,
        field_label: name.slice(2),
        data_type,
        system_mandatory: false,
        read_only: false,
        custom_field: true,
        length: data_type === 'text' ? 20 : 2,
        pick_list_values: /picklist/.test(data_type) ? [{ display_value: 'North', actual_value: 'N' }] : [],
      }));
      return { status: 200, body: { fields: [...fields, ...made] } };
    }
    if (method === 'GET' && path === '/settings/layouts') {
      const fields = ['Lead_Source', 'X_Region'].map((api_name) => ({ api_name, required: true }));
      const section = (names: typeof fields) => ({ sections: [{ fields: names }] });
      const contacts = url.searchParams.get('module') === 'Contacts';
      const layouts = [
        { status: 'active', ...section(contacts ? fields : [{ api_name: 'X_Region', required: false }]) },
        { status: 'inactive', ...section([{ api_name: 'X_Seats', required: true }]) },
      ];
      return { status: 200, body: { layouts } };
    }
    if (method === 'GET' && path === '/actions/email_available') {
      const there = mails.has(url.searchParams.get('orginal_message_id') ?? '');
      return there
        ? {
            status: 200,
            body: {
              available: true,
              record: { module: { api_name: 'Contacts', id: '1' }, id: '77', linked_record: null },
            },
          }
        : { status: 204, body: null };
    }
    if (method === 'POST' && path === '/coql') {
      const found = coql(String(body.select_query));
      return { status: found === null ? 204 : 200, body: found };
    }
    if (method === 'GET' && path.endsWith('/deleted')) {
      const since = Date.parse(headers.get('if-modified-since') ?? '');
      const all = (deleted.get(module) ?? []).filter((each) => Date.parse(each.deleted_time) >= since);
      const page = Number(url.searchParams.get('page') ?? 1);
      const part = all.slice((page - 1) * 200, page * 200);
      return part.length === 0
        ? { status: 204, body: null }
        : { status: 200, body: { data: part, info: { more_records: all.length > page * 200 } } };
    }
    if (!(module in writable))
      throw new Complaint('INVALID_MODULE', 'the module name given seems to be invalid');
    if (method === 'POST' && path.endsWith('/upsert')) {
      const [field = ''] = body.duplicate_check_fields as string[];
      return items(
        data.map((record) =>
          item(() => {
            const values = flat(module, record);
            const same = [...table(module).values()].find((row) => row[field] === values[field]);
            if (!same) return { id: insert(module, values, me.id) };
            write(module, String(same.id), values);
            return { id: String(same.id), action: 'update' };
          }),
        ),
      );
    }
    if (method === 'POST')
      return items(data.map((record) => item(() => ({ id: insert(module, flat(module, record), me.id) }))));
    if (method === 'PUT') {
      return items(
        data.map((record) =>
          item(() => {
            write(module, String(record.id), flat(module, record));
            return { id: String(record.id), action: 'update' };
          }),
        ),
      );
    }
    if (method === 'DELETE') {
      const ids = (url.searchParams.get('ids') ?? '').split(',');
      return items(
        ids.map((id) =>
          item(() => {
            remove(module, id);
            return { id };
          }),
        ),
      );
    }
    throw new Complaint(
      'INVALID_URL_PATTERN',
      'Please check if the URL trying to access is a correct one',
      {},
      404,
    );
  };

  const serve: typeof fetch = async (input, init) => {
    const url = new URL(String(input));
    const method = init?.method ?? 'GET';
    methods.push(`${method} ${url.pathname}`);
    const headers = new Headers(init?.headers);
    const json = (status: number, body: unknown) =>
      body === null
        ? new Response(null, { status })
        : new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
    const me = users[/^Zoho-oauthtoken (.+)$/.exec(headers.get('authorization') ?? '')?.[1] ?? ''];
    const complaint = (code: string, message: string, details = {}) => ({
      code,
      message,
      details,
      status: 'error',
    });
    if (!me) return json(401, complaint('INVALID_TOKEN', 'invalid oauth token'));
    if (refusal) {
      const { status, body } = refusal;
      refusal = undefined;
      return json(status, body);
    }
    try {
      const given = answer(method, url, init?.body ? JSON.parse(String(init.body)) : {}, me, headers);
      return json(given.status, given.body);
    } catch (error) {
      if (error instanceof Complaint)
        return json(error.status, complaint(error.code, error.message, error.details));
      if (error instanceof QueryError) return json(400, complaint('SYNTAX_ERROR', error.message));
      throw error;
    }
  };
  const writes = (url: string): boolean =>
    /\/crm\/v8\/(Contacts|Accounts|Tasks|Events|Calls)(\/upsert|\?|$)/.test(url);
  const { fetch: troubledFetch, trouble, requests } = troubled(serve, writes);
  return {
    origin,
    fetch: troubledFetch,
    trouble,
    requests,
    methods,
    mails,
    rows: (module) => [...table(module).values()],
    row: (module, id) => table(module).get(id),
    insert,
    write,
    remove,
    told: () => toldCount,
    refuseNext: (status, body) => {
      refusal = { status, body };
    },
  };
}
