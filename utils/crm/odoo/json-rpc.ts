import type { Http } from '@/utils/crm/http';
import { rpcResult } from '@/utils/crm/odoo/answers';
import { explainOdoo } from '@/utils/crm/odoo/faults';
import type { LedgerLine } from '@/utils/model/ledger';
import type { z } from '@/utils/model/zod';

interface RpcCall<T extends z.core.$ZodType> {
  step: string;
  purpose: LedgerLine['purpose'];
  service: 'common' | 'db' | 'object';
  method: string;
  args: unknown[];
  fields: string[];
  answer: T;
}

/** A call of one of its services. */
export async function rpc<T extends z.core.$ZodType>(
  http: Http,
  origin: string,
  call: RpcCall<T>,
): Promise<z.output<T>> {
  const { step, purpose, service, method, args, fields, answer } = call;
  return jsonRpc(http, `${origin}/jsonrpc`, step, purpose, { service, method, args }, fields, answer);
}

/** `/web/…` routes and `/jsonrpc` share one envelope. */
export async function jsonRpc<T extends z.core.$ZodType>(
  http: Http,
  url: string,
  step: string,
  purpose: LedgerLine['purpose'],
  params: unknown,
  fields: string[],
  answer: T,
): Promise<z.output<T>> {
  return http({
    step,
    purpose,
    method: 'POST',
    url,
    body: { jsonrpc: '2.0', method: 'call', id: 1, params },
    fields,
    answer: rpcResult(answer),
    explain: (status, json, now) => explainOdoo(step, status, json, now),
  });
}
