import * as find from '@/utils/capture/outlook-calendar/find';
import { mailId } from '@/utils/understand/exchange-id';

/** The tile that the rep pressed or reached by key last, by its event: the small view beside it does not name it. */
const pressed = new WeakMap<Document, string>();

export function notePressed(document: Document, target: Element): void {
  const id = tileEvent(target.closest(find.tile));
  if (id !== null) pressed.set(document, id);
}

export function pressedEvent(document: Document): string | null {
  return pressed.get(document) ?? null;
}

/** The event of a tile, as it stands in `source.ids`. */
export function tileEvent(tile: Element | null): string | null {
  return tile === null ? null : mailId(tile.getAttribute(find.tileId) ?? '');
}
