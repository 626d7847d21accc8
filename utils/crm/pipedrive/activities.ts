import type { ActivityToLog, Found, Logged } from '@/utils/crm/connector';
import { CrmFault, fail } from '@/utils/crm/errors';
import { readBackEach, type Standing, settleCreated } from '@/utils/crm/first-stays';
import { readMarks, standsFor } from '@/utils/crm/marked-note';
import { activityBody, changedBody, type TypeKeys } from '@/utils/crm/pipedrive/activity-body';
import { Activity, Anything, one } from '@/utils/crm/pipedrive/answers';
import type { PipedriveEntry } from '@/utils/crm/pipedrive/describe';
import { idOf, listPage, type Purpose, type Query, remove, type Wire } from '@/utils/crm/pipedrive/wire';
import type { Fault } from '@/utils/model/outbox';

/** Pipedrive creates one at a time; one look at the newest finds and reads back for all. */
export const batch = { find: 50, log: 20 };

/** How many of the newest one look reads. */
const NEWEST = 200;

export interface Account {
  owner: number;
  types: TypeKeys;
  /** The company's own types, by their key. */
  choices: { value: string; label: string }[];
}

type Answer = Logged | { fault: Fault };

/** The newest of these first. */
export async function newestActivities(wire: Wire, purpose: Purpose, query: Query): Promise<Activity[]> {
  const { rows } = await listPage(
    wire,
    'activities',
    purpose,
    { sort_by: 'add_time', sort_direction: 'desc', limit: NEWEST, ...query },
    Activity,
  );
  return rows.filter((row) => row.is_deleted !== true);
}

/** The entries that are in Pipedrive and live. */
export async function findLogged(wire: Wire, entries: ActivityToLog[]): Promise<Found> {
  const found: Found = new Map();
  for (const [key, [first]] of await standingActivities(wire, null, entries))
    if (first) found.set(key, first.remoteId);
  return found;
}

/** What stands for entries that may have been created without an answer; of several the first. */
export async function readBack(
  wire: Wire,
  { owner }: Account,
  entries: ActivityToLog[],
): Promise<Map<string, Logged>> {
  return readBackEach(
    entries,
    (some) => standingActivities(wire, owner, some),
    (remoteId) => removeActivity(wire, remoteId),
  );
}

/** Among the newest of all, else among those of their contact. `owner` null: nothing is anybody's own. */
async function standingActivities(
  wire: Wire,
  owner: number | null,
  entries: ActivityToLog[],
): Promise<Map<string, Standing[]>> {
  const rows = new Map<number, Activity>();
  const look = async (query: Query) => {
    for (const row of await newestActivities(wire, 'find', query)) rows.set(row.id, row);
  };
  await look({});
  const found = standingFor([...rows.values()], owner, entries);
  const left = entries.filter(({ key }) => !found.has(key));
  // The filter knows an activity by its main person alone.
  const persons = left.map(({ activity }) => activity.contactIds.map(idOf).find((id) => id !== undefined));
  const companies = left.flatMap(({ activity }, at) =>
    persons[at] === undefined ? [idOf(activity.companyId)] : [],
  );
  for (const id of new Set(persons)) if (id) await look({ person_id: id });
  for (const id of new Set(companies)) if (id) await look({ org_id: id });
  return standingFor([...rows.values()], owner, entries);
}

/** By key the records that stand for each entry, the oldest (the lowest number) first; `own` by who is their owner. */
function standingFor(
  rows: Activity[],
  owner: number | null,
  entries: ActivityToLog[],
): Map<string, Standing[]> {
  const found = new Map<string, Standing[]>();
  for (const row of [...rows].sort((a, b) => a.id - b.id)) {
    const marks = readMarks(row.note);
    const one = { remoteId: String(row.id), own: row.owner_id === owner };
    for (const entry of marks ? entries : []) {
      if (standsFor(marks, entry)) found.set(entry.key, [...(found.get(entry.key) ?? []), one]);
    }
  }
  return found;
}

/**
 * Creates one after the other, then reads back: Pipedrive has no unique key, so of two that were created at the same
 * time the later (the higher number) removes itself. A fault that is not about the entry ends it: the rest is as unsent.
 */
export async function logAll(wire: Wire, account: Account, entries: PipedriveEntry[]): Promise<Answer[]> {
  const made: (number | Fault)[] = [];
  let stop: Fault | undefined;
  for (const entry of entries) {
    const one: number | Fault = stop ?? (await create(wire, account, entry));
    if (typeof one !== 'number' && one.kind !== 'refused' && one.kind !== 'gone') stop = one;
    made.push(one);
  }
  return settleCreated(
    entries,
    made.map((each) => (typeof each === 'number' ? String(each) : each)),
    async (created) => standingFor(await newestActivities(wire, 'find', {}), account.owner, created),
    (remoteId) => removeActivity(wire, remoteId),
  );
}

async function create(wire: Wire, { types, owner }: Account, entry: PipedriveEntry): Promise<number | Fault> {
  const body = activityBody(entry, types, owner);
  if (body === undefined) return { kind: 'refused', reason: 'no-contact', field: 'contactIds' };
  try {
    return await createActivity(wire, 'log', body);
  } catch (error) {
    if (!(error instanceof CrmFault)) throw error;
    return error.fault;
  }
}

export async function createActivity(
  wire: Wire,
  purpose: Purpose,
  body: Record<string, unknown>,
): Promise<number> {
  const { data } = await wire.call({
    step: 'activities create',
    purpose,
    method: 'POST',
    path: '/api/v2/activities',
    body,
    answer: one(Activity),
  });
  return data.id;
}

/** Makes a record say this now. A deleted one stays readable for a while and is gone all the same. */
export async function updateActivity(
  wire: Wire,
  { types, owner }: Account,
  remoteId: string,
  entry: PipedriveEntry,
): Promise<void> {
  const id = idOf(remoteId) ?? fail({ kind: 'gone' });
  const { data } = await wire.call({
    step: 'activities read',
    purpose: 'find',
    method: 'GET',
    path: `/api/v2/activities/${id}`,
    answer: one(Activity),
  });
  if (data.is_deleted === true) return fail({ kind: 'gone' });
  await patchActivity(wire, 'log', id, changedBody(entry, types, owner));
}

export async function patchActivity(
  wire: Wire,
  purpose: Purpose,
  id: number,
  body: Record<string, unknown>,
): Promise<void> {
  await wire.call({
    step: 'activities update',
    purpose,
    method: 'PATCH',
    path: `/api/v2/activities/${id}`,
    body,
    answer: Anything,
  });
}

export async function removeActivity(wire: Wire, remoteId: string): Promise<void> {
  const id = idOf(remoteId);
  if (id !== undefined) await remove(wire, 'activities', id);
}
