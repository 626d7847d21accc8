import { escapeHtml } from '@/utils/crm/odoo/values';
import type { Activity, Outcome, Participant } from '@/utils/model/activity';

/**
 * What stands in the log of the contact: who wrote to whom, the summary, the sender's own words, attachments by name.
 * HTML, every word of the mail escaped. Never empty: Odoo's own "delete" empties a message and leaves it there, and an
 * empty one does not count as logged.
 */
export function mailBody(activity: Activity): string {
  const lines = (['from', 'to', 'cc'] as const).flatMap((role) => {
    const people = activity.participants.filter((participant) => participant.role === role);
    return people.length === 0 ? [] : [`<b>${labels[role]}</b> ${people.map(person).join(', ')}`];
  });
  if (activity.attachmentNames.length > 0) {
    lines.push(`<b>📎</b> ${activity.attachmentNames.map(escapeHtml).join(', ')}`);
  }
  const { outcome, nextStep } = activity;
  if (outcome && outcomes[outcome]) lines.push(outcomes[outcome]);
  if (nextStep) lines.push(`☐ ${escapeHtml([nextStep.due, nextStep.text].filter(Boolean).join(' · '))}`);
  const head = `<p>${lines.join('<br>')}</p>`;
  const summary = activity.summary.trim() === '' ? '' : `<p><i>${withBreaks(activity.summary)}</i></p>`;
  return `${head}${summary}${paragraphs(activity.ownWords)}`;
}

/** Signs, not words: who reads the CRM may read any language. */
const labels: Record<Participant['role'], string> = { from: '✉', to: '→', cc: 'Cc' };

const outcomes: Record<Outcome, string> = {
  positive: '👍',
  negative: '👎',
  question: '❓',
  scheduling: '📅',
  info: '',
};

function person({ name, address }: Participant): string {
  return escapeHtml(name ? `${name} <${address}>` : address);
}

function paragraphs(text: string): string {
  return text
    .trim()
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => `<p>${withBreaks(part)}</p>`)
    .join('');
}

function withBreaks(text: string): string {
  return escapeHtml(text.trim()).replaceAll('\r', '').replaceAll('\n', '<br>');
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
