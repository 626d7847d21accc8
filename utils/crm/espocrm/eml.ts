import type { ActivityToLog } from '@/utils/crm/connector';
import { isPlainAddress, toBase64 } from '@/utils/crm/espocrm/values';
import { mailBody } from '@/utils/crm/espocrm/write-up';
import type { Participant } from '@/utils/model/activity';

/** EspoCRM's column holds 255 characters. */
const LONGEST_MESSAGE_ID = 250;
/** EspoCRM cuts a subject at 255 bytes, through the middle of a letter. */
const SUBJECT_BYTES = 250;

/**
 * The `Message-ID`s under which a mail may be there; the first is the one that we write: the mail's own where it has
 * one, so that EspoCRM's own mailbox fetch and ours recognise each other. Ids of the mail site mean nothing to it, and
 * its own system mail (`@espo-system`) it refuses to import.
 */
export function messageIdsOf(entry: ActivityToLog): string[] {
  const own = entry.aliases.filter(
    (alias) =>
      alias.length <= LONGEST_MESSAGE_ID &&
      /^<[\x21-\x3b\x3d\x3f-\x7e]+@[\x21-\x3b\x3d\x3f-\x7e]+>$/.test(alias) &&
      !alias.toLowerCase().includes('@espo-system'),
  );
  return [...own, `<sidelog-${entry.key}@sidelog.invalid>`];
}

export interface MailFrame {
  /** Of whom EspoCRM is to know that the mail is theirs: the user's own addresses, lower-cased. */
  ownAddresses: readonly string[];
  /** `Contact/ID`, under which the mail is to hang. */
  parent: string;
  /** Names this very request, see `emails.ts`. */
  nonce: string;
}

/**
 * The mail as a file (RFC 5322), for EspoCRM's own import. Everything in it that came from the mail is either checked
 * or encoded, so that no word of it can become a header.
 * Only contacts and the user stand in To and Cc, everybody else in the text: EspoCRM shows a mail to each user whose
 * address is in its head, and tells them of it ("e-mail received").
 * `References` as EspoCRM's own mail bears it (`TYPE/ID/TIME/NUMBER@espo`) says under which record it hangs; without, it
 * would be the sender's company.
 */
export function toEml(entry: ActivityToLog, { ownAddresses, parent, nonce }: MailFrame): string {
  const { activity } = entry;
  const shown = activity.participants.filter(
    ({ address, contactId, role }) =>
      isPlainAddress(address) && (role === 'from' || contactId || ownAddresses.includes(address)),
  );
  const people = (role: Participant['role']) => shown.filter((each) => each.role === role).slice(0, 50);
  const from = people('from').slice(0, 1);
  return [
    ...header('From', from.map(mailbox)),
    ...header('To', people('to').map(mailbox)),
    ...header('Cc', people('cc').map(mailbox)),
    ...header('Subject', encoded(activity.subject, SUBJECT_BYTES)),
    `Date: ${dateOf(activity.at)}`,
    `Message-ID: ${messageIdsOf(entry)[0]}`,
    `References: <${parent}/1000000000/1@espo>`,
    `Delivered-To: ${nonce}`,
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...(toBase64(mailBody(activity)).match(/.{1,76}/g) ?? []),
    '',
  ].join('\r\n');
}

/** Values on lines of their own, joined by commas where they are addresses. */
function header(name: string, values: string[]): string[] {
  if (values.length === 0) return [];
  const separator = name === 'Subject' ? '\r\n ' : ',\r\n ';
  return [`${name}: ${values.join(separator)}`];
}

function mailbox({ name, address }: Participant): string {
  const words = encoded(name ?? '', 120);
  return words.length > 0 ? `${words.join('\r\n ')}\r\n <${address}>` : address;
}

/** RFC 2047 words of at most 75 characters, whole letters in each. */
function encoded(text: string, bytes: number): string[] {
  const words: string[] = [];
  let word = '';
  let left = bytes;
  const size = (part: string) => new TextEncoder().encode(part).length;
  for (const letter of text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()) {
    left -= size(letter);
    if (left < 0) break;
    if (size(word + letter) > 42) {
      words.push(word);
      word = '';
    }
    word += letter;
  }
  if (word !== '') words.push(word);
  return words.map((each) => `=?utf-8?B?${toBase64(each)}?=`);
}

/** RFC 5322's own form, in UTC. */
function dateOf(at: number): string {
  return new Date(at).toUTCString().replace('GMT', '+0000');
}
