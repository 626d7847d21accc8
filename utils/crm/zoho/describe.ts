import type { CrmField, CrmRecordSchema, CrmSchema } from '@/utils/crm/connector';
import { CrmFault } from '@/utils/crm/errors';
import {
  type FieldedCompany,
  type FieldedContact,
  type FieldedEntry,
  type FieldedTask,
  type FieldValue,
  noonOf,
} from '@/utils/crm/own-fields';
import { Fields, Layouts } from '@/utils/crm/zoho/answers';
import { stamp } from '@/utils/crm/zoho/coql';
import { moduleOf } from '@/utils/crm/zoho/records';
import type { Wire } from '@/utils/crm/zoho/wire';
import { isFillable, type WrittenKind } from '@/utils/model/crm-schema';

/** `own`: a choice of several is a list. */
export type ZohoEntry = FieldedEntry<FieldValue | string[]>;
export type ZohoContact = FieldedContact<FieldValue | string[]>;
export type ZohoCompany = FieldedCompany<FieldValue | string[]>;
export type ZohoTask = FieldedTask<FieldValue | string[]>;

/**
 * Zoho's own fields that the rep may fill: what a call was for, how it went, and how people and companies are sorted.
 * Besides them only what the organisation made itself, and what a layout asks for of people and companies; the others
 * decide who is told.
 */
const open: Partial<Record<string, string | null>> = {
  Call_Purpose: 'kind',
  Call_Result: null,
  Lead_Source: null,
  Salutation: null,
  Department: null,
  Account_Type: null,
  Industry: null,
  Rating: null,
};

/** Which of ours goes where. */
const ours: Record<string, string> = {
  Subject: 'subject',
  Event_Title: 'subject',
  Description: 'summary',
  Due_Date: 'at',
  Start_DateTime: 'at',
  End_DateTime: 'endsAt',
  Call_Start_Time: 'at',
  Call_Type: 'direction',
  Call_Duration: 'minutes',
  Status: 'done',
  Venue: 'place',
  Who_Id: 'contactIds',
  What_Id: 'companyId',
  First_Name: 'name',
  Last_Name: 'name',
  Account_Name: 'company',
  Website: 'domain',
  Email: 'address',
  Phone: 'phone',
  Mobile: 'mobile',
  Title: 'title',
  Mailing_Street: 'postalAddress',
};

/** What this organisation asks of what we write. What the user does not see is left out. */
export async function describeZoho(wire: Wire): Promise<CrmSchema> {
  const task = await describeModule(wire, 'Tasks');
  const meeting = await describeModule(wire, 'Events');
  const call = await describeModule(wire, 'Calls');
  const contact = await describeModule(wire, 'Contacts');
  const company = await describeModule(wire, 'Accounts');
  return {
    ...(task ? { email: task, task } : {}),
    ...(meeting ? { meeting } : {}),
    ...(call ? { call } : {}),
    ...(contact ? { contact } : {}),
    ...(company ? { company } : {}),
  };
}

const modules = { ...moduleOf, contact: 'Contacts', company: 'Accounts', task: 'Tasks' } as const;

/** The same of one kind. */
export function describeZohoKind(wire: Wire, kind: WrittenKind): Promise<CrmRecordSchema | undefined> {
  return describeModule(wire, modules[kind]);
}

/** What the rep filled in, as Zoho takes it. */
export function zohoValue({ type }: CrmField, value: FieldValue): FieldValue | string[] {
  if (type === 'multiselectpicklist') return [String(value)];
  return type === 'datetime' ? stamp(noonOf(String(value))) : value;
}

async function describeModule(wire: Wire, module: string): Promise<CrmRecordSchema | undefined> {
  try {
    const answer = await wire.get(`${module} fields`, 'connect', `/settings/fields?module=${module}`, Fields);
    const fields = (answer?.fields ?? []).filter(({ read_only }) => read_only !== true);
    const asked = await askedByLayouts(wire, module);
    const people = module === 'Contacts' || module === 'Accounts';
    return {
      record: module,
      label: module,
      fields: fields.flatMap((field): CrmField[] => {
        const name = field.api_name;
        const place = ours[name] ?? open[name];
        const required = field.system_mandatory === true || asked.has(name);
        const kind = kindOf(field.data_type);
        const made = field.custom_field === true && /^[A-Za-z]\w{0,59}$/.test(name);
        const wanted = made && (required || isFillable({ kind }));
        if (!place && !(name in open) && !wanted && !(people && required)) return [];
        const choices = field.pick_list_values ?? [];
        return [
          {
            name,
            label: field.field_label,
            required,
            kind,
            type: field.data_type,
            ...(field.length && kind === 'text' ? { max: field.length } : {}),
            ...(choices.length > 0
              ? {
                  choices: choices.map(({ actual_value, display_value }) => ({
                    value: actual_value,
                    label: display_value,
                  })),
                }
              : {}),
            ...(place ? { ours: place } : {}),
          },
        ];
      }),
    };
  } catch (error) {
    if (error instanceof CrmFault && ['gone', 'not-permitted', 'refused'].includes(error.fault.kind)) {
      return undefined;
    }
    throw error;
  }
}

/**
 * What the layouts ask for besides: new records go into the layout of the user's profile, which is not told here, so what
 * one of the active ones asks for is asked. Without the right to read them, what the system asks for is known alone.
 */
async function askedByLayouts(wire: Wire, module: string): Promise<ReadonlySet<string>> {
  try {
    const path = `/settings/layouts?module=${module}`;
    const answer = await wire.get(`${module} layouts`, 'connect', path, Layouts);
    const shown = (answer?.layouts ?? []).filter(({ status }) => status !== 'inactive');
    const fields = shown.flatMap(({ sections }) => sections.flatMap((section) => section.fields));
    return new Set(fields.flatMap(({ api_name, required }) => (required === true ? [api_name] : [])));
  } catch (error) {
    if (error instanceof CrmFault && ['gone', 'not-permitted', 'refused'].includes(error.fault.kind)) {
      return new Set();
    }
    throw error;
  }
}

function kindOf(type: string): CrmField['kind'] {
  switch (type) {
    case 'text':
    case 'textarea':
    case 'email':
    case 'phone':
    case 'website':
      return 'text';
    case 'integer':
    case 'bigint':
    case 'double':
    case 'currency':
      return 'number';
    case 'date':
    case 'datetime':
      return 'date';
    case 'boolean':
      return 'boolean';
    case 'picklist':
    case 'multiselectpicklist':
      return 'choice';
    case 'lookup':
    case 'ownerlookup':
      return 'reference';
    default:
      return 'other';
  }
}
