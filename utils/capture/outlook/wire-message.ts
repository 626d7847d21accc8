import { cleanLine, cut } from '@/utils/capture/clean';
import { type ExchangeDate, exchangeDate } from '@/utils/capture/outlook/exchange-date';
import { field, listField, textField, typeOf } from '@/utils/capture/outlook/exchange-json';
import { mailbox, peopleOf } from '@/utils/capture/outlook/exchange-people';
import { MAX_BODY } from '@/utils/capture/outlook/page-message';
import type { Attachment, Person } from '@/utils/model/captured';
import { NO_ADDRESS } from '@/utils/model/no-address';
import { conversationIds, mailId, readExchangeId } from '@/utils/understand/exchange-id';

/** A message as the wire has it. */
export interface WireMessage {
  ids: string[];
  threadIds: string[];
  /** GUID of the mailbox that holds it; null where its id does not say. */
  mailbox: string | null;
  from: Person;
  /** Who really sent it, where that is somebody else than `from`: a delegate, or an assistant. */
  sender: Person | null;
  to: Person[];
  cc: Person[];
  bcc: Person[];
  /** A sender of the own directory whom the answer names without an address. */
  unnamed: string[];
  /** A field that holds an address which is none: such a message is not recorded. */
  malformed: '' | 'sender' | 'to' | 'cc' | 'bcc';
  subject: string;
  /** Milliseconds since 1970, or null where the answer has no date. */
  at: number | null;
  /** False where the date had no offset. */
  sure: boolean;
  /** What the clocks of its dates show, to know it by on the page. */
  walls: string[];
  /** The item's class as the gate's label: `IPM.Note`, `IPM.Schedule.Meeting.Request`. */
  labels: string[];
  draft: boolean;
  private: boolean;
  attachments: Attachment[];
  /** HTML or text. Null where the answer brings no body. */
  body: { type: 'html' | 'text'; content: string; clipped: boolean } | null;
}

/** Whether an item is a mail or an invitation in a mail, and no appointment. */
export function isMail(item: unknown): boolean {
  const type = typeOf(item);
  if (/^Calendar/.test(type)) return false;
  if (/^(?:Message|Meeting)/.test(type)) return true;
  const itemClass = textField(item, 'ItemClass');
  return itemClass === ''
    ? textField(item, 'Start') === ''
    : /^IPM\.(?:Note|Schedule\.Meeting)/i.test(itemClass);
}

/** Own words first: without the quoted history. */
const bodies = ['UniqueBody', 'Body', 'NormalizedBody'] as const;

/**
 * A message of Exchange's (field names as in EWS). `beside` is what stands next to it in a conversation's answer: its
 * Message-ID and the conversation's id; or ids that are known of it anyway. Null where it has no id at all.
 */
export function readMessage(
  item: unknown,
  beside: { messageId?: string; conversationId?: string; ids?: readonly string[] } = {},
): WireMessage | null {
  const raw = textField(item, 'ItemId', 'Id');
  const ids = [mailId(raw), rfcId(textField(item, 'InternetMessageId')) ?? rfcId(beside.messageId ?? '')];
  const named = [...new Set([...ids, ...(beside.ids ?? [])])].filter((id) => id !== null);
  if (named.length === 0) return null;
  const from = senderOf(item);
  const recipients = (['ToRecipients', 'CcRecipients', 'BccRecipients'] as const).map((name) =>
    peopleOf(listField(item, name)),
  );
  const [to, cc, bcc] = recipients;
  const dates = [textField(item, 'DateTimeSent'), textField(item, 'DateTimeReceived')].map((text) =>
    exchangeDate(text),
  );
  const [sent, received] = dates;
  const when = sent ?? received ?? exchangeDate(textField(item, 'DateTimeCreated'));
  const sensitivity = textField(item, 'Sensitivity');
  return {
    ids: named,
    threadIds: conversationIds(textField(item, 'ConversationId', 'Id') || (beside.conversationId ?? '')),
    mailbox: readExchangeId(raw)?.mailbox ?? null,
    ...from,
    to: to?.people ?? [],
    cc: cc?.people ?? [],
    bcc: bcc?.people ?? [],
    malformed: from.malformed || (to?.malformed ? 'to' : cc?.malformed ? 'cc' : bcc?.malformed ? 'bcc' : ''),
    subject: cleanLine(textField(item, 'Subject'), 1000),
    at: when?.at ?? null,
    sure: when?.sure ?? false,
    walls: wallsOf(dates),
    labels: [cleanLine(textField(item, 'ItemClass'), 100)].filter((label) => label !== ''),
    draft: field(item, 'IsDraft') === true,
    private: sensitivity === 'Private' || sensitivity === 'Personal',
    attachments: attachmentsOf(item),
    body: bodyOf(item),
  };
}

/** A Message-ID with its angle brackets, or null. */
export function rfcId(raw: string): string | null {
  const text = raw.trim();
  return /^<[^<>\s]{3,900}>$/.test(text) ? text : null;
}

type Sender = Pick<WireMessage, 'from' | 'sender' | 'unnamed' | 'malformed'>;

function senderOf(item: unknown): Sender {
  const said = [field(item, 'From'), field(item, 'Sender'), field(item, 'Organizer')].map(mailbox);
  const [first, second] = said;
  const shown = said.find((each) => each.kind !== 'nobody') ?? { kind: 'nobody' as const, name: '' };
  const sender = second?.kind === 'person' ? second.person : null;
  if (shown.kind === 'person') {
    const delegate =
      first?.kind === 'person' && sender && sender.address !== shown.person.address ? sender : null;
    return { from: shown.person, sender: delegate, unnamed: [], malformed: '' };
  }
  // Of the directory's members some come without an address: it is not guessed.
  const from = { address: NO_ADDRESS, ...(shown.name === '' ? {} : { name: shown.name }) };
  const hidden = shown.kind === 'hidden' && shown.name !== '';
  return { from, sender, unnamed: hidden ? [shown.name] : [], malformed: hidden ? '' : 'sender' };
}

/** The mailbox's own clock, and this browser's, should the answer count in UTC. */
function wallsOf(dates: readonly (ExchangeDate | null | undefined)[]): string[] {
  const walls = new Set<string>();
  for (const date of dates) {
    if (!date) continue;
    walls.add(date.wall);
    walls.add(wallOf(date.at));
  }
  return [...walls];
}

/** What this browser's clock shows at an instant, `YYYY-MM-DDTHH:MM`. */
export function wallOf(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

export function bodyOf(item: unknown): WireMessage['body'] {
  for (const name of bodies) {
    const value = field(item, name, 'Value');
    if (typeof value !== 'string') continue;
    const type = /^text$/i.test(textField(item, name, 'BodyType')) ? 'text' : 'html';
    const clipped = value.length > MAX_BODY || field(item, name, 'IsTruncated') === true;
    return { type, content: cut(value, MAX_BODY), clipped };
  }
  return null;
}

/** Pictures within the text are no attachments. */
function attachmentsOf(item: unknown): Attachment[] {
  return listField(item, 'Attachments')
    .slice(0, 100)
    .flatMap((each) => {
      const name = cleanLine(textField(each, 'Name'), 300);
      if (name === '' || field(each, 'IsInline') === true) return [];
      const mime = cleanLine(textField(each, 'ContentType'), 200);
      const size = field(each, 'Size');
      const counted = typeof size === 'number' && Number.isSafeInteger(size) && size >= 0;
      return [{ name, ...(mime ? { mime } : {}), ...(counted ? { size } : {}) }];
    });
}
