import { day, instant, list, record, someText, text, z } from '@/utils/model/zod';

/** Names one connected CRM account (connector, server, user's database), see `crmAccountId` in utils/crm/connector.ts. */
export const CrmAccountId = someText(200);
export type CrmAccountId = z.infer<typeof CrmAccountId>;

/** A person in the CRM, as mirrored here. `id` is the CRM's own, as a string. */
export const Contact = z.object({
  id: someText(200),
  name: text(300),
  /** Lower-cased. The first is the main one. */
  addresses: list(someText(320), 50),
  /** All of them, the mobile number too. */
  phones: list(text(60), 20),
  /** Which of the phones is the mobile one, where the CRM tells them apart. */
  mobile: z.optional(text(60)),
  title: z.optional(text(200)),
  website: z.optional(text(300)),
  postalAddress: z.optional(text(500)),
  companyId: z.optional(someText(200)),
  companyName: z.optional(text(300)),
  updatedAt: instant,
});
export type Contact = z.infer<typeof Contact>;

export const Company = z.object({
  id: someText(200),
  name: text(300),
  /** Registrable domains, lower-cased, without `www.`; never a free-mail provider's. */
  domains: list(someText(253), 20),
  updatedAt: instant,
});
export type Company = z.infer<typeof Company>;

/** An open deal (opportunity, lead) in the CRM. */
export const Deal = z.object({
  id: someText(200),
  title: text(300),
  companyId: z.optional(someText(200)),
  contactIds: list(someText(200), 50),
  /** In whole units of `currency` (ISO 4217), where the CRM has both. */
  value: z.optional(z.number()),
  currency: z.optional(text(3)),
  /** The CRM's own name for it. */
  stage: z.optional(text(200)),
  updatedAt: instant,
});
export type Deal = z.infer<typeof Deal>;

/** The CRM's own task. */
export const Task = z.object({
  id: someText(200),
  title: text(500),
  /** Calendar day in the rep's zone, `YYYY-MM-DD`. */
  dueDate: z.optional(day),
  done: z.boolean(),
  contactIds: list(someText(200), 50),
  updatedAt: instant,
});
export type Task = z.infer<typeof Task>;

/** What this CRM asks for besides, by its own field name, as the rep filled it in. */
const fields = z.optional(record);

/** A task as it is to be created, for the rep alone. */
export const TaskDraft = z.object({
  /** Empty only where its text was dropped after a while. */
  title: text(500),
  dueDate: z.optional(day),
  contactIds: list(someText(200), 50),
  companyId: z.optional(someText(200)),
  /** The sentence that it comes from. */
  note: text(1000),
  fields,
});
export type TaskDraft = z.infer<typeof TaskDraft>;

/** One field of a contact, as a mail's signature has it and the CRM does not. */
export const ContactChange = z.object({
  contactId: someText(200),
  field: z.enum(['phone', 'mobile', 'title']),
  /** What the CRM has; absent where it has nothing. */
  old: z.optional(text(200)),
  new: someText(200),
});
export type ContactChange = z.infer<typeof ContactChange>;

/** What a new company is made of. */
export const CompanyDraft = z.object({ name: someText(300), domain: z.optional(text(253)), fields });
export type CompanyDraft = z.infer<typeof CompanyDraft>;

/** What a new contact is made of. */
export const ContactDraft = z.object({
  name: someText(300),
  address: someText(320),
  phone: z.optional(text(60)),
  otherPhones: z.optional(list(text(60), 10)),
  mobile: z.optional(text(60)),
  website: z.optional(text(300)),
  postalAddress: z.optional(text(500)),
  title: z.optional(text(200)),
  /** An existing company, or a new one by name; neither: a person without company. */
  company: z.optional(z.union([z.object({ id: someText(200), name: text(300) }), CompanyDraft])),
  fields,
});
export type ContactDraft = z.infer<typeof ContactDraft>;

/** Something already logged in the CRM, mirrored by time so that it is not proposed again. */
export const LoggedActivity = z.object({
  id: someText(200),
  aliases: list(someText(1000), 20),
  updatedAt: instant,
  /** What it is, for "last activities"; where the CRM tells. */
  kind: z.optional(z.enum(['email', 'meeting', 'call'])),
  subject: z.optional(text(1000)),
  at: z.optional(instant),
  contactIds: z.optional(list(someText(200), 50)),
});
export type LoggedActivity = z.infer<typeof LoggedActivity>;
