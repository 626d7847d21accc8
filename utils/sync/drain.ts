import type { ActivityToLog, CrmSession, Logged } from '@/utils/crm/connector';
import { CrmFault } from '@/utils/crm/errors';
import type { Fault, OutboxEntry } from '@/utils/model/outbox';
import { ask, type DrainDeps, finish, postpone, renewed } from '@/utils/sync/ask-crm';
import { claimDue, LEASE_MS, type Lease, markHanded, renewLease } from '@/utils/sync/claim';
import { keepFirst } from '@/utils/sync/keep-first';
import { sendTask, tasksOf } from '@/utils/sync/send-task';
import { settleNotThere, settleWaiting } from '@/utils/sync/settle';

/*
 *                 ┌────────── slow down, offline while asking ──────────┐
 *                 ▼                                                     │
 *  confirm ──▶ queued ──claim: sending + lease──▶ find ──not there──▶ handed over ──answer──▶ done
 *                 ▲                                │ ▲                  │
 *                 │                          there │ │                  │ no answer, or the worker died
 *                 │                                ▼ │                  ▼
 *                 └── person: retry ── needs      done└──claim──── unconfirmed
 *                                      person ◀── refused, not permitted, signed out, gone, not understood
 *
 * The worker may die at any await. Three things make that harmless: what is sent is written down before (lease), the
 * CRM is asked for it before it is sent, each time (find), and the proposal says whether it is still wanted (undo).
 * `attempts` counts hand-overs: found before any, it is somebody else's; after one, the CRM is asked whose it is, and
 * where it cannot say, it was ours.
 */

/** Claimed in one go; sent in the connector's own batches, the largest of which holds as many. */
const MOST_AT_ONCE = 200;

/** Sends everything that is due. Two workers at once are safe: each claims its own. */
export async function drain(deps: DrainDeps): Promise<void> {
  for (;;) {
    const lease = { id: deps.newId(), until: deps.now() + LEASE_MS };
    const claimed = await claimDue(deps.db, deps.crmAccount, lease, deps.now(), MOST_AT_ONCE);
    if (claimed.length === 0) return;
    const ids = claimed.map((entry) => entry.id);
    const stop = deps.every(LEASE_MS / 3, () => {
      renewLease(deps.db, ids, renewed(deps, lease)).catch(deps.bug);
    });
    try {
      await sendClaimed(deps, lease, claimed);
    } finally {
      stop();
    }
  }
}

async function sendClaimed(deps: DrainDeps, lease: Lease, claimed: OutboxEntry[]): Promise<void> {
  const session = await ask(deps, () => deps.session());
  if ('fault' in session) return postpone(deps, lease, claimed, session.fault);
  const logs = claimed.filter((entry) => entry.job.op === 'log-activity');
  const { find } = session.value.activities.batch;
  const { kinds } = session.value.activities;
  const fits = (entry: OutboxEntry) => kinds.includes(toLog(entry).activity.kind);
  for (const entry of logs.filter((each) => !fits(each))) {
    const reason = `no-${toLog(entry).activity.kind}`;
    await postpone(deps, lease, [entry], { kind: 'refused', reason });
  }
  for (const chunk of chunks(logs.filter(fits), find)) await logChunk(deps, lease, session.value, chunk);
  await keepFirst(deps, lease, session.value, claimed);
  for (const entry of claimed) {
    if (entry.job.op === 'create-task') await sendTask(deps, lease, session.value, entry);
    else if (entry.job.op !== 'log-activity' && entry.job.op !== 'keep-first')
      await runJob(deps, lease, session.value, entry);
  }
}

/** Find, then hand over what is not there. */
async function logChunk(
  deps: DrainDeps,
  lease: Lease,
  session: CrmSession,
  chunk: OutboxEntry[],
): Promise<void> {
  const found = await ask(deps, () => lookFor(session, chunk));
  if ('fault' in found) {
    // One entry that the CRM cannot even look for must not hold up the others.
    if (isAboutOne(found.fault) && chunk.length > 1) {
      for (const entry of chunk) await logChunk(deps, lease, session, [entry]);
      return;
    }
    return postpone(deps, lease, chunk, found.fault);
  }
  const missing: OutboxEntry[] = [];
  for (const entry of chunk) {
    const there = found.value.get(entry.key);
    if (there) await finish(deps, lease, entry, there);
    else if (await settleNotThere(deps.db, entry.id, lease)) missing.push(entry);
  }
  for (const part of chunks(missing, session.activities.batch.log)) {
    await handOver(deps, lease, session, await markHanded(deps.db, part, renewed(deps, lease)));
  }
}

/**
 * What the CRM has of these, by key. What was handed over before may have arrived twice, by two people at the same time:
 * where the CRM lets it, all but the first are cleared away now.
 */
