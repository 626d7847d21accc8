import type { CrmField, CrmRecordSchema, CrmSchema } from '@/utils/crm/connector';
import {
  type FieldedCompany,
  type FieldedContact,
  type FieldedEntry,
  type FieldedTask,
  type FieldValue,
  noonOf,
} from '@/utils/crm/own-fields';
import { type ApiRecord, OpenApi } from '@/utils/crm/twenty/answers';
import type { Wire } from '@/utils/crm/twenty/wire';
import type { z } from '@/utils/model/zod';

/** `own`: a choice of several is a list. */
export type TwentyEntry = FieldedEntry<FieldValue | FieldValue[]>;
export type TwentyContact = FieldedContact<FieldValue | FieldValue[]>;
export type TwentyCompany = FieldedCompany<FieldValue | FieldValue[]>;
export type TwentyTask = FieldedTask<FieldValue | FieldValue[]>;

type Property = NonNullable<z.infer<typeof ApiRecord>['properties']>[string];

/** Which of ours stands in which field of Twenty's. */
const OURS = {
  Note: { title: 'subject', bodyV2: 'summary' },
  Person: { name: 'name', emails: 'address', phones: 'phone', jobTitle: 'title', companyId: 'company' },
  Company: { name: 'name', domainName: 'domain' },
  Task: { title: 'title', bodyV2: 'note', dueAt: 'dueDate', assigneeId: 'assignee', status: 'done' },
} satisfies Record<string, Record<string, string>>;

/** What a program may not set, though the description lists it. */
const NOT_SET = new Set([
  'id',
  'position',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'deletedAt',
  'searchVector',
]);

/** What this workspace asks of the records that we write, out of its own description. */
export async function describeTwenty(wire: Wire): Promise<CrmSchema> {
  const { schemas } = (await wire.openApi(OpenApi)).components;
  const note = recordOf('Note', schemas.Note);
  const contact = recordOf('Person', schemas.Person);
  const company = recordOf('Company', schemas.Company);
  const task = recordOf('Task', schemas.Task);
  return {
    ...(note ? { email: note, meeting: note, call: note } : {}),
    ...(contact ? { contact } : {}),
    ...(company ? { company } : {}),
    ...(task ? { task } : {}),
  };
}

function recordOf(
  record: keyof typeof OURS,
  described: z.infer<typeof ApiRecord> | undefined,
): CrmRecordSchema | undefined {
  if (!described) return undefined;
  const required = new Set(described.required);
  const ours = new Map(Object.entries(OURS[record]));
  const fields = Object.entries(described.properties ?? {})
    .filter(([name]) => !NOT_SET.has(name))
    .slice(0, 200)
    .map(([name, property]): CrmField => {
      const mine = ours.get(name);
      const choices = property.enum ?? property.items?.enum;
      const type = property.items?.enum ? 'list' : property.format;
      return {
        name,
        label: (property.description ?? name).slice(0, 200),
        required: required.has(name),
        kind: kindOf(property),
        ...(type ? { type } : {}),
        ...(choices ? { choices: choices.map((value) => ({ value, label: value })) } : {}),
        ...(mine ? { ours: mine } : {}),
      };
    });
  return { record, label: record, fields };
}

/** What the rep filled in, as Twenty takes it. */
export function twentyValue({ type }: CrmField, value: FieldValue): FieldValue | FieldValue[] {
  if (type === 'list') return [value];
  return type === 'date-time' ? new Date(noonOf(String(value))).toISOString() : value;
}

function kindOf({ type, format, enum: choices, items }: Property): CrmField['kind'] {
  if (choices || items?.enum) return 'choice';
  if (format === 'uuid') return 'reference';
  if (format === 'date-time' || format === 'date') return 'date';
  if (type === 'number' || type === 'integer') return 'number';
  if (type === 'boolean') return 'boolean';
  return type === 'string' ? 'text' : 'other';
}
