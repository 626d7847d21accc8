import { type Original, occurrenceId } from '@/utils/capture/google-calendar/ids';
import { expandSeries } from '@/utils/capture/google-calendar/recurrence';
import type { WireEvent } from '@/utils/capture/google-calendar/wire-event';
import type { Range } from '@/utils/capture/google-calendar/wire-walk';
import { instantOf, isZone, wallOf } from '@/utils/understand/wall-time';

const DAY = 86_400_000;
/** One series gives at most so many occurrences at a time. */
const MAX_OCCURRENCES = 100;

/** Whether an event stands for a whole series, and is itself no meeting. */
export function isSeries(event: WireEvent): boolean {
  return event.original === undefined && event.rules.length > 0;
}

/** The occurrences that begin within these days. Null where the rule is not understood. */
export function occurrencesIn(
  series: WireEvent,
  ranges: readonly Range[],
  limits: { from: number; to: number },
): WireEvent[] | null {
  const found = new Map<string, WireEvent>();
  for (const { from, to } of ranges) {
    const starts = startsIn(series, Math.max(from * DAY, limits.from), Math.min((to + 1) * DAY, limits.to));
    if (!starts) return null;
    for (const original of starts) {
      if (found.size >= MAX_OCCURRENCES) break;
      const made = occurrenceOf(series, original);
      found.set(made.id, made);
    }
  }
  return [...found.values()];
}

/** Whether the series has this occurrence; true where its rule is not understood: then who names it knows better. */
export function hasOccurrence(series: WireEvent, original: Original): boolean {
  const at = 'day' in original ? dayOf(original.day) : original.start;
  if (at < series.span.start) return false;
  const starts = startsIn(series, at, at + 1);
  return starts === null || starts.length > 0;
}

/** One occurrence that the wire does not bring by itself: it is as its series says. */
export function occurrenceOf(series: WireEvent, original: Original): WireEvent {
  const { start, end, allDay } = series.span;
  const at = 'day' in original ? dayOf(original.day) : original.start;
  return {
    ...series,
    id: occurrenceId(series.series, original),
    original,
    rules: [],
    span: { start: at, end: at + (end - start), allDay },
  };
}

function dayOf(day: string): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6, 8)));
}

/** Original starts from `from` until before `to`, instants; whole days as midnights of UTC. */
function startsIn({ span, zone, rules }: WireEvent, from: number, to: number): Original[] | null {
  if (to <= from) return [];
  if (span.allDay) {
    const days = expandSeries(rules, span.start, from, to, (wall) => wall);
    return (
      days?.map((day) => ({ day: new Date(day).toISOString().slice(0, 10).replaceAll('-', '') })) ?? null
    );
  }
  // In whose hours it repeats is part of the rule.
  const first = isZone(zone) ? wallOf(span.start, zone) : null;
  if (first === null) return null;
  // Wall clocks are at most 15 hours off.
  const walls = expandSeries(rules, first, from - DAY, to + DAY, (wall) => instantOf(wall, zone));
  if (!walls) return null;
  const starts: Original[] = [];
  for (const wall of walls) {
    const start = instantOf(wall, zone);
    if (start !== null && start >= from && start < to) starts.push({ start });
  }
  return starts;
}
