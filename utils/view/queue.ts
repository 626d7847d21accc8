import type { Proposal } from '@/utils/model/proposal';

/** One line of the queue: what one thread offers, newest mail first. */
export interface QueueThread {
  id: string;
  proposals: Proposal[];
}

export interface Queue {
  threads: QueueThread[];
  /** From people nobody knows: folded, not counted. */
  quiet: QueueThread[];
  /** Counted proposals, each mail one. */
  total: number;
}

/** Groups open proposals by thread, the thread with the newest mail first. `except`: ids shown elsewhere. */
export function groupQueue(open: readonly Proposal[], except: ReadonlySet<string>): Queue {
  const counted = open.filter((proposal) => proposal.weight === 'counted' && !except.has(proposal.id));
  const quiet = open.filter((proposal) => proposal.weight === 'quiet' && !except.has(proposal.id));
  return { threads: byThread(counted), quiet: byThread(quiet), total: counted.length };
}

/** Two mails share a thread where any thread id is the same. Each meeting stands alone: what was said differs by the day. */
export function byThread(proposals: readonly Proposal[]): QueueThread[] {
  const newestFirst = [...proposals].sort((a, b) => b.sentAt - a.sentAt || a.id.localeCompare(b.id));
  const home = new Map<string, QueueThread>();
  const threads: QueueThread[] = [];
  for (const proposal of newestFirst) {
    if (proposal.activity.kind !== 'email') {
      threads.push({ id: proposal.id, proposals: [proposal] });
      continue;
    }
    const known = proposal.threadIds.map((id) => home.get(id)).find((thread) => thread !== undefined);
    const thread = known ?? { id: proposal.threadIds[0] ?? proposal.id, proposals: [] };
    if (!known) threads.push(thread);
    thread.proposals.push(proposal);
    for (const id of proposal.threadIds) home.set(id, thread);
  }
  return threads;
}

/**
 * While a pointer or the focus is on the list, what is there keeps its place and what arrives waits: `late` counts it.
 * `shown` are the ids as last drawn.
 */
export function holdStill<T extends { id: string }>(
  shown: readonly string[],
  items: readonly T[],
  held: boolean,
): { items: T[]; late: number } {
  if (!held) return { items: [...items], late: 0 };
  const byId = new Map(items.map((item) => [item.id, item]));
  const kept = shown.flatMap((id) => byId.get(id) ?? []);
  return { items: kept, late: items.length - kept.length };
}
