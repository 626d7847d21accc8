import type { InlineReply } from '@/utils/model/captured';
import { attribution } from '@/utils/understand/history-attribution';
import { bare, isWordless } from '@/utils/understand/quote-marks';
import { sentencesOf } from '@/utils/understand/sentences';

const MAX_REPLIES = 20;
const MAX_QUOTED = 300;
const MAX_ANSWER = 1000;
/** A paragraph is not read further up than this. */
const MAX_LINES_UP = 12;

/**
 * The answers that stand between quoted lines, each with what it answers, in the order of the mail; none where all own
 * words stand above or all below the history. `quoted` marks the lines of the history, `own` those that are the
 * sender's words (neither signature nor disclaimer). Linear.
 */
export function inlineReplies(
  lines: readonly string[],
  quoted: readonly boolean[],
  own: readonly boolean[],
): InlineReply[] {
  const last = quoted.lastIndexOf(true);
  const replies: InlineReply[] = [];
  let above = -1;
  for (let i = 0; i < lines.length && replies.length < MAX_REPLIES; i++) {
    if (quoted[i]) above = i;
    if (above < 0 || !own[i] || isWordless(lines[i] ?? '')) continue;
    let end = i + 1;
    while (end < lines.length && !quoted[end]) end++;
    const said = lines.slice(i, end).filter((_, k) => own[i + k]);
    // Only what has history below it, or follows such an answer, is one: a whole mail can stand below its history.
    const between = end <= last || replies.length > 0;
    const asked = between ? askedAbove(lines, quoted, above) : '';
    if (asked !== '') replies.push({ quoted: asked, answer: oneLine(said, MAX_ANSWER) });
    i = end - 1;
  }
  return replies;
}

/** The last question of the quoted paragraph that ends at `end`, else its last sentence. */
function askedAbove(lines: readonly string[], quoted: readonly boolean[], end: number): string {
  const paragraph: string[] = [];
  for (let i = end; i >= 0 && i > end - MAX_LINES_UP && quoted[i]; i--) {
    const line = bare(lines[i] ?? '').trim();
    if (line === '' && paragraph.length === 0) continue;
    if (line === '' || attribution(lines, i, i)) break;
    paragraph.unshift(line);
  }
  const sentences = sentencesOf(oneLine(paragraph, MAX_ANSWER)).filter((sentence) => !isWordless(sentence));
  const asked = sentences.findLast((sentence) => /[?？]$/.test(sentence)) ?? sentences.at(-1) ?? '';
  return oneLine([asked], MAX_QUOTED);
}

function oneLine(lines: readonly string[], max: number): string {
  const text = lines.join(' ').replace(/\s+/g, ' ').trim();
  return text.length <= max ? text : `${text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
