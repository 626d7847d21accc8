const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ours; never change it: the ids of everything that was ever logged hang on it. */
const NAMESPACE = '5b2d1c7e9f304a6db8e1c3f4a5d69708';

/** Whether this is an id of Twenty's making, or one that it takes. */
export function isUuid(text: string | undefined): text is string {
  return text !== undefined && UUID.test(text);
}

/**
 * The id of a record that stands for `name`: the same on every machine, so that a second insert fails. UUIDv5 (RFC 9562
 * 5.5): Twenty takes no version 8 (tried on 2025-09's).
 */
export async function uuidOf(...name: string[]): Promise<string> {
  const space = NAMESPACE.match(/../g)?.map((byte) => Number.parseInt(byte, 16)) ?? [];
  const text = new TextEncoder().encode(JSON.stringify(name));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', new Uint8Array([...space, ...text])));
  const hex = [...digest.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `${variant.toString(16)}${hex.slice(18, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-');
}
