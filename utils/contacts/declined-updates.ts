import { nameKey, phoneKey } from '@/utils/contacts/same-person';
import type { ContactChange } from '@/utils/model/contact';
import type { DeclinedUpdate } from '@/utils/model/settings';

type News = Pick<ContactChange, 'contactId' | 'field' | 'new'>;

const MOST = 2000;

/**
 * Whether two pieces of news say the same of one contact, however it is written. A number is the same whether a
 * signature calls it phone or mobile.
 */
export function isSameNews(a: News, b: News): boolean {
  if (a.contactId !== b.contactId) return false;
  if (a.field === 'title' || b.field === 'title')
    return a.field === b.field && nameKey(a.new) === nameKey(b.new);
  const key = phoneKey(a.new);
  return key === '' ? a.new === b.new : key === phoneKey(b.new);
}

/** Whether the rep said before that the contact stays as it is. */
export function isDeclined(declined: readonly DeclinedUpdate[], news: News): boolean {
  return declined.some((each) => isSameNews(each, news));
}

/** The list with this one added, the newest kept. */
export function withDeclined(declined: readonly DeclinedUpdate[], one: DeclinedUpdate): DeclinedUpdate[] {
  return isDeclined(declined, one) ? [...declined] : [...declined, one].slice(-MOST);
}
