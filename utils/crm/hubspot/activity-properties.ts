import { linkTypes } from '@/utils/crm/hubspot/companies';
import { isId, type ObjectType } from '@/utils/crm/hubspot/wire';
import { activityNote, MESSAGE_ID } from '@/utils/crm/marked-note';
import type { FieldedEntry } from '@/utils/crm/own-fields';
import type { ActivityKind, Participant } from '@/utils/model/activity';

/** HubSpot keeps 65,536 characters of a text. */
const LONGEST = 65_000;

export type RecordType = Extract<ObjectType, 'emails' | 'meetings' | 'calls'>;
export const recordTypes = { email: 'emails', meeting: 'meetings', call: 'calls' } as const satisfies Record<
  ActivityKind,
  RecordType
>;

/** The text of each kind that bears our last line. A meeting's is the one that no guest is shown. */
export const noteOf: Record<RecordType, string> = {
  emails: 'hs_email_html',
  meetings: 'hs_internal_meeting_notes',
  calls: 'hs_call_body',
};

/** `emails/123`: HubSpot counts each kind for itself. */
export function remoteId(type: RecordType, id: string): string {
  return `${type}/${id}`;
}

export function parseRemoteId(text: string): { type: RecordType; id: string } | undefined {
  const [name, id] = text.split('/');
  const type = Object.values(recordTypes).find((each) => each === name);
  return type !== undefined && isId(id) ? { type, id } : undefined;
}

/**
 * All that is written of an activity. A status with which HubSpot would send (`SENDING`, `SCHEDULED`), guests
 * (`hs_attendee_owner_ids`) and reminders are in none of it; tests/crm/hubspot.test.ts holds requests to the list.
 */
export function activityProperties(
  entry: FieldedEntry<string>,
  owner: string,
  withMessageId: boolean,
): Record<string, string> {
  const { activity } = entry;
  const note = activityNote(entry, LONGEST, activity.kind !== 'email');
  const own = { ...entry.own, hs_timestamp: iso(activity.at), hubspot_owner_id: owner };
  switch (activity.kind) {
    case 'email': {
      const messageId = entry.aliases.find((alias) => MESSAGE_ID.test(alias) && alias.length <= 998);
      return {
        ...own,
        hs_email_direction: activity.direction === 'sent' ? 'EMAIL' : 'INCOMING_EMAIL',
        hs_email_status: 'SENT',
        hs_email_subject: activity.subject,
        hs_email_html: note,
        hs_email_headers: headersOf(activity.participants),
        ...(withMessageId && messageId ? { hs_email_message_id: messageId } : {}),
      };
    }
    case 'meeting':
      return {
        ...own,
        hs_meeting_title: activity.subject,
        hs_internal_meeting_notes: note,
        hs_meeting_start_time: iso(activity.at),
        hs_meeting_end_time: iso(activity.meeting.endsAt),
        hs_meeting_outcome: activity.meeting.status === 'cancelled' ? 'CANCELED' : 'COMPLETED',
        ...(activity.meeting.place ? { hs_meeting_location: activity.meeting.place } : {}),
        ...(activity.meeting.conferenceUrl
          ? { hs_meeting_external_url: activity.meeting.conferenceUrl }
          : {}),
      };
    case 'call':
      return {
        ...own,
        hs_call_title: activity.subject,
        hs_call_body: note,
        hs_call_direction: activity.direction === 'sent' ? 'OUTBOUND' : 'INBOUND',
        hs_call_duration: String(activity.minutes * 60_000),
        hs_call_status: 'COMPLETED',
      };
  }
}

/** The same for a record that is there: a text that is empty here stays as the record has it. */
export function changedProperties(entry: FieldedEntry<string>, owner: string): Record<string, string> {
  const { activity } = entry;
  const { hubspot_owner_id: _, ...properties } = activityProperties(entry, owner, false);
  const type = recordTypes[activity.kind];
  const dropped = new Set([
    ...(activity.summary === '' && activity.ownWords === '' ? [noteOf[type]] : []),
    ...(activity.subject === '' ? ['hs_email_subject', 'hs_meeting_title', 'hs_call_title'] : []),
  ]);
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !dropped.has(name)));
}

/** HubSpot fills sender and recipients from this; they cannot be written themselves. */
function headersOf(participants: Participant[]): string {
  const of = (role: Participant['role']) =>
    participants
      .filter((each) => each.role === role)
      .slice(0, 100)
      .map(mailbox);
  return JSON.stringify({ from: of('from')[0] ?? {}, to: of('to'), cc: of('cc'), bcc: [] });
}

function mailbox({ name, address }: Participant): Record<string, string> {
  const words = (name ?? '').trim().split(/\s+/);
  const last = words.length > 1 ? words.pop() : undefined;
  const first = words.join(' ');
  return { email: address, ...(first ? { firstName: first } : {}), ...(last ? { lastName: last } : {}) };
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

export interface Association {
  to: { id: string };
  types: ReturnType<typeof linkTypes>;
}

/** What a record hangs on. Without any it would be seen nowhere in HubSpot. */
export function associationsOf(
  type: RecordType | 'tasks',
  about: { contactIds: string[]; companyId?: string | undefined; dealId?: string | undefined },
): Association[] {
  const link = (to: ObjectType, ids: (string | undefined)[]): Association[] =>
    [...new Set(ids)].filter(isId).map((id) => ({ to: { id }, types: linkTypes(type, to) }));
  return [
    ...link('contacts', about.contactIds),
    ...link('companies', [about.companyId]),
    ...link('deals', [about.dealId]),
  ];
}
