import { cleanLine, cleanPerson } from '@/utils/capture/clean';
import type { Person } from '@/utils/model/captured';

/*
 * What the headers of a mail say, in the form in which pages name the same.
 */

/** The first Message-ID of a header's text, in its angle brackets, as Gmail's wire has it; null where there is none. */
export function messageIdIn(raw: string | undefined): string | null {
  return messageIdsIn(raw)[0] ?? null;
}

/** All the Message-IDs in a header's text, each once. */
export function messageIdsIn(raw: string | undefined): string[] {
  const found = (raw ?? '').slice(0, 50_000).match(/<[^<>\s]{3,900}>/g) ?? [];
  return [...new Set(found)].slice(0, 200);
}

/**
 * The thread that a mail belongs to: its first mail's Message-ID, `named` (what a server calls the whole of it), then
 * the latest mails before it, at most ten. Those that are too long for a thread's name are left out.
 */
export function threadOf(
  ids: string[],
  references: string[],
  inReplyTo: string[],
  named: readonly string[] = [],
): string[] {
  const earlier = [
    ...references.slice(0, 1),
    ...named,
    ...inReplyTo.slice(0, 2),
    ...references.slice(1).reverse(),
    ...ids,
  ];
  return [...new Set(earlier)].filter((id) => id.length <= 200).slice(0, 10);
}

/** People of a mail, each address once, `taken` left out. */
export function peopleFrom(
  raw: readonly { address?: string | undefined; name?: string | undefined }[],
  taken: Set<string> = new Set(),
): Person[] {
  const people: Person[] = [];
  for (const { address, name } of raw.slice(0, 5_000)) {
    const person = address ? cleanPerson(address, name ?? '') : null;
    if (!person || taken.has(person.address) || people.length >= 500) continue;
    taken.add(person.address);
    people.push(person);
  }
  return people;
}

/** Whose mail it is: direction and mailbox, by the rep's own addresses. */
export function sideOf(
  from: Person,
  recipients: readonly Person[],
  own: readonly string[],
): { direction: 'received' | 'sent'; account: string | null } {
  if (own.includes(from.address)) return { direction: 'sent', account: from.address };
  const mine = recipients.find(({ address }) => own.includes(address));
  return { direction: 'received', account: mine?.address ?? null };
}

/** One line of a header's text. */
export function subjectOf(raw: string | undefined): string {
  return cleanLine(raw ?? '', 1000);
}

/** A time that the model takes (1990 to 2100), or null. */
export function instantOf(raw: string | number | undefined): number | null {
  const at = typeof raw === 'number' ? raw : raw === undefined ? Number.NaN : Date.parse(raw);
  return Number.isFinite(at) && at >= 631_152_000_000 && at <= 4_102_444_800_000 ? Math.round(at) : null;
}

/** A name for what has none of its own: the same content gives the same one. */
export async function contentId(parts: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(parts.join('\n'));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `content:${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
