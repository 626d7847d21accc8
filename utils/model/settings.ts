import { ActivityKind } from '@/utils/model/activity';
import { PageSite } from '@/utils/model/captured';
import { ContactChange, CrmAccountId } from '@/utils/model/contact';
import { WrittenKind } from '@/utils/model/crm-schema';
import { MirrorScope } from '@/utils/model/mirror-scope';
import { PracticeProgress, WelcomeStep } from '@/utils/model/practice';
import { day, instant, list, record, someText, text, z } from '@/utils/model/zod';

/** Bump when what we read or send changes in a way the rep must agree to anew. */
export const CONSENT_VERSION = 1;

export const Consent = z.object({
  version: z.int(),
  at: instant,
  sites: list(PageSite, 10),
});
export type Consent = z.infer<typeof Consent>;

/** The rep's never-log list: local, never shown to anybody, never in the ledger. */
export const NeverLog = z.object({
  addresses: list(someText(320), 2000),
  domains: list(someText(253), 2000),
  words: list(someText(100), 500),
});
export type NeverLog = z.infer<typeof NeverLog>;

/** A hold that the rep found wrong: mail of this person is not held for this reason again. */
export const Overruled = z.object({
  address: someText(320),
  reason: z.enum(['personal', 'automated', 'free-mail']),
});
export type Overruled = z.infer<typeof Overruled>;

/** News of a known contact that the rep did not take over: the same value is not offered again. `name` is the contact's. */
export const DeclinedUpdate = z.extend(z.pick(ContactChange, { contactId: true, field: true, new: true }), {
  name: text(300),
});
export type DeclinedUpdate = z.infer<typeof DeclinedUpdate>;

/** What a sign-in gave. `said`: what the answer told besides that a connector needs (an instance's address). */
export const Tokens = z.object({
  access: someText(8000),
  refresh: z.optional(someText(8000)),
  /** Absent where the server does not say; then a refusal says it. */
  expiresAt: z.optional(instant),
  said: record,
});
export type Tokens = z.infer<typeof Tokens>;

/** Ours that may go into a field of the CRM's besides; `ask`: each entry asks. */
export const FillSource = z.enum(['ask', 'summary', 'nextStep', 'nextStepDue', 'outcome', 'direction']);
export type FillSource = z.infer<typeof FillSource>;

/** What the rep says once for a field of every record of a kind. */
export const FieldFill = z.object({
  kind: WrittenKind,
  field: someText(200),
  /** What goes there, where `from` is absent. */
  value: text(4000),
  from: z.optional(FillSource),
  /** What an outcome or a direction is called there, by our word for it. */
  words: z.optional(record),
});
export type FieldFill = z.infer<typeof FieldFill>;

/** A connected CRM. `settings` are the connector's own (server, database, key): secrets, kept in IndexedDB only. */
export const CrmConnection = z.object({
  connector: someText(40),
  account: CrmAccountId,
  settings: record,
  /** Where the CRM has a sign-in page. Secret, kept in IndexedDB only. */
  tokens: z.optional(Tokens),
  userName: text(300),
  connectedAt: instant,
  /** What this CRM has a place for, as its session said last; absent until it did. */
  kinds: z.optional(list(ActivityKind, 10)),
  fills: z.optional(list(FieldFill, 200)),
  /** What its session learnt of server and user, for a day; no key (utils/crm/connector.ts, `Learnt`). */
  learnt: z.optional(z.object({ at: instant, text: text(2000) })),
  /** Absent: all. */
  scope: z.optional(MirrorScope),
  /** Of a connector that nobody could try live: its first entry, read back. */
  firstLog: z.optional(
    z.object({
      at: instant,
      subject: text(1000),
      /** Whether the CRM found it when it was asked. */
      found: z.boolean(),
      link: z.optional(text(2000)),
      /** The rep has looked at it. */
      seen: z.boolean(),
    }),
  ),
});
export type CrmConnection = z.infer<typeof CrmConnection>;

/** Begins the proposal's id of an entry that came from the notebook: it has none. */
export const TRANSFER_ID = 'transfer-';

