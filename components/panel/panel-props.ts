import type { ReadonlySignal } from '@preact/signals';
import type { ActivityEdit, ActivityKind, CallNote } from '@/utils/model/activity';
import type { Because, RefusalReason } from '@/utils/model/because';
import type { PageSite, Person, Signature, Site } from '@/utils/model/captured';
import type { Contact, ContactChange, ContactDraft, Deal } from '@/utils/model/contact';
import type { CrmField, WrittenKind } from '@/utils/model/crm-schema';
import type { Book, IntentAnswer } from '@/utils/model/messages';
import type { Fault, OutboxEntry } from '@/utils/model/outbox';
import type { Proposal } from '@/utils/model/proposal';

/*
 * What the panel's components are given. utils/view builds it; the two meet in entrypoints/sidepanel, where the
 * compiler compares them.
 */

export interface StrangerView {
  person: Person;
  draft: ContactDraft;
  duplicates: { contact: Contact; because: Because }[];
  /** Where the draft's details were read. */
  signature?: Signature;
}

export interface HeadView {
  name: string;
  address: string;
  title?: string;
  companyName?: string;
}

/** What else is known of the people that the open mail or meeting is about. */
export interface CustomerView {
  deals: Deal[];
  last: { id: string; kind: ActivityKind; subject: string; at: number }[];
  others: { contactId: string; name: string; address: string; companyName?: string }[];
}

/** A record that the rep may choose in the place of what was matched. */
export interface PickView {
  id: string;
  name: string;
  about: string[];
  deal?: Deal;
  because?: Because;
}

/** Whom or what is chosen for; `address`: the person on the mail that is meant, of a contact. */
export interface PickForView {
  kind: 'contact' | 'company' | 'deal';
  proposal: Proposal;
  address?: string;
}

/** Choosing in the place of what was matched: remembered for that person or thread, and forgotten again. */
export interface PickActions {
  findPicks(of: PickForView, typed: string): Promise<PickView[]>;
  /** `name`: the chosen record's, for the status line; `chosenId` null: none of them. */
  correct(of: PickForView, chosenId: string | null, name: string): Promise<boolean>;
  /** Whether it stands so because the rep chose it. */
  isChosen(of: PickForView): Promise<boolean>;
  forgetChoice(of: PickForView): Promise<void>;
}

export interface OpenThreadView {
  kind: 'thread';
  tabId: number;
  head: HeadView | null;
  /** Null while it is not read. */
  customer?: CustomerView | null;
  offered: Proposal[];
  decided: Proposal[];
  refused: { ids: string[]; reason: RefusalReason }[];
  earlier: string[][];
  reading: boolean;
  strangers: StrangerView[];
  /** Outbox entries that wait for the rep. */
  stuck: ReadonlySet<string>;
}

export type OpenView =
  | { kind: 'loading' | 'no-consent' | 'nothing' }
  /** `here`: a site that the tab shows and that the rep did not turn on; `off`: all that are not turned on. */
  | { kind: 'other-page'; here: PageSite | null; off: PageSite[] }
  | OpenThreadView;

export interface ThreadView {
  id: string;
  /** The newest first. */
  proposals: Proposal[];
  /** The day of its newest, as its midnight; ms since 1970. */
  day: number;
  /** Threads of one customer have the same. */
  customer: string;
}

export interface QueueView {
  threads: ThreadView[];
  quiet: ThreadView[];
  total: number;
}

export interface OfferView {
  kind: 'logged' | 'dismissed' | 'snoozed' | 'changed' | 'left';
  proposalIds: string[];
  subject: string;
  from: number;
  until: number;
}

export type NoticeView =
  | { kind: 'storage' | 'unreachable' | 'offline' }
  | { kind: 'host'; sites: PageSite[] }
  | { kind: 'not-kept'; code: 'storage-full' | 'storage-failed' }
  | { kind: 'problem'; problem: Extract<IntentAnswer, { ok: false }>['problem'] }
  | { kind: 'stale'; tabId: number }
  | { kind: 'drift'; id: string; site: Site; report: string }
  | { kind: 'signed-out'; waiting: number }
  /** The CRM does not take what is sent, or is not read any more. `since`: from when on. */
  | { kind: 'crm-trouble'; fault: Fault; since: number; waiting: number }
  /** The CRM's contacts are being read for the first time. */
  | { kind: 'reading'; rows: number }
  /** Of a connector that nobody could try live. */
  | { kind: 'first-log'; subject: string; found: boolean; link?: string };

