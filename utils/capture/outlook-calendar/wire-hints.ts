import { field, isErrorAnswer, listField, textField } from '@/utils/capture/outlook/exchange-json';
import type { EventMemory } from '@/utils/capture/outlook-calendar/event-memory';
import { type ExchangeEvent, readExchangeEvent } from '@/utils/capture/outlook-calendar/exchange-event';
import { mailId } from '@/utils/understand/exchange-id';

/*
 * What the rep does to an event tells whom it has before any answer does. Hints: how these requests look is known from
 * other clients alone, and what a later answer says of the event counts.
 *   CreateCalendarEvent, CreateItem   the event in the request, its id in the answer
 *   UpdateCalendarEvent, UpdateItem   the changed fields and the event's id in the request
 *   CancelCalendarEvent               EventId, EventScope: 0 this one, 1 the series, 2 this one and those that follow
 */

const MAX_VALUES = 5000;

/** Events that the request made, changed or cancelled, as they are known then. Nothing where it was refused. */
export function readHints(
  endpoint: string,
  request: unknown,
  answer: unknown,
  zone: string,
  memory: EventMemory,
): ExchangeEvent[] {
  if (isErrorAnswer(answer)) return [];
  if (/^Create/i.test(endpoint)) return created(request, answer, zone, memory);
  if (/^Update/i.test(endpoint)) return changed(request, zone, memory);
  return /^Cancel/i.test(endpoint) ? cancelled(request, memory) : [];
}

function created(request: unknown, answer: unknown, zone: string, memory: EventMemory): ExchangeEvent[] {
  const [draft, ...more] = findAll(request, (value) => isTime(value, 'Start') && isTime(value, 'End'));
  const [made] = findAll(answer, (value) => textField(value, 'ItemId', 'Id') !== '');
  const id = made && mailId(textField(made, 'ItemId', 'Id'));
  // Several events at once: nobody says which id is whose. A message or task is none.
  if (!draft || more.length > 0 || !id) return [];
  const event = readExchangeEvent(draft, zone, id);
  // A rule for repeating makes the first one's time the series'.
  const repeats = typeof field(draft, 'Recurrence') === 'object' && field(draft, 'Recurrence') !== null;
  return event ? [memory.keep(repeats ? { ...event, type: 'master' } : event)] : [];
}

function changed(request: unknown, zone: string, memory: EventMemory): ExchangeEvent[] {
  const body = field(request, 'Body') ?? request;
  if (scopeOf(body) > 0) return [];
  const parts = listField(body, 'ItemChanges').length > 0 ? listField(body, 'ItemChanges') : [body];
  const events: ExchangeEvent[] = [];
  for (const part of parts.slice(0, 50)) {
    const id = idIn(part);
    const before = id && memory.find([id]);
    // A mail that is changed has the same request.
    if (!id || !before) continue;
    const fields: Record<string, unknown> = {};
    for (const update of listField(part, 'Updates').slice(0, 100)) {
      const item = field(update, 'Item');
      if (typeof item === 'object' && item !== null) Object.assign(fields, item);
    }
    const fresh = readExchangeEvent(fields, zone, id);
    if (!fresh) continue;
    const moves = fresh.start !== undefined && fresh.start.at !== before.start?.at;
    if (moves && before.type === 'occurrence') fresh.type = 'exception';
    events.push(memory.keep(fresh));
  }
  return events;
}

function cancelled(request: unknown, memory: EventMemory): ExchangeEvent[] {
  const body = field(request, 'Body') ?? request;
  const id = idIn(body);
  const event = id && memory.find([id]);
  if (!event) return [];
  const scope = scopeOf(body);
  const from = event.start?.at ?? Number.POSITIVE_INFINITY;
  const series = scope === 0 || event.uid === undefined ? [] : memory.ofSeries(event.uid);
  const others = series.filter((each) => scope === 1 || (each.start?.at ?? 0) >= from);
  const all = new Set([event, ...others]);
  return [...all].map((each) => memory.keep({ itemId: each.itemId, cancelled: true }));
}

function scopeOf(body: unknown): number {
  const scope = field(body, 'EventScope');
  if (typeof scope === 'number') return scope;
  return typeof scope === 'string' && /^\d$/.test(scope) ? Number(scope) : 0;
}

function idIn(part: unknown): string | null {
  for (const name of ['EventId', 'ItemId', 'Id']) {
    const raw = textField(part, name, 'Id') || textField(part, name);
    if (raw !== '') return mailId(raw);
  }
  return null;
}

function isTime(value: unknown, name: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T/.test(textField(value, name));
}

/** Objects that fit, outermost first; one within another that fits is left out. */
function findAll(root: unknown, fits: (value: object) => boolean): object[] {
  const found: object[] = [];
  const queue: unknown[] = [root];
  for (let i = 0; i < queue.length && i < MAX_VALUES; i += 1) {
    const value = queue[i];
    if (typeof value !== 'object' || value === null) continue;
    if (fits(value)) found.push(value);
    else if (queue.length < MAX_VALUES) queue.push(...Object.values(value).slice(0, 200));
  }
  return found;
}
