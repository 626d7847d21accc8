import type { CrmField, CrmRecordSchema, CrmSchema } from '@/utils/crm/connector';
import { FieldDefs } from '@/utils/crm/odoo/answers';
import type { Wire } from '@/utils/crm/odoo/wire';

const note = {
  date: 'at',
  subject: 'subject',
  body: 'ownWords',
  author_id: 'participants',
  res_id: 'contactIds',
};

/** Which record is written for what, and which of ours goes into its fields. */
const written = {
  email: { record: 'mail.message', ours: note },
  meeting: {
    record: 'calendar.event',
    ours: {
      name: 'subject',
      start: 'at',
      stop: 'endsAt',
      location: 'place',
      description: 'summary',
      partner_ids: 'contactIds',
      opportunity_id: 'dealId',
    },
  },
  call: { record: 'mail.message', ours: { ...note, body: 'summary' } },
  contact: {
    record: 'res.partner',
    ours: {
      name: 'name',
      email: 'address',
      phone: 'phone',
      mobile: 'mobile',
      function: 'title',
      parent_id: 'company',
    },
  },
  company: { record: 'res.partner', ours: { name: 'name', website: 'domain' } },
  task: {
    record: 'mail.activity',
    ours: { summary: 'title', date_deadline: 'dueDate', note: 'note', res_id: 'contactIds' },
  },
} as const;

const kinds: Record<string, CrmField['kind']> = {
  char: 'text',
  text: 'text',
  html: 'text',
  integer: 'number',
  float: 'number',
  monetary: 'number',
  date: 'date',
  datetime: 'date',
  boolean: 'boolean',
  selection: 'choice',
  many2one: 'reference',
  many2many: 'reference',
  one2many: 'reference',
};

/**
 * What Odoo says of what we write, in the user's own language. `calendar`: whether a meeting becomes an event; else it is
 * a note. Odoo fills its own required fields by itself and does not say which; those that the company made (`x_…`) have
 * nothing to be filled with, so they alone are questions.
 */
export async function describeOdoo(wire: Wire, calendar: boolean): Promise<CrmSchema> {
  const asked = new Map<string, FieldDefs>();
  const schema: CrmSchema = {};
  for (const kind of ['email', 'meeting', 'call', 'contact', 'company', 'task'] as const) {
    const { record, ours } = kind === 'meeting' && !calendar ? written.call : written[kind];
    const defs = asked.get(record) ?? (await fieldsOf(wire, record));
    asked.set(record, defs);
    schema[kind] = toRecordSchema(record, defs, ours);
  }
  return schema;
}

function fieldsOf(wire: Wire, model: string): Promise<FieldDefs> {
  return wire.call({
    purpose: 'connect',
    model,
    method: 'fields_get',
    args: { attributes: ['string', 'type', 'required', 'readonly', 'selection'] },
    answer: FieldDefs,
  });
}

function toRecordSchema(record: string, defs: FieldDefs, ours: Record<string, string>): CrmRecordSchema {
  const fields = Object.entries(defs).flatMap(([name, def]): CrmField[] => {
    const mine = ours[name];
    const asked = name.startsWith('x_') && def.required === true && def.readonly !== true;
    if (mine === undefined && !asked) return [];
    const choices = (def.selection ?? [])
      .flatMap(([value, label]) =>
        typeof value === 'string' ? [{ value: value.slice(0, 300), label: label.slice(0, 300) }] : [],
      )
      .slice(0, 500);
    return [
      {
        name,
        label: (def.string || name).slice(0, 300),
        required: asked || (mine !== undefined && def.required === true),
        kind: kinds[def.type ?? ''] ?? 'other',
        ...(choices.length > 0 ? { choices } : {}),
        ...(mine === undefined ? {} : { ours: mine }),
      },
    ];
  });
  return { record, label: record, fields: fields.slice(0, 500) };
}
