import PostalMime from 'postal-mime';
import { type CfbStorage, openCfb } from '@/utils/files/cfb';
import { type FileRead, type Situation, unread } from '@/utils/files/file-read';
import { capturesFrom, type MailParts } from '@/utils/files/mail-parts';
import { meetingFromItem } from '@/utils/files/msg-meeting';
import {
  encodingOf,
  ITEM_HEADER,
  namedIds,
  PART_HEADER,
  type Properties,
  propertiesOf,
} from '@/utils/files/msg-properties';
import type { Attachment } from '@/utils/model/captured';

/** Somebody on an item: type 1 to, 2 cc, 3 bcc (or a room); `answer` as Outlook counts it. */
export interface Recipient {
  address: string;
  name: string;
  type: number;
  organizer: boolean;
  answer: number;
}

const MOST_RECIPIENTS = 1_500;
const MOST_ATTACHMENTS = 100;
const LARGEST_CALENDAR = 2_000_000;

/** A mail or a meeting as Outlook for Windows saves it ([MS-OXMSG], [MS-OXPROPS]). */
export async function readMsg(bytes: Uint8Array, situation: Situation): Promise<FileRead> {
  const root = openCfb(bytes);
  if (!root) return unread('file-broken');
  const codePage = propertiesOf(root, ITEM_HEADER).number(0x3ffd) ?? 1252;
  const item = propertiesOf(root, ITEM_HEADER, codePage);
  const kind = item.text(0x001a).toUpperCase();
  const recipients = recipientsOf(root, codePage);
  if (kind.startsWith('IPM.SCHEDULE.MEETING') || kind.startsWith('IPM.APPOINTMENT')) {
    return meetingFromItem(kind, item, namedIds(root), { from: senderOf(item), recipients }, situation);
  }
  if (!kind.startsWith('IPM.NOTE') && kind !== 'IPM' && kind !== '') return unread('file-empty');

  const headers = await headersOf(item.text(0x007d));
  const of = (type: number) => recipients.filter((each) => each.type === type);
  const { attachments, calendars } = attachmentsOf(root, codePage);
  // Inside one company Outlook knows people by their place in its directory alone: the headers have addresses then.
  const listed = (type: number, fromHeaders: MailParts['to']) =>
    of(type).some(({ address }) => !address.includes('@')) && fromHeaders.length > 0 ? fromHeaders : of(type);
  const from = senderOf(item);
  return capturesFrom(
    {
      from: from.address.includes('@') ? from : headers.from,
      to: listed(1, headers.to),
      cc: listed(2, headers.cc),
      bcc: of(3),
      subject: item.text(0x0037),
      date: item.time(0x0039) ?? item.time(0x0e06) ?? headers.date,
      messageId: item.text(0x1035) || headers.messageId,
      inReplyTo: item.text(0x1042) || headers.inReplyTo,
      references: item.text(0x1039) || headers.references,
      threadIndex: item.bytes(0x0071) ?? headers.threadIndex,
      html: htmlOf(item),
      text: item.text(0x1000),
      attachments,
      calendars,
    },
    situation,
  );
}

/** Who it is from: on whose behalf it was sent, else who sent it. */
function senderOf(item: Properties): { address: string; name: string } {
  const one = (smtp: number, address: number, name: number) => ({
    address: item.text(smtp) || item.text(address),
    name: item.text(name),
  });
  const represented = one(0x5d02, 0x0065, 0x0042);
  return represented.address.includes('@') ? represented : one(0x5d01, 0x0c1f, 0x0c1a);
}

function recipientsOf(root: CfbStorage, codePage: number): Recipient[] {
  return [...root.storages]
    .filter(([name]) => name.startsWith('__recip_version1.0_'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, MOST_RECIPIENTS)
    .map(([, storage]) => {
      const each = propertiesOf(storage, PART_HEADER, codePage);
      return {
        address: each.text(0x39fe) || each.text(0x3003),
        name: each.text(0x3001) || each.text(0x5ff6),
        type: (each.number(0x0c15) ?? 1) & 0xf,
        organizer: ((each.number(0x5ffd) ?? 0) & 2) !== 0,
        answer: each.number(0x5fff) ?? 0,
      };
    });
}

function htmlOf(item: Properties): string {
  const bytes = item.bytes(0x1013);
  if (!bytes) return item.text(0x1013);
  const encoding = encodingOf(item.number(0x3fde) ?? 65001);
  return new TextDecoder(encoding).decode(bytes.subarray(0, 2_000_000));
}

function attachmentsOf(
  root: CfbStorage,
  codePage: number,
): { attachments: Attachment[]; calendars: MailParts['calendars'] } {
  const attachments: Attachment[] = [];
  const calendars: MailParts['calendars'] = [];
  const storages = [...root.storages].filter(([name]) => name.startsWith('__attach_version1.0_'));
  for (const [, storage] of storages.slice(0, MOST_ATTACHMENTS)) {
    const each = propertiesOf(storage, PART_HEADER, codePage);
    const mime = each.text(0x370e).slice(0, 200);
    const name = each.text(0x3707) || each.text(0x3704) || each.text(0x3001);
    const size = each.number(0x0e20);
    const inline = each.text(0x3712) !== '' && mime.startsWith('image/');
    if (!each.yes(0x7ffe) && !inline)
      attachments.push({ name, ...(mime ? { mime } : {}), ...(size === null ? {} : { size }) });
    const content = mime === 'text/calendar' || /\.ics$/i.test(name) ? each.bytes(0x3701) : null;
    if (content && content.length <= LARGEST_CALENDAR)
      calendars.push({ text: new TextDecoder().decode(content), invitation: false });
  }
  return { attachments, calendars };
}

type Headers = Pick<
  MailParts,
  'from' | 'to' | 'cc' | 'date' | 'messageId' | 'inReplyTo' | 'references' | 'threadIndex'
>;

/** The mail's own headers, where it came from outside. */
async function headersOf(text: string): Promise<Headers> {
  const none: Headers = {
    from: {},
    to: [],
    cc: [],
    date: undefined,
    messageId: undefined,
    inReplyTo: undefined,
    references: undefined,
    threadIndex: undefined,
  };
  if (text === '') return none;
  try {
    const lines = text.slice(0, 500_000).replace(/(\r?\n){2,}[\s\S]*$/, '');
    const mail = await PostalMime.parse(`${lines.trimEnd()}\r\n\r\n`, { maxHeadersSize: 600_000 });
    const flat = (addresses: typeof mail.to) => (addresses ?? []).flatMap((each) => each.group ?? [each]);
    return {
      from: flat(mail.from ? [mail.from] : [])[0] ?? {},
      to: flat(mail.to),
      cc: flat(mail.cc),
      date: mail.date,
      messageId: mail.messageId,
      inReplyTo: mail.inReplyTo,
      references: mail.references,
      threadIndex: mail.headers.find(({ key }) => key === 'thread-index')?.value,
    };
  } catch {
    return none;
  }
}
