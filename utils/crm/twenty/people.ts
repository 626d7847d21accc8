import type { Logged } from '@/utils/crm/connector';
import { fail } from '@/utils/crm/errors';
import { listOf, PERSON_FIELDS, Person, Row } from '@/utils/crm/twenty/answers';
import { createCompany } from '@/utils/crm/twenty/companies';
import { isDuplicate } from '@/utils/crm/twenty/faults';
import { storable } from '@/utils/crm/twenty/note-body';
import { phonesOf } from '@/utils/crm/twenty/phones';
import type { TwentyContact } from '@/utils/crm/twenty/schema';
import { escapeLike, textOf } from '@/utils/crm/twenty/values';
import { attempt, type Wire } from '@/utils/crm/twenty/wire';
import type { Contact } from '@/utils/model/contact';
import type { Fault } from '@/utils/model/outbox';
import { z } from '@/utils/model/zod';

/** A person as we mirror them; undefined where there is nothing to know them by. */
export function toContact(person: Person): Contact | undefined {
  const addresses = addressesOf(person);
  const name = [textOf(person.name?.firstName), textOf(person.name?.lastName)].filter(Boolean).join(' ');
  const shown = name || addresses[0];
  if (!shown) return undefined;
  const title = textOf(person.jobTitle).slice(0, 200);
  const companyName = textOf(person.company?.name).slice(0, 300);
  return {
    id: person.id,
    name: shown.slice(0, 300),
    addresses,
    phones: phonesOf(person.phones),
    ...(title ? { title } : {}),
    ...(person.companyId ? { companyId: person.companyId } : {}),
    ...(person.companyId && companyName ? { companyName } : {}),
    updatedAt: Date.parse(person.updatedAt),
  };
}

function addressesOf({ emails }: Person): string[] {
  const all = [textOf(emails?.primaryEmail), ...(emails?.additionalEmails ?? [])];
  const clean = all
    .map((each) => each.trim().toLowerCase())
    .filter((each) => each !== '' && each.length <= 320);
  return [...new Set(clean)].slice(0, 50);
}

/** Creates a person, unless a live one has that address. Twenty keeps main addresses unique among live people. */
export async function createContact(wire: Wire, draft: TwentyContact): Promise<Logged> {
  const address = draft.address.trim().toLowerCase();
  const there = await personWith(wire, address);
  if (there !== undefined) return { remoteId: there, created: false };

  const companyId = draft.company ? await companyOf(wire, draft.company) : undefined;
  const plain = {
    ...draft.own,
    name: splitName(draft.name),
    emails: { primaryEmail: address, additionalEmails: [] },
    ...(companyId === undefined ? {} : { companyId }),
    ...(draft.title ? { jobTitle: storable(draft.title) } : {}),
  };
  const phones = phonesFor(draft);
  let created = await attempt(createPerson(wire, phones ? { ...plain, phones } : plain));
  // It could not read a number: the person matters more, and the number stays in the mail.
  if (phones && 'fault' in created && aboutPhones(created.fault)) {
    created = await attempt(createPerson(wire, plain));
  }
  if (!('fault' in created)) return { remoteId: created.value, created: true };
  const faster = isDuplicate(created.fault) ? await personWith(wire, address) : undefined;
  return faster === undefined ? fail(created.fault) : { remoteId: faster, created: false };
}

function aboutPhones(fault: Fault): boolean {
  return fault.kind === 'refused' && /phone|calling code|country code/i.test(fault.reason);
}

/** The last word is the family name: Twenty has two fields, a mail has one. */
function splitName(name: string): { firstName: string; lastName: string } {
  const words = storable(name).trim().split(/\s+/);
  const lastName = words.length > 1 ? (words.pop() ?? '') : '';
  return { firstName: words.join(' '), lastName };
}

/** The first is the main one; Twenty does not tell mobile numbers apart. */
function phonesFor({ phone, mobile, otherPhones = [] }: TwentyContact) {
  const [first, ...others] = [...new Set([phone, mobile, ...otherPhones].filter((each) => each))];
  if (!first) return undefined;
  return { primaryPhoneNumber: first, additionalPhones: others.map((number) => ({ number })) };
}

const found = z.object({ people: listOf(Person) });

/** A live person with this address, main or other; the oldest of several. */
async function personWith(wire: Wire, address: string): Promise<string | undefined> {
  const { people } = await wire.ask({
    step: 'person by address',
    purpose: 'find',
    query: `query ByAddress($filter: PersonFilterInput) {
  people(filter: $filter, orderBy: [{ createdAt: AscNullsFirst }], first: 60) { edges { node { ${PERSON_FIELDS} } } }
}`,
    variables: {
      filter: {
        or: [
          { emails: { primaryEmail: { ilike: escapeLike(address) } } },
          // As JSON text. What people typed in capitals is missed here, and refused by nobody: Twenty stores lower case.
          { emails: { additionalEmails: { like: `%${escapeLike(JSON.stringify(address))}%` } } },
        ],
      },
    },
    fields: ['emails'],
    answer: found,
  });
  return people.edges.map(({ node }) => node).find((person) => addressesOf(person).includes(address))?.id;
}

const created = z.object({ createPerson: Row });

async function createPerson(wire: Wire, data: Record<string, unknown>): Promise<string> {
  const { createPerson: row } = await wire.ask({
    step: 'person create',
    purpose: 'create-contact',
    query: 'mutation Create($data: PersonCreateInput!) { createPerson(data: $data) { id } }',
    variables: { data },
    fields: Object.keys(data),
    answer: created,
  });
  return row.id;
}

async function companyOf(wire: Wire, wanted: NonNullable<TwentyContact['company']>): Promise<string> {
  if ('id' in wanted) return wanted.id;
  return (await createCompany(wire, wanted)).remoteId;
}
