import { Activity } from '@/utils/model/activity';
import { ContactChange, ContactDraft, CrmAccountId, TaskDraft } from '@/utils/model/contact';
import { day, instant, list, someText, text, z } from '@/utils/model/zod';

/** Why the CRM did not take something. The engine switches on `kind` and never on numbers or text. */
export const Fault = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('offline') }),
  z.object({ kind: z.literal('signed-out') }),
  /** The user may not do this; `what` is the CRM's own word for it. */
  z.object({ kind: z.literal('not-permitted'), what: z.optional(text(300)) }),
  /** Asked to wait; `retryAt` is an instant, absent where the CRM did not say. */
  z.object({ kind: z.literal('slow-down'), retryAt: z.optional(instant) }),
  /** The CRM read it and said no; `reason` is its own sentence, `field` where it names one. */
  z.object({ kind: z.literal('refused'), reason: text(500), field: z.optional(text(100)) }),
  /** The record, or what it hangs under, no longer exists. */
  z.object({ kind: z.literal('gone') }),
  /** Not this CRM's language: HTML, broken JSON, an unknown shape. `step` names the request. */
  z.object({ kind: z.literal('not-understood'), step: text(200) }),
]);
export type Fault = z.infer<typeof Fault>;

/** What is to be done in the CRM. */
export const Job = z.discriminatedUnion('op', [
  z.object({ op: z.literal('log-activity'), proposalId: someText(60), activity: Activity }),
  z.object({ op: z.literal('remove-activity'), proposalId: someText(60), remoteId: someText(200) }),
  /** What is logged already says something else now: a meeting moved, or the rep corrected it. */
  z.object({
    op: z.literal('update-activity'),
    proposalId: someText(60),
    remoteId: someText(200),
    activity: Activity,
    /** What it said before, for taking the change back. */
    before: z.optional(Activity),
  }),
  /** The CRM shows another record of what `logId` logged: of the two the first stays (utils/sync/keep-first.ts). */
  z.object({ op: z.literal('keep-first'), logId: someText(60), otherId: someText(200) }),
  z.object({ op: z.literal('create-contact'), draft: ContactDraft }),
  z.object({ op: z.literal('update-contact'), change: ContactChange }),
  /** The next step of a confirmed proposal; `logId` is the entry that logs its activity and goes before it. */
  z.object({
    op: z.literal('create-task'),
    proposalId: someText(60),
    logId: someText(60),
    draft: TaskDraft,
  }),
  z.object({ op: z.literal('remove-task'), proposalId: someText(60), taskId: someText(200) }),
  z.object({ op: z.literal('complete-task'), taskId: someText(200) }),
  /** `before`: its day until then, for giving the change up. */
  z.object({
    op: z.literal('reschedule-task'),
    taskId: someText(200),
    dueDate: day,
    before: z.optional(day),
  }),
]);
export type Job = z.infer<typeof Job>;

/**
 * queued ──claimed (lease)──▶ sending ──answer──▶ done
 *   ▲  ▲                        │ │ no answer, or the lease ran out
 *   │  └──slow-down, offline────┘ ▼
 *   │                        unconfirmed ──find says "not there"──▶ queued
 *   │                             └──────find says "there"────────▶ done
 *   └──person decided──── needs-person ◀──refused, signed out, not permitted
 */
const state = z.discriminatedUnion('state', [
  z.object({ state: z.literal('queued'), notBefore: instant, last: z.optional(Fault) }),
  z.object({ state: z.literal('sending'), lease: someText(60), leaseUntil: instant }),
  z.object({ state: z.literal('unconfirmed'), notBefore: instant }),
  z.object({ state: z.literal('needs-person'), fault: Fault, since: instant }),
  z.object({
    state: z.literal('done'),
    at: instant,
    remoteId: text(200),
    /** False where the record was there already: undo then removes nothing that is not ours. */
    created: z.boolean(),
  }),
]);

export const OutboxEntry = z.object({
  id: someText(60),
  /** UUIDv5 over kind, normalised Message-ID and CRM account; not the user, so that two colleagues make one record. */
  key: someText(60),
  /** Every id under which the CRM may already hold it. */
  aliases: list(someText(1000), 40),
  crmAccount: CrmAccountId,
  job: Job,
  createdAt: instant,
  /** How often it was handed to the CRM. */
  attempts: z.int().check(z.gte(0)),
  status: state,
});
export type OutboxEntry = z.infer<typeof OutboxEntry>;
export type OutboxStatus = OutboxEntry['status'];
