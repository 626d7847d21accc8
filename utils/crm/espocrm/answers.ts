import { z } from '@/utils/model/zod';

/*
 * What EspoCRM answers, only the fields used. Nothing is null; times are UTC without saying so.
 */

const maybeText = z.optional(z.nullable(z.string()));
/** `2026-11-21 18:41:39` */
export const stamp = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}/));

/** A list. `total` is negative where it was not counted. */
export const listOf = <T extends z.core.$ZodType>(row: T) =>
  z.object({ total: z.optional(z.int()), list: z.array(row) });

export const User = z.object({
  id: z.string(),
  userName: z.string(),
  name: maybeText,
  type: z.optional(z.string()),
  emailAddress: maybeText,
  userEmailAddressList: z.optional(z.array(z.string())),
  teamsIds: z.optional(z.array(z.string())),
  /** What the user creates in EspoCRM's own form is this team's. */
  defaultTeamId: maybeText,
});
export type User = z.infer<typeof User>;

/** `App/user`. `token` where a password was sent, null with an API key. */
export const AppUser = z.object({ user: User, token: maybeText });

export const IdRow = z.object({ id: z.string() });
/** Answers that say nothing that is used: a whole record, or `true`. */
export const Anything = z.unknown();

export const DatedRow = z.object({ id: z.string(), modifiedAt: stamp });
export type DatedRow = z.infer<typeof DatedRow>;

export const ContactRow = z.object({
  ...DatedRow.shape,
  name: maybeText,
  emailAddress: maybeText,
  phoneNumber: maybeText,
  title: maybeText,
  accountId: maybeText,
  accountName: maybeText,
});
export type ContactRow = z.infer<typeof ContactRow>;
export const CONTACT_FIELDS = ['name', 'emailAddress', 'phoneNumber', 'title', 'accountId', 'accountName'];

const PhoneNumber = z.object({
  phoneNumber: z.string(),
  primary: z.optional(z.boolean()),
  type: maybeText,
  optOut: z.optional(z.boolean()),
  invalid: z.optional(z.boolean()),
});
export type PhoneNumber = z.infer<typeof PhoneNumber>;
/** One contact as a whole: lists hold only the main number. */
export const ContactRecord = z.object({
  id: z.string(),
  title: maybeText,
  accountId: maybeText,
  phoneNumberData: z.optional(z.array(PhoneNumber)),
});

export const AccountRow = z.object({
  ...DatedRow.shape,
  name: maybeText,
  website: maybeText,
  emailAddress: maybeText,
});
export type AccountRow = z.infer<typeof AccountRow>;
export const ACCOUNT_FIELDS = ['name', 'website', 'emailAddress'];

export const OpportunityRow = z.object({
  ...DatedRow.shape,
  name: maybeText,
  amount: z.optional(z.nullable(z.number())),
  amountCurrency: maybeText,
  stage: maybeText,
  accountId: maybeText,
  contactsIds: z.optional(z.nullable(z.array(z.string()))),
});
export type OpportunityRow = z.infer<typeof OpportunityRow>;
export const OPPORTUNITY_FIELDS = ['name', 'amount', 'amountCurrency', 'stage', 'accountId', 'contactsIds'];

export const TaskRow = z.object({
  ...DatedRow.shape,
  name: maybeText,
  dateEnd: maybeText,
  dateEndDate: maybeText,
  parentType: maybeText,
  parentId: maybeText,
  contactId: maybeText,
});
export type TaskRow = z.infer<typeof TaskRow>;
export const TASK_FIELDS = ['name', 'dateEnd', 'dateEndDate', 'parentType', 'parentId', 'contactId'];

export const EmailRow = z.object({
  ...DatedRow.shape,
  messageId: maybeText,
  messageIdInternal: maybeText,
  status: maybeText,
  parentType: maybeText,
  parentId: maybeText,
  createdById: maybeText,
});
export type EmailRow = z.infer<typeof EmailRow>;
export const EMAIL_FIELDS = [
  'messageId',
  'messageIdInternal',
  'status',
  'parentType',
  'parentId',
  'createdById',
];

/** The same as it is mirrored. */
export const RecentMailRow = z.object({ ...EmailRow.shape, name: maybeText, dateSent: maybeText });
export type RecentMailRow = z.infer<typeof RecentMailRow>;
export const RECENT_MAIL_FIELDS = [...EMAIL_FIELDS, 'name', 'dateSent'];

/** A meeting or a call, as it is mirrored. */
export const EventRow = z.object({
  ...DatedRow.shape,
  name: maybeText,
  status: maybeText,
  dateStart: maybeText,
  description: maybeText,
  parentType: maybeText,
  parentId: maybeText,
  contactsIds: z.optional(z.nullable(z.array(z.string()))),
});
export type EventRow = z.infer<typeof EventRow>;
export const EVENT_FIELDS = [
  'name',
  'status',
  'dateStart',
  'description',
  'parentType',
  'parentId',
  'contactsIds',
];

/** Meetings, calls and tasks that bear a mark of ours. */
export const MarkedRow = z.object({
  id: z.string(),
  description: maybeText,
  parentId: maybeText,
  createdById: maybeText,
});
export type MarkedRow = z.infer<typeof MarkedRow>;

/** A new e-mail's id, or the one that is there already (409). */
export const Imported = z.union([
  IdRow,
  z.object({ messageTranslation: z.object({ data: z.object({ id: z.string() }) }) }),
]);

/** A complaint's body: sometimes there, sometimes empty. */
export const Complaint = z.object({
  messageTranslation: z.object({
    label: z.string(),
    data: z.optional(
      z.nullable(
        z.object({ field: maybeText, type: maybeText, link: maybeText, foreignEntityType: maybeText }),
      ),
    ),
  }),
});
/** The second step of signing in (401). */
export const SecondStep = z.object({ status: z.literal('secondStepRequired') });
/** What a proxy in front of EspoCRM may say with 429. */
export const WaitBody = z.object({ retry_after: z.number() });

/** A field as `Metadata` describes it. */
export const FieldDefs = z.record(
  z.string(),
  z.object({
    type: z.optional(z.string()),
    required: z.optional(z.boolean()),
    readOnly: z.optional(z.boolean()),
    disabled: z.optional(z.boolean()),
    utility: z.optional(z.boolean()),
    default: z.optional(z.unknown()),
    maxLength: z.optional(z.nullable(z.int().check(z.gte(1)))),
    /** The company made it. */
    isCustom: z.optional(z.boolean()),
    /** Of a choice: texts; a duration's are numbers. */
    options: z.optional(z.nullable(z.array(z.unknown()))),
  }),
);
export type FieldDefs = z.infer<typeof FieldDefs>;

/** PHP writes an empty map as a list. */
const phpMap = z.optional(
  z.union([
    z.record(z.string(), z.unknown()),
    z.pipe(
      z.array(z.unknown()),
      z.transform((): Record<string, unknown> => ({})),
    ),
  ]),
);

/** What EspoCRM calls its records, fields and choices in the user's language. */
export const Words = z.record(z.string(), z.object({ scopeNames: phpMap, fields: phpMap, options: phpMap }));
export type Words = z.infer<typeof Words>;
