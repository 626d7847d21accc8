import type { ActivityToLog } from '@/utils/crm/connector';
import { isUuid, uuidOf } from '@/utils/crm/twenty/uuid-of';
import { isOccurrence } from '@/utils/understand/meeting-id';

/**
 * The ids under which an activity's note may be there; the first is the one that we give it. A Message-ID or a
 * meeting's UID is the same for every colleague, whatever else their mail site told them: the id is made from that, and
 * from the entry's key only where there is none.
 */
export async function noteIdsOf(entry: ActivityToLog): Promise<string[]> {
  const { kind } = entry.activity;
  const names =
    kind === 'email' ? messageIds(entry.aliases) : kind === 'meeting' ? meetingIds(entry.aliases) : [];
  const ids = await Promise.all(names.map((name) => uuidOf(kind, name)));
  return [...new Set([...ids, await idOfKey(entry.key)])];
}

/** The id of the record that the engine's key stands for: the key itself, which is a UUID. */
export async function idOfKey(key: string): Promise<string> {
  return isUuid(key) ? key : uuidOf('key', key);
}

function messageIds(aliases: string[]): string[] {
  return aliases.filter((alias) => /^<[^<>\s]+@[^<>\s]+>$/.test(alias)).sort();
}

/** An occurrence's own id: the UID alone names the whole series. */
function meetingIds(aliases: string[]): string[] {
  const events = aliases.filter((alias) => alias.startsWith('event:')).sort();
  const occurrences = events.filter(isOccurrence);
  return occurrences.length > 0 ? occurrences : events;
}
