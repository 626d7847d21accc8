import type { ReadonlySignal } from '@preact/signals';
import type { ActivityKind } from '@/utils/model/activity';
import type { BackupFound } from '@/utils/model/backup';
import type { Contact } from '@/utils/model/contact';
import type { CrmField, WrittenKind } from '@/utils/model/crm-schema';
import type { LedgerLine } from '@/utils/model/ledger';
import type { IntentAnswer } from '@/utils/model/messages';
import type { MirrorScope } from '@/utils/model/mirror-scope';
import type { Sources } from '@/utils/model/self-check';
import type { FieldFill, Settings, Transfer } from '@/utils/model/settings';

export type Problem = Extract<IntentAnswer, { ok: false }>['problem'];

/** One field of a connector's settings form. */
export interface FieldView {
  name: string;
  kind: 'url' | 'text' | 'secret' | 'email';
  required: boolean;
  example?: string;
}

export interface ConnectorView {
  id: string;
  name: string;
  fields: FieldView[];
  confirmedLive: boolean;
  scopes: readonly MirrorScope[];
  /** There where the CRM has a sign-in page. */
  signIn?: unknown;
}

/** One field of a record as it will be written. */
export interface WrittenFieldView {
  name: string;
  label: string;
  required: boolean;
  kind: CrmField['kind'];
  choices?: { value: string; label: string }[];
  /** Which of ours goes there. */
  ours?: string;
  example?: string;
  /** What the rep said once for every one. */
  fill?: FieldFill;
}

export interface WrittenView {
  /** The CRM itself said what it has. */
  checked: boolean;
  records: { kind: WrittenKind; record: string; fields: WrittenFieldView[] }[];
  /** The proposal that the examples are of; empty where there is none. */
  example: string;
}

export type FillView = FieldFill;

/** The notebook's entries on their way into the CRM. */
export interface TransferView {
  state: Transfer['state'];
  total: number;
  queued: number;
  skipped: number;
  /** Of those queued, how many are there. */
  done: number;
}

/** `asking`: the browser's prompt is open; `connecting`: the CRM is asked who we are. */
export type ConnectState =
  | { state: 'idle' }
  | { state: 'asking' }
  | { state: 'connecting' }
  | { state: 'denied' }
  | { state: 'failed'; problem: Problem; connector: string }
  | { state: 'done'; userName: string };

export interface DriftView {
  id: string;
  site: string;
  step: string;
  shape: string;
  at: number;
  times: number;
}

export interface TimelineView {
  key: string;
  activity: {
    subject: string;
    at: number;
    kind: ActivityKind;
    direction: 'received' | 'sent';
    summary: string;
  };
}

/** A file that was looked at, and waits for the rep's word. */
export interface BackupPreview {
  state: 'found' | 'taking';
  name: string;
  found: BackupFound;
}

/** Saving everything to a file, and bringing one in. `name`: the file's. */
export type BackupView =
  | { state: 'idle' | 'saving' }
  | { state: 'saved' | 'reading'; name: string }
  | { state: 'taken'; name: string; found: BackupFound }
  | BackupPreview
  | { state: 'failed'; problem: Problem };

/** One of the rep's choices of whom or what something belongs to. */
export interface ChoiceView {
  id: string;
  kind: 'contact' | 'company' | 'deal';
  /** Addresses; of a deal the thread's subject, where it is still known. */
  about: string[];
  /** Empty: none. */
  chosen: string;
  at: number;
}

export type SettingsChange = Partial<
  Pick<
    Settings,
    | 'ownAddresses'
    | 'ownDomains'
    | 'neverLog'
    | 'overruled'
    | 'declinedUpdates'
    | 'logText'
    | 'undoSeconds'
    | 'mark'
    | 'notesTemplate'
    | 'workingHours'
    | 'holidays'
    | 'quietDays'
    | 'morningNote'
  >
>;

export interface OptionsModel {
  now: ReadonlySignal<number>;
  settings: ReadonlySignal<Settings | null>;
  broken: ReadonlySignal<boolean>;
  connect: ReadonlySignal<ConnectState>;
  /** How many contacts are mirrored, and when they were last read to the end. */
  mirror: ReadonlySignal<{
    contacts: number;
    completeAt: number | null;
    /** All is read once more, because others are wanted than before. */
    readsAgain: boolean;
  }>;
  syncing: ReadonlySignal<boolean>;
  ledger: ReadonlySignal<LedgerLine[]>;
  drift: ReadonlySignal<DriftView[]>;
  /** On which ways each site's content came since the browser started. */
  sources: ReadonlySignal<Sources>;
  choices: ReadonlySignal<ChoiceView[]>;
  written: ReadonlySignal<WrittenView | null>;
  transfer: ReadonlySignal<TransferView | null>;
  /** Where a CRM's sign-in page sends the rep back to. */
  redirect: string;
  contacts: ReadonlySignal<Contact[]>;
  timeline: ReadonlySignal<TimelineView[]>;
  backup: ReadonlySignal<BackupView>;
  /** What a rep may hand over with a question: versions, counts, names of steps. */
  report: ReadonlySignal<string>;
  /** Whether the browser lets us show notifications. */
  mayNotify: ReadonlySignal<boolean>;
  problem: ReadonlySignal<Problem | null>;
  unreachable: ReadonlySignal<number>;
  said: ReadonlySignal<string>;
  firefox: boolean;
}

export interface OptionsActions {
  change(change: SettingsChange): Promise<void>;
  /** In the press itself: the browser asks there whether it may notify. */
  morningNote(on: boolean): void;
  forgetChoice(id: string): Promise<void>;
  fill(fills: FillView[]): Promise<void>;
  mirrorScope(scope: MirrorScope): Promise<void>;
  /** How many contacts each would bring, as far as the CRM counts them. Asks the CRM. */
  countScopes(): Promise<ReadonlyMap<MirrorScope, number>>;
  transfer(how: 'start' | 'leave'): Promise<void>;
  firstLogSeen(): Promise<void>;
  /** In the press itself: the browser asks for the CRM's host there. */
  connect(connectorId: string, settings: Record<string, string>): void;
  disconnect(): Promise<void>;
  syncNow(): Promise<void>;
  /** A list's new entry in its normal form, or why it is none. */
  readEntry(
    kind: 'address' | 'domain' | 'word',
    typed: string,
    there: readonly string[],
  ): { value: string } | { problem: 'badAddress' | 'badDomain' | 'badWord' | 'twice' };
  /** The notebook, a CSV a table. */
  exportSheets(): Promise<void>;
  /** Everything as one file; true where the browser has it. */
  saveBackup(): Promise<boolean>;
  /** Looks what a file holds; nothing is taken in before `takeBackup`. */
  readBackup(file: File): Promise<void>;
  takeBackup(): Promise<void>;
  leaveBackup(): void;
  keys: { enabled(): boolean; enable(on: boolean): void };
  findContacts(search: string): void;
  showTimeline(contactId: string | null): void;
  copy(text: string): Promise<void>;
  /** Saves a file of shapes and counts. */
  exportSample(): Promise<void>;
  forgetEverything(): Promise<boolean>;
}
