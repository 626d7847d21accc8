import { hasOccurrence, isSeries, occurrencesIn } from '@/utils/capture/google-calendar/series';
import type { WireEvent } from '@/utils/capture/google-calendar/wire-event';
import type { EventMemory } from '@/utils/capture/google-calendar/wire-memory';

const DAY = 86_400_000;
const MAX_MADE = 3000;

/** So far back and ahead a series is laid out unasked. */
export const BACK = 30 * DAY;
const AHEAD = 14 * DAY;

/** Occurrences that no answer brings by themselves, made of their series where an answer covered their days. */
export interface MadeOccurrences {
  /** Lays the series out anew; gives what is new, and as cancelled what was there before and is no more. */
  layOut(series: WireEvent, now: number): WireEvent[];
  /** Forgets and gives what was made of this series, or this one occurrence. */
  take(id: string): WireEvent[];
  find(id: string): WireEvent | undefined;
  all(): IterableIterator<WireEvent>;
}

export function openMadeOccurrences(memory: EventMemory): MadeOccurrences {
  const made = new Map<string, WireEvent>();

  return {
    layOut(series, now) {
      if (!isSeries(series)) return [];
      const ranges = memory.rangesOf(series.calendar);
      const limits = { from: now - BACK, to: now + AHEAD };
      const wanted = occurrencesIn(series, ranges, limits);
      if (!wanted) return [];
      const named = new Set(memory.ofSeries(series.series).map(({ id }) => id));
      // Where the answers name most of them themselves, they name all, and one that is missing was deleted.
      const namesAll = wanted.filter(({ id }) => named.has(id)).length * 2 >= wanted.length;
      const laid = new Map<string, WireEvent>();
      for (const each of namesAll ? [] : wanted) {
        if (!named.has(each.id) && !memory.isGone(each.id)) laid.set(each.id, each);
      }
      const out = [...laid.values()];
      for (const [id, before] of made) {
        if (before.series !== series.series) continue;
        made.delete(id);
        // What has taken place stays, whatever the series is changed to afterwards.
        const ahead = before.span.end > now && before.original && !hasOccurrence(series, before.original);
        if (ahead && !named.has(id)) out.push({ ...before, status: 'cancelled' });
      }
      for (const [id, each] of laid) made.set(id, each);
      for (const id of made.keys()) if (made.size > MAX_MADE) made.delete(id);
      return out;
    },
    take(id) {
      const taken = [...made.values()].filter((each) => each.id === id || each.series === id);
      for (const each of taken) made.delete(each.id);
      return taken;
    },
    find: (id) => made.get(id),
    all: () => made.values(),
  };
}
