import type { ActivityToLog, Logged } from '@/utils/crm/connector';
import { CrmFault } from '@/utils/crm/errors';
import type { NotebookActivity, NotebookDatabase } from '@/utils/crm/notebook/book';

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

/** Makes an entry say this now; what the rep's texts said stays where nothing takes their place. */
export function updateEntry(
  database: NotebookDatabase,
  key: string,
  { activity }: ActivityToLog,
): Promise<void> {
  return database.transaction('rw', [database.activities, database.counters], async () => {
    const there = await database.activities.get(key);
    if (!there) throw new CrmFault({ kind: 'gone' });
    const { subject, summary, ownWords } = there.activity;
    await database.activities.put({
      ...there,
      contactIds: activity.contactIds,
      at: activity.at,
      activity: {
        ...activity,
        subject: activity.subject || subject,
        summary: activity.summary || summary,
        ownWords: activity.ownWords || ownWords,
      },
      change: await database.nextChange(),
    });
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
