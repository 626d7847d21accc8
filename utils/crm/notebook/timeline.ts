import { openNotebook } from '@/utils/crm/notebook/book';
import type { Activity } from '@/utils/model/activity';
import type { Contact } from '@/utils/model/contact';
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
