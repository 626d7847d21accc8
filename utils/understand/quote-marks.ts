import { separatorPhrases } from '@/utils/understand/history-words';

/** So many lines are read: more come from machines, or from somebody who wants to keep this one busy. */
export const MAX_LINES = 20_000;
/** Longer lines are prose, whatever words they hold. */
export const MAX_MARK = 400;
/** So many lines in a row with another mark than `>` are a quotation. */
const MIN_ODD_RUN = 4;

/** A line that quotes by a mark at its beginning: `> text`, `AB> text`. */
export function hasQuoteMark(line: string): boolean {
  const head = line.slice(0, 14);
  if (!head.includes('>') && !head.includes('＞')) return false;
  return /^\s{0,8}(?:[A-Z][A-Za-z]{0,2})?(?:>|＞)/.test(line) && !/^\s{0,8}[A-Za-z]+>\S*<\//.test(line);
}

/** Without quote marks, stars and underscores that mail programs put around labels. */
export function bare(line: string): string {
  return line
    .slice(0, MAX_MARK)
    .replace(/^[\s>*_|]+/, '')
    .trimEnd();
}

/** Nothing in it that could be said aloud. */
export function isWordless(line: string): boolean {
  return !/[\p{L}\p{N}]/u.test(line);
}

/**
 * Lines quoted by `: ` or `| `, as some programs do: several in a row. Whether they are a quotation only what stands
 * in or above them says, so runs are given and not marks; `end` is the first line after the run.
 */
export function oddRuns(lines: readonly string[]): { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = [];
  for (let i = 0; i < lines.length; i++) {
    const mark = oddMark(lines[i] ?? '');
    if (mark === '') continue;
    let end = i + 1;
    while (end < lines.length && oddMark(lines[end] ?? '') === mark) end++;
    if (end - i >= MIN_ODD_RUN) runs.push({ start: i, end });
    i = end - 1;
  }
  return runs;
}

function oddMark(line: string): string {
  const mark = line.charAt(0);
  if (mark !== ':' && mark !== '|' && mark !== '}') return '';
  const next = line.charAt(1);
  // A table's rows end with the bar they begin with.
  if (mark === '|' && line.length > 1 && line.trimEnd().endsWith('|')) return '';
  return next === '' || next === ' ' ? mark : '';
}

/** "-----Original Message-----", "---------- Forwarded message ---------", "Begin forwarded message:". */
export function isSeparator(line: string): boolean {
  if (line.length > MAX_MARK || !/[-–—=~:：]/.test(line)) return false;
  const text = bare(line);
  const dashes = /^[-–—=~]{2,}/.test(text);
  const colon = /[:：]\s*[*_]*$/.test(text);
  if (!dashes && !colon) return false;
  // Yahoo goes on after the dashes: "----- Forwarded Message ----- From: …".
  const plain = text.replace(/^[-–—=~#\s]+/, '');
  const closing = plain.search(/\s-{2,}/);
  const inner = (closing > 0 ? plain.slice(0, closing) : plain)
    .replace(/[-–—=~#:：\s*_]+$/, '')
    .toLowerCase()
    .replace('i\u0307', 'i');
  if (inner === '' || inner.length > 120) return false;
  if (separatorPhrases.has(inner)) return dashes || colon;
  // Lotus: "-----Ann Lee/HQ wrote: -----"
  if (dashes && /-{4,}$/.test(text) && inner.length < 90 && /\s(wrote|schrieb|a écrit|escribió)$/.test(inner))
    return true;
  // "---------------------- Forwarded by Ann Lee/HOU on 04/20/2001"
  return dashes && /^(forwarded by |weitergeleitet von |forwarded message)/.test(inner);
}

/** Some words between dashes: history begins here if header lines follow. */
export function isTitledRule(line: string): boolean {
  return (
    line.length < 100 && /^\s{0,8}[-–—=~]{4,}\s{1,3}\p{L}[^-–—=~]{2,60}[-–—=~]{4,}$/u.test(line.trimEnd())
  );
}

/** A rule of its own: underscores or dashes, as Outlook draws above history. */
export function isRule(line: string): boolean {
  return /^\s{0,8}(?:_{4,}|-{4,}|={4,}|\*{4,}|—{3,})\s*$/.test(line.slice(0, MAX_MARK));
}
