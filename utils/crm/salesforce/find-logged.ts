import type { ActivityToLog } from '@/utils/crm/connector';
import type { Standing } from '@/utils/crm/first-stays';
import { standsFor } from '@/utils/crm/marked-note';
import { markersOf, readPlainMarks } from '@/utils/crm/plain-note';
import { CandidateRow } from '@/utils/crm/salesforce/answers';
import { messageIdsOf } from '@/utils/crm/salesforce/records';
import type { Shape } from '@/utils/crm/salesforce/shape';
import { chunked, dateTime, quoteList } from '@/utils/crm/salesforce/soql';
import { rowsOf, type Wire } from '@/utils/crm/salesforce/wire';

/** How many of a person's newest events are looked at where no field bears our key. */
const SCANNED = 500;
/** How many queries one request holds. */
const TOGETHER = 25;

type Where = 'EmailMessage' | 'Task' | 'Event';
interface Candidate extends CandidateRow {
  on: Where;
}

/**
 * The live records that stand for each entry, the oldest first, from the tables themselves (SOSL and search have a
 * lag): mails by Message-ID, tasks by `CallObject`, events by the administrator's field; where there is no such field,
 * by the last line of the text of what is known about the same people or begins at the same time. `own`: this user made
 * it; null: nobody asks.
 */
export async function findCandidates(
  wire: Wire,
  shape: Shape,
  user: string | null,
  entries: readonly ActivityToLog[],
): Promise<Map<string, Standing[]>> {
  const asked = queriesFor(shape, entries);
  const rows: Candidate[] = [];
  for (let from = 0; from < asked.length; from += TOGETHER) {
    const part = asked.slice(from, from + TOGETHER);
    const answers = await wire.queries(
      'find',
      part.map(({ soql }) => soql),
      CandidateRow,
    );
    for (const [index, { on }] of part.entries()) {
      for (const row of rowsOf(answers[index], `${on} query`)) rows.push({ ...row, on });
    }
  }
  rows.sort((a, b) => compare(a.CreatedDate, b.CreatedDate) || compare(a.Id, b.Id));
  const index = indexOf(rows);
  const found = new Map<string, Standing[]>();
  for (const entry of entries) {
    const ids = namesOf(entry).flatMap((name) => index.get(name) ?? []);
    const described = rows.filter(
      (row) =>
        row.on !== 'EmailMessage' &&
        row.Description &&
        fits(row.on, entry) &&
        standsFor(readPlainMarks(row.Description), entry),
    );
    const all = new Set([...ids, ...described.map(({ Id }) => Id)]);
    const ordered = new Map(rows.filter(({ Id }) => all.has(Id)).map((row) => [row.Id, row]));
    const standing = [...ordered.values()].map(({ Id, CreatedById }) => ({
      remoteId: Id,
      own: CreatedById === user,
    }));
    if (standing.length > 0) found.set(entry.key, standing);
  }
  return found;
}

function fits(on: Where, { activity }: ActivityToLog): boolean {
  return (on === 'Event') === (activity.kind === 'meeting');
}

/** What a record's own field may say for this entry. */
function namesOf(entry: ActivityToLog): string[] {
  const { kind } = entry.activity;
  const names = markersOf(entry).map((name) => `${kind === 'meeting' ? 'Event' : 'Task'} ${name}`);
  return kind === 'email'
    ? [...names, ...messageIdsOf(entry).map((id) => `EmailMessage ${bare(id)}`)]
    : names;
}

function indexOf(rows: readonly Candidate[]): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const row of rows) {
    const own =
      row.on === 'EmailMessage' ? bare(row.MessageIdentifier ?? '') : (row.CallObject ?? row.Sidelog_Key__c);
    if (!own) continue;
    const name = `${row.on} ${own}`;
    index.set(name, [...(index.get(name) ?? []), row.Id]);
  }
  return index;
}

function bare(messageId: string): string {
  return messageId.replace(/^<(.*)>$/, '$1');
}

function queriesFor(shape: Shape, entries: readonly ActivityToLog[]): { on: Where; soql: string }[] {
  const mails = entries.filter(({ activity }) => activity.kind === 'email');
  const inTasks = entries.filter(({ activity }) => activity.kind !== 'meeting');
  const meetings = entries.filter(({ activity }) => activity.kind === 'meeting');
  return [
    ...(shape.emailMessages
      ? byField('EmailMessage', 'MessageIdentifier', [
          ...new Set(mails.flatMap(messageIdsOf).flatMap((id) => [id, bare(id)])),
        ])
      : []),
    ...(shape.taskKey
      ? byField('Task', shape.taskKey, [...new Set(inTasks.flatMap(markersOf))])
      : byText('Task', 'ActivityDate', inTasks)),
    ...(shape.eventKey
      ? byField('Event', shape.eventKey, [...new Set(meetings.flatMap(markersOf))])
      : byText('Event', 'StartDateTime', meetings)),
  ];
}

function byField(on: Where, field: string, values: string[]): { on: Where; soql: string }[] {
  return chunked(values).map((chunk) => ({
    on,
    soql: `SELECT Id, CreatedDate, CreatedById, ${field} FROM ${on} WHERE ${field} IN ${quoteList(chunk)} ORDER BY CreatedDate, Id LIMIT 2000`,
  }));
}

/** Text cannot be filtered by: what is about the same people, or at the same time, is read. */
function byText(
  on: 'Task' | 'Event',
  timeField: string,
  entries: readonly ActivityToLog[],
): { on: Where; soql: string }[] {
  return entries.map(({ activity }) => {
    const { contactIds, companyId, dealId, at } = activity;
    const what = [companyId, dealId].flatMap((id) => id ?? []);
    // A day in any zone, so that a task of a colleague's elsewhere is among them.
    const [from, to] = [at - 86_400_000, at + 86_400_000];
    const time =
      on === 'Event'
        ? `${timeField} = ${dateTime(at)}`
        : `(${timeField} >= ${dateTime(from).slice(0, 10)} AND ${timeField} <= ${dateTime(to).slice(0, 10)})`;
    const about = [
      ...(contactIds.length > 0 ? [`WhoId IN ${quoteList(contactIds)}`] : []),
      ...(what.length > 0 ? [`WhatId IN ${quoteList(what)}`] : []),
    ];
    const where = [...about, time].join(' OR ');
    return {
      on,
      soql: `SELECT Id, CreatedDate, CreatedById, Description FROM ${on} WHERE ${where} ORDER BY CreatedDate DESC, Id DESC LIMIT ${SCANNED}`,
    };
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
