import type { Changes, CrmSession, Logged } from '@/utils/crm/connector';
import { CrmFault, fail } from '@/utils/crm/errors';
import { firstStays, type Standing, settleOne } from '@/utils/crm/first-stays';
import { associationsOf } from '@/utils/crm/hubspot/activity-properties';
import { Anything, Row } from '@/utils/crm/hubspot/answers';
import { timeOf } from '@/utils/crm/hubspot/changes';
import type { HubspotTask } from '@/utils/crm/hubspot/describe';
import { byAge, hangingOn } from '@/utils/crm/hubspot/find-records';
import { archive } from '@/utils/crm/hubspot/records';
import { associated, isId, readMany, SEARCH, search, type Wire } from '@/utils/crm/hubspot/wire';
import { packIds, unpackIds } from '@/utils/crm/id-set';
import { readMarks, taskNote } from '@/utils/crm/marked-note';
import type { OwnFields } from '@/utils/crm/own-fields';
import type { Task, TaskDraft } from '@/utils/model/contact';

const PROPERTIES = [
  'hs_task_subject',
  'hs_task_status',
  'hs_timestamp',
  'hs_lastmodifieddate',
  'hubspot_owner_id',
];
/** A rep has tens of open tasks; more pages than this are not read. */
const MOST_PAGES = 10;

/**
 * The rep's own tasks. Search lags, so what this session wrote is read by its id besides.
 */
export function openTasks(
  wire: Wire,
  owner: () => Promise<string>,
  own: OwnFields<string>,
): NonNullable<CrmSession['tasks']> {
  const touched = new Set<string>();
  return {
    changedSince: async (cursor) => taskChanges(wire, await owner(), touched, cursor),
    complete: (id) => patch(wire, touched, id, { hs_task_status: 'COMPLETED' }, true),
    reschedule: (id, day) => patch(wire, touched, id, { hs_timestamp: morningOf(day) }, false),
    find: async (draft, key) => (await marked(wire, await owner(), draft, key))[0]?.remoteId ?? null,
    readBack: async (draft, key) =>
      firstStays(await marked(wire, await owner(), draft, key), (id) => archive(wire, 'remove', 'tasks', id)),
    create: async (draft, key) => {
      const made = await createTask(wire, await owner(), await own.task(draft), key);
      touched.add(made.remoteId);
      return made;
    },
    remove: async (id) => {
      if (isId(id)) await archive(wire, 'remove', 'tasks', id);
    },
  };
}

/** All open ones each time; those that are no longer among them are gone: done, deleted or somebody else's. */
async function taskChanges(
  wire: Wire,
  owner: string,
  touched: Set<string>,
  cursor: string | null,
): Promise<Changes<Task>> {
  const rows = new Map<string, Row>();
  let after = '0';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { results } = await search(wire, 'tasks', {
      purpose: 'sync',
      groups: [
        [
          { propertyName: 'hubspot_owner_id', operator: 'EQ', value: owner },
          { propertyName: 'hs_task_status', operator: 'NEQ', value: 'COMPLETED' },
          { propertyName: 'hs_object_id', operator: 'GT', value: after },
        ],
      ],
      sort: { propertyName: 'hs_object_id', direction: 'ASCENDING' },
      properties: PROPERTIES,
    });
    for (const row of results) rows.set(row.id, row);
    after = results.at(-1)?.id ?? after;
    if (results.length < SEARCH) break;
  }
  const fresh = await readMany(wire, 'tasks', { purpose: 'sync', ids: [...touched], properties: PROPERTIES });
  for (const id of touched) rows.delete(id);
  for (const row of fresh) rows.set(row.id, row);
  const open = [...rows.values()].filter(
    ({ properties }) => properties.hs_task_status !== 'COMPLETED' && properties.hubspot_owner_id === owner,
  );
  const about = await associated(
    wire,
    'sync',
    'tasks',
    'contacts',
    open.map((row) => row.id),
  );
  const live = new Set(open.map((row) => Number(row.id)));
  const before = unpackIds(cursor ?? '') ?? [];
  return {
    items: open.map((row) => toTask(row, about.get(row.id) ?? [])),
    gone: [...before].filter((id) => !live.has(id)).map(String),
    cursor: packIds(live),
    complete: true,
  };
}

