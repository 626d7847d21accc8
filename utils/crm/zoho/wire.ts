import { CrmFault, fail } from '@/utils/crm/errors';
import type { Http } from '@/utils/crm/http';
import { pageOf, WrittenList } from '@/utils/crm/zoho/answers';
import { explainZoho, faultOf } from '@/utils/crm/zoho/faults';
import type { LedgerLine } from '@/utils/model/ledger';
import type { Fault } from '@/utils/model/outbox';
import type { z } from '@/utils/model/zod';

/** What is written. */
export type Module = 'Contacts' | 'Accounts' | 'Tasks' | 'Events' | 'Calls';
export type Values = Record<string, string | number | boolean | string[] | { id: string }>;
export type Wrote = { id: string; action: string } | { fault: Fault };

/** The REST API of one organisation. `http` bears the token. Everything rejects with `CrmFault` and with nothing else. */
export interface Wire {
  get<T extends z.core.$ZodType>(
    step: string,
    purpose: LedgerLine['purpose'],
    path: string,
    answer: T,
    headers?: Record<string, string>,
  ): Promise<z.output<T>>;
  /** Rows of a query; at most 2,000. */
  coql<T extends z.core.$ZodType>(
    step: string,
    purpose: LedgerLine['purpose'],
    query: string,
    row: T,
  ): Promise<{ rows: z.output<T>[]; more: boolean }>;
  /** Creates up to 100, or finds one by these fields and changes it. Answers in order. No workflow is triggered. */
  create(
    purpose: LedgerLine['purpose'],
    module: Module,
    records: readonly Values[],
    sameBy?: string,
  ): Promise<Wrote[]>;
  /** Changes one. No workflow is triggered. */
  update(purpose: LedgerLine['purpose'], module: Module, id: string, values: Values): Promise<void>;
  /** Moves one to the recycle bin. What is gone already is a success. */
  remove(purpose: LedgerLine['purpose'], module: Module, id: string): Promise<void>;
}

export function openWire(origin: string, http: Http): Wire {
  const base = `${origin}/crm/v8`;
  const write = async (
    step: string,
    purpose: LedgerLine['purpose'],
    request: { method: 'POST' | 'PUT' | 'DELETE'; path: string; body?: unknown; fields?: string[] },
  ): Promise<Wrote[]> => {
    const { path, ...rest } = request;
    const { data } = await http({
      step,
      purpose,
      ...rest,
      url: `${base}${path}`,
      answer: WrittenList,
      // What is wrong with an item comes with 400 where it is the only one, with 207 among others.
      alsoOk: [400],
      explain: (status, json, now) => explainZoho(step, status, json, now),
    });
    return data.map((item) =>
      item.status === 'success'
        ? { id: item.details.id, action: item.action ?? 'insert' }
        : { fault: faultOf(step, item) },
    );
  };
  const body = (data: readonly Values[]) => ({ data, trigger: [] });

  return {
    get: (step, purpose, path, answer, headers = {}) =>
      http({
        step,
        purpose,
        method: 'GET',
        url: `${base}${path}`,
        headers,
        answer,
        // "Not changed since", without a body.
        alsoOk: [304],
        explain: (status, json, now) => explainZoho(step, status, json, now),
      }),
    async coql(step, purpose, query, row) {
      const page = await http({
        step,
        purpose,
        method: 'POST',
        url: `${base}/coql`,
        body: { select_query: query },
        answer: pageOf(row),
        explain: (status, json, now) => explainZoho(step, status, json, now),
      });
      return { rows: page?.data ?? [], more: page?.info?.more_records === true };
    },
    async create(purpose, module, records, sameBy) {
      const wrote = await write(`${module} create`, purpose, {
        method: 'POST',
        path: sameBy === undefined ? `/${module}` : `/${module}/upsert`,
        body: { ...body(records), ...(sameBy === undefined ? {} : { duplicate_check_fields: [sameBy] }) },
        fields: [...new Set(records.flatMap((record) => Object.keys(record)))],
      });
      return wrote.length === records.length
        ? wrote
        : fail({ kind: 'not-understood', step: `${module} create` });
    },
    async update(purpose, module, id, values) {
      const [wrote] = await write(`${module} update`, purpose, {
        method: 'PUT',
        path: `/${module}`,
        body: body([{ ...values, id }]),
        fields: Object.keys(values),
      });
      if (!wrote) return fail({ kind: 'not-understood', step: `${module} update` });
      if ('fault' in wrote) return fail(wrote.fault);
    },
    async remove(purpose, module, id) {
      try {
        const path = `/${module}?ids=${encodeURIComponent(id)}&wf_trigger=false`;
        const [wrote] = await write(`${module} remove`, purpose, { method: 'DELETE', path });
        if (wrote && 'fault' in wrote && wrote.fault.kind !== 'gone') return fail(wrote.fault);
      } catch (error) {
        if (!(error instanceof CrmFault) || error.fault.kind !== 'gone') throw error;
      }
    },
  };
}
