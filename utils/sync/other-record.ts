import type { CrmAccountId, LoggedActivity } from '@/utils/model/contact';
import type { OutboxEntry } from '@/utils/model/outbox';
import type { Database } from '@/utils/store/database';
import { addEntry } from '@/utils/store/outbox';
import { otherRecordId } from '@/utils/sync/key';

/*
 * Two people log the same mail at the same moment, and the earlier record can be seen only after the later one's maker
 * has looked: then both stay, and neither knows. The mirror tells: its delta asks by time and brings the other record,
 * however late it became visible. Whoever made one of the two looks once more then, as after a lost answer, and the
 * later one goes (keep-first.ts). That stands in the outbox until it is done, so that a worker may die in between;
 * where the mirror shows one record alone, nothing is asked.
 */

export type DoneLog = OutboxEntry & {
  job: Extract<OutboxEntry['job'], { op: 'log-activity' }>;
  status: Extract<OutboxEntry['status'], { state: 'done' }>;
};

/** Ours alone: what a colleague made is theirs to look after. */
export function isDoneLog(entry: OutboxEntry | undefined): entry is DoneLog {
  return entry?.job.op === 'log-activity' && entry.status.state === 'done' && entry.status.created;
}

/** What the mirror brought: of records of what we logged ourselves the first is to stay. Inside its transaction. */
export async function noteOthers(
  db: Database,
  crmAccount: CrmAccountId,
  activities: readonly LoggedActivity[],
  now: number,
): Promise<void> {
  const idsOf = new Map<string, string[]>();
  for (const { id, aliases } of activities)
    for (const alias of aliases) idsOf.set(alias, [...(idsOf.get(alias) ?? []), id]);
  const names = [...idsOf.keys()];
  if (names.length === 0) return;
  const byAlias = await db.outbox.where('aliases').anyOf(names).distinct().toArray();
  const byKey = await db.outbox.where('key').anyOf(names).toArray();
  const ours = new Map([...byAlias, ...byKey].map((entry) => [entry.id, entry]));
  for (const entry of ours.values()) {
    if (entry.crmAccount !== crmAccount || !isDoneLog(entry)) continue;
    const ids = new Set(namesOf(entry).flatMap((name) => idsOf.get(name) ?? []));
    for (const id of ids) await note(db, entry, id, now);
  }
}

/** The same for an entry that is done now: the mirror may have brought the other one before. */
export async function noteMirrored(db: Database, entry: OutboxEntry, now: number): Promise<void> {
  if (!isDoneLog(entry)) return;
  const rows = await db.loggedActivities.where('aliases').anyOf(namesOf(entry)).distinct().toArray();
  for (const row of rows) if (row.crm === entry.crmAccount) await note(db, entry, row.id, now);
}

function namesOf({ key, aliases }: OutboxEntry): string[] {
  return [key, ...aliases];
}

/** Each other record is looked at once: one that stays beside ours (the CRM's own mailbox brought it) comes again. */
async function note(db: Database, { id: logId, status, ...log }: DoneLog, otherId: string, now: number) {
  const id = otherRecordId(logId, otherId);
  if (status.remoteId === otherId || (await db.outbox.get(id))) return;
  await addEntry(db, {
    id,
    key: log.key,
    aliases: [],
    crmAccount: log.crmAccount,
    job: { op: 'keep-first', logId, otherId },
    createdAt: now,
    attempts: 0,
    status: { state: 'queued', notBefore: now },
  });
}
