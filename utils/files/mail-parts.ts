import { cleanLine } from '@/utils/capture/clean';
import { bodyOf, type FileRead, type Situation, unread } from '@/utils/files/file-read';
import {
  contentId,
  instantOf,
  messageIdIn,
  messageIdsIn,
  peopleFrom,
  sideOf,
  subjectOf,
  threadOf,
} from '@/utils/files/mail-headers';
import type { Attachment, PageCapture, PageEmail } from '@/utils/model/captured';
import { threadOfIndex } from '@/utils/understand/exchange-id';
import { capturesOf } from '@/utils/understand/invitation';

/** A mail as a file has it, whichever kind of file. */
export interface MailParts {
  from: { address?: string | undefined; name?: string | undefined };
  to: MailParts['from'][];
  cc: MailParts['from'][];
  bcc: MailParts['from'][];
  subject: string | undefined;
  /** ISO 8601 or a Date header's text; a number is milliseconds. */
  date: string | number | undefined;
  messageId: string | undefined;
  inReplyTo: string | undefined;
  references: string | undefined;
  /** Exchange's own name of the conversation: a header `Thread-Index`, or the bytes that it would write there. */
  threadIndex?: string | Uint8Array | undefined;
  html: string | undefined;
  text: string | undefined;
  attachments: Attachment[];
  /** iCalendar texts. `invitation`: the mail itself is one (RFC 6047), not a mail with a file. */
  calendars: { text: string; invitation: boolean }[];
}

/** The mail, or the meetings that it invites to, and the meetings that it brings as files. */
export async function capturesFrom(parts: MailParts, situation: Situation): Promise<FileRead> {
  const meetings: PageCapture[] = [];
  let invited = false;
  let hidden = false;
  if (parts.calendars.length > 0) {
    const { readIcs } = await import('@/utils/files/ics');
    for (const { text, invitation } of parts.calendars.slice(0, 10)) {
      const read = readIcs(text, situation);
      if (!read.ok) {
        hidden ||= invitation && read.problem === 'private-event';
        continue;
      }
      invited ||= invitation;
      for (const meeting of read.captures)
        if (!meetings.some(({ source }) => source.ids[0] === meeting.source.ids[0])) meetings.push(meeting);
    }
  }
  if (invited) return { ok: true, captures: meetings.slice(0, 300), onPurpose: true };
  if (hidden) return unread('private-event');
  const mail = await mailFrom(parts, situation);
  if (!mail)
    return meetings.length > 0 ? { ok: true, captures: meetings, onPurpose: true } : unread('nobody-found');
  const told = capturesOf(mail);
  const captures = told.length > 0 ? [...told, ...meetings] : [mail, ...meetings];
  return { ok: true, captures: captures.slice(0, 300), onPurpose: true };
}

async function mailFrom(parts: MailParts, situation: Situation): Promise<PageEmail | null> {
  const [from] = peopleFrom([parts.from]);
  if (!from) return null;
  const taken = new Set<string>();
  const [to, cc, bcc] = [
    peopleFrom(parts.to, taken),
    peopleFrom(parts.cc, taken),
    peopleFrom(parts.bcc, taken),
  ];
  const subject = subjectOf(parts.subject);
  const sentAt = instantOf(parts.date);
  const body = parts.html ? bodyOf('html', parts.html) : bodyOf('text', parts.text ?? '');
  const own = messageIdIn(parts.messageId);
  const id = own ?? (await contentId([from.address, subject, String(sentAt), body.content]));
  const exchange = threadOfIndex(parts.threadIndex ?? '');
  const thread = threadOf(
    [id],
    messageIdsIn(parts.references),
    messageIdsIn(parts.inReplyTo),
    exchange === null ? [] : [exchange],
  );
  const { direction, account } = sideOf(from, [...to, ...cc, ...bcc], situation.own);
  return {
    kind: 'email',
    via: 'wire',
    direction,
    from,
    to,
    cc,
    bcc,
    subject,
    sentAt: sentAt ?? situation.now,
    sentAtApproximate: sentAt === null,
    attachments: parts.attachments
      .map((each) => ({ ...each, name: cleanLine(each.name, 300) }))
      .filter(({ name }) => name !== '')
      .slice(0, 100),
    source: {
      site: 'by-hand',
      ids: [id],
      threadId: thread[0] ?? id.slice(0, 200),
      threadIds: thread,
      account,
      url: '',
    },
    body,
  };
}
