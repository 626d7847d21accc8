import type { Changes } from '@/utils/crm/connector';
import { inTurn } from '@/utils/crm/in-turn';
import { readMarks } from '@/utils/crm/marked-note';
import {
  EVENT_FIELDS,
  type EventRow,
  Events,
  NOTE_FIELDS,
  type NoteRow,
  Notes,
} from '@/utils/crm/odoo/answers';
import { eventId, MARK } from '@/utils/crm/odoo/event-values';
import { aliasesOf, LOGGED_ON } from '@/utils/crm/odoo/find-messages';
import { isEmptyBody, kindOfBody } from '@/utils/crm/odoo/mail-body';
import { type Mirrored, recordChanges } from '@/utils/crm/odoo/record-changes';
import { fromStamp, textOf } from '@/utils/crm/odoo/values';
import type { Wire } from '@/utils/crm/odoo/wire';
import type { LoggedActivity } from '@/utils/model/contact';

const DAYS_30 = 30 * 24 * 60 * 60 * 1000;

/**
 * Mails that somebody logged or Odoo's mailbox fetch brought, and noted calls and meetings. What was written in Odoo
 * itself bears an id of Odoo's own making (`mail.tools.generate_tracking_message_id`), which no mailbox shows.
 */
const recentNotes: Mirrored<NoteRow, LoggedActivity> = {
  model: 'mail.message',
  among: [
    ['model', 'in', LOGGED_ON],
    ['message_type', 'in', ['comment', 'email']],
    ['message_id', '!=', false],
    ['message_id', 'not ilike', '-openerp-'],
  ],
  live: [],
  isLive: (row) => !isEmptyBody(textOf(row.body)),
  fields: () => NOTE_FIELDS,
  rows: Notes,
  recentMs: DAYS_30,
  toItem: (row) => {
    const messageId = textOf(row.message_id);
    if (messageId === '') return undefined;
    return {
      id: String(row.id),
      aliases: aliasesOf(messageId).map((alias) => alias.slice(0, 1000)),
      updatedAt: fromStamp(row.write_date),
      kind: row.message_type === 'email' ? 'email' : kindOfBody(textOf(row.body)),
      subject: textOf(row.subject).slice(0, 1000),
      ...(row.date ? { at: fromStamp(row.date) } : {}),
      contactIds: row.model === 'res.partner' && row.res_id ? [String(row.res_id)] : [],
    };
  },
};

/** Meetings that bear our mark. */
const recentEvents: Mirrored<EventRow, LoggedActivity> = {
  model: 'calendar.event',
  among: [['description', 'ilike', MARK]],
  live: [],
  isLive: (row) => row.active && readMarks(textOf(row.description)) !== null,
  fields: () => EVENT_FIELDS,
  rows: Events,
  idOf: eventId,
  recentMs: DAYS_30,
  toItem: (row) => {
    const marks = readMarks(textOf(row.description));
    if (!marks) return undefined;
    return {
      id: eventId(row.id),
      aliases: [marks.key, ...marks.ids].map((alias) => alias.slice(0, 1000)),
      updatedAt: fromStamp(row.write_date),
      kind: 'meeting',
      subject: textOf(row.name).slice(0, 1000),
      ...(row.start ? { at: fromStamp(row.start) } : {}),
      contactIds: row.partner_ids.slice(0, 50).map(String),
    };
  },
};

/** What was logged in the last 30 days, and since. `calendar`: whether meetings stand in Odoo's calendar here. */
export async function recentActivities(
  wire: Wire,
  calendar: boolean,
  cursor: string | null,
): Promise<Changes<LoggedActivity>> {
  const notes = (from: string | null) => recordChanges(wire, recentNotes, from);
  const events = (from: string | null) => recordChanges(wire, recentEvents, from);
  return inTurn(calendar ? [notes, events] : [notes], cursor);
}
