import { NOTE, OdooError, OdooModels, type Row, TODO } from './odoo-models';
import { type Trouble, troubled } from './trouble';

/** What the fake's users log in with. */
export interface FakeUser {
  login: string;
  key: string;
  name: string;
}

export interface FakeOdoo {
  origin: string;
  fetch: typeof fetch;
  trouble: Trouble;
  models: OdooModels;
  requests: { url: string; body: string; headers: Headers }[];
  /** Adds somebody who can log in. */
  addUser(user: FakeUser): { uid: number; partner: number };
  /** Carries a request out as `fetch` does; nobody sees what it made before `commit`, which gives the answer. */
  begin: (input: string, init: RequestInit) => Promise<{ commit(): Response }>;
  /** Keys stop working. */
  signOut(): void;
  signIn(): void;
}

const databaseNames = ['acme', 'second'];
const DEBUG = 'Traceback (most recent call last):\n  …';

/**
 * An Odoo that speaks its wire: `/jsonrpc` up to 18, and `/json/2` from 19 on (`jsonRpc: false`: as in 20, where the
 * former is gone). `databases`: what its list shows; null: the list is hidden. `without` and `synced`: see `OdooModels`.
 */
export function fakeOdoo(
  version: 17 | 18 | 19 | 20,
  options: {
    databases?: string[] | null;
    json2?: boolean;
    without?: ('calendar' | 'crm')[];
    synced?: boolean;
  } = {},
): FakeOdoo {
  const models = new OdooModels(version, options);
  const databases = options.databases === undefined ? ['acme'] : options.databases;
  const json2 = options.json2 ?? version >= 19;
  const users = new Map<number, FakeUser & { partner: number }>();
  let signedOut = false;
  const origin = 'https://odoo.example';

  const userOf = (uid: unknown, key: unknown): number => {
    const user = users.get(Number(uid));
    if (signedOut || user?.key !== key) throw new OdooError('odoo.exceptions.AccessDenied', 'Access Denied');
    return Number(uid);
  };
  const known = (database: unknown): void => {
    if (!databaseNames.includes(String(database))) {
      throw new OdooError(
        'psycopg2.OperationalError',
        `connection to server at "127.0.0.1", port 5432 failed: FATAL:  database "${database}" does not exist\n`,
      );
    }
  };

  const rpc = (path: string, params: Record<string, unknown>): unknown => {
    if (path === '/web/webclient/version_info') return versionInfo(version);
    if (path === '/web/database/list') {
      if (databases === null) throw new OdooError('odoo.exceptions.AccessDenied', 'Access Denied');
      return databases;
    }
    const { service, method, args } = params as { service: string; method: string; args: unknown[] };
    if (service === 'common' && method === 'version') return versionInfo(version);
    if (service === 'common' && method === 'authenticate') {
      known(args[0]);
      const found = [...users].find(([, user]) => user.login === args[1] && user.key === args[2]);
      return found && !signedOut ? found[0] : false;
    }
    if (service === 'object' && method === 'execute_kw') {
      const [database, uid, key, model, name, positional, kwargs] = args as [
        string,
        number,
        string,
        string,
        string,
        unknown[],
        Record<string, unknown>,
      ];
      known(database);
      const named = { ...kwargs };
      if (name === 'create') named.vals_list = positional[0];
      else if (positional.length > 0) named.ids = positional[0];
      if (name === 'write') named.vals = positional[1];
      return call(models, userOf(uid, key), users, model, name, named);
    }
    throw new OdooError('builtins.KeyError', String(service));
  };

  const serve: typeof fetch = async (input, init) => {
    const url = new URL(String(input));
    const body: unknown = JSON.parse(String(init?.body ?? '{}'));
    if (json2 && url.pathname.startsWith('/json/2/')) {
      const [, , , model, method] = url.pathname.split('/');
      const headers = new Headers(init?.headers);
      // Seen on 19.0: before any key is looked at, and as a page.
      if (!databaseNames.includes(headers.get('x-odoo-database') ?? 'acme')) return page404();
      try {
        const key = /^bearer (.+)$/i.exec(headers.get('authorization') ?? '')?.[1];
        const found = [...users].find(([, user]) => user.key === key);
        if (!found || signedOut) throw new OdooError('werkzeug.exceptions.Unauthorized', 'Invalid apikey');
        const answer = transaction(models, writes(url.pathname, ''), () =>
          call(models, found[0], users, model!, method!, body as Record<string, unknown>),
        );
        return json(200, answer);
      } catch (error) {
        const { type, message } = odooError(error);
        return json(statusOf(type), { name: type, message, arguments: [message], context: {}, debug: DEBUG });
      }
    }
    const speaks = url.pathname.startsWith('/web/') || (url.pathname === '/jsonrpc' && version < 20);
    if (!speaks) return page404();
    const { id, params } = body as { id: number; params: Record<string, unknown> };
    try {
      return json(200, {
        jsonrpc: '2.0',
        id,
        result: transaction(models, writes('', JSON.stringify(params)), () => rpc(url.pathname, params)),
      });
    } catch (error) {
      const { type, message } = odooError(error);
      const data = { name: type, debug: DEBUG, message, arguments: [message], context: {} };
      return json(200, {
        jsonrpc: '2.0',
        id,
        error: { code: version >= 19 ? 0 : 200, message: 'Odoo Server Error', data },
      });
    }
  };

  const writes = (url: string, body: string): boolean =>
    /"(create|unlink|write|message_post|action_feedback)"/.test(body) ||
    /\/(create|unlink|write|message_post|action_feedback)$/.test(url);
  const { fetch: troubledFetch, trouble, requests } = troubled(serve, writes);
  return {
    origin,
    fetch: troubledFetch,
    trouble,
    models,
    requests,
    begin: async (input, init) => {
      const { answer, commit } = models.uncommitted(() => serve(input, init));
      const response = await answer;
      return {
        commit: () => {
          commit();
          return response;
        },
      };
    },
    addUser: (user) => {
      const partner = models.insert('res.partner', { name: user.name, email: user.login });
      const uid = models.insert('res.users', {
        name: user.name,
        login: user.login,
        email: user.login,
        partner_id: partner,
      });
      users.set(uid, { ...user, partner });
      return { uid, partner };
    },
    signOut: () => {
      signedOut = true;
    },
    signIn: () => {
      signedOut = false;
    },
  };
}

