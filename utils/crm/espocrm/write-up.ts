import { escapeHtml, paragraphs, withBreaks } from '@/utils/crm/html';
import { outcomeSigns, personLine, roleSigns } from '@/utils/crm/signs';
import type { Activity } from '@/utils/model/activity';

/** Who took part, and what else there is to say in a line each. */
function factsOf(activity: Activity): string[] {
  const people = (['from', 'to', 'cc'] as const).flatMap((role) => {
    const named = activity.participants.filter((participant) => participant.role === role);
    return named.length === 0 ? [] : [`${roleSigns[role]} ${named.map(personLine).join(', ')}`];
  });
  const { attachmentNames, outcome, nextStep } = activity;
  return [
    ...(activity.kind === 'meeting' ? [activity.meeting.place && `⌂ ${activity.meeting.place}`] : []),
    ...(activity.kind === 'meeting' ? [activity.meeting.conferenceUrl] : []),
    ...people,
    attachmentNames.length > 0 ? `📎 ${attachmentNames.join(', ')}` : '',
    outcome ? outcomeSigns[outcome] : '',
    nextStep ? `☐ ${[nextStep.due, nextStep.text].filter(Boolean).join(' · ')}` : '',
  ].filter((line) => line !== '');
}

/** A mail's record: who wrote to whom, the summary, the sender's own words. HTML, every word of the mail escaped. */
export function mailBody(activity: Activity): string {
  const head = `<p>${factsOf(activity).map(escapeHtml).join('<br>')}</p>`;
  const summary = activity.summary.trim() === '' ? '' : `<p><i>${withBreaks(activity.summary)}</i></p>`;
  return `${head}${summary}${paragraphs(activity.ownWords)}`;
}

/** A meeting's or a call's description, plain text: the rep's notes first, the marks last. */
export function eventDescription(activity: Activity, marks: string[]): string {
  const notes = [activity.summary, activity.ownWords]
    .map((text) => text.trim())
    .filter((text) => text !== '');
  return [...notes, factsOf(activity).join('\n'), marks.join(' ')].filter((part) => part !== '').join('\n\n');
}
