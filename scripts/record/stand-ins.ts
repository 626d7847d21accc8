/*
 * Stable stand-ins for whatever a person or a mailbox could be recognised by. The same input gives the same stand-in in
 * all of one recording, so that page and wire still fit each other. Pure; nothing is drawn from the input's letters but
 * length and case.
 *
 * What stays as it is: times (without them no case would hold), punctuation, words of one or two letters in another
 * guise, and tokens that the caller allows.
 */

import {
  exchangeName,
  exchangeStandIn,
  isExchangeId,
  isMeetingUid,
  meetingUidStandIn,
} from './exchange-ids.ts';

export interface StandIns {
  /** Prose: words, numbers, addresses and links in it, each by its stand-in. `keep`: words that may stay. */
  text(text: string, keep?: (word: string) => boolean): string;
  /** A name that a machine made: hex, base64, `msg-f:123`. Letters stay letters, digits digits. */
  token(text: string, keep?: (word: string) => boolean): string;
}

const consonants = 'bdfgklmnprstvz';
const vowels = 'aeiou';

/** Counts that repeat: the nth of a series by its seed, 0 ≤ n < 2³². */
function series(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    // The lower bits of such a series repeat soon.
    return (state ^ (state >>> 13)) >>> 0;
  };
}

const wordRun = /[\p{L}\p{M}]+/gu;
const nothing = () => false;

/** One of: an address, a link, a time, a Gmail-like long number, a word, a number, a letter-like symbol. */
const parts = new RegExp(
  [
    String.raw`(?<address>[^\s<>"'()[\]{},;:@\\]{1,64}@[\p{L}\p{N}.-]{1,255})`,
    String.raw`(?<link>\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>"']{1,2000}|\bwww\.[^\s<>"']{1,500})`,
    String.raw`(?<iso>\b(?:19|20)\d\d-[01]\d-[0-3]\d(?:T[0-2]\d:[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?\b)`,
    String.raw`(?<clock>(?<![\d:.])[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?![\d:]))`,
    String.raw`(?<date>(?<![\d./-])(?:[0-3]?\d[./-][0-3]?\d[./-](?:19|20)\d\d|(?:19|20)\d\d[./-][0-3]?\d[./-][0-3]?\d)(?![\d./-]))`,
    String.raw`(?<word>[\p{L}\p{M}]+)`,
    String.raw`(?<number>\p{N}+)`,
    String.raw`(?<other>[^\s\p{P}\p{L}\p{M}\p{N}=+|~$^<>${'`'}])`,
  ].join('|'),
  'gu',
);

