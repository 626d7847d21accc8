import type { ActivityToLog, Logged } from '@/utils/crm/connector';
import { CrmFault } from '@/utils/crm/errors';
import type { Fault } from '@/utils/model/outbox';

/*
 * For CRMs without a unique key: of several records that stand for one entry the first stays, the same one on whichever
 * device somebody looks, and each user's later ones are removed. Who died, or lost an answer, between creating and
 * looking does it on coming back, because the engine looks so before it sends again.
 */

/** A live record that stands for an entry. `own`: this user made it, by Sidelog. */
export interface Standing {
  remoteId: string;
  own: boolean;
}

/** By an entry's key the records that stand for it, the oldest first. */
export type Look = (entries: ActivityToLog[]) => Promise<Map<string, Standing[]>>;
export type Remove = (remoteId: string) => Promise<void>;

/** What stands for each entry in the end, by its key: `CrmSession.activities.readBack`. */
export async function readBackEach(
  entries: ActivityToLog[],
  look: Look,
  remove: Remove,
): Promise<Map<string, Logged>> {
  const settled = new Map<string, Logged>();
  for (const [key, standing] of await look(entries)) {
    const kept = await firstStays(standing, remove);
    if (kept) settled.set(key, kept);
  }
  return settled;
}

/** The first of these stays; later ones of this user's are removed. Null where there is none. */
export async function firstStays([first, ...later]: Standing[], remove: Remove): Promise<Logged | null> {
  for (const { remoteId, own } of later) if (own) await remove(remoteId);
  return first ? { remoteId: first.remoteId, created: first.own } : null;
}

/**
 * What became of entries of which these records were made: of two that were made at the same time the later removes
 * itself. Where nobody can look, nobody knows whether ours stays: the fault is the entry's, and the engine asks again.
 */
export async function settleCreated(
  entries: ActivityToLog[],
  made: readonly (string | Fault | undefined)[],
  look: Look,
  remove: Remove,
): Promise<(Logged | { fault: Fault })[]> {
  const created = entries.filter((_, index) => typeof made[index] === 'string');
  const there = created.length === 0 ? new Map<string, Standing[]>() : await faultOr(() => look(created));
  const answers: (Logged | { fault: Fault })[] = [];
  for (const [index, { key }] of entries.entries()) {
    const own = made[index];
    if (typeof own !== 'string') answers.push({ fault: own ?? { kind: 'not-understood', step: 'create' } });
    else if ('fault' in there) answers.push(there);
    else answers.push(await faultOr(() => settleOne(own, there.get(key) ?? [], remove)));
  }
  return answers;
}

/** Ours is `own`. One that is not in the list stays: giving way to what did not see it either would leave none. */
export async function settleOne(own: string, standing: Standing[], remove: Remove): Promise<Logged> {
  const at = standing.findIndex(({ remoteId }) => remoteId === own);
  if (at < 0) return { remoteId: own, created: true };
  const ours = standing.map((each, index) => (index === at ? { ...each, own: true } : each));
  const kept = await firstStays(ours, remove);
  return kept?.remoteId === own
    ? { remoteId: own, created: true }
    : { remoteId: kept?.remoteId ?? own, created: false };
}

async function faultOr<T>(work: () => Promise<T>): Promise<T | { fault: Fault }> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CrmFault)) throw error;
    return { fault: error.fault };
  }
}
