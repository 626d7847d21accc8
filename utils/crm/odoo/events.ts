import type { ActivityToLog, Found, Logged } from '@/utils/crm/connector';
import { CrmFault, fail } from '@/utils/crm/errors';
import { type Standing, settleOne } from '@/utils/crm/first-stays';
import { readMarks, standsFor } from '@/utils/crm/marked-note';
import { Anything, EVENT_FIELDS, Events, FieldDefs, Ids } from '@/utils/crm/odoo/answers';
import {
  changedEvent,
  eventId,
  eventOf,
  isOurs,
  type MeetingToLog,
  markedWith,
  newEvent,
} from '@/utils/crm/odoo/event-values';
import { idOf, linkedId, textOf } from '@/utils/crm/odoo/values';
import type { Wire } from '@/utils/crm/odoo/wire';
import type { Fault } from '@/utils/model/outbox';

/*
 * A meeting is a `calendar.event`: in the rep's Odoo calendar and under "Meetings" of the contact and the deal. Each of
 * these words takes away one way of telling somebody: invitations and changes to attendees, reminders and the way to
 * Google's and Microsoft's calendars, followers and log lines. Read in the sources of 17.0, tried on a live one.
 */

const model = 'calendar.event';
const quiet = {
  no_mail_to_attendees: true,
  dont_notify: true,
  tracking_disable: true,
  mail_create_nosubscribe: true,
  mail_auto_subscribe_no_notify: true,
};

/**
 * Whether meetings are to stand in Odoo's calendar: not where it has none, and not where Odoo itself syncs the reps'
 * calendars. There the meeting is in it already, and a second one would be sent to Google or Microsoft.
 */
export async function hasOwnCalendar(wire: Wire): Promise<boolean> {
  try {
    const fields = await wire.call({
      purpose: 'find',
      model,
      method: 'fields_get',
      args: { allfields: ['start', 'google_id', 'need_sync', 'need_sync_m'], attributes: ['type'] },
      answer: FieldDefs,
    });
    return Object.keys(fields).length === 1 && 'start' in fields;
  } catch (error) {
    if (error instanceof CrmFault && ['refused', 'not-permitted', 'gone'].includes(error.fault.kind))
      return false;
    throw error;
  }
}

/** The meetings that are in Odoo's calendar: logged by us or by a colleague. */
export async function findEvents(wire: Wire, entries: ActivityToLog[]): Promise<Found> {
  const found: Found = new Map();
  for (const [key, [first]] of await standingEvents(wire, entries)) if (first) found.set(key, first.remoteId);
  return found;
}

/** By key the meetings that stand for each entry, the oldest (the lowest id) first. */
export async function standingEvents(wire: Wire, entries: ActivityToLog[]): Promise<Map<string, Standing[]>> {
  const found = new Map<string, Standing[]>();
  if (entries.length === 0) return found;
  const leaves = entries.map(markedWith);
  const rows = await wire.call({
    purpose: 'find',
    model,
    method: 'search_read',
    args: {
      domain: [...leaves.slice(1).map(() => '|'), ...leaves.flat()],
      fields: [...EVENT_FIELDS, 'create_uid'],
      order: 'id',
    },
    fields: ['description'],
    answer: Events,
  });
  for (const row of rows) {
    const marks = readMarks(textOf(row.description));
    const one = { remoteId: eventId(row.id), own: linkedId(row.create_uid) === wire.uid };
    for (const entry of entries) {
      if (standsFor(marks, entry)) found.set(entry.key, [...(found.get(entry.key) ?? []), one]);
    }
  }
  return found;
}

/** Creates each, then reads back: of two that were created at the same time the later (the higher id) removes itself. */
export async function logEvents(
  wire: Wire,
  ownPartner: number,
  entries: MeetingToLog[],
): Promise<(Logged | { fault: Fault })[]> {
  const answers: (Logged | { fault: Fault })[] = [];
  for (const entry of entries) {
    try {
      answers.push(await logEvent(wire, ownPartner, entry));
    } catch (error) {
      if (!(error instanceof CrmFault)) throw error;
      answers.push({ fault: error.fault });
    }
  }
  return answers;
}

async function logEvent(wire: Wire, ownPartner: number, entry: MeetingToLog): Promise<Logged> {
  const { contactIds, companyId, dealId } = entry.activity;
  if ([...contactIds, companyId, dealId].every((id) => idOf(id) === undefined))
    return fail({ kind: 'refused', reason: 'no-contact', field: 'contactIds' });
  const values = newEvent(entry, ownPartner);
  const [id] = await wire.call({
    purpose: 'log',
    model,
    method: 'create',
    args: { vals_list: [values] },
    context: quiet,
    fields: Object.keys(values),
    answer: Ids,
  });
  if (id === undefined) return fail({ kind: 'not-understood', step: `${model} create` });
  const standing = (await standingEvents(wire, [entry])).get(entry.key) ?? [];
  const logged = await settleOne(eventId(id), standing, (remoteId) => removeEventOf(wire, remoteId));
  if (logged.created) await linkDeal(wire, id, idOf(dealId));
  return logged;
}

/**
 * A meeting that is created with a deal posts on it (`crm.lead` `log_meeting`), which notifies; one that is put under it
 * later does not. Where the deal is gone or not this user's, the meeting stays with its contacts.
 */
async function linkDeal(wire: Wire, id: number, deal: number | undefined): Promise<void> {
  if (deal === undefined) return;
  try {
    await writeEvent(wire, id, { opportunity_id: deal });
  } catch (error) {
    if (!(error instanceof CrmFault)) throw error;
  }
}

/** Makes the meeting say this now. One that is not ours any more (its description was replaced) is left alone. */
export async function updateEvent(wire: Wire, id: number, entry: MeetingToLog): Promise<void> {
  const [row] = await wire.call({
    purpose: 'find',
    model,
    method: 'search_read',
    args: { domain: [['id', '=', id]], fields: EVENT_FIELDS, limit: 1 },
    answer: Events,
  });
  if (!row) return fail({ kind: 'gone' });
  const description = textOf(row.description);
  if (isOurs(description)) await writeEvent(wire, id, changedEvent(entry, description));
}

async function writeEvent(wire: Wire, id: number, values: Record<string, unknown>): Promise<void> {
  await wire.call({
    purpose: 'log',
    model,
    method: 'write',
    ids: [id],
    args: { vals: values },
    context: quiet,
    fields: Object.keys(values),
    answer: Anything,
  });
}

async function removeEventOf(wire: Wire, remoteId: string): Promise<void> {
  const id = eventOf(remoteId);
  if (id !== undefined) await removeEvent(wire, id);
}

/** What is gone already is fine. */
export async function removeEvent(wire: Wire, id: number): Promise<void> {
  const there = await wire.call({
    purpose: 'find',
    model,
    method: 'search',
    args: { domain: [['id', '=', id]] },
    context: { active_test: false },
    answer: Ids,
  });
  if (there.length === 0) return;
  try {
    await wire.call({
      purpose: 'remove',
      model,
      method: 'unlink',
      ids: [id],
      context: quiet,
      answer: Anything,
    });
  } catch (error) {
    if (!(error instanceof CrmFault) || error.fault.kind !== 'gone') throw error;
  }
}
