import type { ActivityToLog, Found, Logged } from '@/utils/crm/connector';
import { CrmFault, fail } from '@/utils/crm/errors';
import { readBackEach, type Standing, settleCreated } from '@/utils/crm/first-stays';
import { MESSAGE_ID, standsFor } from '@/utils/crm/marked-note';
import { readPlainMarks } from '@/utils/crm/plain-note';
import { MailAvailable, MarkedRow } from '@/utils/crm/zoho/answers';
import { quoteList } from '@/utils/crm/zoho/coql';
import type { ZohoEntry } from '@/utils/crm/zoho/describe';
import {
  type ActivityModule,
  fromRemoteId,
  moduleOf,
  toRemoteId,
  updateOf,
  valuesOf,
} from '@/utils/crm/zoho/records';
import type { Values, Wire } from '@/utils/crm/zoho/wire';
import type { Fault } from '@/utils/model/outbox';

/** A query names 50 values in a list; a write takes 100 records. Zoho's own mail is asked for one by one. */
export const batch = { find: 25, log: 100 };
const IN_LIST = 50;
/** How many of the newest records about the same people are looked at. */
const SCANNED = 2000;

/** The entries that are there and live: ours and colleagues' by the last line of their text, and mails that Zoho's own mailbox has. */
export async function findLogged(wire: Wire, entries: ActivityToLog[]): Promise<Found> {
  const found: Found = new Map();
  for (const [key, [first]] of await findMarked(wire, null, entries))
    if (first) found.set(key, first.remoteId);
  const left = entries.filter(({ key }) => !found.has(key));
  return new Map([...found, ...(await mailsOfZoho(wire, left))]);
}

/** What stands for entries that may have been created without an answer; of several the first. */
export async function readBack(
  wire: Wire,
  me: string,
  entries: ActivityToLog[],
): Promise<Map<string, Logged>> {
  const there = await readBackEach(
    entries,
    (some) => findMarked(wire, me, some),
    (remoteId) => removeActivity(wire, remoteId),
  );
  const left = entries.filter(({ key }) => !there.has(key));
  for (const [key, remoteId] of await mailsOfZoho(wire, left)) there.set(key, { remoteId, created: false });
  return there;
}

async function mailsOfZoho(wire: Wire, entries: ActivityToLog[]): Promise<Found> {
  const found: Found = new Map();
  for (const { key, aliases, activity } of entries) {
    const messageId = aliases.find((alias) => MESSAGE_ID.test(alias));
    if (activity.kind !== 'email' || messageId === undefined) continue;
    const id = await mailOfZoho(wire, messageId);
    if (id !== undefined) found.set(key, `mail:${id}`);
  }
  return found;
}

/** Undefined also where mails are not for this user to see: what we log does not depend on it. */
async function mailOfZoho(wire: Wire, messageId: string): Promise<string | undefined> {
  try {
    // The vendor's description spells it so.
    const path = `/actions/email_available?orginal_message_id=${encodeURIComponent(messageId)}`;
    const answer = await wire.get('mail available', 'find', path, MailAvailable);
    return answer?.available === true ? answer.record?.id : undefined;
  } catch (error) {
    if (error instanceof CrmFault && ['refused', 'not-permitted', 'gone'].includes(error.fault.kind))
      return undefined;
    throw error;
  }
}

/** The live records that stand for each entry, the oldest first. COQL reads the records themselves: no lag. */
async function findMarked(
  wire: Wire,
  me: string | null,
  entries: readonly ActivityToLog[],
): Promise<Map<string, Standing[]>> {
  const found = new Map<string, Standing[]>();
  for (const module of ['Tasks', 'Events', 'Calls'] as const) {
    const own = entries.filter(({ activity }) => moduleOf[activity.kind] === module);
    if (own.length === 0) continue;
    const rows = await markedRows(
      wire,
      module,
      own.flatMap(({ activity }) => activity.contactIds.slice(0, 1)),
      own.flatMap(({ activity }) => activity.dealId ?? activity.companyId ?? []),
    );
    for (const entry of own) {
      const standing = rows
        .filter(({ marks }) => standsFor(marks, entry))
        .map(({ id, by }) => ({ remoteId: toRemoteId(module, id), own: by === me }));
      if (standing.length > 0) found.set(entry.key, standing);
    }
  }
  return found;
}

