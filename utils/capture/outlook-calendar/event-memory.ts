import type { ExchangeEvent } from '@/utils/capture/outlook-calendar/exchange-event';
import { meetingNames } from '@/utils/capture/outlook-calendar/meeting-names';

const MAX_EVENTS = 1500;
/** UTF-16 units of descriptions. */
const MAX_TEXT = 2_500_000;

/** The events that the wire told of, in bounded memory: what came first goes first. */
export interface EventMemory {
  /** Adds what an answer says to what is known of the event, and gives the whole. */
  keep(event: ExchangeEvent): ExchangeEvent;
  /** By any of its names. */
  find(ids: readonly string[]): ExchangeEvent | undefined;
  /** All occurrences of one series. */
  ofSeries(uid: string): ExchangeEvent[];
}

/**
 * An event is one item of one calendar: a colleague's copy of the same meeting, in a calendar that is shared with the
 * rep, has answers of its own and is never mixed in.
 */
export function openEventMemory(): EventMemory {
  const events = new Map<string, ExchangeEvent>();
  const byName = new Map<string, string>();
  let text = 0;

  const drop = (event: ExchangeEvent) => {
    events.delete(event.itemId);
    text -= event.body?.content.length ?? 0;
    for (const name of meetingNames(event)) if (byName.get(name) === event.itemId) byName.delete(name);
  };

  return {
    keep(fresh) {
      const before = events.get(fresh.itemId);
      const whole = before ? addTo(before, fresh) : fresh;
      if (before) drop(before);
      events.set(whole.itemId, whole);
      text += whole.body?.content.length ?? 0;
      for (const name of meetingNames(whole)) byName.set(name, whole.itemId);
      for (const oldest of events.values()) {
        if (events.size <= MAX_EVENTS && text <= MAX_TEXT) break;
        if (oldest !== whole) drop(oldest);
      }
      return whole;
    },
    find(ids) {
      for (const id of ids) {
        const found = events.get(byName.get(id) ?? id);
        if (found) return found;
      }
      return undefined;
    },
    ofSeries: (uid) => [...events.values()].filter((event) => event.uid === uid),
  };
}

/** What was said last counts; what it did not say stays. */
function addTo(before: ExchangeEvent, fresh: ExchangeEvent): ExchangeEvent {
  const whole = { ...before, ...fresh };
  // An occurrence that was moved since: where it was is its original start.
  const moved = before.type === 'occurrence' && fresh.type === 'exception';
  if (moved && !whole.originalStart && before.start) whole.originalStart = before.start;
  // The directory's name of an organiser whose address another answer told.
  if (fresh.organiser) delete whole.organiserName;
  return whole;
}
