/*
 * Exchange's ids: base64 of
 *   byte 0      0, or 1 where the rest is run-length encoded (so one item can be written `AAMk…` and `AQMk…`)
 *   byte 1      3 an item or a folder, 4 a conversation; others are immutable ids and the like
 *   u16 36, then the mailbox's GUID in ASCII; for a conversation then 00 10 00 and the thread's GUID (16 bytes)
 * [MS-OXWSITEMID]; checked against Microsoft's own trace of 2022. Exchange writes `+` and `/`, Graph `_` and `-`.
 * Bundled into the mail page: no libraries.
 */

/** Exchange's way of writing, whoever wrote it: no URL-encoding, `+` and `/`. */
export function exchangeForm(raw: string): string {
  let text = raw.trim().slice(0, 2000);
  if (text.includes('%')) {
    try {
      text = decodeURIComponent(text);
    } catch {
      return '';
    }
  }
  return text.replaceAll('-', '/').replaceAll('_', '+').replaceAll(' ', '+');
}

export interface ExchangeId {
  kind: 'item' | 'conversation' | 'other';
  /** The same for each way of writing it. */
  normal: string;
  /** The GUID of the mailbox that it belongs to, lower-cased. */
  mailbox: string | null;
  /** A conversation's own GUID, 32 hex digits: the one in the header `Thread-Index`, whoever's mailbox it is in. */
  thread: string | null;
}

/** What an id says of itself; one that is not as we know it keeps its text and says nothing. Null for none at all. */
export function readExchangeId(raw: string): ExchangeId | null {
  const written = exchangeForm(raw);
  if (!/^[\w+/=.:-]{6,1000}$/.test(written)) return null;
  const bytes = unpack(written);
  if (!bytes) return { kind: 'other', normal: written, mailbox: null, thread: null };
  const kind = bytes[1] === 3 ? 'item' : bytes[1] === 4 ? 'conversation' : 'other';
  const mailbox = ascii(bytes.subarray(4, 40)).toLowerCase();
  const known = bytes[2] === 36 && bytes[3] === 0 && /^[0-9a-f-]{36}$/.test(mailbox);
  const isThread = known && kind === 'conversation' && bytes.length === 59;
  return {
    kind: known ? kind : 'other',
    normal: known ? btoa(String.fromCharCode(...bytes)) : written,
    mailbox: known ? mailbox : null,
    thread: isThread ? hex(bytes.subarray(43, 59)) : null,
  };
}

/** Id of a mail as it stands in `source.ids`: `owa:` and the item's id, normalised. */
export function mailId(raw: string): string | null {
  const id = readExchangeId(raw);
  return id === null ? null : `owa:${id.normal}`.slice(0, 1000);
}

/**
 * Ids of a thread as they stand in `source.threadIds`: `thread-index:` and 32 hex digits (the same in every mailbox,
 * and in the header `Thread-Index`), then `owa:` and the conversation's id. Too long an id is left out.
 */
export function conversationIds(raw: string): string[] {
  const id = readExchangeId(raw);
  if (id === null) return [];
  const own = `owa:${id.normal}`;
  return [...(id.thread ? [`thread-index:${id.thread}`] : []), ...(own.length <= 200 ? [own] : [])];
}

/**
 * The thread's id in a header `Thread-Index` (Graph's `conversationIndex`; in a .msg the bytes themselves): bytes 6 to 21.
 * Null where it is none. [MS-OXOMSG] 2.2.1.3
 */
export function threadOfIndex(index: string | Uint8Array): string | null {
  const bytes = typeof index === 'string' ? fromBase64(index.trim().slice(0, 4000)) : index;
  return bytes && bytes.length >= 22 && bytes[0] === 1 ? `thread-index:${hex(bytes.subarray(6, 22))}` : null;
}

/** The bytes with their first one 0: what was run-length encoded written out. Null where it is no such id. */
function unpack(written: string): Uint8Array | null {
  const bytes = fromBase64(written);
  if (!bytes || bytes.length < 44 || (bytes[0] ?? 9) > 1) return null;
  if (bytes[0] === 0) return bytes;
  const out: number[] = [0];
  for (let i = 1; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    out.push(byte);
    if (bytes[i + 1] !== byte) continue;
    // Two of a kind are followed by how many more there are.
    const more = bytes[i + 2];
    if (more === undefined || out.length + more > 1000) return null;
    for (let n = 0; n <= more; n += 1) out.push(byte);
    i += 2;
  }
  return new Uint8Array(out);
}

function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));
  } catch {
    return null;
  }
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