/** `by`: the user who made it. */
interface MarkedRecord {
  id: string;
  by: string | undefined;
  marks: ReturnType<typeof readPlainMarks>;
}

/** What is about these people or deals, with the marks in its text, the oldest first. */
export async function markedRows(
  wire: Wire,
  module: ActivityModule,
  who: readonly string[],
  what: readonly string[],
): Promise<MarkedRecord[]> {
  const byId = new Map<string, MarkedRecord & { at: string }>();
  for (const [field, all] of [
    ['Who_Id', [...new Set(who)]],
    ['What_Id', [...new Set(what)]],
  ] as const) {
    for (let from = 0; from < all.length; from += IN_LIST) {
      const { rows } = await wire.coql(
        `${module} find`,
        'find',
        `select id, Created_Time, Created_By, Description from ${module} where ${field} in ${quoteList(all.slice(from, from + IN_LIST))} order by Created_Time desc, id desc limit ${SCANNED}`,
        MarkedRow,
      );
      for (const { id, Created_Time, Created_By, Description } of rows) {
        const by = Created_By?.id;
        byId.set(id, { id, at: Created_Time, by, marks: readPlainMarks(Description) });
      }
    }
  }
  return [...byId.values()].sort(
    (a, b) => compare(a.at, b.at) || a.id.length - b.id.length || compare(a.id, b.id),
  );
}

/** Creates each, then reads back: nothing is unique, so of two that were created at the same time the later removes itself. */
export async function logActivities(
  wire: Wire,
  me: string,
  entries: ZohoEntry[],
): Promise<(Logged | { fault: Fault })[]> {
  const made = await createEach(wire, entries);
  return settleCreated(
    entries,
    made,
    (created) => findMarked(wire, me, created),
    (remoteId) => removeActivity(wire, remoteId),
  );
}

async function createEach(wire: Wire, entries: ZohoEntry[]): Promise<(string | Fault)[]> {
  const answers = entries.map((): string | Fault => ({
    kind: 'refused',
    reason: 'no-contact',
    field: 'contactIds',
  }));
  for (const module of ['Tasks', 'Events', 'Calls'] as const) {
    const wanted: { index: number; values: Values }[] = [];
    for (const [index, entry] of entries.entries()) {
      const values = moduleOf[entry.activity.kind] === module ? valuesOf(entry) : undefined;
      if (values) wanted.push({ index, values });
    }
    if (wanted.length === 0) continue;
    const wrote = await createOrFaults(
      wire,
      module,
      wanted.map(({ values }) => values),
    );
    for (const [position, { index }] of wanted.entries()) {
      const each = wrote[position];
      if (typeof each === 'string') answers[index] = toRemoteId(module, each);
      else answers[index] = each ?? { kind: 'not-understood', step: `${module} create` };
    }
  }
  return answers;
}

/** A fault of the whole request is that of each of its records: the other modules' may be written already. */
async function createOrFaults(
  wire: Wire,
  module: ActivityModule,
  values: Values[],
): Promise<(string | Fault)[]> {
  try {
    const wrote = await wire.create('log', module, values);
    return wrote.map((each) => ('fault' in each ? each.fault : each.id));
  } catch (error) {
    if (!(error instanceof CrmFault)) throw error;
    return values.map(() => error.fault);
  }
}

export async function updateActivity(wire: Wire, remoteId: string, entry: ZohoEntry): Promise<void> {
  const place = fromRemoteId(remoteId) ?? fail({ kind: 'gone' });
  await wire.update('log', place.module, place.id, updateOf(entry));
}

/** Removes what we created. A mail of Zoho's own is not ours. */
export async function removeActivity(wire: Wire, remoteId: string): Promise<void> {
  const place = fromRemoteId(remoteId);
  if (place) await wire.remove('remove', place.module, place.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
