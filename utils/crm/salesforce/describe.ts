import type { CrmField, CrmRecordSchema, CrmSchema } from '@/utils/crm/connector';
import { CrmFault } from '@/utils/crm/errors';
import { Description } from '@/utils/crm/salesforce/answers';
import { VERSION, type Wire } from '@/utils/crm/salesforce/wire';
import type { z } from '@/utils/model/zod';

type FieldRow = z.output<typeof Description>['fields'][number];

/** Which of ours goes where. */
const ours: Record<string, Record<string, string>> = {
  EmailMessage: {
    Subject: 'subject',
    TextBody: 'ownWords',
    MessageDate: 'at',
    RelatedToId: 'companyId',
    ToIds: 'contactIds',
  },
  Task: {
    Subject: 'subject',
    Description: 'summary',
    ActivityDate: 'at',
    WhoId: 'contactIds',
    WhatId: 'companyId',
  },
  Event: {
    Subject: 'subject',
    Description: 'summary',
    StartDateTime: 'at',
    Location: 'place',
    WhoId: 'contactIds',
    WhatId: 'companyId',
  },
  Contact: {
    LastName: 'name',
    FirstName: 'name',
    Email: 'address',
    Phone: 'phone',
    MobilePhone: 'mobile',
    Title: 'title',
    AccountId: 'company',
    MailingStreet: 'postalAddress',
  },
  Account: { Name: 'name', Website: 'domain' },
};

/** What this org asks of what we write. What the user does not see is left out. */
export async function describeSalesforce(wire: Wire): Promise<CrmSchema> {
  const [mail, task, event, contact, company] = [
    await describeObject(wire, 'EmailMessage'),
    await describeObject(wire, 'Task'),
    await describeObject(wire, 'Event'),
    await describeObject(wire, 'Contact'),
    await describeObject(wire, 'Account'),
  ];
  return {
    ...((mail ?? task) ? { email: mail ?? task } : {}),
    ...(event ? { meeting: event } : {}),
    ...(task ? { call: task, task } : {}),
    ...(contact ? { contact } : {}),
    ...(company ? { company } : {}),
  };
}

async function describeObject(wire: Wire, object: string): Promise<CrmRecordSchema | undefined> {
  try {
    const path = `/services/data/${VERSION}/sobjects/${object}/describe`;
    const { name, label, fields } = await wire.get(`${object} describe`, 'connect', path, Description);
    const writable = fields.filter(({ createable }) => createable);
    return { record: name, label, fields: writable.map((field) => toField(field, ours[object] ?? {})) };
  } catch (error) {
    if (error instanceof CrmFault && ['gone', 'not-permitted', 'refused'].includes(error.fault.kind)) {
      return undefined;
    }
    throw error;
  }
}

function toField(field: FieldRow, places: Record<string, string>): CrmField {
  const place = places[field.name];
  const choices = (field.picklistValues ?? []).filter(({ active }) => active);
  return {
    name: field.name,
    label: field.label,
    required: !field.nillable && !field.defaultedOnCreate && field.type !== 'boolean',
    kind: kindOf(field.type),
    ...(choices.length > 0
      ? { choices: choices.map(({ value, label }) => ({ value, label: label ?? value })) }
      : {}),
    ...(place ? { ours: place } : {}),
  };
}

function kindOf(type: string): CrmField['kind'] {
  switch (type) {
    case 'string':
    case 'textarea':
    case 'email':
    case 'phone':
    case 'url':
      return 'text';
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return 'number';
    case 'date':
    case 'datetime':
      return 'date';
    case 'boolean':
      return 'boolean';
    case 'picklist':
    case 'multipicklist':
      return 'choice';
    case 'reference':
      return 'reference';
    default:
      return 'other';
  }
}
