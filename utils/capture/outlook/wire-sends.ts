import { exchangeDrift, field } from '@/utils/capture/outlook/exchange-json';
import { bareSubject, pageId } from '@/utils/capture/outlook/page-id';
import { type Operation, openDrafts, pick, readOperations } from '@/utils/capture/outlook/wire-drafts';
import { readMessage, type WireMessage, wallOf } from '@/utils/capture/outlook/wire-message';
import type { Drift } from '@/utils/capture/page-adapter';
import type { TapEvent } from '@/utils/capture/tap/tap-event';
import { NO_ADDRESS } from '@/utils/model/no-address';

/** A mail that was sent a moment ago, to be known again when the server tells of it under another id. */
interface RecentSend {
  message: WireMessage;
  order: number;
  startedAt: number;
  /** Whether its Message-ID is known. */
  met: boolean;
}

/** What one request of the page did. */
export interface SendNews {
  sent: WireMessage[];
  undone: string[][];
  /** Own addresses: what one writes from. */
  own: string[];
  drift: Drift[];
}

export interface Sends {
  read(event: TapEvent, request: unknown, answer: unknown, account: string | null): SendNews;
  /** A draft that an answer brought. */
  learn(item: unknown, message: WireMessage): void;
  /** The send that this message of the server's is: its ids, once. */
  meet(message: WireMessage): { ids: string[]; startedAt: number } | null;
}

/** Outlook lets a mail be taken back for ten seconds, before it asks the server; a minute is kept. */
const UNDO_WINDOW = 60_000;
/** Between our clock at sending and the server's date. */
const SAME_TIME = 5 * 60_000;
const MAX_RECENT = 50;

export function openSends(): Sends {
  const drafts = openDrafts();
  const recent: RecentSend[] = [];

  const save = (operation: Operation, event: TapEvent, news: SendNews) => {
    const { id, set, answered } = operation;
    const draft = { ...answered, ...drafts.of(id), ...set };
    const ids = [id, ...(readMessage(answered)?.ids ?? [])];
    drafts.save(ids, draft);
    const from = readMessage(draft, { ids: ['owa:'] })?.from.address ?? NO_ADDRESS;
    if (from !== NO_ADDRESS) news.own.push(from);
    // What can be saved as a draft was not sent after all. A saving that was asked for before the sending says nothing.
    const at = recent.findIndex(({ message }) =>
      ids.some((each) => each !== null && message.ids.includes(each)),
    );
    const before = recent[at];
    if (!before || before.order >= event.order || event.startedAt - before.startedAt > UNDO_WINDOW) return;
    recent.splice(at, 1);
    news.undone.push(before.message.ids);
  };

  const send = (operation: Operation, event: TapEvent, account: string | null, news: SendNews) => {
    const { id, set, answered, deferred } = operation;
    // "Schedule send"; a mail that leaves within two minutes is only held back for its undo.
    if (deferred !== null && !(deferred - event.startedAt < 2 * UNDO_WINDOW)) return;
    const whole: Record<string, unknown> = { ...answered, ...drafts.of(id), ...set, IsDraft: false };
    for (const name of ['ItemId', 'InternetMessageId', 'ConversationId', 'DateTimeSent']) {
      const value = field(answered, name) ?? whole[name];
      if (value !== undefined) whole[name] = value;
    }
    const read = readMessage(whole, { ids: id === null ? ['owa-page:'] : [id] });
    if (!read) return;
    const said = read.from.address === NO_ADDRESS ? account : read.from.address;
    const people = [...read.to, ...read.cc, ...read.bcc];
    const named = ['ToRecipients', 'CcRecipients', 'BccRecipients'].some((name) => hasSome(whole[name]));
    if (said === null || !named) {
      news.drift.push(exchangeDrift(said === null ? 'send-sender' : 'send-recipients', whole));
      return;
    }
    const at = read.at ?? event.startedAt;
    const from = read.from.address === NO_ADDRESS ? { address: said } : read.from;
    const made = pageId(from.address, wallOf(at), read.subject);
    const ids = [...read.ids.filter((each) => each !== 'owa-page:'), made];
    const malformed = read.malformed === 'sender' ? '' : read.malformed;
    const body = read.body ?? { type: 'text' as const, content: '', clipped: false };
    const message: WireMessage = {
      ...read,
      ids,
      from,
      malformed,
      at,
      // Our own clock at the moment of sending.
      sure: read.at === null || read.sure,
      walls: [...new Set([...read.walls, wallOf(at)])],
      unnamed: [],
      draft: false,
      body,
    };
    if (people.length > 0) news.own.push(from.address);
    recent.push({
      message,
      order: event.order,
      startedAt: event.startedAt,
      met: ids.some((each) => each.startsWith('<')),
    });
    if (recent.length > MAX_RECENT) recent.shift();
    news.sent.push(message);
  };

  return {
    read(event, request, answer, account) {
      const news: SendNews = { sent: [], undone: [], own: [], drift: [] };
      const operations = readOperations(request, answer);
      if (operations === 'drift') news.drift.push(exchangeDrift('send-request', request));
      if (operations === null || operations === 'drift') return news;
      for (const operation of operations) {
        if (operation.kind === 'send') send(operation, event, account, news);
        else save(operation, event, news);
      }
      return news;
    },
    learn(item, message) {
      const known = drafts.of(message.ids[0] ?? null);
      const said: Record<string, unknown> = {};
      for (const [name, value] of Object.entries(pick(item))) if (value !== null) said[name] = value;
      drafts.save(message.ids, { ...said, ...known });
    },
    meet(message) {
      if (message.draft || message.at === null) return null;
      const at = message.at;
      const found = recent.find(
        (each) =>
          !each.met &&
          (each.message.ids.some((id) => message.ids.includes(id)) ||
            (each.message.from.address === message.from.address &&
              Math.abs((each.message.at ?? 0) - at) <= SAME_TIME &&
              bareSubject(each.message.subject) === bareSubject(message.subject) &&
              peopleOf(each.message) === peopleOf(message))),
      );
      if (!found) return null;
      found.met = message.ids.some((id) => id.startsWith('<'));
      found.message.ids = [...new Set([...found.message.ids, ...message.ids])].slice(0, 20);
      return { ids: found.message.ids, startedAt: found.startedAt };
    },
  };
}

function hasSome(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

/** The open recipients of a mail, in any order. */
function peopleOf({ to, cc }: WireMessage): string {
  return [...to, ...cc]
    .map((person) => person.address)
    .sort()
    .join(' ');
}
