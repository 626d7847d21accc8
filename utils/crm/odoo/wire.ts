import { CrmFault, fail } from '@/utils/crm/errors';
import type { Http } from '@/utils/crm/http';
import { databaseOfHost } from '@/utils/crm/odoo/address';
import { Context, DatabaseNames, Uid, Version } from '@/utils/crm/odoo/answers';
import { DATABASE_NEEDED, DATABASE_UNKNOWN, explainOdoo } from '@/utils/crm/odoo/faults';
import { jsonRpc, rpc } from '@/utils/crm/odoo/json-rpc';
import type { LedgerLine } from '@/utils/model/ledger';
import type { z } from '@/utils/model/zod';

/** A call of a model's method. Values are JSON, never text put together: nothing from a mail can change the question. */
export interface Call<T extends z.core.$ZodType> {
  purpose: LedgerLine['purpose'];
  model: string;
  method: string;
  /** The records that the method works on. */
  ids?: number[];
  /** Named arguments. */
  args?: Record<string, unknown>;
  context?: Record<string, unknown>;
  /** Names of the fields that carry data, for the ledger. */
  fields?: string[];
  answer: T;
}

/** A way in that works: which language this server speaks, to which database, as whom. */
export interface Wire {
  origin: string;
  database: string;
  uid: number;
  version: OdooVersion;
  speaks: 'json-2' | 'json-rpc';
  call<T extends z.core.$ZodType>(call: Call<T>): Promise<z.output<T>>;
}

export interface OdooVersion {
  major: number;
  minor: number;
}

/** `mobile` went into `phone` in Odoo 19 (and in 18's later online versions). */
export function hasMobile(wire: Wire): boolean {
  return wire.version.major < 18 || (wire.version.major === 18 && wire.version.minor === 0);
}

export interface Credentials {
  origin: string;
  database: string;
  login: string;
  key: string;
}

/**
 * Finds the way in. From 19 on JSON-2 (`/json/2`, the key as Bearer), which outlives Odoo 20; before that, and where a
 * proxy does not let JSON-2 through, JSON-RPC (`/jsonrpc`, login and key). Rejects with `CrmFault`.
 */
export async function openWire(given: Credentials, http: Http): Promise<Wire> {
  const version = await findVersion(given.origin, http);
  const database = given.database.trim() || (await findDatabase(given.origin, http));
  const credentials = { ...given, database };
  if (version.major < 19) return openRpc(credentials, version, http);
  return (
    (await unlessNotSpoken(openJson2(credentials, version, http))) ??
    (await unlessNotSpoken(openRpc(credentials, version, http))) ??
    // It is an Odoo, and answers neither: with a database that it does not have, JSON-2 is a page saying 404.
    fail({ kind: 'refused', reason: DATABASE_UNKNOWN, field: 'database' })
  );
}

/** A way in that was open before, without asking. */
export function reopenWire(
  given: Credentials,
  { speaks, database, version, uid }: Pick<Wire, 'speaks' | 'database' | 'version' | 'uid'>,
  http: Http,
): Wire {
  const credentials = { ...given, database };
  return speaks === 'json-2'
    ? json2Wire(credentials, version, http, uid)
    : rpcWire(credentials, version, http, uid);
}

/** Undefined where the server does not speak this language. */
async function unlessNotSpoken(opening: Promise<Wire>): Promise<Wire | undefined> {
  try {
    return await opening;
  } catch (error) {
    if (error instanceof CrmFault && error.fault.kind === 'not-understood') return undefined;
    throw error;
  }
}

async function openJson2(credentials: Credentials, version: OdooVersion, http: Http): Promise<Wire> {
  const { uid } = await json2Call(
    credentials,
    http,
  )({ purpose: 'connect', model: 'res.users', method: 'context_get', answer: Context });
  return json2Wire(credentials, version, http, uid);
}

function json2Wire(credentials: Credentials, version: OdooVersion, http: Http, uid: number): Wire {
  const { origin, database } = credentials;
  return { origin, database, uid, version, speaks: 'json-2', call: json2Call(credentials, http) };
}

