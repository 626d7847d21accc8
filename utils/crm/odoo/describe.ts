import type { CrmField, CrmRecordSchema, CrmSchema } from '@/utils/crm/connector';
import { paragraphs } from '@/utils/crm/html';
import { FieldDefs, NamedRows } from '@/utils/crm/odoo/answers';
import { toStamp } from '@/utils/crm/odoo/values';
import type { Wire } from '@/utils/crm/odoo/wire';
import {
  type FieldedCompany,
  type FieldedContact,
  type FieldedTask,
  type FieldValue,
  noonOf,
} from '@/utils/crm/own-fields';
import { isFillable, type WrittenKind } from '@/utils/model/crm-schema';

export type OdooContact = FieldedContact<unknown>;
export type OdooCompany = FieldedCompany<unknown>;
export type OdooTask = FieldedTask<unknown>;

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
    const { record, ours } = writtenAs(kind, calendar);
    const defs = asked.get(record) ?? (await fieldsOf(wire, record));
    asked.set(record, defs);
    schema[kind] = await toRecordSchema(wire, record, defs, ours);
  }
  return schema;
}

/** The same of one kind. */
export async function describeOdooKind(
  wire: Wire,
  kind: WrittenKind,
  calendar: boolean,
): Promise<CrmRecordSchema> {
  const { record, ours } = writtenAs(kind, calendar);
  return toRecordSchema(wire, record, await fieldsOf(wire, record), ours);
}

/** What the rep filled in, as Odoo takes it. */
export function odooValue({ type }: CrmField, value: FieldValue): unknown {
  switch (type) {
    case 'datetime':
      return toStamp(noonOf(String(value)));
    case 'html':
      return paragraphs(String(value));
    case 'many2one':
      return Number(value);
    case 'many2many':
      return [[6, 0, [Number(value)]]];
    default:
      return value;
  }
}

function writtenAs(kind: keyof typeof written, calendar: boolean) {
  return kind === 'meeting' && !calendar ? written.call : written[kind];
}

function fieldsOf(wire: Wire, model: string): Promise<FieldDefs> {
  return wire.call({
    purpose: 'connect',
    model,
    method: 'fields_get',
    args: { attributes: ['string', 'type', 'required', 'readonly', 'selection', 'size'] },
    answer: FieldDefs,
  });
}

/**
 * What we write, and of the rest what the company made itself (`x_…`) and a person can say: nothing else may be filled,
 * so that nothing here can bring anybody onto a record.
 */
async function toRecordSchema(
  wire: Wire,
  record: string,
  defs: FieldDefs,
  ours: Record<string, string>,
): Promise<CrmRecordSchema> {
  const fields = Object.entries(defs).flatMap(([name, def]): CrmField[] => {
    const mine = ours[name];
    const made = /^x_[a-z0-9_]{1,60}$/.test(name) && def.readonly !== true;
    const asked = made && def.required === true;
    const kind = kinds[def.type ?? ''] ?? 'other';
    if (mine === undefined && !asked && !(made && isFillable({ kind }))) return [];
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
        kind,
        ...(def.type ? { type: def.type } : {}),
        ...(def.size ? { max: def.size } : {}),
        ...(choices.length > 0 ? { choices } : {}),
        ...(mine === undefined ? {} : { ours: mine }),
      },
    ];
  });
  const table = typesOf[record];
  const def = table && defs[table.name];
  const types = def ? [await ownTypes(wire, table, def)] : [];
  return { record, label: record, fields: [...types, ...fields].slice(0, 500) };
}

/** Where the company keeps its own types of what we write, and which field bears them. */
const typesOf: Partial<Record<string, { name: string; type: string; model: string; domain: unknown[] }>> = {
  'calendar.event': { name: 'categ_ids', type: 'many2many', model: 'calendar.event.type', domain: [] },
  'mail.activity': {
    name: 'activity_type_id',
    type: 'many2one',
    model: 'mail.activity.type',
    // Those of every record, and those of people; asking for a file or a signature is no next step.
    domain: [
      ['res_model', 'in', [false, 'res.partner']],
      ['category', 'in', [false, 'default', 'phonecall', 'meeting']],
    ],
  },
};

async function ownTypes(
  wire: Wire,
  { name, type, model, domain }: NonNullable<(typeof typesOf)[string]>,
  def: FieldDefs[string],
): Promise<CrmField> {
  const rows = await wire.call({
    purpose: 'connect',
    model,
    method: 'search_read',
    args: { domain, fields: ['name'], order: 'id', limit: 500 },
    answer: NamedRows,
  });
  return {
    name,
    label: (def.string || name).slice(0, 300),
    required: false,
    kind: 'choice',
    type,
    choices: rows.map(({ id, name }) => ({ value: String(id), label: name.slice(0, 300) })),
    ours: 'kind',
  };
}
