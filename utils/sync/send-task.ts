import type { CrmSession, Logged } from '@/utils/crm/connector';
import { CrmFault } from '@/utils/crm/errors';
import type { TaskDraft } from '@/utils/model/contact';
import type { OutboxEntry } from '@/utils/model/outbox';
import { ask, type DrainDeps, finish, postpone, renewed } from '@/utils/sync/ask-crm';
import { type Lease, markHanded } from '@/utils/sync/claim';
import { settleNotThere, settleWaiting } from '@/utils/sync/settle';

/** Find, then create what is not there: what a mail's log is spared from, its task is too. */
export async function sendTask(
  deps: DrainDeps,
  lease: Lease,
  session: CrmSession,
  entry: OutboxEntry,
): Promise<void> {
  const found = await findTask(deps, session, entry);
  if ('fault' in found) return postpone(deps, lease, [entry], found.fault);
  if (found.value !== null) return finish(deps, lease, entry, found.value);
  if (!(await settleNotThere(deps.db, entry.id, lease))) return;
  const [handed] = await markHanded(deps.db, [entry], renewed(deps, lease));
  if (!handed) return;
  const answer = await ask(deps, () => tasksOf(session).create(taskOf(handed), handed.key));
  if (!('fault' in answer)) {
    return finish(deps, lease, handed, answer.value);
  }
  if (answer.fault.kind !== 'not-understood') return postpone(deps, lease, [handed], answer.fault);
  const second = await findTask(deps, session, handed);
  if ('fault' in second) return postpone(deps, lease, [handed], { kind: 'offline' });
  if (second.value !== null) return finish(deps, lease, handed, second.value);
  if (await settleNotThere(deps.db, handed.id, lease)) {
    const { fault } = answer;
    await settleWaiting(deps.db, handed.id, lease, { state: 'needs-person', fault, since: deps.now() });
  }
}

function findTask(deps: DrainDeps, session: CrmSession, entry: OutboxEntry) {
  return ask(deps, async (): Promise<Logged | null> => {
    const tasks = tasksOf(session);
    if (tasks.readBack && entry.attempts > 0) return tasks.readBack(taskOf(entry), entry.key);
    const remoteId = await tasks.find(taskOf(entry), entry.key);
    return remoteId === null ? null : { remoteId, created: entry.attempts > 0 };
  });
}

function taskOf({ job }: OutboxEntry): TaskDraft {
  if (job.op !== 'create-task') throw new Error('Not a task');
  return job.draft;
}

/** A CRM without tasks: the rep is told, and nothing is lost in silence. */
export function tasksOf(session: CrmSession): NonNullable<CrmSession['tasks']> {
  if (!session.tasks) throw new CrmFault({ kind: 'not-permitted', what: 'tasks' });
  return session.tasks;
}
