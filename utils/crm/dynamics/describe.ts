import type { CrmField, CrmRecordSchema, CrmSchema } from '@/utils/crm/connector';
import {
  AttributeRow as Attribute,
  type AttributeRow,
  ChoiceRow,
  DateRow,
  TextRow,
} from '@/utils/crm/dynamics/answers';
import type { Wire } from '@/utils/crm/dynamics/wire';
import { written } from '@/utils/crm/dynamics/written';
import { CrmFault } from '@/utils/crm/errors';
import {
  type FieldedCompany,
  type FieldedContact,
  type FieldedEntry,
  type FieldedTask,
  type FieldValue,
  noonOf,
} from '@/utils/crm/own-fields';
import { isFillable, type WrittenKind } from '@/utils/model/crm-schema';

/** `own`: a choice of several is text, its numbers separated by commas. */
export type DynamicsEntry = FieldedEntry<FieldValue>;
export type DynamicsContact = FieldedContact<FieldValue>;
export type DynamicsCompany = FieldedCompany<FieldValue>;
export type DynamicsTask = FieldedTask<FieldValue>;

/**
 * Columns that Microsoft keeps for sorting activities, as text; what fills them is the organisation's own custom. They
 * tell nobody, and stand beside the columns that the organisation made itself (its publisher's prefix).
 */
const open: Partial<Record<string, string | null>> = { category: 'kind', subcategory: null };
/** How people and companies are sorted. What else an organisation asks of these two is a question as well. */
const openOfPeople: Partial<Record<string, null>> = {
  leadsourcecode: null,
  salutation: null,
  department: null,
  industrycode: null,
  customertypecode: null,
};
const MADE = /^(?!msdyn_|msft_)[a-z][a-z0-9]{1,7}_[a-z0-9_]{1,90}$/;

/** What this organisation asks of what we write. What the user may not read about is left out. */
export async function describeDynamics(wire: Wire): Promise<CrmSchema> {
  const schema: CrmSchema = {};
  for (const kind of ['email', 'meeting', 'call', 'contact', 'company', 'task'] as const) {
    const record = await describeDynamicsKind(wire, kind);
    if (record) schema[kind] = record;
  }
  return schema;
}

/** The same of one kind. */
export async function describeDynamicsKind(
  wire: Wire,
  kind: WrittenKind,
): Promise<CrmRecordSchema | undefined> {
  const { table, ours } = written[kind];
  const attributes = `EntityDefinitions(LogicalName='${table}')/Attributes`;
  const only = { $filter: 'IsValidForCreate eq true' };
  try {
    const rows = await wire.list(
      `${table} columns`,
      'connect',
      attributes,
      {
        $select:
          'LogicalName,AttributeType,AttributeTypeName,RequiredLevel,IsCustomAttribute,IsValidForCreate,DisplayName',
        ...only,
      },
      Attribute,
    );
    const people = kind === 'contact' || kind === 'company';
    const wanted = rows.filter(
      (row) => row.LogicalName in ours || isOpen(row.LogicalName, people) || (people && isRequired(row)),
    );
    const has = (type: string) => wanted.some((row) => typeOf(row) === type);
    const choices = new Map<string, { value: string; label: string }[]>();
    for (const [type, cast] of [
      ['PicklistType', 'PicklistAttributeMetadata'],
      ['MultiSelectPicklistType', 'MultiSelectPicklistAttributeMetadata'],
    ] as const) {
      if (!has(type)) continue;
      const sets = await wire.list(
        `${table} choices`,
        'connect',
        `${attributes}/Microsoft.Dynamics.CRM.${cast}`,
        { $select: 'LogicalName', $expand: 'OptionSet($select=Options)' },
        ChoiceRow,
      );
      for (const { LogicalName, OptionSet } of sets) {
        const options = (OptionSet?.Options ?? []).map(({ Value, Label }) => ({
          value: String(Value),
          label: (Label?.UserLocalizedLabel?.Label || String(Value)).slice(0, 300),
        }));
        choices.set(LogicalName, options);
      }
    }
    const days = has('DateTimeType')
      ? await wire.list(
          `${table} dates`,
          'connect',
          `${attributes}/Microsoft.Dynamics.CRM.DateTimeAttributeMetadata`,
          { $select: 'LogicalName,DateTimeBehavior' },
          DateRow,
        )
      : [];
    const dayOnly = new Set(
      days.flatMap(({ LogicalName, DateTimeBehavior }) =>
        DateTimeBehavior?.Value === 'DateOnly' ? [LogicalName] : [],
      ),
    );
    const lengths = new Map<string, number>();
    for (const [type, cast] of [
      ['StringType', 'StringAttributeMetadata'],
      ['MemoType', 'MemoAttributeMetadata'],
    ] as const) {
      if (!has(type)) continue;
      const texts = await wire.list(
        `${table} texts`,
        'connect',
        `${attributes}/Microsoft.Dynamics.CRM.${cast}`,
        { $select: 'LogicalName,MaxLength' },
        TextRow,
      );
      for (const { LogicalName, MaxLength } of texts) if (MaxLength) lengths.set(LogicalName, MaxLength);
    }
    const fields = wanted.flatMap((row) =>
      toField(
        row,
        ours,
        { choices: choices.get(row.LogicalName), max: lengths.get(row.LogicalName) },
        dayOnly,
      ),
    );
    return { record: table, label: table, fields: fields.slice(0, 500) };
  } catch (error) {
    if (error instanceof CrmFault && ['gone', 'not-permitted', 'refused'].includes(error.fault.kind)) {
      return undefined;
    }
    throw error;
  }
}

