import type { CrmSession, Logged } from '@/utils/crm/connector';
import { CrmFault } from '@/utils/crm/errors';
import type { CrmAccountId } from '@/utils/model/contact';
import type { Fault, OutboxEntry, OutboxStatus } from '@/utils/model/outbox';
import type { Database } from '@/utils/store/database';
import { LEASE_MS, type Lease } from '@/utils/sync/claim';
import { needsPerson, pausesAccount } from '@/utils/sync/fault-kinds';
import { nextAttempt } from '@/utils/sync/next-attempt';
import { settleDone, settleWaiting } from '@/utils/sync/settle';

/*
 * What every way of sending does: ask the CRM, and write down what came of it.
 */

export interface DrainDeps {
  db: Database;
  crmAccount: CrmAccountId;
  session(): Promise<CrmSession>;
  now(): number;
  /** 0 ≤ x < 1. */
  random(): number;
  newId(): string;
  /** Calls `run` every `ms` milliseconds until the answer is called. */
  every(ms: number, run: () => void): () => void;
  /** Told of each entry that is done, once, by the worker that did it. */
  done(entry: OutboxEntry, logged: Logged): Promise<void>;
  /** Told of an error that no CRM makes: a bug in a connector. */
  bug(error: unknown): void;
}

/** Asks the CRM. Everything but a `CrmFault` is a bug: said aloud, and for the entry an answer not understood. */
export async function ask<T>(
  deps: DrainDeps,
  request: () => Promise<T>,
): Promise<{ value: T } | { fault: Fault }> {
  try {
    return { value: await request() };
  } catch (error) {
    if (error instanceof CrmFault) return { fault: error.fault };
    deps.bug(error);
    return { fault: { kind: 'not-understood', step: 'connector' } };
  }
}

export async function finish(
  deps: DrainDeps,
  lease: Lease,
  entry: OutboxEntry,
  logged: Logged,
): Promise<void> {
  if (await settleDone(deps.db, entry.id, lease, logged, deps.now())) await deps.done(entry, logged);
}

/**
 * Puts entries back for later or for a person. What was handed over before and got no clear no is unconfirmed. Where
 * the whole account rests (signed out, host taken away) the rep is asked once: only the first entry says so.
 */
export async function postpone(
  deps: DrainDeps,
  lease: Lease,
  entries: OutboxEntry[],
  fault: Fault,
): Promise<void> {
  for (const [index, entry] of entries.entries()) {
    const now = deps.now();
    const notBefore = nextAttempt(entry, fault, now, deps.random());
    const again: OutboxStatus =
      entry.attempts > 0 && fault.kind !== 'slow-down'
        ? { state: 'unconfirmed', notBefore }
        : { state: 'queued', notBefore, last: fault };
    const asked = needsPerson(fault) && (index === 0 || !pausesAccount(fault));
    const status: OutboxStatus = asked ? { state: 'needs-person', fault, since: now } : again;
    await settleWaiting(deps.db, entry.id, lease, status);
  }
}

export function renewed(deps: DrainDeps, lease: Lease): Lease {
  return { id: lease.id, until: deps.now() + LEASE_MS };
}
