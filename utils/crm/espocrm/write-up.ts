import { escapeHtml } from '@/utils/crm/espocrm/values';
import type { Activity, Outcome, Participant } from '@/utils/model/activity';

/** Signs, not words: who reads the CRM may read any language. */
const roles: Record<Participant['role'], string> = { from: '✉', to: '→', cc: 'Cc' };
const outcomes: Record<Outcome, string> = {
  positive: '👍',
  negative: '👎',
  question: '❓',
  scheduling: '📅',
  info: '',
};

/** Who took part, and what else there is to say in a line each. */
function factsOf(activity: Activity): string[] {
  const people = (['from', 'to', 'cc'] as const).flatMap((role) => {
    const named = activity.participants.filter((participant) => participant.role === role);
    return named.length === 0 ? [] : [`${roles[role]} ${named.map(person).join(', ')}`];
  });
  const { attachmentNames, outcome, nextStep } = activity;
  return [
    ...(activity.kind === 'meeting' ? [activity.meeting.place && `⌂ ${activity.meeting.place}`] : []),
    ...(activity.kind === 'meeting' ? [activity.meeting.conferenceUrl] : []),
    ...people,
    attachmentNames.length > 0 ? `📎 ${attachmentNames.join(', ')}` : '',
    outcome ? outcomes[outcome] : '',
    nextStep ? `☐ ${[nextStep.due, nextStep.text].filter(Boolean).join(' · ')}` : '',
  ].filter((line) => line !== '');
}

function person({ name, address }: Participant): string {
  return name ? `${name} <${address}>` : address;
}

/** A mail's record: who wrote to whom, the summary, the sender's own words. HTML, every word of the mail escaped. */
export function mailBody(activity: Activity): string {
  const head = `<p>${factsOf(activity).map(escapeHtml).join('<br>')}</p>`;
  const summary = activity.summary.trim() === '' ? '' : `<p><i>${withBreaks(activity.summary)}</i></p>`;
  const words = activity.ownWords
    .trim()
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => `<p>${withBreaks(part)}</p>`);
  return `${head}${summary}${words.join('')}`;
}

function withBreaks(text: string): string {
  return escapeHtml(text.trim()).replaceAll('\r', '').replaceAll('\n', '<br>');
}

/** A meeting's or a call's description, plain text: the rep's notes first, the marks last. */
export function eventDescription(activity: Activity, marks: string[]): string {
  const notes = [activity.summary, activity.ownWords]
    .map((text) => text.trim())
    .filter((text) => text !== '');
  return [...notes, factsOf(activity).join('\n'), marks.join(' ')].filter((part) => part !== '').join('\n\n');
}
