import { censorMarkup } from '@/utils/capture/censor';
import * as find from '@/utils/capture/google-calendar/find';
import { eventIdFromCode, eventIdFromLog, sourceId } from '@/utils/capture/google-calendar/ids';
import type { Drift, Look, Page, SeenMessage } from '@/utils/capture/page-adapter';

const nothing: Look = { ok: true, threadIds: [], messages: [] };

/**
 * Which event is open: in the bubble, or on a page of its own. Its ids alone are taken from the page; everything else
 * comes from the wire.
 */
export function* lookAtCalendar(page: Page): Generator<void, Look> {
  yield;
  const onPage = lookAtAddress(page);
  if (onPage) return onPage;
  const bubble = visible(page, find.bubble);
  const dialog = visible(page, find.bubbleDialog);
  if (!bubble) return dialog ? drift('bubble', dialog) : nothing;
  const code = bubble.getAttribute(find.eventId) ?? '';
  const jslog = bubble.getAttribute('jslog') ?? '';
  if (/^(?:ttb_)?tasks_/.test(code)) return nothing;
  const id = eventIdFromCode(code) ?? eventIdFromLog(jslog);
  if (id === null) return isTask(code) ? nothing : drift('bubble-id', bubble);
  const isPrivate = saysPrivate(page, bubble);
  return seen(id, bubble, isPrivate);
}

/** `/calendar/u/0/r/eventedit/<code>`; a new event has no code, a copy of one is a new event. */
function lookAtAddress({ location, document }: Page): Look | null {
  const path = location.href.slice(0, 3000).split(/[?#]/, 1)[0] ?? '';
  const [, code] = /\/r\/eventedit\/([^/]+)\/?$/.exec(path) ?? [];
  if (code === undefined) return /\/r\/eventedit(?:\/|$)/.test(path) ? nothing : null;
  const id = eventIdFromCode(decode(code));
  if (id === null)
    return isTask(code) ? nothing : { ok: false, step: 'edit-id', shape: `(${code.length} characters)` };
  return seen(id, document.body, false);
}

function seen(id: string, element: Element, isPrivate: boolean): Look {
  const ids = [sourceId(id)];
  const message: SeenMessage = { ids, threadIds: [], subject: '', element };
  if (isPrivate) message.turned = `${sourceId(id)} private`;
  return { ok: true, threadIds: [], messages: [message] };
}

/** What the page shows now, censored: the bubble, else the whole. */
export function shapeOfPage(page: Page): string {
  return censorMarkup(visible(page, find.bubbleDialog) ?? page.document.body, find.words);
}

/** A row of its own says so; where it is there and says nothing, it says nothing. */
export function saysPrivate(page: Page, bubble: Element): boolean {
  const row = bubble.querySelector(find.privateRow);
  return row !== null && page.isVisible(row) && (row.textContent ?? '').trim() !== '';
}

/** A task's code holds `tasks_…` where an event's id stands. */
function isTask(code: string): boolean {
  try {
    return atob(code.replace(/^ttb_/, '').slice(0, 2000)).startsWith('tasks_');
  } catch {
    return false;
  }
}

function visible(page: Page, selector: string): Element | null {
  return [...page.document.querySelectorAll(selector)].find(page.isVisible) ?? null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function drift(step: string, element: Element): Drift {
  return { ok: false, step, shape: censorMarkup(element, find.words) };
}
