import {
  exchangeDrift,
  field,
  findItems,
  isErrorAnswer,
  listField,
  notParsed,
  parseExchange,
  readRequest,
  textField,
} from '@/utils/capture/outlook/exchange-json';
import { openEventMemory } from '@/utils/capture/outlook-calendar/event-memory';
import {
  type ExchangeEvent,
  isEvent,
  readExchangeEvent,
} from '@/utils/capture/outlook-calendar/exchange-event';
import { fromWire, isWhole } from '@/utils/capture/outlook-calendar/join';
import { meetingNames } from '@/utils/capture/outlook-calendar/meeting-names';
import { readHints } from '@/utils/capture/outlook-calendar/wire-hints';
import type { Page, Wire, WireNews } from '@/utils/capture/page-adapter';
import type { TapEvent } from '@/utils/capture/tap/tap-event';
import type { SeenMeeting } from '@/utils/model/captured';

export interface CalendarWire extends Wire {
  find(ids: readonly string[]): ExchangeEvent | undefined;
}

/** Actions that bring events, and must be understood. Builds add words: `GetCalendarViewAction_PrefetchMonth`. */
const calendarAnswer = /^GetCalendar(?:View|Event)/i;
/** Actions that change events. */
const change = /^(?:Create|Update|Cancel)(?:Calendar|Item|Event)/i;
/** Mail's, and a reminder's subject and time. Messages between the page and its workers (`port`) can hold events. */
const others = /^(?:GetReminders|GetConversation|Find|Send|Respond|startupdata|GetOwaUser|GetMailbox)/i;

export function openCalendarWire(): CalendarWire {
  const memory = openEventMemory();

  function* readAnswer(
    event: TapEvent,
    answer: unknown,
    zone: string,
    news: WireNews,
  ): Generator<void, ExchangeEvent[]> {
    const read: ExchangeEvent[] = [];
    const known = calendarAnswer.test(event.endpoint);
    const items = (yield* findItems(answer)).filter(isEvent);
    if (items.length === 0 && known && !isErrorAnswer(answer) && !saysNothing(answer)) {
      news.drift.push(exchangeDrift(`${nameOf(event)}-items`, answer));
    }
    for (const item of items) {
      const one = readExchangeEvent(item, zone);
      if (one && ((one.start && one.end) || one.type === 'master')) read.push(one);
      else if (known) news.drift.push(exchangeDrift(`${nameOf(event)}-event`, item));
      yield;
    }
    return read;
  }

  return {
    *read(event, page) {
      const news: WireNews = { sends: [], meetings: [], undone: [], heads: [], own: [], drift: [] };
      const known = calendarAnswer.test(event.endpoint);
      if (event.status < 200 || event.status >= 300 || others.test(event.endpoint)) return news;
      if (event.note !== '') {
        if (known) news.drift.push({ ok: false, step: `${nameOf(event)}-${event.note}`, shape: '' });
        return news;
      }
      const changes = change.test(event.endpoint);
      // Most of what this tap hears is mail: an event has an end, whatever else it has.
      if (event.response === '' || !(known || changes || event.response.includes('"End"'))) return news;
      const answer = yield* parseExchange(event.response);
      if (!answer.ok) {
        if (known) news.drift.push(notParsed(nameOf(event), answer.why, event.response));
        return news;
      }
      const request = yield* readRequest(event);
      const asked = request?.ok ? request.value : null;
      const zone = textField(asked, 'Header', 'TimeZoneContext', 'TimeZoneDefinition', 'Id');
      const touched = new Map<string, ExchangeEvent>();
      if (changes && asked !== null) {
        for (const each of readHints(event.endpoint, asked, answer.value, zone, memory))
          touched.set(each.itemId, each);
      }
      for (const each of yield* readAnswer(event, answer.value, zone, news)) {
        const kept = memory.keep(each);
        touched.set(kept.itemId, kept);
      }
      yield;
      const seen: SeenMeeting[] = [];
      for (const each of touched.values()) {
        yield;
        if (each.uid === undefined || isElsewhere(each, page)) continue;
        if (!isWhole(each)) {
          const stands = whereItStands(each, page.now());
          if (stands) seen.push(stands);
          continue;
        }
        news.meetings.push(fromWire(page, each));
      }
      if (seen.length > 0) news.seen = seen;
      return news;
    },
    find: (ids) => memory.find(ids),
    knows(ids) {
      const event = memory.find(ids);
      return event !== undefined && isWhole(event);
    },
    messagesOf: () => [],
    tookBack: () => [],
  };
}

/** One in somebody else's calendar, which is shown beside the rep's, is not offered unopened. */
function isElsewhere({ mailbox }: ExchangeEvent, page: Page): boolean {
  return mailbox !== undefined && page.account !== null && mailbox !== page.account && !page.own.has(mailbox);
}

const DAY = 86_400_000;

/** For a meeting that was proposed or logged before: it may have moved since. Nothing of a private one. */
function whereItStands(event: ExchangeEvent, now: number): SeenMeeting | null {
  const { start, end, allDay, cancelled, answer } = event;
  if (!start?.sure || !end?.sure || event.private || event.type === 'master') return null;
  if (start.at < now - 60 * DAY || start.at > now + 45 * DAY) return null;
  const ids = meetingNames(event);
  return {
    ids,
    startsAt: start.at,
    endsAt: Math.max(start.at, end.at),
    allDay: allDay === true,
    cancelled: cancelled === true,
    myAnswer: answer ?? null,
  };
}

/** The action's name without what builds add to it. */
function nameOf({ endpoint }: TapEvent): string {
  return /^[A-Za-z]{1,40}/.exec(endpoint)?.[0].replace(/Action$/i, '') ?? 'answer';
}

/** A calendar without events in this week, or an answer of which every part says that it could not be done. */
function saysNothing(answer: unknown): boolean {
  const items = field(answer, 'Body', 'Items');
  const parts = listField(answer, 'Body', 'ResponseMessages', 'Items');
  const failed = (part: unknown) => textField(part, 'ResponseClass') === 'Error';
  return (Array.isArray(items) && items.length === 0) || (parts.length > 0 && parts.every(failed));
}
