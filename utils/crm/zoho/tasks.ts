import type { Changes, Logged } from '@/utils/crm/connector';
import { fail } from '@/utils/crm/errors';
import { firstStays, type Standing, settleOne } from '@/utils/crm/first-stays';
import { plainTaskNote } from '@/utils/crm/plain-note';
import { markedRows } from '@/utils/crm/zoho/activities';
import { StatusRow, TaskRow } from '@/utils/crm/zoho/answers';
import { quote } from '@/utils/crm/zoho/coql';
import type { ZohoTask } from '@/utils/crm/zoho/describe';
import { taskValues } from '@/utils/crm/zoho/records';
import type { Wire } from '@/utils/crm/zoho/wire';
import type { Task, TaskDraft } from '@/utils/model/contact';

/**
 * The user's own open tasks. There are few, so all are read each time; the cursor remembers which they were, and those
 * no longer among them are gone: done, deleted or given to somebody else.
 */
export async function taskChanges(wire: Wire, me: string, cursor: string | null): Promise<Changes<Task>> {
  const { rows } = await wire.coql(
    'task changes',
    'sync',
    `select id, Modified_Time, Subject, Due_Date, Who_Id from Tasks where (Owner = ${quote(me)} and Status != 'Completed') order by id asc limit 2000`,
    TaskRow,
  );
  const open = new Set(rows.map(({ id }) => id));
  const before = (cursor ?? '').split(' ').filter((id) => /^\d{1,30}$/.test(id));
  return {
    items: rows.map((row) => ({
      id: row.id,
      title: (row.Subject ?? '').slice(0, 500),
      ...(row.Due_Date && /^\d{4}-\d{2}-\d{2}$/.test(row.Due_Date) ? { dueDate: row.Due_Date } : {}),
      done: false,
      contactIds: row.Who_Id ? [row.Who_Id.id] : [],
      updatedAt: Date.parse(row.Modified_Time),
    })),
    gone: before.filter((id) => !open.has(id)),
    cursor: [...open].join(' '),
    complete: true,
  };
}

/** Marks it as done. What is done or gone already is fine. */
export async function completeTask(wire: Wire, taskId: string): Promise<void> {
  const { rows } = await wire.coql(
    'task find',
    'task',
    `select id, Status from Tasks where id = ${quote(taskId)} limit 1`,
    StatusRow,
  );
  const [task] = rows;
  if (!task || task.Status === 'Completed') return;
  await wire.update('task', 'Tasks', task.id, { Status: 'Completed' });
}

/** The task that was created under this key, done or not. */
export async function findTask(wire: Wire, draft: TaskDraft, key: string): Promise<string | null> {
  return (await marked(wire, null, draft, key))[0]?.remoteId ?? null;
}

/** The same, for one that may have been created without an answer: of several the first stays. */
export async function readBackTask(
  wire: Wire,
  me: string,
  draft: TaskDraft,
  key: string,
): Promise<Logged | null> {
  return firstStays(await marked(wire, me, draft, key), (id) => wire.remove('remove', 'Tasks', id));
}

/** Creates it for the user alone, then reads back: of two that were created at the same time the later removes itself. */
export async function createTask(wire: Wire, me: string, draft: ZohoTask, key: string): Promise<Logged> {
  const values = taskValues(draft, plainTaskNote(draft.note, key));
  if (!values) return fail({ kind: 'refused', reason: 'no-contact', field: 'contactIds' });
  const [wrote] = await wire.create('task', 'Tasks', [values]);
  if (!wrote) return fail({ kind: 'not-understood', step: 'Tasks create' });
  if ('fault' in wrote) return fail(wrote.fault);
  const standing = await marked(wire, me, draft, key);
  return settleOne(wrote.id, standing, (id) => wire.remove('remove', 'Tasks', id));
}

async function marked(wire: Wire, me: string | null, draft: TaskDraft, key: string): Promise<Standing[]> {
  const [who] = draft.contactIds;
  const what = draft.companyId;
  const rows = await markedRows(wire, 'Tasks', who ? [who] : [], what ? [what] : []);
  return rows
    .filter(({ marks }) => marks?.key === key)
    .map(({ id, by }) => ({ remoteId: id, own: by === me }));
}
