import Dexie, { type EntityTable, type Table } from 'dexie';
import type { PageCapture } from '@/utils/model/captured';
import type { Company, Contact, CrmAccountId, Deal, LoggedActivity, Task } from '@/utils/model/contact';
import type { CrmSchema } from '@/utils/model/crm-schema';
import type { ThreadTurn } from '@/utils/model/follow-up';
import type { LedgerLine } from '@/utils/model/ledger';
import type { Book } from '@/utils/model/messages';
import type { Scope } from '@/utils/model/mirror-scope';
import type { OutboxEntry } from '@/utils/model/outbox';
import type { Proposal } from '@/utils/model/proposal';
import type { Settings } from '@/utils/model/settings';
import { applyVersions } from '@/utils/store/versions';

/** A mirrored CRM record belongs to one connected account. `round`: the reading that brought it last; absent: the first. */
export type Mirrored<T> = T & { crm: CrmAccountId; round?: number };
/** What it is found by as the rep types, see utils/store/search-words.ts (multi-entry). */
export type Findable<T> = Mirrored<T> & { words?: string[] };
export type MirroredContact = Findable<Contact> & {
  /** Addresses without plus-tags, for matching (multi-entry). */
  lookup: string[];
};

/** A proposal as it is kept. */
export type StoredProposal = Proposal & {
  /**
   * What of the CRM could change it, while it may change: addresses and domains of its people, and ids of what it was
   * matched with (multi-entry). See utils/store/proposals.ts.
   */
  about?: string[];
};

/** A turn as it is kept. */
export type StoredTurn = ThreadTurn & {
  /** Who is to write next, where the thread is a customer's and not done: what the day's list looks for. */
  awaits?: 'rep' | 'customer';
};

/** A mail sent a moment ago that its writer may still take back. */
export interface HeldSend {
  id: string;
  ids: string[];
  capture: PageCapture;
  notBefore: number;
}

/** Why a message was not proposed: its ids and the reason, nothing of its content. Short-lived. */
export interface RefusedMessage {
  id: string;
  ids: string[];
  site: string;
  reason: string;
  detail?: string;
  at: number;
}

/** Where delta sync of one kind of record stands. */
export interface SyncCursor {
  crm: CrmAccountId;
  kind: 'contacts' | 'companies' | 'deals' | 'tasks' | 'activities';
  /** Null: everything is to be read anew. */
  cursor: string | null;
  /** What of the CRM it reads; absent: all. */
  scope?: Scope;
  /** Counts how often the scope was changed for another; absent: never. */
  round?: number;
  /** Rows of earlier rounds may still be there. */
  outside?: boolean;
  /** When it last ran to its end. */
  completeAt?: number;
  /** How many the mirror has of this kind: counting a hundred thousand for each look takes its time. */
  rows?: number;
}

/** A page or wire shape that was not understood. `shape` has its content censored. */
export interface DriftReport {
  id: string;
  site: string;
  step: string;
  shape: string;
  at: number;
  times: number;
}

/**
 * What the rep chose in place of what we had matched. `id` names for whom: `person|<CRM account>|<address>` (a contact
 * or a company) or `thread|<CRM account>|<thread id>` (a deal). Null: none of them.
 */
export interface Correction {
  id: string;
  crm: CrmAccountId;
  kind: 'contact' | 'company' | 'deal';
  chosenId: string | null;
  /** Its name when it was chosen, for the list in the settings. */
  chosenName: string;
  at: number;
}

/** Counts by day and name: what is kept when the rows are gone. No content. */
export interface DayCount {
  /** `2026-11-21|refused|automated` */
  id: string;
  count: number;
}

/** What the connected CRM asks of the records that we write, as it said last (utils/crm/connector.ts, `describe`). */
export interface StoredSchema {
  crm: CrmAccountId;
  at: number;
  schema: CrmSchema;
}

export interface StoredSetting {
  key: 'settings';
  value: Settings;
}

/**
 * One set of books. Every table's retention and what *forget* does to it stand in utils/privacy/retention.ts.
 * Opened by the worker for writing and by our own pages for live reading.
 */
export class Database extends Dexie {
  declare proposals: EntityTable<StoredProposal, 'id'>;
  declare outbox: EntityTable<OutboxEntry, 'id'>;
  declare heldSends: EntityTable<HeldSend, 'id'>;
  declare refused: EntityTable<RefusedMessage, 'id'>;
  declare contacts: Table<MirroredContact, [CrmAccountId, string]>;
  declare companies: Table<Findable<Company>, [CrmAccountId, string]>;
  declare deals: Table<Findable<Deal>, [CrmAccountId, string]>;
  declare corrections: EntityTable<Correction, 'id'>;
  declare tasks: Table<Mirrored<Task>, [CrmAccountId, string]>;
  declare loggedActivities: Table<Mirrored<LoggedActivity>, [CrmAccountId, string]>;
  declare cursors: Table<SyncCursor, [CrmAccountId, string]>;
  declare turns: EntityTable<StoredTurn, 'threadId'>;
  declare ledger: EntityTable<LedgerLine, 'id'>;
  declare drift: EntityTable<DriftReport, 'id'>;
  declare counts: EntityTable<DayCount, 'id'>;
  declare schemas: EntityTable<StoredSchema, 'crm'>;
  declare settings: EntityTable<StoredSetting, 'key'>;

  constructor(name: string) {
    // Strict durability: "confirmed" is said only when the entry survives a power cut.
    super(name, { chromeTransactionDurability: 'strict' });
    applyVersions(this);
  }
}

/** The database's own tables, by name. */
export type TableName = {
  [Name in keyof Database]: Name extends keyof Dexie ? never : Name;
}[keyof Database];

export const databaseNames: Record<Book, string> = { real: 'sidelog', practice: 'sidelog-practice' };

const open = new Map<string, Database>();

/** The database of this book; the same object each time in one context. */
export function openDatabase(book: Book): Database {
  const name = databaseNames[book];
  let database = open.get(name);
  if (!database) {
    const made = new Database(name);
    made.on('versionchange', ({ newVersion }) => {
      if (newVersion !== null) return;
      // Deleted: closed for good, else a late look at it would bring it back, empty.
      if (open.get(name) === made) open.delete(name);
      made.close();
      return false;
    });
    open.set(name, made);
    database = made;
  }
  return database;
}

/** Whether there is anything of this book at all. Does not make it. */
export function bookExists(book: Book): Promise<boolean> {
  return Dexie.exists(databaseNames[book]);
}
