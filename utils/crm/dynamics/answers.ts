import { z } from '@/utils/model/zod';

/*
 * What Dataverse answers, only the fields used. Empty fields are null.
 */

const maybeText = z.nullish(z.string());
const stamp = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/));
const COMPANY_NAME = '_parentcustomerid_value@OData.Community.Display.V1.FormattedValue';
const COMPANY_KIND = '_parentcustomerid_value@Microsoft.Dynamics.CRM.lookuplogicalname';
const REGARDING_KIND = '_regardingobjectid_value@Microsoft.Dynamics.CRM.lookuplogicalname';

export const Anything = z.unknown();
export const ErrorBody = z.object({ error: z.object({ code: z.string(), message: maybeText }) });
export const listOf = <T extends z.core.$ZodType>(row: T) => z.object({ value: z.array(row) });
/** A page of a delta: rows, removed ones among them, and where it goes on. */
export const deltaOf = <T extends z.core.$ZodType>(row: T) =>
  z.object({
    value: z.array(z.union([row, Removed])),
    '@odata.nextLink': z.optional(z.string()),
    '@odata.deltaLink': z.optional(z.string()),
  });
export const Removed = z.object({ id: z.string(), reason: z.string() });

export const Me = z.object({ UserId: z.string(), OrganizationId: z.string() });
export const User = z.object({ fullname: maybeText, internalemailaddress: maybeText });

export const ContactRow = z.object({
  contactid: z.string(),
  _ownerid_value: maybeText,
  fullname: maybeText,
  emailaddress1: maybeText,
  emailaddress2: maybeText,
  emailaddress3: maybeText,
  telephone1: maybeText,
  mobilephone: maybeText,
  jobtitle: maybeText,
  _parentcustomerid_value: maybeText,
  [COMPANY_NAME]: maybeText,
  [COMPANY_KIND]: maybeText,
  statecode: z.int(),
  modifiedon: stamp,
});
export type ContactRow = z.infer<typeof ContactRow>;

export const AccountRow = z.object({
  accountid: z.string(),
  _ownerid_value: maybeText,
  name: maybeText,
  websiteurl: maybeText,
  statecode: z.int(),
  modifiedon: stamp,
});
export type AccountRow = z.infer<typeof AccountRow>;

export const OpportunityRow = z.object({
  opportunityid: z.string(),
  _ownerid_value: maybeText,
  name: maybeText,
  _parentaccountid_value: maybeText,
  _parentcontactid_value: maybeText,
  estimatedvalue: z.nullish(z.number()),
  stepname: maybeText,
  statecode: z.int(),
  modifiedon: stamp,
});
export type OpportunityRow = z.infer<typeof OpportunityRow>;

export const TaskRow = z.object({
  activityid: z.string(),
  subject: maybeText,
  scheduledend: maybeText,
  _regardingobjectid_value: maybeText,
  modifiedon: stamp,
});
export const StateRow = z.object({ statecode: z.int() });
export const MakerRow = z.object({ _createdby_value: maybeText });
export const PointerRow = z.object({
  activityid: z.string(),
  activitytypecode: z.string(),
  statecode: z.int(),
  _createdby_value: maybeText,
});
/** What is logged, as it is mirrored; which columns there are depends on its table. */
export const LoggedRow = z.object({
  activityid: z.string(),
  subject: maybeText,
  description: maybeText,
  messageid: maybeText,
  actualend: maybeText,
  actualstart: maybeText,
  scheduledstart: maybeText,
  statecode: z.int(),
  _regardingobjectid_value: maybeText,
  [REGARDING_KIND]: maybeText,
  modifiedon: stamp,
});
export type LoggedRow = z.infer<typeof LoggedRow>;
/** Teams that a user is in. */
export const Teams = z.object({ value: z.array(z.object({ teamid: z.string() })) });
export const ModifiedRow = z.object({ modifiedon: stamp });
export const IdRow = z.object({ activityid: z.string() });
export const MailRow = z.object({ activityid: z.string(), messageid: maybeText });
const label = z.nullish(z.object({ UserLocalizedLabel: z.nullish(z.object({ Label: maybeText })) }));
/** A column, as Dataverse describes it. */
export const AttributeRow = z.object({
  LogicalName: z.string(),
  AttributeType: maybeText,
  AttributeTypeName: z.nullish(z.object({ Value: maybeText })),
  RequiredLevel: z.nullish(z.object({ Value: maybeText })),
  IsCustomAttribute: z.nullish(z.boolean()),
  IsValidForCreate: z.nullish(z.boolean()),
  DisplayName: label,
});
export type AttributeRow = z.infer<typeof AttributeRow>;
/** A choice column with its choices, its own or those that several tables share. */
export const ChoiceRow = z.object({
  LogicalName: z.string(),
  OptionSet: z.nullish(z.object({ Options: z.array(z.object({ Value: z.int(), Label: label })) })),
});
/** How many characters a text column takes. */
export const TextRow = z.object({ LogicalName: z.string(), MaxLength: z.nullish(z.int().check(z.gte(1))) });
/** Whether a date column holds a day, or an instant. */
export const DateRow = z.object({
  LogicalName: z.string(),
  DateTimeBehavior: z.nullish(z.object({ Value: maybeText })),
});

export const PersonRow = z.object({ contactid: z.string() });
export const PhonesRow = z.object({ telephone1: maybeText, mobilephone: maybeText, jobtitle: maybeText });
export const CompanyRow = z.object({ accountid: z.string(), name: maybeText, websiteurl: maybeText });