/** A method of a model, with its named arguments; refuses arguments that the real one does not have. */
function call(
  models: OdooModels,
  uid: number,
  users: Map<number, { partner: number }>,
  model: string,
  method: string,
  args: Record<string, unknown>,
): unknown {
  const { context, ids, ...named } = args as {
    context?: Record<string, unknown>;
    ids?: number[];
    [name: string]: unknown;
  };
  const archived = context?.active_test === false;
  const takes = (...names: string[]): void => {
    const unknown = Object.keys(named).find((name) => !names.includes(name));
    if (unknown) {
      throw new OdooError(
        models.major >= 19 ? 'werkzeug.exceptions.UnprocessableEntity' : 'builtins.TypeError',
        `got an unexpected keyword argument '${unknown}'`,
      );
    }
  };
  if (model === 'ir.model.data' && method === 'check_object_reference') {
    takes('module', 'xml_id');
    const known: Record<string, unknown> = {
      'mail mt_note': ['mail.message.subtype', NOTE],
      'mail mail_activity_data_todo': ['mail.activity.type', TODO],
    };
    const there = known[`${named.module} ${named.xml_id}`];
    if (there) return there;
    throw new OdooError('builtins.ValueError', `External ID not found in the system: ${named.xml_id}`);
  }
  if (model === 'res.users' && method === 'context_get') return { lang: 'en_US', tz: false, uid };
  if (models.major >= 19 && !models.tables.has(model)) {
    throw new OdooError('werkzeug.exceptions.NotFound', `the model '${model}' does not exist`);
  }
  models.table(model);
  switch (method) {
    case 'search_read':
    case 'search': {
      takes('domain', 'fields', 'order', 'limit', 'offset');
      const rows = sorted(models.search(model, named.domain, archived), named.order as string | undefined);
      const page = rows.slice(
        Number(named.offset ?? 0),
        named.limit ? Number(named.offset ?? 0) + Number(named.limit) : undefined,
      );
      return method === 'search'
        ? page.map((row) => row.id)
        : page.map((row) => models.read(model, row, (named.fields as string[]) ?? []));
    }
    case 'fields_get':
      takes('allfields', 'attributes');
      return models.describe(model, named.allfields as string[] | undefined);
    case 'search_count':
      takes('domain');
      return models.search(model, named.domain, archived).length;
    case 'read':
      takes('fields');
      return (ids ?? [])
        .map((id) => models.table(model).get(id))
        .filter((row) => row !== undefined)
        .map((row) => models.read(model, row, (named.fields as string[]) ?? []));
    case 'create': {
      takes('vals_list');
      const list = named.vals_list as Record<string, unknown>[];
      return list.map((given) => {
        const values: Record<string, unknown> = { ...given, create_uid: uid };
        if (model === 'mail.message') models.existing(String(values.model), Number(values.res_id));
        if (model === 'mail.activity') return createActivity(models, uid, users, context, values);
        if (model === 'calendar.event') return createEvent(models, users.get(uid)?.partner, context, values);
        const id = models.insert(model, values);
        const salesperson = model === 'res.partner' ? users.get(Number(values.user_id))?.partner : undefined;
        if (salesperson !== undefined && values.user_id !== uid)
          models.notified.push({ follower: salesperson, message: id });
        return id;
      });
    }
    case 'write':
      takes('vals');
      if (model === 'calendar.event') tellOfEvent(models, users.get(uid)?.partner, context, ids ?? []);
      return models.write(model, ids ?? [], named.vals as Record<string, unknown>);
    case 'unlink':
      takes();
      return models.unlink(model, ids ?? []);
    case 'message_post': {
      const { subtype_xmlid: subtype, partner_ids: partners, body_is_html: _, ...values } = named;
      const author = users.get(uid)?.partner;
      const id = models.post(
        model,
        ids![0]!,
        { author_id: author, ...values, body: String(values.body ?? '') },
        subtype === 'mail.mt_note' ? NOTE : 1,
      );
      for (const partner of (partners as number[]) ?? [])
        models.notified.push({ follower: partner, message: id });
      return models.major >= 19 ? [id] : id;
    }
    case 'action_feedback':
      takes('feedback');
      return models.unlink(model, ids ?? []) && 1;
    default:
      throw new OdooError('builtins.AttributeError', `'${model}' object has no attribute '${method}'`);
  }
}

