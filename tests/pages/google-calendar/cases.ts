import type { TapEvent } from '@/utils/capture/tap/tap-event';
import { event } from '../../capture/support';
import {
  code,
  DAY,
  deleteRequest,
  ended,
  eva,
  HOUR,
  type InventedEvent,
  initialData,
  jon,
  MINUTE,
  me,
  pageHtml,
  rangeAnswer,
  rangeRequest,
  syncAnswer,
  updateRequest,
  wireEvent,
} from './shapes';

/** Address, page, wire, and what the worker is told in the end of each meeting: by id, the last word counts. */
export interface CalendarCase {
  name: string;
  about: string;
  html: () => string;
  events?: () => TapEvent[];
  url?: string;
  captured: Record<string, unknown>[];
  refused?: Record<string, unknown>[];
  open?: string[];
}

const start = ended();
const twoGuests: InventedEvent['guests'] = [
  { address: me, name: 'Mara Holt', answer: 'accepted' },
  { address: jon, name: 'Jon Berg', answer: 'accepted' },
  { address: eva, answer: 'tentative', optional: true },
];
const planning: InventedEvent = {
  id: 'planning000001',
  guests: twoGuests,
  place: 'Hall 3',
  meet: 'https://meet.google.com/abc-defg-hij',
  description: '<b>Agenda</b>: dates',
};
const range = (events: InventedEvent[], calendar = me, around = Date.now()) =>
  event(
    'sync.prefetcheventrange',
    rangeAnswer(events.map(wireEvent), calendar),
    rangeRequest(around - 21 * DAY, around + 21 * DAY, calendar),
  );
const sync = (events: InventedEvent[], request = '') =>
  event('sync.sync', syncAnswer(events.map(wireEvent)), request);
const empty = () => pageHtml({ first: initialData([]) });
const ids = (id: string) => [`event:${id}@calendar.example`, `gcal:${id}`];
const whole = {
  direction: 'sent',
  from: me,
  to: [jon],
  cc: [eva],
  subject: 'Rollout planning',
  sentAt: start,
  endsAt: start + 30 * MINUTE,
  ids: ids('planning000001'),
  threadId: 'event:planning000001@calendar.example',
  place: 'Hall 3',
  conferenceUrl: 'https://meet.google.com/abc-defg-hij',
  status: 'confirmed',
  myAnswer: 'organizer',
  answers: [
    [jon, 'accepted'],
    [eva, 'tentative'],
  ],
  allDay: false,
  recurring: false,
  account: me,
  text: '<b>Agenda</b>: dates',
};
const invited: InventedEvent = { ...planning, organiser: jon };
const weekly: InventedEvent = {
  id: 'weekly00000001',
  start: start - 14 * DAY,
  guests: twoGuests,
  rules: ['RRULE:FREQ=WEEKLY;COUNT=3'],
  zone: 'Etc/UTC',
};
const stamp = (instant: number) => new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '');
const weeklyIds = (at: number) => [
  `event:weekly00000001@calendar.example/${stamp(at)}`,
  `gcal:weekly00000001_${stamp(at)}`,
];
const dayNumber = Math.floor(Date.now() / DAY) - 3;

