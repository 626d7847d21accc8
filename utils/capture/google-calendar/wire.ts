import { censorValue } from '@/utils/capture/censor';
import { cleanAddress } from '@/utils/capture/clean';
import { openAnswerReader } from '@/utils/capture/google-calendar/guests';
import { eventId, sourceId, splitEventId } from '@/utils/capture/google-calendar/ids';
import { isInvited, isMine, meetingOf, type Reading } from '@/utils/capture/google-calendar/join';
import { BACK, openMadeOccurrences } from '@/utils/capture/google-calendar/made';
import { readZone } from '@/utils/capture/google-calendar/own-account';
import { hasOccurrence, isSeries, occurrenceOf } from '@/utils/capture/google-calendar/series';
import { readEvent, type WireEvent } from '@/utils/capture/google-calendar/wire-event';
import { openEventMemory } from '@/utils/capture/google-calendar/wire-memory';
import {
  type Found,
  findEvents,
  readAskedRanges,
  readDeleted,
} from '@/utils/capture/google-calendar/wire-walk';
import { at, isTooDeep, textAt } from '@/utils/capture/json';
import type { CaptureResult, Drift, Page, Wire, WireNews } from '@/utils/capture/page-adapter';
import type { TapEvent } from '@/utils/capture/tap/tap-event';

export interface CalendarWire extends Wire {
  find(ids: readonly string[]): WireEvent | undefined;
  capture(event: WireEvent, page: Page): CaptureResult;
}

/** The endpoint's name for what the page shows first. */
export const FIRST_PAINT = 'initialdata';
const LONGEST_REQUEST = 1_000_000;
const DEEP = { ok: false, why: 'too-deep' } as const;

