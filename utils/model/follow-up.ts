import { Person } from '@/utils/model/captured';
import { day, instant, list, someText, text, z } from '@/utils/model/zod';

/** What is known of a thread's turn: who wrote last, and as of when we know it. */
export const ThreadTurn = z.object({
  threadId: someText(200),
  threadIds: list(someText(200), 10),
  account: z.nullable(text(320)),
  subject: text(1000),
  lastAt: instant,
  lastFrom: Person,
  lastFromMe: z.boolean(),
  /** The customer on it, where one is known. */
  customer: z.optional(
    z.object({ name: text(300), contactId: z.optional(someText(200)), companyName: z.optional(text(300)) }),
  ),
  url: text(2000),
  asOf: instant,
  /** The rep said this needs nothing more; a newer mail from the customer brings it back. */
  doneAt: z.optional(instant),
  snoozedUntil: z.optional(instant),
});
export type ThreadTurn = z.infer<typeof ThreadTurn>;

/** What is at stake with a customer: their most valuable open deal. */
export const Stake = z.object({ title: text(300), value: z.number(), currency: z.optional(text(3)) });
export type Stake = z.infer<typeof Stake>;

/** What a row about a thread tells besides the thread. */
const around = {
  stake: z.optional(Stake),
  phone: z.optional(text(60)),
  /** The newest mail of this thread that is proposed and not decided. */
  proposalId: z.optional(someText(60)),
};

/** A row of the popup. */
export const FollowUp = z.discriminatedUnion('kind', [
  /** `waitedMs`: in the rep's working hours. */
  z.object({ kind: z.literal('waiting'), id: someText(200), turn: ThreadTurn, waitedMs: z.int(), ...around }),
  /** The rep wrote last, and nobody has answered for this many days. */
  z.object({ kind: z.literal('quiet'), id: someText(200), turn: ThreadTurn, days: z.int(), ...around }),
  z.object({
    kind: z.literal('task'),
    id: someText(200),
    title: text(500),
    dueDate: text(10),
    overdueDays: z.int(),
    who: z.optional(text(300)),
    phone: z.optional(text(60)),
  }),
  /** What the rep promised in a mail that is not logged yet, and so is no task. `id` is its proposal's. */
  z.object({
    kind: z.literal('promise'),
    id: someText(60),
    sentence: text(1000),
    /** What is to be done, as it will stand in the task. */
    text: someText(500),
    dueDate: day,
    overdueDays: z.int(),
    who: z.optional(text(300)),
    phone: z.optional(text(60)),
    url: text(2000),
  }),
  /** A meeting with a customer that has ended and is not logged, without a word of the rep's. `id` is its proposal's. */
  z.object({
    kind: z.literal('notes'),
    id: someText(60),
    title: text(1000),
    endedAt: instant,
    who: z.optional(text(300)),
    phone: z.optional(text(60)),
  }),
]);
export type FollowUp = z.infer<typeof FollowUp>;
