import { Anything, ErrorBody, listOf } from '@/utils/crm/dynamics/answers';
import { explainDynamics } from '@/utils/crm/dynamics/faults';
import { fail } from '@/utils/crm/errors';
import type { Http } from '@/utils/crm/http';
import type { LedgerLine } from '@/utils/model/ledger';
import { z } from '@/utils/model/zod';

/** What is written, as its tables are called in addresses. Tests hold every request to a list of fields for each. */
export type Table = 'contacts' | 'accounts' | 'emails' | 'appointments' | 'phonecalls' | 'tasks';
export type Values = Record<string, string | number | boolean | null | Record<string, string | number>[]>;

export const BASE = '/api/data/v9.2';

/** The Web API of one organisation. `http` bears the token. Everything rejects with `CrmFault` and with nothing else. */
export interface Wire {
  /** `path` below the API's base, `/contacts?…`, everything in it escaped. */
  get<T extends z.core.$ZodType>(
    step: string,
    purpose: LedgerLine['purpose'],
    path: string,
    answer: T,
    prefer?: string,
  ): Promise<z.output<T>>;
  list<T extends z.core.$ZodType>(
    step: string,
    purpose: LedgerLine['purpose'],
    table: string,
    query: Record<string, string>,
    row: T,
    prefer?: string,
  ): Promise<z.output<T>[]>;
  /** Creates a record under an id of ours. False: there is one under it already, and nothing was changed. */
  create(purpose: LedgerLine['purpose'], table: Table, id: string, values: Values): Promise<boolean>;
  /** Changes a record that is there; never creates one. */
  update(purpose: LedgerLine['purpose'], table: Table, id: string, values: Values): Promise<void>;
  remove(table: Table, id: string): Promise<void>;
}

export function openWire(origin: string, http: Http): Wire {
  const url = (path: string) => `${origin}${BASE}${path}`;
  const headers = { 'odata-version': '4.0', 'odata-maxversion': '4.0' };
  const get: Wire['get'] = (step, purpose, path, answer, prefer) =>
    http({
      step,
      purpose,
      method: 'GET',
      url: url(path),
      headers: prefer === undefined ? headers : { ...headers, prefer },
      answer,
      explain: explainDynamics,
    });

  return {
    get,
    async list(step, purpose, table, query, row, prefer) {
      const asked = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
      return (await get(step, purpose, `/${table}?${asked.join('&')}`, listOf(row), prefer)).value;
    },
    async create(purpose, table, id, values) {
      const answer = await http({
        step: `${table} create`,
        purpose,
        method: 'PATCH',
        url: url(`/${table}(${id})`),
        headers: { ...headers, 'if-none-match': '*' },
        body: values,
        fields: Object.keys(values),
        answer: Anything,
        alsoOk: [412],
        explain: explainDynamics,
      });
      return !z.safeParse(ErrorBody, answer).success;
    },
    async update(purpose, table, id, values) {
      const answer = await http({
        step: `${table} update`,
        purpose,
        method: 'PATCH',
        url: url(`/${table}(${id})`),
        // Without it a PATCH of what is gone would make it anew.
        headers: { ...headers, 'if-match': '*' },
        body: values,
        fields: Object.keys(values),
        answer: Anything,
        alsoOk: [412],
        explain: explainDynamics,
      });
      if (z.safeParse(ErrorBody, answer).success) return fail({ kind: 'gone' });
    },
    async remove(table, id) {
      await http({
        step: `${table} remove`,
        purpose: 'remove',
        method: 'DELETE',
        url: url(`/${table}(${id})`),
        headers,
        answer: Anything,
        // What is gone already is a success.
        alsoOk: [404],
        explain: (status, json, now) =>
          status === 404 && json ? undefined : explainDynamics(status, json, now),
      });
    },
  };
}
