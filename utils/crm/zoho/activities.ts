import type { ActivityToLog, Found, Logged } from '@/utils/crm/connector';
import { CrmFault, fail } from '@/utils/crm/errors';
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
  for (const [key, [first]] of await findMarked(wire, entries))
    if (first !== undefined) found.set(key, first);
  for (const entry of entries) {
    const messageId = entry.aliases.find((alias) => MESSAGE_ID.test(alias));
    if (entry.activity.kind !== 'email' || found.has(entry.key) || messageId === undefined) continue;
    const id = await mailOfZoho(wire, messageId);
    if (id !== undefined) found.set(entry.key, `mail:${id}`);
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
async function findMarked(wire: Wire, entries: readonly ActivityToLog[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
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
        .map(({ id }) => toRemoteId(module, id));
      if (standing.length > 0) found.set(entry.key, standing);
    }
  }
  return found;
}

/** What is about these people or deals, with the marks in its text, the oldest first. */
export async function markedRows(
  wire: Wire,
  module: ActivityModule,
  who: readonly string[],
  what: readonly string[],
): Promise<{ id: string; marks: ReturnType<typeof readPlainMarks> }[]> {
  const byId = new Map<string, { id: string; at: string; marks: ReturnType<typeof readPlainMarks> }>();
  for (const [field, all] of [
    ['Who_Id', [...new Set(who)]],
    ['What_Id', [...new Set(what)]],
  ] as const) {
    for (let from = 0; from < all.length; from += IN_LIST) {
      const { rows } = await wire.coql(
        `${module} find`,
        'find',
        `select id, Created_Time, Description from ${module} where ${field} in ${quoteList(all.slice(from, from + IN_LIST))} order by Created_Time desc, id desc limit ${SCANNED}`,
        MarkedRow,
      );
      for (const { id, Created_Time, Description } of rows) {
        byId.set(id, { id, at: Created_Time, marks: readPlainMarks(Description) });
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
  entries: ZohoEntry[],
): Promise<(Logged | { fault: Fault })[]> {
  const made = await createEach(wire, entries);
  const created = entries.filter((_, index) => typeof made[index] === 'string');
  const there = created.length === 0 ? new Map<string, string[]>() : await readBack(wire, created);
  const result: (Logged | { fault: Fault })[] = [];
  for (const [index, entry] of entries.entries()) {
    const own = made[index];
    if (typeof own !== 'string') {
      result.push({ fault: own ?? { kind: 'not-understood', step: 'log' } });
      continue;
    }
    const [first] = there.get(entry.key) ?? [];
    result.push(
      first === undefined || first === own
        ? { remoteId: own, created: true }
        : await giveWay(wire, own, first),
    );
  }
  return result;
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

/** That ours were created is known; a missing second look must not lose it. */
async function readBack(wire: Wire, entries: ActivityToLog[]): Promise<Map<string, string[]>> {
  try {
    return await findMarked(wire, entries);
  } catch (error) {
    if (!(error instanceof CrmFault)) throw error;
    return new Map();
  }
}

async function giveWay(wire: Wire, own: string, first: string): Promise<Logged | { fault: Fault }> {
  try {
    await removeActivity(wire, own);
    return { remoteId: first, created: false };
  } catch (error) {
    if (!(error instanceof CrmFault)) throw error;
    return { fault: error.fault };
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
