import type { Activity } from '@/utils/model/activity';
import type { Backup } from '@/utils/model/backup';
import type { Company, Contact } from '@/utils/model/contact';

export type NotebookRows = Backup['notebook'];

export interface Merged {
  /** Rows to be written: new ones, and those here that the file knows more of. */
  put: NotebookRows;
  /** Of the file's rows, how many are here already. */
  here: Record<keyof NotebookRows, number>;
  /** The id here of a record of the file. */
  idOf(id: string): string;
}

/**
 * Two notebooks as one, without doubles. The same id is the same record; a contact with an address that is here, a
 * company with a domain or the name of one here, and an entry of a mail that is logged here are too. What is here stays
 * and gets what it lacks. Merging the same file again gives nothing to put.
 */
export function mergeNotebook(here: NotebookRows, file: NotebookRows): Merged {
  const renamed = new Map<string, string>();
  const idOf = (id: string) => renamed.get(id) ?? id;
  const companies = mergeCompanies(here.companies, file.companies, renamed);
  const contacts = mergeContacts(here.contacts, file.contacts, renamed);
  const activities = newActivities(here.activities, file.activities);
  const tasks = new Set(here.tasks.map(({ id }) => id));
  const newTasks = file.tasks.filter(({ id }) => !tasks.has(id));
  return {
    put: {
      companies: companies.put,
      contacts: contacts.put,
      activities: activities.map((entry) => ({ ...entry, activity: withIds(entry.activity, idOf) })),
      tasks: newTasks.map((task) => ({ ...task, contactIds: [...new Set(task.contactIds.map(idOf))] })),
    },
    here: {
      companies: companies.here,
      contacts: contacts.here,
      activities: file.activities.length - activities.length,
      tasks: file.tasks.length - newTasks.length,
    },
    idOf,
  };
}

function mergeCompanies(here: Company[], file: Company[], renamed: Map<string, string>) {
  const byId = new Map(here.map((row) => [row.id, row]));
  const byDomain = new Map(here.flatMap((row) => row.domains.map((domain) => [domain, row.id])));
  const byName = new Map(here.map((row) => [row.name.trim().toLowerCase(), row.id]));
  const put = new Map<string, Company>();
  let there = 0;
  for (const row of file) {
    const id =
      (byId.has(row.id) ? row.id : undefined) ??
      row.domains.flatMap((domain) => byDomain.get(domain) ?? [])[0] ??
      (row.name.trim() ? byName.get(row.name.trim().toLowerCase()) : undefined);
    const known = id === undefined ? undefined : (put.get(id) ?? byId.get(id));
    if (!known) {
      put.set(row.id, row);
      continue;
    }
    there += 1;
    if (known.id !== row.id) renamed.set(row.id, known.id);
    const free = row.domains.filter((domain) => !byDomain.has(domain));
    const domains = union(known.domains, free, 20);
    if (domains.length > known.domains.length)
      put.set(known.id, { ...known, domains, updatedAt: Math.max(known.updatedAt, row.updatedAt) });
  }
  return { put: [...put.values()], here: there };
}

function mergeContacts(here: Contact[], file: Contact[], renamed: Map<string, string>) {
  const byId = new Map(here.map((row) => [row.id, row]));
  const byAddress = new Map(here.flatMap((row) => row.addresses.map((address) => [address, row.id])));
  const put = new Map<string, Contact>();
  let there = 0;
  for (const row of file) {
    const id =
      (byId.has(row.id) ? row.id : undefined) ??
      row.addresses.flatMap((address) => byAddress.get(address) ?? [])[0];
    const known = id === undefined ? undefined : (put.get(id) ?? byId.get(id));
    const companyId = row.companyId === undefined ? undefined : (renamed.get(row.companyId) ?? row.companyId);
    const atHome = { ...row, ...(companyId === undefined ? {} : { companyId }) };
    if (!known) {
      put.set(row.id, atHome);
      continue;
    }
    there += 1;
    if (known.id !== row.id) renamed.set(row.id, known.id);
    const more = filled(known, atHome, (address) => (byAddress.get(address) ?? known.id) === known.id);
    if (more) put.set(known.id, more);
  }
  return { put: [...put.values()], here: there };
}

/** The contact here with what the file's has besides; null where that is nothing. */
function filled(here: Contact, file: Contact, free: (address: string) => boolean): Contact | null {
  const addresses = union(here.addresses, file.addresses.filter(free), 50);
  const phones = union(here.phones, file.phones, 20);
  const { mobile, title, website, postalAddress, companyId, companyName } = file;
  const lacking = {
    ...(here.mobile === undefined && mobile !== undefined ? { mobile } : {}),
    ...(here.title === undefined && title !== undefined ? { title } : {}),
    ...(here.website === undefined && website !== undefined ? { website } : {}),
    ...(here.postalAddress === undefined && postalAddress !== undefined ? { postalAddress } : {}),
    ...(here.companyId === undefined && companyId !== undefined
      ? { companyId, ...(companyName === undefined ? {} : { companyName }) }
      : {}),
  };
  const same =
    addresses.length === here.addresses.length &&
    phones.length === here.phones.length &&
    Object.keys(lacking).length === 0;
  if (same) return null;
  return {
    ...here,
    ...lacking,
    addresses,
    phones,
    updatedAt: Math.max(here.updatedAt, file.updatedAt),
  };
}

/** Those of the file that are not here under their key or under any other id of their mail or meeting. */
function newActivities(here: NotebookRows['activities'], file: NotebookRows['activities']) {
  const keys = new Set(here.map(({ key }) => key));
  const aliases = new Set(here.flatMap((entry) => entry.aliases));
  return file.filter((entry) => !keys.has(entry.key) && !entry.aliases.some((alias) => aliases.has(alias)));
}

function withIds(activity: Activity, idOf: (id: string) => string): Activity {
  const { companyId } = activity;
  return {
    ...activity,
    contactIds: [...new Set(activity.contactIds.map(idOf))],
    participants: activity.participants.map((person) =>
      person.contactId === undefined ? person : { ...person, contactId: idOf(person.contactId) },
    ),
    ...(companyId === undefined ? {} : { companyId: idOf(companyId) }),
  };
}

function union(here: readonly string[], more: readonly string[], most: number): string[] {
  return [...new Set([...here, ...more])].slice(0, Math.max(most, here.length));
}
