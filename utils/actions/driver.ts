import type { Context } from '@/utils/actions/context';
import { z } from '@/utils/model/zod';

/** How long a sent mail is held: Gmail's undo window is at most 30 s. */
export const HOLD_MS = 35_000;

const Driver = z.object({
  holdMs: z.optional(z.int().check(z.gte(0), z.lte(600_000))),
  gateOff: z.optional(z.boolean()),
});

/**
 * What the replay driver set in `storage.session` through the worker's debugger. No message, page, address or policy
 * writes this key; read freshly each time and never stored.
 */
export async function readDriver(context: Context): Promise<{ holdMs: number; gateOff: boolean }> {
  const parsed = Driver.safeParse(await context.browser.readSession('driver'));
  const driver = parsed.success ? parsed.data : {};
  return { holdMs: driver.holdMs ?? HOLD_MS, gateOff: driver.gateOff ?? false };
}
