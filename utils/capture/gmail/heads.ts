import type { WireMessage } from '@/utils/capture/gmail/wire-message';
import type { WireThread } from '@/utils/capture/gmail/wire-threads';
import type { Head, Page } from '@/utils/capture/page-adapter';
import type { Person } from '@/utils/model/captured';

/** No correspondence yet, or no longer: drafts, trash, spam. */
const leftOut = ['^r', '^k', '^s'];

/** Who wrote last on this thread; null where nobody did. */
export function headOf(thread: WireThread, page: Page): Head | null {
  const written: WireMessage[] = [];
  let last: WireMessage | undefined;
  for (const each of thread.messages) {
    if (each.at === null || each.from === null) continue;
    if (leftOut.some((label) => each.labels.includes(label))) continue;
    written.push(each);
    if (!last || each.at >= (last.at ?? 0)) last = each;
  }
  const threadId = thread.threadIds[0];
  if (!last?.from || last.at === null || threadId === undefined) return null;
  if (last.at < 631_152_000_000 || last.at > 4_102_444_800_000) return null;

  const others = new Map<string, Person>();
  const add = (person: Person) => {
    if (page.own.has(person.address) || others.size >= 100) return;
    if (!others.get(person.address)?.name) others.set(person.address, person);
  };
  for (const each of written) {
    if (each.from) add(each.from);
    each.to.forEach(add);
    each.cc.forEach(add);
  }
  thread.others.forEach(add);
  return {
    head: {
      threadId,
      threadIds: thread.threadIds.slice(0, 10),
      subject: thread.subject || last.subject,
      lastAt: last.at,
      lastFrom: last.from,
      lastFromMe: last.labels.includes('^f') || page.own.has(last.from.address),
      others: [...others.values()],
      lastIds: last.ids.slice(0, 20),
    },
    labels: last.labels,
  };
}
