import { fail } from '@/utils/crm/errors';
import type { Http } from '@/utils/crm/http';
import {
  Anything,
  BatchAnswer,
  Created,
  GraphAnswer,
  pageOf,
  SavedList,
} from '@/utils/crm/salesforce/answers';
import { type Complaint, complaintsOf, explainSalesforce, faultOf } from '@/utils/crm/salesforce/faults';
import type { LedgerLine } from '@/utils/model/ledger';
import { z } from '@/utils/model/zod';

export const VERSION = 'v62.0';

/** What may be written, by the name of its object. Tests hold every request to a list of fields for each. */
export type SObject =
  | 'Contact'
  | 'Lead'
  | 'Account'
  | 'EmailMessage'
  | 'EmailMessageRelation'
  | 'Event'
  | 'Task';
export type Values = Record<string, string | number | boolean | string[]>;

/** What became of one of several queries that went together. */
export type Answered<T> = { rows: T[] } | { complaint: Complaint };

/** One record to create; others may name it as `@{<ref>.id}`. */
export interface Node {
  ref: string;
  object: SObject;
  values: Values;
}

/** The REST API of one org. `http` bears the token. Everything rejects with `CrmFault` and with nothing else. */
export interface Wire {
  origin: string;
  get<T extends z.core.$ZodType>(
    step: string,
    purpose: LedgerLine['purpose'],
    path: string,
    answer: T,
  ): Promise<z.output<T>>;
  /** `deleted`: with what lies in the recycle bin. `more`: this page does not hold all that was asked for. */
  query<T extends z.core.$ZodType>(
    purpose: LedgerLine['purpose'],
    soql: string,
    row: T,
    deleted?: boolean,
  ): Promise<{ rows: z.output<T>[]; more: boolean }>;
  /** Several queries in one request; one that Salesforce refuses does not stop the others. At most 25. */
  queries<T extends z.core.$ZodType>(
    purpose: LedgerLine['purpose'],
    soqls: readonly string[],
    row: T,
  ): Promise<Answered<z.output<T>>[]>;
  /** Creates one; no duplicate rule is overruled. */
  create(purpose: LedgerLine['purpose'], object: SObject, values: Values): Promise<string>;
  update(purpose: LedgerLine['purpose'], object: SObject, id: string, values: Values): Promise<void>;
  /** Each group is created whole or not at all. Answers in order: the first record's id, or what was wrong. At most 75. */
  createGroups(purpose: LedgerLine['purpose'], groups: readonly Node[][]): Promise<(string | Complaint)[]>;
  /** Removes up to 200. What is gone already is a success. */
  remove(purpose: LedgerLine['purpose'], ids: readonly string[]): Promise<void>;
}

