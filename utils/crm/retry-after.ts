/** No CRM asks for more than a day in earnest; a mistaken header must not silence an account for years. */
const LONGEST_MS = 24 * 60 * 60 * 1000;

/**
 * When to come back, as an instant, from a `Retry-After` header: seconds (`120`, also `1.5`) or an HTTP date
 * (RFC 9110 10.2.3). Undefined where there is none that makes sense.
 */
export function retryAfterHeader(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  const text = value.trim();
  if (/^\d{1,9}(\.\d{1,9})?$/.test(text)) return retryAfterSeconds(Number(text), now);
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : clamp(date, now);
}

/** The same from a number of seconds, as some CRMs put it into the body. */
export function retryAfterSeconds(seconds: number, now: number): number | undefined {
  return Number.isFinite(seconds) && seconds >= 0 ? clamp(now + Math.ceil(seconds * 1000), now) : undefined;
}

function clamp(instant: number, now: number): number {
  return Math.min(Math.max(instant, now), now + LONGEST_MS);
}
