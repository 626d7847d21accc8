import { fail } from '@/utils/crm/errors';
import { listOf, PERSON_FIELDS, Person, type Phones } from '@/utils/crm/twenty/answers';
import { storable } from '@/utils/crm/twenty/note-body';
import { numberOf, phonesOf, sameNumber } from '@/utils/crm/twenty/phones';
import { isUuid } from '@/utils/crm/twenty/uuid-of';
import type { Wire } from '@/utils/crm/twenty/wire';
import type { ContactChange } from '@/utils/model/contact';
import { z } from '@/utils/model/zod';

const found = z.object({ people: listOf(Person) });

/**
 * Writes one field of a person. A number takes the place of the one that the change names, wherever that stands; where
 * it names none, it is the main one if there is none, else one more.
 */
export async function updateContact(wire: Wire, change: ContactChange): Promise<void> {
  if (!isUuid(change.contactId)) return fail({ kind: 'gone' });
  // Looked for first: an update would also write into the trash and not say so.
  const { people } = await wire.ask({
    step: 'person read',
    purpose: 'find',
    query: `query Read($filter: PersonFilterInput) {
  people(filter: $filter, first: 1) { edges { node { ${PERSON_FIELDS} } } }
}`,
    variables: { filter: { id: { eq: change.contactId } } },
    answer: found,
  });
  const person = people.edges[0]?.node;
  if (!person) return fail({ kind: 'gone' });
  const data = change.field === 'title' ? titleData(person, change) : phoneData(person.phones, change);
  if (!data) return;
  await wire.ask({
    step: 'person update',
    purpose: 'update-contact',
    query:
      'mutation Update($id: UUID!, $data: PersonUpdateInput!) { updatePerson(id: $id, data: $data) { id } }',
    variables: { id: change.contactId, data },
    fields: Object.keys(data),
    answer: z.unknown(),
  });
}

function titleData(person: Person, change: ContactChange): Record<string, unknown> | undefined {
  return person.jobTitle === change.new ? undefined : { jobTitle: storable(change.new) };
}

/** Undefined: it is there already. */
function phoneData(
  phones: Phones | null | undefined,
  change: ContactChange,
): Record<string, unknown> | undefined {
  if (phonesOf(phones).some((number) => sameNumber(number, change.new))) return undefined;
  const primary = numberOf(phones?.primaryPhoneCallingCode, phones?.primaryPhoneNumber);
  const { old } = change;
  // Without codes, Twenty reads them from the number.
  if (primary === '' || (old !== undefined && sameNumber(primary, old))) {
    return { phones: { primaryPhoneNumber: change.new, additionalPhones: phones?.additionalPhones ?? [] } };
  }
  const additional = [...(phones?.additionalPhones ?? [])];
  const at = additional.findIndex(
    ({ callingCode, number }) => old !== undefined && sameNumber(numberOf(callingCode, number), old),
  );
  // Somebody changed it meanwhile: nothing that the rep was not shown is replaced.
  if (at < 0 && old !== undefined) return fail({ kind: 'refused', reason: 'no-field', field: change.field });
  const entry = { number: change.new };
  const next =
    at < 0 ? [...additional, entry] : additional.map((each, index) => (index === at ? entry : each));
  return { phones: { additionalPhones: next } };
}