export function openWire(origin: string, http: Http): Wire {
  const base = `/services/data/${VERSION}`;
  const ask = <T extends z.core.$ZodType>(
    step: string,
    purpose: LedgerLine['purpose'],
    request: {
      method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
      path: string;
      body?: unknown;
      headers?: Record<string, string>;
      fields?: string[];
    },
    answer: T,
  ): Promise<z.output<T>> => {
    const { path, ...rest } = request;
    const explain = (status: number, json: unknown, now: number) =>
      explainSalesforce(step, status, json, now);
    return http({ step, purpose, ...rest, url: `${origin}${path}`, answer, explain });
  };

  return {
    origin,
    get: (step, purpose, path, answer) => ask(step, purpose, { method: 'GET', path }, answer),
    async query(purpose, soql, row, deleted = false) {
      const path = `${base}/${deleted ? 'queryAll' : 'query'}?q=${encodeURIComponent(soql)}`;
      const { done, records } = await ask(objectOf(soql), purpose, { method: 'GET', path }, pageOf(row));
      return { rows: records, more: !done };
    },
    async queries(purpose, soqls, row) {
      if (soqls.length === 0) return [];
      const { results } = await ask(
        'batch',
        purpose,
        {
          method: 'POST',
          path: `${base}/composite/batch`,
          body: {
            batchRequests: soqls.map((soql) => ({
              method: 'GET',
              url: `${VERSION}/query?q=${encodeURIComponent(soql)}`,
            })),
          },
        },
        BatchAnswer,
      );
      if (results.length !== soqls.length) return fail({ kind: 'not-understood', step: 'batch' });
      return results.map(({ statusCode, result }) => readQuery(statusCode, result, row));
    },
    async create(purpose, object, values) {
      const { id } = await ask(
        `${object} create`,
        purpose,
        {
          method: 'POST',
          path: `${base}/sobjects/${object}`,
          body: values,
          headers: { 'sforce-duplicate-rule-header': 'allowSave=false' },
          fields: Object.keys(values),
        },
        Created,
      );
      return id;
    },
    async update(purpose, object, id, values) {
      const path = `${base}/sobjects/${object}/${encodeURIComponent(id)}`;
      const fields = Object.keys(values);
      await ask(`${object} update`, purpose, { method: 'PATCH', path, body: values, fields }, Anything);
    },
    async createGroups(purpose, groups) {
      if (groups.length === 0) return [];
      const { graphs } = await ask(
        'graph',
        purpose,
        {
          method: 'POST',
          path: `${base}/composite/graph`,
          body: {
            graphs: groups.map((nodes, index) => ({
              graphId: `g${index}`,
              compositeRequest: nodes.map(toRequest),
            })),
          },
          fields: [...new Set(groups.flat().flatMap(({ values }) => Object.keys(values)))],
        },
        GraphAnswer,
      );
      const byId = new Map(graphs.map((graph) => [graph.graphId, graph]));
      return groups.map((nodes, index) => readGraph(byId.get(`g${index}`), nodes));
    },
    async remove(purpose, ids) {
      if (ids.length === 0) return;
      const path = `${base}/composite/sobjects?ids=${ids.map(encodeURIComponent).join(',')}&allOrNone=false`;
      const saved = await ask('remove', purpose, { method: 'DELETE', path }, SavedList);
      for (const { success, errors } of saved) {
        const [complaint] = success ? [] : complaintsOf(errors);
        const fault = complaint ? faultOf('remove', complaint) : undefined;
        if (fault && fault.kind !== 'gone') fail(fault);
        if (!success && !fault) fail({ kind: 'not-understood', step: 'remove' });
      }
    },
  };

  function toRequest({ ref, object, values }: Node) {
    return { method: 'POST', url: `${base}/sobjects/${object}`, referenceId: ref, body: values };
  }
}

function readQuery<T extends z.core.$ZodType>(
  status: number,
  result: unknown,
  row: T,
): Answered<z.output<T>> {
  if (status < 300) {
    const page = z.safeParse(pageOf(row), result);
    return page.success ? { rows: page.data.records } : fail({ kind: 'not-understood', step: 'batch' });
  }
  const [complaint] = complaintsOf(result);
  return complaint ? { complaint } : fail({ kind: 'not-understood', step: 'batch' });
}

function readGraph(
  graph: z.output<typeof GraphAnswer>['graphs'][number] | undefined,
  nodes: Node[],
): string | Complaint {
  const responses = graph?.graphResponse.compositeResponse ?? [];
  if (graph?.isSuccessful) {
    const own = responses.find(({ referenceId }) => referenceId === nodes[0]?.ref);
    const created = z.safeParse(Created, own?.body);
    if (created.success) return created.data.id;
  }
  const complaints = responses.flatMap(({ body }) => complaintsOf(body));
  // The others of a group are only said to have been stopped by the one that went wrong.
  const cause = complaints.find(({ code }) => code !== 'PROCESSING_HALTED');
  return cause ?? { code: '', message: '', fields: [] };
}

/** For errors: the query's object, never its words. */
function objectOf(soql: string): string {
  return `${/ FROM (\w+)/.exec(soql.slice(0, 2000))?.[1] ?? ''} query`;
}

/** Rows, or the complaint as a fault. */
export function rowsOf<T>(answered: Answered<T> | undefined, step: string): T[] {
  if (!answered) return [];
  return 'rows' in answered ? answered.rows : fail(faultOf(step, answered.complaint));
}
