import { CrmFault } from '@/utils/crm/errors';
import type { Http, Request } from '@/utils/crm/http';
import { Anything, Complaint, page, SearchHits, WaitBody } from '@/utils/crm/pipedrive/answers';
import { retryAfterSeconds } from '@/utils/crm/retry-after';
import type { Fault } from '@/utils/model/outbox';
import { z } from '@/utils/model/zod';

export type Purpose = Request<z.core.$ZodType>['purpose'];
export type Query = Record<string, string | number | boolean>;

export interface Call<T extends z.core.$ZodType> {
  step: string;
  purpose: Purpose;
  method: Request<T>['method'];
  /** From `/api` on. */
  path: string;
  query?: Query;
  body?: Record<string, unknown>;
  answer: T;
}

export interface Wire {
  /** When the last answer came, milliseconds since 1970; 0 before the first. A connector has no clock of its own. */
  lastAnswerAt(): number;
  call<T extends z.core.$ZodType>(call: Call<T>): Promise<z.output<T>>;
}

export function openWire(origin: string, token: string, http: Http): Wire {
  let lastAnswerAt = 0;
  return {
    lastAnswerAt: () => lastAnswerAt,
    call: ({ path, query = {}, body, ...call }) => {
      const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
      return http({
        ...call,
        ...(body === undefined ? {} : { body }),
        url: `${origin}${path}${search.size > 0 ? `?${search}` : ''}`,
        headers: { 'x-api-token': token },
        fields: Object.keys(body ?? query),
        explain: (status, json, now) => {
          lastAnswerAt = now;
          return explainPipedrive(status, json, now);
        },
      });
    },
  };
}

/** Reads Pipedrive's complaint. Undefined where it says nothing more than its status does. */
export function explainPipedrive(status: number, json: unknown, now: number): Fault | undefined {
  if (status === 429) {
    const wait = z.safeParse(WaitBody, json);
    const retryAt = wait.success ? retryAfterSeconds(wait.data.retry_after, now) : undefined;
    return retryAt === undefined ? undefined : { kind: 'slow-down', retryAt };
  }
  const parsed = z.safeParse(Complaint, json);
  if (status < 400 || status >= 500 || !parsed.success) return undefined;
  const reason = [parsed.data.error, parsed.data.error_info].filter(Boolean).join(': ').trim().slice(0, 500);
  switch (status) {
    case 401:
      return { kind: 'signed-out' };
    case 402:
    case 403:
      return { kind: 'not-permitted', what: reason.slice(0, 300) };
    case 404:
    case 410:
      return { kind: 'gone' };
    case 400:
    case 422:
      // What it was to hang on is not there any more.
      return /\b(person|organization|deal|participant)\b.{0,60}\b(not found|does not exist|deleted)/i.test(
        reason,
      )
        ? { kind: 'gone' }
        : { kind: 'refused', reason };
  }
  return undefined;
}

/** A page of records, at most 500. `next`: Pipedrive's own cursor, undefined after the last page. */
export async function listPage<T extends z.core.$ZodType>(
  wire: Wire,
  what: 'persons' | 'organizations' | 'deals' | 'activities' | 'stages',
  purpose: Purpose,
  query: Query,
  item: T,
): Promise<{ rows: z.output<T>[]; next?: string }> {
  const { data, additional_data: more } = await wire.call({
    step: `${what} list`,
    purpose,
    method: 'GET',
    path: `/api/v2/${what}`,
    query,
    answer: page(item),
  });
  return { rows: data ?? [], ...(more?.next_cursor ? { next: more.next_cursor } : {}) };
}

/** Numbers of the records that have exactly this, whatever its case; the index may not know the newest. */
export async function searchExactly(
  wire: Wire,
  what: 'persons' | 'organizations',
  fields: 'email' | 'name',
  term: string,
): Promise<number[]> {
  const { data } = await wire.call({
    step: `${what} search`,
    purpose: 'find',
    method: 'GET',
    path: `/api/v2/${what}/search`,
    query: { term, fields, exact_match: true, limit: 100 },
    answer: SearchHits,
  });
  return data.items.map(({ item }) => item.id);
}

/** Deletes a record. What is gone already is fine. */
export async function remove(
  wire: Wire,
  what: 'persons' | 'organizations' | 'activities',
  id: number,
): Promise<void> {
  try {
    await wire.call({
      step: `${what} remove`,
      purpose: 'remove',
      method: 'DELETE',
      path: `/api/v2/${what}/${id}`,
      answer: Anything,
    });
  } catch (error) {
    if (!(error instanceof CrmFault) || error.fault.kind !== 'gone') throw error;
  }
}

/** A record's number, or undefined where the text is none. */
export function idOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}

/** `2026-11-21T18:41:39Z` or `2026-11-21 18:41:39` (UTC) as an instant. */
export function timeOf(text: string | null | undefined): number | undefined {
  if (!text) return undefined;
  const iso = text.includes('T') ? text : `${text.replace(' ', 'T')}Z`;
  const time = Date.parse(iso);
  return Number.isNaN(time) ? undefined : time;
}