export function openCalendarWire(): CalendarWire {
  const memory = openEventMemory();
  const made = openMadeOccurrences(memory);
  const answers = openAnswerReader();
  const learnt = new Set<string>();
  let version = answers.version();

  const readingOf = (page: Page): Reading => {
    const own = new Set([...page.own, ...learnt]);
    return { page, own, answers, zone: readZone(page.document) };
  };

  /** Keeps what the answer brought; gives what is news of it. */
  function* keepAll(found: Found, event: TapEvent, page: Page, news: WireNews): Generator<void, WireEvent[]> {
    const { own } = readingOf(page);
    const changed: WireEvent[] = [];
    const series = new Set<string>();
    for (const { raw, calendar } of found.events) {
      yield;
      const read = readEvent(raw, calendar);
      if (read === null) continue;
      if ('step' in read) {
        // One of a kind is enough: an answer can hold thousands.
        if (!news.drift.some(({ step }) => step === read.step))
          news.drift.push({ ok: false, step: read.step, shape: censorValue(raw) });
        continue;
      }
      if ('gone' in read) {
        changed.push(...cancel(read.gone, event.order, page.now()));
        continue;
      }
      const before = memory.find(read.id) ?? made.find(read.id);
      // Of a meeting that was cancelled the guests are gone: they were invited all the same.
      const emptied = read.status === 'cancelled' && read.guests.length === 0 && before;
      const next = emptied ? { ...before, status: read.status, updated: read.updated } : read;
      if (!memory.keep(next, event.order, own)) continue;
      if (next.original) made.take(next.id);
      if (next.organiser) answers.learn(next.id, next.guests, next.organiser.address);
      if (isSeries(next) || next.original) series.add(next.series);
      // One that lost its guests is news only to who knew them.
      const hasPeople = next.guests.length > 0 || before?.guests.length || isInvited(next, own);
      if (!isSeries(next) && hasPeople) changed.push(next);
    }
    for (const thin of found.thin) {
      const moved = memory.move(thin.id, thin.span, event.order);
      if (moved) changed.push(moved);
    }
    for (const id of found.ranges.length > 0 ? allSeries() : series) {
      const whole = memory.find(id);
      if (whole) changed.push(...made.layOut(whole, page.now()));
      yield;
    }
    return changed;
  }

  function* allSeries(): Generator<string> {
    for (const each of [...memory.all()]) if (isSeries(each)) yield each.id;
  }

  const cancel = (id: string, order: number, now: number): WireEvent[] => {
    const known = [memory.find(id), ...memory.ofSeries(id), ...made.take(id)];
    memory.drop(id, order);
    const all = new Map<string, WireEvent>();
    for (const each of known) {
      if (!each || isSeries(each)) continue;
      if (each.id !== id) memory.drop(each.id, order);
      // Of a series that is deleted, what has taken place has taken place.
      if (each.id === id || each.span.end > now) all.set(each.id, { ...each, status: 'cancelled' });
    }
    return [...all.values()];
  };

  /** What the meetings are that others take part in, the rep too, and that are not long over. */
  function* meetingsOf(events: Iterable<WireEvent>, page: Page): Generator<void, CaptureResult[]> {
    const reading = readingOf(page);
    const results: CaptureResult[] = [];
    for (const each of events) {
      yield;
      if (isSeries(each) || each.span.end < page.now() - BACK || !isMine(each, reading.own)) continue;
      results.push(meetingOf(each, reading));
    }
    return results;
  }

  const find = (ids: readonly string[]): WireEvent | undefined => {
    for (const name of ids) {
      const id = name.startsWith('gcal:') ? eventId(name.slice(5)) : null;
      if (id === null) continue;
      const known = memory.find(id) ?? made.find(id);
      if (known) return isSeries(known) ? undefined : known;
      const { series, original } = splitEventId(id);
      const whole = original ? memory.find(series) : undefined;
      if (whole && original && isSeries(whole) && !memory.isGone(id) && hasOccurrence(whole, original))
        return occurrenceOf(whole, original);
    }
    return undefined;
  };

  return {
    *read(event, page) {
      const news: WireNews = { sends: [], meetings: [], undone: [], heads: [], own: [], drift: [] };
      if (event.status < 200 || event.status >= 300) return news;
      const name = event.endpoint.replace(/^sync\./, '').slice(0, 40);
      // What else the further hosts serve is none of ours.
      const ours = /^(?:sync|prefetcheventrange|fetcheventrange|minievents|initialdata)$/.test(name);
      if (event.note !== '' && ours) news.drift.push({ ok: false, step: `${name}-${event.note}`, shape: '' });
      if (event.note !== '' || event.response === '') return news;
      const parsed = yield* parse(event.response);
      if (!parsed.ok) {
        if (ours) news.drift.push(notParsed(`${name}-${parsed.why}`, event.response));
        return news;
      }
      const found = yield* findEvents(parsed.value);
      const missing = ours ? missingIn(name, parsed.value, found) : null;
      if (missing) news.drift.push(missing);
      if (found.tooLarge) news.drift.push({ ok: false, step: `${name}-too-many`, shape: '' });
      if (name === FIRST_PAINT) {
        const address = cleanAddress(textAt(parsed.value, 0, 2));
        if (address !== null) {
          learnt.add(address);
          news.own.push(address);
        }
      }
      const asked = yield* readRequest(event.request);
      if (/eventrange$/.test(name)) found.ranges.push(...readAskedRanges(asked));
      for (const range of found.ranges) memory.addRange(range);
      const changed = yield* keepAll(found, event, page, news);
      if (name === 'sync') {
        const alive = new Set(found.events.map(({ raw }) => raw[0]));
        for (const id of readDeleted(asked))
          if (!alive.has(id)) changed.push(...cancel(id, event.order, page.now()));
      }
      // The last word on each, and all once more where it became clear what their answers mean.
      const relearnt = answers.version() !== version;
      version = answers.version();
      const known = relearnt ? [...memory.all(), ...made.all()].filter((each) => each.guests.length > 0) : [];
      const last = new Map([...known, ...changed].map((each) => [sourceId(each.id), each]));
      // Whose calendar this is decides which meetings are the rep's: without it none is.
      if (last.size > 0 && page.own.size + learnt.size === 0)
        news.drift.push({ ok: false, step: 'own-address', shape: `(${last.size} events)` });
      news.meetings = yield* meetingsOf(last.values(), page);
      return news;
    },
    find,
    capture: (event, page) => meetingOf(event, readingOf(page)),
    knows: (ids) => find(ids) !== undefined,
    // Other occurrences are meetings of their own.
    messagesOf: () => [],
    tookBack: () => [],
  };
}

type Parsed = { ok: true; value: unknown } | { ok: false; why: 'too-deep' | 'not-json' };

/** Answers begin with `)]}'`, so that no other site can load them as a script. */
function* parse(text: string): Generator<void, Parsed> {
  const bare = text.startsWith(")]}'") ? text.slice(4) : text;
  if (yield* isTooDeep(bare)) return DEEP;
  yield;
  try {
    const value: unknown = JSON.parse(bare);
    return { ok: true, value };
  } catch {
    return { ok: false, why: 'not-json' };
  } finally {
    yield;
  }
}

/** `f.req=<json>&cwuik=10&hl=en&secid=…`; null where there is no such thing. */
function* readRequest(body: string): Generator<void, unknown> {
  if (body === '' || body.length > LONGEST_REQUEST || !body.includes('f.req=')) return null;
  const asked = new URLSearchParams(body).get('f.req') ?? '';
  if (asked === '') return null;
  const parsed = yield* parse(asked);
  return parsed.ok ? parsed.value : null;
}

/** What must be there and is not: events are searched for, but an answer without its frame is not an empty one. */
function missingIn(name: string, value: unknown, { events, thin }: Found): Drift | null {
  if (events.length > 0 || thin.length > 0) return null;
  const frame =
    name === FIRST_PAINT
      ? at(value, 39, 1)
      : name === 'prefetcheventrange'
        ? at(value, 0, 2)
        : Array.isArray(value) || undefined;
  return frame === undefined ? { ok: false, step: `${name}-answer`, shape: censorValue(value) } : null;
}

function notParsed(step: string, text: string): Drift {
  return { ok: false, step, shape: `(${text.length} characters)` };
}