/** What became of the customer mails and meetings of the last 30 days. */
export interface CoverageView {
  seen: number;
  logged: number;
  waiting: number;
  onTheWay: number;
  leftOut: number;
  lost: number;
  /** When an entry last arrived, when the CRM was last read; null where never. */
  lastAt: number | null;
  readAt: number | null;
}

export interface PanelModel {
  now: ReadonlySignal<number>;
  /** Told four times a second while something can be taken back. */
  tick: ReadonlySignal<number>;
  book: ReadonlySignal<Book>;
  open: ReadonlySignal<OpenView>;
  queue: ReadonlySignal<QueueView>;
  /** The list came to the end of what was read of it. */
  readMore: () => void;
  offer: ReadonlySignal<OfferView | null>;
  inHand: ReadonlySignal<{ stuck: OutboxEntry[]; onTheWay: OutboxEntry[] }>;
  coverage: ReadonlySignal<{ logged: number; waiting: number; onTheWay: number; stuck: number }>;
  /** Null while it is not counted. */
  covered: ReadonlySignal<CoverageView | null>;
  notices: ReadonlySignal<NoticeView[]>;
  loading: ReadonlySignal<boolean>;
  recent: ReadonlySignal<Proposal[]>;
  /** Logged meetings that moved or were cancelled since. */
  changes: ReadonlySignal<Proposal[]>;
  connector: ReadonlySignal<string>;
  pending: ReadonlySignal<ReadonlySet<string>>;
  said: ReadonlySignal<string>;
}

export interface SnoozeView {
  id: 'laterToday' | 'tomorrow' | 'nextWeek';
  at: number;
}

/** Fields that the connected CRM wants filled and that nothing of ours goes into. `crm` is the connector's id. */
export interface AskedView {
  crm: string;
  fields: CrmField[];
  /** Of the task that a next step becomes. */
  task?: CrmField[];
}

/** What a rep can do with proposals, wherever they are shown. */
export interface ProposalActions extends PickActions {
  confirm(proposals: readonly Proposal[], edit?: ActivityEdit): Promise<void>;
  edit(proposal: Proposal, edit: ActivityEdit): Promise<boolean>;
  dismiss(proposals: readonly Proposal[]): Promise<void>;
  restore(proposalIds: string[]): Promise<void>;
  snooze(proposals: readonly Proposal[], until: number): Promise<void>;
  neverLog(kind: 'address' | 'domain', value: string): Promise<void>;
  snoozeTimes(now: number): SnoozeView[];
  addGuest(proposal: Proposal, address: string, name?: string): Promise<boolean>;
  /** The id of the connected CRM where it has no place for this, else null. */
  lacks(kind: ActivityKind): string | null;
  asks(kind: WrittenKind): AskedView;
  /** What one press puts into a meeting's notes. */
  notesTemplate(): string;
}

/** Somebody of the CRM whom the rep may have talked to. */
export interface PersonView {
  contactId: string;
  name: string;
  companyName?: string;
  phone?: string;
}

export interface CallActions {
  /** `name`: whom it was with, for the status line. */
  logCall(call: CallNote, name: string): Promise<boolean>;
  findPeople(name: string): Promise<PersonView[]>;
  lacks(kind: ActivityKind): string | null;
  asks(kind: WrittenKind): AskedView;
}

export interface PanelActions extends ProposalActions, CallActions {
  takeChange(proposal: Proposal): Promise<void>;
  leaveChange(proposal: Proposal): Promise<void>;
  undoChange(proposalIds: string[]): Promise<void>;
  undo(proposalIds: string[], logged: boolean): Promise<void>;
  showAnyway(tabId: number, ids: string[]): Promise<boolean>;
  createContact(draft: ContactDraft): Promise<boolean>;
  updateContact(change: ContactChange): Promise<void>;
  declineUpdate(change: ContactChange): Promise<void>;
  retry(outboxId: string): Promise<void>;
  giveUp(outboxId: string): Promise<void>;
  reloadTab(tabId: number): Promise<void>;
  clearProblem(): void;
  firstLogSeen(): Promise<void>;
  copy(text: string): Promise<void>;
  /** Ask the browser for the sites' hosts; to be called in the press itself. */
  allowHosts(sites: PageSite[]): void;
  /** And agrees to its being read. */
  readSite(site: PageSite): Promise<boolean>;
  openPage(page: 'welcome' | 'options' | 'options-crm' | 'options-drift' | 'practice' | PageSite): void;
  /** The keys that open the panel, as the browser has them; empty where none are set. */
  panelKeys: ReadonlySignal<string>;
  keys: { enabled(): boolean; enable(on: boolean): void };
}
