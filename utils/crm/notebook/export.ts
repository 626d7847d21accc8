import Papa from 'papaparse';
import { openNotebook } from '@/utils/crm/notebook/book';
import { readWhole } from '@/utils/crm/notebook/whole';
import type { Activity, Participant } from '@/utils/model/activity';
import type { Book } from '@/utils/model/messages';

/** Spreadsheets run a cell that begins so as a formula (OWASP, "CSV Injection"); full-width forms too. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Without it, spreadsheets read UTF-8 as something older and garble every umlaut. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The whole notebook for spreadsheets: a CSV a table. What loses nothing is the backup (utils/actions/export-everything.ts). */
export async function exportNotebook(book: Book): Promise<{ name: string; content: string }[]> {
  const { contacts, companies, activities, tasks } = await readWhole(openNotebook(book));
  const names = new Map(contacts.map((contact) => [contact.id, contact.name]));
  const nameOf = (id: string): string => names.get(id) ?? id;

  return [
    sheet(
      'contacts.csv',
      ['id', 'name', 'addresses', 'phones', 'title', 'company', 'website', 'postalAddress', 'updatedAt'],
      contacts.map((row) => [
        row.id,
        row.name,
        row.addresses.join('; '),
        row.phones.join('; '),
        row.title ?? '',
        row.companyName ?? '',
        row.website ?? '',
        row.postalAddress ?? '',
        iso(row.updatedAt),
      ]),
    ),
    sheet(
      'companies.csv',
      ['id', 'name', 'domains', 'updatedAt'],
      companies.map((row) => [row.id, row.name, row.domains.join('; '), iso(row.updatedAt)]),
    ),
    sheet(
      'activities.csv',
      [
        'key',
        'kind',
        'direction',
        'at',
        'endsAt',
        'minutes',
        'subject',
        'from',
        'to',
        'cc',
        'contacts',
        'outcome',
        'nextStep',
        'due',
        'summary',
        'text',
        'attachments',
        'place',
        'conference',
        'status',
        'answers',
      ],
      activities.map(({ key, activity }) => [
        key,
        activity.kind,
        activity.direction,
        iso(activity.at),
        endOf(activity),
        activity.kind === 'call' ? String(activity.minutes) : '',
        activity.subject,
        people(activity.participants, 'from'),
        people(activity.participants, 'to'),
        people(activity.participants, 'cc'),
        activity.contactIds.map(nameOf).join('; '),
        activity.outcome ?? '',
        activity.nextStep?.text ?? '',
        activity.nextStep?.due ?? '',
        activity.summary,
        activity.ownWords,
        activity.attachmentNames.join('; '),
        activity.kind === 'meeting' ? activity.meeting.place : '',
        activity.kind === 'meeting' ? activity.meeting.conferenceUrl : '',
        activity.kind === 'meeting' ? activity.meeting.status : '',
        answers(activity.participants),
      ]),
    ),
    sheet(
      'tasks.csv',
      ['id', 'title', 'dueDate', 'done', 'contacts'],
      tasks.map((row) => [
        row.id,
        row.title,
        row.dueDate ?? '',
        row.done ? 'yes' : 'no',
        row.contactIds.map(nameOf).join('; '),
      ]),
    ),
  ];
}

function sheet(name: string, fields: string[], data: string[][]): { name: string; content: string } {
  const rows = Papa.unparse({ fields, data }, { escapeFormulae: FORMULA, newline: '\r\n' });
  return { name, content: `${BYTE_ORDER_MARK}${rows}\r\n` };
}

/** Of a whole-day meeting the first instant after it, as calendars have it. */
function endOf(activity: Activity): string {
  return activity.kind === 'meeting' ? iso(activity.meeting.endsAt) : '';
}

function answers(participants: Participant[]): string {
  return participants.flatMap(({ address, answer }) => (answer ? [`${address}: ${answer}`] : [])).join('; ');
}

function people(participants: Participant[], role: Participant['role']): string {
  return participants
    .filter((participant) => participant.role === role)
    .map(({ name, address }) => (name ? `${name} <${address}>` : address))
    .join('; ');
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
