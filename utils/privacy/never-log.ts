import type { Person } from '@/utils/model/captured';
import type { NeverLog } from '@/utils/model/settings';
import { inDomains, normalDomain } from '@/utils/privacy/own-side';
import { domainOf, withoutTag } from '@/utils/understand/address';

/*
 * The rep's never-log list. Bundled into the mail page: no libraries, no zod.
 * The list is the rep's secret: nothing here says which entry matched.
 */

/** Letters and digits of scripts that put spaces between words; Han, kana and Thai do not, so a word may stand anywhere there. */
const letter = /[\p{L}\p{N}_]/u;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function comparable(value: string): string {
  return value.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function isWordChar(char: string | undefined): boolean {
  return char !== undefined && letter.test(char) && !unspaced.test(char);
}

/** The code point that ends just before `index`, or begins at it: surrogate pairs are one character. */
function before(text: string, index: number): string | undefined {
  const unit = text.charCodeAt(index - 1);
  return index <= 0
    ? undefined
    : text.slice(index - (unit >= 0xdc00 && unit <= 0xdfff && index > 1 ? 2 : 1), index);
}
function after(text: string, index: number): string | undefined {
  const point = text.codePointAt(index);
  return point === undefined ? undefined : String.fromCodePoint(point);
}

/** Whether `word` stands in `text` as a whole word. Both are already `comparable`. */
function hasWord(text: string, word: string): boolean {
  const opens = isWordChar(after(word, 0));
  const closes = isWordChar(before(word, word.length));
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const free = !(opens && isWordChar(before(text, at)));
    if (free && !(closes && isWordChar(after(text, at + word.length)))) return true;
  }
  return false;
}

/** Whether one of these people is on the list by address (plus-tags ignored). */
export function neverLogsAddress(people: readonly Person[], neverLog: NeverLog): boolean {
  if (neverLog.addresses.length === 0) return false;
  const addresses = new Set(neverLog.addresses.map(withoutTag));
  return people.some((person) => addresses.has(withoutTag(person.address)));
}

/** Whether one of these people is at a domain of the list, or below one. */
export function neverLogsDomain(people: readonly Person[], neverLog: NeverLog): boolean {
  if (neverLog.domains.length === 0) return false;
  const domains = new Set(neverLog.domains.map(normalDomain));
  domains.delete('');
  return people.some((person) => inDomains(domainOf(person.address), domains));
}

/** Whether one of the list's words stands in one of the texts: whole words, any case. */
export function neverLogsWord(texts: readonly string[], neverLog: NeverLog): boolean {
  const words = neverLog.words.map(comparable).filter((word) => word !== '');
  if (words.length === 0) return false;
  return texts.map(comparable).some((text) => words.some((word) => hasWord(text, word)));
}
