import { EMAIL_FIELDS, EmailRow } from '@/utils/crm/espocrm/answers';
import type { Mirrored } from '@/utils/crm/espocrm/changes';
import { fromStamp, textOf } from '@/utils/crm/espocrm/values';
import type { LoggedActivity } from '@/utils/model/contact';

const DAYS_30 = 30 * 24 * 60 * 60 * 1000;

/**
 * Mail that EspoCRM has, logged by anybody or fetched by itself. Meetings and calls bear marks that can be looked for,
 * not read: they are found when they are logged.
 */
export const recentEmails: Mirrored<EmailRow, LoggedActivity> = {
  entity: 'Email',
  select: EMAIL_FIELDS,
  row: EmailRow,
  recentMs: DAYS_30,
  toItem: (row) => {
    const messageId = textOf(row.messageId);
    if (messageId === '' || row.status === 'Draft' || row.status === 'Being Imported') return undefined;
    return { id: `Email/${row.id}`, aliases: [messageId], updatedAt: fromStamp(row.modifiedAt) };
  },
};
