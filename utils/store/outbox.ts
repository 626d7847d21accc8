import type { CrmAccountId } from '@/utils/model/contact';
import { OutboxEntry, type OutboxStatus } from '@/utils/model/outbox';
import type { Database } from '@/utils/store/database';

/** The entry, parsed: an impossible state throws here and goes no further. */
export async function getEntry(db: Database, id: string): Promise<OutboxEntry | undefined> {
  const row = await db.outbox.get(id);
  return row && OutboxEntry.parse(row);
}

export async function putEntry(db: Database, entry: OutboxEntry): Promise<void> {
  await db.outbox.put(OutboxEntry.parse(entry));
}

/**
 * Adds an entry as the newest of its line: entries of one record or one proposal go one after another, and a clock that
 * was set back must not bring this one before those that were made earlier. Inside a transaction over the outbox.
 */
export async function addEntry(db: Database, entry: OutboxEntry): Promise<void> {
  const sameRecord = await entriesWithKey(db, entry.crmAccount, entry.key);
  const { entries } = await undoneEntries(db);
  const sameProposal = entries.filter(
    (each) => isAbout(each) !== undefined && isAbout(each) === isAbout(entry),
  );
  const inLine = new Map([...sameRecord, ...sameProposal].map((each) => [each.id, each]));
  const ahead = [...inLine.values()].filter((each) => byAge(each, entry) > 0).sort(byAge);
  for (const [index, each] of ahead.entries())
    await putEntry(db, { ...each, createdAt: entry.createdAt - ahead.length + index });
  await putEntry(db, entry);
}

function isAbout({ job }: OutboxEntry): string | undefined {
  return 'proposalId' in job ? job.proposalId : undefined;
}

/** Forgets an entry: nothing will be sent. */
export async function deleteEntry(db: Database, id: string): Promise<void> {
  await db.outbox.delete(id);
}

/**
 * Everything that is not done, oldest first. An entry that does not parse is left where it is and counted in
 * `broken`: one bad row must not keep the others from arriving.
 */
export async function undoneEntries(db: Database): Promise<{ entries: OutboxEntry[]; broken: number }> {
  const waiting: OutboxStatus['state'][] = ['queued', 'sending', 'unconfirmed', 'needs-person'];
  const rows = await db.outbox.where('status.state').anyOf(waiting).toArray();
  const entries: OutboxEntry[] = [];
  for (const row of rows) {
    const parsed = OutboxEntry.safeParse(row);
    if (parsed.success) entries.push(parsed.data);
  }
  entries.sort(byAge);
  return { entries, broken: rows.length - entries.length };
}

/** Entries for the same record in the CRM. */
export async function entriesWithKey(
  db: Database,
  crmAccount: CrmAccountId,
  key: string,
): Promise<OutboxEntry[]> {
  const rows = await db.outbox.where('key').equals(key).toArray();
  return rows.filter((row) => row.crmAccount === crmAccount).map((row) => OutboxEntry.parse(row));
}

/** The done log entry of a message with one of these ids: its proposal's row may be gone already. */
export async function doneLogOf(
  db: Database,
  crmAccount: CrmAccountId,
  ids: string[],
): Promise<OutboxEntry | undefined> {
  const rows = await db.outbox.where('aliases').anyOf(ids).distinct().toArray();
  const found = rows.find(
    (row) => row.crmAccount === crmAccount && row.job.op === 'log-activity' && row.status.state === 'done',
  );
  return found && OutboxEntry.parse(found);
}

/** Older first; entries made in the same millisecond by their id, which grows with time (UUIDv7). */
export function byAge(a: OutboxEntry, b: OutboxEntry): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}
