import type { CrmSession, Logged } from '@/utils/crm/connector';
import type { OutboxEntry } from '@/utils/model/outbox';
import { getEntry, putEntry } from '@/utils/store/outbox';
import { getProposal, putProposal } from '@/utils/store/proposals';
import { ask, type DrainDeps, postpone } from '@/utils/sync/ask-crm';
import { holds, type Lease } from '@/utils/sync/claim';
import { needsPerson, pausesAccount } from '@/utils/sync/fault-kinds';
import { type DoneLog, isDoneLog } from '@/utils/sync/other-record';

type KeepFirst = OutboxEntry & { job: Extract<OutboxEntry['job'], { op: 'keep-first' }> };

/** One look for all of them, as many as the CRM takes at once; this user's later records are removed by it. */
export async function keepFirst(
  deps: DrainDeps,
  lease: Lease,
  { activities }: Pick<CrmSession, 'activities'>,
  entries: OutboxEntry[],
): Promise<void> {
  const jobs = entries.flatMap((entry) =>
    entry.job.op === 'keep-first' ? [{ ...entry, job: entry.job }] : [],
  );
  const { readBack, batch } = activities;
  for (let at = 0; at < jobs.length; at += batch.find) {
    const part = jobs.slice(at, at + batch.find);
    const logs: DoneLog[] = [];
    for (const { job } of part) {
      const log = await getEntry(deps.db, job.logId);
      // Taken back meanwhile: its removal is on its way.
      if (isDoneLog(log)) logs.push(log);
    }
    const asked = logs.map(({ key, aliases, job }) => ({ key, aliases, activity: job.activity }));
    const looked = await ask(deps, async () =>
      asked.length > 0 && readBack ? readBack(asked) : new Map<string, Logged>(),
    );
    if ('fault' in looked && needsPerson(looked.fault) && !pausesAccount(looked.fault)) {
      // Nobody asked for this look: what the CRM will not tell of one must not wait for a person, nor hold up the rest.
      if (part.length > 1) for (const one of part) await keepFirst(deps, lease, { activities }, [one]);
      else await settleFirst(deps, lease, part, new Map());
    } else if ('fault' in looked) await postpone(deps, lease, part, looked.fault);
    else await settleFirst(deps, lease, part, looked.value);
  }
}

/**
 * Writes down which record stays: where ours went, the entry and its proposal are about the other one from now on, and
 * an undo takes nothing of a colleague's. Done jobs stay for a day, so that none is made twice.
 */
async function settleFirst(
  { db, now }: DrainDeps,
  lease: Lease,
  jobs: readonly KeepFirst[],
  stays: ReadonlyMap<string, Logged>,
): Promise<void> {
  await db.transaction('rw', db.outbox, db.proposals, async () => {
    for (const { id, key } of jobs) {
      const entry = await getEntry(db, id);
      if (entry?.job.op !== 'keep-first' || !holds(entry, lease)) continue;
      const first = stays.get(key);
      const log = await getEntry(db, entry.job.logId);
      const logged = first ?? { remoteId: entry.job.otherId, created: false };
      await putEntry(db, { ...entry, status: { state: 'done', at: now(), ...logged } });
      if (!first || !isDoneLog(log) || log.status.remoteId === first.remoteId) continue;
      await putEntry(db, { ...log, status: { ...log.status, ...first } });
      const proposal = await getProposal(db, log.job.proposalId);
      const status = proposal?.status;
      if (proposal && status?.state === 'logged' && status.outboxId === log.id)
        await putProposal(db, { ...proposal, status: { ...status, remoteId: first.remoteId } });
    }
  });
}
