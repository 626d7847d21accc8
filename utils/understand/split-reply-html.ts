import { splitHtmlLines } from '@/utils/understand/split-lines';

/**
 * An HTML body without its history: elements that mail programs make for it go whole; history that only words announce
 * ("From: … Sent: …") loses its text. Still hostile HTML: to be read, never to be shown as it is.
 */
export function splitReplyHtml(html: string): { replyHtml: string } {
  const { read, quoted, tail, quotedRanges } = splitHtmlLines(html);
  const first = quoted.indexOf(true);
  const cuts: (readonly [number, number])[] = [...quotedRanges];
  read.forEach((line, i) => {
    // A signature below the history is no answer.
    if (quoted[i] || tail[i] || (line.signature && first >= 0 && i > first)) cuts.push(...line.spans);
  });
  cuts.sort((a, b) => a[0] - b[0]);
  let replyHtml = '';
  let from = 0;
  for (const [start, end] of cuts) {
    if (start > from) replyHtml += html.slice(from, start);
    from = Math.max(from, end);
  }
  return { replyHtml: replyHtml + html.slice(from) };
}
