import { type CrmField, type CrmSchema, isFillable, type WrittenKind } from '@/utils/model/crm-schema';
import type { CrmConnection, FieldFill } from '@/utils/model/settings';

/**
 * Fields that each entry asks for: those that the CRM wants filled, that nothing of ours goes into and for which nothing
 * was said once; and those that the rep wants to be asked for. One that nobody can fill here is not asked for.
 */
export function askedFields(
  schema: CrmSchema | undefined,
  kind: WrittenKind,
  fills: readonly FieldFill[],
): CrmField[] {
  return (schema?.[kind]?.fields ?? []).filter((field) => {
    if (!isFillable(field)) return false;
    const fill = fills.find((each) => each.kind === kind && each.field === field.name);
    if (fill?.from === 'ask') return true;
    const said = fill !== undefined && (fill.from !== undefined || fill.value !== '');
    return field.required && !said;
  });
}

/** What a record of this kind asks for, and the task that its next step becomes. `crm` is the connector's id. */
export interface Asked {
  crm: string;
  fields: CrmField[];
  task?: CrmField[];
}

/** The same for a form: of a mail, a meeting or a call also what their next step's task asks for. */
export function askedIn(schema: CrmSchema | undefined, crm: CrmConnection | null, kind: WrittenKind): Asked {
  const of = (each: WrittenKind) => askedFields(schema, each, crm?.fills ?? []);
  const followed = kind === 'email' || kind === 'meeting' || kind === 'call';
  return {
    crm: crm?.connector ?? 'notebook',
    fields: of(kind),
    ...(followed ? { task: of('task') } : {}),
  };
}
