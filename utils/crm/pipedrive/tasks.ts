import type { Changes, CrmSession, Logged } from '@/utils/crm/connector';
import { CrmFault, fail } from '@/utils/crm/errors';
import { firstStays, type Standing, settleOne } from '@/utils/crm/first-stays';
import { packIds, unpackIds } from '@/utils/crm/id-set';
import { readMarks, taskNote } from '@/utils/crm/marked-note';
import type { OwnFields } from '@/utils/crm/own-fields';
import {
  type Account,
  createActivity,
  newestActivities,
  patchActivity,
} from '@/utils/crm/pipedrive/activities';
import { aboutOf } from '@/utils/crm/pipedrive/activity-body';
import { Activity } from '@/utils/crm/pipedrive/answers';
import type { PipedriveTask, PipedriveValue } from '@/utils/crm/pipedrive/describe';
import { idOf, listPage, remove, timeOf, type Wire } from '@/utils/crm/pipedrive/wire';
import type { Task, TaskDraft } from '@/utils/model/contact';

/** A rep has tens of open activities; more pages than this are not read. */
const MOST_PAGES = 4;

/** In Pipedrive a task is an activity that is not done. */
export function openTasks(
  wire: Wire,
  account: () => Promise<Account>,
  own: OwnFields<PipedriveValue>,
): NonNullable<CrmSession['tasks']> {
  return {
    changedSince: async (cursor) => taskChanges(wire, await account(), cursor),
    complete: async (taskId) => {
      const id = idOf(taskId);
      if (id === undefined) return;
      try {
        await patchActivity(wire, 'task', id, { done: true });
      } catch (error) {
        if (!(error instanceof CrmFault) || error.fault.kind !== 'gone') throw error;
      }
    },
    reschedule: (taskId, day) =>
      patchActivity(wire, 'task', idOf(taskId) ?? fail({ kind: 'gone' }), { due_date: day }),
    find: async (draft, key) =>
      (await marked(wire, (await account()).owner, draft, key))[0]?.remoteId ?? null,
    readBack: async (draft, key) =>
      firstStays(await marked(wire, (await account()).owner, draft, key), (id) => removeTask(wire, id)),
    create: async (draft, key) => createTask(wire, await account(), await own.task(draft), key),
    remove: (taskId) => removeTask(wire, taskId),
  };
}

async function removeTask(wire: Wire, taskId: string): Promise<void> {
  const id = idOf(taskId);
  if (id !== undefined) await remove(wire, 'activities', id);
}

/** All open ones each time, but for meetings: those stand in the calendar. What is no longer among them is gone. */
async function taskChanges(
  wire: Wire,
  { owner, types }: Account,
  cursor: string | null,
): Promise<Changes<Task>> {
  const rows: Activity[] = [];
  let next: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const read = await listPage(
      wire,
      'activities',
      'sync',
      {
        owner_id: owner,
        done: false,
        sort_by: 'id',
        limit: 500,
        ...(next === undefined ? {} : { cursor: next }),
      },
      Activity,
    );
    rows.push(...read.rows);
    next = read.next;
    if (next === undefined) break;
  }
  const open = rows.filter(
    (row) =>
      row.is_deleted !== true && row.done !== true && (row.type !== types.meeting || row.type === types.task),
  );
  const live = new Set(open.map((row) => row.id));
  const before = unpackIds(cursor ?? '') ?? [];
  return {
    items: open.map(toTask),
    gone: [...before].filter((id) => !live.has(id)).map(String),
    cursor: packIds(live),
    complete: true,
  };
}

function toTask(row: Activity): Task {
  const persons = (row.participants ?? []).flatMap(({ person_id: id }) => (id ? [String(id)] : []));
  return {
    id: String(row.id),
    title: (row.subject ?? '').trim().slice(0, 500),
    ...(row.due_date && /^\d{4}-\d{2}-\d{2}$/.test(row.due_date) ? { dueDate: row.due_date } : {}),
    done: false,
    contactIds: persons.slice(0, 50),
    updatedAt: timeOf(row.update_time) ?? 0,
  };
}

/** Creates it for the rep, then reads back: of two at the same time the later removes itself. */
async function createTask(
  wire: Wire,
  { owner, types }: Account,
  draft: PipedriveTask,
  key: string,
): Promise<Logged> {
  const about = aboutOf(draft);
  if (about === undefined) return fail({ kind: 'refused', reason: 'no-contact', field: 'contactIds' });
  const id = await createActivity(wire, 'task', {
    subject: draft.title,
    type: types.task,
    ...draft.own,
    done: false,
    owner_id: owner,
    ...(draft.dueDate === undefined ? {} : { due_date: draft.dueDate }),
    note: taskNote(draft.note, key),
    ...about,
  });
  const standing = withKey(await newestActivities(wire, 'task', {}), owner, key);
  return settleOne(String(id), standing, (taskId) => removeTask(wire, taskId));
}

/** The activities that were created under this key, done or not: the newest of all, else those of the person. */
async function marked(wire: Wire, owner: number, draft: TaskDraft, key: string): Promise<Standing[]> {
  const newest = withKey(await newestActivities(wire, 'task', {}), owner, key);
  if (newest.length > 0) return newest;
  const person = draft.contactIds.map(idOf).find((id) => id !== undefined);
  const company = idOf(draft.companyId);
  if (person !== undefined)
    return withKey(await newestActivities(wire, 'task', { person_id: person }), owner, key);
  return company === undefined
    ? []
    : withKey(await newestActivities(wire, 'task', { org_id: company }), owner, key);
}

/** The oldest (the lowest number) first. */
function withKey(rows: Activity[], owner: number, key: string): Standing[] {
  return rows
    .filter((row) => readMarks(row.note)?.key === key)
    .sort((a, b) => a.id - b.id)
    .map((row) => ({ remoteId: String(row.id), own: row.owner_id === owner }));
}
