import { retryAfterSeconds } from '@/utils/crm/retry-after';
import { GraphqlErrors, RestError, WaitBody } from '@/utils/crm/twenty/answers';
import type { Fault } from '@/utils/model/outbox';
import { z } from '@/utils/model/zod';

/** Where Twenty asks to wait and does not say how long: its limits are counted by the minute. */
const WAIT_MS = 60_000;

/**
 * Reads Twenty's complaint out of an answer: GraphQL complains with status 200, REST with a real one. Undefined where
 * there is none. Of several the first counts: the others follow from it.
 */
export function explainTwenty(step: string, status: number, json: unknown, now: number): Fault | undefined {
  if (status === 429 || status === 503) {
    const wait = z.safeParse(WaitBody, json);
    const retryAt = wait.success ? retryAfterSeconds(wait.data.retry_after, now) : undefined;
    return retryAt === undefined ? undefined : { kind: 'slow-down', retryAt };
  }
  const graphql = z.safeParse(GraphqlErrors, json);
  if (graphql.success) {
    const [first] = graphql.data.errors;
    return first ? faultOf(step, first.extensions?.code ?? '', first.message, now) : undefined;
  }
  if (status < 400) return undefined;
  const rest = z.safeParse(RestError, json);
  // Its 500s speak of our own mistakes too, but whether it did as asked is not known.
  if (!rest.success || status >= 500) return undefined;
  return faultOf(step, rest.data.error ?? '', rest.data.messages?.[0] ?? '', now);
}

function faultOf(step: string, code: string, text: string, now: number): Fault {
  const message = text.trim().slice(0, 500);
  if (/^(too many requests|limit reached)/i.test(message))
    return { kind: 'slow-down', retryAt: now + WAIT_MS };
  switch (code) {
    case 'UNAUTHENTICATED':
      return { kind: 'signed-out' };
    case 'FORBIDDEN':
    case 'FORBIDDEN_EXCEPTION':
      // "This API Key is revoked", "Missing authentication token".
      return /\b(key|token)\b/i.test(message)
        ? { kind: 'signed-out' }
        : { kind: 'not-permitted', what: message.slice(0, 300) };
    case 'NOT_FOUND':
      return { kind: 'gone' };
    // A field, an argument or an object that this Twenty does not have: our request does not fit it.
    case 'GRAPHQL_VALIDATION_FAILED':
    case 'GRAPHQL_PARSE_FAILED':
      return { kind: 'not-understood', step };
    case 'INTERNAL_SERVER_ERROR':
    case 'InternalServerErrorException':
    case 'TIMEOUT':
      return { kind: 'offline' };
  }
  if (/^record not found/i.test(message)) return { kind: 'gone' };
  // Graphql-js says so before any resolver runs, with or without a code.
  if (/^(cannot query field|unknown (argument|type)|variable "\$)/i.test(message)) {
    return { kind: 'not-understood', step };
  }
  return { kind: 'refused', reason: message };
}

/** Whether a fault says that a record with that unique value or id is there: in the trash or live, the text does not tell. */
export function isDuplicate(fault: Fault): boolean {
  return fault.kind === 'refused' && /duplicate|already exists/i.test(fault.reason);
}
