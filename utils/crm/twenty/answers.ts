import { z } from '@/utils/model/zod';

/*
 * What Twenty answers, only the fields used. Its texts are null or empty for nothing; amounts are text.
 */

const textOrNull = z.nullish(z.string());
const id = z.string();

export const WaitBody = z.object({ retry_after: z.number() });

export const GraphqlErrors = z.object({
  errors: z
    .array(
      z.object({
        message: z.string(),
        extensions: z.optional(z.object({ code: z.optional(z.string()) })),
      }),
    )
    .check(z.minLength(1)),
});

export const RestError = z.object({
  statusCode: z.number(),
  error: z.optional(z.string()),
  messages: z.optional(z.array(z.string())),
});

/** What stands around every GraphQL answer; a complaint is read by `explainTwenty`. */
export const dataOf = <T extends z.core.$ZodType>(data: T) =>
  z.pipe(
    z.pipe(
      z.object({ data: z.unknown() }),
      z.transform((envelope) => envelope.data),
    ),
    data,
  );

const edges = <T extends z.core.SomeType>(node: T) => z.object({ edges: z.array(z.object({ node })) });

/** A list in an answer. */
export const listOf = edges;

/** A page of a delta. */
export const pageOf = <T extends z.core.SomeType>(node: T) =>
  z.object({
    edges: z.array(z.object({ node })),
    pageInfo: z.object({ hasNextPage: z.boolean() }),
    totalCount: z.int(),
  });

export const Row = z.object({ id });
export const Rows = listOf(Row);

const stamps = { id, updatedAt: z.string(), deletedAt: textOrNull };

export const AdditionalPhone = z.object({
  number: textOrNull,
  callingCode: textOrNull,
  countryCode: textOrNull,
});
export const Phones = z.object({
  primaryPhoneNumber: textOrNull,
  primaryPhoneCallingCode: textOrNull,
  primaryPhoneCountryCode: textOrNull,
  additionalPhones: z.nullish(z.array(AdditionalPhone)),
});
export type Phones = z.infer<typeof Phones>;

export const Person = z.object({
  ...stamps,
  name: z.nullish(z.object({ firstName: textOrNull, lastName: textOrNull })),
  emails: z.nullish(z.object({ primaryEmail: textOrNull, additionalEmails: z.nullish(z.array(z.string())) })),
  phones: z.nullish(Phones),
  jobTitle: textOrNull,
  companyId: textOrNull,
  company: z.nullish(z.object({ name: textOrNull })),
});
export type Person = z.infer<typeof Person>;
export const PERSON_FIELDS = `id updatedAt deletedAt name { firstName lastName }
  emails { primaryEmail additionalEmails }
  phones { primaryPhoneNumber primaryPhoneCallingCode primaryPhoneCountryCode additionalPhones }
  jobTitle companyId company { name }`;

export const Company = z.object({
  ...stamps,
  name: textOrNull,
  domainName: z.nullish(
    z.object({
      primaryLinkUrl: textOrNull,
      secondaryLinks: z.nullish(z.array(z.object({ url: textOrNull }))),
    }),
  ),
});
export type Company = z.infer<typeof Company>;
export const COMPANY_FIELDS = 'id updatedAt deletedAt name domainName { primaryLinkUrl secondaryLinks }';

export const Opportunity = z.object({
  ...stamps,
  name: textOrNull,
  stage: textOrNull,
  amount: z.nullish(
    z.object({ amountMicros: z.nullish(z.union([z.string(), z.number()])), currencyCode: textOrNull }),
  ),
  companyId: textOrNull,
  pointOfContactId: textOrNull,
});
export type Opportunity = z.infer<typeof Opportunity>;
export const OPPORTUNITY_FIELDS =
  'id updatedAt deletedAt name stage amount { amountMicros currencyCode } companyId pointOfContactId';

export const Task = z.object({
  ...stamps,
  title: textOrNull,
  status: textOrNull,
  dueAt: textOrNull,
  assigneeId: textOrNull,
  taskTargets: z.nullish(listOf(z.record(z.string(), z.nullish(z.string())))),
});
export type Task = z.infer<typeof Task>;

export const Body = z.nullish(z.object({ blocknote: textOrNull }));
export const Note = z.object({ ...stamps, bodyV2: Body });
/** The same as it is mirrored, with whom it hangs on. */
export const RecentNote = z.object({
  ...Note.shape,
  title: textOrNull,
  noteTargets: z.nullish(listOf(z.object({ person: textOrNull }))),
});
export const NoteState = z.object({ id, deletedAt: textOrNull, noteTargets: z.nullish(Rows) });

export const Members = listOf(
  z.object({
    id,
    name: z.nullish(z.object({ firstName: textOrNull, lastName: textOrNull })),
    userEmail: textOrNull,
  }),
);

export const InputType = z.nullish(
  z.object({ inputFields: z.nullish(z.array(z.object({ name: z.string() }))) }),
);

/** Of open-api: one record as it is written. */
export const ApiRecord = z.object({
  required: z.optional(z.array(z.string())),
  properties: z.optional(
    z.record(
      z.string(),
      z.object({
        type: z.optional(z.string()),
        format: z.optional(z.string()),
        description: z.optional(z.string()),
        enum: z.optional(z.array(z.string())),
        items: z.optional(z.object({ enum: z.optional(z.array(z.string())) })),
      }),
    ),
  ),
});
export const OpenApi = z.object({
  components: z.object({
    schemas: z.object({
      Note: z.optional(ApiRecord),
      Person: z.optional(ApiRecord),
      Company: z.optional(ApiRecord),
      Task: z.optional(ApiRecord),
    }),
  }),
});
