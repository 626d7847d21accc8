import { instant, list, someText, text, z } from '@/utils/model/zod';

/** The sites whose pages Sidelog reads. The practice mailbox is Gmail-shaped and counts as `gmail`: its sender tells it apart. */
export const PageSite = z.enum(['gmail', 'google-calendar', 'outlook', 'outlook-calendar']);
export type PageSite = z.infer<typeof PageSite>;

/** Where a capture comes from: a page, or what the rep handed over themselves (a dropped file, pasted or selected text). */
export const Site = z.enum([...PageSite.options, 'by-hand']);
export type Site = z.infer<typeof Site>;

/** Somebody on a mail. `address` is lower-cased and trimmed; `name` as written by the sender, control and bidi characters removed. */
export const Person = z.object({ address: someText(320), name: z.optional(text(200)) });
export type Person = z.infer<typeof Person>;

export const Attachment = z.object({
  name: text(300),
  mime: z.optional(text(200)),
  /** Bytes. */
  size: z.optional(z.int().check(z.gte(0))),
});
export type Attachment = z.infer<typeof Attachment>;

/**
 * Where a capture comes from.
 * `ids` are all the names that this message has, raw and self-describing: Gmail's `msg-f:…`/`msg-a:…`, its legacy hex
 * id (16 hex digits), the Message-ID in angle brackets; a meeting's as utils/understand/meeting-id.ts writes them. Any
 * shared id joins two captures.
 * `threadIds` likewise for the thread, `threadId` the best of them. `url` is the page's own `location`, never the wire's.
 */
export const Source = z.object({
  site: Site,
  ids: list(someText(1000), 20).check(z.minLength(1)),
  threadId: someText(200),
  threadIds: list(someText(200), 10),
  /** The mailbox's address, or null where the page does not say. */
  account: z.nullable(text(320)),
  url: text(2000),
});
export type Source = z.infer<typeof Source>;

/**
 * What a mail and a meeting have in common. A meeting is read as the mail that its invitation is: `from` the organiser,
 * `to` the invited (`cc` the optional ones), `subject` its title, `sentAt` its start; `sent` where the rep organises it.
 */
const commonFields = {
  /** `wire`: content, time and ids as the site received them. `page`: read off the page alone. */
  via: z.enum(['wire', 'page']),
  direction: z.enum(['received', 'sent']),
  from: Person,
  to: list(Person, 500),
  cc: list(Person, 500),
  bcc: list(Person, 500),
  subject: text(1000),
  sentAt: instant,
  /** True where the page shows no exact time. */
  sentAtApproximate: z.boolean(),
  attachments: list(Attachment, 100),
  source: Source,
};

/** What somebody answered to an invitation. */
export const MeetingAnswer = z.enum(['organizer', 'accepted', 'tentative', 'declined', 'none']);
export type MeetingAnswer = z.infer<typeof MeetingAnswer>;

/** What a meeting has and a mail has not. */
export const MeetingDetail = z.object({
  endsAt: instant,
  /** Whole days in the calendar's zone; `sentAt` and `endsAt` are then midnights there, the end exclusive. */
  allDay: z.boolean(),
  place: text(500),
  /** An https address, or empty. */
  conferenceUrl: text(2000),
  status: z.enum(['confirmed', 'tentative', 'cancelled']),
  /** The rep's own answer; null where the page does not say. */
  myAnswer: z.nullable(MeetingAnswer),
  /** Answers of the others, by address. */
  answers: list(z.object({ address: someText(320), answer: MeetingAnswer }), 500),
  /** Guests whom the page names without an address. */
  unnamed: list(someText(200), 100),
  /** True where the page alone was seen: there may be guests that nobody knows of. */
  guestsUnknown: z.boolean(),
  recurring: z.boolean(),
  /**
   * As of when it stands so: an invitation's DTSTAMP. Absent where the page is the calendar itself, as it is now. What
   * is older than what is known changes nothing.
   */
  asOf: z.optional(instant),
});
export type MeetingDetail = z.infer<typeof MeetingDetail>;

