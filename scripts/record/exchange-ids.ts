import { readExchangeId } from '@/utils/understand/exchange-id';

/*
 * Stand-ins for what Exchange makes ids of. Their form says what they are (an item, a conversation, whose mailbox, which
 * instance of a series), and adapters read it: so the form stays and every byte that could be looked up is another.
 */

/** `AAMk…`, `AQQk…`: base64 that names its mailbox. */
export const isExchangeId = (text: string): boolean =>
  text.length > 60 && (readExchangeId(text)?.mailbox ?? null) !== null;

/** The same for each way of writing one id. */
export const exchangeName = (text: string): string => readExchangeId(text)?.normal ?? text;

/**
 * An id of the same kind, written as Exchange does. `hex` gives other hex digits for the same ones: the mailbox's and the
 * thread's are asked for by themselves, because they stand in other ids and headers too.
 */
export function exchangeStandIn(text: string, hex: (digits: string) => string): string {
  const bytes = Buffer.from(exchangeName(text), 'base64');
  const mailbox = bytes.subarray(4, 40).toString('latin1');
  // Lengths and kinds stand in front of what follows the mailbox; a folder's and an item's ids share parts of 16 bytes.
  const tail = bytes.subarray(40);
  const fixed = tail.subarray(0, 3);
  const parts: Buffer[] = [];
  for (let at = 3; at < tail.length; at += 16)
    parts.push(Buffer.from(hex(tail.subarray(at, at + 16).toString('hex')), 'hex'));
  return Buffer.concat([bytes.subarray(0, 4), Buffer.from(hex(mailbox), 'latin1'), fixed, ...parts]).toString(
    'base64',
  );
}

const GLOBAL = '040000008200E00074C5B7101A82E008';
/** `vCal-Uid`, 01 and three zero bytes: another system's UID follows. */
const FOREIGN = '7643616C2D55696401000000';

/** A meeting's UID as Exchange makes it: `040000008200E00074C5B7101A82E008…`. */
export const isMeetingUid = (text: string): boolean =>
  text.length >= 80 &&
  text.length <= 4000 &&
  /^[0-9A-F]+$/i.test(text) &&
  text.toUpperCase().startsWith(GLOBAL);

/** One whose day of the series stays, as all times do; a foreign UID within it is stood in for by `foreign`. */
export function meetingUidStandIn(
  text: string,
  hex: (digits: string) => string,
  foreign: (uid: string) => string,
): string {
  const upper = text.toUpperCase();
  const [head, created, zeros, size, data] = [
    upper.slice(0, 40),
    upper.slice(40, 56),
    upper.slice(56, 72),
    upper.slice(72, 80),
    upper.slice(80),
  ];
  if (!data.startsWith(FOREIGN)) return caseOf(text, `${head}${hex(created)}${zeros}${size}${hex(data)}`);
  const uid = Buffer.from(data.slice(FOREIGN.length), 'hex').toString('latin1').replace(/\0+$/, '');
  const inside = `${FOREIGN}${Buffer.from(foreign(uid), 'latin1').toString('hex')}00`;
  const length = Buffer.alloc(4);
  length.writeUInt32LE(inside.length / 2);
  return caseOf(text, `${head}${hex(created)}${zeros}${length.toString('hex')}${inside}`);
}

const caseOf = (like: string, text: string): string =>
  like === like.toUpperCase() ? text.toUpperCase() : text.toLowerCase();
