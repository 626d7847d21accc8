import { attribution, isLeadIn } from '@/utils/understand/history-attribution';

/** A line as a person sees it, with the places in the source that its text came from. */
export interface HtmlLine {
  text: string;
  spans: [number, number][];
  /** In an element that a mail program made for history, or below its mark. */
  quoted: boolean;
  /** In an element that a mail program made for the signature. */
  signature: boolean;
}

/** A plain blockquote, history or not: that is known when all is read. */
export interface Maybe {
  firstLine: number;
  endLine: number;
  range: [number, number];
}

/** An attribution is not longer than this, in whatever language. */
const MAX_LEAD = 250;

/** Whether the last of these lines say whose words follow. */
export function introduces(lines: readonly HtmlLine[]): boolean {
  const texts = lines.map((line) => line.text).filter((text) => text.trim() !== '');
  const last = texts.length - 1;
  if (last < 0) return false;
  for (let k = last; k >= Math.max(0, last - 3); k--) if (attribution(texts, k, last)) return true;
  return isLeadIn(texts[last] ?? '');
}

/** Whether these lines, all that stands above a quote in Gmail's element, are no more than its "On … wrote:". */
export function isLead(lines: readonly HtmlLine[]): boolean {
  const text = lines
    .map((line) => line.text)
    .join(' ')
    .trim();
  return text === '' || (text.length <= MAX_LEAD && (/[:：]$/.test(text) || introduces(lines)));
}

/**
 * Plain blockquotes are history in a mail that has other history, and where nothing of the sender's follows; else they
 * are the sender's.
 */
export function settle(
  lines: HtmlLine[],
  ranges: [number, number][],
  maybes: Maybe[],
  history: boolean,
): void {
  const others = history || ranges.length > 0;
  let lastOwn = lines.length - 1;
  while (lastOwn >= 0 && (lines[lastOwn]?.quoted || lines[lastOwn]?.text.trim() === '')) lastOwn--;
  for (const { firstLine, endLine, range } of maybes) {
    if (others || endLine < 0 || lastOwn < endLine) ranges.push(range);
    else for (const line of lines.slice(firstLine, endLine)) line.quoted = false;
  }
}

/** In order, without overlaps. */
export function merged(ranges: [number, number][]): [number, number][] {
  const result: [number, number][] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
