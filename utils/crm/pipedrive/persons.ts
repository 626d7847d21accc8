import type { Logged } from '@/utils/crm/connector';
import { CrmFault, fail } from '@/utils/crm/errors';
import { Anything, one, Person } from '@/utils/crm/pipedrive/answers';
import type { Kind } from '@/utils/crm/pipedrive/changes';
import { customOf, type PipedriveContact } from '@/utils/crm/pipedrive/describe';
import { namesOf, organizationOf } from '@/utils/crm/pipedrive/organizations';
import {
  idOf,
  listPage,
  type Query,
  remove,
  searchExactly,
  timeOf,
  type Wire,
} from '@/utils/crm/pipedrive/wire';
import type { Contact, ContactChange } from '@/utils/model/contact';

export function personsOf(wire: Wire): Kind<Person, Contact> {
  const companyNames = new Map<number, string>();
  return {
    what: 'persons',
    recent: 'person',
    row: Person,
    toItems: async (rows) => {
      await namesOf(
        wire,
        rows.flatMap(({ org_id: id }) => (id ? [id] : [])),
        companyNames,
      );
      return rows.map((row) => toContact(row, companyNames));
    },
  };
}

function toContact(person: Person, companyNames: Map<number, string>): Contact | undefined {
  const addresses = addressesOf(person);
  const name = (person.name ?? '').trim() || addresses[0];
  if (!name) return undefined;
  const phones = phonesOf(person);
  const mobile = phones.find(({ label }) => label?.toLowerCase() === 'mobile')?.value;
  const title = (person.job_title ?? '').trim().slice(0, 200);
  const companyName = companyNames.get(person.org_id ?? 0);
  return {
    id: String(person.id),
    name: name.slice(0, 300),
    addresses,
    phones: [...new Set(phones.map(({ value }) => value.slice(0, 60)))].slice(0, 20),
    ...(mobile ? { mobile: mobile.slice(0, 60) } : {}),
    ...(title ? { title } : {}),
    ...(person.org_id ? { companyId: String(person.org_id) } : {}),
    ...(companyName ? { companyName: companyName.slice(0, 300) } : {}),
    updatedAt: timeOf(person.update_time) ?? 0,
  };
}

function addressesOf({ emails }: Person): string[] {
  const sorted = [...(emails ?? [])].sort((a, b) => Number(b.primary ?? false) - Number(a.primary ?? false));
  const addresses = sorted.map(({ value }) => (value ?? '').trim().toLowerCase());
  return [...new Set(addresses.filter((each) => each.includes('@') && each.length <= 320))].slice(0, 50);
}

interface Phone {
  value: string;
  primary: boolean;
  label: string;
}

function phonesOf({ phones }: Person): Phone[] {
  return (phones ?? []).flatMap(({ value, primary, label }) => {
    const text = (value ?? '').trim();
    return text === '' ? [] : [{ value: text, primary: primary ?? false, label: label || 'work' }];
  });
}

/**
 * Creates a person, unless a live one has that address. Pipedrive has no unique key for it: after creating it is read
 * back, and where somebody else was faster, ours is removed again.
 */
export async function createContact(wire: Wire, draft: PipedriveContact): Promise<Logged> {
  const address = draft.address.trim().toLowerCase();
  const [there] = await personsWith(wire, address);
  if (there !== undefined) return { remoteId: String(there), created: false };
  const company = draft.company ? await organizationOf(wire, draft.company) : undefined;
  const id = await createPerson(
    wire,
    {
      name: draft.name,
      emails: [{ value: address, primary: true, label: 'work' }],
      phones: draftPhones(draft),
      ...(company === undefined ? {} : { org_id: company }),
      ...customOf(draft.own),
    },
    {
      ...(draft.title ? { job_title: draft.title } : {}),
      ...(draft.postalAddress ? { postal_address: { value: draft.postalAddress } } : {}),
    },
  );
  const [first = id] = await personsWith(wire, address);
  if (first >= id) return { remoteId: String(id), created: true };
  await remove(wire, 'persons', id);
  return { remoteId: String(first), created: false };
}

/** `extra` is there only where the company has switched contact sync on: refused for it, it is left out. */
async function createPerson(
  wire: Wire,
  body: Record<string, unknown>,
  extra: Record<string, unknown>,
): Promise<number> {
  try {
    const { data } = await wire.call({
      step: 'persons create',
      purpose: 'create-contact',
      method: 'POST',
      path: '/api/v2/persons',
      body: { ...body, ...extra },
      answer: one(Person),
    });
    return data.id;
  } catch (error) {
    if (!(error instanceof CrmFault) || error.fault.kind !== 'refused') throw error;
    const { reason } = error.fault;
    if (!Object.keys(extra).some((name) => reason.includes(name))) throw error;
    return createPerson(wire, body, {});
  }
}

function draftPhones({ phone, otherPhones = [], mobile }: PipedriveContact): Phone[] {
  const numbers = [phone, ...otherPhones].flatMap((value) => (value ? [{ value, label: 'work' }] : []));
  const all = [...numbers, ...(mobile ? [{ value: mobile, label: 'mobile' }] : [])];
  return all.map((each, index) => ({ ...each, primary: index === 0 }));
}

/** Live persons with this address, oldest first: by search, and among the newest, which it may not know yet. */
async function personsWith(wire: Wire, address: string): Promise<number[]> {
  const hits = await searchExactly(wire, 'persons', 'email', address);
  const queries: Query[] = [
    ...(hits.length > 0 ? [{ ids: hits.slice(0, 100).join(','), limit: 100 }] : []),
    { sort_by: 'add_time', sort_direction: 'desc', limit: 100 },
  ];
  const ids = new Set<number>();
  for (const query of queries) {
    const { rows } = await listPage(wire, 'persons', 'find', query, Person);
    for (const row of rows) {
      if (row.is_deleted !== true && addressesOf(row).includes(address)) ids.add(row.id);
    }
  }
  return [...ids].sort((a, b) => a - b);
}

/** Writes one field of a person. A number takes the place of the one that the rep was shown, else it is one more. */
export async function updateContact(wire: Wire, change: ContactChange): Promise<void> {
  const id = idOf(change.contactId) ?? fail({ kind: 'gone' });
  const { data: person } = await wire.call({
    step: 'persons read',
    purpose: 'find',
    method: 'GET',
    path: `/api/v2/persons/${id}`,
    answer: one(Person),
  });
  if (person.is_deleted === true) return fail({ kind: 'gone' });
  const body =
    change.field === 'title' ? { job_title: change.new } : { phones: changedPhones(person, change) };
  if (body.phones === undefined && person.job_title === change.new) return;
  if (body.phones?.length === 0) return;
  await wire.call({
    step: 'persons update',
    purpose: 'update-contact',
    method: 'PATCH',
    path: `/api/v2/persons/${id}`,
    body,
    answer: Anything,
  });
}

/** All numbers, as they are to be; none where the new one is there already. */
function changedPhones(person: Person, change: ContactChange): Phone[] {
  const phones = phonesOf(person);
  if (phones.some(({ value }) => value === change.new)) return [];
  const at = phones.findIndex(({ value }) => value.slice(0, 60) === change.old);
  if (at >= 0) return phones.map((phone, index) => (index === at ? { ...phone, value: change.new } : phone));
  const label = change.field === 'mobile' ? 'mobile' : 'work';
  return [...phones, { value: change.new, primary: phones.length === 0, label }];
}
