import { parse } from 'tldts';
import { countryOf, type FoundNumber, phoneNumbersOf } from '@/utils/understand/signature/phone-numbers';

export type TokenKind = 'word' | 'mark' | 'phone' | 'email' | 'url' | 'picture';

export interface Token {
  kind: TokenKind;
  text: string;
  line: number;
  start: number;
  end: number;
  /** Only of phones. */
  number?: FoundNumber;
}

export interface Block {
  lines: string[];
  /** Tokens in order; those of one line follow each other. */
  tokens: Token[];
}

const MAX_LINES = 60;
const MAX_LINE = 400;

/** "> ", "* " and boxes drawn around a signature; what stands within is the signature. */
function undecorated(line: string): string {
  let text = line
    .slice(0, MAX_LINE * 2)
    .replace(/[\u00A0\u2007\u202F]/g, ' ')
    .replace(/\t/g, '    ')
    .trim();
  text = text.replace(/^(?:[>|*•·▪◦]\s{0,4}){1,6}/, '');
  let end = text.length;
  while (end > 0 && '*|_ '.includes(text.charAt(end - 1))) end--;
  text = text.slice(0, end);
  return text.slice(0, MAX_LINE);
}

const addresses = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/gu;
const links = /(?:https?:\/\/|www\.)[^\s<>"|\]]{2,300}/gi;
const bareHosts =
  /(?<![\p{L}\p{N}@._-])[\p{L}\p{N}][\p{L}\p{N}-]{0,62}(?:\.[\p{L}\p{N}-]{1,62}){1,4}(?:\/[^\s<>"|\],]{0,200})?/gu;
const pictures =
  /<?\[?(?:cid:[^\s>\]]{1,120}|image\d{1,4}\.(?:png|jpe?g|gif))[>\]]?|<<[^<>]{1,80}>>|\[(?:image|logo|cid)[^\]]{0,80}\]/gi;

/** Whether dotted text is a host: its end is one that exists (also .example and .test), not "S.L." or "v1.2". */
function isHost(text: string): boolean {
  const host = text.split('/')[0] ?? '';
  if (!/\p{L}{2}$/u.test(host) || /^\d+(\.\d+)*$/.test(host)) return false;
  if (/\.(example|test)$/i.test(host)) return true;
  if (/\.(doc|docx|xls|pdf|html?|png|jpg|py|sh|md|pl)$/i.test(host)) return false;
  const labels = host.split('.');
  const parsed = parse(host, { allowPrivateDomains: false });
  if (parsed.isIcann !== true || parsed.domain === null) return false;
  // "M.Sc" and "e.V": initials are no host.
  return (labels.at(-2) ?? '').length > 1 && host.length > 4 && !/^\p{Lu}\p{Ll}+\.\p{Lu}\p{Ll}+$/u.test(host);
}

function matches(line: string, expression: RegExp, kind: TokenKind, taken: Token[], at: number): void {
  for (const found of line.matchAll(expression)) {
    const start = found.index;
    let text = found[0].replace(/[.,;:!?)>*'’”\]_-]+$/, '');
    if (text.length > 300) text = text.slice(0, 300);
    const end = start + text.length;
    if (text === '' || taken.some((token) => start < token.end && end > token.start)) continue;
    if (expression === bareHosts && !isHost(text)) continue;
    taken.push({ kind, text, line: at, start, end });
  }
}

/** A signature's lines and what stands in them: addresses, links, numbers, words and marks. Linear in the text. */
export function blockOf(text: string): Block {
  const lines = text
    .slice(0, MAX_LINES * MAX_LINE)
    .split(/\r\n|\r|\n/)
    .map(undecorated)
    .filter((line) => line !== '')
    .slice(0, MAX_LINES);
  const special: Token[][] = lines.map((line, at) => {
    const taken: Token[] = [];
    matches(line, pictures, 'picture', taken, at);
    matches(line, addresses, 'email', taken, at);
    matches(line, links, 'url', taken, at);
    matches(line, bareHosts, 'url', taken, at);
    return taken;
  });
  const hosts = special
    .flat()
    .filter((token) => token.kind === 'email' || token.kind === 'url')
    .map((token) => hostOf(token.text));
  const country = countryOf(hosts);
  const tokens: Token[] = [];
  lines.forEach((line, at) => {
    const taken = special[at] ?? [];
    const numbers = phoneNumbersOf(
      line,
      taken.map((token) => [token.start, token.end] as const),
      country,
      lines[at - 1],
    );
    for (const number of numbers) {
      taken.push({
        kind: 'phone',
        text: number.text,
        line: at,
        start: number.start,
        end: number.end,
        number,
      });
    }
    taken.sort((a, b) => a.start - b.start);
    let from = 0;
    for (const token of taken) {
      tokens.push(...wordsOf(line, from, token.start, at), token);
      from = token.end;
    }
    tokens.push(...wordsOf(line, from, line.length, at));
  });
  return { lines, tokens };
}

/** The host of an address or a link, in lower case. */
export function hostOf(text: string): string {
  return (
    (text.split('@').at(-1) ?? '')
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/^www\./, '')
      .split(/[/:?#]/)[0] ?? ''
  );
}

const pieces = /[\p{L}\p{M}\p{N}]+(?:[’'.&-][\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}]/gu;

function wordsOf(line: string, from: number, to: number, at: number): Token[] {
  const tokens: Token[] = [];
  for (const found of line.slice(from, to).matchAll(pieces)) {
    const start = from + found.index;
    let text = found[0];
    const letters = /^[\p{L}\p{M}\p{N}]/u.test(text);
    // "Dr.", "Inc.", "S.L.": the dot is part of the word.
    if (letters && text.length <= 5 && line.charAt(start + text.length) === '.') text += '.';
    const previous = tokens.at(-1);
    if (text === '.' && previous?.end === start + 1) continue;
    tokens.push({ kind: letters ? 'word' : 'mark', text, line: at, start, end: start + text.length });
  }
  return tokens;
}
