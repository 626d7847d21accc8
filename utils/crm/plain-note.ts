import type { ActivityToLog } from '@/utils/crm/connector';
import { type Marks, sharedIds } from '@/utils/crm/marked-note';
import { outcomeSigns, personLine, roleSigns } from '@/utils/crm/signs';
import type { Activity } from '@/utils/model/activity';

/*
 * The plain text of a record in a CRM whose fields hold no markup: words stay words because nothing reads them as
 * anything else. Where there is no field for our key, the last line names it: `Ref: <Message-ID> sidelog-<key>`.
 */

const LEAD = 'Ref: ';

/** Ids under which a record in a CRM may stand for this entry; the first is the one that we write. */
export function markersOf({ key, aliases }: Pick<ActivityToLog, 'key' | 'aliases'>): string[] {
  return [...sharedIds(aliases).filter((id) => id.length <= 250), `sidelog-${key}`];
}

export interface PlainNote {
  /** The longest text that this field takes. */
  max: number;
  /** Who wrote to whom, where the CRM does not show it. */
  people: boolean;
  /** The exact time, where the CRM keeps the day alone. */
  time: boolean;
  /** A last line that names the record, where no field does. */
  ref: boolean;
}

/** What stands in the record. Own words give way where it is too long; the last line never. */
export function plainNote(entry: ActivityToLog, { max, people, time, ref }: PlainNote): string {
  const { activity } = entry;
  const lines = [
    ...(time ? [`⏱ ${utcTime(activity.at)}`] : []),
    ...(people ? peopleLines(activity) : []),
    ...detailLines(activity),
  ];
  const parts = [lines.join('\n'), activity.summary.trim(), activity.ownWords.trim()];
  const body = parts.filter((part) => part !== '').join('\n\n');
  const end = ref ? refLine(entry) : '';
  return `${body.slice(0, max - end.length)}${end}`.trim();
}

/** A task's text: the sentence that it comes from, and its key. */
export function plainTaskNote(note: string, key: string): string {
  return `${note.trim()}${refLine({ key, aliases: [] })}`.trim();
}

/** Whether there is anything to say beyond what a record has by itself: ours is forgotten a day after logging. */
export function hasWords({ summary, ownWords }: Activity): boolean {
  return summary.trim() !== '' || ownWords.trim() !== '';
}

/** What a record's last line says; null where it has none of ours. */
export function readPlainMarks(text: string | null | undefined): Marks | null {
  const line = (text ?? '').trimEnd().slice(-3000).split('\n').at(-1)?.trim() ?? '';
  if (!line.startsWith(LEAD)) return null;
  const words = line.slice(LEAD.length).split(' ').slice(0, 10);
  const key = /^sidelog-([0-9a-z-]{1,60})$/.exec(words.at(-1) ?? '')?.[1];
  return key === undefined ? null : { key, ids: words.slice(0, -1) };
}

/** `2026-11-20 14:30:05 UTC` */
export function utcTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** The calendar day of an instant in the rep's zone, `YYYY-MM-DD`. */
export function localDay(at: number): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The instant from `utcTime` in a text that `plainNote` made; undefined where there is none. */
export function timeIn(text: string): number | undefined {
  const match = /⏱ (\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}) UTC/.exec(text.slice(0, 200));
  return match ? Date.parse(`${match[1]}T${match[2]}Z`) : undefined;
}

function refLine({ key, aliases }: Pick<ActivityToLog, 'key' | 'aliases'>): string {
  return `\n\n${LEAD}${markersOf({ key, aliases }).join(' ')}`;
}

function peopleLines({ participants }: Activity): string[] {
  return (['from', 'to', 'cc'] as const).flatMap((role) => {
    const people = participants.filter((participant) => participant.role === role).slice(0, 60);
    return people.length === 0 ? [] : [`${roleSigns[role]} ${people.map(personLine).join(', ')}`];
  });
}

function detailLines(activity: Activity): string[] {
  const lines: string[] = [];
  if (activity.attachmentNames.length > 0) lines.push(`📎 ${activity.attachmentNames.join(', ')}`);
  if (activity.kind === 'meeting') {
    const { conferenceUrl, status } = activity.meeting;
    if (conferenceUrl !== '') lines.push(conferenceUrl);
    if (status === 'cancelled') lines.push('❌');
  }
  const { outcome, nextStep } = activity;
  if (outcome && outcomeSigns[outcome]) lines.push(outcomeSigns[outcome]);
  if (nextStep) lines.push(`☐ ${[nextStep.due, nextStep.text].filter(Boolean).join(' · ')}`);
  return lines;
}
