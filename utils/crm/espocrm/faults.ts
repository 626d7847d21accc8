import { Complaint, SecondStep, WaitBody } from '@/utils/crm/espocrm/answers';
import { retryAfterSeconds } from '@/utils/crm/retry-after';
import type { Fault } from '@/utils/model/outbox';
import { z } from '@/utils/model/zod';

/** `reason` of a `refused` that is ours: this account signs in with a second step, so that it needs an API key. */
export const KEY_NEEDED = 'key-needed';

/**
 * Reads EspoCRM's complaint out of an answer's body. Undefined where there is none (the body is often empty, the reason
 * in a header): then the status decides.
 */
export function explainEspo(status: number, json: unknown, now: number): Fault | undefined {
  if (status === 429 || status === 503) {
    const wait = z.safeParse(WaitBody, json);
    const retryAt = wait.success ? retryAfterSeconds(wait.data.retry_after, now) : undefined;
    return retryAt === undefined ? undefined : { kind: 'slow-down', retryAt };
  }
  if (status === 401 && z.safeParse(SecondStep, json).success) {
    return { kind: 'refused', reason: KEY_NEEDED, field: 'key' };
  }
  if (status !== 400 && status !== 403) return undefined;
  const complaint = z.safeParse(Complaint, json);
  if (!complaint.success) return undefined;
  const { label, data } = complaint.data.messageTranslation;
  // A link to a record that was deleted: with status 403, but it is no question of rights.
  if (label === 'cannotRelateNonExisting') return { kind: 'gone' };
  if (status === 403) return { kind: 'not-permitted', what: label.slice(0, 300) };
  const field = data?.field ?? undefined;
  return {
    kind: 'refused',
    reason: [label, field, data?.type]
      .filter((part) => part)
      .join(' · ')
      .slice(0, 500),
    ...(field ? { field: field.slice(0, 100) } : {}),
  };
}
