import Papa from 'papaparse';
import { openNotebook } from '@/utils/crm/notebook/book';
import type { Activity, Participant } from '@/utils/model/activity';
import type { Book } from '@/utils/model/messages';

/** Bumped when the JSON's shape changes, so that an import knows what it reads. */
export const EXPORT_VERSION = 1;

/** Spreadsheets run a cell that begins so as a formula (OWASP, "CSV Injection"); full-width forms too. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Without it, spreadsheets read UTF-8 as something older and garble every umlaut. */
const BYTE_ORDER_MARK = '\uFEFF';

export interface NotebookExport {
  csv: { name: string; content: string }[];
  json: string;
}

/** The whole notebook: a CSV for each table, for spreadsheets, and one JSON that loses nothing. */
export async function exportNotebook(book: Book, now: number = Date.now()): Promise<NotebookExport> {
  const database = openNotebook(book);
  const [contacts, companies, activities, tasks] = await database.transaction('r', database.tables, () =>
    Promise.all([
      database.contacts.orderBy('name').toArray(),
      database.companies.orderBy('name').toArray(),
      database.activities.orderBy('at').toArray(),
      database.tasks.toArray(),
    ]),
  );
  const names = new Map(contacts.map((contact) => [contact.id, contact.name]));
  const nameOf = (id: string): string => names.get(id) ?? id;

  return {
    csv: [
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
    ],
    json: JSON.stringify(
      {
        format: 'sidelog-notebook',
        version: EXPORT_VERSION,
        exportedAt: iso(now),
        contacts: contacts.map(withoutChange),
        companies: companies.map(withoutChange),
        activities: activities.map(withoutChange),
        tasks: tasks.map(withoutChange),
      },
      null,
      2,
    ),
  };
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

function withoutChange<T extends { change: number }>(row: T): Omit<T, 'change'> {
  const { change: _, ...rest } = row;
  return rest;
}
