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
import { Description } from '@/utils/crm/salesforce/answers';
import { VERSION, type Wire } from '@/utils/crm/salesforce/wire';
import { isFillable, type WrittenKind } from '@/utils/model/crm-schema';
import type { z } from '@/utils/model/zod';

export type SalesforceEntry = FieldedEntry<FieldValue>;
export type SalesforceContact = FieldedContact<FieldValue>;
export type SalesforceCompany = FieldedCompany<FieldValue>;
export type SalesforceTask = FieldedTask<FieldValue>;
type FieldRow = z.output<typeof Description>['fields'][number];

/**
 * Standard fields that the rep may fill: the org's own types of tasks and events, a call's result, and how people and
 * companies are sorted, which an org's rules often ask for. Besides them only what the org made itself (`…__c`) and what
 * a person or a company cannot be without; the others decide who is told and what is sent.
 */
const standard: Record<string, Record<string, string | undefined>> = {
  Task: { Type: 'kind', CallDisposition: undefined },
  Event: { Type: 'kind' },
  Contact: { LeadSource: undefined, Salutation: undefined, Department: undefined },
  Account: { Type: undefined, Industry: undefined, Rating: undefined, AccountSource: undefined },
};

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
    ...(task ? { call: task } : {}),
    ...(task ? { task } : {}),
    ...(contact ? { contact } : {}),
    ...(company ? { company } : {}),
  };
}

/** The same of one kind. `mails`: whether mails have a table of their own here. */
export async function describeSalesforceKind(
  wire: Wire,
  kind: WrittenKind,
  mails: boolean,
): Promise<CrmRecordSchema | undefined> {
  if (kind === 'meeting') return describeObject(wire, 'Event');
  if (kind === 'contact') return describeObject(wire, 'Contact');
  if (kind === 'company') return describeObject(wire, 'Account');
  return describeObject(wire, kind === 'email' && mails ? 'EmailMessage' : 'Task');
}

/** What the rep filled in, as Salesforce takes it. */
export function salesforceValue({ type }: CrmField, value: FieldValue): FieldValue {
  return type === 'datetime' ? new Date(noonOf(String(value))).toISOString() : value;
}

async function describeObject(wire: Wire, object: string): Promise<CrmRecordSchema | undefined> {
  try {
    const path = `/services/data/${VERSION}/sobjects/${object}/describe`;
    const { name, label, fields } = await wire.get(`${object} describe`, 'connect', path, Description);
    const writable = fields.filter(({ createable }) => createable);
    return { record: name, label, fields: writable.flatMap((field) => toField(field, object)) };
  } catch (error) {
    if (error instanceof CrmFault && ['gone', 'not-permitted', 'refused'].includes(error.fault.kind)) {
      return undefined;
    }
    throw error;
  }
}

function toField(field: FieldRow, object: string): CrmField[] {
  const open = standard[object] ?? {};
  const place = ours[object]?.[field.name] ?? open[field.name];
  const required = !field.nillable && !field.defaultedOnCreate && field.type !== 'boolean';
  const kind = kindOf(field.type);
  const made = /^[A-Za-z]\w{0,57}__c$/.test(field.name) && field.name !== 'Sidelog_Key__c';
  const needed = required && (made || object === 'Contact' || object === 'Account');
  const wanted = needed || (made && isFillable({ kind }));
  if (place === undefined && !wanted && !(field.name in open)) return [];
  const choices = (field.picklistValues ?? []).filter(({ active }) => active);
  return [
    {
      name: field.name,
      label: field.label,
      required,
      kind,
      type: field.type,
      ...(field.length ? { max: field.length } : {}),
      ...(choices.length > 0
        ? { choices: choices.map(({ value, label }) => ({ value, label: label ?? value })) }
        : {}),
      ...(place ? { ours: place } : {}),
    },
  ];
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