async function lookFor({ activities }: CrmSession, entries: OutboxEntry[]): Promise<Map<string, Logged>> {
  const unclear = activities.readBack ? entries.filter(({ attempts }) => attempts > 0) : [];
  const rest = entries.filter((entry) => !unclear.includes(entry));
  const there = new Map<string, Logged>();
  if (activities.readBack && unclear.length > 0) {
    for (const [key, logged] of await activities.readBack(unclear.map(toLog))) there.set(key, logged);
  }
  const found = rest.length > 0 ? await activities.findByAliases(rest.map(toLog)) : new Map<string, string>();
  for (const { key, attempts } of rest) {
    const remoteId = found.get(key);
    if (remoteId !== undefined) there.set(key, { remoteId, created: attempts > 0 });
  }
  return there;
}

async function handOver(
  deps: DrainDeps,
  lease: Lease,
  session: CrmSession,
  part: OutboxEntry[],
): Promise<void> {
  if (part.length === 0) return;
  const answer = await ask(deps, () => session.activities.log(part.map(toLog)));
  if ('fault' in answer && isAboutOne(answer.fault) && part.length > 1) {
    for (const entry of part) await logChunk(deps, lease, session, [entry]);
    return;
  }
  if ('fault' in answer && answer.fault.kind !== 'not-understood') {
    return postpone(deps, lease, part, answer.fault);
  }
  for (const [index, entry] of part.entries()) {
    // An answer that is too short says nothing about the rest.
    const one = 'fault' in answer ? answer : (answer.value[index] ?? { fault: unanswered });
    if (!('fault' in one)) await finish(deps, lease, entry, one);
    else if (one.fault.kind === 'not-understood') await resolveDoubt(deps, lease, session, entry, one.fault);
    else await postpone(deps, lease, [entry], one.fault);
  }
}

const unanswered: Fault = { kind: 'not-understood', step: 'answer too short' };

/** The CRM's answer made no sense: whether it took the entry is asked at once, and only then is a person asked. */
async function resolveDoubt(
  deps: DrainDeps,
  lease: Lease,
  session: CrmSession,
  entry: OutboxEntry,
  fault: Fault,
): Promise<void> {
  const found = await ask(deps, () => lookFor(session, [entry]));
  if ('fault' in found) return postpone(deps, lease, [entry], { kind: 'offline' });
  const there = found.value.get(entry.key);
  if (there) return finish(deps, lease, entry, there);
  if (await settleNotThere(deps.db, entry.id, lease)) {
    await settleWaiting(deps.db, entry.id, lease, { state: 'needs-person', fault, since: deps.now() });
  }
}

/** Jobs that may be done twice without harm: nothing has to be found first. */
async function runJob(
  deps: DrainDeps,
  lease: Lease,
  session: CrmSession,
  claimed: OutboxEntry,
): Promise<void> {
  const [entry] = await markHanded(deps.db, [claimed], renewed(deps, lease));
  if (!entry) return;
  const { job } = entry;
  const answer = await ask(deps, async (): Promise<Logged> => {
    switch (job.op) {
      case 'create-contact':
        return session.contacts.create(job.draft, entry.key);
      case 'remove-activity':
        await session.activities.remove(job.remoteId);
        return { remoteId: job.remoteId, created: false };
      case 'update-activity':
        if (!session.activities.update) throw new CrmFault({ kind: 'refused', reason: 'no-update' });
        await session.activities.update(job.remoteId, {
          key: entry.key,
          aliases: entry.aliases,
          activity: job.activity,
        });
        return { remoteId: job.remoteId, created: false };
      case 'update-contact':
        await session.contacts.update(job.change);
        return { remoteId: job.change.contactId, created: false };
      case 'complete-task':
        await tasksOf(session).complete(job.taskId);
        return { remoteId: job.taskId, created: false };
      case 'reschedule-task': {
        const { reschedule } = tasksOf(session);
        if (!reschedule) throw new CrmFault({ kind: 'refused', reason: 'no-reschedule' });
        await reschedule(job.taskId, job.dueDate);
        return { remoteId: job.taskId, created: false };
      }
      case 'remove-task':
        await tasksOf(session).remove(job.taskId);
        return { remoteId: job.taskId, created: false };
      case 'log-activity':
      case 'keep-first':
      case 'create-task':
        throw new Error('Looked for before they are sent');
    }
  });
  if (!('fault' in answer)) return finish(deps, lease, entry, answer.value);
  // What is gone needs no removing, no completing and no change.
  if (answer.fault.kind === 'gone' && job.op !== 'create-contact') {
    const remoteId = job.op === 'remove-activity' ? job.remoteId : entry.id;
    return finish(deps, lease, entry, { remoteId, created: false });
  }
  await postpone(deps, lease, [entry], answer.fault);
}

/** The CRM said no to something in what it was asked, and would say yes to the rest. */
function isAboutOne(fault: Fault): boolean {
  return fault.kind === 'refused' || fault.kind === 'gone';
}

function toLog(entry: OutboxEntry): ActivityToLog {
  if (entry.job.op !== 'log-activity') throw new Error('Not an activity');
  return { key: entry.key, aliases: entry.aliases, activity: entry.job.activity };
}

function chunks<T>(items: T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < items.length; at += Math.max(1, size))
    parts.push(items.slice(at, at + Math.max(1, size)));
  return parts;
}
