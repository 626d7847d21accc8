import { type CardHead, headSeen, nameOf } from '@/utils/capture/outlook/page-card';
import type { OutlookWire } from '@/utils/capture/outlook/wire';
import type { KeptMessage } from '@/utils/capture/outlook/wire-memory';
import type { WireMessage } from '@/utils/capture/outlook/wire-message';
import type { Page, SeenMessage } from '@/utils/capture/page-adapter';

/** Messages of the wire by the minutes that the page may show for them: a long conversation is named in one pass. */
type ByMinute = Map<number, KeptMessage[]>;

/**
 * Gives each message of the page the names that the wire has for it: the one of its thread (or subject) with its sender
 * and its minute. Where none or several fit, it stays as the page shows it.
 */
export function* nameMessages(
  page: Page,
  wire: OutlookWire,
  messages: SeenMessage[],
): Generator<void, SeenMessage[]> {
  const ownName = nameOf(page);
  const nearby = new Map<string, ByMinute>();
  const result: SeenMessage[] = [];
  for (const seen of messages) {
    const known = wire.find(seen.ids);
    if (known) {
      result.push(named(seen, known.message));
      continue;
    }
    if (seen.ids.length === 0) {
      // An invitation's card: the thread's only message, or nobody can say which.
      const [only, ...more] = seen.threadIds.length > 0 ? wire.near(seen.threadIds, '') : [];
      if (only && more.length === 0) result.push(named(seen, only.message));
      continue;
    }
    const place = JSON.stringify([seen.threadIds, seen.subject]);
    let near = nearby.get(place);
    if (!near) {
      near = byMinute(wire.near(seen.threadIds, seen.subject));
      nearby.set(place, near);
      yield;
    }
    result.push(near.size === 0 ? seen : nameOne(page, seen, near, ownName));
    yield;
  }
  return result;
}

function nameOne(page: Page, seen: SeenMessage, near: ByMinute, ownName: string | null): SeenMessage {
  const head = headSeen(page, seen.element, ownName);
  const fitting = new Set<KeptMessage>();
  for (const { wall } of head.dates)
    for (const kept of near.get(minute(wall)) ?? [])
      if (isSender(page, head, kept.message)) fitting.add(kept);
  const [only] = fitting;
  return only && fitting.size === 1 ? named(seen, only.message) : seen;
}

/**
 * The page shows the minute of sending or of receiving, which can be one apart. A date that nobody can read fits none.
 */
function byMinute(all: readonly KeptMessage[]): ByMinute {
  const found: ByMinute = new Map();
  for (const kept of all) {
    const minutes = new Set(kept.message.walls.flatMap((wall) => [-1, 0, 1].map((by) => minute(wall) + by)));
    for (const each of minutes) {
      const there = found.get(each);
      if (there) there.push(kept);
      else found.set(each, [kept]);
    }
  }
  found.delete(Number.NaN);
  return found;
}

function named(seen: SeenMessage, message: Pick<WireMessage, 'ids' | 'threadIds'>): SeenMessage {
  const threadIds = [...new Set([...message.threadIds, ...seen.threadIds])].slice(0, 10);
  return { ...seen, ids: [...new Set([...message.ids, ...seen.ids])].slice(0, 20), threadIds };
}

function isSender(
  page: Page,
  { sender, me }: CardHead,
  message: Pick<WireMessage, 'from' | 'sender'>,
): boolean {
  if (!sender) return false;
  const people = message.sender ? [message.from, message.sender] : [message.from];
  const { person } = sender;
  if (person) return people.some(({ address }) => address === person.address);
  if (me) return people.some(({ address }) => address === page.account || page.own.has(address));
  const name = sender.name.toLowerCase();
  return people.some((each) => each.name?.toLowerCase() === name);
}

function minute(wall: string): number {
  return Date.parse(`${wall}:00Z`) / 60_000;
}
