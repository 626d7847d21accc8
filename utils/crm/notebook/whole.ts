import type { BookTable, NotebookDatabase } from '@/utils/crm/notebook/book';
import { type Merged, mergeNotebook, type NotebookRows } from '@/utils/crm/notebook/merge';

/** All that the notebook holds, without the numbers that its deltas go by. */
export function readWhole(database: NotebookDatabase): Promise<NotebookRows> {
  return database.transaction('r', database.tables, async () => {
    const [contacts, companies, activities, tasks] = await Promise.all([
      database.contacts.orderBy('name').toArray(),
      database.companies.orderBy('name').toArray(),
      database.activities.orderBy('at').toArray(),
      database.tasks.toArray(),
    ]);
    return {
      contacts: contacts.map(({ change: _, ...row }) => row),
      companies: companies.map(({ change: _, ...row }) => row),
      activities: activities.map(({ key, aliases, activity, loggedAt }) => ({
        key,
        aliases,
        activity,
        loggedAt,
      })),
      tasks: tasks.map(({ change: _, ...row }) => row),
    };
  });
}

/** What taking these rows in would change. Writes nothing. */
export async function compareWhole(database: NotebookDatabase, file: NotebookRows): Promise<Merged> {
  return mergeNotebook(await readWhole(database), file);
}

/** Takes these rows in, see `mergeNotebook`. Only inside a transaction over all tables. */
export async function takeIn(database: NotebookDatabase, file: NotebookRows): Promise<Merged> {
  const merged = await compareWhole(database, file);
  const { contacts, companies, activities, tasks } = merged.put;
  let change = (await database.counters.get('change'))?.value ?? 0;
  const numbered = <T>(row: T) => {
    change += 1;
    return { ...row, change };
  };
  await database.contacts.bulkPut(contacts.map(numbered));
  await database.companies.bulkPut(companies.map(numbered));
  await database.tasks.bulkPut(tasks.map(numbered));
  await database.activities.bulkPut(
    activities.map((entry) => {
      const { contactIds, at } = entry.activity;
      return numbered({ ...entry, contactIds, at });
    }),
  );
  await database.counters.put({ name: 'change', value: change });
  // Removed here and brought back: the tombstone must not hide it.
  const buried = (kind: BookTable, ids: string[]): [BookTable, string][] => ids.map((id) => [kind, id]);
  await database.tombstones.bulkDelete([
    ...buried(
      'contacts',
      contacts.map(({ id }) => id),
    ),
    ...buried(
      'companies',
      companies.map(({ id }) => id),
    ),
    ...buried(
      'tasks',
      tasks.map(({ id }) => id),
    ),
    ...buried(
      'activities',
      activities.map(({ key }) => key),
    ),
  ]);
  return merged;
}
