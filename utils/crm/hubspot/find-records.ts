import type { ActivityToLog, Found } from '@/utils/crm/connector';
import { CrmFault } from '@/utils/crm/errors';
import type { Standing } from '@/utils/crm/first-stays';
import { noteOf, type RecordType, recordTypes, remoteId } from '@/utils/crm/hubspot/activity-properties';
import type { Row } from '@/utils/crm/hubspot/answers';
import { associated, isId, type ObjectType, readMany, search, type Wire } from '@/utils/crm/hubspot/wire';
import { MESSAGE_ID, readMarks, standsFor } from '@/utils/crm/marked-note';

/*
 * Search lags, so what was just written is found another way: the records that hang on the contact are listed and read
 * as they are. Search only adds old mails, by their Message-ID, and those are read too before they count.
 */

/** Of a contact with more, the newest ones are read: what a lost answer left behind is always among them. */
const NEWEST = 100;

/** What an entry hangs on. */
interface About {
  contactIds: string[];
  companyId?: string | undefined;
}

/** The entries that are in HubSpot and live: logged by us, by a colleague, or by HubSpot's own mailbox sync. */
export async function findLogged(wire: Wire, entries: ActivityToLog[]): Promise<Found> {
  const found: Found = new Map();
  for (const type of Object.values(recordTypes)) {
    const ours = entries.filter(({ activity }) => recordTypes[activity.kind] === type);
    if (ours.length === 0) continue;
    const byKey = await findRecords(wire, type, ours);
    for (const [key, [first]] of byKey) if (first) found.set(key, remoteId(type, first.id));
  }
  return found;
}

/** By key the live records that stand for each entry, the oldest first; `own` by who is their owner. */
export async function standingRecords(
  wire: Wire,
  owner: string,
  entries: ActivityToLog[],
): Promise<Map<string, Standing[]>> {
  const found = new Map<string, Standing[]>();
  for (const type of Object.values(recordTypes)) {
    const ours = entries.filter(({ activity }) => recordTypes[activity.kind] === type);
    if (ours.length === 0) continue;
    for (const [key, rows] of await findRecords(wire, type, ours)) {
      const standing = rows.map(({ id, properties }) => ({
        remoteId: remoteId(type, id),
        // HubSpot's own mailbox sync has owners too, and no line of ours.
        own: properties.hubspot_owner_id === owner && readMarks(properties[noteOf[type]]) !== null,
      }));
      found.set(key, standing);
    }
  }
  return found;
}

/** Per key the live records that stand for the entry, the oldest first. All entries are of this kind. */
async function findRecords(
  wire: Wire,
  type: RecordType,
  entries: ActivityToLog[],
): Promise<Map<string, Row[]>> {
  const hanging = await hangingOn(
    wire,
    'find',
    type,
    entries.map(({ activity }) => activity),
  );
  const ids = type === 'emails' ? [...hanging, ...(await searchMessageIds(wire, entries))] : hanging;
  const rows = await readMany(wire, type, {
    purpose: 'find',
    ids,
    properties: [noteOf[type], 'hubspot_owner_id', ...(type === 'emails' ? ['hs_email_message_id'] : [])],
  });
  const found = new Map<string, Row[]>();
  for (const entry of entries) {
    const live = rows.filter((row) => isRecordOf(row, type, entry));
    if (live.length > 0)
      found.set(
        entry.key,
        live.sort((a, b) => byAge(a.id, b.id)),
      );
  }
  return found;
}

function isRecordOf(row: Row, type: RecordType, entry: ActivityToLog): boolean {
  const messageId = messageIdOf(row);
  return (
    (messageId !== undefined && entry.aliases.includes(messageId)) ||
    standsFor(readMarks(row.properties[noteOf[type]]), entry)
  );
}

/** In angle brackets, as all our Message-IDs are; HubSpot's own sync may have left them off. */
export function messageIdOf({ properties }: Row): string | undefined {
  const text = (properties.hs_email_message_id ?? '').trim();
  const id = text.startsWith('<') ? text : `<${text}>`;
  return MESSAGE_ID.test(id) ? id : undefined;
}

/** Ids of the records that hang on these contacts, or on the company where there is no contact. */
export async function hangingOn(
  wire: Wire,
  purpose: 'find' | 'task',
  type: RecordType | 'tasks',
  abouts: About[],
): Promise<string[]> {
  const contacts = abouts.flatMap(({ contactIds }) => contactIds.filter(isId));
  const companies = abouts.flatMap(({ contactIds, companyId }) =>
    contactIds.some(isId) || !isId(companyId) ? [] : [companyId],
  );
  const lists: string[][] = [];
  const ask = async (from: ObjectType, ids: string[]): Promise<void> => {
    if (ids.length > 0) lists.push(...(await associated(wire, purpose, from, type, ids)).values());
  };
  await ask('contacts', contacts);
  await ask('companies', companies);
  return [...new Set(lists.flatMap((list) => list.sort(byAge).slice(-NEWEST)))];
}

async function searchMessageIds(wire: Wire, entries: ActivityToLog[]): Promise<string[]> {
  const values = entries.flatMap(({ aliases }) => aliases.filter((alias) => MESSAGE_ID.test(alias)));
  if (values.length === 0) return [];
  const ids: string[] = [];
  const wanted = [...new Set(values)];
  for (let at = 0; at < wanted.length; at += 100) {
    try {
      const { results } = await search(wire, 'emails', {
        purpose: 'find',
        groups: [
          [{ propertyName: 'hs_email_message_id', operator: 'IN', values: wanted.slice(at, at + 100) }],
        ],
        sort: { propertyName: 'hs_object_id', direction: 'ASCENDING' },
        properties: ['hs_email_message_id'],
      });
      ids.push(...results.map((row) => row.id));
    } catch (error) {
      // An account that does not let itself be searched by it: what hangs on the contacts is known without.
      if (!(error instanceof CrmFault) || error.fault.kind !== 'refused') throw error;
    }
  }
  return ids;
}

/** Ids grow: the lower one was there first. */
export function byAge(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
