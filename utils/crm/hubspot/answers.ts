import { z } from '@/utils/model/zod';

/*
 * What HubSpot answers, only the fields used. Every property is text or null, numbers and booleans too.
 */

const paging = z.optional(z.object({ next: z.optional(z.object({ after: z.string() })) }));

const id = z.union([
  z.string(),
  z.pipe(
    z.int(),
    z.transform((number) => String(number)),
  ),
]);

export const Row = z.object({
  id,
  properties: z.record(z.string(), z.nullable(z.string())),
  createdAt: z.optional(z.string()),
  updatedAt: z.optional(z.string()),
  archived: z.optional(z.boolean()),
  objectWriteTraceId: z.optional(z.nullable(z.string())),
});
export type Row = z.infer<typeof Row>;

export const Page = z.object({
  results: z.array(Row),
  paging,
});
export const Found = z.object({ total: z.int(), results: z.array(Row) });

/** Of a batch: 200, 201, or 207 where some of it failed. */
export const Batch = z.object({
  results: z.array(Row),
  errors: z.optional(
    z.array(
      z.object({
        category: z.optional(z.string()),
        message: z.optional(z.string()),
        context: z.optional(z.record(z.string(), z.array(z.string()))),
      }),
    ),
  ),
});

/** Of v4: per record the records of the other kind. */
export const Associated = z.object({
  results: z.array(z.object({ from: z.object({ id }), to: z.array(z.object({ toObjectId: id })), paging })),
});

export const Account = z.object({ portalId: z.int(), uiDomain: z.optional(z.string()) });
export const Owners = z.object({
  results: z.array(
    z.object({
      id,
      email: z.optional(z.nullable(z.string())),
      firstName: z.optional(z.nullable(z.string())),
      lastName: z.optional(z.nullable(z.string())),
      teams: z.optional(z.nullable(z.array(z.object({ id })))),
    }),
  ),
  paging: z.optional(z.object({ next: z.optional(z.object({ after: z.string() })) })),
});
export const Pipelines = z.object({
  results: z.array(z.object({ stages: z.array(z.object({ id: z.string(), label: z.string() })) })),
});
export const Properties = z.object({
  results: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      type: z.string(),
      fieldType: z.optional(z.string()),
      /** HubSpot's own, not this account's. */
      hubspotDefined: z.optional(z.nullable(z.boolean())),
      calculated: z.optional(z.nullable(z.boolean())),
      modificationMetadata: z.optional(
        z.nullable(z.object({ readOnlyValue: z.optional(z.nullable(z.boolean())) })),
      ),
      options: z.optional(z.array(z.object({ label: z.string(), value: z.string() }))),
    }),
  ),
});
export const Anything = z.unknown();

export const Complaint = z.object({
  message: z.optional(z.string()),
  category: z.optional(z.string()),
  policyName: z.optional(z.string()),
  errors: z.optional(
    z.array(
      z.object({
        message: z.optional(z.string()),
        context: z.optional(z.record(z.string(), z.array(z.string()))),
      }),
    ),
  ),
});
export type Complaint = z.infer<typeof Complaint>;
/** What a proxy in front of it may say with 429. */
export const WaitBody = z.object({ retry_after: z.number() });
/** Which property was wrong, as the message's end has it: `[{"isValid":false,"name":"…",…}]`. */
export const Invalid = z.array(z.object({ name: z.string(), message: z.optional(z.string()) }));
/** Creating a person whose address is taken: 409, "Contact already exists. Existing ID: 6001". */
export const CreatedOrTaken = z.union([Row, Complaint]);
