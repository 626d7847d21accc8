import { readHtml } from '@/utils/understand/html-lines';
import type { HtmlLine } from '@/utils/understand/html-quotes';
import { MAX_LINES } from '@/utils/understand/quote-marks';
import { markQuoted } from '@/utils/understand/quoted-lines';
import { markTail } from '@/utils/understand/quoted-tail';
import { remembering } from '@/utils/understand/remember';

/** A body's lines, each of them history, what stands below history and is no answer, or the sender's. */
export interface SplitLines {
  readonly lines: readonly string[];
  readonly quoted: readonly boolean[];
  readonly tail: readonly boolean[];
}

/** Bodies longer than this are read up to here. */
const MAX_TEXT = 1_000_000;

/** Lines without their trailing spaces, whatever the line ends were; at most 20,000. */
export function linesOf(text: string): string[] {
  return text
    .slice(0, MAX_TEXT)
    .replace(/\u00A0/g, ' ')
    .split(/\r\n|\r|\n/, MAX_LINES)
    .map((line) => line.trimEnd());
}

function split(lines: readonly string[], known?: readonly boolean[]): SplitLines {
  const quoted = markQuoted(lines, known);
  return { lines, quoted, tail: markTail(lines, quoted) };
}

const splitText = remembering((text) => split(linesOf(text)));

/** A plain-text body, split. Read once: asking again for one of the latest costs nothing. */
export function splitLines(text: string): SplitLines {
  return splitText(text.slice(0, MAX_TEXT).replace(/\u00A0/g, ' '));
}

export interface SplitHtml extends SplitLines {
  /** The same lines, with where they stand in the source. */
  readonly read: readonly Readonly<HtmlLine>[];
  readonly quotedRanges: readonly (readonly [number, number])[];
}

/** An HTML body as lines of visible text, split. Read once as well. */
export const splitHtmlLines: (html: string) => SplitHtml = remembering((html) => {
  const { lines, quotedRanges } = readHtml(html);
  const known = lines.map((line) => line.quoted);
  return {
    ...split(
      lines.map((line) => line.text),
      known,
    ),
    read: lines,
    quotedRanges,
  };
});
