import type { InlineReply } from '@/utils/model/captured';
import { signatureLines } from '@/utils/understand/find-signature';
import { htmlToText, tidyLines } from '@/utils/understand/html-to-text';
import { inlineReplies } from '@/utils/understand/inline-replies';
import { postscriptOf, withoutParting } from '@/utils/understand/own-words-end';
import {
  isBanner,
  isDisclaimer,
  isGreeting,
  isMobileNote,
  isSignatureMark,
} from '@/utils/understand/signature-marks';
import { linesOf, splitHtmlLines, splitLines } from '@/utils/understand/split-lines';
import { visible } from '@/utils/understand/visible-text';

interface Body {
  type: 'html' | 'text';
  content: string;
}

/** As much as a captured mail may hold. */
const MAX_OWN_WORDS = 100_000;
/** More lines below a "-- " than this are no signature. */
const MAX_SIGNATURE_LINES = 40;
const MAX_SHORT = 60;

/**
 * The sender's own words: history, markup, the signature below "-- " (or in the element that a mail program made for
 * it), mobile notes, legal paragraphs at the end and "external sender" banners are gone; answers between quoted lines
 * stay. At most 100,000 characters. Empty where the mail only forwards.
 */
export function ownWords(body: Body, from?: { email: string; name: string }): string {
  return readOwnWords(body, from).text;
}

/** The same, and which of the words answer which quoted line. The body is read once. */
export function readOwnWords(
  body: Body,
  from?: { email: string; name: string },
): { text: string; replies: InlineReply[] } {
  const html = body.type === 'html' ? splitHtmlLines(body.content) : null;
  const { lines, quoted, tail } = html ?? splitLines(visible(body.content));
  const own = lines.map((_, i) => !quoted[i] && !html?.read[i]?.signature && !tail[i]);
  const said = withoutTail(lines.filter((_, i) => own[i]).filter((line, i) => !(i < 6 && isBanner(line))));
  const words = withoutParting(withoutSignature(said, from));
  const kept = new Set(words);
  return {
    text: tidyLines(words).slice(0, MAX_OWN_WORDS).trim(),
    replies: inlineReplies(
      lines,
      quoted,
      own.map((is, i) => is && kept.has(lines[i] ?? '')),
    ),
  };
}

/**
 * The whole text, history, footers and all: for questions that the end of a mail answers, as whether it is a mailing.
 * At most 100,000 characters.
 */
export function wholeText(body: Body): string {
  const text = body.type === 'html' ? htmlToText(body.content) : visible(linesOf(body.content).join('\n'));
  return text.slice(0, MAX_OWN_WORDS);
}

/** Without the signature that no mark announces, where all below it is one; a postscript is the sender's. */
function withoutSignature(lines: string[], from: { email: string; name: string } | undefined): string[] {
  const kinds = signatureLines(lines, from);
  let start = lines.length;
  while (start > 0 && (kinds[start - 1] !== 'B' || (lines[start - 1] ?? '').trim() === '')) start--;
  const kept = lines.slice(0, start);
  // A greeting alone is not what somebody wrote for, and "Please deliver to:" wants what follows.
  const last = kept.findLast((line) => line.trim() !== '')?.trim() ?? '';
  if (/[:：]$/.test(last) || kept.every((line) => line.trim() === '' || isGreeting(line))) return lines;
  return [...kept, ...postscriptOf(lines, start)];
}

/** Without what follows the words: the signature below its mark, mobile notes, disclaimers. */
function withoutTail(lines: string[]): string[] {
  let end = lines.length;
  let filled = 0;
  let marked = false;
  for (let i = lines.length - 1; i >= 0 && filled <= MAX_SIGNATURE_LINES; i--) {
    const line = lines[i] ?? '';
    if (line.trim() !== '') filled++;
    if (isDisclaimer(line)) end = i;
    else if (isSignatureMark(line)) {
      // A list's footer can stand below the signature; what is longer is a part of the mail between two lines.
      const short = lines.slice(i + 1, end).every((each) => each.length < MAX_SHORT);
      if (!marked || short) end = i;
      marked = true;
    }
  }
  return lines.slice(0, end).filter((line, i) => !(i >= end - 8 && isMobileNote(line)));
}
