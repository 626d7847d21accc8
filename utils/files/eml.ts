import PostalMime, { type Address, type Attachment as MimePart } from 'postal-mime';
import { type FileRead, type Situation, unread } from '@/utils/files/file-read';
import { capturesFrom, type MailParts } from '@/utils/files/mail-parts';

/** A calendar inside a mail; a whole year's weighs less. */
const LARGEST_CALENDAR = 2_000_000;

/** A mail as programs save it (RFC 5322): the mail itself, or the meeting that it invites to. */
export async function readEml(bytes: Uint8Array, situation: Situation): Promise<FileRead> {
  if (!hasHeaders(bytes)) return unread('file-broken');
  const mail = await parsed(bytes);
  if (!mail) return unread('file-broken');
  const { from, sender } = mail;
  const parts: MailParts = {
    from: flat([from])[0] ?? flat([sender])[0] ?? {},
    to: flat(mail.to),
    cc: flat(mail.cc),
    bcc: flat(mail.bcc),
    subject: mail.subject,
    date: mail.date,
    messageId: mail.messageId,
    inReplyTo: mail.inReplyTo,
    references: mail.references,
    threadIndex: mail.headers.find(({ key }) => key === 'thread-index')?.value,
    html: mail.html,
    text: mail.text,
    attachments: mail.attachments
      .filter((part) => !isCalendar(part) || part.disposition === 'attachment')
      .filter((part) => part.disposition === 'attachment' || !isPicture(part, mail.html ?? ''))
      .map((part) => ({
        name: part.filename ?? '',
        mime: part.mimeType.slice(0, 200),
        size: sizeOf(part),
      })),
    calendars: mail.attachments
      .filter((part) => isCalendar(part) && sizeOf(part) <= LARGEST_CALENDAR)
      .map((part) => ({
        text: contentOf(part),
        // Google attaches the same invitation once more as a file; Outlook sends it as an alternative of the text.
        invitation: part.disposition !== 'attachment' && invites.has(part.method ?? ''),
      })),
  };
  return capturesFrom(parts, situation);
}

const invites = new Set(['REQUEST', 'CANCEL', 'REPLY', 'ADD']);

async function parsed(bytes: Uint8Array) {
  try {
    return await PostalMime.parse(bytes, {
      maxNestingDepth: 30,
      maxHeadersSize: 1_000_000,
      // A forwarded mail inside is a file of this one, not its text.
      forceRfc822Attachments: true,
      attachmentEncoding: 'arraybuffer',
    });
  } catch {
    return null;
  }
}

/** Whether it begins as a mail does: the library takes any bytes for a mail without headers. */
function hasHeaders(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 64_000)).replace(/^\u00ef\u00bb\u00bf/, '');
  const lines = head.split(/\r\n|\n|\r/);
  // An mbox begins with "From " and no colon.
  const first = lines[0]?.startsWith('From ') ? 1 : 0;
  const end = lines.indexOf('', first);
  const headers = lines.slice(first, end < 0 ? undefined : end);
  return (
    /^[\x21-\x39\x3b-\x7e]{1,80}:/.test(headers[0] ?? '') &&
    headers.some((line) => /^(from|sender):/i.test(line))
  );
}

/** Members of groups stand beside single addresses. */
function flat(addresses: readonly (Address | undefined)[] | undefined): MailParts['from'][] {
  return (addresses ?? []).flatMap((each) => (each === undefined ? [] : (each.group ?? [each])));
}

function isCalendar({ mimeType, filename }: MimePart): boolean {
  return mimeType === 'text/calendar' || mimeType === 'application/ics' || /\.ics$/i.test(filename ?? '');
}

/** A picture inside the text is no file of the mail. */
function isPicture({ related, contentId }: MimePart, html: string): boolean {
  const id = (contentId ?? '').replace(/^<|>$/g, '');
  return related === true || (id !== '' && html.includes(`cid:${id}`));
}

function sizeOf({ content }: MimePart): number {
  return typeof content === 'string' ? content.length : content.byteLength;
}

function contentOf({ content }: MimePart): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}
