import { isDeclined } from '@/utils/contacts/declined-updates';
import { nameKey, phoneKey } from '@/utils/contacts/same-person';
import type { Captured, Signature } from '@/utils/model/captured';
import type { Contact } from '@/utils/model/contact';
import type { ContactUpdate, Match } from '@/utils/model/proposal';
import type { DeclinedUpdate } from '@/utils/model/settings';
import { normalAddress } from '@/utils/understand/address';

/** The line of the signature that a value stands in. */
export function lineWith(signature: Signature, value: string): string {
  const lines = signature.block.split('\n').map((line) => line.trim());
  return (lines.find((line) => line.includes(value)) ?? value).slice(0, 1000);
}

/** Whether a signature can be this person's: an assistant or a colleague signs with another name. */
export function isSignedBy(signature: Signature, name: string | undefined): boolean {
  if (!signature.name || !name) return true;
  const words = new Set(nameKey(name).split(' '));
  return nameKey(signature.name)
    .split(' ')
    .some((word) => word.length > 1 && words.has(word));
}

/**
 * What the sender's signature says anew of a contact that the CRM knows: a title that reads differently, a phone or
 * mobile number that is not among theirs. `old` is what it takes the place of, where that is plain. Nothing that the
 * rep declined before.
 */
export function contactUpdatesOf(
  captured: Pick<Captured, 'from' | 'direction' | 'signature'>,
  match: Match,
  known: readonly Contact[],
  declined: readonly DeclinedUpdate[] = [],
): ContactUpdate[] {
  const { signature, from } = captured;
  if (!signature || captured.direction === 'sent') return [];
  const address = normalAddress(from.address);
  const matched = match.contacts.find((each) => normalAddress(each.address) === address);
  const contact = known.find((each) => each.id === matched?.contactId);
  if (!contact || !isSignedBy(signature, contact.name)) return [];

  const updates: ContactUpdate[] = [];
  const offer = (field: ContactUpdate['field'], value: string, old: string | undefined) =>
    updates.push({
      contactId: contact.id,
      field,
      ...(old ? { old } : {}),
      new: value,
      sentence: lineWith(signature, value),
    });
  const isOffered = (field: ContactUpdate['field'], value: string) =>
    !isDeclined(declined, { contactId: contact.id, field, new: value });
  const isNew = (phone: string) =>
    phoneKey(phone) !== '' &&
    !contact.phones.some((each) => phoneKey(each) === phoneKey(phone)) &&
    isOffered('phone', phone);

  const { title } = signature;
  if (title && nameKey(title) !== nameKey(contact.title ?? '') && isOffered('title', title))
    offer('title', title, contact.title);
  const landlines = contact.phones.filter((each) => each !== contact.mobile);
  const phone = signature.phones.find(isNew);
  // A number that the signature still has is not the one that changed.
  const gone = landlines.filter((each) => !signature.phones.some((now) => phoneKey(now) === phoneKey(each)));
  if (phone) offer('phone', phone, gone.length === 1 ? gone[0] : undefined);
  if (signature.mobile && isNew(signature.mobile)) offer('mobile', signature.mobile, contact.mobile);
  return updates;
}
