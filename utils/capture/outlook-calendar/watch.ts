import { listen } from '@/utils/capture/listen';
import * as find from '@/utils/capture/outlook-calendar/find';
import { notePressed, pressedEvent } from '@/utils/capture/outlook-calendar/pressed-tile';
import { isCalendar } from '@/utils/capture/outlook-calendar/routes';
import type { Page } from '@/utils/capture/page-adapter';

/** After a click or a key the page needs a moment: looked at again after so many milliseconds. */
const soon = [80, 300, 900, 1800];
/** Seconds between two searches for an opened event that nothing asked for. */
const SEARCH_EVERY = 5;

/**
 * Tells when the page may show another event. On a page of mail: one comparison of the address a second, nothing else.
 * Leaving the calendar is told too: then nothing is open.
 */
export function watchCalendar(page: Page, on: { changed(): void }, signal: AbortSignal): void {
  const { document } = page;
  const window = document.defaultView;
  if (!window) return;
  const timers = new Set<number>();
  let last = '';
  let seconds = 0;

  const signature = () => {
    const open = isCalendar(page.location.href) ? document.querySelectorAll(find.surface) : [];
    const top = open[open.length - 1];
    const pressed = pressedEvent(document) ?? '';
    return `${page.location.href} ${open.length} ${top?.textContent?.length ?? 0} ${pressed}`;
  };
  const check = (sure = false) => {
    if (document.hidden || signal.aborted) return;
    const now = signature();
    if (now === last && !sure) return;
    last = now;
    on.changed();
  };
  const checkSoon = () => {
    if (!isCalendar(page.location.href)) return;
    for (const delay of soon) {
      const timer = window.setTimeout(() => {
        timers.delete(timer);
        check();
      }, delay);
      timers.add(timer);
    }
  };
  const touched = ({ target }: Event) => {
    if (!isElement(target)) return;
    notePressed(document, target);
    checkSoon();
  };
  const passive = { capture: true, passive: true };
  listen(document, 'click', touched, signal, passive);
  listen(document, 'keydown', touched, signal, passive);
  listen(document, 'visibilitychange', () => check(true), signal);
  listen(window, 'popstate', () => check(), signal);

  let here = page.location.href;
  const everySecond = window.setInterval(() => {
    seconds += 1;
    if (document.hidden) return;
    const moved = page.location.href !== here;
    here = page.location.href;
    if (moved || (seconds % SEARCH_EVERY === 0 && isCalendar(here))) check();
  }, 1000);
  signal.addEventListener('abort', () => {
    window.clearInterval(everySecond);
    for (const timer of timers) window.clearTimeout(timer);
  });
  check(true);
  checkSoon();
}

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && 'closest' in value;
}
