/*
 * Between EspoCRM's values and ours.
 */

/** `2026-11-21 18:41:39` (UTC) as an instant. */
export function fromStamp(stamp: string): number {
  return Date.parse(`${stamp.slice(0, 19).replace(' ', 'T')}Z`);
}

/** An instant as EspoCRM wants it: UTC without saying so, seconds. */
export function toStamp(instant: number): string {
  return new Date(instant).toISOString().slice(0, 19).replace('T', ' ');
}

export function textOf(value: string | null | undefined): string {
  return typeof value === 'string' ? value.trim() : '';
}

/** A record's id, or undefined where the text is none: ids become parts of paths and of mail headers. */
export function idOf(text: string | undefined | null): string | undefined {
  return typeof text === 'string' && /^[A-Za-z0-9][A-Za-z0-9-]{0,35}$/.test(text) ? text : undefined;
}

/** EspoCRM refuses `<`, `>` and `=` in names (`$noBadCharacters`). Their wide forms say the same to a reader. */
const WIDE: Record<string, string> = { '<': '＜', '>': '＞', '=': '＝' };

/** A title as EspoCRM takes it: at most 249 units, one line. */
export function toTitle(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const short = line.length > 249 ? `${line.slice(0, 248).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
  return short.replaceAll(/[<>=]/g, (sign) => WIDE[sign] ?? sign);
}

/** The title as it was meant. */
export function fromTitle(text: string): string {
  return text.replaceAll('＜', '<').replaceAll('＞', '>').replaceAll('＝', '=');
}

/** An address that may stand in a header: nothing in it can end the header or begin another address. */
export function isPlainAddress(address: string): boolean {
  return address.length <= 250 && /^[^\s<>()[\]\\,;:"@]+@[a-z0-9.-]+$/i.test(address);
}

/** UTF-8 as base64. */
export function toBase64(text: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/**
 * Values that become parameters of one address each, in portions: servers take addresses of about 8,000 characters.
 * `each`: what stands around a value.
 */
export function portions(values: string[], each: number): string[][] {
  const all: string[][] = [];
  let left = 0;
  for (const value of values) {
    const size = each + encodeURIComponent(value).length;
    if (all.length === 0 || size > left) {
      all.push([]);
      left = 6000;
    }
    all.at(-1)?.push(value);
    left -= size;
  }
  return all;
}
