import * as find from '@/utils/capture/google-calendar/find';
import { listen } from '@/utils/capture/listen';
import type { Page } from '@/utils/capture/page-adapter';

/** After a click or a key the bubble takes a moment, and loads its guests until 800 ms later. Milliseconds. */
const soon = [60, 300, 900];

/**
 * Tells when the page may show another event. Costs next to nothing while nothing happens: one element asked for by its
 * id each second while the tab is visible, and nothing of the layout.
 */
export function watchCalendar(page: Page, on: { changed(): void }, signal: AbortSignal): void {
  const { document } = page;
  const window = document.defaultView;
  if (!window) return;
  const timers = new Set<number>();
  const after = (delay: number) => {
    const timer = window.setTimeout(() => {
      timers.delete(timer);
      if (!document.hidden && !signal.aborted) on.changed();
    }, delay);
    timers.add(timer);
  };
  const checkSoon = () => {
    // A burst of keys is one.
    if (timers.size === 0) soon.forEach(after);
  };
  const state = () => {
    const bubble = document.querySelector(find.bubble);
    return `${window.location.href} ${bubble?.isConnected} ${bubble?.getAttribute(find.eventId)}`;
  };
  let last = state();
  const everySecond = window.setInterval(() => {
    if (document.hidden) return;
    const now = state();
    if (now === last) return;
    last = now;
    on.changed();
  }, 1000);
  listen(document, 'click', checkSoon, signal, { capture: true, passive: true });
  listen(document, 'keyup', checkSoon, signal, { capture: true, passive: true });
  listen(document, 'visibilitychange', checkSoon, signal);
  listen(window, 'popstate', checkSoon, signal);
  signal.addEventListener('abort', () => {
    window.clearInterval(everySecond);
    for (const timer of timers) window.clearTimeout(timer);
  });
  on.changed();
}
