const KEY = 'practice-began';
const WEEK = 7 * 86_400_000;

/**
 * From when the practice mailbox's dates count back, ms since 1970: the first visit, renewed after a week. A reload
 * then shows the same mails with the same ids, and nobody finds a "new" mail from last month.
 */
export function practiceBegan(storage: Pick<Storage, 'getItem' | 'setItem'>, now: number): number {
  const kept = Number(storage.getItem(KEY));
  if (Number.isInteger(kept) && kept <= now && now - kept < WEEK) return kept;
  storage.setItem(KEY, String(now));
  return now;
}
