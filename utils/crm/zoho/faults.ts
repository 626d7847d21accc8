import { retryAfterSeconds } from '@/utils/crm/retry-after';
import { Complaint } from '@/utils/crm/zoho/answers';
import type { Fault } from '@/utils/model/outbox';
import { z } from '@/utils/model/zod';

const Wait = z.object({ retry_after: z.number() });

/** Reads Zoho's complaint out of an answer; undefined where it holds none and the status decides. */
export function explainZoho(step: string, status: number, json: unknown, now: number): Fault | undefined {
  if (status < 400) return undefined;
  if (status === 429 || status === 503) {
    const wait = z.safeParse(Wait, json);
    const retryAt = wait.success ? retryAfterSeconds(wait.data.retry_after, now) : undefined;
    return retryAt === undefined ? undefined : { kind: 'slow-down', retryAt };
  }
  const parsed = z.safeParse(Complaint, json);
  return parsed.success ? faultOf(step, parsed.data) : undefined;
}

/** `code` of a complaint as a fault. A lookup that Zoho does not know any more is `INVALID_DATA` on its field. */
export function faultOf(step: string, { code, message, details }: z.output<typeof Complaint>): Fault {
  const field = details?.api_name ?? details?.param_name ?? undefined;
  switch (code) {
    case 'INVALID_TOKEN':
    case 'AUTHENTICATION_FAILURE':
      return { kind: 'signed-out' };
    // Comes with 401, but another token of this sign-in would say the same.
    case 'OAUTH_SCOPE_MISMATCH':
    case 'NO_PERMISSION':
    case 'PERMISSION_DENIED':
    case 'FEATURE_NOT_SUPPORTED':
    case 'INVALID_MODULE':
      return { kind: 'not-permitted', what: `${code} ${message ?? ''}`.trim().slice(0, 300) };
    case 'TOO_MANY_REQUESTS':
    case 'LIMIT_EXCEEDED':
      return { kind: 'slow-down' };
    case 'INTERNAL_ERROR':
    case 'INTERNAL_SERVER_ERROR':
      return { kind: 'offline' };
    case 'RECORD_NOT_FOUND':
    case 'ENTITY_ID_INVALID':
      return { kind: 'gone' };
    case 'SYNTAX_ERROR':
    case 'INVALID_QUERY':
    case 'INVALID_URL_PATTERN':
    case 'INVALID_REQUEST_METHOD':
      return { kind: 'not-understood', step };
    case 'INVALID_DATA':
      if (field === undefined || ['id', 'ids', 'Who_Id', 'What_Id'].includes(field)) return { kind: 'gone' };
  }
  const reason = (message || code).slice(0, 500);
  return { kind: 'refused', reason, ...(field ? { field: field.slice(0, 100) } : {}) };
}
