import { mailboxInUrl } from '@/utils/capture/outlook/own-account';
import type { PageMessage } from '@/utils/capture/outlook/page-message';
import { whereIs } from '@/utils/capture/outlook/where';
import type { KeptMessage } from '@/utils/capture/outlook/wire-memory';
import type { CaptureResult, Page } from '@/utils/capture/page-adapter';

const EARLIEST = 631_152_000_000;
const LATEST = 4_102_444_800_000;

/** What the page adds to a message of the wire. `sent`: written from this mailbox, whatever its address. */
interface Beside {
  ids?: readonly string[];
  threadIds?: readonly string[];
  subject?: string;
  sent?: boolean;
  /** Whether the message is open, so that the folder in the address is its folder. */
  open?: boolean;
}

/** A mail as the wire has it: content, exact time and ids. `account`: whose mailbox it lies in, where its id says. */
export function fromWire(
  page: Page,
  kept: KeptMessage,
  account: string | null,
  beside: Beside = {},
): CaptureResult {
  const { message } = kept;
  const ids = unite(message.ids, beside.ids, 20);
  if (message.malformed !== '') return { ok: false, ids, reason: 'malformed', detail: message.malformed };
  const { at, from, sender } = message;
  if (at === null || at < EARLIEST) return { ok: false, ids, reason: 'malformed', detail: 'date' };
  if (at > LATEST) return { ok: false, ids, reason: 'future-date' };
  const mine =
    beside.sent ||
    page.own.has(from.address) ||
    from.address === account ||
    (sender !== null && page.own.has(sender.address));
  return {
    ok: true,
    mail: {
      capture: {
        kind: 'email',
        via: 'wire',
        direction: mine ? 'sent' : 'received',
        from,
        to: message.to,
        cc: message.cc,
        bcc: message.bcc,
        ...(message.unnamed.length > 0 ? { unnamed: message.unnamed } : {}),
        subject: message.subject || beside.subject || '',
        sentAt: at,
        sentAtApproximate: !message.sure,
        attachments: message.attachments,
        body: { type: kept.type, content: new TextDecoder().decode(kept.body), clipped: kept.clipped },
        source: source(page, ids, unite(message.threadIds, beside.threadIds, 10), account),
      },
      labels: [...message.labels, ...(beside.open ? folderOf(page) : [])],
      draft: message.draft,
      private: message.private,
    },
  };
}

/** A mail as the page alone shows it. */
export function fromPage(
  page: Page,
  seen: { ids: string[]; threadIds: string[]; subject: string },
  message: PageMessage,
): CaptureResult {
  const { from, to, cc, bcc, unnamed, sentAt, attachments, text, clipped } = message;
  return {
    ok: true,
    mail: {
      capture: {
        kind: 'email',
        via: 'page',
        direction: message.mine ? 'sent' : 'received',
        from,
        to,
        cc,
        bcc,
        ...(unnamed.length > 0 ? { unnamed } : {}),
        subject: seen.subject,
        sentAt,
        sentAtApproximate: message.approximate,
        attachments,
        body: { type: 'text', content: text, clipped },
        source: source(page, seen.ids, seen.threadIds, mailboxInUrl(page.location.href) ?? page.account),
      },
      labels: folderOf(page),
      draft: false,
      private: false,
    },
  };
}

/** The open folder, by its well-known name: junk and deleted mail is no correspondence. */
function folderOf(page: Page): string[] {
  const { folder } = whereIs(page.location.href);
  return folder === '' ? [] : [folder];
}

function source(page: Page, ids: string[], threadIds: string[], account: string | null) {
  return {
    site: 'outlook' as const,
    ids,
    threadId: threadIds[0] ?? (ids[0] ?? '').slice(0, 200),
    threadIds,
    account,
    url: page.location.href.slice(0, 2000),
  };
}

function unite(first: readonly string[], second: readonly string[] = [], max: number): string[] {
  return [...new Set([...first, ...second])].slice(0, max);
}
