import { ActivityEdit, CallNote } from '@/utils/model/activity';
import { BackupFound } from '@/utils/model/backup';
import { RefusalReason } from '@/utils/model/because';
import { FileProblem, ReadFile } from '@/utils/model/by-hand';
import { PageCapture, PageSite, Person, SeenMeeting, Site, ThreadHead } from '@/utils/model/captured';
import { ContactChange, ContactDraft } from '@/utils/model/contact';
import { MirrorScope } from '@/utils/model/mirror-scope';
import { SourceCounts } from '@/utils/model/self-check';
import { FieldFill, GateSettings, Settings } from '@/utils/model/settings';
import { day, list, record, someText, text, z } from '@/utils/model/zod';

/*
 * Two doors lead to the worker. A content script may send only `PageMessage`; our own pages send `Intent`. The worker
 * decides by the sender which of the two it parses, never by what the message says.
 */

const ids = list(someText(1000), 20).check(z.minLength(1));

/** What a page adapter tells the worker. */
export const PageMessage = z.discriminatedUnion('type', [
  /** Messages opened or sent. `held`: sent just now, may still be undone: kept until the site's undo window has passed. */
  z.object({ type: z.literal('captured'), captures: list(PageCapture, 50), held: z.boolean() }),
  /** A sent message was taken back. */
  z.object({ type: z.literal('send-undone'), site: Site, ids }),
  /**
   * What the visible page shows now; an empty `messages` where no thread is open.
   * `earlier`: how many messages of this thread the page knows but shows collapsed (offered on request).
   */
  z.object({
    type: z.literal('now-open'),
    site: Site,
    account: z.nullable(text(320)),
    threadIds: list(someText(200), 10),
    messages: list(ids, 500),
    earlier: list(ids, 500),
    /** The rep went to another site's part of the same page: takes nothing away that this one said meanwhile. */
    leaves: z.optional(z.boolean()),
  }),
  /** Heads of threads that a list or a response showed: who wrote last. */
  z.object({
    type: z.literal('listed'),
    site: Site,
    account: z.nullable(text(320)),
    heads: list(ThreadHead, 200),
  }),
  /**
   * Events of a calendar whose guests the page does not know, by their names and times alone: they begin nothing, and
   * say of a meeting that is known already where it stands now.
   */
  z.object({ type: z.literal('meetings-seen'), site: Site, meetings: list(SeenMeeting, 200) }),
  /** Own addresses learnt from the page. */
  z.object({ type: z.literal('own-addresses'), site: Site, addresses: list(someText(320), 50) }),
  z.object({
    type: z.literal('refused'),
    site: Site,
    ids,
    reason: RefusalReason,
    detail: z.optional(text(100)),
  }),
  /** The page or the wire has a shape that is not known. `shape` is markup or structure with its content censored. */
  z.object({ type: z.literal('drift'), site: Site, step: someText(100), shape: text(4000) }),
  /** Asks for `GateSettings`. */
  z.object({ type: z.literal('gate-settings'), site: Site, account: z.nullable(text(320)) }),
  /** Asks for the marks of messages that this tab has open; answered with `MarksAnswer`. */
  z.object({ type: z.literal('marks'), site: Site, ids: list(ids, 500) }),
  /** How much came on each way since this was told last. */
  z.object({ type: z.literal('sources'), site: Site, counts: SourceCounts }),
  /** The rep pressed a mark; answered with `OpenPanelAnswer`. */
  z.object({ type: z.literal('open-panel'), site: Site }),
]);
export type PageMessage = z.infer<typeof PageMessage>;

/** What the worker tells a content script. */
export const ToPage = z.discriminatedUnion('type', [
  /** Are you there? An answer says that the script is alive and of this version. */
  z.object({ type: z.literal('ping') }),
  z.object({ type: z.literal('gate-changed'), site: z.optional(PageSite), gate: GateSettings }),
  /** The rep asked for these messages in spite of a refusal, or for collapsed ones: capture them again. */
  z.object({ type: z.literal('capture-again'), ids: list(someText(1000), 500) }),
  /** Answered with `PageSample`: shapes, no words. */
  z.object({ type: z.literal('sample'), site: PageSite }),
  /** What a mark shows may have changed: ask again. */
  z.object({ type: z.literal('marks-changed') }),
]);
export type ToPage = z.infer<typeof ToPage>;

/** Which set of books a page of ours works on. Practice has a database of its own that reaches only the notebook. */
export const Book = z.enum(['real', 'practice']);
export type Book = z.infer<typeof Book>;