/** What the rep filled in, as Dataverse takes it. */
export function dynamicsValue({ type }: CrmField, value: FieldValue): FieldValue {
  switch (type) {
    case 'PicklistType':
      return Number(value);
    case 'MultiSelectPicklistType':
      return String(value);
    case 'DateTimeType':
      return new Date(noonOf(String(value))).toISOString();
    default:
      return value;
  }
}

function isOpen(name: string, people: boolean): boolean {
  return (people ? name in openOfPeople : name in open) || MADE.test(name);
}

/** What the system requires of itself (`SystemRequired`) it fills by itself; the organisation asks with this word. */
function isRequired({ RequiredLevel }: AttributeRow): boolean {
  return RequiredLevel?.Value === 'ApplicationRequired';
}

function typeOf({ AttributeTypeName }: AttributeRow): string {
  return AttributeTypeName?.Value ?? '';
}

function toField(
  row: AttributeRow,
  ours: Readonly<Record<string, string>>,
  { choices, max }: { choices?: CrmField['choices']; max?: number | undefined },
  dayOnly: ReadonlySet<string>,
): CrmField[] {
  const name = row.LogicalName;
  const place = ours[name] ?? open[name];
  const required = isRequired(row);
  const kind = kinds[typeOf(row)] ?? 'other';
  if (!place && !required && !isFillable({ kind })) return [];
  return [
    {
      name,
      label: (row.DisplayName?.UserLocalizedLabel?.Label || name).slice(0, 300),
      required,
      kind,
      type: dayOnly.has(name) ? 'DateOnly' : typeOf(row),
      ...(max === undefined ? {} : { max }),
      ...(choices ? { choices } : {}),
      ...(place ? { ours: place } : {}),
    },
  ];
}

const kinds: Record<string, CrmField['kind']> = {
  StringType: 'text',
  MemoType: 'text',
  IntegerType: 'number',
  DecimalType: 'number',
  DoubleType: 'number',
  MoneyType: 'number',
  DateTimeType: 'date',
  BooleanType: 'boolean',
  PicklistType: 'choice',
  MultiSelectPicklistType: 'choice',
  LookupType: 'reference',
  OwnerType: 'reference',
  CustomerType: 'reference',
};
