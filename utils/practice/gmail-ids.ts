/*
 * Gmail's ids. A received message's number carries its time: number >> 20 is milliseconds since 1970, and its hex form
 * is the legacy id. Messages written in the browser have a number of their own without that relation.
 */

const numberAt = (at: number, serial: number) => (BigInt(at) << 20n) | BigInt(serial + 1);

/** 16 hex digits, e.g. `1a1019ad5b49f8a9`. */
export function legacyHex(at: number, serial: number): string {
  return numberAt(at, serial).toString(16);
}

/** `msg-f:1878…` for a received message, `msg-a:r…` for one written here. */
export function messageId(at: number, serial: number, written: boolean): string {
  return written ? `msg-a:r${at}${serial + 1}` : `msg-f:${numberAt(at, serial)}`;
}

/** `thread-f:1878…` */
export function threadId(at: number, serial: number): string {
  return `thread-f:${numberAt(at, serial)}`;
}

/** The attribute Gmail puts on buttons: message and thread, base64 of a JSON list. */
export function jslog(thread: string, message: string): string {
  return `20277; u014N:xr6bB; 1:${btoa(JSON.stringify([`#${thread}`]))}; 4:${btoa(JSON.stringify([`#${message}`]))}`;
}
