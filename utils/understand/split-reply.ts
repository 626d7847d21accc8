import { MAX_LINES } from '@/utils/understand/quote-marks';
import { markQuoted } from '@/utils/understand/quoted-lines';
import { markTail } from '@/utils/understand/quoted-tail';

/** Bodies longer than this are read up to here. */
export const MAX_TEXT = 1_000_000;

/** Lines without their trailing spaces, whatever the line ends were; at most 20,000. */
export function linesOf(text: string): string[] {
  return text
    .slice(0, MAX_TEXT)
    .replace(/\u00A0/g, ' ')
    .split(/\r\n|\r|\n/, MAX_LINES)
    .map((line) => line.trimEnd());
}

/**
 * A plain-text body in the sender's own words, the signature below its mark, and the history below, above or between
 * them. Answers between quoted lines are own words. Lines are kept as they are, each in one of the three parts; a
 * signature without a mark stays in `reply`.
 */
export function splitReply(text: string): { reply: string; quoted: string; signature: string } {
  const lines = linesOf(text);
  const quoted = markQuoted(lines);
  const tail = markTail(lines, quoted);
  return {
    reply: trimmed(lines.filter((_, i) => !quoted[i] && !tail[i])),
    quoted: trimmed(lines.filter((_, i) => quoted[i])),
    signature: trimmed(lines.filter((_, i) => tail[i])),
  };
}

function trimmed(lines: string[]): string {
  let start = 0;
  let end = lines.length;
  while (start < end && lines[start] === '') start++;
  while (end > start && lines[end - 1] === '') end--;
  return lines.slice(start, end).join('\n');
}
