import { ActivityKind } from '@/utils/model/activity';
import { list, someText, text, z } from '@/utils/model/zod';

/** One field of a record that we write, as the CRM itself describes it. */
export const CrmField = z.object({
  /** The CRM's own name, as `Activity.fields` holds it. */
  name: someText(200),
  /** As its users read it. */
  label: text(300),
  required: z.boolean(),
  kind: z.enum(['text', 'number', 'date', 'boolean', 'choice', 'reference', 'other']),
  /** The CRM's own word for its type, where days or choices are written in more than one way. */
  type: z.optional(text(60)),
  /** Of a text: the most characters that it takes, where the CRM tells. */
  max: z.optional(z.int().check(z.gte(1))),
  /** Of a choice: value and label. */
  choices: z.optional(list(z.object({ value: text(300), label: text(300) }), 500)),
  /**
   * Which of ours goes there (`subject`, `at`, `summary` …); absent where we leave it alone. `kind`: which of the CRM's
   * own types of activity it becomes; we choose one unless the rep does.
   */
  ours: z.optional(text(60)),
});
export type CrmField = z.infer<typeof CrmField>;

/** Whether a person can say what goes into it: nothing of ours does, and it names no other record. */
export function isFillable({ ours, kind }: Pick<CrmField, 'ours' | 'kind'>): boolean {
  return (ours === undefined || ours === 'kind') && kind !== 'reference' && kind !== 'other';
}

export const CrmRecordSchema = z.object({
  /** The CRM's own name of the record, e.g. `Call`. */
  record: text(200),
  label: text(300),
  fields: list(CrmField, 500),
});
export type CrmRecordSchema = z.infer<typeof CrmRecordSchema>;

/** What we write: activities by their kind, and what goes with them. */
export const WrittenKind = z.enum([...ActivityKind.options, 'contact', 'company', 'task']);
export type WrittenKind = z.infer<typeof WrittenKind>;

/** What is written where. A kind that is absent has no place in this CRM. */
export const CrmSchema = z.partialRecord(WrittenKind, CrmRecordSchema);
export type CrmSchema = z.infer<typeof CrmSchema>;
