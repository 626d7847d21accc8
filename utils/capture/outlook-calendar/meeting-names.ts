import type { ExchangeEvent } from '@/utils/capture/outlook-calendar/exchange-event';
import { meetingId, meetingThread } from '@/utils/understand/meeting-id';

/**
 * All names of an event, the best first. A single one is named by its UID; an occurrence by its UID and original start,
 * which is its start unless it was moved; a moved one whose original start nobody told by the day in its own UID. Every
 * occurrence has that day as a further name where its UID holds it: so a moved one joins what it was. Only a sure time
 * names an occurrence. The item's id is always a name, and the only one where the rest is not known.
 */
export function meetingNames(event: ExchangeEvent): string[] {
  const { uid, uidDay, itemId } = event;
  if (uid === undefined) return [itemId];
  const names: string[] = [];
  if (isSingle(event)) names.push(meetingId(uid));
  else {
    const original = event.originalStart ?? (event.type === 'occurrence' ? event.start : undefined);
    if (original?.sure && event.allDay) names.push(meetingId(uid, { day: original.day }));
    else if (original?.sure) names.push(meetingId(uid, { start: original.at }));
    if (uidDay !== undefined) names.push(meetingId(uid, { day: uidDay }));
  }
  return [...new Set([...names, itemId])];
}

/** The series' name, or the item's own where it has none. */
export function threadName({ uid, itemId }: ExchangeEvent): string {
  return uid === undefined ? itemId.slice(0, 200) : meetingThread(uid);
}

/** One that says neither its type nor that it recurs is a single one. */
export function isSingle({ type, recurring, uidDay }: ExchangeEvent): boolean {
  return type === 'single' || (type === undefined && recurring !== true && uidDay === undefined);
}
