import { list, text, z } from '@/utils/model/zod';

/** Why something was matched, proposed or refused. Sentences are made only when rendered, in the reader's language. */
export const Because = z.object({
  code: z.enum([
    'same-address',
    'plus-address',
    'company-domain',
    'customer-thread',
    'you-wrote-to-them',
    'business-domain',
    'same-name-and-company',
    'same-phone',
    'already-logged',
    'show-anyway',
    'nothing-to-log',
    // deals
    'thread-deal',
    'only-open-deal',
    'corrected',
    // meetings
    'you-invited-them',
    'you-accepted',
    'guests-unknown',
    'moved',
    'cancelled',
  ]),
  args: list(text(320), 4),
});
export type Because = z.infer<typeof Because>;

/** Why a mail is not proposed. The same word in the page's step and in the worker's. */
export const RefusalReason = z.enum([
  // the page's step
  'internal',
  'to-oneself',
  'no-customer',
  'draft',
  'never-log',
  'site-label',
  'private-event',
  'declined-event',
  'cancelled-event',
  // the worker's step
  'free-mail',
  'automated',
  'personal',
  'capture-off',
  // either: hostile or broken input
  'malformed',
  'too-large',
  'future-date',
]);
export type RefusalReason = z.infer<typeof RefusalReason>;

export const Refusal = z.object({ reason: RefusalReason, detail: z.optional(text(100)) });
export type Refusal = z.infer<typeof Refusal>;
