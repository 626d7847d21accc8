import { v4 as randomId } from 'uuid';
import type { Logged } from '@/utils/crm/connector';
import { fail } from '@/utils/crm/errors';
import type { NotebookDatabase } from '@/utils/crm/notebook/book';
import { type ContactChange, ContactDraft } from '@/utils/model/contact';
import { z } from '@/utils/model/zod';

/**
 * Creates a contact, and its company where the draft names a new one. The key becomes the contact's id, so that a
 * second try after a lost answer finds the first one's.
 */
export function createContact(
  database: NotebookDatabase,
  unchecked: ContactDraft,
  key: string,
  now: number,
): Promise<Logged> {
  const parsed = z.safeParse(ContactDraft, unchecked);
  const draft = parsed.success
    ? parsed.data
    : fail({ kind: 'refused', reason: 'malformed', field: String(parsed.error.issues[0]?.path[0] ?? '') });
  const address = draft.address.trim().toLowerCase();
  const tables = [database.contacts, database.companies, database.tombstones, database.counters];
  return database.transaction('rw', tables, async () => {
    const there = await database.contacts.where('addresses').equals(address).first();
    if (there) return { remoteId: there.id, created: there.id === key };
    const company = draft.company ? await companyOf(database, draft.company, now) : undefined;
    await database.contacts.put({
      id: key,
      name: draft.name,
      addresses: [address],
      phones: [...new Set([draft.phone, ...(draft.otherPhones ?? []), draft.mobile])].flatMap(
        (phone) => phone || [],
      ),
      ...(draft.mobile ? { mobile: draft.mobile } : {}),
      ...(draft.title ? { title: draft.title } : {}),
      ...(draft.website ? { website: draft.website } : {}),
      ...(draft.postalAddress ? { postalAddress: draft.postalAddress } : {}),
      ...(company ? { companyId: company.id, companyName: company.name } : {}),
      updatedAt: now,
      change: await database.nextChange(),
    });
    await database.tombstones.delete(['contacts', key]);
    return { remoteId: key, created: true };
  });
}

/** The company meant by a draft: by id, by domain, by its whole name; else a new one. */
async function companyOf(
  database: NotebookDatabase,
  wanted: NonNullable<ContactDraft['company']>,
  now: number,
): Promise<{ id: string; name: string }> {
  if ('id' in wanted) {
    const known = await database.companies.get(wanted.id);
    return known ?? fail({ kind: 'gone' });
  }
  const domain = wanted.domain?.trim().toLowerCase();
  const known =
    (domain ? await database.companies.where('domains').equals(domain).first() : undefined) ??
    (await database.companies.where('name').equalsIgnoreCase(wanted.name.trim()).first());
  if (known) return known;
  const company = { id: randomId(), name: wanted.name.trim() || wanted.name };
  await database.companies.add({
    ...company,
    domains: domain ? [domain] : [],
    updatedAt: now,
    change: await database.nextChange(),
  });
  return company;
}

/** Changes one field. A new phone takes the place of the one it replaces; without such it is added. */
export function updateContact(database: NotebookDatabase, change: ContactChange, now: number): Promise<void> {
  return database.transaction('rw', [database.contacts, database.counters], async () => {
    const contact = await database.contacts.get(change.contactId);
    if (!contact) return fail({ kind: 'gone' });
    const { field, old, new: value } = change;
    const at = old === undefined ? -1 : contact.phones.indexOf(old);
    const phones = contact.phones.filter((phone, index) => index !== at && phone !== value);
    phones.splice(at < 0 ? phones.length : at, 0, value);
    await database.contacts.put({
      ...contact,
      ...(field === 'title' ? { title: value } : { phones: phones.slice(0, 20) }),
      ...(field === 'mobile' ? { mobile: value } : {}),
      updatedAt: now,
      change: await database.nextChange(),
    });
  });
}
