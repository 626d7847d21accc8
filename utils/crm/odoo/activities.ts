import type { ActivityToLog, Found, Logged } from '@/utils/crm/connector';
import { fail } from '@/utils/crm/errors';
import { readBackEach } from '@/utils/crm/first-stays';
import { eventOf, isMeeting } from '@/utils/crm/odoo/event-values';
import { findEvents, logEvents, removeEvent, standingEvents, updateEvent } from '@/utils/crm/odoo/events';
import { findLogged, standingMessages } from '@/utils/crm/odoo/find-messages';
import { updateMessage } from '@/utils/crm/odoo/message-update';
import { logMails, removeMessage } from '@/utils/crm/odoo/messages';
import { idOf } from '@/utils/crm/odoo/values';
import type { Wire } from '@/utils/crm/odoo/wire';
import type { FieldedEntry } from '@/utils/crm/own-fields';
import type { Fault } from '@/utils/model/outbox';

/** What is needed to write: mails and calls are notes, meetings too where Odoo's calendar is not for us to write in. */
export interface Place {
  wire: Wire;
  ownPartner: number | undefined;
  noteSubtype: number;
  calendar: boolean;
}

/** The entries that are in Odoo; a meeting may stand in the calendar or, from before there was one, as a note. */
export async function findActivities(
  wire: Wire,
  calendar: () => Promise<boolean>,
  entries: ActivityToLog[],
): Promise<Found> {
  const notes = await findLogged(wire, entries);
  const meetings = entries.filter((entry) => isMeeting(entry) && !notes.has(entry.key));
  if (meetings.length === 0 || !(await calendar())) return notes;
  return new Map([...notes, ...(await findEvents(wire, meetings))]);
}

/** What stands for entries that may have been created without an answer; of several the first. */
export async function readBack(
  wire: Wire,
  calendar: () => Promise<boolean>,
  entries: ActivityToLog[],
): Promise<Map<string, Logged>> {
  return readBackEach(
    entries,
    async () => {
      const notes = await standingMessages(wire, entries);
      const meetings = entries.filter((entry) => isMeeting(entry) && !notes.has(entry.key));
      if (meetings.length === 0 || !(await calendar())) return notes;
      return new Map([...notes, ...(await standingEvents(wire, meetings))]);
    },
    (remoteId) => removeActivity(wire, remoteId),
  );
}

/** In the order given, whatever the kinds. */
export async function logActivities(
  { wire, ownPartner, noteSubtype, calendar }: Place,
  entries: FieldedEntry<unknown>[],
): Promise<(Logged | { fault: Fault })[]> {
  // Without a partner of the rep's own, Odoo would make guests of the contacts.
  const meetings = calendar && ownPartner !== undefined ? entries.filter(isMeeting) : [];
  const notes = entries.filter((entry) => !meetings.some((meeting) => meeting === entry));
  const ofNotes = notes.length > 0 ? await logMails(wire, ownPartner, noteSubtype, notes) : [];
  const ofMeetings =
    ownPartner === undefined || meetings.length === 0 ? [] : await logEvents(wire, ownPartner, meetings);
  const order: FieldedEntry<unknown>[] = [...notes, ...meetings];
  const answers = [...ofNotes, ...ofMeetings];
  return entries.map(
    (entry) => answers[order.indexOf(entry)] ?? { fault: { kind: 'not-understood', step: 'log' } as const },
  );
}

export async function updateActivity(
  wire: Wire,
  remoteId: string,
  entry: FieldedEntry<unknown>,
): Promise<void> {
  const event = eventOf(remoteId);
  if (event === undefined) return updateMessage(wire, idOf(remoteId) ?? fail({ kind: 'gone' }), entry);
  if (!isMeeting(entry)) return fail({ kind: 'not-understood', step: 'update' });
  return updateEvent(wire, event, entry);
}

export async function removeActivity(wire: Wire, remoteId: string): Promise<void> {
  const event = eventOf(remoteId);
  return event === undefined ? removeMessage(wire, remoteId) : removeEvent(wire, event);
}
