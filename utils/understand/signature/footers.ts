import type { Seen } from '@/utils/understand/signature/seen-line';

const outside = ['footer', 'legal', 'attached'];

/**
 * Where the footers at the end begin: paragraphs (parted by blank lines or rules) that a list, a mail program or a lawyer
 * wrote, told by at least one line of theirs. A signature in the same paragraph stays above them.
 */
export function footerStart(filled: readonly number[], seen: readonly Seen[]): number {
  let end = filled.length;
  for (let paragraphs = 0; paragraphs < 20 && end > 0; paragraphs++) {
    let start = end - 1;
    const isRule = (k: number) => seen[k]?.marks.includes('rule') || seen[k]?.marks.includes('mark');
    while (
      start > 0 &&
      (filled[start] ?? 0) - (filled[start - 1] ?? 0) === 1 &&
      !isRule(start) &&
      end - start < 40
    )
      start--;
    let first = -1;
    for (let k = start; k < end && first < 0; k++)
      if (seen[k]?.marks.some((mark) => outside.includes(mark))) first = k;
    // A list of files may stand above the name.
    if (first >= 0 && seen[first]?.marks.includes('attached'))
      while (first < end && seen.slice(first, end).some(({ marks }) => marks.includes('ownonly'))) first++;
    if (first >= end) break;
    const person = seen
      .slice(start, Math.max(start, first))
      .some(({ marks }) => personal.some((mark) => marks.includes(mark)));
    if (first < 0) {
      // A rule under the last footer, or nothing but rules.
      if (end - start === 1 && isRule(start) && end < filled.length) {
        end = start;
        continue;
      }
      break;
    }
    end = person ? first : start;
    if (person) break;
  }
  return end;
}
const personal = [
  'closing',
  'ownonly',
  'own',
  'namely',
  'initials',
  'dial',
  'dialafter',
  'onlyphone',
  'ext',
  'small3',
  'small4',
];