/** As the real one: needs a model and a record, knows its model by the context too, and tells a user who is another. */
function createActivity(
  models: OdooModels,
  uid: number,
  users: Map<number, { partner: number }>,
  context: Record<string, unknown> | undefined,
  values: Record<string, unknown>,
): number {
  const about = String(values.res_model ?? context?.default_res_model ?? '');
  if (!about) throw new OdooError('odoo.exceptions.ValidationError', 'Missing required value: res_model_id');
  models.existing(about, Number(values.res_id));
  const today = new Date(models.now).toISOString().slice(0, 10);
  const user = Number(values.user_id ?? uid);
  const id = models.insert('mail.activity', {
    date_deadline: today,
    activity_type_id: TODO,
    ...values,
    user_id: user,
    res_model: about,
  });
  const partner = users.get(user)?.partner;
  if (user !== uid && partner !== undefined) models.notified.push({ follower: partner, message: id });
  if (partner !== undefined)
    models.followers.push({ partner: Number(values.res_id), follower: partner, subtypes: [] });
  return id;
}

/**
 * As the real one: every partner is an attendee unless attendees are given, attendees are invited unless the context
 * says no, and the deal that it is created with is posted on. `attendees` is kept as partners' numbers.
 */
function createEvent(
  models: OdooModels,
  own: number | undefined,
  context: Record<string, unknown> | undefined,
  values: Record<string, unknown>,
): number {
  const commands = (name: string) => (values[name] ?? []) as [number, number, unknown][];
  const partners = commands('partner_ids').flatMap(([, , ids]) => ids as number[]);
  const given = commands('attendee_ids').map(([, , row]) => (row as { partner_id: number }).partner_id);
  const deal = values.opportunity_id;
  const id = models.insert('calendar.event', {
    ...values,
    partner_ids: partners,
    attendee_ids: given.length > 0 ? given : partners,
  });
  tellOfEvent(models, own, context, [id]);
  if (typeof deal === 'number') models.post('crm.lead', deal, { body: '<p>Meeting scheduled</p>' }, NOTE);
  return id;
}

function tellOfEvent(
  models: OdooModels,
  own: number | undefined,
  context: Record<string, unknown> | undefined,
  ids: number[],
): void {
  if (context?.no_mail_to_attendees) return;
  for (const id of ids) {
    for (const partner of models.existing('calendar.event', id).attendee_ids as number[]) {
      if (partner !== own) models.notified.push({ follower: partner, message: id });
    }
  }
}

function sorted(rows: Row[], order = 'id'): Row[] {
  const keys = order.split(',').map((part) => part.trim().split(' '));
  return [...rows].sort((a, b) => {
    for (const [field, direction] of keys) {
      const difference = Number(a[field!] ?? 0) - Number(b[field!] ?? 0);
      if (difference !== 0) return direction === 'desc' ? -difference : difference;
    }
    return a.id - b.id;
  });
}

/** All or nothing, as each request of Odoo's is a transaction. */
function transaction<T>(models: OdooModels, writing: boolean, work: () => T): T {
  if (!writing) return work();
  const before = new Map([...models.tables].map(([name, table]) => [name, new Map(table)]));
  try {
    return work();
  } catch (error) {
    for (const [name, table] of before) models.tables.set(name, table);
    throw error;
  }
}

function odooError(error: unknown): OdooError {
  return error instanceof OdooError ? error : new OdooError('builtins.Exception', String(error));
}

function statusOf(type: string): number {
  if (type === 'werkzeug.exceptions.Unauthorized') return 401;
  if (type === 'odoo.exceptions.AccessDenied' || type === 'odoo.exceptions.AccessError') return 403;
  if (type === 'odoo.exceptions.MissingError' || type === 'werkzeug.exceptions.NotFound') return 404;
  if (type.startsWith('odoo.') || type === 'werkzeug.exceptions.UnprocessableEntity') return 422;
  return 500;
}

function page404(): Response {
  return new Response('<!DOCTYPE html><title>404 Not Found</title>', {
    status: 404,
    headers: { 'content-type': 'text/html' },
  });
}

function versionInfo(major: number): unknown {
  return {
    server_version: `${major}.0`,
    server_version_info: [major, 0, 0, 'final', 0, ''],
    server_serie: `${major}.0`,
    protocol_version: 1,
  };
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}
