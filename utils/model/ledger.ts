import { instant, list, someText, text, z } from '@/utils/model/zod';

/** One request that left the browser. Committed before it leaves, completed after; no content, no address, no token. */
export const LedgerLine = z.object({
  id: someText(60),
  at: instant,
  purpose: z.enum([
    'connect',
    'sign-in',
    'sync',
    'find',
    'log',
    'remove',
    'create-contact',
    'update-contact',
    'task',
  ]),
  method: text(10),
  /** Origin, e.g. `https://crm.example`. */
  origin: text(300),
  /** The path without query. */
  path: text(300),
  /** Names of the fields sent, never their values. */
  fields: list(text(100), 60),
  /** Bytes of the request's body. */
  bytes: z.int(),
  /** Absent while it is on its way; a worker that died leaves it so: "answer unknown". */
  answer: z.optional(
    z.object({ at: instant, outcome: z.enum(['ok', 'failed', 'no-answer']), status: z.optional(z.int()) }),
  ),
});
export type LedgerLine = z.infer<typeof LedgerLine>;
