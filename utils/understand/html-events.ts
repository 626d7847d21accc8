import { decodeEntities } from '@/utils/understand/html-entities';

/** HTML longer than this is read up to here: a mail's body is at most 400,000 characters on its way to the worker. */
const MAX_HTML = 1_000_000;
const MAX_ATTRIBUTE = 1000;

/** The attributes anybody here asks for; others are skipped. */
const wanted = new Set([
  'class',
  'id',
  'style',
  'type',
  'name',
  'alt',
  'hidden',
  'color',
  'data-emoji',
  'data-smartmail',
  'data-marker',
]);

/** What `walkHtml` reports, in order of the source. `start` and `end` are offsets into it, tags with their brackets. */
export interface HtmlVisitor {
  open(tag: string, attributes: ReadonlyMap<string, string>, start: number, end: number): void;
  close(tag: string, start: number, end: number): void;
  /** Text with its entities decoded; one run of text can come in several pieces. Never script, style or comments. */
  text(text: string, start: number, end: number): void;
}

/** What is in them is no markup: it ends at their own closing tag. */
const hiddenContent = new Set(['script', 'style', 'title', 'textarea', 'xmp']);
const endsOf = new Map(
  [...hiddenContent].map((tag): [string, RegExp] => [tag, new RegExp(`</${tag}(?=[\\s>])`, 'gi')]),
);
const MAX_NAME = 40;

const SPACE = 32;
const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const EQUALS = 61;
const CLOSE = 62;

/** HTML's own white space. */
function isSpace(code: number): boolean {
  return code === SPACE || code === 10 || code === 9 || code === 12 || code === 13;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

const none: ReadonlyMap<string, string> = new Map();

/** A tag as it was read: where it ends, or -1 where the mail ends before it does. */
interface OpenTag {
  end: number;
  selfClosing: boolean;
  attributes: ReadonlyMap<string, string>;
}

/** The attributes from `at` on, up to the tag's bracket. Of two with one name the first counts. */
function readAttributes(source: string, at: number, attributesWanted: ReadonlySet<string>): OpenTag {
  let attributes: Map<string, string> | null = null;
  const size = source.length;
  let i = at;
  let slash = false;
  while (i < size) {
    const code = source.charCodeAt(i);
    if (code === CLOSE) return { end: i + 1, selfClosing: slash, attributes: attributes ?? none };
    if (code === SLASH || isSpace(code)) {
      slash = code === SLASH || slash;
      i++;
      continue;
    }
    slash = false;
    const nameStart = i++;
    for (; i < size; i++) {
      const next = source.charCodeAt(i);
      if (next === EQUALS || next === CLOSE || next === SLASH || isSpace(next)) break;
    }
    const nameEnd = i;
    while (i < size && isSpace(source.charCodeAt(i))) i++;
    let start = i;
    let end = i;
    if (source.charCodeAt(i) === EQUALS) {
      i++;
      while (i < size && isSpace(source.charCodeAt(i))) i++;
      const quote = source.charCodeAt(i);
      start = i;
      if (quote === QUOTE || quote === APOSTROPHE) {
        start = i + 1;
        end = source.indexOf(quote === QUOTE ? '"' : "'", start);
        if (end < 0) break;
        i = end + 1;
      } else {
        for (; i < size; i++) {
          const next = source.charCodeAt(i);
          if (next === CLOSE || isSpace(next)) break;
        }
        end = i;
      }
    }
    if (nameEnd - nameStart > MAX_NAME) continue;
    const name = source.slice(nameStart, nameEnd).toLowerCase();
    if (!attributesWanted.has(name)) continue;
    attributes ??= new Map();
    if (!attributes.has(name))
      attributes.set(name, decodeEntities(source.slice(start, Math.min(end, start + MAX_ATTRIBUTE)), true));
  }
  return { end: -1, selfClosing: false, attributes: none };
}

/** Where a comment, a declaration or an instruction that begins at `at` (its `<`) ends; -1 where it does not. */
function markupEnd(source: string, at: number): number {
  if (source.startsWith('<!--', at)) {
    const end = source.indexOf('-->', at + 2);
    return end < 0 ? -1 : end + 3;
  }
  if (source.startsWith('<![CDATA[', at)) {
    const end = source.indexOf(']]>', at + 9);
    return end < 0 ? -1 : end + 3;
  }
  const end = source.indexOf('>', at + 2);
  return end < 0 ? -1 : end + 1;
}

/**
 * Reads HTML tag by tag, as browsers do. Nothing open is remembered: a parser's stack costs the square of the depth, and
 * a hostile mail nests ten thousand deep. Every character is looked at a bounded number of times, so time is linear.
 * `attributesWanted`: whose values are read; others are skipped. What begins a tag and never ends is left out.
 */
export function walkHtml(
  html: string,
  visitor: HtmlVisitor,
  attributesWanted: ReadonlySet<string> = wanted,
): void {
  const source = html.length > MAX_HTML ? html.slice(0, MAX_HTML) : html;
  const size = source.length;
  /** In this element, text is not for people. */
  let raw = '';
  const say = (start: number, end: number) => {
    if (raw === '' && start < end) visitor.text(decodeEntities(source.slice(start, end)), start, end);
  };

  let textStart = 0;
  let i = source.indexOf('<');
  while (i >= 0) {
    const code = source.charCodeAt(i + 1);
    if (isLetter(code)) {
      say(textStart, i);
      let nameEnd = i + 2;
      for (; nameEnd < size; nameEnd++) {
        const next = source.charCodeAt(nameEnd);
        if (next === CLOSE || next === SLASH || isSpace(next)) break;
      }
      const tag = source.slice(i + 1, Math.min(nameEnd, i + 1 + MAX_NAME)).toLowerCase();
      const { end, selfClosing, attributes } = readAttributes(source, nameEnd, attributesWanted);
      if (end < 0) return;
      if (hiddenContent.has(tag)) raw = tag;
      visitor.open(tag, attributes, i, end);
      textStart = end;
      const ends = selfClosing ? undefined : endsOf.get(tag);
      if (ends) {
        ends.lastIndex = end;
        const found = ends.exec(source);
        if (!found) return;
        textStart = found.index;
      }
    } else if (code === SLASH) {
      let nameStart = i + 2;
      while (nameStart < size && isSpace(source.charCodeAt(nameStart))) nameStart++;
      const first = source.charCodeAt(nameStart);
      const bracket = source.indexOf('>', nameStart);
      // "</>" is text.
      if (first !== CLOSE) {
        say(textStart, i);
        if (bracket < 0) return;
        if (isLetter(first)) {
          let nameEnd = nameStart + 1;
          while (nameEnd < bracket && !isSpace(source.charCodeAt(nameEnd))) nameEnd++;
          const name = source.slice(nameStart, Math.min(nameEnd, nameStart + MAX_NAME)).toLowerCase();
          if (name === raw) raw = '';
          visitor.close(name, i, bracket + 1);
        }
        textStart = bracket + 1;
      }
    } else if (code === 33 || code === 63) {
      say(textStart, i);
      textStart = markupEnd(source, i);
      if (textStart < 0) return;
    }
    // A "<" before anything else is itself.
    i = source.indexOf('<', textStart > i ? textStart : i + 1);
  }
  say(textStart, size);
}
