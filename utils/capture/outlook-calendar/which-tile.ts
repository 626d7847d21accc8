import { tileWordsOf } from '@/utils/capture/outlook-calendar/page-event';
import type { TileWords } from '@/utils/capture/outlook-calendar/tile-words';

/*
 * Several tiles have the subject that an opened view shows: a weekly call, two calls of one name. What else the view
 * shows tells which of them it is, or nobody can say.
 */

/** The only one of these tiles whose day, clocks and place the view shows; null where several or none fit. */
export function whichTile(shown: string, tiles: readonly Element[], language: string): Element | null {
  const [first, ...more] = tiles;
  if (!first || more.length === 0) return first ?? null;
  const text = plain(shown);
  let left = tiles.flatMap((tile) => {
    const words = tileWordsOf(tile, language);
    return words ? [{ tile, words }] : [];
  });
  // One that is not understood could be the one.
  if (left.length < tiles.length) return null;
  for (const fits of [isDayIn, areClocksIn]) {
    const fitting = left.filter(({ words }) => fits(words, text, language));
    if (fitting.length > 0) left = fitting;
  }
  // A tile without a place can be opened in a view that names the other's.
  if (left.length > 1 && left.every(({ words }) => words.place !== ''))
    left = left.filter(({ words }) => text.includes(plain(words.place)));
  const [only] = left;
  return only && left.length === 1 ? only.tile : null;
}

/** The day in one of the forms in which the page's language writes it. */
function isDayIn({ start }: TileWords, text: string, language: string): boolean {
  const forms: Intl.DateTimeFormatOptions[] = [
    { day: 'numeric', month: 'numeric', year: 'numeric' },
    { day: '2-digit', month: '2-digit', year: 'numeric' },
    { day: 'numeric', month: 'long' },
    { day: 'numeric', month: 'short' },
  ];
  return forms.some((form) => {
    const day = plain(new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' }).format(start));
    return standsIn(day, text);
  });
}

/** Start and end, in either way of counting hours. */
function areClocksIn({ start, end, allDay }: TileWords, text: string): boolean {
  return !allDay && [start, end].every((at) => clocksOf(at).some((clock) => standsIn(clock, text)));
}

function clocksOf(at: number): string[] {
  const date = new Date(at);
  const [hour, minute] = [date.getUTCHours(), String(date.getUTCMinutes()).padStart(2, '0')];
  const half = hour < 12 ? 'am' : 'pm';
  const twelve = `${hour % 12 || 12}:${minute} ${half}`;
  const four = [String(hour), String(hour).padStart(2, '0')].map((each) => `${each}:${minute}$`);
  // "10:00" of ten in the evening is not that of ten in the morning where the page says which half it means.
  return [twelve, ...four];
}

/** Whether the text has these words, and not as a part of a longer number; `$`: and no half of the day after them. */
function standsIn(words: string, text: string): boolean {
  const bare = words.replace(/\$$/, '');
  for (let at = text.indexOf(bare); at >= 0; at = text.indexOf(bare, at + 1)) {
    const [before, after] = [text.charAt(at - 1), text.slice(at + bare.length, at + bare.length + 4)];
    if (/[\d:/.]/.test(before) || /^[\d:/]/.test(after)) continue;
    if (bare === words || !/^ ?[ap]\.?m/.test(after)) return true;
  }
  return false;
}

function plain(text: string): string {
  return text.slice(0, 20_000).replace(/\s+/g, ' ').toLowerCase();
}
