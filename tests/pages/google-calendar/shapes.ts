/*
 * Invented calendars in Google Calendar's shapes: what is known of them (a real page of 2025-09, published readers), and
 * guests where no recording shows them, in several ways. No recording of an answer is public: all of this is built.
 */

export const me = 'mara@nordlicht.example';
export const jon = 'jon@kunde.example';
export const eva = 'eva@kunde.example';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const calendarUrl = 'https://calendar.google.com/calendar/u/0/r/week';

/** The last full hour, two hours ago: a meeting of half an hour has ended. */
export const ended = () => Math.floor(Date.now() / HOUR) * HOUR - 2 * HOUR;

export type Answers = 'links' | 'documented' | 'documented-from-1';
/** How each of the three writes: needs action, accepted, declined, tentative. */
const codes: Record<Answers, [number | null, number, number, number]> = {
  links: [0, 1, 2, 3],
  documented: [0, 3, 1, 2],
  'documented-from-1': [1, 4, 2, 3],
};
export type Answer = 'none' | 'accepted' | 'declined' | 'tentative';
const order: Answer[] = ['none', 'accepted', 'declined', 'tentative'];

export interface InventedGuest {
  address: string;
  name?: string;
  answer?: Answer;
  optional?: boolean;
}

export interface InventedEvent {
  id: string;
  title?: string;
  start?: number;
  minutes?: number;
  /** Days since 1970, the end exclusive. */
  days?: [number, number];
  zone?: string;
  organiser?: string;
  guests?: InventedGuest[];
  uid?: string;
  rules?: string[];
  place?: string;
  meet?: string;
  description?: string;
  status?: unknown;
  visibility?: unknown;
  updated?: number;
  answers?: Answers;
  /** Where the list of guests stands, and whether each person is a list of its own. */
  guestsAt?: number;
  nested?: boolean;
}

const self = (address: string) => (address === me ? 1 : null);

/** One event as the wire writes it. */
export function wireEvent(made: InventedEvent): unknown[] {
  const { id, start = ended(), minutes = 30, zone = 'Europe/Berlin', organiser = me, days } = made;
  const event: unknown[] = Array.from({ length: 88 }, () => null);
  const base = id.replace(/_\d{8}(T\d{6}Z)?$/, '');
  event[0] = id;
  event[1] = made.status === undefined ? 1 : made.status;
  event[2] = `https://www.google.com/calendar/event?eid=${code(id)}`;
  event[3] = start - 7 * DAY;
  event[4] = made.updated ?? start - DAY;
  event[5] = made.title ?? 'Rollout planning';
  event[7] = made.place ?? null;
  event[9] = [organiser, 'Organiser Name', null, self(organiser)];
  event[12] = made.rules ?? null;
  event[17] = made.visibility ?? null;
  event[18] = made.uid ?? `${base}@calendar.example`;
  event[34] = [organiser, organiser === me ? 'Mara Holt' : 'Jon Berg', null, self(organiser)];
  event[35] = days ? [days[0] * DAY] : [null, [start], zone];
  event[36] = days ? [days[1] * DAY] : [null, [start + minutes * MINUTE], zone];
  event[39] = '"3517000000000000"';
  if (made.meet) event[57] = [null, [[1, made.meet, 'meet']], ['abc', [null, 'x']]];
  event[64] = made.description === undefined ? null : [null, made.description];
  if (made.guests) event[made.guestsAt ?? 20] = made.guests.map((guest) => row(guest, made));
  return event;
}

function row(guest: InventedGuest, { answers = 'documented', nested = false }: InventedEvent): unknown[] {
  const person = [guest.address, guest.name ?? null, null, self(guest.address)];
  const answer = codes[answers][order.indexOf(guest.answer ?? 'none')];
  const rest = [null, guest.optional ? 1 : null, answer, null];
  return nested ? [null, person, ...rest] : [...person, ...rest];
}

/** `data-eventid` and `eid=`. */
export function code(id: string, calendar = 'me@m'): string {
  return Buffer.from(`${id} ${calendar}`).toString('base64').replace(/=+$/, '');
}

const day = (instant: number) => Math.floor(instant / DAY);