/** What our own pages ask the worker to do. Each is answered with `IntentAnswer`. */
export const Intent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('confirm'),
    book: Book,
    proposalIds: list(someText(60), 500),
    edit: z.optional(ActivityEdit),
  }),
  z.object({ type: z.literal('edit'), book: Book, proposalId: someText(60), edit: ActivityEdit }),
  /** Takes a confirmation back: before sending by not sending, after it by removing what was created in the CRM. */
  z.object({ type: z.literal('undo'), book: Book, proposalIds: list(someText(60), 500) }),
  z.object({ type: z.literal('dismiss'), book: Book, proposalIds: list(someText(60), 500) }),
  z.object({ type: z.literal('restore'), book: Book, proposalIds: list(someText(60), 500) }),
  z.object({ type: z.literal('snooze'), book: Book, proposalIds: list(someText(60), 500), until: z.int() }),
  /** Somebody whom the page names without an address, or does not name, was at this meeting, or is on this mail. */
  z.object({
    type: z.literal('add-guest'),
    book: Book,
    proposalId: someText(60),
    address: someText(320),
    name: z.optional(text(200)),
  }),
  /** A logged meeting moved or was cancelled: the record follows, stays as it is, or is as before again. */
  z.object({
    type: z.literal('meeting-change'),
    book: Book,
    proposalIds: list(someText(60), 500),
    how: z.enum(['take', 'leave', 'undo']),
  }),
  z.object({ type: z.literal('log-call'), book: Book, call: CallNote }),
  z.object({
    type: z.literal('never-log'),
    book: Book,
    kind: z.enum(['address', 'domain', 'word']),
    value: someText(320),
  }),
  z.object({ type: z.literal('show-anyway'), book: Book, tabId: z.int(), ids: list(someText(1000), 500) }),
  /** Files that the rep handed over, read by the page (utils/view/import-by-hand.ts). */
  z.object({ type: z.literal('import-files'), book: Book, files: list(ReadFile, 10).check(z.minLength(1)) }),
  /** Text that the rep pasted or selected; `from`: whom they named when nobody was found in it. */
  z.object({
    type: z.literal('import-text'),
    book: Book,
    text: text(400_000),
    from: z.optional(Person),
  }),
  /** The one review of what the mailbox's list shows: propose these; none: it is not offered again. */
  z.object({ type: z.literal('propose-listed'), book: Book, threadIds: list(someText(200), 300) }),
  z.object({ type: z.literal('create-contact'), book: Book, draft: ContactDraft }),
  /** A known contact's new phone or title, read in a signature and confirmed by the rep. */
  z.object({ type: z.literal('update-contact'), book: Book, change: ContactChange }),
  /** The rep leaves the contact as it is; the same value is not offered again. */
  z.object({ type: z.literal('decline-update'), book: Book, change: ContactChange }),
  /** "Wrong? Choose": who somebody is, where they work, which deal a thread belongs to; null for none. */
  z.object({
    type: z.literal('correct'),
    book: Book,
    proposalId: someText(60),
    kind: z.enum(['contact', 'company', 'deal']),
    address: z.optional(someText(320)),
    chosenId: z.nullable(someText(200)),
  }),
  z.object({ type: z.literal('forget-correction'), book: Book, id: someText(600) }),
  z.object({
    type: z.literal('follow-up-done'),
    book: Book,
    kind: z.enum(['waiting', 'task']),
    id: someText(200),
  }),
  z.object({ type: z.literal('follow-up-snooze'), book: Book, id: someText(200), until: z.int() }),
  /** Takes the last of the two back; a task's only until it is sent. */
  z.object({
    type: z.literal('follow-up-restore'),
    book: Book,
    kind: z.enum(['waiting', 'task']),
    id: someText(200),
  }),
  z.object({ type: z.literal('reschedule-task'), book: Book, taskId: someText(200), dueDate: day }),
  /** Tries an entry again that needs a person, or gives it up (the proposal is open again). */
  z.object({ type: z.literal('retry'), book: Book, outboxId: someText(60) }),
  z.object({ type: z.literal('give-up'), book: Book, outboxId: someText(60) }),
  z.object({ type: z.literal('consent'), sites: list(PageSite, 10) }),
  z.object({ type: z.literal('withdraw-consent') }),
  z.object({ type: z.literal('connect-crm'), connector: someText(40), settings: record }),
  z.object({ type: z.literal('disconnect-crm') }),
  z.object({ type: z.literal('fill-fields'), fills: list(FieldFill, 200) }),
  z.object({ type: z.literal('mirror-scope'), scope: MirrorScope }),
  z.object({ type: z.literal('count-scopes') }),
  /** The notebook's entries go into the connected CRM, or stay where they are. */
  z.object({ type: z.literal('transfer-notebook'), how: z.enum(['start', 'leave']) }),
  z.object({ type: z.literal('first-log-seen') }),
  z.object({ type: z.literal('sync-now'), book: Book }),
  z.object({
    type: z.literal('change-settings'),
    change: z.partial(
      z.pick(Settings, {
        ownAddresses: true,
        ownDomains: true,
        neverLog: true,
        overruled: true,
        declinedUpdates: true,
        logText: true,
        undoSeconds: true,
        notesTemplate: true,
        mark: true,
        workingHours: true,
        holidays: true,
        quietDays: true,
        morningNote: true,
        welcomeStep: true,
      }),
    ),
  }),
  z.object({ type: z.literal('reload-tab'), tabId: z.int() }),
  /** The notebook as sheets; everything as one file is `export-everything`. */
  z.object({ type: z.literal('export-notebook'), book: Book }),
  z.object({ type: z.literal('export-everything') }),
  /** `packed`: the file's text (utils/platform/pack.ts). `look`: only says what taking it in would change. */
  z.object({
    type: z.literal('import-everything'),
    packed: text(60_000_000),
    how: z.enum(['look', 'take']),
  }),
  z.object({ type: z.literal('export-sample') }),
  z.object({ type: z.literal('forget-everything') }),
  z.object({ type: z.literal('start-practice') }),
  z.object({ type: z.literal('leave-practice') }),
]);
export type Intent = z.infer<typeof Intent>;

