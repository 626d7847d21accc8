import type { LineKind } from '@/utils/understand/signature/mark-lines';
import type { Seen } from '@/utils/understand/signature/seen-line';

/**
 * A paragraph of sentences below a signature, a list under its own heading and a title under a rule are words again; a
 * motto in quotes is not. `at` are the lines' numbers.
 */
export function endAtWords(kinds: LineKind[], seen: readonly Seen[], at: readonly number[]): void {
  const gap = (k: number) => (at[k] ?? 0) - (at[k - 1] ?? 0) > 1;
  for (let k = 1; k < kinds.length; k++) {
    if (kinds[k] !== 'S' || kinds[k - 1] !== 'S' || !gap(k)) continue;
    let end = k + 1;
    while (end < kinds.length && kinds[end] === 'S' && !gap(end)) end++;
    const marks = seen.slice(k, end).map((each) => each.marks);
    const is = (...names: string[]) => marks.some((own) => names.some((name) => own.includes(name)));
    const heading = marks[0]?.includes('lead') && !is('dial', 'email');
    if (is('quoted', 'quoteby', 'closing', 'mark', 'ownonly', 'dial', 'legal')) continue;
    const title =
      marks[0]?.includes('rule') && !is('email', 'link', 'phone', 'ext', 'job', 'legalform', 'own', 'indent');
    if (!heading && !title && !is('small4')) continue;
    while (end < kinds.length && kinds[end] === 'S') end++;
    kinds.fill('B', k, end);
  }
}

const MAX_MOTTO = 6;
const MAX_BOX = 8;

/** What belongs to a signature that was found: the rest of a motto, of a box drawn of rules, the rule above its name. */
export function takeRest(kinds: LineKind[], seen: readonly Seen[]): void {
  const textOf = (k: number) => seen[k]?.text ?? '';
  const isRule = (k: number) => seen[k]?.marks.includes('rule') ?? false;
  for (let k = 0; k < kinds.length; k++) {
    if (kinds[k] !== 'S') continue;
    let end = k;
    while (kinds[end] === 'S') end++;
    const opened = textOf(end - 1);
    if (/^["“„«]/.test(opened) && !/["”“»]/.test(opened.slice(1))) {
      let close = end;
      while (close < kinds.length && close - end < MAX_MOTTO && !/["”“»]/.test(textOf(close))) close++;
      if (close < kinds.length && close - end < MAX_MOTTO) {
        close += /^[-–—~]{1,3}\s?\p{Lu}/u.test(textOf(close + 1)) ? 2 : 1;
        kinds.fill('S', end, close);
        end = close;
      }
    }
    if (end < kinds.length && isRule(end - 1) && end - k > 2) {
      for (let last = Math.min(kinds.length, end + MAX_BOX) - 1; last >= end; last--) {
        if (textOf(last) !== textOf(end - 1)) continue;
        kinds.fill('S', end, last + 1);
        end = last + 1;
        break;
      }
    }
    if (k > 0 && isRule(k - 1) && end - k >= 3 && seen[k]?.marks.includes('own')) kinds[k - 1] = 'S';
    k = end;
  }
}
