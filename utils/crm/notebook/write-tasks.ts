import { v4 as randomId } from 'uuid';
import type { Logged } from '@/utils/crm/connector';
import type { NotebookDatabase } from '@/utils/crm/notebook/book';
import type { Task, TaskDraft } from '@/utils/model/contact';

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

/** Moves a task to another day. What is gone already is fine. */
export function rescheduleTask(
  database: NotebookDatabase,
  id: string,
  dueDate: string,
  now: number,
): Promise<void> {
  return database.transaction('rw', [database.tasks, database.counters], async () => {
    const task = await database.tasks.get(id);
    if (task)
      await database.tasks.put({ ...task, dueDate, updatedAt: now, change: await database.nextChange() });
  });
}

/** Creates a task whose id is the key, unless it is there: a second try finds the first one's. */
export function createTask(
  database: NotebookDatabase,
  { title, dueDate, contactIds }: TaskDraft,
  key: string,
  now: number,
): Promise<Logged> {
  const tables = [database.tasks, database.tombstones, database.counters];
  return database.transaction('rw', tables, async () => {
    if (await database.tasks.get(key)) return { remoteId: key, created: false };
    await database.tasks.add({
      id: key,
      title,
      ...(dueDate === undefined ? {} : { dueDate }),
      done: false,
      contactIds,
      updatedAt: now,
      change: await database.nextChange(),
    });
    // Taken back and confirmed again: the tombstone of the first must not hide the second.
    await database.tombstones.delete(['tasks', key]);
    return { remoteId: key, created: true };
  });
}

/** Removes a task. What is gone already is fine. */
export function removeTask(database: NotebookDatabase, id: string): Promise<void> {
  return database.transaction('rw', [database.tasks, database.tombstones, database.counters], async () => {
    if (await database.tasks.get(id)) await database.bury('tasks', id);
  });
}
