import type { Changes, Logged } from '@/utils/crm/connector';
import { fail } from '@/utils/crm/errors';
import { firstStays, type Standing, settleOne } from '@/utils/crm/first-stays';
import { plainTaskNote, readPlainMarks } from '@/utils/crm/plain-note';
import { CandidateRow, OpenTaskRow, TaskRow } from '@/utils/crm/salesforce/answers';
import type { SalesforceTask } from '@/utils/crm/salesforce/describe';
import { isLead } from '@/utils/crm/salesforce/people';
import type { Me, Shape } from '@/utils/crm/salesforce/shape';
import { fromStamp, quote, quoteList } from '@/utils/crm/salesforce/soql';
import { rowsOf, type Wire } from '@/utils/crm/salesforce/wire';
import type { Task, TaskDraft } from '@/utils/model/contact';

/** A rep has tens of open tasks; more than this are not read. */
const MOST = 2000;
/** Where no field bears our key, how many of a contact's newest tasks are looked at. */
const SCANNED = 500;

/**
 * The user's own open tasks. There are few, so all are read each time; the cursor remembers which they were, and those
 * no longer among them are gone: done, deleted or given to somebody else.
 */
export async function taskChanges(wire: Wire, me: Me, cursor: string | null): Promise<Changes<Task>> {
  const { rows } = await wire.query(
    'sync',
    `SELECT Id, SystemModstamp, Subject, ActivityDate, WhoId FROM Task WHERE OwnerId = ${quote(me.user)} AND IsClosed = false ORDER BY Id LIMIT ${MOST}`,
    TaskRow,
  );
  const open = new Set(rows.map(({ Id }) => Id));
  const before = (cursor ?? '').split(' ').filter((id) => /^[A-Za-z0-9]{15,18}$/.test(id));
  return {
    items: rows.map(toTask),
    gone: before.filter((id) => !open.has(id)),
    cursor: [...open].join(' '),
    complete: true,
  };
}

function toTask(row: TaskRow): Task {
  return {
    id: row.Id,
    title: (row.Subject ?? '').slice(0, 500),
    ...(row.ActivityDate && /^\d{4}-\d{2}-\d{2}$/.test(row.ActivityDate)
      ? { dueDate: row.ActivityDate }
      : {}),
    done: false,
    contactIds: row.WhoId ? [row.WhoId] : [],
    updatedAt: fromStamp(row.SystemModstamp),
  };
}

/** Marks it as done. What is done or gone already is fine. */
export async function completeTask(wire: Wire, shape: Shape, taskId: string): Promise<void> {
  const soql = `SELECT Id, IsClosed FROM Task WHERE Id = ${quote(taskId)}`;
  const [answer] = await wire.queries('task', [soql], OpenTaskRow);
  const [task] = rowsOf(answer, 'Task query');
  if (!task || task.IsClosed) return;
  await wire.update('task', 'Task', task.Id, { Status: shape.doneStatus });
}

export async function rescheduleTask(wire: Wire, taskId: string, dueDate: string): Promise<void> {
  await wire.update('task', 'Task', taskId, { ActivityDate: dueDate });
}

/** The task that was created under this key, done or not. */
export async function findTask(
  wire: Wire,
  shape: Shape,
  draft: TaskDraft,
  key: string,
): Promise<string | null> {
  return (await marked(wire, shape, null, draft, key))[0]?.remoteId ?? null;
}

/** The same, for one that may have been created without an answer: of several the first stays. */
export async function readBackTask(
  wire: Wire,
  shape: Shape,
  { user }: Me,
  draft: TaskDraft,
  key: string,
): Promise<Logged | null> {
  return firstStays(await marked(wire, shape, user, draft, key), (id) => wire.remove('remove', [id]));
}

/** Creates it for the user alone, then reads back: of two that were created at the same time the later removes itself. */
export async function createTask(
  wire: Wire,
  shape: Shape,
  me: Me,
  draft: SalesforceTask,
  key: string,
): Promise<Logged> {
  const [who] = draft.contactIds;
  const what = who && isLead(who) ? undefined : draft.companyId;
  if (!who && !what) return fail({ kind: 'refused', reason: 'no-contact', field: 'contactIds' });
  const id = await wire.create('task', 'Task', {
    ...draft.own,
    Subject: draft.title.slice(0, 255),
    Description: plainTaskNote(draft.note, key),
    OwnerId: me.user,
    IsReminderSet: false,
    ...(draft.dueDate === undefined ? {} : { ActivityDate: draft.dueDate }),
    ...(who ? { WhoId: who } : {}),
    ...(what ? { WhatId: what } : {}),
    ...(shape.taskKey ? { [shape.taskKey]: `sidelog-${key}` } : {}),
  });
  const standing = await marked(wire, shape, me.user, draft, key);
  return settleOne(id, standing, (taskId) => wire.remove('remove', [taskId]));
}

/** Tasks that bear this key, the oldest first. */
async function marked(
  wire: Wire,
  shape: Shape,
  user: string | null,
  draft: TaskDraft,
  key: string,
): Promise<Standing[]> {
  const { taskKey } = shape;
  const about = [...draft.contactIds, ...(draft.companyId ? [draft.companyId] : [])];
  if (!taskKey && about.length === 0) return [];
  const where = taskKey
    ? `${taskKey} = ${quote(`sidelog-${key}`)}`
    : `WhoId IN ${quoteList(about)} OR WhatId IN ${quoteList(about)}`;
  const { rows } = await wire.query(
    'find',
    `SELECT Id, CreatedDate, CreatedById, ${taskKey ?? 'Description'} FROM Task WHERE ${where} ORDER BY CreatedDate DESC, Id DESC LIMIT ${SCANNED}`,
    CandidateRow,
  );
  return rows
    .filter((row) => taskKey !== null || readPlainMarks(row.Description)?.key === key)
    .map(({ Id, CreatedById }) => ({ remoteId: Id, own: CreatedById === user }))
    .reverse();
}
