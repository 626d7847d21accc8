import { cleanLine, cut } from '@/utils/capture/clean';
import { exchangeDate } from '@/utils/capture/outlook/exchange-date';
import { field, listField, textField, typeOf } from '@/utils/capture/outlook/exchange-json';
import { mailbox, peopleOf } from '@/utils/capture/outlook/exchange-people';
import { placeOfZone } from '@/utils/capture/outlook-calendar/place-of-zone';
import type { MeetingAnswer, Person } from '@/utils/model/captured';
import { mailId } from '@/utils/understand/exchange-id';
import { exchangeOccurrenceDay, normalUid } from '@/utils/understand/meeting-id';
import { instantOf } from '@/utils/understand/wall-time';

/** The longest description that a capture may carry, in UTF-16 units. */
const MAX_BODY = 400_000;
const LATEST = 4_102_444_800_000;

/** A moment of the event; `sure` is false where its zone had to be supposed. */
export interface Moment {
  at: number;
  sure: boolean;
  /** `YYYYMMDD` as the text itself says. */
  day: string;
}

/** Whom the event has, where an answer says it: a view of the calendar does not. */
export interface Guests {
  required: Person[];
  optional: Person[];
  /** Names of people of the directory, whose address is not told. */
  hidden: string[];
  answers: { address: string; answer: MeetingAnswer }[];
  malformed: boolean;
}

/** An event as one answer has it. What is undefined was not said there. */
export interface ExchangeEvent {
  /** `owa:` and the item's id. */
  itemId: string;
  uid?: string;
  /** The day of the occurrence that the UID itself names, `YYYYMMDD`. */
  uidDay?: string;
  type?: 'single' | 'occurrence' | 'exception' | 'master';
  start?: Moment;
  end?: Moment;
  originalStart?: Moment;
  subject?: string;
  allDay?: boolean;
  cancelled?: boolean;
  private?: boolean;
  isMeeting?: boolean;
  recurring?: boolean;
  /** The mailbox's own answer; null for one that is not known. */
  answer?: MeetingAnswer | null;
  place?: string;
  conferenceUrl?: string;
  organiser?: Person;
  organiserName?: string;
  guests?: Guests;
  body?: { type: 'html' | 'text'; content: string; clipped: boolean };
  /** The mailbox whose calendar it stands in. */
  mailbox?: string;
}

const answers: Record<string, MeetingAnswer> = {
  Organizer: 'organizer',
  Accept: 'accepted',
  Tentative: 'tentative',
  Decline: 'declined',
  NoResponseReceived: 'none',
};

const types: Record<string, NonNullable<ExchangeEvent['type']>> = {
  Single: 'single',
  Occurrence: 'occurrence',
  Exception: 'exception',
  RecurringMaster: 'master',
};

/** Whether an item is an appointment, and no mail about one (its class is `IPM.Schedule.Meeting.Request` and the like). */
export function isEvent(item: object): boolean {
  const type = typeOf(item);
  if (type !== '' && !/^Calendar(?:Item|Event)|^ClientCalendarEvent/.test(type)) return false;
  if (/^IPM\.(?:Schedule|Note)/i.test(textField(item, 'ItemClass'))) return false;
  return type !== '' || textField(item, 'End') !== '';
}

/**
 * Reads an event, or what a request says of one (`itemId` is then told). `zone` is the one that the request asked its
 * times in. Null where it has no id or its times are none.
 */
export function readExchangeEvent(item: unknown, zone: string, itemId?: string): ExchangeEvent | null {
  const id = itemId ?? mailId(textField(item, 'ItemId', 'Id'));
  if (id === null) return null;
  const zones = [zone, textField(item, 'StartTimeZoneId')];
  const event: ExchangeEvent = { itemId: id };
  for (const [key, name] of [
    ['start', 'Start'],
    ['end', 'End'],
    ['originalStart', 'OriginalStart'],
  ] as const) {
    const raw = textField(item, name);
    if (raw === '') continue;
    const moment = readMoment(raw, zones);
    if (moment) event[key] = moment;
    else if (key !== 'originalStart') return null;
  }
  readNames(item, event);
  readState(item, event);
  readPeople(item, event);
  readWords(item, event);
  return event;
}

