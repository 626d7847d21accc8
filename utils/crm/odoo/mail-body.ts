import { escapeHtml, paragraphs, withBreaks } from '@/utils/crm/html';
import { utcTime } from '@/utils/crm/plain-note';
import { outcomeSigns, personLine, roleSigns } from '@/utils/crm/signs';
import type { Activity, ActivityKind } from '@/utils/model/activity';

/**
 * What stands in the log of the contact: what it was, who wrote to whom, the summary, the sender's own words, attachments by name.
 * HTML, every word of the mail escaped. Never empty: Odoo's own "delete" empties a message and leaves it there, and an
 * empty one does not count as logged.
 */
export function mailBody(activity: Activity): string {
  const lines = (['from', 'to', 'cc'] as const).flatMap((role) => {
    const people = activity.participants.filter((participant) => participant.role === role);
    const label = role === 'from' ? signs[activity.kind] : roleSigns[role];
    return people.length === 0 ? [] : [`<b>${label}</b> ${escapeHtml(people.map(personLine).join(', '))}`];
  });
  if (!lines[0]?.startsWith(headOf(activity.kind))) lines.unshift(headOf(activity.kind));
  lines.push(...details(activity));
  if (activity.attachmentNames.length > 0) {
    lines.push(`<b>📎</b> ${activity.attachmentNames.map(escapeHtml).join(', ')}`);
  }
  const { outcome, nextStep } = activity;
  if (outcome && outcomeSigns[outcome]) lines.push(outcomeSigns[outcome]);
  if (nextStep) lines.push(`☐ ${escapeHtml([nextStep.due, nextStep.text].filter(Boolean).join(' · '))}`);
  const head = `<p>${lines.join('<br>')}</p>`;
  const summary = activity.summary.trim() === '' ? '' : `<p><i>${withBreaks(activity.summary)}</i></p>`;
  return `${head}${summary}${paragraphs(activity.ownWords)}`;
}

/** How long it took and where it was: a note has no fields for these. */
function details(activity: Activity): string[] {
  if (activity.kind === 'call') return activity.minutes > 0 ? [`⏱ ${activity.minutes} min`] : [];
  if (activity.kind === 'email') return [];
  const { endsAt, place, conferenceUrl, status } = activity.meeting;
  return [
    `⏱ ${utcTime(activity.at)} – ${utcTime(endsAt)}`,
    ...(place.trim() === '' ? [] : [`📍 ${escapeHtml(place)}`]),
    ...(conferenceUrl === '' ? [] : [escapeHtml(conferenceUrl)]),
    ...(status === 'cancelled' ? ['❌'] : []),
  ];
}

/** Signs, not words: who reads the CRM may read any language. */
const signs: Record<ActivityKind, string> = { email: '✉', meeting: '📅', call: '☎' };

function headOf(kind: ActivityKind): string {
  return `<b>${signs[kind]}</b>`;
}

/** What a note of ours tells of, by the sign it begins with. */
export function kindOfBody(html: string): ActivityKind {
  const start = html.slice(0, 40);
  return start.includes(headOf('call')) ? 'call' : start.includes(headOf('meeting')) ? 'meeting' : 'email';
}

/** Whether a body holds nothing to read. Linear: tags are skipped, not matched. */
export function isEmptyBody(html: string): boolean {
  let inTag = false;
  for (const character of html.replaceAll('&nbsp;', ' ')) {
    if (character === '<') inTag = true;
    else if (character === '>') inTag = false;
    else if (!inTag && character.trim() !== '') return false;
  }
  return !html.includes('<img');
}
