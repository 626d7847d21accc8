import { fail } from '@/utils/crm/errors';
import { Anything, ContactRecord, type PhoneNumber } from '@/utils/crm/espocrm/answers';
import { idOf, textOf } from '@/utils/crm/espocrm/values';
import type { Wire } from '@/utils/crm/espocrm/wire';
import type { ContactChange } from '@/utils/model/contact';
import type { z } from '@/utils/model/zod';

/**
 * Writes one field of a person. EspoCRM keeps as many numbers as one likes: a new one takes the place of the one that
 * the rep was shown, else it is one more; no other is touched.
 */
export async function updateContact(wire: Wire, change: ContactChange): Promise<void> {
  const path = `Contact/${idOf(change.contactId) ?? fail({ kind: 'gone' })}`;
  const now = await wire.ask({ purpose: 'find', method: 'GET', path, answer: ContactRecord });
  const body = change.field === 'title' ? titleChange(now, change) : phoneChange(now.phoneNumberData, change);
  if (!body) return;
  await wire.ask({ purpose: 'update-contact', method: 'PATCH', path, body, answer: Anything });
}

/** EspoCRM keeps a title with the company that a person has it at: without one it would say yes and forget it. */
function titleChange(now: z.output<typeof ContactRecord>, change: ContactChange) {
  if (!textOf(now.accountId)) return fail({ kind: 'refused', reason: 'no-field', field: 'title' });
  return textOf(now.title) === change.new ? undefined : { title: change.new.slice(0, 100) };
}

/** The whole list as it is to be, or undefined where the number is there already. */
function phoneChange(numbers: PhoneNumber[] = [], change: ContactChange) {
  if (numbers.some(({ phoneNumber }) => same(phoneNumber, change.new))) return undefined;
  const type = change.field === 'mobile' ? 'Mobile' : 'Office';
  const replaced = numbers.findIndex(
    ({ phoneNumber }) => change.old !== undefined && same(phoneNumber, change.old),
  );
  const phoneNumberData =
    replaced >= 0
      ? numbers.map((each, index) => (index === replaced ? { ...each, phoneNumber: change.new } : each))
      : [...numbers, { phoneNumber: change.new, type, primary: numbers.length === 0 }];
  return { phoneNumberData };
}

/** EspoCRM writes numbers its own way: compared by their digits. */
function same(one: string, other: string): boolean {
  return one.replaceAll(/[^+\d]/g, '') === other.replaceAll(/[^+\d]/g, '');
}
