import { cleanLine } from '@/utils/capture/clean';
import { eventId } from '@/utils/capture/google-calendar/ids';
import { looksLikeEvent, type Span, spanOf } from '@/utils/capture/google-calendar/wire-event';
import { at, numberAt, textAt } from '@/utils/capture/json';

/** Days that an answer covers whole, for one calendar; days since 1970, the last one included. */
export interface Range {
  calendar: string;
  from: number;
  to: number;
}

/** An event without guests, as a small view is given it. */
export interface ThinEvent {
  id: string;
  span: Span;
  title: string;
  place: string;
}

export interface Found {
  events: { raw: unknown[]; calendar: string }[];
  thin: ThinEvent[];
  ranges: Range[];
  /** The walk ended before the answer did. */
  tooLarge: boolean;
}

const MAX_NODES = 1_000_000;
const MAX_EVENTS = 5000;
const MAX_DEPTH = 20;

/**
 * Finds events wherever they stand: in `[calendar, [EVENT…]]` (a range), in `[calendar, [[null, null, null, EVENT]…]]`
 * (changes, and what the page shows first), and in shapes to come. What lies inside of an event is not searched.
 */
export function* findEvents(root: unknown): Generator<void, Found> {
  const found: Found = { events: [], thin: [], ranges: [], tooLarge: false };
  const stack: { value: unknown; calendar: string; depth: number }[] = [
    { value: root, calendar: '', depth: 0 },
  ];
  for (let count = 1; ; count += 1) {
    const next = stack.pop();
    if (!next) return found;
    if (count > MAX_NODES || found.events.length >= MAX_EVENTS) {
      found.tooLarge = true;
      return found;
    }
    if (count % 200 === 0) yield;
    const { value, depth } = next;
    const children = childrenOf(value);
    if (!children || depth > MAX_DEPTH) continue;
    if (looksLikeEvent(value)) {
      found.events.push({ raw: value, calendar: next.calendar });
      continue;
    }
    const thin = readThin(children);
    if (thin) {
      found.thin.push(thin);
      continue;
    }
    const range = readRange(children);
    if (range && found.ranges.length < 1000) found.ranges.push(range);
    const named = typeof children[0] === 'string' && children[0].includes('@') && Array.isArray(children[1]);
    const calendar = named ? textAt(children, 0).slice(0, 320).toLowerCase() : next.calendar;
    for (let i = Math.min(children.length, 20_000) - 1; i >= 0; i -= 1) {
      const child = children[i];
      if (typeof child === 'object' && child !== null)
        stack.push({ value: child, calendar, depth: depth + 1 });
    }
  }
}

function childrenOf(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null ? Object.values(value) : null;
}

/** `[id, [start ms, end ms, whole days], …, [7] = [title, place, …]]`. 2026-03 */
function readThin(row: unknown[]): ThinEvent | null {
  const id = eventId(row[0]);
  const [start, end, allDay] = [numberAt(row, 1, 0), numberAt(row, 1, 1), at(row, 1, 2)];
  if (id === null || start === null || end === null) return null;
  const whole = allDay === true || allDay === 1;
  const span = whole ? spanOf([start], [end]) : spanOf([null, [start]], [null, [end]]);
  if (!span) return null;
  return {
    id,
    span,
    title: cleanLine(textAt(row, 7, 0), 1000),
    place: cleanLine(textAt(row, 7, 1), 500),
  };
}

/** `[1, 1, [[null, null, first day, last day]], null, calendar, …]`: what the page holds already. 2025-09 */
function readRange(row: unknown[]): Range | null {
  const days = readDays(at(row, 2, 0));
  const calendar = textAt(row, 4).toLowerCase();
  return days && calendar.includes('@') ? { calendar: calendar.slice(0, 320), ...days } : null;
}

function readDays(value: unknown): { from: number; to: number } | null {
  if (!Array.isArray(value) || value.length < 4 || value[0] !== null || value[1] !== null) return null;
  const [from, to] = [numberAt(value, 2), numberAt(value, 3)];
  if (from === null || to === null || from < 7000 || to > 48_000 || from > to) return null;
  return { from, to };
}

/** The days that a request asks for: `[[[null, calendar], [null, null, first day, last day], …]]`. */
export function readAskedRanges(request: unknown): Range[] {
  const calendars = new Set<string>();
  let days: { from: number; to: number } | null = null;
  const stack: { value: unknown; depth: number }[] = [{ value: request, depth: 0 }];
  for (let count = 0; count < 5000; count += 1) {
    const next = stack.pop();
    if (!next) break;
    const { value, depth } = next;
    if (!Array.isArray(value) || depth > 8) continue;
    days ??= readDays(value);
    const name = textAt(value, 1);
    if (value[0] === null && name.includes('@')) calendars.add(name.slice(0, 320).toLowerCase());
    for (const each of value.slice(0, 500).reverse()) stack.push({ value: each, depth: depth + 1 });
  }
  if (!days) return [];
  const { from, to } = days;
  return [...calendars].map((calendar) => ({ calendar, from, to }));
}

/**
 * The events that a request deletes. Its operations stand in `[0][4]`; one that changes an event names it in
 * `[2][0][1] = [id, null, null, [patch…]]`, and a patch of which nothing is left deletes. 2026-07
 */
export function readDeleted(request: unknown): string[] {
  const operations = at(request, 0, 4);
  if (!Array.isArray(operations)) return [];
  const ids: string[] = [];
  for (const operation of operations.slice(0, 500)) {
    const stub = at(operation, 2, 0, 1);
    const [id, patches] = [eventId(at(stub, 0)), at(stub, 3)];
    if (id === null || !Array.isArray(patches) || patches.length === 0) continue;
    if (!isNothing(at(operation, 2, 0, 2))) continue;
    if (patches.every((patch) => Array.isArray(patch) && patch.length > 0 && patch.every(isNothing)))
      ids.push(id);
  }
  return ids;
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
