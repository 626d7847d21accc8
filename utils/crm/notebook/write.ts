import { v4 as randomId } from 'uuid';
import type { ActivityToLog, Logged } from '@/utils/crm/connector';
import { fail } from '@/utils/crm/errors';
import type { NotebookActivity, NotebookDatabase } from '@/utils/crm/notebook/book';
import { ContactDraft, type Task } from '@/utils/model/contact';
import { z } from '@/utils/model/zod';

/** The live entry that stands for this mail: under its key, else under any of its other ids. */
export async function findEntry(
  database: NotebookDatabase,
  entry: Pick<ActivityToLog, 'key' | 'aliases'>,
): Promise<NotebookActivity | undefined> {
  return (
    (await database.activities.get(entry.key)) ??
    (await database.activities.where('aliases').anyOf(entry.aliases).first())
  );
}

/** Logs one activity, unless it is there. One transaction: two tabs that log the same mail make one entry. */
export function logEntry(database: NotebookDatabase, entry: ActivityToLog, now: number): Promise<Logged> {
  const tables = [database.activities, database.tombstones, database.counters];
  return database.transaction('rw', tables, async () => {
    const there = await findEntry(database, entry);
    if (there) return { remoteId: there.key, created: false };
    await database.activities.add({
      key: entry.key,
      aliases: [...new Set(entry.aliases)],
      contactIds: entry.activity.contactIds,
      at: entry.activity.at,
      activity: entry.activity,
      loggedAt: now,
      change: await database.nextChange(),
    });
    // Logged, undone and logged again: the tombstone of the first must not hide the second.
    await database.tombstones.delete(['activities', entry.key]);
    return { remoteId: entry.key, created: true };
  });
}

/** Removes an entry. What is gone already is fine. */
export function removeEntry(database: NotebookDatabase, key: string): Promise<void> {
  return database.transaction(
    'rw',
    [database.activities, database.tombstones, database.counters],
    async () => {
      if (await database.activities.get(key)) await database.bury('activities', key);
    },
  );
}

/**
 * Creates a contact, and its company where the draft names a new one. The key becomes the contact's id, so that a
 * second try after a lost answer finds the first one's.
 */
export function createContact(
  database: NotebookDatabase,
  unchecked: ContactDraft,
  key: string,
  now: number,
): Promise<Logged> {
  const parsed = z.safeParse(ContactDraft, unchecked);
  const draft = parsed.success
    ? parsed.data
    : fail({ kind: 'refused', reason: 'malformed', field: String(parsed.error.issues[0]?.path[0] ?? '') });
  const address = draft.address.trim().toLowerCase();
  const tables = [database.contacts, database.companies, database.tombstones, database.counters];
  return database.transaction('rw', tables, async () => {
    const there = await database.contacts.where('addresses').equals(address).first();
    if (there) return { remoteId: there.id, created: there.id === key };
    const company = draft.company ? await companyOf(database, draft.company, now) : undefined;
    await database.contacts.put({
      id: key,
      name: draft.name,
      addresses: [address],
      phones: draft.phone ? [draft.phone] : [],
      ...(draft.title ? { title: draft.title } : {}),
      ...(company ? { companyId: company.id, companyName: company.name } : {}),
      updatedAt: now,
      change: await database.nextChange(),
    });
    await database.tombstones.delete(['contacts', key]);
    return { remoteId: key, created: true };
  });
}

/** The company meant by a draft: by id, by domain, by its whole name; else a new one. */
async function companyOf(
  database: NotebookDatabase,
  wanted: NonNullable<ContactDraft['company']>,
  now: number,
): Promise<{ id: string; name: string }> {
  if ('id' in wanted) {
    const known = await database.companies.get(wanted.id);
    return known ?? fail({ kind: 'gone' });
  }
  const domain = wanted.domain?.trim().toLowerCase();
  const known =
    (domain ? await database.companies.where('domains').equals(domain).first() : undefined) ??
    (await database.companies.where('name').equalsIgnoreCase(wanted.name.trim()).first());
  if (known) return known;
  const company = { id: randomId(), name: wanted.name.trim() || wanted.name };
  await database.companies.add({
    ...company,
    domains: domain ? [domain] : [],
    updatedAt: now,
    change: await database.nextChange(),
  });
  return company;
}

/** Writes a task down. Resolves with its id. */
export function addTask(
  database: NotebookDatabase,
  task: Pick<Task, 'title' | 'dueDate' | 'contactIds'>,
  now: number,
): Promise<string> {
  return database.transaction('rw', [database.tasks, database.counters], async () => {
    const id = randomId();
    await database.tasks.add({
      ...task,
      id,
      done: false,
      updatedAt: now,
      change: await database.nextChange(),
    });
    return id;
  });
}

/** Ticks a task off. What is done or gone already is fine. */
export function completeTask(database: NotebookDatabase, id: string, now: number): Promise<void> {
  return database.transaction('rw', [database.tasks, database.counters], async () => {
    const task = await database.tasks.get(id);
    if (task && !task.done) {
      await database.tasks.put({ ...task, done: true, updatedAt: now, change: await database.nextChange() });
    }
  });
}
