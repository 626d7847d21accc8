import { cleanLine, cleanPerson, cut } from '@/utils/capture/clean';
import { allIds, legacyId, messageId, rfcId } from '@/utils/capture/gmail/ids';
import { at, listAt, numberAt, textAt } from '@/utils/capture/json';
import type { Attachment, Person } from '@/utils/model/captured';

/** The longest body that a capture may carry, in UTF-16 units. */
export const MAX_BODY = 400_000;

/** A message as the wire has it. Which fields an endpoint fills stands beside its reader. */
export interface WireMessage {
  ids: string[];
  from: Person | null;
  to: Person[];
  cc: Person[];
  bcc: Person[];
  /** A field that holds an address which is none: such a message is not recorded. */
  malformed: '' | 'sender' | 'to' | 'cc' | 'bcc';
  subject: string;
  /** Milliseconds since 1970 as the server dates it. */
  at: number | null;
  labels: string[];
  attachments: Attachment[];
  /** Authored HTML. Null where the endpoint brings no body. */
  html: string | null;
  clipped: boolean;
  /** The mailbox's own address, where the message says. */
  owner: Person | null;
}

/** `[1, address, name?]` */
export function person(contact: unknown): Person | null {
  return cleanPerson(textAt(contact, 1), at(contact, 2));
}

/** People of a list; a group without an address is nobody, an address that is none makes the message malformed. */
function people(contacts: unknown[]): { all: Person[]; malformed: boolean } {
  const all: Person[] = [];
  for (const contact of contacts.slice(0, 500)) {
    const one = person(contact);
    if (one) all.push(one);
    else if (textAt(contact, 1).includes('@')) return { all, malformed: true };
  }
  return { all, malformed: false };
}

function isContacts(field: unknown): boolean {
  return field === undefined || field === null || (Array.isArray(field) && field.every(Array.isArray));
}

function labels(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  const all: unknown[] = value;
  return all.slice(0, 200).filter((label) => typeof label === 'string');
}

/** The authored parts of a body: `[type, …]`; type 2 is quoted history. */
function bodyOf(parts: unknown[], htmlOf: (part: unknown) => string): { html: string; clipped: boolean } {
  let html = '';
  for (const part of parts.slice(0, 100)) {
    if (numberAt(part, 0) === 2) continue;
    html += htmlOf(part);
    if (html.length > MAX_BODY) return { html: cut(html, MAX_BODY), clipped: true };
  }
  return { html, clipped: false };
}

/** `[mime, name, size, …]` */
function attachmentsOf(items: unknown[]): Attachment[] {
  return items.slice(0, 100).map((item) => attachment(textAt(item, 1), textAt(item, 0), numberAt(item, 2)));
}

function attachment(name: string, mime: string, size: number | null): Attachment {
  const made: Attachment = { name: cleanLine(name, 300) };
  if (mime !== '') made.mime = cleanLine(mime, 200);
  if (size !== null && Number.isSafeInteger(size) && size >= 0) made.size = size;
  return made;
}

/** Null where one of the fields is no list of contacts. */
function recipients(m: unknown, first: number) {
  const fields = [at(m, first), at(m, first + 1), at(m, first + 2)];
  if (!fields.every(isContacts)) return null;
  const [toAll, ccAll, bccAll] = [0, 1, 2].map((i) => people(listAt(m, first + i)));
  if (!toAll || !ccAll || !bccAll) return null;
  const malformed: WireMessage['malformed'] = toAll.malformed
    ? 'to'
    : ccAll.malformed
      ? 'cc'
      : bccAll.malformed
        ? 'bcc'
        : '';
  return { to: toAll.all, cc: ccAll.all, bcc: bccAll.all, malformed };
}

/**
 * A message of lists, answers to a send, requests and embedded threads: `m[0]` id, `[1]` From, `[2][3][4]` To Cc Bcc,
 * `[7]` subject, `[8]` body, `[10]` labels, `[11]` attachments, `[13]` Message-ID, `[17]` date, `[55]` legacy id.
 * Lists have neither recipients nor body. Null where it is no message.
 */
