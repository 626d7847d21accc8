import { blocks, emojiOf, isTight, isUnseen, paragraphs, voids } from '@/utils/understand/html-elements';
import { walkHtml } from '@/utils/understand/html-events';
import { containerOf } from '@/utils/understand/quote-containers';
import { visible } from '@/utils/understand/visible-text';

/** A line as a person sees it, with the places in the source that its text came from. */
export interface HtmlLine {
  text: string;
  spans: [number, number][];
  /** In an element that a mail program made for history, or below its mark. */
  quoted: boolean;
  /** In an element that a mail program made for the signature. */
  signature: boolean;
}

export interface ReadHtml {
  lines: HtmlLine[];
  /** Whole elements of history in the source, tags included; in order, not overlapping. */
  quotedRanges: [number, number][];
}

/** An element that holds for everything in it: ends when its tag is closed as often as it was opened. */
interface Holding {
  tag: string;
  depth: number;
  start: number;
}

/** Follows opens and closes of one tag name; true when the element has just ended. */
function closes(holding: Holding, tag: string): boolean {
  if (tag === holding.tag) holding.depth--;
  return holding.depth === 0;
}

/** Where the reader is. */
interface State {
  /** The line's pieces: a hostile line has a hundred thousand, and a string that grows is flattened at every look. */
  text: string[];
  spans: [number, number][];
  /** A space is due before the next word. */
  space: boolean;
  pre: number;
  skip: Holding | null;
  quote: Holding | null;
  gmail: (Holding & { contentStart: number; sawQuote: boolean }) | null;
  signature: Holding | null;
  /** Where the mail's history begins for good, or -1. */
  rest: number;
  /** A rule with nothing after it yet: Outlook draws one above history. */
  rule: number;
}

/**
 * HTML as lines of visible text. Linear in the input, whatever its shape; nothing is ever parsed into a document.
 * Elements that are not shown (`display:none`, `hidden`, styles, scripts) are left out.
 */
export function readHtml(html: string): ReadHtml {
  const lines: HtmlLine[] = [];
  const ranges: [number, number][] = [];
  const at: State = {
    text: [],
    spans: [],
    space: false,
    pre: 0,
    skip: null,
    quote: null,
    gmail: null,
    signature: null,
    rest: -1,
    rule: -1,
  };

  const endLine = () => {
    const quoted = at.rest >= 0 || at.quote !== null || (at.gmail !== null && !at.gmail.sawQuote);
    lines.push({
      text: at.text.join('').trimEnd(),
      spans: at.spans,
      quoted,
      signature: at.signature !== null,
    });
    at.text = [];
    at.spans = [];
    at.space = false;
  };
  const endLineIfAny = () => {
    if (at.text.length > 0) endLine();
  };
  const endParagraph = () => {
    endLineIfAny();
    if (lines.at(-1)?.text !== '') endLine();
  };

  const enter = (tag: string, attributes: ReadonlyMap<string, string>, start: number, end: number) => {
    const container = at.rest < 0 && !at.quote ? containerOf(tag, attributes) : null;
    if (container === 'rest') {
      at.rest = at.rule >= 0 ? at.rule : start;
    } else if (container !== null && !voids.has(tag)) {
      const holding = { tag, depth: 1, start };
      if (container === 'quote') {
        if (at.gmail && !at.gmail.sawQuote && tag === 'blockquote') {
          // What stood above the first quote in Gmail's element is its "On … wrote:".
          ranges.push([at.gmail.contentStart, start]);
          at.gmail.sawQuote = true;
        }
        at.quote = holding;
      } else if (container === 'gmail') at.gmail ??= { ...holding, contentStart: end, sawQuote: false };
      else at.signature ??= holding;
    }
  };

  walkHtml(html, {
    open(tag, attributes, start, end) {
      if (at.skip) {
        if (tag === at.skip.tag) at.skip.depth++;
        return;
      }
      if (isUnseen(tag, attributes) && !voids.has(tag)) {
        at.skip = { tag, depth: 1, start };
        return;
      }
      for (const holding of [at.quote, at.gmail, at.signature]) {
        if (holding && tag === holding.tag) holding.depth++;
      }
      if (blocks.has(tag)) {
        if (paragraphs.has(tag) && !isTight(attributes)) endParagraph();
        else endLineIfAny();
      }
      enter(tag, attributes, start, end);

      if (tag === 'br') endLine();
      else if (tag === 'hr') at.rule = start;
      else if (tag === 'pre') at.pre++;
      else if (tag === 'li') at.text = ['- '];
      else if ((tag === 'td' || tag === 'th') && at.text.length > 0) at.space = true;
      else if (tag === 'img') {
        const emoji = emojiOf(attributes);
        if (emoji !== '') at.text.push((at.space && at.text.length > 0 ? ' ' : '') + emoji);
        if (emoji !== '') at.space = false;
      }
    },
    close(tag, _start, end) {
      if (at.skip) {
        if (closes(at.skip, tag)) at.skip = null;
        return;
      }
      if (blocks.has(tag)) endLineIfAny();
      if (paragraphs.has(tag) && tag !== 'p') endParagraph();
      if (tag === 'pre' && at.pre > 0) at.pre--;
      if (at.quote && closes(at.quote, tag)) {
        ranges.push([at.quote.start, end]);
        at.quote = null;
      }
      if (at.gmail && closes(at.gmail, tag)) {
        if (!at.gmail.sawQuote && at.rest < 0) ranges.push([at.gmail.start, end]);
        at.gmail = null;
      }
      if (at.signature && closes(at.signature, tag)) at.signature = null;
    },
    text(raw, start, end) {
      if (at.skip) return;
      if (at.pre > 0) {
        let from = start;
        raw.split(/\r\n|\r|\n/).forEach((part, index) => {
          if (index > 0) endLine();
          if (part !== '') at.text.push(visible(part));
          at.spans.push([from, Math.min(end, from + part.length + 1)]);
          from += part.length + 1;
        });
        at.rule = -1;
        return;
      }
      const shown = visible(raw);
      const words = shown.split(/\s+/).filter((word) => word !== '');
      if (words.length === 0) {
        at.space ||= shown !== '' && at.text.length > 0;
        return;
      }
      at.rule = -1;
      const last = at.text.at(-1) ?? ' ';
      const apart = !last.endsWith(' ') && (at.space || /^\s/.test(shown));
      at.text.push((apart ? ' ' : '') + words.join(' '));
      at.space = /\s/.test(shown.slice(-1));
      at.spans.push([start, end]);
    },
  });
  endLineIfAny();
  const unclosed = at.quote ?? at.gmail;
  if (at.rest >= 0) ranges.push([at.rest, html.length]);
  else if (unclosed) ranges.push([unclosed.start, html.length]);
  return { lines, quotedRanges: merged(ranges) };
}

/** In order, without overlaps. */
function merged(ranges: [number, number][]): [number, number][] {
  const result: [number, number][] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
