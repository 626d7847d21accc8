/**
 * The one door to zod. `zod/mini` only, and jitless: full zod probes `new Function`, which pages that enforce
 * Trusted Types forbid, and weighs four times as much.
 */
import * as z from 'zod/mini';

z.config({ jitless: true });

export { z };

/** A string of at most `max` UTF-16 units. Everything that comes from a mailbox is bounded. */
export const text = (max: number) => z.string().check(z.maxLength(max));
/** A non-empty string of at most `max` UTF-16 units. */
export const someText = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
/** A list of at most `max` items. */
export const list = <T extends z.core.SomeType>(item: T, max: number) =>
  z.array(item).check(z.maxLength(max));
/** A point in time: milliseconds since 1970 UTC, between 1990 and 2100. */
export const instant = z.int().check(z.gte(631_152_000_000), z.lte(4_102_444_800_000));
/** A calendar day in the rep's zone, `YYYY-MM-DD`. */
export const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
/** A flat record of strings, as a settings form gives it. */
export const record = z.record(z.string().check(z.maxLength(60)), z.string().check(z.maxLength(4000)));
