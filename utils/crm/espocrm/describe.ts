import type { CrmField, CrmRecordSchema, CrmSchema } from '@/utils/crm/connector';
import { FieldDefs } from '@/utils/crm/espocrm/answers';
import type { Wire } from '@/utils/crm/espocrm/wire';

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
  link: 'reference',
  linkParent: 'reference',
  linkMultiple: 'reference',
};

/** What EspoCRM asks of what we write: required fields and their choices, custom ones among them. */
export async function describeEspo(wire: Wire): Promise<CrmSchema> {
  const schema: CrmSchema = {};
  for (const kind of ['email', 'meeting', 'call', 'contact', 'company', 'task'] as const) {
    const { record, ours } = written[kind];
    const defs = await wire.ask({
      purpose: 'connect',
      method: 'GET',
      path: 'Metadata',
      query: [['key', `entityDefs.${record}.fields`]],
      answer: FieldDefs,
    });
    schema[kind] = toRecordSchema(record, defs, ours);
  }
  return schema;
}

/** Fields that we write or that must be filled; the others are nobody's business here. */
function toRecordSchema(record: string, defs: FieldDefs, ours: Record<string, string>): CrmRecordSchema {
  const fields = Object.entries(defs).flatMap(([name, def]): CrmField[] => {
    const mine = ours[name];
    const required = def.required === true && !def.readOnly && !def.disabled && !def.utility;
    if (mine === undefined && (!required || filled.includes(name))) return [];
    const choices = (def.options ?? []).slice(0, 500).map((value) => ({ value, label: value }));
    return [
      {
        name,
        label: name,
        required,
        kind: kinds[def.type ?? ''] ?? 'other',
        ...(choices.length > 0 ? { choices } : {}),
        ...(mine === undefined ? {} : { ours: mine }),
      },
    ];
  });
  return { record, label: record, fields };
}
