import type { Logged } from '@/utils/crm/connector';
import { CrmFault, fail } from '@/utils/crm/errors';
import { settleCreated } from '@/utils/crm/first-stays';
import {
  activityProperties,
  associationsOf,
  changedProperties,
  parseRemoteId,
  type RecordType,
  recordTypes,
  remoteId,
} from '@/utils/crm/hubspot/activity-properties';
import { Anything, Batch } from '@/utils/crm/hubspot/answers';
import { standingRecords } from '@/utils/crm/hubspot/find-records';
import { BATCH, isId, readMany, type Wire } from '@/utils/crm/hubspot/wire';
import type { FieldedEntry } from '@/utils/crm/own-fields';
import type { Fault } from '@/utils/model/outbox';

/** How many entries one call finds and creates. */
export const batch = { find: BATCH, log: BATCH };

/** Whether this account lets `hs_email_message_id` be written; known after the first try. */
export interface Portal {
  owner: string;
  takesMessageId: boolean;
}

type Answer = Logged | { fault: Fault };

/**
 * Creates each, then reads back: HubSpot has no unique key on activities, so of two that were created at the same time
 * the later (the higher id) removes itself.
 */
export async function logAll(wire: Wire, portal: Portal, entries: FieldedEntry<string>[]): Promise<Answer[]> {
  const answers: (string | Fault | undefined)[] = entries.map(() => undefined);
  for (const type of Object.values(recordTypes)) {
    const ours = entries.flatMap((entry, index) =>
      recordTypes[entry.activity.kind] === type ? [{ entry, index }] : [],
    );
    const placed = ours.filter(({ entry }) => associationsOf(type, entry.activity).length > 0);
    for (const { index } of ours) answers[index] = nowhere;
    if (placed.length === 0) continue;
    const created = await createSome(
      wire,
      portal,
      type,
      placed.map(({ entry }) => entry),
    );
    for (const [at, { index }] of placed.entries()) {
      const made = created[at];
      answers[index] = typeof made === 'string' ? remoteId(type, made) : made;
    }
  }
  return settleCreated(
    entries,
    answers,
    (made) => standingRecords(wire, portal.owner, made),
    (remote) => removeRecord(wire, remote),
  );
}

const nowhere: Fault = { kind: 'refused', reason: 'no-contact', field: 'contactIds' };

/** An id or a fault each. Where HubSpot takes none because of one of them, halves are tried until it is alone. */
async function createSome(
  wire: Wire,
  portal: Portal,
  type: RecordType,
  entries: FieldedEntry<string>[],
): Promise<(string | Fault | undefined)[]> {
  try {
    return await create(wire, portal, type, entries);
  } catch (error) {
    if (!(error instanceof CrmFault)) throw error;
    const { fault } = error;
    if (fault.kind === 'refused' && fault.field === 'hs_email_message_id' && portal.takesMessageId) {
      portal.takesMessageId = false;
      return createSome(wire, portal, type, entries);
    }
    const aboutOne = fault.kind === 'refused' || fault.kind === 'gone';
    if (!aboutOne || entries.length === 1) return entries.map(() => fault);
    const half = Math.ceil(entries.length / 2);
    return [
      ...(await createSome(wire, portal, type, entries.slice(0, half))),
      ...(await createSome(wire, portal, type, entries.slice(half))),
    ];
  }
}

async function create(
  wire: Wire,
  portal: Portal,
  type: RecordType,
  entries: FieldedEntry<string>[],
): Promise<(string | Fault | undefined)[]> {
  const inputs = entries.map((entry) => ({
    properties: activityProperties(entry, portal.owner, portal.takesMessageId),
    associations: associationsOf(type, entry.activity),
    objectWriteTraceId: entry.key,
  }));
  const { results, errors = [] } = await wire.call({
    step: `${type} create`,
    purpose: 'log',
    method: 'POST',
    path: `/crm/v3/objects/${type}/batch/create`,
    body: { inputs },
    fields: [...new Set(inputs.flatMap(({ properties }) => Object.keys(properties)))],
    answer: Batch,
  });
  // The answer has an order of its own; the trace says which is which.
  const ids = new Map(results.map((row) => [row.objectWriteTraceId ?? '', row.id]));
  const failed = new Map(
    errors.flatMap(({ category, message, context }) =>
      (context?.objectWriteTraceId ?? []).map((key): [string, Fault] => [
        key,
        category === 'OBJECT_NOT_FOUND'
          ? { kind: 'gone' }
          : { kind: 'refused', reason: message?.slice(0, 500) || 'HTTP 207' },
      ]),
    ),
  );
  const only = entries.length === 1 ? results[0]?.id : undefined;
  return entries.map(({ key }) => ids.get(key) ?? failed.get(key) ?? only);
}

/** Makes a record say this now. Contacts that came to it are added; what somebody else put it on stays. */
export async function updateRecord(
  wire: Wire,
  portal: Portal,
  remote: string,
  entry: FieldedEntry<string>,
): Promise<void> {
  const record = parseRemoteId(remote) ?? fail({ kind: 'gone' });
  const { type, id } = record;
  if (type !== recordTypes[entry.activity.kind]) return fail({ kind: 'gone' });
  const [row] = await readMany(wire, type, { purpose: 'log', ids: [id], properties: ['hs_timestamp'] });
  if (!row) return fail({ kind: 'gone' });
  const properties = changedProperties(entry, portal.owner);
  await wire.call({
    step: `${type} update`,
    purpose: 'log',
    method: 'PATCH',
    path: `/crm/v3/objects/${type}/${id}`,
    body: { properties },
    fields: Object.keys(properties),
    answer: Anything,
  });
  const contacts = [...new Set(entry.activity.contactIds)].filter(isId);
  if (contacts.length === 0) return;
  await wire.call({
    step: `${type} contacts`,
    purpose: 'log',
    method: 'POST',
    path: `/crm/v4/associations/${type}/contacts/batch/associate/default`,
    body: { inputs: contacts.map((contact) => ({ from: { id }, to: { id: contact } })) },
    fields: ['id'],
    answer: Anything,
  });
}

/** Puts a record into HubSpot's bin. What is gone already is fine. */
export async function removeRecord(wire: Wire, remote: string): Promise<void> {
  const record = parseRemoteId(remote);
  if (record) await archive(wire, 'remove', record.type, record.id);
}

export async function archive(
  wire: Wire,
  purpose: 'remove',
  type: RecordType | 'tasks',
  id: string,
): Promise<void> {
  try {
    await wire.call({
      step: `${type} remove`,
      purpose,
      method: 'DELETE',
      path: `/crm/v3/objects/${type}/${id}`,
      answer: Anything,
    });
  } catch (error) {
    if (!(error instanceof CrmFault) || error.fault.kind !== 'gone') throw error;
  }
}
