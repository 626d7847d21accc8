import { phoneKey } from '@/utils/contacts/same-person';
import type { Contact, ContactChange } from '@/utils/model/contact';

/** The contact with one field changed. A new phone takes the place of the old one that the change names, and is added otherwise. */
export function changedContact(contact: Contact, { field, old, new: value }: ContactChange): Contact {
  if (field === 'title') return { ...contact, title: value };
  const others = contact.phones.filter((phone) => !same(phone, value));
  const at = old === undefined ? -1 : others.findIndex((phone) => same(phone, old));
  const phones = at < 0 ? [...others, value] : others.with(at, value);
  return { ...contact, phones: phones.slice(0, 20), ...(field === 'mobile' ? { mobile: value } : {}) };
}

/** The contact without that change. */
export function unchangedContact(contact: Contact, { field, old, new: value }: ContactChange): Contact {
  if (field === 'title') {
    const { title: now, ...rest } = contact;
    if (now !== value) return contact;
    return old === undefined ? rest : { ...rest, title: old };
  }
  const phones = contact.phones.flatMap((phone) => (same(phone, value) ? (old ?? []) : phone));
  const { mobile, ...rest } = contact;
  const before = mobile !== undefined && same(mobile, value) ? old : mobile;
  return { ...rest, phones, ...(before === undefined ? {} : { mobile: before }) };
}

function same(a: string, b: string): boolean {
  const key = phoneKey(a);
  return key === '' ? a === b : key === phoneKey(b);
}
