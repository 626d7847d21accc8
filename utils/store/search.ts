import type { Table } from 'dexie';
import { Company, Contact, type CrmAccountId, Deal } from '@/utils/model/contact';
import type { Database } from '@/utils/store/database';
import { plainWords, typedKeys } from '@/utils/store/search-words';

/** How many a list shows. */
export const MOST_FOUND = 20;
/**
 * Read in one go: a record may stand there under several of its keys, and another account's between them. One request
 * for many rows is much faster than a cursor that leaves some out.
 */
const MOST_AT_ONCE = 80;
/** How many records are looked through where the words typed do not stand beside each other. */
const MOST_READ = 600;

type Found<T> = T & { crm: CrmAccountId; words?: string[] };

/** Contacts of this account with what is typed at the beginning of a word of their name, their company or an address. */
export async function searchContacts(db: Database, crm: CrmAccountId, typed: string): Promise<Contact[]> {
  return (await search(db.contacts, crm, typed)).map((row) => Contact.parse(row));
}

/** Companies likewise, by name or domain. */
export async function searchCompanies(db: Database, crm: CrmAccountId, typed: string): Promise<Company[]> {
  return (await search(db.companies, crm, typed)).map((row) => Company.parse(row));
}

/** Open deals likewise, by title. */
export async function searchDeals(db: Database, crm: CrmAccountId, typed: string): Promise<Deal[]> {
  return (await search(db.deals, crm, typed)).map((row) => Deal.parse(row));
}

async function search<T extends { id: string }>(
  table: Table<Found<T>, [CrmAccountId, string]>,
  crm: CrmAccountId,
  typed: string,
): Promise<Found<T>[]> {
  const found = new Map<string, Found<T>>();
  const ours = (row: Found<T>) => row.crm === crm;
  for (const key of typedKeys(typed)) {
    const before = found.size;
    const read = await startingWith(table, key).limit(MOST_AT_ONCE).toArray();
    for (const row of read) if (ours(row)) found.set(row.id, row);
    if (read.length < MOST_AT_ONCE || found.size - before >= MOST_FOUND) continue;
    const rows = await startingWith(table, key).filter(ours).distinct().limit(MOST_FOUND).toArray();
    for (const row of rows) found.set(row.id, row);
  }
  const words = plainWords(typed).split(' ');
  if (found.size < MOST_FOUND && words.length > 1) {
    // "anna gmbh": the longest word leads, the others are looked for in what it finds.
    const [longest = '', ...others] = words.sort((a, b) => b.length - a.length);
    const rows = await startingWith(table, longest).limit(MOST_READ).toArray();
    for (const row of rows)
      if (ours(row) && others.every((word) => row.words?.some((key) => key.startsWith(word))))
        found.set(row.id, row);
  }
  return [...found.values()].slice(0, MOST_FOUND);
}

function startingWith<T>(table: Table<Found<T>, [CrmAccountId, string]>, key: string) {
  return table.where('words').startsWith(key);
}
