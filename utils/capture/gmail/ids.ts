/*
 * Gmail's four kinds of names for a message or thread:
 *   msg-f:1878029276965107881   received; in hexadecimal it is the legacy id 1a1019ad5b49f8a9
 *   msg-a:r-414184523264894368  made by the page when sending; no relation to the legacy id
 *   1a1019ad5b49f8a9            legacy id: milliseconds since 1970, shifted left by 20
 *   <CAGx7AOS@mail.example>     Message-ID
 */

const OLDEST = Date.UTC(2003, 0, 1);
const NEWEST = Date.UTC(2100, 0, 1);

/** The time in a legacy id, milliseconds since 1970, or null where it is no plausible one. */
export function timeOf(hex: string): number | null {
  if (!/^[0-9a-f]{10,16}$/.test(hex)) return null;
  const time = Number(BigInt(`0x${hex}`) >> 20n);
  return time > OLDEST && time < NEWEST ? time : null;
}

/** A legacy id as it stands in a page or an answer (hexadecimal), lower-cased, or null. */
export function legacyId(raw: unknown): string | null {
  if (typeof raw !== 'string') return null;
  const hex = raw.trim().replace(/^#/, '').toLowerCase();
  return timeOf(hex) === null ? null : hex;
}

/** The legacy id that `msg-f:` or `thread-f:` ids are made of. */
export function legacyOf(id: string): string | null {
  // Each id is asked for two or three times in a row.
  if (id !== lastAsked) [lastAsked, lastLegacy] = [id, readLegacy(id)];
  return lastLegacy;
}

let lastAsked = '';
let lastLegacy: string | null = null;

function readLegacy(id: string): string | null {
  const decimal = /^(?:msg|thread)-f:(\d{10,20})$/.exec(id)?.[1];
  return decimal === undefined ? null : legacyId(BigInt(decimal).toString(16));
}

/** `msg-f:…` or `msg-a:…` without `#`; null for anything else, and for a `msg-f:` that holds no plausible time. */
export function messageId(raw: unknown): string | null {
  return ownId(raw, 'msg');
}

/** `thread-f:…` or `thread-a:…` without `#` and without `|msg-…`; null for "undefined" and anything else. */
export function threadId(raw: unknown): string | null {
  return ownId(raw, 'thread');
}

function ownId(raw: unknown, kind: 'msg' | 'thread'): string | null {
  if (typeof raw !== 'string' || raw.length > 200) return null;
  const id = (raw.trim().replace(/^#/, '').split('|', 1)[0] ?? '').trim();
  if (!/^(?:msg|thread)-(?:f:\d{1,20}|a:[\w:-]{1,60})$/.test(id) || !id.startsWith(`${kind}-`)) return null;
  return id.startsWith(`${kind}-f:`) && legacyOf(id) === null ? null : id;
}

/** A Message-ID with its angle brackets, or null. */
export function rfcId(raw: unknown): string | null {
  return typeof raw === 'string' && /^<[^<>\s]{3,900}>$/.test(raw) ? raw : null;
}

/**
 * A message's or thread's names, each once, and the legacy id that a `-f:` id implies. Where a `-f:` id and the legacy
 * id contradict each other, the legacy id counts: the page's ids have been placeholders.
 */
export function allIds(main: string | null, legacy: string | null, rfc: string | null = null): string[] {
  const implied = main === null ? null : legacyOf(main);
  const kept = implied !== null && legacy !== null && implied !== legacy ? null : main;
  const ids = [kept, legacy ?? implied, rfc].filter((id) => id !== null);
  return [...new Set(ids)];
}

/** The time that a message's own ids carry, or null. */
export function timeFromIds(ids: readonly string[]): number | null {
  for (const id of ids) {
    const time = timeOf(id);
    if (time !== null) return time;
  }
  return null;
}

/** The ids in a `jslog` attribute: `…; 1:<base64 of ["#thread-f:…"]>; 4:<base64 of ["#msg-f:…"]>`. */
export function idsFromLog(jslog: string): { thread: string | null; message: string | null } {
  const found: { thread: string | null; message: string | null } = { thread: null, message: null };
  for (const part of jslog.slice(0, 2000).split(';')) {
    const code = /^\s*[14]:([\w+/=.-]{8,400})\s*$/.exec(part)?.[1];
    if (code === undefined) continue;
    const text = decode(code);
    const id = /#?((?:msg|thread)-[af]:[\w:|-]{1,80})/.exec(text)?.[1];
    found.thread ??= threadId(id);
    found.message ??= messageId(id);
  }
  return found;
}

function decode(code: string): string {
  try {
    return atob(code.replace(/\.+$/, '').replace(/-/g, '+').replace(/_/g, '/'));
  } catch {
    return '';
  }
}
