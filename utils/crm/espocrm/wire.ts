import type { Learnt } from '@/utils/crm/connector';
import { CrmFault, fail } from '@/utils/crm/errors';
import { AppUser, listOf, User } from '@/utils/crm/espocrm/answers';
import { explainEspo } from '@/utils/crm/espocrm/faults';
import { toBase64 } from '@/utils/crm/espocrm/values';
import type { Http } from '@/utils/crm/http';
import type { LedgerLine } from '@/utils/model/ledger';
import { z } from '@/utils/model/zod';

/** The largest page that EspoCRM gives (`recordListMaxSizeLimit`); more is refused with 403. */
export const PAGE = 200;

/** The record types that are read or written. */
export type EntityType =
  | 'Account'
  | 'Attachment'
  | 'Call'
  | 'Contact'
  | 'Email'
  | 'Meeting'
  | 'Opportunity'
  | 'Task';

/** A condition of a list. Values are parameters of their own, never text put together. */
export interface Where {
  type:
    | 'contains'
    | 'equals'
    | 'greaterThan'
    | 'greaterThanOrEquals'
    | 'in'
    | 'lessThanOrEquals'
    | 'linkedWith'
    | 'or';
  attribute?: string;
  value: string | string[] | Where[];
}

export interface ListQuery {
  where?: Where[];
  select: string[];
  primaryFilter?: string;
  onlyMy?: boolean;
  orderBy?: string;
  order?: 'asc' | 'desc';
  maxSize: number;
  /** Whether the number of all is wanted: counting costs the server a second query. */
  total?: boolean;
}

export interface Ask<T extends z.core.$ZodType> {
  purpose: LedgerLine['purpose'];
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** After `/api/v1/`. */
  path: string;
  query?: [string, string][];
  headers?: Record<string, string>;
  body?: Record<string, unknown>;
  answer: T;
  alsoOk?: number[];
}

/** A way in that works, and as whom. */
export interface Wire {
  user: User;
  ask<T extends z.core.$ZodType>(ask: Ask<T>): Promise<z.output<T>>;
  list<T extends z.core.$ZodType>(
    purpose: LedgerLine['purpose'],
    entity: EntityType,
    query: ListQuery,
    row: T,
  ): Promise<{ total?: number | undefined; list: z.output<T>[] }>;
}

export interface Credentials {
  /** As `espoBase` gives it. */
  base: string;
  /** Empty: `key` is an API key. */
  login: string;
  /** API key, or the password that goes with `login`. */
  key: string;
}

/**
 * Signs in. With a login the password is sent once and a token of EspoCRM's own is used from then on (checking a
 * password takes EspoCRM 150 ms each time and a line in its log); a token that ran out is replaced once. With an API key
 * nothing is needed but to know whose it is, which is kept for the workers that come after.
 * Rejects with `CrmFault`.
 */
export async function openWire(credentials: Credentials, http: Http, learnt?: Learnt): Promise<Wire> {
  const { base, login, key } = credentials;
  const send = <T extends z.core.$ZodType>(ask: Ask<T>, access: Record<string, string>) =>
    http({
      step: `${ask.method} ${ask.path.replaceAll(/\/[0-9a-f-]{13,36}\b/g, '/…')}`,
      purpose: ask.purpose,
      method: ask.method,
      url: `${base}/api/v1/${ask.path}${ask.query ? `?${new URLSearchParams(ask.query)}` : ''}`,
      headers: { ...ask.headers, ...access },
      ...(ask.body ? { body: ask.body, fields: Object.keys(ask.body) } : {}),
      answer: ask.answer,
      ...(ask.alsoOk ? { alsoOk: ask.alsoOk } : {}),
      explain: explainEspo,
    });
  const passwordAccess = { 'espo-authorization': toBase64(`${login}:${key}`) };
  const keyAccess = { 'x-api-key': key };
  const signIn = () =>
    send(
      { purpose: 'connect', method: 'GET', path: 'App/user', answer: AppUser },
      login === '' ? keyAccess : passwordAccess,
    );

  if (login === '') {
    const kept = readUser((await learnt?.read()) ?? null);
    const user = kept ?? (await signIn()).user;
    if (!kept) await keepUser(user, learnt);
    return toWire(user, async (ask) => {
      try {
        return await send(ask, keyAccess);
      } catch (error) {
        // The key is nobody's any more.
        if (error instanceof CrmFault && error.fault.kind === 'signed-out') await learnt?.keep(null);
        throw error;
      }
    });
  }
  const { user, token } = await signIn();
  if (!token) return fail({ kind: 'not-understood', step: 'GET App/user' });
  let access = Promise.resolve(tokenAccess(login, token));
  const renew = async () => tokenAccess(login, (await signIn()).token ?? '');
  return toWire(user, async (ask) => {
    const used = access;
    try {
      return await send(ask, await used);
    } catch (error) {
      if (!(error instanceof CrmFault) || error.fault.kind !== 'signed-out') throw error;
      // Refused, so not carried out. Requests that were refused at once share one new token.
      if (access === used) {
        access = renew().catch((failed: unknown) => {
          access = used;
          throw failed;
        });
      }
      return send(ask, await access);
    }
  });
}

function readUser(text: string | null): User | undefined {
  try {
    return z.safeParse(User, JSON.parse(text ?? 'null')).data;
  } catch {
    return undefined;
  }
}

/** Who is in so many teams that they take more than may be kept is asked for again. */
async function keepUser(user: User, learnt: Learnt | undefined): Promise<void> {
  const text = JSON.stringify(user);
  if (text.length <= 2_000) await learnt?.keep(text);
}

function tokenAccess(login: string, token: string): Record<string, string> {
  return {
    'espo-authorization': toBase64(`${login}:${token}`),
    'espo-authorization-by-token': 'true',
  };
}

function toWire(user: User, ask: Wire['ask']): Wire {
  return {
    user,
    ask,
    list: (purpose, entity, query, row) =>
      ask({
        purpose,
        method: 'GET',
        path: entity,
        query: parametersOf(query),
        headers: query.total ? {} : { 'x-no-total': 'true' },
        answer: listOf(row),
      }),
  };
}

/** `whereGroup[0][type]=in&whereGroup[0][value][]=…`, as PHP reads it. */
function parametersOf(query: ListQuery): [string, string][] {
  const parameters: [string, string][] = [
    ['maxSize', String(query.maxSize)],
    ['attributeSelect', query.select.join(',')],
  ];
  if (query.primaryFilter) parameters.push(['primaryFilter', query.primaryFilter]);
  if (query.onlyMy) parameters.push(['boolFilterList[]', 'onlyMy']);
  if (query.orderBy) parameters.push(['orderBy', query.orderBy], ['order', query.order ?? 'asc']);
  const add = (items: Where[], prefix: string): void => {
    for (const [index, { type, attribute, value }] of items.entries()) {
      const at = `${prefix}[${index}]`;
      parameters.push([`${at}[type]`, type]);
      if (attribute) parameters.push([`${at}[attribute]`, attribute]);
      if (typeof value === 'string') parameters.push([`${at}[value]`, value]);
      else if (isTexts(value)) for (const each of value) parameters.push([`${at}[value][]`, each]);
      // Conditions within an `or` hold none themselves.
      else add(value, `${at}[value]`);
    }
  };
  add(query.where ?? [], 'whereGroup');
  return parameters;
}

function isTexts(value: string[] | Where[]): value is string[] {
  return value.every((each) => typeof each === 'string');
}
