import type { CrmField, CrmSchema, WrittenKind } from '@/utils/model/crm-schema';
import type { FieldFill } from '@/utils/model/settings';

/** Fields that the CRM wants filled, that nothing of ours goes into, and for which nothing was said once. */
export function askedFields(
  schema: CrmSchema | undefined,
  kind: WrittenKind,
  fills: readonly FieldFill[],
): CrmField[] {
  return (schema?.[kind]?.fields ?? []).filter(
    ({ required, ours, name }) =>
      required &&
      !ours &&
      !fills.some((fill) => fill.kind === kind && fill.field === name && fill.value !== ''),
  );
}
