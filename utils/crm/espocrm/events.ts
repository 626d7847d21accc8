import type { ActivityToLog, Found, Logged } from '@/utils/crm/connector';
import { CrmFault } from '@/utils/crm/errors';
import { Anything, IdRow } from '@/utils/crm/espocrm/answers';
import type { EspoEntry } from '@/utils/crm/espocrm/describe';
import { findMarked, firstOf, standingOf } from '@/utils/crm/espocrm/marked';
import { bears, marksOf } from '@/utils/crm/espocrm/marks';
import { hangUnder, targetOf } from '@/utils/crm/espocrm/target';
import { idOf, toStamp, toTitle } from '@/utils/crm/espocrm/values';
import type { Wire } from '@/utils/crm/espocrm/wire';
import { eventDescription } from '@/utils/crm/espocrm/write-up';
import type { Standing } from '@/utils/crm/first-stays';
import type { Activity, CallActivity, MeetingActivity } from '@/utils/model/activity';
import type { Fault } from '@/utils/model/outbox';

/*
 * Meetings and calls that took place. EspoCRM invites nobody by itself: that is its button "Send Invitations", a request
 * of its own which is never made; no guest stands on the record but contacts, none of its users but the rep, and it has
 * no reminder.
 */

type Event = MeetingActivity | CallActivity;
type EventToLog = ActivityToLog & { activity: Event };
type FieldedEvent = EspoEntry & { activity: Event };
type EventEntity = 'Meeting' | 'Call';

function entityOf({ kind }: Event): EventEntity {
  return kind === 'meeting' ? 'Meeting' : 'Call';
}

export function isEvent<T extends ActivityToLog>(entry: T): entry is T & { activity: Event } {
  return entry.activity.kind !== 'email';
}

/** The entries that are there and live. */
export async function findEvents(wire: Wire, entries: EventToLog[]): Promise<Found> {
  const found: Found = new Map();
  for (const [key, [first]] of await standingEvents(wire, entries)) if (first) found.set(key, first.remoteId);
  return found;
}

/** By key the records that stand for each entry, the oldest first. */
export async function standingEvents(wire: Wire, entries: EventToLog[]): Promise<Map<string, Standing[]>> {
  const found = new Map<string, Standing[]>();
  for (const entity of ['Meeting', 'Call'] as const) {
    const ours = entries.filter(({ activity }) => entityOf(activity) === entity);
    if (ours.length === 0) continue;
    const rows = await findMarked(wire, entity, [...new Set(ours.flatMap(marksOf))]);
    for (const entry of ours) {
      const marks = marksOf(entry);
      const bearing = rows.filter(({ description }) => bears(description, marks));
      if (bearing.length > 0) found.set(entry.key, standingOf(wire, entity, bearing));
    }
  }
  return found;
}

/** Creates it, looks whether somebody was faster, and hangs it under its record. */
async function logEvent(wire: Wire, entry: FieldedEvent): Promise<Logged | { fault: Fault }> {
  const { activity } = entry;
  const target = targetOf(activity);
  if (!target) return { fault: { kind: 'refused', reason: 'no-contact', field: 'contactIds' } };
  const entity = entityOf(activity);
  const marks = marksOf(entry);
  const { id } = await wire.ask({
    purpose: 'log',
    method: 'POST',
    path: entity,
    body: {
      ...entry.own,
      ...timesOf(activity),
      name: toTitle(activity.subject) || '–',
      description: eventDescription(activity, marks),
      assignedUserId: wire.user.id,
      // The contacts by their columns: by `contactsIds`, EspoCRM would tell the first one's followers.
      contactsColumns: Object.fromEntries(
        activity.contactIds.flatMap((contact) => (idOf(contact) ? [[contact, { status: 'None' }]] : [])),
      ),
      ...directionOf(activity),
    },
    answer: IdRow,
  });
  const logged = await firstOf(wire, entity, id, marks);
  const fault = logged.created ? await hangUnder(wire, entity, id, target) : undefined;
  return fault ? { fault } : logged;
}

/** `logEvent` for each, one fault for one entry. */
export async function logEvents(wire: Wire, entries: FieldedEvent[]): Promise<(Logged | { fault: Fault })[]> {
  const answers: (Logged | { fault: Fault })[] = [];
  for (const entry of entries) {
    try {
      answers.push(await logEvent(wire, entry));
    } catch (error) {
      if (!(error instanceof CrmFault)) throw error;
      answers.push({ fault: error.fault });
    }
  }
  return answers;
}

/** Makes it say this. What is empty stays as it is there: our texts are forgotten a day after logging. */
export async function updateEvent(wire: Wire, remoteId: string, entry: FieldedEvent): Promise<void> {
  const { activity } = entry;
  const texts = activity.summary.trim() !== '' || activity.ownWords.trim() !== '';
  const body = {
    ...entry.own,
    ...timesOf(activity),
    ...(activity.subject.trim() === '' ? {} : { name: toTitle(activity.subject) }),
    ...(texts ? { description: eventDescription(activity, marksOf(entry)) } : {}),
    ...directionOf(activity),
    ...targetOf(activity),
  };
  await wire.ask({ purpose: 'log', method: 'PATCH', path: remoteId, body, answer: Anything });
}

function timesOf(activity: Event): Record<string, string> {
  const end = activity.kind === 'meeting' ? activity.meeting.endsAt : activity.at + activity.minutes * 60_000;
  const cancelled = activity.kind === 'meeting' && activity.meeting.status === 'cancelled';
  return {
    status: cancelled ? 'Not Held' : 'Held',
    dateStart: toStamp(activity.at),
    dateEnd: toStamp(Math.max(end, activity.at)),
  };
}

function directionOf(activity: Activity): Record<string, string> {
  return activity.kind === 'call'
    ? { direction: activity.direction === 'sent' ? 'Outbound' : 'Inbound' }
    : {};
}
