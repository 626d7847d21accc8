import { ErrorBody } from '@/utils/crm/dynamics/answers';
import { retryAfterSeconds } from '@/utils/crm/retry-after';
import type { Fault } from '@/utils/model/outbox';
import { z } from '@/utils/model/zod';

const Wait = z.object({ retry_after: z.number() });

/** Reads Dataverse's complaint out of an answer; undefined where it holds none and the status decides. */
export function explainDynamics(status: number, json: unknown, now: number): Fault | undefined {
  if (status === 429 || status === 503) {
    const wait = z.safeParse(Wait, json);
    const retryAt = wait.success ? retryAfterSeconds(wait.data.retry_after, now) : undefined;
    // Otherwise the header says when, and http reads it.
    return retryAt === undefined ? undefined : { kind: 'slow-down', retryAt };
  }
  if (status < 400 || status === 401 || status === 412 || status >= 500) return undefined;
  const parsed = z.safeParse(ErrorBody, json);
  if (!parsed.success) return undefined;
  const { code, message } = parsed.data.error;
  const reason = message ?? code;
  switch (code.toLowerCase()) {
    // ObjectDoesNotExist; its number is also said of what a lookup names.
    case '0x80040217':
    case '0x80060891':
      return { kind: 'gone' };
    // PrivilegeDenied and its kin.
    case '0x80040220':
    case '0x80042f09':
    case '0x8004a106':
      return { kind: 'not-permitted', what: reason.slice(0, 300) };
  }
  if (status === 403) return { kind: 'not-permitted', what: reason.slice(0, 300) };
  if (status === 404) return { kind: 'gone' };
  return { kind: 'refused', reason: reason.slice(0, 500) };
}
