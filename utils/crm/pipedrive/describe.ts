import type { CrmField, CrmRecordSchema, CrmSchema } from '@/utils/crm/connector';
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
};
const person = { name: 'name', emails: 'address', phones: 'phone', job_title: 'title' };

/** Pipedrive tells what its fields are, and of persons which ones its forms require. */
export async function describePipedrive(wire: Wire): Promise<CrmSchema> {
  const ofActivities = await record(wire, 'activityFields', 'activity', activity, {});
  const contact = await record(wire, 'personFields', 'person', person, { include_fields: 'required_fields' });
  return { email: ofActivities, meeting: ofActivities, call: ofActivities, task: ofActivities, contact };
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
    const required = field.required_fields?.enabled === true;
    if (own === undefined && !required) return [];
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
