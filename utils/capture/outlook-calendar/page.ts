import { censorMarkup } from '@/utils/capture/censor';
import { cleanLine } from '@/utils/capture/clean';
import * as find from '@/utils/capture/outlook-calendar/find';
import { languageOf, pageDrift, subjectOf, tilesOf } from '@/utils/capture/outlook-calendar/page-event';
import { pressedEvent, tileEvent } from '@/utils/capture/outlook-calendar/pressed-tile';
import { eventInUrl, isCalendar } from '@/utils/capture/outlook-calendar/routes';
import { whichTile } from '@/utils/capture/outlook-calendar/which-tile';
import type { Look, Page } from '@/utils/capture/page-adapter';

const NOTHING: Look = { ok: true, threadIds: [], messages: [] };

/**
 * Which event the visible page shows opened: the form, the dialog, or the small view beside a tile. Its id stands in the
 * address or on the view; else it is the tile that was pressed, or the only one whose subject the view shows, among
 * several the one whose day, clocks or place it shows. A view whose tile cannot be told shows nothing that we know.
 */
export function* lookAtCalendar(page: Page): Generator<void, Look> {
  const { document, location } = page;
  if (!isCalendar(location.href)) return NOTHING;
  const surface = openSurface(page);
  if (!surface) return NOTHING;
  yield;
  const named = ownId(surface) ?? (surface.matches(find.peek) ? null : eventInUrl(location.href));
  if (named !== null) return seen(named, subjectIn(surface), surface);
  // A form without an event: one that is being written.
  if (!surface.matches(find.peek) && surface.querySelector(find.editable)) return NOTHING;
  yield;
  const tiles = tilesOf(document);
  if (tiles.length === 0) return pageDrift('event-id', surface);
  const text = plain(surface.textContent ?? '');
  const shown = new Map<string, Element>();
  for (const [i, tile] of tiles.entries()) {
    if (i % 20 === 19) yield;
    const subject = subjectOf(tile);
    if (subject === '' || !text.includes(plain(subject))) continue;
    // Ids are long to read: only of what the view may show.
    const id = tileEvent(tile);
    if (id !== null) shown.set(id, tile);
  }
  if (shown.size === 0)
    return tiles.some((tile) => subjectOf(tile) !== '')
      ? NOTHING
      : pageDrift('event-subject', tiles[0] ?? surface);
  const pressed = pressedEvent(document);
  const told = pressed === null ? undefined : shown.get(pressed);
  if (pressed !== null && told) return seen(pressed, subjectOf(told), surface);
  yield;
  const only = whichTile(surface.textContent ?? '', [...shown.values()], languageOf(document));
  const id = tileEvent(only);
  return only && id !== null ? seen(id, subjectOf(only), surface) : NOTHING;
}

/** What the page shows now, censored: the opened event, else the first tile with what is around it. */
export function shapeOfPage(page: Page): string {
  const tile = page.document.querySelector(find.tile);
  return censorMarkup(openSurface(page) ?? tile?.parentElement ?? page.document.body, find.written);
}

function seen(id: string, subject: string, element: Element): Look {
  return { ok: true, threadIds: [], messages: [{ ids: [id], threadIds: [], subject, element }] };
}

/** The view that lies on top: later ones are written later. */
function openSurface({ document, isVisible }: Page): Element | null {
  const all = [...document.querySelectorAll(find.surface)].filter(isVisible);
  return all.at(-1) ?? null;
}

function ownId(surface: Element): string | null {
  return tileEvent(surface.closest(find.tile)) ?? tileEvent(surface.querySelector(find.tile));
}

function subjectIn(surface: Element): string {
  return cleanLine(surface.querySelector(find.heading)?.textContent ?? '', 1000);
}

function plain(text: string): string {
  return text.slice(0, 20_000).replace(/\s+/g, ' ').toLowerCase();
}
