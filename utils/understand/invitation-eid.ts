/*
 * Google Calendar's own names of events, as they stand in links of invitations:
 *   https://calendar.google.com/calendar/event?action=RESPOND&eid=N2szdi4uLiBhbm5hQGt1bmRlLmV4YW1wbGU&rst=1
 * `eid` is base64 without padding of "<event id> <calendar>", the calendar's domain shortened (`@m`, `@g`).
 */

/** Google's ids of what came from elsewhere: `_` and the UID in base32hex. */
const FOREIGN = /^_[0-9a-v]{8,1600}$/;
/** An occurrence is named by its series' id and its original start, in UTC, or its original day. */
const OCCURRENCE = /^(.{1,1000})_(\d{8}(?:T\d{6}Z)?)$/;

/** The events that links of this markup or text name, each once: Google's event ids. */
export function eventIdsIn(body: string): string[] {
  const found = new Set<string>();
  const links = /https:\/\/(?:www|calendar)\.google\.com\/[^\s"'<>]{0,300}[?&;]eid=([\w+/%-]{8,1200})/gi;
  let read = 0;
  for (const [, code] of body.slice(0, 1_000_000).matchAll(links)) {
    read += 1;
    if (read > 100) break;
    const id = eventIdOf(code ?? '');
    if (id) found.add(id);
  }
  return [...found].slice(0, 20);
}

/** Whether a link of this body lets its reader answer: only who was invited has it. */
export function asksForAnswer(body: string): boolean {
  return /action=RESPOND&(?:amp;)?eid=/i.test(body);
}

function eventIdOf(code: string): string | null {
  try {
    const bare = code.replace(/%3D/gi, '').replace(/%2B/gi, '+').replace(/%2F/gi, '/');
    const text = atob(bare.replace(/-/g, '+').replace(/_/g, '/'));
    return /^([\w-]{5,1000}) [\x21-\x7e]{1,320}$/.exec(text)?.[1] ?? null;
  } catch {
    return null;
  }
}

/** The iCalendar UID that an event id of Google stands for, and which occurrence of a series it names. */
export function uidOfEventId(
  eventId: string,
): { uid: string; original: { start: number } | { day: string } | undefined } | null {
  const parts = OCCURRENCE.exec(eventId);
  const id = parts?.[1] ?? eventId;
  if (!/^[\w-]{5,1000}$/.test(id)) return null;
  const foreign = FOREIGN.test(id) ? fromBase32Hex(id.slice(1)) : null;
  return { uid: foreign ?? `${id}@google.com`, original: originalOf(parts?.[2]) };
}

function originalOf(text: string | undefined): { start: number } | { day: string } | undefined {
  if (text === undefined) return undefined;
  if (text.length === 8) return { day: text };
  const start = utcInstant(text);
  return start === null ? undefined : { start };
}

/** `20261126T090000Z` in milliseconds; null for anything else. */
export function utcInstant(text: string): number | null {
  const parts = /^(\d{4})-?(\d\d)-?(\d\d)T(\d\d):?(\d\d):?(\d\d)(?:\.\d{1,3})?Z$/.exec(text.trim());
  if (!parts) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number);
  const at = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
  return Number.isFinite(at) ? at : null;
}

/** RFC 4648, 7, lower-cased and without padding; null where it is no readable text. */
function fromBase32Hex(code: string): string | null {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const char of code) {
    value = ((value << 5) | Number.parseInt(char, 32)) & 0xffff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((value >> bits) & 0xff);
    }
  }
  return bytes.every((byte) => byte >= 0x20 && byte < 0x7f) ? String.fromCharCode(...bytes) : null;
}
