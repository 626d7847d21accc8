import { conversationIds, mailId, readExchangeId } from '@/utils/understand/exchange-id';

/** What the address of a mail page says to be open. */
export interface Where {
  /** Whether this is a page of mail: calendar and people are the same document. */
  mail: boolean;
  /** The folder's well-known name, e.g. `inbox`, `sentitems`, `junkemail`; empty elsewhere. */
  folder: string;
  /** Ids of the one message that the address names, in single view and pop-outs. */
  ids: string[];
  /** Ids of the conversation that it names. */
  threadIds: string[];
  /** As it stands there: some builds write ids in capitals, which cannot be read and only compared. */
  raw: string;
}

/**
 *   /mail/inbox/id/AAQkAGNk…                  a conversation, in the default view
 *   /mail/0/inbox/id/AQMkAGNk…                one message; `0` on the personal host
 *   /mail/shared@firma.example/inbox/rp/…     another mailbox, reading pane alone
 *   /mail/deeplink/read/AAMk…?ItemID=AAMk…    a pop-out
 *   /owa/?ItemID=AAMk…&viewmodel=ReadMessageItem
 */
export function whereIs(href: string): Where {
  const nothing = { mail: false, folder: '', ids: [], threadIds: [], raw: '' };
  if (!URL.canParse(href)) return nothing;
  const { pathname, searchParams } = new URL(href);
  const parts = pathname.split('/').slice(1);
  const isOld = parts[0] === 'owa';
  if (parts[0] !== 'mail' && !isOld) return nothing;
  if (isOld && (searchParams.get('path') ?? '').startsWith('/calendar')) return nothing;
  const at = parts.findIndex((part, i) => i > 0 && (part === 'id' || part === 'rp' || part === 'read'));
  const param = [...searchParams].find(([name]) => name.toLowerCase() === 'itemid')?.[1] ?? '';
  const raw = param || (at > 0 ? (parts[at + 1] ?? '') : '');
  const before = at > 0 ? (parts[at - 1] ?? '') : '';
  const folder = before === 'deeplink' ? '' : before.toLowerCase();
  const id = isCapitals(raw) ? null : readExchangeId(raw);
  const own = id?.kind === 'conversation' ? null : mailId(raw);
  return {
    mail: true,
    folder,
    ids: id !== null && own !== null && !looksLikeConversation(raw) ? [own] : [],
    threadIds: id?.kind === 'conversation' || (id && looksLikeConversation(raw)) ? conversationIds(raw) : [],
    raw,
  };
}

/** Base64 without a small letter in forty is no accident. */
function isCapitals(raw: string): boolean {
  return raw.length > 40 && raw === raw.toUpperCase();
}

/** Where an id cannot be decoded its first letters tell: `AAQk`, `AQQk`. */
function looksLikeConversation(raw: string): boolean {
  return /^A[AQ]Qk/.test(raw);
}
