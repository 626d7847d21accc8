import { isRule, isWordless } from '@/utils/understand/quote-marks';
import { isSignatureMark } from '@/utils/understand/signature-marks';

/** More filled lines below a "-- " than this are no signature. */
const MAX_LINES = 15;
/** What a person types below a mark is longer than what stands in a signature. */
const MAX_LENGTH = 110;

/**
 * What stands below the history and is no answer: the signature below its "-- " (at most 15 lines, up to the next
 * history), a name, a free mail provider's line; and heaps of rules at the very end.
 */
export function markTail(lines: readonly string[], quoted: readonly boolean[]): boolean[] {
  const tail = lines.map(() => false);
  const first = quoted.indexOf(true);
  for (let i = first < 0 ? lines.length : first; i < lines.length; i++) {
    if (quoted[i] || !isSignatureMark(lines[i] ?? '')) continue;
    const end = tailEnd(lines, quoted, i + 1);
    if (end < 0) continue;
    for (let k = i; k < end; k++) tail[k] = true;
    i = end - 1;
  }
  trailing(lines, quoted, tail);
  return tail;
}

/** Where the signature that begins at `from` ends, or -1 where it cannot be one. */
function tailEnd(lines: readonly string[], quoted: readonly boolean[], from: number): number {
  let filled = 0;
  for (let i = from; i < lines.length; i++) {
    if (quoted[i]) return i;
    const line = lines[i] ?? '';
    // The last mark is the signature's: those above draw a line between parts.
    if (isSignatureMark(line)) return -1;
    if (line.trim() === '') continue;
    if (++filled > MAX_LINES || (line.length > MAX_LENGTH && filled < 3)) return -1;
  }
  return lines.length;
}

/** At the very end: rules and marks with nothing below them; under history, a provider's line and "-Ann". */
function trailing(lines: readonly string[], quoted: readonly boolean[], tail: boolean[]): void {
  let end = lines.length - 1;
  let rules = 0;
  while (end >= 0 && !quoted[end] && (isDelimiter(lines[end] ?? '') || tail[end])) {
    if ((lines[end] ?? '').trim() !== '') rules++;
    end--;
  }
  if (rules > 1) tail.fill(true, end + 1);
  let last = end;
  while (last >= 0 && !quoted[last]) last--;
  if (last < 0 || end - last > 12) return;
  const below: number[] = [];
  for (let i = last + 1; i <= end; i++) if ((lines[i] ?? '').trim() !== '') below.push(i);
  const first = lines[below[0] ?? -1] ?? '';
  const name =
    below.length <= 3 && /^[-–—]\s?\p{Lu}[\p{L}.]{0,20}(\s\p{Lu}[\p{L}.]{0,20}){0,2}$/u.test(first);
  const provider = /^_{10,}/.test(first) && below.length <= 8;
  if (name || provider) for (const i of below) tail[i] = true;
}

function isDelimiter(line: string): boolean {
  const text = line.trim();
  // Gmail trackers leave a lone Canadian syllable.
  return text === '' || text === 'ᐧ' || isRule(line) || (isWordless(text) && /^([-*#~=_+])\1+$/.test(text));
}
