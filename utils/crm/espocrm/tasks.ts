import type { Logged } from '@/utils/crm/connector';
import { CrmFault, fail } from '@/utils/crm/errors';
import { Anything, IdRow, TASK_FIELDS, TaskRow } from '@/utils/crm/espocrm/answers';
import type { Mirrored } from '@/utils/crm/espocrm/changes';
import type { EspoTask } from '@/utils/crm/espocrm/describe';
import { findMarked, firstOf, standingOf } from '@/utils/crm/espocrm/marked';
import { keyMark } from '@/utils/crm/espocrm/marks';
import { hangUnder, removeRecord, targetOf } from '@/utils/crm/espocrm/target';
import { fromStamp, fromTitle, idOf, textOf, toTitle } from '@/utils/crm/espocrm/values';
import type { Wire } from '@/utils/crm/espocrm/wire';
import { firstStays } from '@/utils/crm/first-stays';
import type { Task, TaskDraft } from '@/utils/model/contact';

function toTask(row: TaskRow): Task {
  const day = textOf(row.dateEndDate) || textOf(row.dateEnd).slice(0, 10);
  const contact = textOf(row.contactId) || (row.parentType === 'Contact' ? textOf(row.parentId) : '');
  return {
    id: row.id,
    title: fromTitle(textOf(row.name)).slice(0, 500),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(day) ? { dueDate: day } : {}),
    done: false,
    contactIds: contact ? [contact] : [],
    updatedAt: fromStamp(row.modifiedAt),
  };
}

/** The user's own open tasks: what EspoCRM itself calls actual. */
export const ownOpenTasks: Mirrored<TaskRow, Task> = {
  entity: 'Task',
  select: TASK_FIELDS,
  row: TaskRow,
  filter: { primaryFilter: 'actual', onlyMy: true },
  toItem: toTask,
};

/** Marks a task as done. What is done or gone already is fine: the same status again changes nothing. */
export async function completeTask(wire: Wire, taskId: string): Promise<void> {
  await change(wire, taskId, { status: 'Completed' });
}

/** Moves a task to this day. */
export async function rescheduleTask(wire: Wire, taskId: string, dueDate: string): Promise<void> {
  const id = idOf(taskId) ?? fail({ kind: 'gone' });
  const body = { dateEndDate: dueDate };
  await wire.ask({ purpose: 'task', method: 'PATCH', path: `Task/${id}`, body, answer: Anything });
}

async function change(wire: Wire, taskId: string, body: Record<string, unknown>): Promise<void> {
  const id = idOf(taskId);
  if (id === undefined) return;
  try {
    await wire.ask({ purpose: 'task', method: 'PATCH', path: `Task/${id}`, body, answer: Anything });
  } catch (error) {
    if (!(error instanceof CrmFault) || error.fault.kind !== 'gone') throw error;
  }
}

/**
 * The task that was created under this key, done or not. One whose second request was lost hangs nowhere yet: it is hung
 * under its record now.
 */
export async function findTask(wire: Wire, draft: TaskDraft, key: string): Promise<string | null> {
  const [row] = await findMarked(wire, 'Task', [keyMark(key)]);
  if (!row) return null;
  const target = targetOf(draft);
  if (!textOf(row.parentId) && target && (await hangUnder(wire, 'Task', row.id, target))) return null;
  return row.id;
}

/** The same, for one that may have been created without an answer: of several the first stays. */
export async function readBackTask(wire: Wire, draft: TaskDraft, key: string): Promise<Logged | null> {
  const standing = standingOf(wire, 'Task', await findMarked(wire, 'Task', [keyMark(key)]));
  const kept = await firstStays(standing, (remoteId) => removeRecord(wire, remoteId));
  if (!kept || (await findTask(wire, draft, key)) === null) return null;
  return { remoteId: idIn(kept.remoteId), created: kept.created };
}

/** Creates a task for the user themselves: EspoCRM tells somebody of a task only where they are given it by another. */
export async function createTask(wire: Wire, draft: EspoTask, key: string): Promise<Logged> {
  const target = targetOf(draft) ?? fail({ kind: 'refused', reason: 'no-contact', field: 'contactIds' });
  const mark = keyMark(key);
  const { id } = await wire.ask({
    purpose: 'task',
    method: 'POST',
    path: 'Task',
    body: {
      ...draft.own,
      name: toTitle(draft.title) || '–',
      status: 'Not Started',
      ...(draft.dueDate === undefined ? {} : { dateEndDate: draft.dueDate }),
      description: [draft.note, mark].filter((part) => part !== '').join('\n\n'),
      assignedUserId: wire.user.id,
    },
    answer: IdRow,
  });
  const { remoteId, created: stays } = await firstOf(wire, 'Task', id, [mark]);
  const fault = stays ? await hangUnder(wire, 'Task', id, target) : undefined;
  return fault ? fail(fault) : { remoteId: idIn(remoteId), created: stays };
}

/** `Task/6b02…` */
function idIn(path: string): string {
  return path.slice(path.indexOf('/') + 1);
}
