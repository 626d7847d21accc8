import { z } from '@/utils/model/zod';

/*
 * What Pipedrive answers, only the fields used. v2 wraps everything in `data`, v1 too.
 */

const maybeText = z.optional(z.nullable(z.string()));
const maybeId = z.optional(z.nullable(z.int()));
const values = z.optional(
  z.nullable(
    z.array(z.object({ value: z.nullable(z.string()), primary: z.optional(z.boolean()), label: maybeText })),
  ),
);
/** Of every record: `is_deleted` ones may still be named. */
const record = {
  id: z.int(),
  owner_id: z.nullish(z.int()),
  is_deleted: z.optional(z.boolean()),
  update_time: maybeText,
  add_time: maybeText,
};

export const Person = z.object({
  ...record,
  name: maybeText,
  org_id: maybeId,
  emails: values,
  phones: values,
  /** Only where the company has switched contact sync on. */
  job_title: maybeText,
});
export type Person = z.infer<typeof Person>;

export const Organization = z.object({ ...record, name: maybeText, website: maybeText });
export type Organization = z.infer<typeof Organization>;

export const Deal = z.object({
  ...record,
  title: maybeText,
  person_id: maybeId,
  org_id: maybeId,
  stage_id: maybeId,
  value: z.optional(z.nullable(z.number())),
  currency: maybeText,
  status: maybeText,
  is_archived: z.optional(z.boolean()),
});
export type Deal = z.infer<typeof Deal>;

export const Activity = z.object({
  ...record,
  subject: maybeText,
  type: maybeText,
  done: z.optional(z.boolean()),
  due_date: maybeText,
  due_time: maybeText,
  note: maybeText,
  owner_id: maybeId,
  participants: z.optional(z.nullable(z.array(z.object({ person_id: maybeId })))),
});
export type Activity = z.infer<typeof Activity>;

export const Stage = z.object({ id: z.int(), name: z.string() });

/** One record. */
export const one = <T extends z.core.$ZodType>(item: T) => z.object({ data: item });
/** A page of them; no `next_cursor` on the last. */
export const page = <T extends z.core.$ZodType>(item: T) =>
  z.object({
    data: z.nullable(z.array(item)),
    additional_data: z.optional(z.nullable(z.object({ next_cursor: maybeText }))),
  });

export const Me = one(z.object({ id: z.int(), name: z.string(), email: maybeText, company_id: z.int() }));
export const ActivityTypes = one(
  z.array(
    z.object({
      key_string: z.string(),
      name: maybeText,
      icon_key: maybeText,
      active_flag: z.optional(z.boolean()),
    }),
  ),
);
/** What changed of a kind, the deleted among them: without data, or no longer active. */
export const Recents = z.object({
  data: z.nullable(
    z.array(
      z.object({
        id: z.int(),
        data: z.optional(
          z.nullable(
            z.object({
              active_flag: z.optional(z.nullable(z.boolean())),
              active: z.optional(z.nullable(z.boolean())),
              deleted: z.optional(z.nullable(z.boolean())),
            }),
          ),
        ),
      }),
    ),
  ),
  additional_data: z.optional(
    z.nullable(
      z.object({
        pagination: z.optional(
          z.object({ more_items_in_collection: z.optional(z.boolean()), next_start: maybeId }),
        ),
      }),
    ),
  ),
});
export const SearchHits = one(z.object({ items: z.array(z.object({ item: z.object({ id: z.int() }) })) }));
export const Fields = page(
  z.object({
    field_name: z.string(),
    field_code: z.string(),
    field_type: z.string(),
    required_fields: z.optional(z.nullable(z.object({ enabled: z.optional(z.boolean()) }))),
    options: z.optional(
      z.nullable(z.array(z.object({ id: z.union([z.int(), z.string()]), label: z.string() }))),
    ),
  }),
);
export const Anything = z.unknown();

export const Complaint = z.object({ error: z.string(), error_info: maybeText });
/** What a proxy in front of it may say with 429. */
export const WaitBody = z.object({ retry_after: z.number() });
