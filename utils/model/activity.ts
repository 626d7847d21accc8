import { Attachment, Person } from '@/utils/model/captured';
import { instant, list, someText, text, z } from '@/utils/model/zod';

/** Somebody on an activity. `contactId` where the CRM knows them. */
export const Participant = z.object({
  ...Person.shape,
  role: z.enum(['from', 'to', 'cc']),
  contactId: z.optional(someText(200)),
});
export type Participant = z.infer<typeof Participant>;

/** What is logged. Never quoted history; attachments by name only. */
export const Activity = z.object({
  kind: z.literal('email'),
  direction: z.enum(['received', 'sent']),
  subject: text(1000),
  at: instant,
  participants: list(Participant, 500),
  /** Two or three sentences; empty where the rep's setting says none. */
  summary: text(2000),
  /** The sender's own words, empty where the setting says summary or none. */
  ownWords: text(100_000),
  attachmentNames: list(Attachment.shape.name, 100),
  contactIds: list(someText(200), 50),
  companyId: z.optional(someText(200)),
});
export type Activity = z.infer<typeof Activity>;

/** What the rep may change in place before confirming. */
export const ActivityEdit = z.partial(
  z.pick(Activity, { subject: true, summary: true, ownWords: true, contactIds: true, companyId: true }),
);
export type ActivityEdit = z.infer<typeof ActivityEdit>;
