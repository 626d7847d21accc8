import type { CrmAccountId } from '@/utils/model/contact';
import type { OutboxEntry } from '@/utils/model/outbox';
import type { Database } from '@/utils/store/database';
import { getEntry, putEntry, undoneEntries } from '@/utils/store/outbox';
import { getProposal } from '@/utils/store/proposals';
import { pausesAccount } from '@/utils/sync/fault-kinds';
import { LONGEST_ASKED_MS, LONGEST_PAUSE_MS } from '@/utils/sync/next-attempt';

/** How long an entry belongs to the worker that sends it, unless it renews. Longer than any one request may take. */
export const LEASE_MS = 90_000;

/** Clocks are corrected by seconds every day; more than this is somebody's hand. */
const CLOCK_SET_BACK_MS = 60_000;

/** What one worker holds: entries that nobody else sends until the lease runs out. */
export interface Lease {
  id: string;
  until: number;
}

/**
 * Takes what is due, oldest first, by writing `sending` and the lease; the transaction is over before anything is sent.
 * An entry waits for an older one of the same record or the same proposal: what was taken back is removed before it is
 * logged again. Signed out, host taken away, or asked to slow down: the whole account rests.
 */
export async function claimDue(
  db: Database,
  crmAccount: CrmAccountId,
  lease: Lease,
  now: number,
  most: number,
): Promise<OutboxEntry[]> {
  return db.transaction('rw', db.outbox, db.proposals, async () => {
    const { entries } = await undoneEntries(db);
    const ours = entries.filter((entry) => entry.crmAccount === crmAccount);
    for (const entry of ours) {
      if (entry.status.state === 'sending' && dueAt(entry, now) <= now) {
        entry.status = { state: 'unconfirmed', notBefore: now };
        await putEntry(db, entry);
      }
    }
    if (restsUntil(ours, now) > now) return [];
    const claimed: OutboxEntry[] = [];
    for (const entry of unblocked(ours)) {
      if (claimed.length >= most) break;
      if (dueAt(entry, now) > now) continue;
      if (entry.attempts === 0 && !(await isWanted(db, entry))) {
        await db.outbox.delete(entry.id);
        continue;
      }
      const taken: OutboxEntry = {
        ...entry,
        status: { state: 'sending', lease: lease.id, leaseUntil: lease.until },
      };
      await putEntry(db, taken);
      claimed.push(taken);
    }
    return claimed;
  });
}

/**
 * The last look before entries are handed to the CRM: those that are still ours and still wanted are counted as
 * handed over and their lease is renewed. What is not given back must not be sent.
 */
export async function markHanded(db: Database, entries: OutboxEntry[], lease: Lease): Promise<OutboxEntry[]> {
  return db.transaction('rw', db.outbox, db.proposals, async () => {
    const handed: OutboxEntry[] = [];
    for (const { id } of entries) {
      const entry = await getEntry(db, id);
      if (!entry || !holds(entry, lease)) continue;
      if (!(await isWanted(db, entry))) {
        // Taken back a moment ago. Never sent: it is as if it had not been confirmed. Sent before: found not there.
        await db.outbox.delete(id);
        continue;
      }
      const counted: OutboxEntry = {
        ...entry,
        attempts: entry.attempts + 1,
        status: { state: 'sending', lease: lease.id, leaseUntil: lease.until },
      };
      await putEntry(db, counted);
      handed.push(counted);
    }
    return handed;
  });
}

/** Keeps entries that are on their way from being taken over. */
export async function renewLease(db: Database, ids: string[], lease: Lease): Promise<void> {
  await db.transaction('rw', db.outbox, async () => {
    for (const id of ids) {
      const entry = await getEntry(db, id);
      if (entry && holds(entry, lease)) {
        await putEntry(db, {
          ...entry,
          status: { state: 'sending', lease: lease.id, leaseUntil: lease.until },
        });
      }
    }
  });
}

export function holds(entry: OutboxEntry, lease: Pick<Lease, 'id'>): boolean {
  return entry.status.state === 'sending' && entry.status.lease === lease.id;
}

/**
 * Whether the rep still wants this logged: the proposal is confirmed by this very entry, or, for its task, by the entry
 * that logs its activity. A proposal whose row is gone took nothing back.
 */
export async function isWanted(db: Database, { id, job }: OutboxEntry): Promise<boolean> {
  if (job.op !== 'log-activity' && job.op !== 'create-task') return true;
  const proposal = await getProposal(db, job.proposalId);
  if (!proposal) return true;
  const { status } = proposal;
  if (job.op === 'log-activity') return status.state === 'confirmed' && status.outboxId === id;
  return (status.state === 'confirmed' || status.state === 'logged') && status.outboxId === job.logId;
}

/** When the next entry of this account can be worked on; undefined where none waits for time. */
export async function nextDue(
  db: Database,
  crmAccount: CrmAccountId,
  now: number,
): Promise<number | undefined> {
  const { entries } = await undoneEntries(db);
  const ours = entries.filter((entry) => entry.crmAccount === crmAccount);
  const rests = restsUntil(ours, now);
  if (rests === Number.POSITIVE_INFINITY) return undefined;
  const times = unblocked(ours)
    .map((entry) => dueAt(entry, now))
    .filter(Number.isFinite);
  return times.length === 0 ? undefined : Math.max(Math.min(...times), rests);
}

/**
 * When an entry may be worked on; never, where a person has to decide. A clock that was set back must not keep an
 * entry waiting for a day: what was confirmed in the future, waits longer than anything does, or is leased longer than
 * any lease lasts, is due. Once put off by today's clock it waits like any other, or it would be tried without a pause.
 */
function dueAt({ status, createdAt }: OutboxEntry, now: number): number {
  switch (status.state) {
    case 'queued':
    case 'unconfirmed': {
      const last = status.state === 'queued' ? status.last : { kind: 'offline' };
      const longest = last?.kind === 'slow-down' ? LONGEST_ASKED_MS : LONGEST_PAUSE_MS;
      const held = last === undefined && createdAt > now + CLOCK_SET_BACK_MS;
      return held || status.notBefore > now + longest + CLOCK_SET_BACK_MS ? now : status.notBefore;
    }
    case 'sending':
      return status.leaseUntil > now + LEASE_MS + CLOCK_SET_BACK_MS ? now : status.leaseUntil;
    case 'needs-person':
    case 'done':
      return Number.POSITIVE_INFINITY;
  }
}

/** Until when this account is left alone: for ever where the rep must sign in first. */
function restsUntil(entries: OutboxEntry[], now: number): number {
  let until = now;
  for (const entry of entries) {
    const { status } = entry;
    if (status.state === 'needs-person' && pausesAccount(status.fault)) return Number.POSITIVE_INFINITY;
    if (status.state === 'queued' && status.last?.kind === 'slow-down')
      until = Math.max(until, dueAt(entry, now));
  }
  return until;
}

/** Entries with no older one before them that is about the same record or proposal. */
function unblocked(entries: OutboxEntry[]): OutboxEntry[] {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const names = [`key ${entry.key}`];
    if ('proposalId' in entry.job) names.push(`proposal ${entry.job.proposalId}`);
    const free = !names.some((name) => seen.has(name));
    for (const name of names) seen.add(name);
    return free;
  });
}
