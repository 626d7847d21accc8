import type { WireMessage } from '@/utils/capture/outlook/wire-message';
import type { Head, Page } from '@/utils/capture/page-adapter';
import type { Person } from '@/utils/model/captured';
import { NO_ADDRESS } from '@/utils/model/no-address';

/** Who wrote last on each of these threads, as far as these messages tell. */
export function headsOf(messages: readonly WireMessage[], page: Page): Head[] {
  const threads = new Map<string, WireMessage[]>();
  for (const message of messages) {
    const name = message.threadIds[0];
    if (name === undefined || message.draft || message.private || message.at === null) continue;
    if (message.from.address === NO_ADDRESS || message.malformed !== '') continue;
    const before = threads.get(name);
    if (before) before.push(message);
    else threads.set(name, [message]);
  }
  return [...threads].flatMap(([name, all]) => headOf(name, all, page) ?? []);
}

function headOf(threadId: string, all: readonly WireMessage[], page: Page): Head | null {
  const last = all.reduce((latest, each) => ((each.at ?? 0) >= (latest.at ?? 0) ? each : latest));
  const lastAt = last.at ?? 0;
  if (lastAt < 631_152_000_000 || lastAt > 4_102_444_800_000) return null;
  const others = new Map<string, Person>();
  for (const each of all) {
    for (const person of [each.from, ...each.to, ...each.cc]) {
      if (page.own.has(person.address) || others.size >= 100) continue;
      if (!others.get(person.address)?.name) others.set(person.address, person);
    }
  }
  const sentByMe =
    page.own.has(last.from.address) || (last.sender !== null && page.own.has(last.sender.address));
  return {
    head: {
      threadId,
      threadIds: last.threadIds.slice(0, 10),
      subject: last.subject,
      lastAt,
      lastFrom: last.from,
      lastFromMe: sentByMe,
      others: [...others.values()],
      lastIds: last.ids.slice(0, 20),
    },
    labels: last.labels,
  };
}
