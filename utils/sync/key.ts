import { v5 } from 'uuid';
import type { ActivityKind } from '@/utils/model/activity';
import type { CrmAccountId } from '@/utils/model/contact';
import { isOccurrence } from '@/utils/understand/meeting-id';

/** Ours; never change it: the keys of everything that was ever logged hang on it. */
const NAMESPACE = '6b1f4c5e-0d0a-5c39-9d8e-2f7a51c0e7d4';

/**
 * The idempotency key of an activity in a CRM account: UUIDv5 over kind, Message-ID and account, without the user, so
 * that two colleagues who log one mail make one record. Where no Message-ID is known (page alone), the site's own id.
 * A meeting's is its iCalendar UID, an occurrence's with its original start: everybody who was invited has the same.
 * `crm account` names the database, so the same mail may be logged once in each of two CRMs.
 */
export function activityKey(kind: ActivityKind, aliases: string[], crmAccount: CrmAccountId): string {
  const id = kind === 'meeting' ? bestMeetingId(aliases) : bestId(aliases);
  return v5(JSON.stringify([kind, id, crmAccount]), NAMESPACE);
}

/** How a mail is named: its Message-ID, Gmail's own ids. */
const MAIL_ID = /^(<.*>|msg-.*|[0-9a-f]{16})$/s;

/**
 * The ids under which the CRM may hold this activity. A meeting also carries those of the mail that invited to it; a
 * record that has them is the mail's, logged by somebody or by the CRM's own mailbox sync, and not the meeting's.
 */
export function recordAliases(kind: ActivityKind, aliases: string[]): string[] {
  if (kind !== 'meeting') return aliases;
  const own = aliases.filter((id) => !MAIL_ID.test(id));
  return own.length > 0 ? own : aliases;
}

/** The occurrence before its series, the UID before a site's own id. */
function bestMeetingId(aliases: string[]): string {
  const sorted = [...aliases].sort();
  const events = sorted.filter((id) => id.startsWith('event:'));
  return events.find(isOccurrence) ?? events[0] ?? sorted[0] ?? '';
}

/** The key of a job that is about no message: a contact by address, a task by id. */
export function jobKey(
  kind: 'contact' | 'contact-change' | 'task' | 'task-day',
  what: string,
  crmAccount: CrmAccountId,
): string {
  return v5(JSON.stringify([kind, what.trim().toLowerCase(), crmAccount]), NAMESPACE);
}

/** The key of the task that follows from an activity: the same for whoever logs it, as the activity's own is. */
export function nextStepKey(keyOfActivity: string): string {
  return v5(JSON.stringify(['next-step', keyOfActivity]), NAMESPACE);
}

/** The id of the one look that is taken because of another record of what this entry logged. */
export function otherRecordId(logId: string, otherId: string): string {
  return v5(JSON.stringify(['keep-first', logId, otherId]), NAMESPACE);
}

/** `<a@b>` → `a@b`; else Gmail's `msg-…`; else the first in alphabetical order, so that the order of aliases is no matter. */
function bestId(aliases: string[]): string {
  const sorted = [...aliases].sort();
  const messageId = sorted.find((id) => id.startsWith('<') && id.endsWith('>') && id.includes('@'));
  if (messageId) return messageId.slice(1, -1).trim();
  return sorted.find((id) => id.startsWith('msg-')) ?? sorted[0] ?? '';
}
