import type { Changes } from '@/utils/crm/connector';
import { EVENT_FIELDS, EventRow, RECENT_MAIL_FIELDS, RecentMailRow } from '@/utils/crm/espocrm/answers';
import { changesOf, type Mirrored } from '@/utils/crm/espocrm/changes';
import { keyIn } from '@/utils/crm/espocrm/marks';
import { fromStamp, fromTitle, textOf } from '@/utils/crm/espocrm/values';
import type { Wire } from '@/utils/crm/espocrm/wire';
import { inTurn } from '@/utils/crm/in-turn';
import type { LoggedActivity } from '@/utils/model/contact';

const DAYS_30 = 30 * 24 * 60 * 60 * 1000;

/** Mail that EspoCRM has, logged by anybody or fetched by itself. */
const mails: Mirrored<RecentMailRow, LoggedActivity> = {
  entity: 'Email',
  select: RECENT_MAIL_FIELDS,
  row: RecentMailRow,
  recentMs: DAYS_30,
  toItem: (row) => {
    const messageId = textOf(row.messageId);
    if (messageId === '' || row.status === 'Draft' || row.status === 'Being Imported') return undefined;
    return {
      id: `Email/${row.id}`,
      aliases: [messageId],
      updatedAt: fromStamp(row.modifiedAt),
      kind: 'email',
      subject: textOf(row.name).slice(0, 1000),
      ...(row.dateSent ? { at: fromStamp(row.dateSent) } : {}),
      contactIds: row.parentType === 'Contact' && row.parentId ? [row.parentId] : [],
    };
  },
};

/** Meetings and calls that took place; one of ours is known by its key. */
function held(entity: 'Meeting' | 'Call'): Mirrored<EventRow, LoggedActivity> {
  return {
    entity,
    select: EVENT_FIELDS,
    row: EventRow,
    recentMs: DAYS_30,
    toItem: (row) => {
      const key = keyIn(row.description);
      if (row.status !== 'Held' && key === undefined) return undefined;
      const parent = row.parentType === 'Contact' && row.parentId ? [row.parentId] : [];
      return {
        id: `${entity}/${row.id}`,
        aliases: key === undefined ? [] : [key],
        updatedAt: fromStamp(row.modifiedAt),
        kind: entity === 'Meeting' ? 'meeting' : 'call',
        subject: fromTitle(textOf(row.name)).slice(0, 1000),
        ...(row.dateStart ? { at: fromStamp(row.dateStart) } : {}),
        contactIds: [...new Set([...(row.contactsIds ?? []), ...parent])].slice(0, 50),
      };
    },
  };
}

/** What was logged in the last 30 days, and since. */
export function recentActivities(wire: Wire, cursor: string | null): Promise<Changes<LoggedActivity>> {
  return inTurn<LoggedActivity>(
    [
      (from) => changesOf(wire, mails, from),
      (from) => changesOf(wire, held('Meeting'), from),
      (from) => changesOf(wire, held('Call'), from),
    ],
    cursor,
  );
}
