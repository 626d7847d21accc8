import type { CrmField, CrmRecordSchema, CrmSchema } from '@/utils/crm/connector';
import type { FieldValue } from '@/utils/crm/own-fields';
import type { Account } from '@/utils/crm/pipedrive/activities';
import { Fields } from '@/utils/crm/pipedrive/answers';
import type { Wire } from '@/utils/crm/pipedrive/wire';

/** Which of ours goes where. */
const activity = {
  subject: 'subject',
  due_date: 'at',
  due_time: 'at',
  duration: 'minutes',
  note: 'summary',
  location: 'place',
  type: 'kind',
};
/** Besides what we write: the only ones that Pipedrive's API takes of an activity, its custom ones are read-only. */
const PRIORITY = 'priority';
const person = { name: 'name', emails: 'address', phones: 'phone', job_title: 'title' };

/** Pipedrive tells what its fields are, and of persons which ones its forms require. */
export async function describePipedrive(wire: Wire, choices: Account['choices']): Promise<CrmSchema> {
  const ofActivities = await describeActivity(wire, choices);
  const task = { ...ofActivities, fields: ofActivities.fields.filter(({ ours }) => ours !== 'kind') };
  const contact = await record(wire, 'personFields', 'person', person, { include_fields: 'required_fields' });
  return { email: ofActivities, meeting: ofActivities, call: ofActivities, task, contact };
}

/** Of an activity, whatever its kind. `choices`: the company's own types. */
export async function describeActivity(wire: Wire, choices: Account['choices']): Promise<CrmRecordSchema> {
  const described = await record(wire, 'activityFields', 'activity', activity, {});
  const fields = described.fields.map(
    (field): CrmField => (field.ours === 'kind' ? { ...field, kind: 'choice', choices } : field),
  );
  return { ...described, fields };
}

/** What the rep chose, as Pipedrive takes it. */
export function pipedriveValue({ name }: CrmField, value: FieldValue): FieldValue {
  return name === PRIORITY ? Number(value) : value;
}

async function record(
  wire: Wire,
  what: 'activityFields' | 'personFields',
  name: string,
  ours: Record<string, string>,
  query: Record<string, string>,
): Promise<CrmRecordSchema> {
  const { data } = await wire.call({
    step: what,
    purpose: 'connect',
    method: 'GET',
    path: `/api/v2/${what}`,
    query: { limit: 500, ...query },
    answer: Fields,
  });
  const fields = (data ?? []).flatMap((field): CrmField[] => {
    const own = ours[field.field_code];
    const required = what === 'personFields' && field.required_fields?.enabled === true;
    if (own === undefined && !required && field.field_code !== PRIORITY) return [];
    const choices = field.options?.map(({ id, label }) => ({ value: String(id), label }));
    return [
      {
        name: field.field_code,
        label: field.field_name,
        required,
        kind: choices ? 'choice' : (kinds[field.field_type] ?? 'other'),
        ...(choices ? { choices } : {}),
        ...(own === undefined ? {} : { ours: own }),
      },
    ];
  });
  return { record: name, label: name, fields };
}

const kinds: Record<string, CrmField['kind']> = {
  varchar: 'text',
  varchar_auto: 'text',
  text: 'text',
  phone: 'text',
  address: 'text',
  double: 'number',
  monetary: 'number',
  date: 'date',
  org: 'reference',
  people: 'reference',
  user: 'reference',
};
