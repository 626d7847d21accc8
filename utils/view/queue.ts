import type { Proposal } from '@/utils/model/proposal';

/** One line of the queue: what one thread offers, newest mail first. */
export interface QueueThread {
  id: string;
  proposals: Proposal[];
  /** The day of its newest mail, as its midnight in this browser's zone; ms since 1970. */
  day: number;
  /** Threads of one customer have the same: the company, else the person. */
  customer: string;
}

export interface Queue {
  threads: QueueThread[];
  /** From people nobody knows: folded, not counted. */
  quiet: QueueThread[];
  /** Counted proposals, each mail one. */
  total: number;
}

/**
 * Groups open proposals by thread: the latest day first, in it a customer's threads together, the customer with the
 * newest mail first. `except`: ids shown elsewhere.
 */
export function groupQueue(open: readonly Proposal[], except: ReadonlySet<string>): Queue {
  const counted = open.filter((proposal) => proposal.weight === 'counted' && !except.has(proposal.id));
  const quiet = open.filter((proposal) => proposal.weight === 'quiet' && !except.has(proposal.id));
  return {
    threads: byCustomer(byThread(counted)),
    quiet: byCustomer(byThread(quiet)),
    total: counted.length,
  };
}

/** Two mails share a thread where any thread id is the same. Each meeting stands alone: what was said differs by the day. */
export function byThread(proposals: readonly Proposal[]): QueueThread[] {
  const newestFirst = [...proposals].sort((a, b) => b.sentAt - a.sentAt || a.id.localeCompare(b.id));
  const home = new Map<string, QueueThread>();
  const threads: QueueThread[] = [];
  for (const proposal of newestFirst) {
    if (proposal.activity.kind !== 'email') {
      threads.push({ id: proposal.id, proposals: [proposal], ...placeOf(proposal) });
      continue;
    }
    const known = proposal.threadIds.map((id) => home.get(id)).find((thread) => thread !== undefined);
    const thread = known ?? {
      id: proposal.threadIds[0] ?? proposal.id,
      proposals: [],
      ...placeOf(proposal),
    };
    if (!known) threads.push(thread);
    thread.proposals.push(proposal);
    for (const id of proposal.threadIds) home.set(id, thread);
  }
  return threads;
}

function placeOf({ sentAt, match, captured }: Proposal): Pick<QueueThread, 'day' | 'customer'> {
  const person = match.contacts[0] ?? match.strangers[0] ?? captured.from;
  return { day: new Date(sentAt).setHours(0, 0, 0, 0), customer: match.company?.companyId ?? person.address };
}

/** Within each day a customer's threads together, where their newest stands. `newestFirst` is not changed. */
function byCustomer(newestFirst: readonly QueueThread[]): QueueThread[] {
  const groups = new Map<string, QueueThread[]>();
  for (const thread of newestFirst) {
    const key = `${thread.day} ${thread.customer}`;
    const group = groups.get(key);
    if (group) group.push(thread);
    else groups.set(key, [thread]);
  }
  return [...groups.values()].flat();
}

/** `next`, with each thread that did not change as the same object as before: what draws it need not draw again. */
export function sameThreads(before: Queue | null, next: Queue): Queue {
  if (!before) return next;
  const known = new Map([...before.threads, ...before.quiet].map((thread) => [thread.id, thread]));
  const same = (thread: QueueThread) => {
    const was = known.get(thread.id);
    const { proposals, day, customer } = thread;
    if (!was || was.day !== day || was.customer !== customer) return thread;
    const alike = was.proposals.length === proposals.length;
    return alike && was.proposals.every((each, at) => each === proposals[at]) ? was : thread;
  };
  return { ...next, threads: next.threads.map(same), quiet: next.quiet.map(same) };
}

/**
 * While a pointer or the focus is on the list, what is there keeps its place and what arrives waits: `late` counts it.
 * What is older than all that is there comes below it, where it moves nothing: the list is read deeper. `shown` are the
 * ids as last drawn.
 */
export function holdStill<T extends { id: string; proposals: readonly { sentAt: number }[] }>(
  shown: readonly string[],
  items: readonly T[],
  held: boolean,
): { items: T[]; late: number } {
  if (!held) return { items: [...items], late: 0 };
  const byId = new Map(items.map((item) => [item.id, item]));
  const kept = shown.flatMap((id) => byId.get(id) ?? []);
  const newestOf = ({ proposals }: T) => proposals[0]?.sentAt ?? 0;
  const oldest = kept.reduce((least, item) => Math.min(least, newestOf(item)), Number.POSITIVE_INFINITY);
  const there = new Set(shown);
  const below =
    kept.length === 0 ? [] : items.filter((item) => !there.has(item.id) && newestOf(item) < oldest);
  return { items: [...kept, ...below], late: items.length - kept.length - below.length };
}
