import type { ActivityToLog } from '@/utils/crm/connector';
import { escapeHtml, paragraphs, withBreaks } from '@/utils/crm/html';
import { outcomeSigns, personLine, roleSigns } from '@/utils/crm/signs';
import type { Activity } from '@/utils/model/activity';
import { isOccurrence } from '@/utils/understand/meeting-id';

/*
 * The text of a record in a CRM that has no field for our key: HTML with a last line that names it,
 * `Ref: <Message-ID or calendar UID …> sidelog-<key>`. Plain words in it survive every sanitiser, comments and data
 * attributes do not. Only that last line is read: words of a mail can quote somebody else's line, never be the last.
 */

/** What a record's last line says. `ids` as `ActivityToLog.aliases` has them. */
export interface Marks {
  key: string;
  ids: string[];
}

const LEAD = 'Ref: ';
export const MESSAGE_ID = /^<[^<>\s]+@[^<>\s]+>$/;
const MARK = /^sidelog-([0-9a-z-]{1,60})$/;
/** More than this of the end is not read. */
const TAIL = 8000;

/**
 * The whole record as HTML of at most `max` characters; own words give way, the last line never.
 * `people: false` where the CRM shows who wrote to whom by itself.
 */
export function activityNote({ key, aliases, activity }: ActivityToLog, max: number, people = true): string {
  const lines = [...(people ? peopleLines(activity) : []), ...detailLines(activity)];
  const summary = activity.summary.trim();
  const head = lines.length === 0 ? '' : `<p>${lines.join('<br>')}</p>`;
  const start = `${head.slice(0, max / 2) === head ? head : ''}${summary === '' ? '' : `<p>${withBreaks(summary)}</p>`}`;
  const end = lastLine(key, aliases);
  let words = activity.ownWords;
  for (;;) {
    const html = `${start}${paragraphs(words)}${end}`;
    if (html.length <= max || words === '') return html;
    // Markup at most sixfolds a character, so a few rounds are enough.
    words = words.slice(
      0,
      Math.max(0, Math.min(words.length - 1, Math.floor(words.length * (max / html.length)) - 50)),
    );
    words = words === '' ? '' : `${words.trimEnd()} …`;
  }
}

/** A task's text: the sentence that it comes from, and its key. */
export function taskNote(note: string, key: string): string {
  return `${note.trim() === '' ? '' : `<p>${withBreaks(note)}</p>`}${lastLine(key, [])}`;
}

function lastLine(key: string, aliases: string[]): string {
  return `<p><small>${escapeHtml([`${LEAD.trim()}`, ...sharedIds(aliases), `sidelog-${key}`].join(' '))}</small></p>`;
}

/** The ids that a colleague's entry has too: Message-IDs and calendar UIDs; ids of a mail site are the rep's own. */
export function sharedIds(aliases: string[]): string[] {
  const events = aliases.filter((alias) => /^event:\S+$/.test(alias));
  const occurrences = events.filter(isOccurrence);
  const mails = aliases.filter((alias) => MESSAGE_ID.test(alias));
  // The series' UID stands for none of its occurrences.
  return [...mails, ...(occurrences.length > 0 ? occurrences : events)]
    .filter((alias) => alias.length <= 300)
    .slice(0, 4);
}

/** What a record's last line says; null where it has none of ours. */
export function readMarks(html: string | null | undefined): Marks | null {
  const text = plainText((html ?? '').slice(-TAIL));
  const at = text.lastIndexOf(LEAD);
  if (at < 0) return null;
  const words = text
    .slice(at + LEAD.length)
    .split(/\s+/)
    .slice(0, 10);
  const last = words.findIndex((word) => MARK.test(word));
  const key = MARK.exec(words[last] ?? '')?.[1];
  return key === undefined ? null : { key, ids: words.slice(0, last) };
}

/** Whether a record with these marks stands for this entry. */
export function standsFor(
  marks: Marks | null,
  { key, aliases }: Pick<ActivityToLog, 'key' | 'aliases'>,
): boolean {
  if (marks === null) return false;
  return marks.key === key || sharedIds(aliases).some((id) => marks.ids.includes(id));
}

/** Words without tags, entities read once. Linear. */
function plainText(html: string): string {
  const parts: string[] = [];
  let inTag = false;
  let tags = false;
  let word = '';
  for (const character of html) {
    if (character === '<') {
      parts.push(word);
      word = '';
      inTag = true;
      tags = true;
    } else if (character === '>' && (inTag || !tags)) {
      // The first one may end a tag that began before the part that is read; later ones are words.
      word = inTag ? ' ' : '';
      inTag = false;
      tags = true;
    } else if (!inTag) word += character;
  }
  if (!inTag) parts.push(word);
  return parts
    .join('')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('\u00a0', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/[^\S ]+/g, ' ');
}

function peopleLines(activity: Activity): string[] {
  return (['from', 'to', 'cc'] as const).flatMap((role) => {
    const people = activity.participants.filter((participant) => participant.role === role).slice(0, 60);
    return people.length === 0
      ? []
      : [`<b>${roleSigns[role]}</b> ${escapeHtml(people.map(personLine).join(', '))}`];
  });
}

function detailLines(activity: Activity): string[] {
  const lines: string[] = [];
  if (activity.attachmentNames.length > 0) {
    lines.push(`<b>📎</b> ${activity.attachmentNames.map(escapeHtml).join(', ')}`);
  }
  if (activity.kind === 'meeting') {
    const { place, conferenceUrl, status } = activity.meeting;
    if (place.trim() !== '') lines.push(`<b>📍</b> ${escapeHtml(place)}`);
    if (conferenceUrl !== '') lines.push(escapeHtml(conferenceUrl));
    if (status === 'cancelled') lines.push('❌');
  }
  const { outcome, nextStep } = activity;
  if (outcome && outcomeSigns[outcome]) lines.push(outcomeSigns[outcome]);
  if (nextStep) lines.push(`☐ ${escapeHtml([nextStep.due, nextStep.text].filter(Boolean).join(' · '))}`);
  return lines;
}