/** A time without offset is read in the first of these zones that has a name, Windows' or IANA's. */
function readMoment(raw: string, zones: readonly string[]): Moment | null {
  const date = exchangeDate(raw);
  if (!date || date.at > LATEST) return null;
  const moment = { at: date.at, sure: date.sure, day: date.wall.slice(0, 10).replaceAll('-', '') };
  if (date.sure) return moment;
  for (const zone of zones) {
    const place = placeOfZone(zone);
    const at = place === null ? null : instantOf(Date.parse(`${date.wall}Z`), place);
    if (at !== null) return { ...moment, at, sure: true };
  }
  return moment;
}

function readNames(item: unknown, event: ExchangeEvent): void {
  const own = textField(item, 'UID');
  const series = textField(item, 'SeriesId');
  const uid = normalUid(own) || normalUid(series);
  if (uid !== '') event.uid = uid;
  const day = exchangeOccurrenceDay(own);
  if (day !== null) event.uidDay = day;
  const type = types[textField(item, 'CalendarItemType')];
  if (type) event.type = type;
  const recurring = field(item, 'IsRecurring');
  const inSeries = series !== '' || textField(item, 'SeriesMasterItemId', 'Id') !== '' || day !== null;
  if (typeof recurring === 'boolean' || inSeries) event.recurring = recurring === true || inSeries;
}

function readState(item: unknown, event: ExchangeEvent): void {
  for (const [key, name] of [
    ['allDay', 'IsAllDayEvent'],
    ['cancelled', 'IsCancelled'],
    ['isMeeting', 'IsMeeting'],
  ] as const) {
    const value = field(item, name);
    if (typeof value === 'boolean') event[key] = value;
  }
  const sensitivity = textField(item, 'Sensitivity');
  // Personal and confidential ones are nobody else's either.
  if (sensitivity !== '') event.private = sensitivity !== 'Normal';
  const answer = textField(item, 'MyResponseType') || textField(item, 'ResponseType');
  if (answer !== '') event.answer = answers[answer] ?? null;
}

function readPeople(item: unknown, event: ExchangeEvent): void {
  const organiser = mailbox(field(item, 'Organizer'));
  if (organiser.kind === 'person') event.organiser = organiser.person;
  else if (organiser.name !== '') event.organiserName = organiser.name;
  const [required, optional] = [listField(item, 'RequiredAttendees'), listField(item, 'OptionalAttendees')];
  // Null or an empty list is written where there is nobody, and where nobody was asked for.
  if (required.length > 0 || optional.length > 0) event.guests = readGuests(required, optional);
  const info = textField(item, 'mailboxInfo', 'mailboxSmtpAddress');
  const owner = info === '' ? null : mailbox({ EmailAddress: info });
  if (owner?.kind === 'person') event.mailbox = owner.person.address;
}

function readGuests(required: readonly unknown[], optional: readonly unknown[]): Guests {
  const [needed, asked] = [peopleOf(required), peopleOf(optional)];
  const said: Guests['answers'] = [];
  for (const each of [...required, ...optional].slice(0, 500)) {
    const one = mailbox(each);
    const answer = answers[textField(each, 'ResponseType')];
    if (one.kind === 'person' && answer) said.push({ address: one.person.address, answer });
  }
  return {
    required: needed.people,
    optional: asked.people,
    hidden: [...new Set([...needed.hidden, ...asked.hidden])].slice(0, 100),
    answers: said,
    malformed: needed.malformed || asked.malformed,
  };
}

function readWords(item: unknown, event: ExchangeEvent): void {
  const subject = field(item, 'Subject');
  if (typeof subject === 'string') event.subject = cleanLine(subject, 1000);
  const place =
    textField(item, 'Location', 'DisplayName') ||
    textField(item, 'EnhancedLocation', 'DisplayName') ||
    textField(item, 'Location');
  if (place !== '') event.place = cleanLine(place, 500);
  const link =
    secureLink(textField(item, 'OnlineMeetingJoinUrl')) ||
    secureLink(textField(item, 'JoinOnlineMeetingUrl')) ||
    secureLink(place);
  if (link !== '') event.conferenceUrl = link;
  for (const name of ['Body', 'NormalizedBody', 'UniqueBody']) {
    const content = textField(item, name, 'Value');
    if (content === '') continue;
    event.body = {
      type: textField(item, name, 'BodyType') === 'Text' ? 'text' : 'html',
      content: cut(content, MAX_BODY),
      clipped: content.length > MAX_BODY || field(item, name, 'IsTruncated') === true,
    };
    break;
  }
}

/** An https address as it stands, or an empty string. */
function secureLink(raw: string): string {
  const text = raw.trim();
  if (!/^https:\/\/[^\s<>"]+$/i.test(text) || text.length > 2000 || !URL.canParse(text)) return '';
  return text;
}