function json2Call({ origin, database, key }: Credentials, http: Http): Wire['call'] {
  return ({ purpose, model, method, ids, args, context, fields, answer }) => {
    const step = `${model} ${method}`;
    return http({
      step,
      purpose,
      method: 'POST',
      url: `${origin}/json/2/${model}/${method}`,
      headers: { authorization: `bearer ${key}`, 'x-odoo-database': database },
      body: { ...(ids ? { ids } : {}), ...args, ...(context ? { context } : {}) },
      fields: fields ?? [],
      answer,
      explain: (status, json, now) => explainOdoo(step, status, json, now),
    });
  };
}

async function openRpc(credentials: Credentials, version: OdooVersion, http: Http): Promise<Wire> {
  const { origin, database, login, key } = credentials;
  const uid = await rpc(http, origin, {
    step: 'authenticate',
    purpose: 'connect',
    service: 'common',
    method: 'authenticate',
    args: [database, login, key, {}],
    fields: ['login'],
    answer: Uid,
  });
  return uid === false ? fail({ kind: 'signed-out' }) : rpcWire(credentials, version, http, uid);
}

function rpcWire(
  { origin, database, key }: Credentials,
  version: OdooVersion,
  http: Http,
  uid: number,
): Wire {
  const call: Wire['call'] = ({ purpose, model, method, ids, args, context, fields, answer }) => {
    // `create` wants its values by position (api.call_kw looks at them to know whether there is one or many), and until
    // 18 `write` calls its own differently from model to model (`calendar.event`: `values`).
    const { vals_list: values, vals, ...named } = args ?? {};
    const positional = [...(ids ? [ids] : []), ...[values, vals].filter((each) => each !== undefined)];
    const kwargs = { ...named, ...(context ? { context } : {}) };
    return rpc(http, origin, {
      step: `${model} ${method}`,
      purpose,
      service: 'object',
      method: 'execute_kw',
      args: [database, uid, key, model, method, positional, kwargs],
      fields: fields ?? [],
      answer,
    });
  };
  return { origin, database, uid, version, speaks: 'json-rpc', call };
}

async function findVersion(origin: string, http: Http): Promise<OdooVersion> {
  try {
    // Needs no login and no database, and outlives `/jsonrpc`.
    return versionOf(
      await jsonRpc(http, `${origin}/web/webclient/version_info`, 'version', 'connect', {}, [], Version),
    );
  } catch (error) {
    // A proxy that lets the API through, but not the web client.
    if (!(error instanceof CrmFault) || !['not-understood', 'not-permitted'].includes(error.fault.kind)) {
      throw error;
    }
    return versionOf(
      await rpc(http, origin, {
        step: 'version',
        purpose: 'connect',
        service: 'common',
        method: 'version',
        args: [],
        fields: [],
        answer: Version,
      }),
    );
  }
}

/** `[17, 0, …]` is 17.0; Odoo Online's in-between versions are `["saas~18", 2, …]`. */
function versionOf(version: z.output<typeof Version>): OdooVersion {
  const [major, minor] = version.server_version_info.map((part) =>
    typeof part === 'number' ? part : Number(/\d+/.exec(part)?.[0] ?? 0),
  );
  return { major: major ?? 0, minor: minor ?? 0 };
}

/** The only database of this server. Many servers hide the list: then the person has to name it. */
async function findDatabase(origin: string, http: Http): Promise<string> {
  const hosted = databaseOfHost(origin);
  if (hosted) return hosted;
  let names: string[] = [];
  try {
    names = await jsonRpc(
      http,
      `${origin}/web/database/list`,
      'database list',
      'connect',
      {},
      [],
      DatabaseNames,
    );
  } catch (error) {
    if (!(error instanceof CrmFault) || error.fault.kind === 'offline' || error.fault.kind === 'slow-down') {
      throw error;
    }
  }
  const [only, ...others] = names;
  return only !== undefined && others.length === 0
    ? only
    : fail({ kind: 'refused', reason: DATABASE_NEEDED, field: 'database' });
}
