import type { CrmField, CrmRecordSchema, CrmSchema } from '@/utils/crm/connector';
import type {
  FieldedCompany,
  FieldedContact,
  FieldedEntry,
  FieldedTask,
  FieldValue,
} from '@/utils/crm/own-fields';
import type { Account } from '@/utils/crm/pipedrive/activities';
import { Fields } from '@/utils/crm/pipedrive/answers';
import type { Wire } from '@/utils/crm/pipedrive/wire';
import { isFillable, type WrittenKind } from '@/utils/model/crm-schema';

/** A choice of several is a list, an address an object. */
export type PipedriveValue = FieldValue | number[] | { value: string };
export type PipedriveEntry = FieldedEntry<PipedriveValue>;
export type PipedriveContact = FieldedContact<PipedriveValue>;
export type PipedriveCompany = FieldedCompany<PipedriveValue>;
export type PipedriveTask = FieldedTask<PipedriveValue>;

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
/** A custom field's name is a hash; what persons and organisations have of them can be written. */
const CUSTOM = /^[0-9a-f]{40}$/;
const organization = { name: 'name', website: 'domain' };
const person = { name: 'name', emails: 'address', phones: 'phone', job_title: 'title' };

/** Pipedrive tells what its fields are, and of persons and organisations which ones its forms require. */
export async function describePipedrive(wire: Wire, { choices, types }: Account): Promise<CrmSchema> {
  const ofActivities = await describeActivity(wire, choices);
  const task = asTask(ofActivities, types);
  const contact = await describePeople(wire, 'contact');
  const company = await describePeople(wire, 'company');
  return { email: ofActivities, meeting: ofActivities, call: ofActivities, task, contact, company };
}

/** The same of one kind. */
export async function describePipedriveKind(
  wire: Wire,
  account: () => Promise<Account>,
  kind: WrittenKind,
): Promise<CrmRecordSchema> {
  if (kind === 'contact' || kind === 'company') return describePeople(wire, kind);
  const { choices, types } = await account();
  const described = await describeActivity(wire, choices);
  return kind === 'task' ? asTask(described, types) : described;
}

function describePeople(wire: Wire, kind: 'contact' | 'company'): Promise<CrmRecordSchema> {
  const asked = { include_fields: 'required_fields' };
  return kind === 'contact'
    ? record(wire, 'personFields', 'person', person, asked)
    : record(wire, 'organizationFields', 'organization', organization, asked);
}

/** A task is an activity of any type but a meeting's: those stand in the calendar. */
function asTask(activities: CrmRecordSchema, types: Account['types']): CrmRecordSchema {
  const fields = activities.fields.map((field) =>
    field.ours === 'kind'
      ? { ...field, choices: field.choices?.filter(({ value }) => value !== types.meeting) ?? [] }
      : field,
  );
  return { ...activities, fields };
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
export function pipedriveValue({ name, type }: CrmField, value: FieldValue): PipedriveValue {
  if (type === 'set') return [Number(value)];
  if (type === 'address') return { value: String(value) };
  return name === PRIORITY || type === 'enum' ? Number(value) : value;
}

/** What the rep filled in, in a body of its own where the fields are custom ones. */
export function customOf(own: Record<string, PipedriveValue>): { custom_fields?: typeof own } {
  return Object.keys(own).length > 0 ? { custom_fields: own } : {};
}

async function record(
  wire: Wire,
  what: 'activityFields' | 'personFields' | 'organizationFields',
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
    const required = what !== 'activityFields' && field.required_fields?.enabled === true;
    const custom = what !== 'activityFields' && CUSTOM.test(field.field_code);
    const fieldKind = field.options ? 'choice' : (kinds[field.field_type] ?? 'other');
    const open = custom && isFillable({ kind: fieldKind });
    if (own === undefined && !required && !open && field.field_code !== PRIORITY) return [];
    const max = lengths[field.field_type];
    const choices = field.options?.map(({ id, label }) => ({ value: String(id), label }));
    return [
      {
        name: field.field_code,
        label: field.field_name,
        required,
        // Pipedrive's own beside ours take no value this way.
        kind: custom || own !== undefined || field.field_code === PRIORITY ? fieldKind : 'other',
        type: field.field_type,
        ...(max === undefined ? {} : { max }),
        ...(choices ? { choices } : {}),
        ...(own === undefined ? {} : { ours: own }),
      },
    ];
  });
  return { record: name, label: name, fields };
}

/** As Pipedrive's description of its fields says. */
const lengths: Record<string, number> = { varchar: 255, varchar_auto: 255, phone: 255, text: 65_000 };

const kinds: Record<string, CrmField['kind']> = {
  varchar: 'text',
  varchar_auto: 'text',
  text: 'text',
  phone: 'text',
  address: 'text',
  int: 'number',
  double: 'number',
  boolean: 'boolean',
  date: 'date',
  org: 'reference',
  people: 'reference',
  user: 'reference',
};
