import { activityNote } from '@/utils/crm/marked-note';
import type { ActivityTypes } from '@/utils/crm/pipedrive/answers';
import type { PipedriveEntry } from '@/utils/crm/pipedrive/describe';
import { idOf } from '@/utils/crm/pipedrive/wire';
import type { Activity, ActivityKind } from '@/utils/model/activity';
import type { z } from '@/utils/model/zod';

/** Long enough for any mail; Pipedrive names no limit of a note. */
const LONGEST = 60_000;

/** The account's own key of each kind of activity. */
export type TypeKeys = Record<ActivityKind | 'task', string>;

/** Keys are the tenant's: by their own name, by the icon of a renamed one, else a task's, else the first there is. */
export function typeKeys(types: z.infer<typeof ActivityTypes>['data']): TypeKeys {
  const active = types.filter(({ active_flag: isActive }) => isActive !== false);
  const named = (name: string) =>
    (active.find(({ key_string: key }) => key === name) ?? active.find(({ icon_key: icon }) => icon === name))
      ?.key_string;
  const fallback = named('task') ?? active[0]?.key_string ?? 'task';
  return {
    email: named('email') ?? fallback,
    meeting: named('meeting') ?? fallback,
    call: named('call') ?? fallback,
    task: fallback,
  };
}

/** What an activity hangs on; undefined: on nobody. */
export function aboutOf({
  contactIds,
  companyId,
  dealId,
}: Pick<Activity, 'contactIds'> & { companyId?: string | undefined; dealId?: string | undefined }):
  | Record<string, unknown>
  | undefined {
  const persons = [...new Set(contactIds.map(idOf))].filter((id) => id !== undefined);
  const [organization, deal] = [idOf(companyId), idOf(dealId)];
  if (persons.length === 0 && organization === undefined) return undefined;
  return {
    // Participants are persons of the CRM; attendees would be guests, and guests are sent invitations.
    ...(persons.length > 0
      ? { participants: persons.map((id, index) => ({ person_id: id, primary: index === 0 })) }
      : {}),
    ...(organization === undefined ? {} : { org_id: organization }),
    ...(deal === undefined ? {} : { deal_id: deal }),
  };
}

/**
 * All that is written of an activity: done, and without guests (`attendees`) and without what guests are shown
 * (`public_description`). Undefined: it hangs on nobody.
 */
export function activityBody(
  entry: PipedriveEntry,
  types: TypeKeys,
  owner: number,
): Record<string, unknown> | undefined {
  const { activity } = entry;
  const about = aboutOf(activity);
  if (about === undefined) return undefined;
  const at = new Date(activity.at).toISOString();
  const minutes = minutesOf(activity);
  return {
    ...(activity.subject ? { subject: activity.subject } : {}),
    type: types[activity.kind],
    // The rep's own type, or its priority.
    ...entry.own,
    done: true,
    owner_id: owner,
    due_date: at.slice(0, 10),
    due_time: at.slice(11, 19),
    ...(minutes > 0 ? { duration: clock(minutes) } : {}),
    note: activityNote(entry, LONGEST),
    ...about,
    ...(activity.kind === 'meeting' && activity.meeting.place
      ? { location: { value: activity.meeting.place } }
      : {}),
  };
}

/** The same for a record that is there: a text that is empty here, and a type of which nothing is said, stay as it has them. */
export function changedBody(entry: PipedriveEntry, types: TypeKeys, owner: number): Record<string, unknown> {
  const { note, owner_id: _, type: __, ...body } = activityBody(entry, types, owner) ?? {};
  const { summary, ownWords } = entry.activity;
  return { ...body, ...entry.own, ...(summary === '' && ownWords === '' ? {} : { note }) };
}

function minutesOf(activity: Activity): number {
  if (activity.kind === 'call') return activity.minutes;
  if (activity.kind !== 'meeting') return 0;
  return Math.min(Math.max(Math.round((activity.meeting.endsAt - activity.at) / 60_000), 0), 99 * 60);
}

function clock(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00`;
}
