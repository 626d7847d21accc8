/*
 * Salesforce publishes no machine-readable description of its objects outside an org, so this is our own overlay, written
 * by hand from its Object Reference (v62.0): for each object that is written, every field that a connector may write, with
 * its type and length. A field that is not here is refused, as an org refuses a name it does not know.
 */

export type FieldType =
  | 'text'
  | 'date'
  | 'datetime'
  | 'boolean'
  | 'number'
  | 'id'
  | 'ids'
  | readonly string[];

export interface WritableField {
  type: FieldType;
  max?: number;
}

const person = {
  FirstName: { type: 'text', max: 40 },
  LastName: { type: 'text', max: 80 },
  Email: { type: 'text', max: 80 },
  Phone: { type: 'text', max: 40 },
  MobilePhone: { type: 'text', max: 40 },
  Title: { type: 'text', max: 128 },
} as const;

const activity = {
  Subject: { type: 'text', max: 255 },
  Description: { type: 'text', max: 32_000 },
  WhoId: { type: 'id' },
  WhatId: { type: 'id' },
  // True would ring at its owner's.
  IsReminderSet: { type: ['false'] },
} as const;

export const writable: Record<string, Record<string, WritableField>> = {
  Contact: {
    LeadSource: { type: ['Mail'] },
    ...person,
    OtherPhone: { type: 'text', max: 40 },
    AccountId: { type: 'id' },
    MailingStreet: { type: 'text', max: 255 },
  },
  Lead: { Phone: person.Phone, MobilePhone: person.MobilePhone, Title: person.Title },
  Account: { Name: { type: 'text', max: 255 }, Website: { type: 'text', max: 255 } },
  EmailMessage: {
    Subject: { type: 'text', max: 3000 },
    TextBody: { type: 'text', max: 32_000 },
    MessageIdentifier: { type: 'text', max: 255 },
    MessageDate: { type: 'datetime' },
    Incoming: { type: 'boolean' },
    // 3 is "Sent"; 5, a draft, could be sent by somebody.
    Status: { type: ['3'] },
    FromAddress: { type: 'text', max: 1333 },
    FromName: { type: 'text', max: 1000 },
    ToAddress: { type: 'text', max: 4000 },
    CcAddress: { type: 'text', max: 4000 },
    RelatedToId: { type: 'id' },
    ToIds: { type: 'ids' },
    CcIds: { type: 'ids' },
  },
  EmailMessageRelation: {
    EmailMessageId: { type: 'id' },
    RelationId: { type: 'id' },
    RelationType: { type: ['FromAddress'] },
    RelationAddress: { type: 'text', max: 1333 },
  },
  Task: {
    ...activity,
    ActivityDate: { type: 'date' },
    Status: { type: 'text', max: 255 },
    TaskSubtype: { type: ['Call', 'Email'] },
    CallType: { type: ['Inbound', 'Outbound'] },
    CallDurationInSeconds: { type: 'number' },
    CallObject: { type: 'text', max: 255 },
    CallDisposition: { type: 'text', max: 255 },
    Type: { type: ['Demo'] },
    OwnerId: { type: 'id' },
    TaskWhoIds: { type: 'ids' },
  },
  Event: {
    ...activity,
    StartDateTime: { type: 'datetime' },
    EndDateTime: { type: 'datetime' },
    IsAllDayEvent: { type: 'boolean' },
    Location: { type: 'text', max: 255 },
    ShowAs: { type: ['Busy', 'Free'] },
    Type: { type: ['Demo'] },
    EventWhoIds: { type: 'ids' },
    Sidelog_Key__c: { type: 'text', max: 255 },
  },
};

/** What this org made itself, on every object. */
const custom: Record<string, FieldType> = {
  Region__c: 'text',
  Seats__c: 'number',
  Until__c: 'date',
  At__c: 'datetime',
  Vip__c: 'boolean',
  Note__c: 'text',
};

/** What is wrong with a body for this object; null where nothing is. */
export function wrongWith(object: string, values: Record<string, unknown>): string | null {
  const fields = writable[object];
  if (!fields) return `${object} may not be written`;
  for (const [name, value] of Object.entries(values)) {
    const field = fields[name];
    if (!field) {
      const type = custom[name];
      if (name === 'Note__c' && String(value).length > 20) return `${object}.${name} is too long`;
      if (type && isOfType(type, value)) continue;
      return `${object}.${name} may not be written`;
    }
    if (!isOfType(field.type, value))
      return `${object}.${name} is not ${String(field.type)}: ${JSON.stringify(value)}`;
    if (field.max !== undefined && String(value).length > field.max) return `${object}.${name} is too long`;
  }
  return null;
}

function isOfType(type: FieldType, value: unknown): boolean {
  if (typeof type !== 'string') return type.includes(String(value));
  switch (type) {
    case 'text':
    case 'id':
      return typeof value === 'string';
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
    case 'datetime':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return Number.isInteger(value);
    case 'ids':
      return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string');
  }
}

/** Fields that can be read besides. */
export const readable: Record<string, readonly string[]> = {
  Contact: ['Name', 'Account.Name', 'OwnerId', 'LastActivityDate'],
  Lead: ['Name', 'Email', 'Company', 'IsConverted', 'OwnerId', 'LastActivityDate'],
  Account: ['OwnerId', 'LastActivityDate'],
  Opportunity: [
    'Name',
    'AccountId',
    'Amount',
    'StageName',
    'IsClosed',
    'OpportunityContactRoles',
    'OwnerId',
    'LastActivityDate',
  ],
  EmailMessage: ['ActivityId', 'EmailMessageRelations'],
  Task: ['IsClosed'],
  Event: [],
  User: ['Name', 'Email', 'UserRoleId'],
  TaskStatus: ['ApiName', 'IsClosed', 'SortOrder'],
};
export const common = ['Id', 'CreatedDate', 'CreatedById', 'SystemModstamp', 'IsDeleted'];
/** Long text cannot be filtered by. */
export const unfilterable = ['Description', 'TextBody', 'TaskWhoIds', 'EventWhoIds', 'ToIds', 'CcIds'];
export const prefixes: Record<string, string> = {
  Contact: '003',
  Lead: '00Q',
  Account: '001',
  Opportunity: '006',
  EmailMessage: '02s',
  EmailMessageRelation: '0CE',
  Task: '00T',
  Event: '00U',
  // Beside the fake's own two.
  User: '0059',
};
