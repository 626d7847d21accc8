import { fail } from '@/utils/crm/errors';
import { Anything, PARTNER_FIELDS, Partners } from '@/utils/crm/odoo/answers';
import { idOf, textOf } from '@/utils/crm/odoo/values';
import { hasMobile, type Wire } from '@/utils/crm/odoo/wire';
import type { ContactChange } from '@/utils/model/contact';

/**
 * Writes one field of a person. Odoo has one phone (until 18 a mobile number besides): a number takes the place of the
 * one that the change names or of none, never of another that the rep was not shown.
 */
export async function updateContact(wire: Wire, change: ContactChange): Promise<void> {
  const id = idOf(change.contactId) ?? fail({ kind: 'gone' });
  const field =
    change.field === 'title' ? 'function' : change.field === 'mobile' && hasMobile(wire) ? 'mobile' : 'phone';
  const [row] = await wire.call({
    purpose: 'find',
    model: 'res.partner',
    method: 'search_read',
    args: {
      domain: [['id', '=', id]],
      fields: hasMobile(wire) ? [...PARTNER_FIELDS, 'mobile'] : PARTNER_FIELDS,
      limit: 1,
    },
    answer: Partners,
  });
  if (!row) return fail({ kind: 'gone' });
  const now = textOf(row[field]);
  if (now === change.new) return;
  const replaces = now === '' || now === change.old;
  if (!replaces && field !== 'function') return fail({ kind: 'refused', reason: 'no-field', field });
  await wire.call({
    purpose: 'update-contact',
    model: 'res.partner',
    method: 'write',
    ids: [id],
    args: { vals: { [field]: change.new } },
    fields: [field],
    answer: Anything,
  });
}
