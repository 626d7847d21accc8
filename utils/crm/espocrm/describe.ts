import type { CrmField, CrmRecordSchema, CrmSchema } from '@/utils/crm/connector';
import { FieldDefs, Words } from '@/utils/crm/espocrm/answers';
import { toStamp } from '@/utils/crm/espocrm/values';
import type { Wire } from '@/utils/crm/espocrm/wire';
import {
  type FieldedCompany,
  type FieldedContact,
  type FieldedEntry,
  type FieldedTask,
  type FieldValue,
  noonOf,
} from '@/utils/crm/own-fields';
import { isFillable, type WrittenKind } from '@/utils/model/crm-schema';
import { z } from '@/utils/model/zod';

/** `own`: a choice of several is a list. */
export type EspoEntry = FieldedEntry<FieldValue | FieldValue[]>;
export type EspoContact = FieldedContact<FieldValue | FieldValue[]>;
export type EspoCompany = FieldedCompany<FieldValue | FieldValue[]>;
export type EspoTask = FieldedTask<FieldValue | FieldValue[]>;

/** Which record is written for what, and which of ours goes into its fields. */
const written = {
  email: {
    record: 'Email',
    ours: { name: 'subject', body: 'ownWords', dateSent: 'at', from: 'participants' },
  },
  meeting: {
    record: 'Meeting',
    ours: {
      name: 'subject',
      dateStart: 'at',
      dateEnd: 'endsAt',
      description: 'summary',
      contacts: 'contactIds',
    },
  },
  call: {
    record: 'Call',
    ours: {
      name: 'subject',
      dateStart: 'at',
      dateEnd: 'minutes',
      description: 'summary',
      contacts: 'contactIds',
    },
  },
  contact: {
    record: 'Contact',
    ours: { name: 'name', emailAddress: 'address', phoneNumber: 'phone', title: 'title', account: 'company' },
  },
  company: { record: 'Account', ours: { name: 'name', website: 'domain' } },
  task: {
    record: 'Task',
    ours: { name: 'title', dateEnd: 'dueDate', description: 'note', parent: 'contactIds' },
  },
} as const;

/** What we fill in ourselves, so that it is no question to the rep. */
const filled = [
  'status',
  'direction',
  'assignedUser',
  'assignedUsers',
  'to',
  'subject',
  'lastName',
  'firstName',
];

/** EspoCRM's own that only sort a record. */
const sorting: Partial<Record<string, readonly string[]>> = {
  Contact: ['salutationName'],
  Account: ['type', 'industry'],
  Task: ['priority'],
};

/** What would bring somebody else onto the record, or tell followers of it. */
const NEVER = /^(users|contacts|leads|teams|collaborators|assignedUsers|parent|reminders|sendAt)/;

const kinds: Record<string, CrmField['kind']> = {
  varchar: 'text',
  text: 'text',
  wysiwyg: 'text',
  url: 'text',
  int: 'number',
  float: 'number',
  currency: 'number',
  date: 'date',
  datetime: 'date',
  datetimeOptional: 'date',
  bool: 'boolean',
  enum: 'choice',
  multiEnum: 'choice',
  link: 'reference',
  linkParent: 'reference',
  linkMultiple: 'reference',
};

/** What EspoCRM asks of what we write: required fields and their choices, custom ones among them, as its users read them. */
export async function describeEspo(wire: Wire): Promise<CrmSchema> {
  const ask = { purpose: 'connect', method: 'GET' } as const;
  const words = await wire.ask({ ...ask, path: 'I18n', query: [['default', 'false']], answer: Words });
  const schema: CrmSchema = {};
  for (const kind of ['email', 'meeting', 'call', 'contact', 'company', 'task'] as const) {
    const { record, ours } = written[kind];
    schema[kind] = toRecordSchema(record, await defsOf(wire, record), ours, words);
  }
  return schema;
}

/** The same of one kind, by EspoCRM's own names. */
export async function describeEspoKind(wire: Wire, kind: WrittenKind): Promise<CrmRecordSchema> {
  const { record, ours } = written[kind];
  return toRecordSchema(record, await defsOf(wire, record), ours, {});
}

/** What the rep filled in, as EspoCRM takes it. */
export function espoValue({ type }: CrmField, value: FieldValue): FieldValue | FieldValue[] {
  if (type === 'multiEnum') return [value];
  return type === 'datetime' || type === 'datetimeOptional' ? toStamp(noonOf(String(value))) : value;
}

function defsOf(wire: Wire, record: string): Promise<FieldDefs> {
  return wire.ask({
    purpose: 'connect',
    method: 'GET',
    path: 'Metadata',
    query: [['key', `entityDefs.${record}.fields`]],
    answer: FieldDefs,
  });
}

/** Fields that we write, that must be filled, or that the company made; the others are nobody's business here. */
function toRecordSchema(
  record: string,
  defs: FieldDefs,
  ours: Record<string, string>,
  words: Words,
): CrmRecordSchema {
  const general = words.Global;
  const fields = Object.entries(defs).flatMap(([name, def]): CrmField[] => {
    const mine = ours[name];
    const writable =
      !def.readOnly && !def.disabled && !def.utility && /^[a-z][A-Za-z0-9]*$/.test(name) && !NEVER.test(name);
    // What has a value of its own when nothing is said is no question.
    const required = def.required === true && writable && (def.default ?? null) === null;
    const kind = kinds[def.type ?? ''] ?? 'other';
    const made = def.isCustom === true && writable && isFillable({ kind });
    const sorts = sorting[record]?.includes(name) === true && writable;
    if (mine === undefined && ((!required && !made && !sorts) || filled.includes(name))) return [];
    const translations = asWords(words[record]?.options?.[name]);
    const choices = (def.options ?? [])
      .filter((value) => typeof value === 'string')
      .slice(0, 500)
      .map((value) => ({ value, label: said(translations[value], value) }));
    return [
      {
        name,
        label: said(words[record]?.fields?.[name] ?? general?.fields?.[name], name),
        required,
        kind,
        ...(def.type ? { type: def.type } : {}),
        ...(def.maxLength ? { max: def.maxLength } : {}),
        ...(choices.length > 0 ? { choices } : {}),
        ...(mine === undefined ? {} : { ours: mine }),
      },
    ];
  });
  return { record, label: said(general?.scopeNames?.[record], record), fields };
}

/** PHP writes an empty map as a list. */
function asWords(value: unknown): Record<string, unknown> {
  const map = z.safeParse(z.record(z.string(), z.unknown()), value);
  return map.success ? map.data : {};
}

function said(word: unknown, otherwise: string): string {
  return typeof word === 'string' && word !== '' ? word : otherwise;
}
