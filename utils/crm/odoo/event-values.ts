import type { ActivityToLog } from '@/utils/crm/connector';
import { escapeHtml } from '@/utils/crm/html';
import { activityNote, readMarks, sharedIds } from '@/utils/crm/marked-note';
import { escapeLike, idOf, toStamp } from '@/utils/crm/odoo/values';
import type { FieldedEntry } from '@/utils/crm/own-fields';
import { localDay } from '@/utils/crm/plain-note';
import type { MeetingActivity } from '@/utils/model/activity';

/** What a marked description holds. */
export const MARK = 'sidelog-';
const LONGEST = 60_000;
const CANCELLED = '<p>❌</p>';

/** Meetings and messages have numbers of their own each. */
export function eventId(id: number): string {
  return `event:${id}`;
}

/** The event's number, or undefined where the id names none. */
export function eventOf(remoteId: string): number | undefined {
  return remoteId.startsWith('event:') ? idOf(remoteId.slice(6)) : undefined;
}

export type MeetingToLog = FieldedEntry<unknown> & { activity: MeetingActivity };

export function isMeeting<T extends ActivityToLog>(entry: T): entry is T & { activity: MeetingActivity } {
  return entry.activity.kind === 'meeting';
}

/**
 * What is written for a new meeting, and all of it. The contacts stand in `partner_ids`, which is where a contact's
 * "Meetings" looks; the rep alone is an attendee, and attendees are whom Odoo writes to, now and when the meeting is
 * moved in Odoo later. Without `attendee_ids` it would make one of each partner. No deal: see `linkDeal`. No alarm.
 */
export function newEvent(entry: MeetingToLog, ownPartner: number) {
  const { activity } = entry;
  const others = [...activity.contactIds, ...(activity.contactIds.length === 0 ? [activity.companyId] : [])]
    .map(idOf)
    .filter((id) => id !== undefined);
  return {
    ...entry.own,
    name: activity.subject.trim() || '📅',
    ...times(activity),
    location: activity.meeting.place,
    description: activityNote(entry, LONGEST),
    show_as: showAs(activity),
    partner_ids: [[6, 0, [...new Set([ownPartner, ...others])]]],
    attendee_ids: [[0, 0, { partner_id: ownPartner }]],
    alarm_ids: [[6, 0, []]],
  };
}

/** What changes where it moved, was cancelled or was corrected; an empty text stays as the record has it. */
export function changedEvent(entry: MeetingToLog, description: string) {
  const { activity } = entry;
  const hasWords = activity.summary.trim() !== '' || activity.ownWords.trim() !== '';
  return {
    ...entry.own,
    ...(activity.subject.trim() === '' ? {} : { name: activity.subject }),
    ...times(activity),
    ...(activity.meeting.place.trim() === '' ? {} : { location: activity.meeting.place }),
    show_as: showAs(activity),
    description: hasWords ? activityNote(entry, LONGEST) : crossedOut(activity, description),
  };
}

function crossedOut({ meeting }: MeetingActivity, description: string): string {
  const without = description.startsWith(CANCELLED) ? description.slice(CANCELLED.length) : description;
  return meeting.status === 'cancelled' ? `${CANCELLED}${without}` : without;
}

function showAs({ meeting }: MeetingActivity): 'busy' | 'free' {
  return meeting.status === 'cancelled' ? 'free' : 'busy';
}

/** Odoo's days are the calendar's own, both ends included; its times are UTC. */
function times({ at, meeting: { endsAt, allDay } }: MeetingActivity) {
  if (!allDay) {
    return { allday: false, start: toStamp(at), stop: toStamp(Math.max(endsAt, at)) };
  }
  const [first, last] = [localDay(at), localDay(Math.max(endsAt - 1, at))];
  return {
    allday: true,
    start: `${first} 08:00:00`,
    stop: `${last} 18:00:00`,
    start_date: first,
    stop_date: last,
  };
}

/** Finds descriptions that may stand for this entry; `standsFor` decides. */
export function markedWith(entry: ActivityToLog): unknown[] {
  const words = [...sharedIds(entry.aliases), `${MARK}${entry.key}`];
  const leaves = words.map((word) => [
    'description',
    'ilike',
    // Odoo's sanitiser writes quotes as themselves.
    escapeLike(escapeHtml(word)).replaceAll(/&quot;|&#39;/g, '%'),
  ]);
  return [...leaves.slice(1).map(() => '|'), ...leaves];
}

/** Whether this description is one of ours, so that it may be changed. */
export function isOurs(description: string): boolean {
  return readMarks(description) !== null;
}
