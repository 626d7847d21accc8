import type { ActivityToLog, CrmSession } from '@/utils/crm/connector';
import type { Task } from '@/utils/model/contact';
import type { Proposal } from '@/utils/model/proposal';
import { activityKey, recordAliases } from '@/utils/sync/key';
import type { Colleague } from './colleague';
import type { World } from './world';

/** What must all be zero. */
export interface Counts {
  /** Confirmed, and not in the CRM as the rep confirmed it. */
  lost: number;
  doubled: number;
  /** Taken back or never confirmed, and in the CRM. */
  undoneButThere: number;
  /** The server saw a request that has no line in the ledger. */
  unledgered: number;
  /** A line tells of an answer that the server never gave. */
  phantom: number;
}

/** Holds the CRM, as it is in the end, to what the rep's browser says of it. */
export async function judge(world: World, colleague: Colleague): Promise<Counts & { wrong: string[] }> {
  const { looker, network } = world;
  const counts: Counts = {
    lost: 0,
    doubled: 0,
    undoneButThere: 0,
    ...network.compare(await looker.ledger.toArray()),
  };
  const wrong: string[] = [];
  if (counts.unledgered + counts.phantom > 0)
    wrong.push(`${counts.unledgered} unledgered, ${counts.phantom} phantom`);
  for (const entry of await looker.outbox.filter(({ status }) => status.state !== 'done').toArray())
    wrong.push(`still ${JSON.stringify(entry.status)}: ${entry.job.op}`);
  const steps: string[] = [];
  for (const proposal of await looker.proposals.toArray()) {
    const { state } = proposal.status;
    if (state === 'confirmed') wrong.push(`${proposal.captured.subject} is not logged`);
    const there = await world.crm.count(entryOf(world, proposal));
    const name = `${proposal.captured.subject} ${state}`;
    const wanted = state === 'logged' || colleague.logged.has(proposal.id);
    if (there > 1) {
      counts.doubled += there - 1;
      wrong.push(`${name}: ${there} records`);
    } else if (wanted && there === 0) {
      counts.lost += 1;
      wrong.push(`${name}: no record`);
    } else if (!wanted && there > 0 && !colleague.either.has(proposal.id)) {
      counts.undoneButThere += 1;
      wrong.push(`${name}: a record`);
    }
    const different = await differs(world, proposal);
    if (different) {
      counts.lost += 1;
      wrong.push(`${name}: ${different}`);
    }
    const step = state === 'logged' ? proposal.activity.nextStep : undefined;
    if (step && (await ownStep(world, proposal))) steps.push(step.text);
  }
  if (world.quiet.tasks) judgeSteps(steps, await openTasks(world.quiet.tasks), counts, wrong);
  if (world.bugs.length > 0) wrong.push(`bugs: ${world.bugs.map(String).join('; ').slice(0, 600)}`);
  return { ...counts, wrong };
}

export function entryOf({ account }: World, { activity, aliases }: Proposal): ActivityToLog {
  return {
    key: activityKey(activity.kind, aliases, account),
    aliases: recordAliases(activity.kind, aliases),
    activity,
  };
}

/** How our record differs from what the rep confirmed; undefined where it does not, or where it is a colleague's. */
async function differs({ crm, looker }: World, { status, activity }: Proposal): Promise<string | undefined> {
  if (status.state !== 'logged' || status.remoteId === undefined || status.outboxId === undefined) return;
  const entry = await looker.outbox.get(status.outboxId);
  if (entry?.status.state !== 'done' || !entry.status.created) return;
  try {
    const record = await crm.read(status.remoteId);
    if (record.subject !== activity.subject) return `it says "${record.subject}", not "${activity.subject}"`;
    if (record.at !== activity.at) return `it is at ${record.at}, not ${activity.at}`;
  } catch (error) {
    return `it cannot be read: ${String(error)}`;
  }
}

/** A next step that was confirmed with its mail has an entry of its own; one that was given up has none. */
async function ownStep({ looker }: World, { id }: Proposal): Promise<boolean> {
  const entries = await looker.outbox.toArray();
  return entries.some(({ job }) => job.op === 'create-task' && job.proposalId === id);
}

async function openTasks(tasks: NonNullable<CrmSession['tasks']>): Promise<string[]> {
  const all = new Map<string, Task>();
  let cursor: string | null = null;
  for (let page = 0; page < 100; page += 1) {
    const changes = await tasks.changedSince(cursor);
    for (const task of changes.items) all.set(task.id, task);
    for (const id of changes.gone) all.delete(id);
    cursor = changes.cursor;
    if (changes.complete) break;
  }
  return [...all.values()].filter(({ done }) => !done).map(({ title }) => title);
}

function judgeSteps(wanted: string[], there: string[], counts: Counts, wrong: string[]): void {
  for (const title of new Set([...wanted, ...there])) {
    const [want, have] = [wanted, there].map((titles) => titles.filter((each) => each === title).length);
    if (want === undefined || have === undefined || want === have) continue;
    if (have < want) counts.lost += want - have;
    else if (want > 0) counts.doubled += have - want;
    else counts.undoneButThere += have;
    wrong.push(`task "${title}": ${have}, not ${want}`);
  }
}
