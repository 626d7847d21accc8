import {
  field,
  findItems,
  listField,
  notParsed,
  parseExchange,
  readRequest,
  requestText,
  textField,
} from '@/utils/capture/outlook/exchange-json';
import { headsOf } from '@/utils/capture/outlook/heads';
import { fromWire } from '@/utils/capture/outlook/join';
import { openMailboxOwners } from '@/utils/capture/outlook/mailbox-owners';
import { mayMatter } from '@/utils/capture/outlook/wire-drafts';
import { type KeptMessage, openWireMemory } from '@/utils/capture/outlook/wire-memory';
import { isMail, readMessage, type WireMessage } from '@/utils/capture/outlook/wire-message';
import { openSends } from '@/utils/capture/outlook/wire-sends';
import type { Page, Wire, WireNews } from '@/utils/capture/page-adapter';
import type { TapEvent } from '@/utils/capture/tap/tap-event';

export interface OutlookWire extends Wire {
  find(ids: readonly string[]): KeptMessage | undefined;
  near(threadIds: readonly string[], subject: string): KeptMessage[];
  accountOf(message: Pick<WireMessage, 'mailbox'>, page: Page): string | null;
}

/** While the worker holds a sent mail back, what more is known of it is told the same way. */
const HELD = 30_000;

export function openOutlookWire(): OutlookWire {
  const memory = openWireMemory();
  const sends = openSends();
  const owners = openMailboxOwners();

  function* readSends(event: TapEvent, answer: unknown, page: Page, news: WireNews): Generator<void> {
    if (!mayMatter(requestText(event))) return;
    const request = yield* readRequest(event);
    if (request === null) return;
    if (!request.ok) {
      news.drift.push(notParsed('send-request', request.why, event.request));
      return;
    }
    const account = owners.accountOf({ mailbox: null }, page);
    const { sent, undone, own, drift } = sends.read(event, request.value, answer, account);
    news.own.push(...own);
    news.undone.push(...undone);
    news.drift.push(...drift);
    for (const message of sent) {
      const kept = memory.keep(message);
      if (kept) news.sends.push(fromWire(page, kept, owners.accountOf(message, page), { sent: true }));
      yield;
    }
  }

  /** `whole`: an answer that brings all there is of its items, not the rows of a list. */
  function* readItems(value: unknown, page: Page, news: WireNews, whole: boolean): Generator<void> {
    const items = yield* findItems(value);
    const beside = nodesOf(value);
    const messages: WireMessage[] = [];
    for (const item of items) {
      if (!isMail(item)) continue;
      const message = readMessage(item, beside.get(item));
      if (!message) continue;
      owners.learn(item, message);
      if (message.draft) {
        sends.learn(item, message);
        if (message.sender === null && message.from.address.includes('@'))
          news.own.push(message.from.address);
        continue;
      }
      const met = sends.meet(message);
      if (met) message.ids = [...new Set([...message.ids, ...met.ids])].slice(0, 20);
      messages.push(message);
      // An invitation may say nothing but when and where.
      if (whole && message.body === null && message.labels.some(isInvitation))
        message.body = { type: 'text', content: '', clipped: false };
      const kept = memory.keep(message);
      if (met && kept) {
        const result = fromWire(page, kept, owners.accountOf(message, page), { sent: true });
        if (page.now() - met.startedAt < HELD) news.sends.push(result);
        else news.known = [...(news.known ?? []), result];
      }
      yield;
    }
    news.heads.push(...headsOf(messages, page));
  }

  return {
    *read(event, page) {
      const news: WireNews = { sends: [], meetings: [], undone: [], heads: [], own: [], drift: [] };
      if (event.status < 200 || event.status >= 300) return news;
      const { endpoint } = event;
      if (isCalendars(endpoint)) return news;
      if (event.note !== '') {
        news.drift.push({ ok: false, step: `${endpoint}-${event.note}`, shape: '' });
        return news;
      }
      if (event.response === '') return news;
      const parsed = yield* parseExchange(event.response);
      if (!parsed.ok) {
        news.drift.push(notParsed(endpoint, parsed.why, event.response));
        return news;
      }
      const { value } = parsed;
      if (endpoint === 'startupdata' || endpoint.startsWith('GetOwaUser')) {
        const account = owners.learnStart(value);
        if (account !== null) news.own.push(account);
      }
      yield* readSends(event, value, page, news);
      yield* readItems(value, page, news, /^Get(?:Item|Conversation)/.test(endpoint));
      news.own = [...new Set(news.own)];
      return news;
    },
    find: (ids) => memory.find(ids),
    near: (threadIds, subject) => memory.near(threadIds, subject),
    accountOf: (message, page) => owners.accountOf(message, page),
    knows: (ids) => memory.find(ids) !== undefined,
    messagesOf: (threadIds) => memory.inThread(threadIds).map((kept) => kept.message.ids),
    // Outlook asks the server only when its time for "Undo" has passed: what was taken back was never asked for.
    tookBack: () => [],
  };
}

const isInvitation = (label: string) => /^IPM\.Schedule\.Meeting/i.test(label);

/** What the calendar reads, on the same page. */
function isCalendars(endpoint: string): boolean {
  return /^(?:GetCalendar|GetReminders|(?:Create|Update|Send)Calendar|Cancel|Respond|.*Meeting)/.test(
    endpoint,
  );
}

/** A conversation's nodes have the Message-ID beside the items, and the conversation its id above them. */
function nodesOf(answer: unknown): Map<unknown, { messageId: string; conversationId: string }> {
  const found = new Map<unknown, { messageId: string; conversationId: string }>();
  const responses = listField(field(answer, 'Body') ?? answer, 'ResponseMessages', 'Items').slice(0, 200);
  for (const response of responses) {
    const conversation = field(response, 'Conversation');
    const conversationId = textField(conversation, 'ConversationId', 'Id');
    for (const node of listField(conversation, 'ConversationNodes').slice(0, 2000)) {
      const messageId = textField(node, 'InternetMessageId');
      for (const item of listField(node, 'Items').slice(0, 20))
        found.set(item, { messageId, conversationId });
    }
  }
  return found;
}