const TextFile = z.object({ name: text(200), mime: text(100), content: z.string() });

/** Why something handed over is not proposed. `import-refused`: args are the gate's reason. */
const ImportProblem = z.object({
  code: z.enum([...FileProblem.options, 'import-refused']),
  args: list(text(500), 6),
});
export type ImportProblem = z.infer<typeof ImportProblem>;

/**
 * The worker's answer to an intent. `ok: true` is said only when it is stored.
 * `problem` is a code with arguments; its sentence is made in utils/i18n.
 */
export const IntentAnswer = z.union([
  z.object({
    ok: z.literal(true),
    /** Proposals that were really changed, with what they became. */
    proposalIds: z.optional(list(someText(60), 500)),
    /** Until when an undo costs nothing. */
    undoUntil: z.optional(z.int()),
    outboxId: z.optional(someText(60)),
    /** A file's text, for exports. */
    file: z.optional(TextFile),
    /** Several, where an export has a file for each table. */
    files: z.optional(list(TextFile, 10)),
    /** A file whose content is packed (utils/platform/pack.ts). */
    packedFile: z.optional(TextFile),
    found: z.optional(BackupFound),
    userName: z.optional(text(300)),
    /** How many contacts each scope would bring. */
    contactCounts: z.optional(list(z.object({ scope: MirrorScope, count: z.int() }), 4)),
    /** Files of an import that gave nothing; the others did. */
    notImported: z.optional(list(z.object({ name: text(300), problem: ImportProblem }), 10)),
  }),
  z.object({
    ok: z.literal(false),
    problem: z.object({
      code: z.enum([
        'not-open',
        'not-found',
        'storage-full',
        'storage-failed',
        'malformed',
        'no-permission',
        'insecure-address',
        'not-a-url',
        'crm-fault',
        'sign-in-closed',
        'not-that-crm',
        'already-exists',
        'tab-gone',
        'undo-too-late',
        ...FileProblem.options,
        'import-refused',
        /** args: the kind of activity that the CRM has no place for. */
        'no-such-kind',
        'on-never-log',
        'backup-unreadable',
        /** args: the file's version. */
        'backup-newer',
        /** args: how many bytes it may have. */
        'backup-too-large',
      ]),
      args: list(text(500), 6),
    }),
  }),
]);
export type IntentAnswer = z.infer<typeof IntentAnswer>;

/** What a tab shows, as the worker keeps it for the panel (in `storage.session`). */
export const OpenInTab = z.object({
  tabId: z.int(),
  /** Absent: the real book. The practice page's tab says `practice`, so that the panel shows that book. */
  book: z.optional(Book),
  site: Site,
  account: z.nullable(text(320)),
  threadIds: list(someText(200), 10),
  messages: list(ids, 500),
  earlier: list(ids, 500),
  at: z.int(),
});
export type OpenInTab = z.infer<typeof OpenInTab>;

/** Why the last mail that came could not be stored, by book; `storage.session` keeps it under `not-kept`. */
export const NotKept = z.partialRecord(Book, z.enum(['storage-full', 'storage-failed']));
export type NotKept = z.infer<typeof NotKept>;

/** A mail tab whose script does not answer; `storage.session` keeps a list of them under `stale-tabs`. */
export const StaleTab = z.object({ tabId: z.int(), windowId: z.optional(z.int()) });
export type StaleTab = z.infer<typeof StaleTab>;
