const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether this is an id of Twenty's making, or one that it takes. */
export function isUuid(text: string | undefined): text is string {
  return text !== undefined && UUID.test(text);
}

/**
 * The id of a record that stands for `name`: the same on every machine, so that a second insert fails. Shaped as a
 * UUID of version 8 (RFC 9562 5.8, "custom"): the first 122 bits of a SHA-256.
 */
export async function uuidOf(...name: string[]): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(['sidelog twenty', ...name]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  const hex = [...digest.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant.toString(16)}${hex.slice(18, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-');
}
