import type { Changes, Logged } from '@/utils/crm/connector';
import { StateRow, TaskRow } from '@/utils/crm/dynamics/answers';
import type { DynamicsTask } from '@/utils/crm/dynamics/describe';
import { guidOf, isGuid } from '@/utils/crm/dynamics/ids';
import { makerOf, removeOwn } from '@/utils/crm/dynamics/own-records';
import type { Values, Wire } from '@/utils/crm/dynamics/wire';
import { CrmFault, fail } from '@/utils/crm/errors';
import { localDay } from '@/utils/crm/plain-note';
import type { Task } from '@/utils/model/contact';

const MOST = 2000;

/** The user's own open tasks, all of them each time; those no longer among them are gone: done, deleted, given away. */
export async function taskChanges(wire: Wire, me: string, cursor: string | null): Promise<Changes<Task>> {
  const rows = await wire.list(
    'task changes',
    'sync',
    'tasks',
    {
      $select: 'activityid,subject,scheduledend,_regardingobjectid_value,modifiedon',
      $filter: `_ownerid_value eq ${me} and statecode eq 0`,
      $orderby: 'createdon asc',
      $top: String(MOST),
    },
    TaskRow,
  );
  const open = new Set(rows.map(({ activityid }) => activityid));
  return {
    items: rows.map((row) => ({
      id: row.activityid,
      title: (row.subject ?? '').slice(0, 500),
      ...(row.scheduledend ? { dueDate: localDay(Date.parse(row.scheduledend)) } : {}),
      done: false,
      contactIds: row._regardingobjectid_value ? [row._regardingobjectid_value] : [],
      updatedAt: Date.parse(row.modifiedon),
    })),
    gone: (cursor ?? '').split(' ').filter((id) => isGuid(id) && !open.has(id)),
    cursor: [...open].join(' '),
    complete: true,
  };
}

/** Marks it as done. What is done or gone already is fine. */
export async function completeTask(wire: Wire, taskId: string): Promise<void> {
  if (!isGuid(taskId)) return;
  try {
    const { statecode } = await wire.get(
      'task find',
      'task',
      `/tasks(${taskId})?$select=statecode`,
      StateRow,
    );
    if (statecode === 0) await wire.update('task', 'tasks', taskId, { statecode: 1, statuscode: 5 });
  } catch (error) {
    if (!(error instanceof CrmFault) || error.fault.kind !== 'gone') throw error;
  }
}

export async function rescheduleTask(wire: Wire, taskId: string, dueDate: string): Promise<void> {
  if (!isGuid(taskId)) return fail({ kind: 'gone' });
  await wire.update('task', 'tasks', taskId, { scheduledend: noonOf(dueDate) });
}

/** The task that was created under this key, done or not. */
export async function findTask(wire: Wire, key: string): Promise<string | null> {
  const id = await guidOf(`tasks sidelog-${key}`);
  return (await makerOf(wire, 'tasks', id)) === null ? null : id;
}

/** The same with whose it is: a colleague who logs the same activity makes the task under the same id. */
export async function readTaskBack(wire: Wire, me: string, key: string): Promise<Logged | null> {
  const id = await guidOf(`tasks sidelog-${key}`);
  const maker = await makerOf(wire, 'tasks', id);
  return maker === null ? null : { remoteId: id, created: maker === me };
}

/** Creates it for the user alone, under an id made from the key: a second one is refused. */
export async function createTask(wire: Wire, draft: DynamicsTask, key: string): Promise<Logged> {
  const [contact] = draft.contactIds;
  const about: Values = contact
    ? { 'regardingobjectid_contact_task@odata.bind': `/contacts(${known(contact)})` }
    : draft.companyId
      ? { 'regardingobjectid_account_task@odata.bind': `/accounts(${known(draft.companyId)})` }
      : fail({ kind: 'refused', reason: 'no-contact', field: 'contactIds' });
  const values: Values = {
    ...draft.own,
    subject: draft.title.slice(0, 200),
    description: draft.note.slice(0, 2000),
    ...(draft.dueDate === undefined ? {} : { scheduledend: noonOf(draft.dueDate) }),
    ...about,
  };
  const id = await guidOf(`tasks sidelog-${key}`);
  return { remoteId: id, created: await wire.create('task', 'tasks', id, values) };
}

export async function removeTask(wire: Wire, me: string, taskId: string): Promise<void> {
  if (isGuid(taskId)) await removeOwn(wire, me, 'tasks', taskId);
}

function known(id: string): string {
  return isGuid(id) ? id : fail({ kind: 'gone' });
}

/** Noon in the rep's zone: a day that is the same day for colleagues some zones away. */
function noonOf(day: string): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12).toISOString();
}
