import type { CrmField, CrmRecordSchema, CrmSchema } from '@/utils/crm/connector';
import { Properties } from '@/utils/crm/hubspot/answers';
import type { ObjectType, Wire } from '@/utils/crm/hubspot/wire';

/** What we write of each record, and which of ours goes there. */
const ours: Record<keyof CrmSchema, { type: ObjectType; fields: Record<string, string> }> = {
  email: {
    type: 'emails',
    fields: {
      hs_timestamp: 'at',
      hs_email_subject: 'subject',
      hs_email_html: 'ownWords',
      hs_email_direction: 'direction',
    },
  },
  meeting: {
    type: 'meetings',
    fields: {
      hs_meeting_start_time: 'at',
      hs_meeting_end_time: 'endsAt',
      hs_meeting_title: 'subject',
      hs_internal_meeting_notes: 'summary',
      hs_meeting_location: 'place',
    },
  },
  call: {
    type: 'calls',
    fields: {
      hs_timestamp: 'at',
      hs_call_title: 'subject',
      hs_call_body: 'summary',
      hs_call_duration: 'minutes',
    },
  },
  contact: {
    type: 'contacts',
    fields: {
      firstname: 'name',
      lastname: 'name',
      email: 'address',
      phone: 'phone',
      mobilephone: 'mobile',
      jobtitle: 'title',
    },
  },
  company: { type: 'companies', fields: { name: 'name', domain: 'domain' } },
  task: {
    type: 'tasks',
    fields: { hs_task_subject: 'title', hs_timestamp: 'dueDate', hs_task_body: 'note' },
  },
};

/** Required fields are a matter of HubSpot's forms: its API asks for none, so none is said to be required. */
export async function describeHubspot(wire: Wire): Promise<CrmSchema> {
  const schema: CrmSchema = {};
  for (const [kind, { type, fields }] of Object.entries(ours)) {
    const { results } = await wire.call({
      step: `${type} properties`,
      purpose: 'connect',
      method: 'GET',
      path: `/crm/v3/properties/${type}?archived=false`,
      answer: Properties,
    });
    const record: CrmRecordSchema = {
      record: type,
      label: type,
      fields: results.flatMap((property): CrmField[] => {
        const own = fields[property.name];
        if (own === undefined) return [];
        const { name, label, options = [] } = property;
        const kindOf = kinds[property.type] ?? 'other';
        const choices =
          kindOf === 'choice' ? { choices: options.map(({ value, label }) => ({ value, label })) } : {};
        return [{ name, label, required: false, kind: kindOf, ...choices, ours: own }];
      }),
    };
    if (kind in ours) Object.assign(schema, { [kind]: record });
  }
  return schema;
}

const kinds: Record<string, CrmField['kind']> = {
  string: 'text',
  number: 'number',
  date: 'date',
  datetime: 'date',
  bool: 'boolean',
  enumeration: 'choice',
};
