import { type CardHead, nameOf, readHead } from '@/utils/capture/outlook/page-card';
import type { OutlookWire } from '@/utils/capture/outlook/wire';
import type { WireMessage } from '@/utils/capture/outlook/wire-message';
import type { Page, SeenMessage } from '@/utils/capture/page-adapter';

/**
 * Gives each message of the page the names that the wire has for it: the one of its thread (or subject) with its sender
 * and its minute. Where none or several fit, it stays as the page shows it.
 */
export function nameMessages(page: Page, wire: OutlookWire, messages: SeenMessage[]): SeenMessage[] {
  const ownName = nameOf(page);
  return messages.map((seen) => {
    const known = wire.find(seen.ids);
    if (known) return named(seen, known.message);
    const near = wire.near(seen.threadIds, seen.subject);
    if (near.length === 0) return seen;
    const head = readHead(page, seen.element, ownName);
    const fitting = near.filter(({ message }) => isSender(page, head, message) && isMinute(head, message));
    const [only] = fitting;
    return only && fitting.length === 1 ? named(seen, only.message) : seen;
  });
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

/** The page shows the minute of sending or of receiving, which can be one apart. A date that nobody can read fits none. */
function isMinute({ dates }: CardHead, { walls }: Pick<WireMessage, 'walls'>): boolean {
  return dates.some(({ wall }) => walls.some((other) => Math.abs(minute(wall) - minute(other)) <= 1));
}

function minute(wall: string): number {
  return Date.parse(`${wall}:00Z`) / 60_000;
}