export const cases: CalendarCase[] = [
  {
    name: 'first-paint',
    about: 'a meeting with customers that the page itself carries, though nobody opened it',
    html: () => pageHtml({ first: initialData([wireEvent(planning)]) }),
    captured: [whole],
    open: [],
  },
  {
    name: 'range',
    about: 'a range that is loaded',
    html: empty,
    events: () => [range([planning])],
    captured: [whole],
  },
  {
    name: 'guests-elsewhere',
    about: 'guests and answers in a shape that nobody saw yet: elsewhere, each person a list of its own',
    html: empty,
    events: () => [range([{ ...planning, guestsAt: 71, nested: true, answers: 'links' }])],
    captured: [whole],
  },
  {
    name: 'answers-from-one',
    about: 'answers in the third of the known numberings',
    html: empty,
    events: () => [range([{ ...planning, answers: 'documented-from-1' }])],
    captured: [whole],
  },
  {
    name: 'answers-unknown',
    about: 'answers that nothing explains stay unknown',
    html: empty,
    events: () => [range([{ ...invited, guests: twoGuests.filter(({ address }) => address !== jon) }])],
    captured: [{ direction: 'received', from: jon, to: [me, eva], myAnswer: null, answers: [] }],
  },
  {
    name: 'invited',
    about: "a customer's invitation that the rep accepted",
    html: empty,
    events: () => [range([invited])],
    captured: [
      {
        direction: 'received',
        from: jon,
        to: [me],
        cc: [eva],
        myAnswer: 'accepted',
        answers: [
          [jon, 'organizer'],
          [eva, 'tentative'],
        ],
      },
    ],
  },
  {
    name: 'rooms-and-team-calendars',
    about:
      'rooms and team calendars have addresses and are nobody: the rep organises what a team calendar holds',
    html: empty,
    events: () => [
      range([
        {
          ...planning,
          organiser: `team@${'group.calendar.google.com'}`,
          guests: [...twoGuests, { address: `hall@${'resource.calendar.google.com'}`, name: 'Hall 3' }],
        },
      ]),
    ],
    captured: [{ from: me, direction: 'sent', to: [jon, eva], place: 'Hall 3' }],
  },
  {
    name: 'link-in-the-description',
    about: 'a conference whose link somebody wrote into the description',
    html: empty,
    events: () => [
      range([
        {
          ...planning,
          meet: undefined,
          description:
            '<a href="https://nordlicht.zoom.us/j/123456?pwd=x&amp;y=1">Join</a> https://zoom.us.evil.example/j/1',
        },
      ]),
    ],
    captured: [{ conferenceUrl: 'https://nordlicht.zoom.us/j/123456?pwd=x&y=1' }],
  },
  {
    name: 'guests-hidden',
    about: "a customer's invitation of which the calendar is not told who else comes",
    html: empty,
    events: () => [range([{ ...invited, guests: undefined }])],
    captured: [{ direction: 'received', from: jon, to: [], cc: [], guestsUnknown: true, myAnswer: null }],
  },
  {
    name: 'declined',
    about: 'a meeting that the rep declined is never handed over',
    html: empty,
    events: () => [
      range([
        {
          ...invited,
          guests: [
            { address: me, answer: 'declined' },
            { address: jon, answer: 'accepted' },
          ],
        },
      ]),
    ],
    captured: [],
    refused: [{ ids: ids('planning000001'), reason: 'declined-event' }],
  },
  {
    name: 'private',
    about: 'a private meeting is never handed over',
    html: empty,
    events: () => [range([{ ...planning, visibility: 3 }])],
    captured: [],
    refused: [{ ids: ids('planning000001'), reason: 'private-event' }],
  },
  {
    name: 'private-on-the-page',
    about: 'a meeting that only its bubble calls private',
    html: () =>
      pageHtml({
        first: initialData([wireEvent(planning)]),
        bubble: code('planning000001'),
        privateRow: 'Private',
      }),
    captured: [whole],
    refused: [{ ids: ids('planning000001'), reason: 'private-event' }],
    open: ['gcal:planning000001'],
  },
  {
    name: 'no-customer',
    about: 'meetings without anybody from outside, and those of colleagues, are told to nobody',
    html: empty,
    events: () => [
      range([
        { id: 'lunch000000001', guests: [{ address: me, answer: 'accepted' }] },
        { id: 'focus000000001' },
      ]),
      range(
        [{ id: 'theirs00000001', organiser: jon, guests: [{ address: jon }, { address: eva }] }],
        'colleague@nordlicht.example',
      ),
    ],
    captured: [],
    refused: [],
  },
  {
    name: 'opened',
    about: 'an open bubble says what is open, by its ids alone',
    html: () => pageHtml({ first: initialData([wireEvent(planning)]), bubble: code('planning000001') }),
    captured: [whole],
    open: ['gcal:planning000001'],
  },
  {
    name: 'bubble-closed',
    about: 'a bubble that is closed stays in the page and counts for nothing',
    html: () => pageHtml({ first: initialData([]), bubble: code('planning000001'), closed: true }),
    captured: [],
    open: [],
  },
  {
    name: 'bubble-alone',
    about: 'a bubble whose event the wire does not know gives nothing',
    html: () => pageHtml({ first: initialData([]), bubble: code('planning000001') }),
    captured: [],
    open: ['gcal:planning000001'],
  },
  {
    name: 'edit-page',
    about: 'the page on which a meeting is edited',
    html: () => pageHtml({ first: initialData([wireEvent(planning)]) }),
    url: `https://calendar.google.com/calendar/u/0/r/eventedit/${code('planning000001')}`,
    captured: [whole],
    open: ['gcal:planning000001'],
  },
  {
    name: 'moved',
    about: 'a meeting that was moved is handed over again, under the same name',
    html: empty,
    events: () => [
      range([planning]),
      sync([{ ...planning, start: start - HOUR, updated: Date.now() }], updateRequest('planning000001')),
    ],
    captured: [{ ...whole, sentAt: start - HOUR, endsAt: start - 30 * MINUTE }],
  },
  {
    name: 'moved-in-a-small-view',
    about: 'a small view without guests says only when it takes place',
    html: empty,
    events: () => [
      range([planning]),
      event('minievents', [
        [
          'planning000001',
          [start - HOUR, start, 0],
          null,
          null,
          null,
          null,
          null,
          ['Rollout planning', 'Hall 3'],
        ],
        ['unknown0000001', [start, start + HOUR, 0], null, null, null, null, null, ['Nobody knows this one']],
      ]),
    ],
    captured: [{ ...whole, sentAt: start - HOUR, endsAt: start }],
  },
  {
    name: 'older-answer',
    about: 'an answer that was asked for earlier does not bring back what was',
    html: empty,
    events: () => {
      const late = range([planning]);
      return [sync([{ ...planning, title: 'Newer', updated: Date.now() }]), late];
    },
    captured: [{ ...whole, subject: 'Newer' }],
  },
  {
    name: 'deleted',
    about: 'a meeting that the rep deletes is told as cancelled',
    html: empty,
    events: () => [range([planning]), sync([], deleteRequest('planning000001'))],
    captured: [{ ...whole, status: 'cancelled' }],
  },
  {
    name: 'cancelled',
    about: 'a meeting that its organiser cancels, of which nothing but a name is left',
    html: empty,
    events: () => {
      const gone = wireEvent({ id: 'planning000001', status: 3 }).map((each, i) => (i < 2 ? each : null));
      return [range([invited]), event('sync.sync', syncAnswer([gone]))];
    },
    captured: [{ from: jon, status: 'cancelled', to: [me], sentAt: start }],
  },
  {
    name: 'deleted-and-back',
    about: 'a deletion that is taken back',
    html: empty,
    events: () => [
      range([planning]),
      sync([], deleteRequest('planning000001', 6)),
      sync([{ ...planning, updated: Date.now() }]),
    ],
    captured: [whole],
  },
  {
    name: 'whole-days',
    about: "whole days begin at midnight in the rep's own zone",
    html: empty,
    events: () => [range([{ ...planning, days: [dayNumber, dayNumber + 2], title: 'Fair' }])],
    captured: [
      {
        subject: 'Fair',
        allDay: true,
        // Nordlicht is in Berlin: an hour or two ahead.
        startHours: [-1, -2],
        hours: [47, 48, 49],
      },
    ],
  },
  {
    name: 'series',
    about: 'each occurrence of a series is a meeting of its own, by its original start',
    html: empty,
    events: () => [range([weekly])],
    captured: [start - 14 * DAY, start - 7 * DAY, start].map((at) => ({
      ids: weeklyIds(at),
      sentAt: at,
      recurring: true,
      threadId: 'event:weekly00000001@calendar.example',
    })),
  },
  {
    name: 'series-with-exception',
    about:
      'an occurrence that was moved keeps the name of its original start; a deleted one is told as cancelled',
    html: empty,
    events: () => [
      range([
        weekly,
        {
          ...weekly,
          id: `weekly00000001_${stamp(start - 7 * DAY)}`,
          rules: [],
          start: start - 6 * DAY,
          title: 'Moved',
        },
      ]),
      sync([], deleteRequest(`weekly00000001_${stamp(start)}`)),
    ],
    captured: [
      { ids: weeklyIds(start - 14 * DAY), sentAt: start - 14 * DAY },
      { ids: weeklyIds(start - 7 * DAY), sentAt: start - 6 * DAY, subject: 'Moved' },
      { ids: weeklyIds(start), status: 'cancelled' },
    ],
  },
  {
    name: 'series-not-understood',
    about: 'of a rule that is not understood only the opened occurrence is read',
    html: () => pageHtml({ first: initialData([]), bubble: code(`weekly00000001_${stamp(start)}`) }),
    events: () => [range([{ ...weekly, rules: ['RRULE:FREQ=HOURLY;BYSETPOS=3'] }])],
    captured: [{ ids: weeklyIds(start), sentAt: start }],
    open: [`gcal:weekly00000001_${stamp(start)}`],
  },
  {
    name: 'series-ends-earlier',
    about: 'a series that is made to end earlier: what lies ahead is cancelled, what was stays',
    html: empty,
    events: () => {
      const ahead = { ...weekly, rules: ['RRULE:FREQ=WEEKLY;COUNT=4'] };
      return [range([ahead]), sync([{ ...weekly, updated: Date.now() }])];
    },
    captured: [-14, -7, 0, 7].map((days) => ({
      ids: weeklyIds(start + days * DAY),
      status: days > 0 ? 'cancelled' : 'confirmed',
    })),
  },
  {
    name: 'series-deleted',
    about: 'a series that is deleted whole: what has taken place has taken place',
    html: empty,
    events: () => [
      range([{ ...weekly, rules: ['RRULE:FREQ=WEEKLY;COUNT=4'] }]),
      sync([], deleteRequest('weekly00000001')),
    ],
    captured: [-14, -7, 0, 7].map((days) => ({
      ids: weeklyIds(start + days * DAY),
      status: days > 0 ? 'cancelled' : 'confirmed',
    })),
  },
  {
    name: 'series-named-by-the-wire',
    about:
      'where the answer names the occurrences itself, those alone count: one that is missing was deleted',
    html: empty,
    events: () => [
      range([
        weekly,
        ...[start - 14 * DAY, start].map((at) => ({
          ...weekly,
          id: `weekly00000001_${stamp(at)}`,
          rules: [],
          start: at,
        })),
      ]),
    ],
    captured: [start - 14 * DAY, start].map((at) => ({ ids: weeklyIds(at), sentAt: at })),
  },
];
