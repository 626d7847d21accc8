import type { Captured, Person } from '@/utils/model/captured';
import { NO_ADDRESS } from '@/utils/model/no-address';
import { normalAddress } from '@/utils/understand/address';
import { cleanSubject } from '@/utils/understand/clean-subject';

const MINUTE = 60_000;
/** So much of the words is compared: what a page folds and what a file quotes stands further down. */
const WORDS = 200;

/** Seen on a page that names no message: its ids are made of what it shows. */
export function isSeenAlone({ kind, via }: Captured, aliases: readonly string[]): boolean {
  return kind === 'email' && via === 'page' && aliases.every((id) => id.startsWith('owa-page:'));
}

/** A saved file that knows its Message-ID and its moment. */
export function isExactFile({ kind, source, sentAtApproximate }: Captured): boolean {
  return (
    kind === 'email' &&
    source.site === 'by-hand' &&
    !sentAtApproximate &&
    source.ids.some((id) => /^<[^<>]+@[^<>]+>$/.test(id))
  );
}

/**
 * Whether a mail that a page alone showed and a saved file are one, though they share no id: sender, subject, direction,
 * thread, the shown minute (one apart where one is of receiving), whom the page names, and the first words.
 */
export function isSameMail(page: Captured, file: Captured, own: ReadonlySet<string>): boolean {
  if (page.direction !== file.direction) return false;
  if (cleanSubject(page.subject).toLowerCase() !== cleanSubject(file.subject).toLowerCase()) return false;
  const apart = Math.floor(page.sentAt / MINUTE) - Math.floor(file.sentAt / MINUTE);
  if (Math.abs(apart) > 1) return false;
  if (!isSender(page.from, file.from)) return false;
  const there = new Set([...file.to, ...file.cc, ...file.bcc].map(({ address }) => normalAddress(address)));
  const strange = [...page.to, ...page.cc].some(({ address }) => {
    const normal = normalAddress(address);
    return !there.has(normal) && !own.has(normal);
  });
  if (strange || isAnotherThread(page, file)) return false;
  const [shown, saved] = [wordsOf(page.text), wordsOf(file.text)];
  const length = Math.min(shown.length, saved.length, WORDS);
  return length > 0 && shown.slice(0, length) === saved.slice(0, length);
}

function isSender(shown: Person, saved: Person): boolean {
  if (shown.address !== NO_ADDRESS) return normalAddress(shown.address) === normalAddress(saved.address);
  return shown.name !== undefined && shown.name.toLowerCase() === saved.name?.toLowerCase();
}

/** Exchange names a conversation in both; a file of another program does not name it. */
function isAnotherThread(page: Captured, file: Captured): boolean {
  const named = ({ source }: Captured) =>
    [source.threadId, ...source.threadIds].filter((id) => id.startsWith('thread-index:'));
  const [shown, saved] = [named(page), named(file)];
  return shown.length > 0 && saved.length > 0 && !shown.some((id) => saved.includes(id));
}

function wordsOf(text: string): string {
  return text
    .slice(0, 20 * WORDS)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}
