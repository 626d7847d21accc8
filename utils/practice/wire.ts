import { snippet, toHtml } from '@/utils/practice/blocks';
import type { Mailbox, PracticeMail, PracticeThread } from '@/utils/practice/mailbox';
import { lastAt } from '@/utils/practice/mailbox';
import type { PracticePerson } from '@/utils/practice/people';

/*
 * Gmail's answers in the array form of today (since 2022-09), built from the invented mails. Which index holds what is
 * described beside each; everything else is null, as in Gmail, where most places are.
 */

export type Wire = null | string | number | Wire[];

/** An array with these places filled and null everywhere else. */
export function places(filled: Record<number, Wire>, length = 0): Wire[] {
  const size = Math.max(length, ...Object.keys(filled).map((place) => Number(place) + 1));
  return Array.from({ length: size }, (_, place) => filled[place] ?? null);
}

const contact = (person: PracticePerson): Wire => [1, person.address, person.name];
const contacts = (people: readonly PracticePerson[]): Wire =>
  people.length === 0 ? null : people.map(contact);

/** `/i/fd`: whole threads, bodies and all. `[1][i]` = [thread id, heads, full messages]. */
export function fullThreads(mailbox: Mailbox, threads: readonly PracticeThread[]): Wire {
  return [
    0,
    threads.map((thread) => [
      thread.id,
      [
        places({
          0: thread.id,
          1: thread.subject,
          2: snippetOf(thread),
          3: lastAt(thread),
          15: thread.legacyId,
        }),
        thread.mails.map((mail) =>
          places({
            0: mail.id,
            1: contact(mail.from),
            2: mail.sentAt,
            3: mail.labels,
            6: mail.sentAt,
            10: snippet(mail.blocks),
            15: mail.sentAt,
            27: mail.legacyId,
          }),
        ),
      ],
      thread.mails.map((mail) => [mail.id, fullMessage(mailbox, mail)]),
    ]),
  ];
}

/** To, Cc, Bcc, …, subject, html parts, snippet, Message-ID, …, sender, own account, attachments, time, legacy id. */
function fullMessage(mailbox: Mailbox, mail: PracticeMail): Wire[] {
  return places({
    0: contacts(mail.to),
    1: contacts(mail.cc),
    4: mail.subject,
    5: [null, [[0, null, [null, toHtml(mail.blocks)], 1]], 0, null, null, null, 1, 0],
    6: snippet(mail.blocks),
    7: mail.rfcId,
    10: places({ 0: 0, 1: 1, 14: mail.from.name, 16: mail.from.address }),
    11: contact(mailbox.me),
    13:
      mail.attachments.length === 0
        ? null
        : mail.attachments.map((file, index) => [
            [null, `0.${index + 1}`, null, [null, null, file.name, file.mime, file.size]],
          ]),
    16: mail.sentAt,
    34: mail.legacyId,
  });
}

/** `/i/bv`: the list. `[2][i][0]` = a thread with its messages' heads; 19 places in all. */
export function threadList(threads: readonly PracticeThread[]): Wire {
  return places({ 2: threads.map((thread) => [listThread(thread), 0]) }, 19);
}

/** A thread as lists and mutation answers carry it: subject, snippet, time, id, messages, …, legacy id. */
function listThread(thread: PracticeThread): Wire[] {
  return places({
    0: thread.subject,
    1: snippetOf(thread),
    2: lastAt(thread),
    3: thread.id,
    4: thread.mails.map(listMessage),
    16: 0,
    19: thread.legacyId,
  });
}

function listMessage(mail: PracticeMail): Wire[] {
  // Only own mails carry recipients and the Message-ID here.
  const own = mail.id.startsWith('msg-a:');
  return places({
    0: mail.id,
    1: contact(mail.from),
    2: own ? contacts(mail.to) : null,
    3: own ? contacts(mail.cc) : null,
    7: own ? mail.subject : null,
    13: own ? mail.rfcId : null,
    6: mail.sentAt,
    9: snippet(mail.blocks),
    10: mail.labels,
    17: mail.sentAt,
    30: mail.sentAt,
    55: mail.legacyId,
  });
}

/** The answer to `/i/s`: each operation acknowledged, and the threads that it changed. */
export function mutationAnswer(operations: readonly number[], threads: readonly PracticeThread[]): Wire {
  return [
    [operations.map((sequence) => [sequence, 0, null, 6000 + sequence])],
    places({
      0: 0,
      5: threads.map((thread) => [[thread.id, null, places({ 6: [listThread(thread), 6000] })]]),
    }),
  ];
}

/** One operation of a `/i/s` request: save, send or take back this message. */
export function messageOperation(
  sequence: number,
  thread: PracticeThread,
  mail: PracticeMail,
  html: { own: string; quoted: string },
  firstSave: boolean,
): Wire {
  const message = places({
    0: mail.id,
    1: contact(mail.from),
    2: contacts(mail.to),
    3: contacts(mail.cc),
    6: mail.sentAt,
    7: mail.subject,
    // 0: written now; 2: quoted history.
    8: [
      null,
      [
        [0, html.own],
        [2, html.quoted],
      ],
      null,
      null,
      null,
      null,
      1,
    ],
    10: mail.labels,
    15: thread.mails.at(-1)?.rfcId ?? null,
    17: mail.sentAt,
  });
  const parent = thread.mails.filter((other) => other.id !== mail.id).at(-1)?.id ?? null;
  const payload = places({ [firstSave ? 1 : 13]: [message, parent, 1] });
  return [sequence, [thread.id, payload]];
}

/** Opened on first reading: adds "opened", removes "unread". */
export function openedOperation(sequence: number, thread: PracticeThread): Wire {
  return [
    sequence,
    [thread.id, places({ 6: [['^o'], ['^u'], thread.mails.map((mail) => mail.id), Date.now()] })],
  ];
}

/** A whole `/i/s` request. */
export function mutationRequest(operations: readonly Wire[]): Wire {
  return [null, [[...operations]], null, [Date.now(), 1, Date.now(), 1, 1], 2];
}

function snippetOf(thread: PracticeThread): string {
  const last = thread.mails.at(-1);
  return last ? snippet(last.blocks) : '';
}
