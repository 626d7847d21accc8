import { z } from '@/utils/model/zod';

/*
 * What Salesforce answers, only the fields used. Empty fields are null.
 */

const maybeText = z.nullish(z.string());
/** `2026-11-21T18:41:39.000+0000` */
const stamp = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/));

/** Answers that say nothing that is used; 204 has none. */
export const Anything = z.unknown();

/** A page of a query. `done: false`: there is more than this page holds. */
export const pageOf = <T extends z.core.$ZodType>(row: T) =>
  z.object({ totalSize: z.int(), done: z.boolean(), records: z.array(row) });

export const Complaints = z.array(
  z.object({
    errorCode: z.optional(z.string()),
    statusCode: z.optional(z.string()),
    message: maybeText,
    fields: z.nullish(z.array(z.string())),
  }),
);

/** `/composite/batch`: one result for each request, each with a status of its own. */
export const BatchAnswer = z.object({
  results: z.array(z.object({ statusCode: z.int(), result: z.unknown() })),
});

/** `/composite/graph`: each graph is done whole or not at all. */
export const GraphAnswer = z.object({
  graphs: z.array(
    z.object({
      graphId: z.string(),
      isSuccessful: z.boolean(),
      graphResponse: z.object({
        compositeResponse: z.array(
          z.object({ body: z.unknown(), httpStatusCode: z.int(), referenceId: z.string() }),
        ),
      }),
    }),
  ),
});

/** `/sobjects/X`, and an item of `/composite/sobjects`. */
const Saved = z.object({ id: z.nullish(z.string()), success: z.boolean(), errors: z.optional(z.unknown()) });
export const SavedList = z.array(Saved);
export const Created = z.object({ id: z.string() });

export const UserInfo = z.object({ user_id: z.string(), organization_id: z.string() });
export const UserRow = z.object({ Id: z.string(), Name: z.string(), Email: maybeText });

export const RoleRow = z.object({ Id: z.string(), UserRoleId: maybeText });

export const Newest = z.object({ total: z.int(), newest: z.nullish(stamp) });

/** `OwnerId`: only where the mirror is of some owners' records. */
const changed = { Id: z.string(), SystemModstamp: stamp, IsDeleted: z.boolean(), OwnerId: maybeText };

export const ContactRow = z.object({
  ...changed,
  Name: maybeText,
  Email: maybeText,
  Phone: maybeText,
  MobilePhone: maybeText,
  Title: maybeText,
  AccountId: maybeText,
  Account: z.nullish(z.object({ Name: maybeText })),
});
export type ContactRow = z.infer<typeof ContactRow>;

export const LeadRow = z.object({
  ...changed,
  Name: maybeText,
  Email: maybeText,
  Phone: maybeText,
  MobilePhone: maybeText,
  Title: maybeText,
  Company: maybeText,
  IsConverted: z.boolean(),
});
export type LeadRow = z.infer<typeof LeadRow>;

export const AccountRow = z.object({ ...changed, Name: maybeText, Website: maybeText });
export type AccountRow = z.infer<typeof AccountRow>;

export const OpportunityRow = z.object({
  ...changed,
  Name: maybeText,
  AccountId: maybeText,
  Amount: z.nullish(z.number()),
  StageName: maybeText,
  IsClosed: z.boolean(),
  OpportunityContactRoles: z.nullish(z.object({ records: z.array(z.object({ ContactId: maybeText })) })),
});
export type OpportunityRow = z.infer<typeof OpportunityRow>;

export const TaskRow = z.object({
  Id: z.string(),
  SystemModstamp: stamp,
  Subject: maybeText,
  ActivityDate: maybeText,
  WhoId: maybeText,
});
export type TaskRow = z.infer<typeof TaskRow>;

export const LoggedMailRow = z.object({
  ...changed,
  MessageIdentifier: maybeText,
  Subject: maybeText,
  MessageDate: maybeText,
  EmailMessageRelations: z.nullish(z.object({ records: z.array(z.object({ RelationId: maybeText })) })),
});
export const LoggedTaskRow = z.object({
  ...changed,
  CallObject: maybeText,
  Subject: maybeText,
  ActivityDate: maybeText,
  TaskSubtype: maybeText,
  WhoId: maybeText,
  Description: maybeText,
});
export const LoggedEventRow = z.object({
  ...changed,
  Sidelog_Key__c: maybeText,
  Subject: maybeText,
  StartDateTime: maybeText,
  WhoId: maybeText,
});

/** A record that may stand for an entry. Which of the last three there are depends on where it was looked for. */
export const CandidateRow = z.object({
  Id: z.string(),
  CreatedDate: stamp,
  CreatedById: maybeText,
  MessageIdentifier: maybeText,
  CallObject: maybeText,
  Sidelog_Key__c: maybeText,
  Description: maybeText,
});
export type CandidateRow = z.infer<typeof CandidateRow>;

export const PersonRow = z.object({ Id: z.string(), CreatedDate: stamp, Email: maybeText });
export const PhonesRow = z.object({
  Id: z.string(),
  Phone: maybeText,
  MobilePhone: maybeText,
  Title: maybeText,
});
export const CompanyRow = z.object({
  Id: z.string(),
  CreatedDate: stamp,
  Name: maybeText,
  Website: maybeText,
});
export const OpenTaskRow = z.object({ Id: z.string(), IsClosed: z.boolean() });
export const MailTaskRow = z.object({ Id: z.string(), ActivityId: maybeText });

export const Description = z.object({
  name: z.string(),
  label: z.string(),
  fields: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      type: z.string(),
      /** Of a text, its characters; zero for what is none. */
      length: z.nullish(z.int().check(z.gte(0))),
      nillable: z.boolean(),
      createable: z.boolean(),
      defaultedOnCreate: z.boolean(),
      picklistValues: z.nullish(
        z.array(z.object({ active: z.boolean(), label: z.nullish(z.string()), value: z.string() })),
      ),
    }),
  ),
});
