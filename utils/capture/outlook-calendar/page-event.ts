import { censorMarkup } from '@/utils/capture/censor';
import { cleanLine } from '@/utils/capture/clean';
import * as find from '@/utils/capture/outlook-calendar/find';
import { placeOfZone } from '@/utils/capture/outlook-calendar/place-of-zone';
import { tileEvent } from '@/utils/capture/outlook-calendar/pressed-tile';
import { readTileWords, type TileWords, tileSubject } from '@/utils/capture/outlook-calendar/tile-words';
import type { Drift } from '@/utils/capture/page-adapter';
import { instantOf } from '@/utils/understand/wall-time';

/** An event as the page alone shows it; times in milliseconds since 1970, read in the zone that the page shows. */
export interface PageEvent {
  subject: string;
  place: string;
  organiser: string | null;
  start: number;
  end: number;
  allDay: boolean;
  cancelled: boolean;
  recurring: boolean;
  /** As far as the tile shows it. */
  private: boolean;
  /** Names that the opened event shows. */
  names: string[];
}

/** Named step of a page that is not as we know it. */
export function pageDrift(step: string, element: Element | null): Drift {
  return { ok: false, step, shape: censorMarkup(element, find.written) };
}

const MAX_TILES = 1000;

/** The tiles on the page, in their order. */
export function tilesOf(document: Document): Element[] {
  return [...document.querySelectorAll(find.tile)].slice(0, MAX_TILES);
}

export function subjectOf(tile: Element): string {
  const { label, title } = wordsOn(tile);
  return tileSubject(label, title);
}

function wordsOn(tile: Element): { label: string; title: string } {
  const button = tile.matches(find.tileButton) ? tile : tile.querySelector(find.tileButton);
  const titled =
    button?.getAttribute('title') ??
    tile.getAttribute('title') ??
    tile.querySelector('[title]')?.getAttribute('title');
  return { label: button?.getAttribute('aria-label') ?? '', title: titled ?? '' };
}

export function languageOf(document: Document): string {
  return document.documentElement.lang || 'en';
}

/** Null where its words are not understood. */
export function tileWordsOf(tile: Element, language: string): TileWords | null {
  const { label, title } = wordsOn(tile);
  return readTileWords(label, title, language);
}

/** Null where no tile of the event is on the page; drift where its words are not understood. */
export function readPageEvent(document: Document, id: string, surface: Element): PageEvent | Drift | null {
  const tile = tilesOf(document).find((each) => tileEvent(each) === id);
  if (!tile) return null;
  const words = tileWordsOf(tile, languageOf(document));
  const zone = zoneShown(document);
  const start = words && instantOf(words.start, zone);
  const end = words && instantOf(words.end, zone);
  if (!words || start === null || end === null) return pageDrift('event-time', tile);
  return { ...words, start, end, private: isLocked(tile), names: namesIn(surface) };
}

function isLocked(tile: Element): boolean {
  return tile.querySelector(find.lock) !== null;
}

/** The zone of the month's view, else the browser's: `monthDayCell_2026-09-17T00:00:00-04:00_Eastern Standard Time_AAMk…`. */
function zoneShown(document: Document): string {
  const id = document.querySelector(find.monthCell)?.id ?? '';
  return placeOfZone(id.split('_')[2] ?? '') ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Names of people that an opened event shows. An address there is nobody's yet: it is left out. */
export function namesIn(surface: Element): string[] {
  const names = new Set<string>();
  for (const each of [...surface.querySelectorAll(find.person)].slice(0, 200)) {
    if (each.closest(find.written)) continue;
    const shown =
      (each.textContent ?? '')
        .slice(0, 400)
        .replace(/[\ue000-\uf8ff]/g, '')
        .split('<', 1)[0] ?? '';
    const name = cleanLine(shown, 200);
    if (name !== '' && !name.includes('@')) names.add(name);
    if (names.size >= 100) break;
  }
  return [...names];
}
