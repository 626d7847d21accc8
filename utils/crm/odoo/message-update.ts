import { fail } from '@/utils/crm/errors';
import { Anything, NOTE_FIELDS, Notes } from '@/utils/crm/odoo/answers';
import { LOGGED_ON } from '@/utils/crm/odoo/find-messages';
import { isEmptyBody, mailBody } from '@/utils/crm/odoo/mail-body';
import { textOf, toStamp } from '@/utils/crm/odoo/values';
import type { Wire } from '@/utils/crm/odoo/wire';
import type { FieldedEntry } from '@/utils/crm/own-fields';

const model = 'mail.message';

/**
 * Makes a note say this now; writing it tells nobody. What Odoo's own mailbox fetch brought is the mail itself and left
 * alone. A body that somebody emptied with Odoo's own "delete" is gone.
 */
export async function updateMessage(wire: Wire, id: number, entry: FieldedEntry<unknown>): Promise<void> {
  const [row] = await wire.call({
    purpose: 'find',
    model,
    method: 'search_read',
    args: {
      domain: [
        ['id', '=', id],
        ['model', 'in', LOGGED_ON],
      ],
      fields: NOTE_FIELDS,
      limit: 1,
    },
    answer: Notes,
  });
  if (!row || isEmptyBody(textOf(row.body))) return fail({ kind: 'gone' });
  if (row.message_type === 'email') return;
  const { activity } = entry;
  const hasWords = activity.summary.trim() !== '' || activity.ownWords.trim() !== '';
  const values = {
    ...entry.own,
    date: toStamp(activity.at),
    ...(activity.subject.trim() === '' ? {} : { subject: activity.subject }),
    ...(hasWords ? { body: mailBody(activity) } : {}),
  };
  await wire.call({
    purpose: 'log',
    model,
    method: 'write',
    ids: [id],
    args: { vals: values },
    fields: Object.keys(values),
    answer: Anything,
  });
}
