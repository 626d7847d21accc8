import Dexie, { type EntityTable } from 'dexie';
import type { Activity } from '@/utils/model/activity';
import type { Company, Contact, Task } from '@/utils/model/contact';
import type { Book } from '@/utils/model/messages';

/**
 * What changed last has the highest number. A number, not a time: a clock that is set back must not hide a change
 * from the next delta.
 */
interface Numbered {
  change: number;
}

export type NotebookContact = Contact & Numbered;
export type NotebookCompany = Company & Numbered;
export type NotebookTask = Task & Numbered;

/** A logged activity. Its primary key is the idempotency key: the same mail cannot be there twice. */
export interface NotebookActivity extends Numbered {
  key: string;
  aliases: string[];
  /** As in `activity`, lifted out for the index. */
  contactIds: string[];
  at: number;
  activity: Activity;
  loggedAt: number;
}

/** Something that was removed; no content. */
interface Tombstone extends Numbered {
  kind: BookTable;
  id: string;
}

interface Counter {
  name: 'change';
  value: number;
}

export type BookTable = 'contacts' | 'companies' | 'activities' | 'tasks';

/** Every schema that ever shipped, oldest first. Never edit one that shipped. */
function applyVersions(database: Dexie): void {
  database.version(1).stores({
    contacts: 'id, *addresses, companyId, change, name',
    companies: 'id, *domains, change, name',
    activities: 'key, *aliases, *contactIds, at, change',
    tasks: 'id, *contactIds, dueDate, change',
    tombstones: '[kind+id], [kind+change]',
    counters: 'name',
  });
}

/**
 * The notebook: the CRM of those who have none, in a database of its own. It is the only copy, so writes survive a
 * power cut. *Forget everything* wipes it (`wipe`); nothing in it ages by itself, as in any CRM.
 */
export class NotebookDatabase extends Dexie {
  declare contacts: EntityTable<NotebookContact, 'id'>;
  declare companies: EntityTable<NotebookCompany, 'id'>;
  declare activities: EntityTable<NotebookActivity, 'key'>;
  declare tasks: EntityTable<NotebookTask, 'id'>;
  declare tombstones: Dexie.Table<Tombstone, [BookTable, string]>;
  declare counters: EntityTable<Counter, 'name'>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict' });
    applyVersions(this);
  }

  /** The next change's number. Only inside a transaction over `counters`, so that two writers never share one. */
  async nextChange(): Promise<number> {
    const value = ((await this.counters.get('change'))?.value ?? 0) + 1;
    await this.counters.put({ name: 'change', value });
    return value;
  }

  /** Removes a record and leaves a tombstone for the next delta. Only inside a transaction over all tables. */
  async bury(kind: BookTable, id: string): Promise<void> {
    await this.table(kind).delete(id);
    await this.tombstones.put({ kind, id, change: await this.nextChange() });
  }
}

const names: Record<Book, string> = { real: 'sidelog-notebook', practice: 'sidelog-practice-notebook' };
const open = new Map<Book, NotebookDatabase>();

/** The notebook of this book; the same object each time in one context. */
export function openNotebook(book: Book): NotebookDatabase {
  let database = open.get(book);
  if (!database) {
    database = new NotebookDatabase(names[book]);
    open.set(book, database);
  }
  return database;
}

/** The notebook is gone with its database. Whoever uses it after that begins a new one. */
export async function removeNotebook(book: Book): Promise<void> {
  await openNotebook(book).delete({ disableAutoOpen: false });
}

/** Forgets everything in this notebook. */
export async function wipe(book: Book): Promise<void> {
  const database = openNotebook(book);
  await database.transaction('rw', database.tables, async () => {
    for (const table of database.tables) await table.clear();
  });
}
