import { headOf } from '@/utils/capture/gmail/heads';
import { fromWire } from '@/utils/capture/gmail/join';
import { type Parsed, parseWire } from '@/utils/capture/gmail/json';
import { type KeptMessage, openWireMemory } from '@/utils/capture/gmail/wire-memory';
import { mayMatter, readOperations, readSent } from '@/utils/capture/gmail/wire-sends';
import { readAnswer } from '@/utils/capture/gmail/wire-threads';
import type { Page, Wire, WireNews } from '@/utils/capture/page-adapter';
import type { TapEvent } from '@/utils/capture/tap/tap-event';

export interface GmailWire extends Wire {
  find(ids: readonly string[]): KeptMessage | undefined;
}

/** A mail that was sent a moment ago: Gmail lets it be taken back for at most 30 seconds; a minute is kept. */
interface RecentSend {
  ids: string[];
  order: number;
  startedAt: number;
}

const UNDO_WINDOW = 60_000;

export function openGmailWire(): GmailWire {
  const memory = openWireMemory();
  const recent = new Map<string, RecentSend>();
  let clickedAt = Number.NEGATIVE_INFINITY;

  function* readSends(event: TapEvent, answer: unknown, page: Page, news: WireNews): Generator<void> {
    if (!mayMatter(event.request, recent.keys())) return;
    const request = yield* parseWire(event.request);
    if (!request.ok) {
      news.drift.push(notParsed('s-request', request, event.request));
      return;
    }
    const operations = readOperations(request.value);
    if (!(operations instanceof Map)) {
      news.drift.push(operations);
      return;
    }
    for (const operation of operations.values()) {
      const before = recent.get(operation.id);
      if (operation.kind !== 'send') {
        // A draft saved before sending can be answered after it: only what was asked later takes a mail back.
        if (operation.kind === 'draft' && before && before.order < event.order) {
          recent.delete(operation.id);
          news.undone.push(before.ids);
        }
        continue;
      }
      const sent = readSent(operation, answer);
      if (sent === null) continue;
      if ('step' in sent) {
        news.drift.push(sent);
        continue;
      }
      // "Undo" was clicked while the answer was under way.
      if (event.startedAt <= clickedAt && clickedAt - event.startedAt < UNDO_WINDOW) continue;
      const { id, threadIds, message } = sent;
      recent.delete(id);
      recent.set(id, { ids: message.ids, order: event.order, startedAt: event.startedAt });
      for (const oldest of recent.keys()) if (recent.size > 50) recent.delete(oldest);
      if (message.from) news.own.push(message.from.address);
      yield* memory.keep({ threadIds, subject: message.subject, messages: [message], others: [] });
      const kept = memory.find(message.ids);
      if (kept) news.sends.push(fromWire(page, kept, { sent: true }));
      yield;
    }
  }

  return {
    *read(event, page) {
      const news: WireNews = { sends: [], meetings: [], undone: [], heads: [], own: [], drift: [] };
      if (event.status < 200 || event.status >= 300) return news;
      if (event.note !== '') {
        news.drift.push({ ok: false, step: `${event.endpoint}-${event.note}`, shape: '' });
        return news;
      }
      if (event.response === '') return news;
      const parsed = yield* parseWire(event.response);
      if (!parsed.ok) {
        // The page keeps settings of its own beside the threads.
        if (event.endpoint === 'embedded' && parsed.why === 'not-fields') return news;
        news.drift.push(notParsed(event.endpoint, parsed, event.response));
        return news;
      }
      const value = event.endpoint === 'embedded' ? yield* unfold(parsed.value) : parsed.value;
      if (event.endpoint === 's') yield* readSends(event, value, page, news);
      const answer = yield* readAnswer(event.endpoint, value);
      news.drift.push(...answer.drift);
      news.own.push(...answer.accounts);
      for (const thread of answer.threads) {
        for (const { owner } of thread.messages) if (owner) news.own.push(owner.address);
        yield* memory.keep(thread);
        const head = headOf(thread, page);
        if (head) news.heads.push(head);
        yield;
      }
      news.own = [...new Set(news.own)];
      return news;
    },
    find: (ids) => memory.find(ids),
    knows: (ids) => memory.find(ids) !== undefined,
    messagesOf(threadIds) {
      const messages = memory.threadOf(threadIds)?.messages.values() ?? [];
      return [...messages]
        .filter((kept) => !kept.message.labels.includes('^r'))
        .map((kept) => kept.message.ids);
    },
    tookBack(at) {
      clickedAt = at;
      const last = [...recent].at(-1);
      if (!last || last[1].startedAt > at || at - last[1].startedAt > UNDO_WINDOW) return [];
      recent.delete(last[0]);
      return [last[1].ids];
    },
  };
}

/** What Gmail writes into its page holds more JSON in strings. */
function* unfold(root: unknown): Generator<void, unknown[]> {
  const found: unknown[] = [root];
  const stack: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  for (let count = 0; count < 20_000; count += 1) {
    const next = stack.pop();
    if (!next) break;
    const { value, depth } = next;
    if (typeof value === 'string' && value.length > 40 && (value.startsWith('[') || value.startsWith('{'))) {
      yield;
      const parsed = yield* parseWire(value);
      if (parsed.ok) found.push(parsed.value);
    } else if (Array.isArray(value) && depth < 4) {
      for (const item of value) stack.push({ value: item, depth: depth + 1 });
    }
  }
  return found;
}

function notParsed(name: string, parsed: Parsed, text: string): { ok: false; step: string; shape: string } {
  return { ok: false, step: `${name}-${parsed.ok ? '' : parsed.why}`, shape: `(${text.length} characters)` };
}
