/**
 * The invented mailbox as Outlook's and Google Calendar's wires would carry it, in described shapes. The same seed gives
 * the same bytes.
 */
import { ME, makeThread } from './mailbox.mjs';

const MINUTE = 60_000;

/** @typedef {ReturnType<typeof makeThread>} Thread */
/** @typedef {Thread['messages'][number]} Message */

/** Exchange's ids: a mailbox's name, then sixteen bytes of the conversation or eight of the item. */
const conversationHead = Buffer.from('AAQkAGFhYWFhYWFhLTExMTEtNDIyMi04MzMzLWJiYmJiYmJiYmJiYgAQ', 'base64');
const itemHead = Buffer.from(
  'AAMkAGFhYWFhYWFhLTExMTEtNDIyMi04MzMzLWJiYmJiYmJiYmJiYgBGAAAAAACBgoOEhYaHiImKi4yNjo+QBwBBQkNERUZHSElKS0xNTk9QESIzRAEBAABBQkNERUZHSElKS0xNTk9QESIz',
  'base64',
);

/** @param {string} hex a thread's, 16 digits */
export const conversationId = (hex) =>
  Buffer.concat([conversationHead, Buffer.from(hex.padStart(32, '0'), 'hex')]).toString('base64');

/** @param {string} hex a message's, 16 digits */
export const itemId = (hex) =>
  Buffer.concat([itemHead, Buffer.from(hex.padStart(16, '0'), 'hex')]).toString('base64');

const wall = (/** @type {number} */ at) => `${new Date(at).toISOString().slice(0, 19)}+00:00`;

/** @param {{ address: string, name: string }} person */
const mailbox = ({ address, name }) => ({ Name: name, EmailAddress: address, RoutingType: 'SMTP' });

/** The answer of `GetConversationItems`; with `bodies: false` that of a list. @param {Thread[]} threads */
export function conversationAnswer(threads, bodies = true) {
  const items = threads.map((thread) => {
    const ConversationId = { __type: 'ItemId:#Exchange', Id: conversationId(thread.hex) };
    return {
      ResponseCode: 'NoError',
      ResponseClass: 'Success',
      Conversation: {
        ConversationId,
        ConversationNodes: thread.messages.toReversed().map((message, index) => ({
          InternetMessageId: message.rfc,
          Items: [mailItem(thread, message, index, ConversationId, bodies)],
        })),
      },
    };
  });
  return JSON.stringify({
    Header: { ServerVersionInfo: { MajorVersion: 15, Version: 'V2018_01_18' } },
    Body: { __type: 'GetConversationItemsResponse:#Exchange', ResponseMessages: { Items: items } },
  });
}

/**
 * @param {Thread} thread @param {Message} message @param {number} index @param {object} ConversationId
 * @param {boolean} bodies
 */
function mailItem(thread, message, index, ConversationId, bodies) {
  return {
    __type: 'Message:#Exchange',
    ItemId: { __type: 'ItemId:#Exchange', Id: itemId(message.hex), ChangeKey: 'CQAAABYAAAB1' },
    ItemClass: 'IPM.Note',
    Subject: index === thread.messages.length - 1 ? thread.subject : `RE: ${thread.subject}`,
    Sensitivity: 'Normal',
    IsDraft: false,
    IsRead: true,
    HasAttachments: false,
    DateTimeReceived: wall(message.at),
    DateTimeSent: wall(message.at),
    From: { Mailbox: mailbox(message.from) },
    Sender: { Mailbox: mailbox(message.from) },
    ToRecipients: [mailbox(message.to)],
    CcRecipients: [],
    BccRecipients: null,
    Preview: message.snippet,
    ...(bodies ? { UniqueBody: { BodyType: 'HTML', Value: message.html, IsTruncated: false } } : {}),
    ConversationId,
    InternetMessageId: message.rfc,
  };
}

/** The answer of `GetCalendarView`: names and times, no guests. @param {Thread} thread */
export function viewAnswer(thread) {
  const Items = thread.messages.map((_, index) => meetingItem(thread, index));
  return JSON.stringify({ Body: { ResponseClass: 'Success', ResponseCode: 'NoError', Items } });
}

