import { splitLines } from '@/utils/understand/split-lines';

/**
 * A plain-text body in the sender's own words, the signature below its mark, and the history below, above or between
 * them. Answers between quoted lines are own words. Lines are kept as they are, each in one of the three parts; a
 * signature without a mark stays in `reply`.
 */
export function splitReply(text: string): { reply: string; quoted: string; signature: string } {
  const { lines, quoted, tail } = splitLines(text);
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
