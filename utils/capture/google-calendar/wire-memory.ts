import type { Span, WireEvent } from '@/utils/capture/google-calendar/wire-event';
import type { Range } from '@/utils/capture/google-calendar/wire-walk';

interface Kept {
  event: WireEvent;
  /** Which request brought it. */
  order: number;
}

const MAX_EVENTS = 3000;
const MAX_LENGTH = 5_000_000;
/** What an event costs beside its description, roughly. */
const ROW = 1000;

/** The events that the wire brought: bounded, the ones that came first go first. */
export interface EventMemory {
  /** Gives whether this is news: not one that is older than what is known. */
  keep(event: WireEvent, order: number, own: ReadonlySet<string>): boolean;
  /** A small view said that the event takes place then: gives the event where that is news. */
  move(id: string, span: Span, order: number): WireEvent | null;
  /** The event is deleted. */
  drop(id: string, order: number): void;
  isGone(id: string): boolean;
  find(id: string): WireEvent | undefined;
  ofSeries(series: string): WireEvent[];
  all(): IterableIterator<WireEvent>;
  addRange(range: Range): void;
  rangesOf(calendar: string): readonly Range[];
}

export function openEventMemory(): EventMemory {
  const events = new Map<string, Kept>();
  const bySeries = new Map<string, Set<string>>();
  const gone = new Map<string, number>();
  const ranges = new Map<string, Range[]>();
  let length = 0;

  const remove = (id: string) => {
    const kept = events.get(id);
    if (!kept) return;
    events.delete(id);
    length -= kept.event.html.length + ROW;
    const { series } = kept.event;
    const same = bySeries.get(series);
    same?.delete(id);
    if (same?.size === 0) bySeries.delete(series);
  };
  const put = (event: WireEvent, order: number) => {
    remove(event.id);
    events.set(event.id, { event, order });
    length += event.html.length + ROW;
    const same = bySeries.get(event.series) ?? new Set();
    bySeries.set(event.series, same.add(event.id));
    for (const id of events.keys()) {
      if (events.size <= MAX_EVENTS && length <= MAX_LENGTH) break;
      if (id !== event.id) remove(id);
    }
  };

  return {
    keep(event, order, own) {
      const goneBy = gone.get(event.id) ?? gone.get(event.series);
      if (goneBy !== undefined && order <= goneBy) return false;
      const before = events.get(event.id);
      if (before) {
        if (before.event.updated > event.updated) return false;
        if (before.event.updated === event.updated && before.order > order) return false;
        // The rep's own copy counts where a colleague's calendar is shown beside it.
        const others = own.has(before.event.calendar) && !own.has(event.calendar);
        if (others && before.event.updated === event.updated) return false;
      }
      gone.delete(event.id);
      put(event, order);
      return true;
    },
    move(id, span, order) {
      const before = events.get(id);
      if (!before || before.order >= order || before.event.rules.length > 0) return null;
      const { start, end, allDay } = before.event.span;
      if (start === span.start && end === span.end && allDay === span.allDay) return null;
      const event = { ...before.event, span };
      put(event, order);
      return event;
    },
    drop(id, order) {
      gone.delete(id);
      gone.set(id, order);
      for (const oldest of gone.keys()) if (gone.size > MAX_EVENTS) gone.delete(oldest);
      remove(id);
    },
    isGone: (id) => gone.has(id),
    find: (id) => events.get(id)?.event,
    ofSeries: (series) => [...(bySeries.get(series) ?? [])].flatMap((id) => events.get(id)?.event ?? []),
    *all() {
      for (const { event } of events.values()) yield event;
    },
    addRange(range) {
      const known = ranges.get(range.calendar) ?? [];
      if (known.some(({ from, to }) => from <= range.from && to >= range.to)) return;
      known.push(range);
      ranges.set(range.calendar, known.slice(-50));
      for (const oldest of ranges.keys()) if (ranges.size > 200) ranges.delete(oldest);
    },
    rangesOf: (calendar) => ranges.get(calendar) ?? [],
  };
}