/** Taking the notebook's entries over into a CRM (utils/actions/transfer-notebook.ts). */
export const Transfer = z.object({
  account: CrmAccountId,
  state: z.enum(['offered', 'running', 'done', 'left']),
  /** Entries in the notebook. */
  total: z.int(),
  queued: z.int(),
  /** Entries with nobody on them whom the CRM knows, or of a kind that it has no place for. */
  skipped: z.int(),
  /** Up to which of the notebook's changes they were looked at. */
  after: z.int(),
});
export type Transfer = z.infer<typeof Transfer>;

/** When the rep works: weekdays (0 is Sunday), and minutes since midnight in their own zone. */
export const WorkingHours = z.object({
  days: list(z.int().check(z.gte(0), z.lte(6)), 7),
  from: z.int().check(z.gte(0), z.lte(1440)),
  to: z.int().check(z.gte(0), z.lte(1440)),
});
export type WorkingHours = z.infer<typeof WorkingHours>;

/** Monday to Friday, nine to six: what holds until the rep says something else. */
export const USUAL_HOURS: WorkingHours = { days: [1, 2, 3, 4, 5], from: 9 * 60, to: 18 * 60 };

/** After how many days without an answer a thread may be asked about. */
export const QUIET_DAYS = [3, 5, 7, 14] as const;

export const Settings = z.object({
  /** Null: capture is off. */
  consent: z.nullable(Consent),
  crm: CrmConnection,
  transfer: z.optional(Transfer),
  ownAddresses: list(someText(320), 200),
  /** Added by the rep; domains of own addresses count by themselves unless they are free mail. */
  ownDomains: list(someText(253), 200),
  neverLog: NeverLog,
  /** Goes with *forget everything*; the never-log list goes before it. */
  overruled: z.optional(list(Overruled, 2000)),
  /** Of the connected account alone: another has other contacts. */
  declinedUpdates: z.optional(list(DeclinedUpdate, 2000)),
  /** How much of a mail's text is logged. */
  logText: z.enum(['none', 'summary', 'own-words']),
  /** Seconds between a confirmation and sending. */
  undoSeconds: z.int().check(z.gte(0), z.lte(60)),
  /** Lines that one press puts into a meeting's notes; absent: ours, in the reader's language. */
  notesTemplate: z.optional(text(1000)),
  /** Whether a mark stands beside each open message in the mail page; absent: yes. */
  mark: z.optional(z.boolean()),
  /** The rep has been offered, once, what the mailbox's list shows of known contacts. */
  listReviewed: z.optional(z.boolean()),
  /** Absent: Monday to Friday, nine to six. */
  workingHours: z.optional(WorkingHours),
  holidays: z.optional(list(day, 400)),
  /** Absent: 3. */
  quietDays: z.optional(z.union([z.literal(3), z.literal(5), z.literal(7), z.literal(14)])),
  /** Whether a notification tells at the start of work what is due; absent: no. */
  morningNote: z.optional(z.boolean()),
  /** Where the rep left the welcome page. */
  welcomeStep: z.optional(WelcomeStep),
  /** In the practice book alone, from its beginning on. */
  practice: z.optional(PracticeProgress),
});
export type Settings = z.infer<typeof Settings>;

/** The sites that the rep agreed to have read as we read them today; what was agreed to earlier must be asked anew. */
export function consentedSites({ consent }: Settings): PageSite[] {
  return consent?.version === CONSENT_VERSION ? consent.sites : [];
}

/** What a content script may know: enough to refuse in the page, nothing of the CRM. */
export const GateSettings = z.object({
  capture: z.boolean(),
  ownAddresses: list(someText(320), 200),
  /** Never a free-mail provider's. */
  ownDomains: list(someText(253), 400),
  neverLog: NeverLog,
  /** Set by the replay driver alone: everything captured is handed over. */
  gateOff: z.boolean(),
  /** Whether the page shows marks; absent: no. */
  mark: z.optional(z.boolean()),
});
export type GateSettings = z.infer<typeof GateSettings>;