/** What the page shows first. */
export function initialData(events: unknown[][], calendar = me, around = Date.now()): unknown {
  const data: unknown[] = Array.from({ length: 45 }, () => null);
  data[0] = [null, null, me];
  data[8] = ['https://calendarsync-pa.clients6.google.com'];
  data[33] = 'Europe/Berlin';
  const changes = [calendar, events.map((event) => [null, null, null, event])];
  const ranges = [
    [
      null,
      null,
      null,
      null,
      null,
      [1, 1, [[null, null, day(around) - 21, day(around) + 21]], null, calendar],
    ],
  ];
  data[39] = [null, [changes, null, null, [null, ranges]]];
  return data;
}

export const guard = (value: unknown) => `)]}'\n\n${JSON.stringify(value)}`;

/** The answer to `sync.prefetcheventrange`, and what was asked. */
export function rangeAnswer(events: unknown[][], calendar = me): string {
  return guard([['range.answer', 0, [null, [[calendar, events]]]]]);
}

export function rangeRequest(from: number, to: number, calendar = me): string {
  const asked = [
    [
      [null, calendar],
      [null, null, day(from), day(to)],
      [null, 3, 'WEB'],
      [null, 1],
    ],
  ];
  return `f.req=${encodeURIComponent(JSON.stringify(asked))}&cwuik=10&hl=en&secid=abc`;
}

/** The answer to `sync.sync`: a poll, or what a change came to. */
export function syncAnswer(events: unknown[][], calendar = me): string {
  const changes = events.length > 0 ? [[calendar, events.map((event) => [null, null, null, event])]] : null;
  return guard([['sync.answer', 0, [null, null, null, changes, 'next-token']]]);
}

/** The request that deletes an event. */
export function deleteRequest(id: string, opcode = 4): string {
  const patch = [...Array.from({ length: 20 }, () => null), []];
  const operation = [opcode, null, [[null, [id, null, null, [patch], 0]], me], null, null, 12];
  return `f.req=${encodeURIComponent(JSON.stringify([[[], 'token', null, null, [operation]]]))}&secid=abc`;
}

/** The request that changes an event's title. */
export function updateRequest(id: string): string {
  const operation = [
    11,
    null,
    [[null, [id, null, null, [[null, [null, 'New title']]], 0]], me],
    null,
    null,
    13,
  ];
  return `f.req=${encodeURIComponent(JSON.stringify([[[], 'token', null, null, [operation]]]))}&secid=abc`;
}

export interface InventedPage {
  first?: unknown;
  bubble?: string;
  /** The bubble stands in the page, closed. */
  closed?: boolean;
  privateRow?: string;
  zone?: string;
}

/** The calendar's page; with a bubble, where one is open. */
export function pageHtml({
  first,
  bubble,
  closed,
  privateRow,
  zone = 'Europe/Berlin',
}: InventedPage = {}): string {
  const data = first === undefined ? '' : JSON.stringify(first).replaceAll('<', '\\u003c');
  const script =
    first === undefined ? '' : `<script id="initialdata" type="application/json">${data}</script>`;
  return `<!doctype html><html><head><title>Nordlicht - Calendar</title></head><body>
<div id="xUserInfo" hidden><span id="xUserEmail">${me}</span><span id="xTimezone">${zone}</span></div>${script}
<div role="main"><div role="button" data-eventchip data-eventid="${bubble ?? ''}"><div class="XuJrye">3pm to 4pm, Rollout planning</div></div></div>
${bubble === undefined ? '' : bubbleHtml(bubble, closed, privateRow)}</body></html>`;
}

function bubbleHtml(id: string, closed = false, privateRow = ''): string {
  return `<div role="dialog" aria-labelledby="rAECCd" class="ecHOgf"${closed ? ' hidden' : ''}><div id="xDetDlg" data-eventid="${id}" jslog="35389; 14:[2]">
<span id="rAECCd">Rollout planning</span><div id="xDetDlgWhen">Tuesday</div><div id="xDetDlgAtt"><div data-email="${jon}" aria-label="Jon Berg, Attending">Jon Berg</div></div>
<div id="xDetDlgDesc">A secret sentence</div><div id="xDetDlgPrv">${privateRow}</div></div></div>`;
}
