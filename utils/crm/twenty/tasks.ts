import type { Changes, Logged } from '@/utils/crm/connector';
import { fail } from '@/utils/crm/errors';
import { listOf, Row, Task } from '@/utils/crm/twenty/answers';
import { changes } from '@/utils/crm/twenty/delta';
import { isDuplicate } from '@/utils/crm/twenty/faults';
import { plainBody, storable } from '@/utils/crm/twenty/note-body';
import { idOfKey } from '@/utils/crm/twenty/note-ids';
import type { TwentyTask } from '@/utils/crm/twenty/schema';
import { tie, tieRows, tiesOf } from '@/utils/crm/twenty/targets';
import { isUuid } from '@/utils/crm/twenty/uuid-of';
import { textOf } from '@/utils/crm/twenty/values';
import { attempt, LIVE_OR_TRASHED, type TargetColumns, type Wire } from '@/utils/crm/twenty/wire';
import type { Task as Mirrored } from '@/utils/model/contact';
import { z } from '@/utils/model/zod';

const DONE = 'DONE';

/** The tasks of this member; where it is not known who the rep is, those that are nobody's. */
export async function taskChanges(
  wire: Wire,
  member: string | undefined,
  cursor: string | null,
): Promise<Changes<Mirrored>> {
  const { person } = await wire.targets();
  return changes(
    wire,
    {
      list: 'tasks',
      filterType: 'TaskFilterInput',
      fields: `id updatedAt deletedAt title status dueAt assigneeId taskTargets { edges { node { ${person} } } }`,
      row: Task,
      first: {
        and: [
          { assigneeId: member === undefined ? { is: 'NULL' } : { eq: member } },
          // A status that is empty is not "not done" to a database.
          { or: [{ status: { neq: DONE } }, { status: { is: 'NULL' } }] },
        ],
      },
      toItem: (row) => ((row.assigneeId ?? undefined) === member ? toTask(row, person) : undefined),
    },
    cursor,
  );
}

function toTask(row: Task, personColumn: string): Mirrored {
  const dueDate = dayOf(row.dueAt);
  const people = (row.taskTargets?.edges ?? []).flatMap(({ node }) => node[personColumn] ?? []);
  return {
    id: row.id,
    title: textOf(row.title).slice(0, 500),
    ...(dueDate === undefined ? {} : { dueDate }),
    done: row.status === DONE,
    contactIds: [...new Set(people)].slice(0, 50),
    updatedAt: Date.parse(row.updatedAt),
  };
}

/** The day in the rep's zone. */
function dayOf(dueAt: string | null | undefined): string | undefined {
  const at = new Date(dueAt ?? '');
  if (Number.isNaN(at.getTime())) return undefined;
  const parts = [at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${String(at.getFullYear()).padStart(4, '0')}-${parts.join('-')}`;
}

/** Noon of that day in the rep's zone: the same day for colleagues up to eleven hours away. */
function dueAtOf(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12).toISOString();
}

/** Marks a task as done. What is done or gone already is fine. */
export function completeTask(wire: Wire, taskId: string): Promise<void> {
  return updateTask(wire, taskId, { status: DONE });
}

export function rescheduleTask(wire: Wire, taskId: string, dueDate: string): Promise<void> {
  return updateTask(wire, taskId, { dueAt: dueAtOf(dueDate) });
}

async function updateTask(wire: Wire, taskId: string, data: Record<string, unknown>): Promise<void> {
  if (!isUuid(taskId)) return;
  const updated = await attempt(
    wire.ask({
      step: 'task update',
      purpose: 'task',
      query:
        'mutation Update($id: UUID!, $data: TaskUpdateInput!) { updateTask(id: $id, data: $data) { id } }',
      variables: { id: taskId, data },
      fields: Object.keys(data),
      answer: z.unknown(),
    }),
  );
  if ('fault' in updated && updated.fault.kind !== 'gone') fail(updated.fault);
}

/** The task that was created under this key, done or not, and live. */
export async function findTask(wire: Wire, key: string): Promise<string | null> {
  const id = await idOfKey(key);
  return (await stateOf(wire, id)) === 'live' ? id : null;
}

const states = z.object({ tasks: listOf(z.object({ ...Row.shape, deletedAt: z.nullish(z.string()) })) });

async function stateOf(wire: Wire, id: string): Promise<'live' | 'trashed' | 'none'> {
  const { tasks } = await wire.ask({
    step: 'task find',
    purpose: 'find',
    query: `query Find($filter: TaskFilterInput) {
  tasks(filter: $filter, first: 1) { edges { node { id deletedAt } } }
}`,
    variables: { filter: { and: [{ id: { eq: id } }, LIVE_OR_TRASHED] } },
    fields: ['id'],
    answer: states,
  });
  const row = tasks.edges[0]?.node;
  return row === undefined ? 'none' : row.deletedAt ? 'trashed' : 'live';
}

const created = z.object({ createTaskTargets: z.nullish(z.array(Row)) });

/** Creates a task for this member. Its id is the key: a second insert is refused; one in the trash comes back. */
export async function createTask(
  wire: Wire,
  columns: TargetColumns,
  member: string | undefined,
  draft: TwentyTask,
  key: string,
): Promise<Logged> {
  const id = await idOfKey(key);
  const data = {
    ...draft.own,
    title: storable(draft.title),
    status: 'TODO',
    bodyV2: { blocknote: plainBody(draft.note), markdown: null },
    ...(draft.dueDate === undefined ? {} : { dueAt: dueAtOf(draft.dueDate) }),
    ...(member === undefined ? {} : { assigneeId: member }),
  };
  const ties = await tieRows('task', columns, [{ id, targets: tiesOf(draft) }]);
  const made = await attempt(
    wire.ask({
      step: 'task create',
      purpose: 'task',
      query: `mutation Create($task: TaskCreateInput!, $ties: [TaskTargetCreateInput!]!) {
  createTask(data: $task) { id }
  createTaskTargets(data: $ties) { id }
}`,
      variables: { task: { id, ...data }, ties },
      fields: [...Object.keys(data), 'taskId'],
      decides: 'createTask',
      answer: created,
    }),
  );
  if (!('fault' in made)) {
    if (!made.value.createTaskTargets) await tie(wire, 'task', ties);
    return { remoteId: id, created: true };
  }
  if (!isDuplicate(made.fault)) return fail(made.fault);
  if ((await stateOf(wire, id)) !== 'trashed') {
    // A request that ended halfway left it without ties.
    await tie(wire, 'task', ties);
    return { remoteId: id, created: false };
  }
  await wire.ask({
    step: 'task restore',
    purpose: 'task',
    query: `mutation Restore($id: UUID!, $data: TaskUpdateInput!) {
  restoreTask(id: $id) { id }
  updateTask(id: $id, data: $data) { id }
}`,
    variables: { id, data },
    fields: Object.keys(data),
    answer: z.unknown(),
  });
  await tie(wire, 'task', ties);
  return { remoteId: id, created: true };
}