function toTask({ id, properties, updatedAt }: Row, contactIds: string[]): Task {
  const due = timeOf(properties.hs_timestamp);
  return {
    id,
    title: (properties.hs_task_subject ?? '').trim().slice(0, 500),
    ...(due === undefined ? {} : { dueDate: dayOf(due) }),
    done: false,
    contactIds: contactIds.slice(0, 50),
    updatedAt: timeOf(properties.hs_lastmodifieddate) ?? timeOf(updatedAt) ?? 0,
  };
}

/** Changes a task. What is gone already is fine where it was to be done. */
async function patch(
  wire: Wire,
  touched: Set<string>,
  id: string,
  properties: Record<string, string>,
  goneIsFine: boolean,
): Promise<void> {
  if (!isId(id)) return goneIsFine ? undefined : fail({ kind: 'gone' });
  touched.add(id);
  try {
    await wire.call({
      step: 'tasks update',
      purpose: 'task',
      method: 'PATCH',
      path: `/crm/v3/objects/tasks/${id}`,
      body: { properties },
      fields: Object.keys(properties),
      answer: Anything,
    });
  } catch (error) {
    if (!(error instanceof CrmFault) || error.fault.kind !== 'gone' || !goneIsFine) throw error;
  }
}

/** Creates it for the rep, then reads back: of two at the same time the later removes itself. No reminder: it would send mail. */
async function createTask(wire: Wire, owner: string, draft: HubspotTask, key: string): Promise<Logged> {
  const associations = associationsOf('tasks', draft);
  if (associations.length === 0) return fail({ kind: 'refused', reason: 'no-contact', field: 'contactIds' });
  // HubSpot wants a day of every task: without one it is today, by the time of its own last answer.
  const due =
    draft.dueDate === undefined ? new Date(wire.lastAnswerAt()).toISOString() : morningOf(draft.dueDate);
  const properties = {
    ...draft.own,
    hs_timestamp: due,
    hs_task_subject: draft.title,
    hs_task_body: taskNote(draft.note, key),
    hs_task_status: 'NOT_STARTED',
    hs_task_type: 'TODO',
    hubspot_owner_id: owner,
  };
  const { id } = await wire.call({
    step: 'tasks create',
    purpose: 'task',
    method: 'POST',
    path: '/crm/v3/objects/tasks',
    body: { properties, associations },
    fields: Object.keys(properties),
    answer: Row,
  });
  return settleOne(id, await marked(wire, owner, draft, key), (taskId) =>
    archive(wire, 'remove', 'tasks', taskId),
  );
}

/** The live tasks about the same people that were created under this key, done or not; the oldest first. */
async function marked(wire: Wire, owner: string, draft: TaskDraft, key: string): Promise<Standing[]> {
  const ids = await hangingOn(wire, 'task', 'tasks', [draft]);
  const rows = await readMany(wire, 'tasks', {
    purpose: 'task',
    ids,
    properties: ['hs_task_body', 'hubspot_owner_id'],
  });
  return rows
    .filter((row) => readMarks(row.properties.hs_task_body)?.key === key)
    .sort((a, b) => byAge(a.id, b.id))
    .map(({ id, properties }) => ({ remoteId: id, own: properties.hubspot_owner_id === owner }));
}

/** Nine in the morning of that day where the rep is: HubSpot's tasks are due at a time. */
function morningOf(day: string): string {
  return new Date(`${day}T09:00:00`).toISOString();
}

/** The day where the rep is. */
function dayOf(time: number): string {
  const date = new Date(time);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
