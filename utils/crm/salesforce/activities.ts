import type { ActivityToLog, Found, Logged } from '@/utils/crm/connector';
import { fail } from '@/utils/crm/errors';
import { readBackEach, settleCreated } from '@/utils/crm/first-stays';
import { MailTaskRow } from '@/utils/crm/salesforce/answers';
import type { SalesforceEntry } from '@/utils/crm/salesforce/describe';
import { type Complaint, faultOf, hasNoPlace } from '@/utils/crm/salesforce/faults';
import { findCandidates } from '@/utils/crm/salesforce/find-logged';
import { nodesOf, updateOf } from '@/utils/crm/salesforce/records';
import type { Me, Shape } from '@/utils/crm/salesforce/shape';
import { quote } from '@/utils/crm/salesforce/soql';
import { rowsOf, type Wire } from '@/utils/crm/salesforce/wire';
import type { Fault } from '@/utils/model/outbox';

/** One request holds 75 groups of records, and each group is one entry. */
export const batch = { find: 75, log: 75 };

/** The entries that are there and live. */
export async function findLogged(wire: Wire, shape: Shape, entries: ActivityToLog[]): Promise<Found> {
  const candidates = await findCandidates(wire, shape, null, entries);
  const found: Found = new Map();
  for (const [key, [first]] of candidates) if (first) found.set(key, first.remoteId);
  return found;
}

/** What stands for entries that may have been created without an answer; of several the first. */
export async function readBack(
  wire: Wire,
  shape: Shape,
  { user }: Me,
  entries: ActivityToLog[],
): Promise<Map<string, Logged>> {
  return readBackEach(
    entries,
    (some) => findCandidates(wire, shape, user, some),
    (remoteId) => removeActivity(wire, remoteId),
  );
}

/**
 * Creates each, all in one request, then reads back: nothing here is unique, so of two that were created at the same
 * time the later removes itself. What remains: both within one second (dates are no finer, and ids of two servers have
 * no order), the other's second look before our first was stored.
 */
export async function logActivities(
  wire: Wire,
  shape: Shape,
  { user }: Me,
  entries: SalesforceEntry[],
): Promise<(Logged | { fault: Fault })[]> {
  const made = await createEach(wire, shape, entries);
  return settleCreated(
    entries,
    made,
    (created) => findCandidates(wire, shape, user, created),
    (remoteId) => removeActivity(wire, remoteId),
  );
}

async function createEach(wire: Wire, shape: Shape, entries: SalesforceEntry[]): Promise<(string | Fault)[]> {
  const answers = entries.map((): string | Fault => ({
    kind: 'refused',
    reason: 'no-contact',
    field: 'contactIds',
  }));
  const again: number[] = [];
  const run = async (indexes: number[], mailAsTask: boolean): Promise<void> => {
    const wanted = indexes.flatMap((index) => {
      const entry = entries[index];
      const nodes = entry && nodesOf(entry, shape, mailAsTask);
      return nodes ? [{ index, nodes }] : [];
    });
    const made = await wire.createGroups(
      'log',
      wanted.map(({ nodes }) => nodes),
    );
    for (const [position, { index, nodes }] of wanted.entries()) {
      const answer = made[position];
      const isMail = nodes[0]?.object === 'EmailMessage';
      if (typeof answer === 'object' && isMail && hasNoPlace(answer)) again.push(index);
      answers[index] = typeof answer === 'object' ? complained(answer) : (answer ?? complained());
    }
  };
  await run([...entries.keys()], !shape.emailMessages);
  // Where mails can be read but not stored, they become tasks, as where there is no such table.
  if (again.length > 0) await run(again.splice(0), true);
  return answers;
}

function complained(complaint: Complaint = { code: '', message: '', fields: [] }): Fault {
  return faultOf('graph', complaint);
}

/** Makes a record say this now. A mail is read-only there once it is stored. */
export async function updateActivity(
  wire: Wire,
  shape: Shape,
  remoteId: string,
  entry: SalesforceEntry,
): Promise<void> {
  const values = updateOf(remoteId, entry, shape);
  if (values === null) return fail({ kind: 'refused', reason: 'read-only' });
  await wire.update('log', entry.activity.kind === 'meeting' ? 'Event' : 'Task', remoteId, values);
}

/** Removes a record, a mail with the task that Salesforce made of it. What is gone already is fine. */
export async function removeActivity(wire: Wire, remoteId: string): Promise<void> {
  if (!remoteId.startsWith('02s')) return wire.remove('remove', [remoteId]);
  const soql = `SELECT Id, ActivityId FROM EmailMessage WHERE Id = ${quote(remoteId)}`;
  const [answer] = await wire.queries('find', [soql], MailTaskRow);
  const [row] = rowsOf(answer, 'EmailMessage query');
  if (!row) return;
  await wire.remove('remove', [row.Id, ...(row.ActivityId ? [row.ActivityId] : [])]);
}
