import type { ActivityToLog, Found, Logged } from '@/utils/crm/connector';
import { MailRow, PointerRow, StateRow } from '@/utils/crm/dynamics/answers';
import type { DynamicsEntry } from '@/utils/crm/dynamics/describe';
import { guidOf, oneOf } from '@/utils/crm/dynamics/ids';
import { removeOwn } from '@/utils/crm/dynamics/own-records';
import {
  type ActivityTable,
  fromRemoteId,
  OPEN,
  stateOf,
  tableOf,
  toRemoteId,
  updateOf,
  valuesOf,
} from '@/utils/crm/dynamics/records';
import type { Wire } from '@/utils/crm/dynamics/wire';
import { CrmFault, fail } from '@/utils/crm/errors';
import { MESSAGE_ID } from '@/utils/crm/marked-note';
import { markersOf } from '@/utils/crm/plain-note';
import type { Fault } from '@/utils/model/outbox';

/** One query names all ids of a batch; each record is created by a request of its own, and completed by a second. */
export const batch = { find: 50, log: 10 };

/** The ids under which an entry may be there; the first is the one that we create. */
async function guidsOf(entry: ActivityToLog): Promise<string[]> {
  const table = tableOf[entry.activity.kind];
  return Promise.all(markersOf(entry).map((marker) => guidOf(`${table} ${marker}`)));
}

/**
 * The entries that are there and live: by our ids, which Dataverse itself keeps unique, and mails that its own
 * synchronisation stored by Message-ID. What was created, but not completed yet (a worker was killed between the two),
 * is completed here: a mail must not stay a draft that somebody could send.
 */
export async function findLogged(wire: Wire, entries: ActivityToLog[]): Promise<Found> {
  const found: Found = new Map();
  for (const [key, { remoteId }] of await readBack(wire, null, entries)) found.set(key, remoteId);
  return found;
}

/** The same with whose they are: `created` where this user made it. Nothing has to be cleared away. */
export async function readBack(
  wire: Wire,
  me: string | null,
  entries: ActivityToLog[],
): Promise<Map<string, Logged>> {
  const byGuid = new Map<string, ActivityToLog>();
  for (const entry of entries) for (const guid of await guidsOf(entry)) byGuid.set(guid, entry);
  const found = new Map<string, Logged>();
  const rows = await wire.list(
    'activity find',
    'find',
    'activitypointers',
    {
      $select: 'activityid,activitytypecode,statecode,_createdby_value',
      $filter: oneOf('activityid', [...byGuid.keys()]),
    },
    PointerRow,
  );
  for (const { activityid, statecode, _createdby_value: by } of rows) {
    const entry = byGuid.get(activityid.toLowerCase());
    if (!entry) continue;
    const table = tableOf[entry.activity.kind];
    if (statecode === 0) await complete(wire, table, activityid, entry);
    found.set(entry.key, { remoteId: toRemoteId(table, activityid), created: by === me });
  }
  await findSynchronised(wire, entries, found);
  return found;
}

async function findSynchronised(
  wire: Wire,
  entries: ActivityToLog[],
  found: Map<string, Logged>,
): Promise<void> {
  const wanted = entries.flatMap(({ key, aliases, activity }) => {
    const messageId = aliases.find((alias) => MESSAGE_ID.test(alias));
    return activity.kind === 'email' && !found.has(key) && messageId ? [{ key, messageId }] : [];
  });
  if (wanted.length === 0) return;
  const rows = await wire.list(
    'email find',
    'find',
    'emails',
    {
      $select: 'activityid,messageid',
      $filter: oneOf(
        'messageid',
        wanted.map(({ messageId }) => messageId),
      ),
    },
    MailRow,
  );
  for (const { key, messageId } of wanted) {
    const row = rows.find(({ messageid }) => messageid?.trim().toLowerCase() === messageId.toLowerCase());
    if (row) found.set(key, { remoteId: toRemoteId('emails', row.activityid), created: false });
  }
}

/** Creates each under its own id and completes it. What is there already is left as it is. */
export async function logActivities(
  wire: Wire,
  me: string,
  entries: DynamicsEntry[],
): Promise<(Logged | { fault: Fault })[]> {
  const result: (Logged | { fault: Fault })[] = [];
  let stopped: Fault | undefined;
  for (const entry of entries) {
    // Nobody answers, or asks to wait: the others would hear the same.
    const answer: Logged | { fault: Fault } = stopped ? { fault: stopped } : await logOne(wire, me, entry);
    if ('fault' in answer && ['offline', 'signed-out', 'slow-down'].includes(answer.fault.kind)) {
      stopped = answer.fault;
    }
    result.push(answer);
  }
  return result;
}

async function logOne(wire: Wire, me: string, entry: DynamicsEntry): Promise<Logged | { fault: Fault }> {
  try {
    const values = valuesOf(entry, me);
    if (!values) return { fault: { kind: 'refused', reason: 'no-contact', field: 'contactIds' } };
    const table = tableOf[entry.activity.kind];
    const [id = ''] = await guidsOf(entry);
    const created = await wire.create('log', table, id, values);
    if (created) await complete(wire, table, id, entry);
    return { remoteId: toRemoteId(table, id), created };
  } catch (error) {
    if (!(error instanceof CrmFault)) throw error;
    return { fault: error.fault };
  }
}

/** Somebody else's look may have completed it in between: then it refuses, and is as it should be. */
async function complete(wire: Wire, table: ActivityTable, id: string, entry: ActivityToLog): Promise<void> {
  try {
    await wire.update('log', table, id, { ...stateOf(entry.activity) });
  } catch (error) {
    if (!(error instanceof CrmFault) || error.fault.kind !== 'refused') throw error;
    const { statecode } = await wire.get('state', 'find', `/${table}(${id})?$select=statecode`, StateRow);
    if (statecode === 0) throw error;
  }
}

/** Opens a record, changes it and completes it again. A mail is read-only once it is completed. */
export async function updateActivity(
  wire: Wire,
  me: string,
  remoteId: string,
  entry: DynamicsEntry,
): Promise<void> {
  const place = fromRemoteId(remoteId) ?? fail({ kind: 'gone' });
  if (place.table === 'emails') return fail({ kind: 'refused', reason: 'read-only' });
  await wire.update('log', place.table, place.id, { ...OPEN });
  await wire.update('log', place.table, place.id, updateOf(entry, me));
  await complete(wire, place.table, place.id, entry);
}

export async function removeActivity(wire: Wire, me: string, remoteId: string): Promise<void> {
  const place = fromRemoteId(remoteId);
  if (place) await removeOwn(wire, me, place.table, place.id);
}
