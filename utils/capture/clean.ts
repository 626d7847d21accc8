import type { Person } from '@/utils/model/captured';

/*
 * What people and attackers write into names, subjects and addresses, made fit to be shown and stored.
 */

/** Control and format characters (bidirectional ones among them) but the two joiners that scripts and emoji need. */
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const someUnseen = new RegExp(unseen.source, 'u');

/** Nothing in it to clean: most names, addresses and subjects. Spares them the slow expressions below. */
const plain = /^[\x20-\x7e]*$/;

/** One line of at most `max` units, control and bidirectional characters gone, no half surrogate at the end. */
export function cleanLine(raw: string, max: number): string {
  if (raw === '') return '';
  if (raw.length <= max && plain.test(raw)) return raw.trim();
  const line = raw
    .slice(0, max * 4)
    .replace(/[\t\n\r]/g, ' ')
    .replace(unseen, '')
    .trim();
  return cut(line, max);
}

/** The first `max` units, never half of a character beyond the BMP. */
export function cut(raw: string, max: number): string {
  if (raw.length <= max) return raw;
  const last = raw.charCodeAt(max - 1);
  return raw.slice(0, last >= 0xd800 && last < 0xdc00 ? max - 1 : max);
}

/**
 * An address, lower-cased and trimmed, or null where it is none. `"a@b"@kunde.example` is one (a quoted local part) and
 * its domain is `kunde.example`; with two `@` and no quotes it is none. What looks like two is never split.
 */
export function cleanAddress(raw: string): string | null {
  if (raw === '' || raw.length > 1000) return null;
  const address = raw.trim().toLowerCase();
  const split = address.lastIndexOf('@');
  if (split < 1 || address.length > 320 || (!plain.test(address) && someUnseen.test(address))) return null;
  const local = address.slice(0, split);
  const domain = address.slice(split + 1);
  if (!/^[^\s"'<>()[\]\\,;:@]+$/.test(domain) || domain.startsWith('.') || domain.endsWith('.')) return null;
  const unquoted = /^[^\s"<>()[\]\\,;:@]+$/.test(local);
  return unquoted || isQuoted(local) ? address : null;
}

function isQuoted(local: string): boolean {
  if (local.length < 3 || !local.startsWith('"') || !local.endsWith('"')) return false;
  for (let i = 1; i < local.length - 1; i += 1) {
    const unit = local[i];
    if (unit === '"') return false;
    if (unit === '\\') i += 1;
    if (i >= local.length - 1) return false;
  }
  return true;
}

/** The same few people stand on most messages of an answer: what was cleaned a moment ago is not cleaned again. */
const known = new Map<string, Person>();
const MAX_KNOWN = 200;

/** A person, or null where the address is none. A name that only repeats the address is left out. */
export function cleanPerson(address: string, name: unknown): Person | null {
  const key = `${address}\n${typeof name === 'string' ? name : ''}`;
  const before = known.get(key);
  if (before) return before;
  const person = makePerson(address, name);
  if (known.size >= MAX_KNOWN) known.clear();
  if (person && key.length < 600) known.set(key, person);
  return person;
}

function makePerson(address: string, name: unknown): Person | null {
  const clean = cleanAddress(address);
  if (clean === null) return null;
  const shown = typeof name === 'string' ? cleanLine(name, 200) : '';
  return shown === '' || shown.toLowerCase() === clean ? { address: clean } : { address: clean, name: shown };
}
