import { Complaint, Invalid, WaitBody } from '@/utils/crm/hubspot/answers';
import { retryAfterSeconds } from '@/utils/crm/retry-after';
import type { Fault } from '@/utils/model/outbox';
import { z } from '@/utils/model/zod';

/** `reason` of a `refused` that is ours: no user of this HubSpot account has the address in the settings. */
export const OWNER_UNKNOWN = 'owner-unknown';

/** How long the limits last that HubSpot names without a `Retry-After`, in seconds. */
const WAIT: Record<string, number> = { SECONDLY: 1, TEN_SECONDLY_ROLLING: 10, DAILY: 3600 };

/** Reads HubSpot's complaint. Undefined where it says nothing more than its status does. */
export function explainHubspot(status: number, json: unknown, now: number): Fault | undefined {
  if (status < 400) return undefined;
  if (status === 429 || status === 503 || status === 477) return slowDown(status, json, now);
  const parsed = z.safeParse(Complaint, json);
  if (!parsed.success || status >= 500) return undefined;
  const { category = '', message = '' } = parsed.data;
  switch (category) {
    case 'INVALID_AUTHENTICATION':
    case 'EXPIRED_AUTHENTICATION':
    case 'REVOKED_AUTHENTICATION':
      return { kind: 'signed-out' };
    case 'MISSING_SCOPES':
      return { kind: 'not-permitted', what: scopeIn(message) };
    case 'OBJECT_NOT_FOUND':
      return { kind: 'gone' };
  }
  if (status !== 400 && status !== 409) return undefined;
  const field = fieldOf(parsed.data);
  const reason = message.trim().slice(0, 500) || `HTTP ${status}`;
  return { kind: 'refused', reason, ...(field === undefined ? {} : { field: field.slice(0, 100) }) };
}

function slowDown(status: number, json: unknown, now: number): Fault | undefined {
  const body = z.safeParse(WaitBody, json);
  const complaint = z.safeParse(Complaint, json);
  const named = complaint.success ? WAIT[complaint.data.policyName ?? ''] : undefined;
  // 477: the account is being moved to another data centre.
  const seconds = body.success ? body.data.retry_after : (named ?? (status === 477 ? 3600 : undefined));
  const retryAt = seconds === undefined ? undefined : retryAfterSeconds(seconds, now);
  return retryAt === undefined ? undefined : { kind: 'slow-down', retryAt };
}

/** "… one or more of the following scopes. [crm.objects.contacts.read]" gives the scope. */
function scopeIn(message: string): string {
  const match = /\[([a-z0-9._, -]{1,200})\]/.exec(message.slice(0, 2000));
  return (match?.[1] ?? message.trim()).slice(0, 300);
}

/** The property that a complaint is about. */
function fieldOf({ message = '', errors = [] }: Complaint): string | undefined {
  for (const error of errors) {
    const named = error.context?.propertyName?.[0];
    if (named) return named;
  }
  const list = message.indexOf('[{');
  if (list < 0) return undefined;
  try {
    const parsed = z.safeParse(Invalid, JSON.parse(message.slice(list, 20_000)));
    return parsed.success ? parsed.data[0]?.name : undefined;
  } catch {
    return undefined;
  }
}