/** Where a meeting stands, without a word of what it is about or who is on it. `ids` as in `Source`. */
export const SeenMeeting = z.object({
  ids: list(someText(1000), 20).check(z.minLength(1)),
  startsAt: instant,
  endsAt: instant,
  allDay: z.boolean(),
  cancelled: z.boolean(),
  myAnswer: z.nullable(MeetingAnswer),
});
export type SeenMeeting = z.infer<typeof SeenMeeting>;

const emailFields = {
  kind: z.literal('email'),
  ...commonFields,
  /** People whom the page names without an address: to be asked for, never guessed. Gone when the wire tells them. */
  unnamed: z.optional(list(someText(200), 100)),
};
/** A call has no page: the rep notes it down. `text` is what they wrote. */
const callFields = {
  kind: z.literal('call'),
  ...commonFields,
  minutes: z.int().check(z.gte(0), z.lte(1440)),
};
const meetingFields = { kind: z.literal('meeting'), ...commonFields, meeting: MeetingDetail };

const pageBody = {
  body: z.object({
    type: z.enum(['html', 'text']),
    content: text(400_000),
    /** True where the body was longer than we take, or the site itself clipped it. */
    clipped: z.boolean(),
  }),
};

/** What a content script hands to the worker: the mail, or the meeting with its description, as the site has it. */
export const PageCapture = z.discriminatedUnion('kind', [
  z.object({ ...emailFields, ...pageBody }),
  z.object({ ...meetingFields, ...pageBody }),
]);
export type PageCapture = z.infer<typeof PageCapture>;
export type PageEmail = Extract<PageCapture, { kind: 'email' }>;
export type PageMeeting = Extract<PageCapture, { kind: 'meeting' }>;

/** What a sender's signature says of them, as it is written there. */
export const Signature = z.object({
  name: z.optional(text(200)),
  title: z.optional(text(200)),
  company: z.optional(text(300)),
  phones: list(someText(60), 10),
  mobile: z.optional(text(60)),
  website: z.optional(text(300)),
  postalAddress: z.optional(text(500)),
  /** The block itself: each field stands in one of its lines. */
  block: text(3000),
});
export type Signature = z.infer<typeof Signature>;

/**
 * What somebody wrote below a line that they quoted (`answer`, on one line), and the question there, else the last
 * sentence above (`quoted`, without quote marks): "Yes." says nothing without it.
 */
export const InlineReply = z.object({ quoted: text(300), answer: text(1000) });
export type InlineReply = z.infer<typeof InlineReply>;

const keptWords = {
  text: text(100_000),
  signature: z.optional(Signature),
  replies: z.optional(list(InlineReply, 20)),
};

/**
 * What the worker keeps: the same, with `text`: the sender's own words, quoted history and markup gone, and with what a
 * received mail's own signature says, never one from the history.
 * A meeting's `text` is its description.
 * `replies`: answers between quoted lines, each with the line that it answers, for the rep to read and never logged.
 */
export const Captured = z.discriminatedUnion('kind', [
  z.object({ ...emailFields, ...keptWords }),
  z.object({ ...meetingFields, ...keptWords }),
  z.object({ ...callFields, ...keptWords }),
]);
export type Captured = z.infer<typeof Captured>;
export type CapturedEmail = Extract<Captured, { kind: 'email' }>;
export type CapturedMeeting = Extract<Captured, { kind: 'meeting' }>;

/** A thread as a list or a response shows it: enough to know who owes an answer, no content but the subject. */
export const ThreadHead = z.object({
  threadId: someText(200),
  threadIds: list(someText(200), 10),
  subject: text(1000),
  lastAt: instant,
  lastFrom: Person,
  /** True where the last message was written from this mailbox. */
  lastFromMe: z.boolean(),
  /** Everybody seen on the thread, the mailbox's own addresses left out. */
  others: list(Person, 100),
  /** The newest message's ids. */
  lastIds: list(someText(1000), 20),
});
export type ThreadHead = z.infer<typeof ThreadHead>;
