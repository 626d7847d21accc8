import { Tokenizer } from 'htmlparser2';

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

const hiddenContent = new Set(['script', 'style', 'title', 'textarea', 'xmp']);

/**
 * Reads HTML tag by tag. Built on the tokenizer alone: the parser keeps a stack of open tags whose cost grows with the
 * square of the depth, and a hostile mail nests ten thousand deep. Here nothing is remembered, so time is linear.
 * `attributesWanted`: whose values are read; others are skipped.
 */
export function walkHtml(
  html: string,
  visitor: HtmlVisitor,
  attributesWanted: ReadonlySet<string> = wanted,
): void {
  const source = html.length > MAX_HTML ? html.slice(0, MAX_HTML) : html;
  let tag = '';
  let tagStart = 0;
  let attributes = new Map<string, string>();
  let attribute = '';
  let value = '';
  let raw = '';
  let textEnd = 0;

  const opened = (endIndex: number) => {
    if (hiddenContent.has(tag)) raw = tag;
    visitor.open(tag, attributes, tagStart, Math.min(endIndex + 1, source.length));
    attributes = new Map();
  };
  const say = (text: string, start: number, end: number) => {
    textEnd = end;
    if (raw === '') visitor.text(text, start, end);
  };

  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        tag = source.slice(start, Math.min(end, start + 40)).toLowerCase();
        tagStart = start - 1;
        textEnd = end;
      },
      onattribname(start, end) {
        attribute = end - start > 40 ? '' : source.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata(start, end) {
        if (value.length < MAX_ATTRIBUTE && attributesWanted.has(attribute)) {
          value += source.slice(start, Math.min(end, start + MAX_ATTRIBUTE));
        }
      },
      onattribentity(codepoint) {
        if (value.length < MAX_ATTRIBUTE && attributesWanted.has(attribute))
          value += String.fromCodePoint(codepoint);
      },
      onattribend() {
        if (attributesWanted.has(attribute) && !attributes.has(attribute)) attributes.set(attribute, value);
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag(start, end) {
        const name = source.slice(start, Math.min(end, start + 40)).toLowerCase();
        if (name === raw) raw = '';
        const bracket = source.indexOf('>', end);
        visitor.close(name, Math.max(0, start - 2), bracket < 0 ? source.length : bracket + 1);
        textEnd = bracket < 0 ? source.length : bracket + 1;
      },
      ontext: (start, end) => say(source.slice(start, end), start, end),
      ontextentity: (codepoint, end) => say(String.fromCodePoint(codepoint), textEnd, end),
      oncdata() {},
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(source);
  tokenizer.end();
}