/** All that is to be recorded, in one list: what it says nowhere comes out as a stand-in by chance. */
export function createStandIns(everything: readonly string[], seed = 1): StandIns {
  const taken = new Set<string>();
  for (const text of everything) for (const [word] of text.matchAll(wordRun)) taken.add(word.toLowerCase());
  const made = new Map<string, string>();
  const next = series(Math.imul(seed, 2654435761) + 97);

  const once = (kind: string, of: string, make: () => string): string => {
    const key = `${kind} ${of}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make();
    made.set(key, fresh);
    return fresh;
  };
  const letters = (length: number): string => {
    let text = '';
    for (let i = 0; i < length; i += 1) {
      const from = i % 2 === 0 ? consonants : vowels;
      text += from[next() % from.length] ?? 'x';
    }
    return text;
  };
  /** As long, and no word of the input; one or two letters say nothing. */
  const freshWord = (length: number): string => {
    for (let tries = 0; tries < 200; tries += 1) {
      const text = letters(Math.min(length, 40));
      if (length < 3 || !taken.has(text)) {
        taken.add(text);
        return text;
      }
    }
    // Every word of this length is in the input: a longer one is not.
    return freshWord(length + 1);
  };
  const word = (text: string): string => {
    const lower = once('word', text.toLowerCase(), () => freshWord([...text].length));
    if (text === text.toUpperCase() && text !== text.toLowerCase())
      return text.length > 1 ? lower.toUpperCase() : capital(lower);
    return capital(text) === text && text !== text.toLowerCase() ? capital(lower) : lower;
  };
  const digits = (text: string): string =>
    once('number', text, () =>
      [...text].map((_, i) => String(i === 0 ? 1 + (next() % 9) : next() % 10)).join(''),
    );
  /** Gmail's: the upper bits are a time, the same number stands elsewhere in hex. */
  const long = (value: bigint): bigint =>
    BigInt(once('long', String(value), () => String(((value >> 20n) << 20n) + BigInt(next() % 1_048_576))));
  const domain = (text: string): string =>
    once('domain', text.toLowerCase(), () => `${freshWord(7)}.example`);
  const address = (text: string): string =>
    once('address', text.toLowerCase(), () => {
      const host = text.slice(text.lastIndexOf('@') + 1);
      return `${freshWord(6)}@${domain(host)}`;
    });
  const number = (text: string): string => {
    if (isInstant(text)) return text;
    return /^[1-9]\d{17,19}$/.test(text) ? String(long(BigInt(text))) : digits(text);
  };
  const text = (whole: string, keep: (word: string) => boolean = nothing): string =>
    whole.replace(parts, (all: string, ...rest: unknown[]) => {
      const groups = Object(rest.at(-1));
      const found = Object.keys(groups).find((name) => groups[name] !== undefined);
      switch (found) {
        case 'address':
          return address(all);
        case 'link':
          return once('link', all, () => `https://${freshWord(6)}.example/${freshWord(5)}`);
        case 'word':
          return keep(all) ? all : word(all);
        case 'number':
          return isOfDate(all, whole, Number(rest.at(-3)), keep) ? all : number(all);
        case 'other':
          return '·';
        default:
          return all;
      }
    });

  const token = (whole: string, keep: (word: string) => boolean = nothing): string => {
    if (/^[0-9a-f]{15,17}$/.test(whole) && /[a-f]/.test(whole))
      return long(BigInt(`0x${whole}`)).toString(16);
    if (isExchangeId(whole))
      return (
        once('exchange', exchangeName(whole), () => exchangeStandIn(whole, anyHex)).replace(/=+$/, '') +
        padOf(whole)
      );
    if (isMeetingUid(whole))
      return once('uid', whole, () => meetingUidStandIn(whole, anyHex, (uid) => token(uid, keep)));
    const decoded = fromBase64(whole);
    if (decoded !== null)
      return Buffer.from(text(decoded, keep)).toString('base64').replace(/=+$/, '') + padOf(whole);
    if (whole.length >= 20 && /^[\w+/=-]+$/.test(whole) && /\d/.test(whole) && /[A-Za-z]/.test(whole))
      return whole.slice(0, 4) + once('token', whole, () => scramble(whole.slice(4)));
    return text(whole, keep);
  };
  /** The same hex digits come out the same wherever they stand: a mailbox's and a thread's stand in many ids. */
  const anyHex = (text: string): string =>
    once('hex', text.toLowerCase(), () =>
      text.toLowerCase().replace(/[0-9a-f]/g, () => '0123456789abcdef'.charAt(next() % 16)),
    );
  const scramble = (text: string): string =>
    text
      .replace(/[a-z]/g, () => String.fromCharCode(97 + (next() % 26)))
      .replace(/[A-Z]/g, () => String.fromCharCode(65 + (next() % 26)))
      .replace(/\d/g, () => String(next() % 10));

  return { text, token };
}

/** Next to a date's own word: `September 16, 2026`, `21. Sept.` Times stay. */
function isOfDate(number: string, whole: string, at: number, keep: (word: string) => boolean): boolean {
  const value = Number(number);
  const isDay = number.length <= 2 && value >= 1 && value <= 31;
  if (!isDay && !(number.length === 4 && value >= 1990 && value <= 2100)) return false;
  const before = /([\p{L}\p{M}]{3,})[.,]?\s*(?:\d{1,2}[.,]?\s*)?$/u.exec(
    whole.slice(Math.max(0, at - 40), at),
  )?.[1];
  const after = /^[.,]?\s*([\p{L}\p{M}]{3,})/u.exec(
    whole.slice(at + number.length, at + number.length + 40),
  )?.[1];
  return (before !== undefined && keep(before)) || (after !== undefined && keep(after));
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const padOf = (text: string): string => /=*$/.exec(text)?.[0] ?? '';

/** Milliseconds or microseconds since 1970, between 2010 and 2040. */
function isInstant(text: string): boolean {
  if (text.length !== 13 && text.length !== 16) return false;
  const at = Number(text.slice(0, 13));
  return at > Date.UTC(2010) && at < Date.UTC(2040);
}

/** What base64 of readable text says; null where it is none. */
function fromBase64(text: string): string | null {
  if (text.length < 12 || text.length > 20_000 || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return null;
  const plain = Buffer.from(text, 'base64').toString('utf8');
  return /^[\x20-\x7e]{8,}$/.test(plain) ? plain : null;
}
