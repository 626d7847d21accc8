import type { CrmField, CrmRecordSchema, CrmSchema } from '@/utils/crm/connector';
import { Properties } from '@/utils/crm/hubspot/answers';
import type { ObjectType, Wire } from '@/utils/crm/hubspot/wire';
import {
  type FieldedCompany,
  type FieldedContact,
  type FieldedTask,
  type FieldValue,
  noonOf,
} from '@/utils/crm/own-fields';
import { isFillable, type WrittenKind } from '@/utils/model/crm-schema';

export type HubspotContact = FieldedContact<string>;
export type HubspotCompany = FieldedCompany<string>;
export type HubspotTask = FieldedTask<string>;

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
      hs_activity_type: 'kind',
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
      hs_activity_type: 'kind',
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

/** HubSpot's own that only sort a record, which an account's forms and rules often ask for. */
const sorting: Partial<Record<WrittenKind, readonly string[]>> = {
  contact: ['lifecyclestage', 'hs_lead_status'],
  company: ['lifecyclestage', 'hs_lead_status', 'industry', 'type'],
  task: ['hs_task_priority'],
};

/** Required fields are a matter of HubSpot's forms: its API asks for none, so none is said to be required. */
export async function describeHubspot(wire: Wire): Promise<CrmSchema> {
  const schema: CrmSchema = {};
  for (const kind of ['email', 'meeting', 'call', 'contact', 'company', 'task'] as const) {
    schema[kind] = await describeHubspotKind(wire, kind);
  }
  return schema;
}

/**
 * What we write of a kind, and what this account made itself: HubSpot's own properties decide what is sent and to whom,
 * and are not for the rep to fill, but for the account's types of calls and meetings and what sorts its records.
 */
export async function describeHubspotKind(wire: Wire, kind: WrittenKind): Promise<CrmRecordSchema> {
  const { type, fields } = ours[kind];
  const { results } = await wire.call({
    step: `${type} properties`,
    purpose: 'connect',
    method: 'GET',
    path: `/crm/v3/properties/${type}?archived=false`,
    answer: Properties,
  });
  const all = results.flatMap((property): CrmField[] => {
    const { name, label, options = [], modificationMetadata } = property;
    const own = fields[name];
    const kindOf = kinds[property.type] ?? 'other';
    const open =
      (sorting[kind] ?? []).includes(name) &&
      modificationMetadata?.readOnlyValue !== true &&
      isFillable({ kind: kindOf });
    const made =
      property.hubspotDefined !== true &&
      property.calculated !== true &&
      modificationMetadata?.readOnlyValue !== true &&
      /^[a-z][a-z0-9_]{0,99}$/.test(name) &&
      !/^(hs_|hubspot_)/.test(name) &&
      isFillable({ kind: kindOf });
    if (own === undefined && !made && !open) return [];
    const choices =
      kindOf === 'choice' ? { choices: options.map(({ value, label }) => ({ value, label })) } : {};
    return [
      {
        name,
        label,
        required: false,
        kind: kindOf,
        type: property.type,
        ...choices,
        ...(own === undefined ? {} : { ours: own }),
      },
    ];
  });
  return { record: type, label: type, fields: all.slice(0, 500) };
}

/** What the rep filled in, as HubSpot takes it: text, whatever it is. */
export function hubspotValue({ type }: CrmField, value: FieldValue): string {
  return type === 'datetime' ? new Date(noonOf(String(value))).toISOString() : String(value);
}

const kinds: Record<string, CrmField['kind']> = {
  string: 'text',
  number: 'number',
  date: 'date',
  datetime: 'date',
  bool: 'boolean',
  enumeration: 'choice',
};
