import { Attachment, MeetingAnswer, MeetingDetail, Person } from '@/utils/model/captured';
import { day, instant, list, record, someText, text, z } from '@/utils/model/zod';

/** Somebody on an activity. `contactId` where the CRM knows them. */
export const Participant = z.object({
  ...Person.shape,
  /** On a meeting: `from` organises, `to` is invited, `cc` optionally. */
  role: z.enum(['from', 'to', 'cc']),
  contactId: z.optional(someText(200)),
  /** On a meeting: what they answered. */
  answer: z.optional(MeetingAnswer),
});
export type Participant = z.infer<typeof Participant>;

/**
 * What follows from a mail, for the rep to do or to wait for. `text` is the task's title; `sentence` is where it was
 * read, verbatim, and empty where the rep wrote it.
 */
export const NextStep = z.object({
  kind: z.enum(['asked-of-me', 'promised-by-me', 'promised-by-them']),
  text: someText(500),
  due: z.nullable(day),
  sentence: text(1000),
});
export type NextStep = z.infer<typeof NextStep>;

/** What a mail says on the whole; undefined where that is not plain. */
export const Outcome = z.enum(['positive', 'negative', 'question', 'scheduling', 'info']);
export type Outcome = z.infer<typeof Outcome>;

const activityFields = {
  /** Of a call: `sent` where the rep called; of a meeting: where the rep organised it. */
  direction: z.enum(['received', 'sent']),
  subject: text(1000),
  /** A meeting's and a call's start. */
  at: instant,
  participants: list(Participant, 500),
  /** Two or three sentences; empty where the rep's setting says none. A meeting's and a call's: the rep's notes. */
  summary: text(2000),
  /** The sender's own words, empty where the setting says summary or none. */
  ownWords: text(100_000),
  attachmentNames: list(Attachment.shape.name, 100),
  contactIds: list(someText(200), 50),
  companyId: z.optional(someText(200)),
  dealId: z.optional(someText(200)),
  nextStep: z.optional(NextStep),
  outcome: z.optional(Outcome),
  /** What this CRM asks for besides, by its own field name, as the rep filled it in. */
  fields: z.optional(record),
  /** The same for the task that `nextStep` becomes. */
  taskFields: z.optional(record),
};

/** What is logged. Never quoted history; attachments by name only. */
export const Activity = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('email'), ...activityFields }),
  z.object({
    kind: z.literal('meeting'),
    ...activityFields,
    meeting: z.pick(MeetingDetail, {
      endsAt: true,
      allDay: true,
      place: true,
      conferenceUrl: true,
      status: true,
    }),
  }),
  z.object({ kind: z.literal('call'), ...activityFields, minutes: z.int().check(z.gte(0), z.lte(1440)) }),
]);
export type Activity = z.infer<typeof Activity>;
export const ActivityKind = z.enum(['email', 'meeting', 'call']);
export type ActivityKind = z.infer<typeof ActivityKind>;
export type EmailActivity = Extract<Activity, { kind: 'email' }>;
export type MeetingActivity = Extract<Activity, { kind: 'meeting' }>;
export type CallActivity = Extract<Activity, { kind: 'call' }>;

/** A call as the rep notes it down. `id` is the page's own, so that the same press twice is one call. */
export const CallNote = z.object({
  id: someText(60),
  contactId: z.optional(someText(200)),
  /** Whom it was with where they are no contact, or the number that was called. */
  who: z.optional(text(300)),
  number: z.optional(text(60)),
  at: instant,
  minutes: z.int().check(z.gte(0), z.lte(1440)),
  direction: z.enum(['received', 'sent']),
  subject: text(1000),
  notes: text(2000),
  outcome: z.optional(Outcome),
  nextStep: z.optional(z.pick(NextStep, { text: true, due: true })),
  fields: activityFields.fields,
  taskFields: activityFields.taskFields,
});
export type CallNote = z.infer<typeof CallNote>;

/**
 * What the rep may change in place before confirming. Null takes a company, a deal, a next step or an outcome off: a field
 * that is undefined is lost on the way between two pages of ours, so that it cannot say this.
 */
export const ActivityEdit = z.partial(
  z.extend(
    z.pick(z.object(activityFields), {
      subject: true,
      summary: true,
      ownWords: true,
      contactIds: true,
      fields: true,
      taskFields: true,
    }),
    {
      companyId: z.nullable(someText(200)),
      dealId: z.nullable(someText(200)),
      nextStep: z.nullable(z.pick(NextStep, { text: true, due: true })),
      outcome: z.nullable(Outcome),
    },
  ),
);
export type ActivityEdit = z.infer<typeof ActivityEdit>;
