import type { Table } from 'dexie';
import { addressKeys } from '@/utils/contacts/address-keys';
import { Company, Contact, type CrmAccountId, Deal } from '@/utils/model/contact';
import type { Database, Findable, Mirrored, MirroredContact } from '@/utils/store/database';
import { searchKeys } from '@/utils/store/search-words';

/**
 * Rows of this CRM account that an index has under one of these keys, each once, at most `most` for each key. All keys
 * are asked for at once: `anyOf` goes from one to the next with a cursor, and each step is a way to the disk and back.
 */
async function rowsUnder<Row extends Mirrored<{ id: string }>>(
  table: Table<Row, [CrmAccountId, string]>,
  index: string,
  keys: readonly string[],
  { crm, most = Number.POSITIVE_INFINITY }: { crm: CrmAccountId; most?: number },
): Promise<Row[]> {
  const found = await Promise.all(keys.map((key) => table.where(index).equals(key).limit(most).toArray()));
  const ours = found.flat().filter((row) => row.crm === crm);
  return [...new Map(ours.map((row) => [row.id, row])).values()];
}

/** Contacts of this CRM account with one of these addresses (as `addressKeys` gives them). */
export async function contactsWithAddresses(
  db: Database,
  crm: CrmAccountId,
  keys: string[],
): Promise<Contact[]> {
  const rows = await rowsUnder(db.contacts, 'lookup', keys, { crm });
  return rows.map((row) => Contact.parse(row));
}

/** Contacts of this CRM account that have one of these phone numbers, as the CRM writes them, or this name. */
export async function contactsLike(
  db: Database,
  crm: CrmAccountId,
  like: { name: string; phones?: string[] },
): Promise<Contact[]> {
  const rows = await db.contacts.where('name').equalsIgnoreCase(like.name).limit(50).toArray();
  const phones = like.phones ?? [];
  if (phones.length > 0)
    rows.push(...(await db.contacts.where('phones').anyOf(phones).distinct().limit(50).toArray()));
  const byId = new Map(rows.filter((row) => row.crm === crm).map((row) => [row.id, row]));
  return [...byId.values()].map((row) => Contact.parse(row));
}

/** Companies of this CRM account with one of these registrable domains. */
export async function companiesWithDomains(
  db: Database,
  crm: CrmAccountId,
  domains: string[],
): Promise<Company[]> {
  const rows = await rowsUnder(db.companies, 'domains', domains, { crm });
  return rows.map((row) => Company.parse(row));
}

/** Companies of this CRM account with this name, however it is cased. */
export async function companiesNamed(db: Database, crm: CrmAccountId, name: string): Promise<Company[]> {
  const rows = await db.companies.where('name').equalsIgnoreCase(name.trim()).limit(50).toArray();
  return rows.filter((row) => row.crm === crm).map((row) => Company.parse(row));
}

/** Companies by id, for contacts that name theirs. */
export async function companiesById(db: Database, crm: CrmAccountId, ids: string[]): Promise<Company[]> {
  const rows = await db.companies.bulkGet(ids.map((id): [string, string] => [crm, id]));
  return rows.flatMap((row) => (row ? [Company.parse(row)] : []));
}

/** Open deals of these contacts or of this company, each once. */
export async function dealsOf(
  db: Database,
  crm: CrmAccountId,
  of: { contactIds: string[]; companyId: string | undefined },
): Promise<Deal[]> {
  const most = 500;
  const rows = await Promise.all([
    rowsUnder(db.deals, 'contactIds', of.contactIds, { crm, most }),
    rowsUnder(db.deals, 'companyId', of.companyId === undefined ? [] : [of.companyId], { crm, most }),
  ]);
  return [...new Map(rows.flat().map((row) => [row.id, row])).values()].map((row) => Deal.parse(row));
}

/** The id under which the CRM already holds a message with one of these ids, as the mirror knows it. */
export async function loggedIn(db: Database, crm: CrmAccountId, ids: string[]): Promise<string | undefined> {
  const rows = await db.loggedActivities.where('aliases').anyOf(ids).toArray();
  return rows.find((row) => row.crm === crm)?.id;
}

/** A contact as it is mirrored: found by any of its addresses, with and without plus-tag. */
export function mirrorContact(crm: CrmAccountId, contact: Contact): MirroredContact {
  const { name, companyName, addresses } = contact;
  return {
    ...contact,
    crm,
    lookup: [...new Set(addresses.flatMap(addressKeys))],
    words: searchKeys([name, companyName], addresses),
  };
}

/** A contact that the mirror did not have yet, and is one more in its count. Inside a transaction over all tables. */
export async function addContact(db: Database, crm: CrmAccountId, contact: Contact): Promise<void> {
  await db.contacts.add(mirrorContact(crm, contact));
  const cursor = await db.cursors.get([crm, 'contacts']);
  if (cursor?.rows !== undefined) await db.cursors.put({ ...cursor, rows: cursor.rows + 1 });
}

/** A company as it is mirrored: found by its name and its domains. */
export function mirrorCompany(crm: CrmAccountId, company: Company): Findable<Company> {
  return { ...company, crm, words: searchKeys([company.name], company.domains) };
}

/** An open deal as it is mirrored: found by its title. */
export function mirrorDeal(crm: CrmAccountId, deal: Deal): Findable<Deal> {
  return { ...deal, crm, words: searchKeys([deal.title], []) };
}

/** Drops everything mirrored from this account. */
export async function forgetMirror(db: Database, crm: CrmAccountId): Promise<void> {
  await db.transaction(
    'rw',
    [
      db.contacts,
      db.companies,
      db.deals,
      db.corrections,
      db.tasks,
      db.loggedActivities,
      db.cursors,
      db.schemas,
    ],
    async () => {
      for (const table of [db.contacts, db.companies, db.deals, db.tasks, db.loggedActivities]) {
        await table.where('crm').equals(crm).delete();
      }
      await db.schemas.delete(crm);
      await db.corrections.filter((each) => each.crm === crm).delete();
      await db.cursors.where('[crm+kind]').between([crm, ''], [crm, '\uffff']).delete();
    },
  );
}
