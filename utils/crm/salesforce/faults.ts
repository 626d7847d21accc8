import { retryAfterSeconds } from '@/utils/crm/retry-after';
import { Complaints } from '@/utils/crm/salesforce/answers';
import type { Fault } from '@/utils/model/outbox';
import { z } from '@/utils/model/zod';

/** One of Salesforce's complaints: whole answers have `errorCode`, items of a batch `statusCode`. */
export interface Complaint {
  code: string;
  message: string;
  fields: string[];
}

/** Reads Salesforce's complaint out of an answer; undefined where it holds none and the status decides. */
export function explainSalesforce(
  step: string,
  status: number,
  json: unknown,
  now: number,
): Fault | undefined {
  if (status < 400) return undefined;
  if (status === 429 || status === 503) {
    const wait = z.safeParse(z.object({ retry_after: z.number() }), json);
    const retryAt = wait.success ? retryAfterSeconds(wait.data.retry_after, now) : undefined;
    if (retryAt !== undefined) return { kind: 'slow-down', retryAt };
  }
  const [first] = complaintsOf(json);
  return first ? faultOf(step, first, status) : undefined;
}

/** The complaints in an answer, or in one item of a batch. */
export function complaintsOf(json: unknown): Complaint[] {
  const parsed = z.safeParse(Complaints, json);
  if (!parsed.success) return [];
  return parsed.data.map(({ errorCode, statusCode, message, fields }) => ({
    code: errorCode ?? statusCode ?? '',
    message: message ?? '',
    fields: fields ?? [],
  }));
}

/** https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_concepts_core_data_objects.htm (StatusCode) */
export function faultOf(step: string, { code, message, fields }: Complaint, status = 400): Fault {
  switch (code) {
    case 'INVALID_SESSION_ID':
    case 'INVALID_AUTH_HEADER':
      // With 403 the session is good, but the org's API access control lets this app do nothing.
      return status === 403 ? { kind: 'not-permitted', what: code } : { kind: 'signed-out' };
    case 'REQUEST_LIMIT_EXCEEDED':
    case 'UNABLE_TO_LOCK_ROW':
      return { kind: 'slow-down' };
    case 'ENTITY_IS_DELETED':
    case 'NOT_FOUND':
    case 'INVALID_CROSS_REFERENCE_KEY':
    case 'MALFORMED_ID':
    case 'INVALID_QUERY_FILTER_OPERATOR':
      return { kind: 'gone' };
    case 'SERVER_UNAVAILABLE':
    case 'UNKNOWN_EXCEPTION':
    case 'QUERY_TIMEOUT':
      return { kind: 'offline' };
    case 'MALFORMED_QUERY':
    case 'JSON_PARSER_ERROR':
    case '':
      return { kind: 'not-understood', step };
  }
  if (isForbidden(code)) return { kind: 'not-permitted', what: (message || code).slice(0, 300) };
  const [field] = fields;
  return {
    kind: 'refused',
    reason: (message || code).slice(0, 500),
    ...(field ? { field: field.slice(0, 100) } : {}),
  };
}

function isForbidden(code: string): boolean {
  return (
    code.startsWith('INSUFFICIENT_ACCESS') ||
    code === 'API_DISABLED_FOR_ORG' ||
    code === 'API_CURRENTLY_DISABLED' ||
    code === 'INVALID_TYPE' ||
    code === 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY' ||
    code === 'DELETE_FAILED'
  );
}

/**
 * Whether this user's Salesforce has no place for such a record: the object is hidden, may not be created, or (for mail)
 * belongs to cases alone because Enhanced Email is off.
 */
export function hasNoPlace({ code, fields, message }: Complaint): boolean {
  return (
    code === 'INVALID_TYPE' ||
    code === 'INVALID_TYPE_FOR_OPERATION' ||
    code === 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY' ||
    code === 'INSUFFICIENT_ACCESS' ||
    code === 'INSUFFICIENT_ACCESS_OR_READONLY' ||
    (code === 'INVALID_FIELD' && /RelatedToId|ToIds/.test(message.slice(0, 500))) ||
    (code === 'INVALID_FIELD_FOR_INSERT_UPDATE' && fields.includes('RelatedToId')) ||
    (code === 'REQUIRED_FIELD_MISSING' && fields.includes('ParentId'))
  );
}
