import { type CrmField, type CrmSchema, isFillable, type WrittenKind } from '@/utils/model/crm-schema';
import type { FieldFill } from '@/utils/model/settings';

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
