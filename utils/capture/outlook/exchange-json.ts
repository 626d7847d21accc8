import { isTooDeep } from '@/utils/capture/json';
import { censorExchange } from '@/utils/capture/outlook/censor-exchange';
import type { Drift } from '@/utils/capture/page-adapter';
import type { TapEvent } from '@/utils/capture/tap/tap-event';

/*
 * Outlook's own JSON ("service.svc"), read the same way by mail and calendar. Where an answer keeps its items differs
 * by action and build, so items are found by what they are, wherever they stand. Answers are hostile: bounded in size
 * and depth, and walked with a stack of our own, never by recursion.
 */

export type ParsedExchange = { ok: true; value: unknown } | { ok: false; why: 'too-deep' | 'not-json' };

/** Parses one text, depth first in a task of its own. An answer can be cut off in its middle: that is a value too. */
export function* parseExchange(text: string): Generator<void, ParsedExchange> {
  if (yield* isTooDeep(text)) return { ok: false, why: 'too-deep' };
  yield;
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch {
    return { ok: false, why: 'not-json' };
  }
}

/** Named step of an answer that is not as we know it, its words censored. */
export function exchangeDrift(step: string, value: unknown): Drift {
  return { ok: false, step, shape: censorExchange(value) };
}

/** An answer or a request that is no JSON, or nests deeper than we follow. */
export function notParsed(name: string, why: string, text: string): Drift {
  return { ok: false, step: `${name}-${why}`, shape: `(${text.length} characters)` };
}

/**
 * The request of an event as its text: the body, or what the page wrote into the header `x-owa-urlpostdata` because it
 * was short (URL-encoded JSON, with an empty body). Empty where there is neither.
 */
export function requestText({ request }: TapEvent): string {
  if (!/^\s*%(?:7B|5B)/i.test(request.slice(0, 20))) return request;
  try {
    return decodeURIComponent(request.replaceAll('+', '%20'));
  } catch {
    return '';
  }
}

/** The same, parsed; null where the event has no request. */
export function* readRequest(event: TapEvent): Generator<void, ParsedExchange | null> {
  const text = requestText(event);
  return text === '' ? null : yield* parseExchange(text);
}

/** The value at this path of names and indexes, or undefined. Own properties only: a name may be `__proto__`. */
export function field(value: unknown, ...path: (string | number)[]): unknown {
  let found = value;
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = Reflect.get(found, name);
  }
  return found;
}

export function textField(value: unknown, ...path: (string | number)[]): string {
  const found = field(value, ...path);
  return typeof found === 'string' ? found : '';
}

/** Empty where there is none, or `null` stands in its place. */
export function listField(value: unknown, ...path: (string | number)[]): unknown[] {
  const found = field(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** What a `__type` says: `Message:#Exchange` is a `Message`. Meeting requests have been seen as `MeetingRequestMessageT`. */
export function typeOf(item: unknown): string {
  return textField(item, '__type').slice(0, 100).split(':', 1)[0] ?? '';
}

const itemType = /^(?:Message|CalendarItem|CalendarEvent|Meeting(?:Request|Message|Response|Cancellation))/;

/** Whether this is a mail, a meeting request or an appointment. `__type` may be absent. */
export function isItem(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  if (itemType.test(typeOf(value)) && Object.hasOwn(value, 'ItemId')) return true;
  if (textField(value, 'ItemId', 'Id') === '') return false;
  return textField(value, 'DateTimeReceived') !== '' || textField(value, 'Start') !== '';
}

/** Values looked at in one answer, and items taken from it. */
const MAX_VALUES = 300_000;
const MAX_ITEMS = 2000;

/**
 * Every item of an answer (or a message between page and worker), in the order in which it stands there. What a
 * response message reports as an error is passed over with all below it. An item within an item (an attached mail, the
 * mail that was answered) is not one of the answer's own.
 */
export function* findItems(root: unknown): Generator<void, object[]> {
  const items: object[] = [];
  const stack: unknown[] = [root];
  for (let count = 1; count < MAX_VALUES && items.length < MAX_ITEMS; count += 1) {
    if (stack.length === 0) break;
    const value = stack.pop();
    if (count % 500 === 0) yield;
    if (typeof value !== 'object' || value === null) continue;
    if (isItem(value)) {
      items.push(value);
      continue;
    }
    if (saysError(value)) continue;
    const below: unknown[] = Array.isArray(value) ? value : Object.values(value);
    for (let i = Math.min(below.length, 20_000) - 1; i >= 0; i -= 1) stack.push(below[i]);
  }
  return items;
}

function saysError(value: unknown): boolean {
  return textField(value, 'ResponseClass') === 'Error';
}

/**
 * Whether an answer (HTTP 200 all the same) says that nothing, or not this one, was done. `index` is the place of what
 * was asked for in the request; an answer with one message answers for all.
 */
export function isErrorAnswer(answer: unknown, index = 0): boolean {
  const body = field(answer, 'Body') ?? answer;
  if (saysError(body) || textField(body, 'FaultMessage') !== '' || textField(body, 'ExceptionName') !== '')
    return true;
  const code = textField(body, 'ErrorCode') || textField(body, 'ResponseCode');
  if (code !== '' && code !== 'NoError') return true;
  const messages = listField(body, 'ResponseMessages', 'Items');
  return saysError(messages.length === 1 ? messages[0] : messages[index]);
}
