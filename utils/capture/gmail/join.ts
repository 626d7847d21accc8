import { cut } from '@/utils/capture/clean';
import { allIds, timeFromIds } from '@/utils/capture/gmail/ids';
import type { PageMessage } from '@/utils/capture/gmail/page-message';
import type { KeptMessage } from '@/utils/capture/gmail/wire-memory';
import { MAX_BODY } from '@/utils/capture/gmail/wire-message';
import type { CaptureResult, Page } from '@/utils/capture/page-adapter';

const EARLIEST = 631_152_000_000;
const LATEST = 4_102_444_800_000;

/** What the page adds to a message of the wire. `sent`: written from this mailbox, whatever its address. */
interface Beside {
  ids?: readonly string[];
  threadIds?: readonly string[];
  subject?: string;
  sent?: boolean;
}

/** A mail as the wire has it: content, exact time and ids; the page adds its ids and says where we are. */
export function fromWire(page: Page, kept: KeptMessage, beside: Beside = {}): CaptureResult {
  const { message, thread } = kept;
  const ids = unite(message.ids, beside.ids ?? []);
  const sentAt = message.at ?? timeFromIds(ids);
  if (message.from === null || message.malformed !== '') {
    return { ok: false, ids, reason: 'malformed', detail: message.malformed || 'sender' };
  }
  if (sentAt === null || sentAt < EARLIEST) return { ok: false, ids, reason: 'malformed', detail: 'date' };
  if (sentAt > LATEST) return { ok: false, ids, reason: 'future-date' };
  const threadIds = unite(thread.threadIds, beside.threadIds ?? []);
  const mine = beside.sent || message.labels.includes('^f') || page.own.has(message.from.address);
  return {
    ok: true,
    mail: {
      capture: {
        kind: 'email',
        via: 'wire',
        direction: mine ? 'sent' : 'received',
        from: message.from,
        to: message.to,
        cc: message.cc,
        bcc: message.bcc,
        subject: message.subject || thread.subject || beside.subject || '',
        sentAt,
        sentAtApproximate: false,
        attachments: message.attachments,
        body: {
          type: 'html',
          content: cut(new TextDecoder().decode(kept.body), MAX_BODY),
          clipped: message.clipped,
        },
        source: source(page, ids, threadIds, message.owner?.address),
      },
      labels: message.labels,
      draft: message.labels.includes('^r'),
      private: false,
    },
  };
}

/** A mail as the page alone shows it. Its time is the one in its own id: the date on the page is localised text. */
export function fromPage(page: Page, message: PageMessage): CaptureResult {
  const { ids, threadIds, from, to, subject, attachments, text, clipped } = message;
  const sentAt = timeFromIds(ids);
  if (sentAt === null) return { ok: false, later: true };
  return {
    ok: true,
    mail: {
      capture: {
        kind: 'email',
        via: 'page',
        direction: page.own.has(from.address) ? 'sent' : 'received',
        from,
        to,
        cc: [],
        bcc: [],
        subject,
        sentAt,
        sentAtApproximate: false,
        attachments,
        body: { type: 'text', content: text, clipped },
        source: source(page, ids, threadIds, undefined),
      },
      labels: [],
      draft: false,
      private: false,
    },
  };
}

function source(page: Page, ids: string[], threadIds: string[], owner: string | undefined) {
  return {
    site: 'gmail' as const,
    ids,
    threadId: threadIds[0] ?? ids[0] ?? '',
    threadIds,
    account: page.account ?? owner ?? null,
    url: page.location.href.slice(0, 2000),
  };
}

/** The ids of both, each once, the self-describing ones first. */
export function unite(first: readonly string[], second: readonly string[]): string[] {
  const all = [...new Set([...first, ...second])];
  const main = all.find((id) => /^(?:msg|thread)-/.test(id)) ?? null;
  return [...new Set([...(main ? allIds(main, null) : []), ...all])].slice(0, 10);
}
