import { Activity } from '@/utils/model/activity';
import { Because } from '@/utils/model/because';
import { Captured, Person } from '@/utils/model/captured';
import { ContactChange } from '@/utils/model/contact';
import { instant, list, someText, text, z } from '@/utils/model/zod';

/** How the people on a mail relate to the CRM. */
export const Match = z.object({
  contacts: list(
    z.object({ contactId: someText(200), name: text(300), address: text(320), because: list(Because, 5) }),
    50,
  ),
  company: z.optional(z.object({ companyId: someText(200), name: text(300), because: list(Because, 5) })),
  /** The deal that it belongs to: the thread's earlier choice, else the only open one. Absent where several would do. */
  deal: z.optional(z.object({ dealId: someText(200), title: text(300), because: list(Because, 5) })),
  /** External people whom the CRM does not know. */
  strangers: list(Person, 100),
});
export type Match = z.infer<typeof Match>;

/**
 * open ──confirm──▶ confirmed ──drained──▶ logged
 *  │ ▲                  │ undo                │ undo (removes in the CRM)
 *  │ └──────────────────┴─────────────────────┘
 *  ├──dismiss──▶ dismissed ──restore──▶ open
 *  └──snooze───▶ snoozed ───due / restore──▶ open
 * upcoming (a meeting that has not ended) ──ended──▶ open; ──cancelled, declined──▶ removed
 */
const stateFields = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open') }),
  z.object({ state: z.literal('confirmed'), outboxId: someText(60), confirmedAt: instant }),
  z.object({ state: z.literal('dismissed'), dismissedAt: instant }),
  z.object({ state: z.literal('snoozed'), until: instant }),
  z.object({ state: z.literal('upcoming'), until: instant }),
  z.object({
    state: z.literal('logged'),
    loggedAt: instant,
    /** Absent where it was found already logged by somebody else. */
    outboxId: z.optional(someText(60)),
    remoteId: z.optional(text(200)),
  }),
]);

export const ContactUpdate = z.object({ ...ContactChange.shape, sentence: text(1000) });
export type ContactUpdate = z.infer<typeof ContactUpdate>;

export const Proposal = z.object({
  id: someText(60),
  /** All ids of the message, for joining (multi-entry index). */
  aliases: list(someText(1000), 40),
  threadIds: list(someText(200), 10),
  account: z.nullable(text(320)),
  sentAt: instant,
  capturedAt: instant,
  /** `quiet`: a stranger nobody wrote to; shown as one line, not counted. */
  weight: z.enum(['counted', 'quiet']),
  captured: Captured,
  activity: Activity,
  match: Match,
  because: list(Because, 10),
  /** Where fields of the activity were read, verbatim; a next step has its own sentence. */
  evidence: z.optional(
    z.object({
      outcome: z.optional(text(1000)),
      /** Quoted lines that the next step's sentence, and those of the summary, answer. */
      stepAnswers: z.optional(text(300)),
      summaryAnswers: z.optional(list(text(300), 3)),
    }),
  ),
  /** What the sender's signature says anew of a contact that the CRM knows; `sentence` is the line. */
  contactUpdates: z.optional(list(ContactUpdate, 10)),
  /**
   * A meeting that moved or was cancelled after it was logged: what the CRM's record should say now. The rep decides.
   */
  update: z.optional(Activity),
  /** The change that the rep left as it is (utils/proposals/meeting-change.ts), not offered again. */
  leftAs: z.optional(text(200)),
  status: stateFields,
});
export type Proposal = z.infer<typeof Proposal>;
export type ProposalStatus = Proposal['status'];
