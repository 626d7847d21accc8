import { hasWords, localDay, plainNote } from '@/utils/crm/plain-note';
import { stamp } from '@/utils/crm/zoho/coql';
import type { ZohoEntry, ZohoTask } from '@/utils/crm/zoho/describe';
import type { Values } from '@/utils/crm/zoho/wire';
import type { Activity, MeetingActivity } from '@/utils/model/activity';

/*
 * What an entry becomes. Nobody is invited: an event has no participants here, its contact is who it is with, and both
 * switches that send mail are off. tests/crm/zoho.test.ts holds every request to a list of fields.
 */

/** A description takes 32,000 characters. */
const TEXT = 32_000;

export type ActivityModule = 'Tasks' | 'Events' | 'Calls';
export const moduleOf = { email: 'Tasks', meeting: 'Events', call: 'Calls' } as const satisfies Record<
  Activity['kind'],
  ActivityModule
>;

/** `Tasks:123`: Zoho's ids do not tell their module. */
export function toRemoteId(module: ActivityModule, id: string): string {
  return `${module}:${id}`;
}

export function fromRemoteId(remoteId: string): { module: ActivityModule; id: string } | null {
  const match = /^(Tasks|Events|Calls):(\d{1,30})$/.exec(remoteId);
  const module = (['Tasks', 'Events', 'Calls'] as const).find((each) => each === match?.[1]);
  return module && match?.[2] ? { module, id: match[2] } : null;
}

/** Undefined: nobody to hang it on. */
export function valuesOf(entry: ZohoEntry): Values | undefined {
  const { activity, own } = entry;
  const target = targets(activity);
  if (Object.keys(target).length === 0) return undefined;
  switch (activity.kind) {
    case 'email':
      return {
        ...own,
        Subject: activity.subject.slice(0, 255) || '–',
        Status: 'Completed',
        Due_Date: localDay(activity.at),
        Description: plainNote(entry, { max: TEXT, people: true, time: true, ref: true }),
        Send_Notification_Email: false,
        ...target,
      };
    case 'meeting':
      return {
        ...own,
        Event_Title: activity.subject.slice(0, 255) || '–',
        ...times(activity),
        Venue: activity.meeting.place.slice(0, 255),
        Description: plainNote(entry, { max: TEXT, people: true, time: false, ref: true }),
        $send_notification: false,
        ...target,
      };
    case 'call':
      return {
        ...own,
        Subject: activity.subject.slice(0, 255) || '–',
        Call_Type: activity.direction === 'sent' ? 'Outbound' : 'Inbound',
        ...(activity.direction === 'sent' ? { Outgoing_Call_Status: 'Completed' } : {}),
        Call_Start_Time: stamp(activity.at),
        Call_Duration: `${String(activity.minutes).padStart(2, '0')}:00`,
        Description: plainNote(entry, { max: TEXT, people: true, time: false, ref: true }),
        ...target,
      };
  }
}

/** What an update writes: words that are empty here stay as they are. */
export function updateOf(entry: ZohoEntry): Values {
  const { activity } = entry;
  const kept = Object.entries(valuesOf(entry) ?? {}).filter(([name]) => {
    if (name === 'Subject' || name === 'Event_Title') return activity.subject.trim() !== '';
    return name !== 'Description' || hasWords(activity);
  });
  return Object.fromEntries(kept);
}

export function taskValues(draft: ZohoTask, description: string): Values | undefined {
  const target = targets({ contactIds: draft.contactIds, companyId: draft.companyId });
  if (Object.keys(target).length === 0) return undefined;
  return {
    ...draft.own,
    Subject: draft.title.slice(0, 255) || '–',
    Status: 'Not Started',
    Description: description,
    Send_Notification_Email: false,
    ...(draft.dueDate === undefined ? {} : { Due_Date: draft.dueDate }),
    ...target,
  };
}

function times({ at, meeting }: MeetingActivity): Values {
  const ends = Math.max(meeting.endsAt ?? at + 30 * 60_000, at + 60_000);
  return { Start_DateTime: stamp(at), End_DateTime: stamp(ends), All_day: meeting.allDay };
}

/** Who and what it is about: one contact, and the deal or else the account. The text names the others. */
function targets({
  contactIds,
  companyId,
  dealId,
}: Pick<Activity, 'contactIds' | 'companyId' | 'dealId'>): Values {
  const [who] = contactIds;
  const what = dealId ?? companyId;
  return {
    ...(who ? { Who_Id: { id: who } } : {}),
    ...(what ? { What_Id: { id: what }, $se_module: dealId ? 'Deals' : 'Accounts' } : {}),
  };
}
