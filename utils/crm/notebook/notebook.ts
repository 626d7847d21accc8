import type { ActivityToLog, Changes, CrmConnector, CrmSession, Found, Logged } from '@/utils/crm/connector';
import { crmAccountId } from '@/utils/crm/connector';
import { CrmFault } from '@/utils/crm/errors';
import type {
  NotebookActivity,
  NotebookCompany,
  NotebookContact,
  NotebookDatabase,
  NotebookTask,
} from '@/utils/crm/notebook/book';
import { openNotebook } from '@/utils/crm/notebook/book';
import { changesSince } from '@/utils/crm/notebook/changes';
import { findEntry, logEntry, removeEntry, updateEntry } from '@/utils/crm/notebook/write';
import { createContact, updateContact } from '@/utils/crm/notebook/write-contacts';
import { completeTask, createTask, removeTask, rescheduleTask } from '@/utils/crm/notebook/write-tasks';
import type { Company, Contact, LoggedActivity, Task } from '@/utils/model/contact';
import { Book } from '@/utils/model/messages';
import type { Fault } from '@/utils/model/outbox';
import { z } from '@/utils/model/zod';

/** The embedded default: a CRM in this browser. Nothing leaves the machine, so it never asks for `http`. */
export const notebook: CrmConnector = {
  id: 'notebook',
  name: 'Notebook',
  fields: [],
  origins: () => [],
  duplicates: 'unique-key',
  confirmedLive: true,
  scopes: ['all'],
  /** `settings.book` says which notebook: `real` (also where it is absent) or `practice`. */
  connect: (settings) => {
    const book = z.parse(Book, settings.book ?? 'real');
    return connectNotebook(openNotebook(book), book);
  },
};

/** A session on this notebook's database. */
export function connectNotebook(database: NotebookDatabase, book: Book): CrmSession {
  return {
    whoAmI: async () => ({ account: crmAccountId('notebook', 'local', book), userName: '' }),
    contacts: {
      changedSince: (cursor): Promise<Changes<Contact>> =>
        guarded(() => changesSince(database, 'contacts', cursor, (row: NotebookContact) => plain(row))),
      create: (draft, key) => guarded(() => createContact(database, draft, key, Date.now())),
      update: (change) => guarded(() => updateContact(database, change, Date.now())),
    },
    companies: {
      changedSince: (cursor): Promise<Changes<Company>> =>
        guarded(() => changesSince(database, 'companies', cursor, (row: NotebookCompany) => plain(row))),
    },
    activities: {
      kinds: ['email', 'meeting', 'call'],
      batch: { find: 500, log: 100 },
      findByAliases: (entries) =>
        guarded(async () => {
          const found: Found = new Map();
          for (const entry of entries) {
            const there = await findEntry(database, entry);
            if (there) found.set(entry.key, there.key);
          }
          return found;
        }),
      log: async (entries) => {
        const answers: (Logged | { fault: Fault })[] = [];
        for (const entry of entries) answers.push(await logOne(entry));
        return answers;
      },
      update: (remoteId, entry) => guarded(() => updateEntry(database, remoteId, entry)),
      remove: (remoteId) => guarded(() => removeEntry(database, remoteId)),
      changedSince: (cursor): Promise<Changes<LoggedActivity>> =>
        guarded(() => changesSince(database, 'activities', cursor, toLogged)),
    },
    tasks: {
      changedSince: (cursor): Promise<Changes<Task>> =>
        guarded(() => changesSince(database, 'tasks', cursor, (row: NotebookTask) => plain(row))),
      complete: (taskId) => guarded(() => completeTask(database, taskId, Date.now())),
      reschedule: (taskId, dueDate) => guarded(() => rescheduleTask(database, taskId, dueDate, Date.now())),
      find: (_draft, key) => guarded(async () => ((await database.tasks.get(key)) ? key : null)),
      create: (draft, key) => guarded(() => createTask(database, draft, key, Date.now())),
      remove: (taskId) => guarded(() => removeTask(database, taskId)),
    },
    linkTo: () => null,
  };

  async function logOne(entry: ActivityToLog): Promise<Logged | { fault: Fault }> {
    try {
      return await logEntry(database, entry, Date.now());
    } catch (error) {
      return { fault: faultOf(error) };
    }
  }
}

function plain<T extends { change: number }>(row: T): Omit<T, 'change'> {
  const { change: _, ...rest } = row;
  return rest;
}

function toLogged(row: NotebookActivity): LoggedActivity {
  const { kind, subject } = row.activity;
  return {
    id: row.key,
    aliases: row.aliases.slice(0, 20),
    updatedAt: row.loggedAt,
    kind,
    subject,
    at: row.at,
    contactIds: row.contactIds.slice(0, 50),
  };
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new CrmFault(faultOf(error));
  }
}

/** A full disk needs a person; a database that is just closing or blocked is like a CRM out of reach: later, again. */
function faultOf(error: unknown): Fault {
  if (error instanceof CrmFault) return error.fault;
  const names = [error, error instanceof Error ? error.cause : undefined, inner(error)].map((each) =>
    each instanceof Error ? each.name : '',
  );
  return names.includes('QuotaExceededError')
    ? { kind: 'refused', reason: 'storage-full' }
    : { kind: 'offline' };
}

/** Dexie wraps the browser's error in one of its own. */
function inner(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'inner' in error ? error.inner : undefined;
}