/** The answer of `GetCalendarEvent`: the last of them whole. @param {Thread} thread */
export function eventAnswer(thread) {
  const guest = (/** @type {{ address: string, name: string }} */ person) => ({
    Mailbox: mailbox(person),
    ResponseType: 'Accept',
  });
  const item = {
    ...meetingItem(thread, thread.messages.length - 1),
    MyResponseType: 'Organizer',
    Body: { BodyType: 'HTML', Value: thread.messages[0]?.html },
    RequiredAttendees: [guest(customerOf(thread)), guest(ME)],
    OptionalAttendees: [],
  };
  return JSON.stringify({
    Body: {
      ResponseMessages: { Items: [{ ResponseClass: 'Success', ResponseCode: 'NoError', Items: [item] }] },
    },
  });
}

/** @param {Thread} thread @param {number} index */
function meetingItem(thread, index) {
  const message = thread.messages[index];
  return {
    __type: 'CalendarItem:#Exchange',
    ItemId: { Id: itemId(message.hex), ChangeKey: 'DwAAABYA' },
    UID: `bench-${message.hex}@mail.example`,
    Subject: `${thread.subject} ${index}`,
    Start: wall(message.at),
    End: wall(message.at + 30 * MINUTE),
    IsAllDayEvent: false,
    IsCancelled: false,
    IsMeeting: true,
    IsRecurring: false,
    CalendarItemType: 'Single',
    Sensitivity: 'Normal',
    Organizer: { Mailbox: mailbox(ME) },
    StartTimeZoneId: 'UTC',
    Location: { DisplayName: 'Hall 3' },
  };
}

/** @param {Thread} thread */
const customerOf = (thread) => {
  const [first] = thread.messages;
  return first.from.address === ME.address ? first.to : first.from;
};

/** One event as Google Calendar's wire writes it. @param {Thread} thread @param {number} index */
function calendarEvent(thread, index) {
  const { hex, at } = thread.messages[index];
  const customer = customerOf(thread);
  /** @type {unknown[]} */
  const event = new Array(88).fill(null);
  const person = (/** @type {{ address: string, name: string }} */ { address, name }, self = false) => [
    address,
    name,
    null,
    self ? 1 : null,
  ];
  event[0] = `bench${hex}`;
  event[1] = 1;
  event[3] = at - 86_400_000;
  event[4] = at - 3_600_000;
  event[5] = `${thread.subject} ${index}`;
  event[7] = 'Hall 3';
  event[9] = person(ME, true);
  event[18] = `bench${hex}@calendar.example`;
  event[20] = [
    [...person(ME, true), null, null, 3, null],
    [...person(customer), null, null, 3, null],
  ];
  event[34] = person(ME, true);
  event[35] = [null, [at], 'Europe/Berlin'];
  event[36] = [null, [at + 30 * MINUTE], 'Europe/Berlin'];
  event[64] = [null, thread.messages[index].snippet];
  return event;
}

const guard = (/** @type {unknown} */ value) => `)]}'\n\n${JSON.stringify(value)}`;
const day = (/** @type {number} */ at) => Math.floor(at / 86_400_000);

/** The answer of `sync.prefetcheventrange`. @param {Thread} thread */
export const rangeAnswer = (thread) =>
  guard([
    [
      'range.answer',
      0,
      [null, [[ME.address, thread.messages.map((_, index) => calendarEvent(thread, index))]]],
    ],
  ]);

/** The answer of a poll that brought nothing. */
export const emptyPoll = guard([['sync.answer', 0, [null, null, null, null, 'next-token']]]);

/** What Google Calendar's page shows first. @param {Thread} thread @param {number} now ms since 1970 */
export function initialData(thread, now) {
  const data = new Array(45).fill(null);
  data[0] = [null, null, ME.address];
  data[33] = 'Europe/Berlin';
  const events = thread.messages.map((_, index) => [null, null, null, calendarEvent(thread, index)]);
  const range = [1, 1, [[null, null, day(now) - 21, day(now) + 21]], null, ME.address];
  data[39] = [null, [[ME.address, events], null, null, [null, [[null, null, null, null, null, range]]]]];
  return data;
}

/** Google Calendar's name of an event in its page. @param {string} hex */
export const eventCode = (hex) => Buffer.from(`bench${hex} me@m`).toString('base64').replace(/=+$/, '');

/** What the page needs to draw a thread, or a calendar, of a seed. @param {Thread} thread */
export function drawn(thread) {
  return {
    subject: thread.subject,
    conversation: conversationId(thread.hex),
    items: thread.messages.map((message, index) => ({
      item: itemId(message.hex),
      code: eventCode(message.hex),
      title: `${thread.subject} ${index}`,
      at: message.at,
      from: message.from,
      to: message.to,
      html: message.html,
    })),
  };
}
