import { openNotebook } from '@/utils/crm/notebook/book';
import type { Activity } from '@/utils/model/activity';
import type { Company, Contact, Task } from '@/utils/model/contact';
import type { Book } from '@/utils/model/messages';

/*
 * What our own pages show of the notebook. Reading only; each can be wrapped in Dexie's `liveQuery`.
 */

export interface TimelineEntry {
  /** The idempotency key. */
  key: string;
  activity: Activity;
  loggedAt: number;
}

/** Everything logged with this contact, newest first. */
export async function contactTimeline(book: Book, contactId: string, limit = 200): Promise<TimelineEntry[]> {
  const rows = await openNotebook(book).activities.where('contactIds').equals(contactId).toArray();
  return rows
    .sort((a, b) => b.at - a.at)
    .slice(0, limit)
    .map(({ key, activity, loggedAt }) => ({ key, activity, loggedAt }));
}

/** Everything logged, newest first. */
export async function recentTimeline(book: Book, limit = 100): Promise<TimelineEntry[]> {
  const rows = await openNotebook(book).activities.orderBy('at').reverse().limit(limit).toArray();
  return rows.map(({ key, activity, loggedAt }) => ({ key, activity, loggedAt }));
}

/** Contacts by name; `search` keeps those whose name, company or address contains it. */
export async function notebookContacts(book: Book, search = '', limit = 200): Promise<Contact[]> {
  const wanted = search.trim().toLowerCase();
  return openNotebook(book)
    .contacts.orderBy('name')
    .filter((contact) =>
      [contact.name, contact.companyName ?? '', ...contact.addresses].some((text) =>
        text.toLowerCase().includes(wanted),
      ),
    )
    .limit(limit)
    .toArray();
}

/** One contact with its company and open tasks; undefined where there is none. */
export async function notebookContact(
  book: Book,
  contactId: string,
): Promise<{ contact: Contact; company?: Company; tasks: Task[] } | undefined> {
  const database = openNotebook(book);
  const contact = await database.contacts.get(contactId);
  if (!contact) return undefined;
  const company = contact.companyId ? await database.companies.get(contact.companyId) : undefined;
  const tasks = await database.tasks
    .where('contactIds')
    .equals(contactId)
    .filter((task) => !task.done)
    .toArray();
  return company ? { contact, company, tasks } : { contact, tasks };
}
