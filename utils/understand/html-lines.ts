import { blocks, emojiOf, isTight, paragraphs, voids } from '@/utils/understand/html-elements';
import { walkHtml } from '@/utils/understand/html-events';
import { hasColouredGround, isUnseen } from '@/utils/understand/html-hidden';
import {
  type HtmlLine,
  introduces,
  isLead,
  type Maybe,
  merged,
  settle,
} from '@/utils/understand/html-quotes';
import { containerOf } from '@/utils/understand/quote-containers';
import { MAX_LINES } from '@/utils/understand/quote-marks';
import { remembering } from '@/utils/understand/remember';
import { visible } from '@/utils/understand/visible-text';

export interface ReadHtml {
  readonly lines: readonly Readonly<HtmlLine>[];
  /** Whole elements of history in the source, tags included; in order, not overlapping. */
  readonly quotedRanges: readonly (readonly [number, number])[];
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
  gmail: (Holding & { contentStart: number; firstLine: number; sawQuote: boolean }) | null;
  signature: Holding | null;
  /** Where the mail's history begins for good, or -1. */
  rest: number;
  /** A rule with nothing after it yet: Outlook draws one above history. */
  rule: number;
}

/**
 * HTML as lines of visible text. Linear in the input, whatever its shape; nothing is ever parsed into a document.
 * Elements that are not shown (`display:none`, `hidden`, styles, scripts) are left out. The latest are kept: asking
 * again costs nothing.
 */
export const readHtml: (html: string) => ReadHtml = remembering(readLines);

function readLines(html: string): ReadHtml {
  const lines: HtmlLine[] = [];
  const ranges: [number, number][] = [];
  const maybes: Maybe[] = [];
  let ground: boolean | undefined;
  const colouredGround = () => {
    ground ??= hasColouredGround(html);
    return ground;
  };
  /** Lines above it are read no further back for who is quoted. */
  const above = () => lines.slice(Math.max(0, lines.length - 8));
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
    // As many as plain text may have; more are neither read nor cut.
    if (lines.length >= MAX_LINES) at.text = [];
    if (lines.length >= MAX_LINES) return;
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
  /** A bullet waits for its words, which may stand in a paragraph of their own. */
  const isBullet = () => at.text.length === 1 && at.text[0] === '- ';
  const endLineIfAny = () => {
    if (at.text.length > 0 && !isBullet()) endLine();
  };
  const endParagraph = () => {
    endLineIfAny();
    if (!isBullet() && lines.at(-1)?.text !== '') endLine();
  };

  const enter = (tag: string, attributes: ReadonlyMap<string, string>, start: number, end: number) => {
    const container = at.rest < 0 && !at.quote ? containerOf(tag, attributes) : null;
    if (container === 'rest') {
      at.rest = at.rule >= 0 ? at.rule : start;
    } else if (container !== null && !voids.has(tag)) {
      const holding = { tag, depth: 1, start };
      if (container === 'quote' || container === 'maybe') {
        if (at.gmail && !at.gmail.sawQuote && tag === 'blockquote') {
          const lead = lines.slice(at.gmail.firstLine);
          // What stood above the first quote in Gmail's element is its "On … wrote:", or own words as well.
          if (isLead(lead)) ranges.push([at.gmail.contentStart, start]);
          else for (const line of lead) line.quoted = false;
          at.gmail.sawQuote = true;
        }
        if (container === 'maybe' && !at.gmail && !introduces(above()))
          maybes.push({ firstLine: lines.length, endLine: -1, range: [start, html.length] });
        at.quote = holding;
      } else if (container === 'gmail')
        at.gmail ??= { ...holding, contentStart: end, firstLine: lines.length, sawQuote: false };
      else at.signature ??= holding;
    }
  };

  walkHtml(html, {
    open(tag, attributes, start, end) {
      if (at.skip) {
        if (tag === at.skip.tag) at.skip.depth++;
        return;
      }
      if (isUnseen(tag, attributes, colouredGround) && !voids.has(tag)) {
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
      if (tag === 'li' && isBullet()) at.text = [];
      if (blocks.has(tag)) endLineIfAny();
      if (paragraphs.has(tag) && tag !== 'p') endParagraph();
      if (tag === 'pre' && at.pre > 0) at.pre--;
      if (at.quote && closes(at.quote, tag)) {
        const { start } = at.quote;
        const maybe = maybes.at(-1);
        if (maybe?.range[0] === start) {
          maybe.endLine = lines.length;
          maybe.range[1] = end;
        } else ranges.push([start, end]);
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
        // An entity is shorter as text than in the source.
        if (raw.length !== end - start) at.spans.push([start, end]);
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
      const words = shown.replace(/\s+/g, ' ').trim();
      if (words === '') {
        at.space ||= shown !== '' && at.text.length > 0;
        return;
      }
      at.rule = -1;
      const last = at.text.at(-1) ?? ' ';
      const apart = !last.endsWith(' ') && (at.space || /^\s/.test(shown));
      at.text.push((apart ? ' ' : '') + words);
      at.space = /\s/.test(shown.slice(-1));
      at.spans.push([start, end]);
    },
  });
  endLineIfAny();
  const unclosed = at.quote ?? at.gmail;
  if (unclosed && maybes.at(-1)?.range[0] === unclosed.start) maybes.pop();
  settle(lines, ranges, maybes, at.rest >= 0);
  if (at.rest >= 0) ranges.push([at.rest, html.length]);
  else if (unclosed) ranges.push([unclosed.start, html.length]);
  return { lines, quotedRanges: merged(ranges) };
}
