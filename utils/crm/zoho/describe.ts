import type { CrmField, CrmRecordSchema, CrmSchema } from '@/utils/crm/connector';
import { CrmFault } from '@/utils/crm/errors';
import { type FieldedEntry, type FieldValue, noonOf } from '@/utils/crm/own-fields';
import { Fields } from '@/utils/crm/zoho/answers';
import { stamp } from '@/utils/crm/zoho/coql';
import { type ActivityModule, moduleOf } from '@/utils/crm/zoho/records';
import type { Wire } from '@/utils/crm/zoho/wire';
import type { ActivityKind } from '@/utils/model/activity';
import { isFillable } from '@/utils/model/crm-schema';

/** `own`: a choice of several is a list. */
export type ZohoEntry = FieldedEntry<FieldValue | string[]>;

/**
 * Zoho's own fields that the rep may fill: what a call was for, and how it went. Besides them only what the organisation
 * made itself; the others decide who is told.
 */
const open: Partial<Record<string, string | null>> = { Call_Purpose: 'kind', Call_Result: null };

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

/** The same of one kind. */
export function describeZohoKind(wire: Wire, kind: ActivityKind): Promise<CrmRecordSchema | undefined> {
  const module: ActivityModule = moduleOf[kind];
  return describeModule(wire, module);
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
    return {
      record: module,
      label: module,
      fields: fields.flatMap((field): CrmField[] => {
        const name = field.api_name;
        const place = ours[name] ?? open[name];
        const required = field.system_mandatory === true;
        const kind = kindOf(field.data_type);
        const made = field.custom_field === true && /^[A-Za-z]\w{0,59}$/.test(name);
        if (!place && !(name in open) && !(made && (required || isFillable({ kind })))) return [];
        const choices = field.pick_list_values ?? [];
        return [
          {
            name,
            label: field.field_label,
            required,
            kind,
            type: field.data_type,
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