export function readListed(m: unknown): WireMessage | null {
  if (!Array.isArray(m)) return null;
  const row: unknown[] = m;
  if (!Array.isArray(row[1])) return null;
  const bare = isAbsent(row[2]) && isAbsent(row[3]) && isAbsent(row[4]) && isAbsent(row[8]);
  if (bare && typeof row[0] === 'string' && row[0].startsWith('msg-')) return new ListedMessage(row);
  const id = messageId(row[0]);
  const all = recipients(row, 2);
  if (id === null || all === null) return null;
  const from = person(row[1]);
  const { malformed, ...to } = all;
  const parts = listAt(row[8], 1);
  // A request writes `[type, html]`, an embedded thread `[type, null, [null, html]]`.
  const body = bodyOf(parts, (part) => textAt(part, 1) || textAt(part, 2, 1));
  return {
    ids: allIds(id, legacyId(row[55]), rfcId(row[13])),
    from,
    ...to,
    malformed: from === null ? 'sender' : malformed,
    subject: cleanLine(textAt(row[7]), 1000),
    at: numberAt(row[17]) ?? numberAt(row[6]),
    labels: labels(row[10]),
    attachments: attachmentsOf(listAt(row[11])),
    html: parts.length > 0 ? body.html : null,
    clipped: body.clipped || numberAt(row[8], 2) === 1,
    owner: person(row[21]),
  };
}

/**
 * A list's row without recipients and body. A page that loads brings hundreds of them to say who wrote last: what is
 * asked of one row at most is read when it is asked.
 */
class ListedMessage implements WireMessage {
  readonly from: Person | null;
  readonly at: number | null;
  readonly labels: string[];
  readonly to: Person[] = [];
  readonly cc: Person[] = [];
  readonly bcc: Person[] = [];
  readonly html = null;
  readonly clipped = false;
  readonly #row: unknown[];

  constructor(row: unknown[]) {
    this.#row = row;
    this.from = person(row[1]);
    this.at = numberAt(row[17]) ?? numberAt(row[6]);
    this.labels = labels(row[10]);
  }

  get ids(): string[] {
    return allIds(messageId(this.#row[0]), legacyId(this.#row[55]), rfcId(this.#row[13]));
  }
  get malformed(): WireMessage['malformed'] {
    return this.from === null ? 'sender' : '';
  }
  get subject(): string {
    return cleanLine(textAt(this.#row[7]), 1000);
  }
  get attachments(): Attachment[] {
    return attachmentsOf(listAt(this.#row[11]));
  }
  get owner(): Person | null {
    return person(this.#row[21]);
  }
}

function isAbsent(value: unknown): boolean {
  return value === null || value === undefined;
}

/**
 * A message of a full thread: `full` is `T[2][j]`, `meta` its twin in `T[1][1]` (From with name, labels), which may
 * be missing. Null where it is no message.
 */
export function readFull(full: unknown, meta: unknown): WireMessage | null {
  const id = messageId(at(full, 0));
  const m = at(full, 1);
  if (id === null || !Array.isArray(m)) return null;
  const from = person(at(meta, 1)) ?? cleanPerson(textAt(m, 10, 16), at(m, 10, 14));
  const all = recipients(m, 0);
  const sentAt = numberAt(m, 16) ?? numberAt(meta, 15);
  const parts = at(m, 5, 1) ?? [];
  const said = textAt(meta, 1, 1) + textAt(m, 10, 16);
  if (all === null || sentAt === null || said === '' || !Array.isArray(parts)) return null;
  if (at(m, 5) !== undefined && at(m, 5) !== null && !Array.isArray(at(m, 5))) return null;
  const { malformed, ...to } = all;
  const body = bodyOf(parts, (part) => textAt(part, 2, 1));
  return {
    ids: allIds(id, legacyId(at(m, 34)) ?? legacyId(at(meta, 27)), rfcId(at(m, 7))),
    from,
    ...to,
    malformed: from === null ? 'sender' : malformed,
    subject: cleanLine(textAt(m, 4), 1000),
    at: sentAt,
    labels: labels(at(meta, 3)),
    attachments: listAt(m, 13)
      .slice(0, 100)
      .map((item) => attachment(textAt(item, 0, 3, 2), textAt(item, 0, 3, 3), numberAt(item, 0, 3, 4))),
    html: body.html,
    clipped: body.clipped || numberAt(m, 5, 2) === 1,
    owner: person(at(m, 11)),
  };
}

/** The row of a message in a full thread's head: enough to say who wrote last. */
export function readMeta(meta: unknown): WireMessage | null {
  const id = messageId(at(meta, 0));
  if (id === null) return null;
  const from = person(at(meta, 1));
  return {
    ids: allIds(id, legacyId(at(meta, 27))),
    from,
    to: [],
    cc: [],
    bcc: [],
    malformed: from === null ? 'sender' : '',
    subject: '',
    at: numberAt(meta, 15) ?? numberAt(meta, 2),
    labels: labels(at(meta, 3)),
    attachments: [],
    html: null,
    clipped: false,
    owner: null,
  };
}
