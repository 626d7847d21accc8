/** Why something may not go on one of the settings' lists. */
export type EntryProblem = 'badAddress' | 'badDomain' | 'badWord' | 'twice';

/** A list's new entry in its normal form, or why it is none. `kind` says which list. */
export function readEntry(
  kind: 'address' | 'domain' | 'word',
  typed: string,
  there: readonly string[],
): { value: string } | { problem: EntryProblem } {
  const value = kind === 'domain' ? bareDomain(typed) : typed.trim().toLowerCase();
  if (kind === 'address' && !/^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/.test(value))
    return { problem: 'badAddress' };
  if (kind === 'domain' && !/^[^\s@./]+(?:\.[^\s@./]+)+$/.test(value)) return { problem: 'badDomain' };
  if (kind === 'word' && value.length < 2) return { problem: 'badWord' };
  return there.includes(value) ? { problem: 'twice' } : { value };
}

/** People paste addresses of sites and of people where a domain is wanted. */
function bareDomain(typed: string): string {
  const text = typed.trim().toLowerCase();
  return (
    text
      .replace(/^https?:\/\//, '')
      .split(/[/?#]/)[0]
      ?.split('@')
      .pop() ?? ''
  );
}
