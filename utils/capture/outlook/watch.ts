import { listen } from '@/utils/capture/listen';
import * as find from '@/utils/capture/outlook/find';
import type { Page } from '@/utils/capture/page-adapter';

/** After a click or a key the page needs a moment: looked at again after so many milliseconds. */
const soon = [60, 250, 700, 1500];
/** Between two looks that only churn inside the view asked for: longer each time that nothing came of it. */
const QUIET = 300;
const LONGEST_QUIET = 5000;
const EVERY = 1000;

/**
 * Tells when the page may show something else. Costs next to nothing while nothing happens: one cheap question a second
 * while the tab is visible, and one observer on the open view alone. Of the layout it asks only whether that has a box. The view comes late on a
 * cold start and is replaced without notice: it is asked for by its id each time, and never kept.
 */
export function watchOutlook(page: Page, on: { changed(): void }, signal: AbortSignal): void {
  const { document } = page;
  const window = document.defaultView;
  if (!window) return;
  const timers = new Set<number>();
  let last = '';
  let observed: Element | null = null;
  let wanted = false;
  let quiet = QUIET;
  const after = (delay: number, job: () => void) => {
    const timer = window.setTimeout(() => {
      timers.delete(timer);
      job();
    }, delay);
    timers.add(timer);
  };

  const view = () => {
    for (const id of find.containers) {
      const found = document.getElementById(id);
      if (found) return found;
    }
    return null;
  };
  const check = (sure = false) => {
    if (document.hidden || signal.aborted) return;
    const open = view();
    // What comes and goes within the view the observer tells; that the view itself is shown or hidden, nobody.
    const shown = open && page.isVisible(open);
    const now = `${window.location.href} ${document.title} ${open?.id ?? ''} ${shown}`;
    const same = now === last && open === observed;
    if (same && !sure) return;
    if (!same) quiet = QUIET;
    last = now;
    observe(open);
    on.changed();
  };
  const observer = new window.MutationObserver(() => {
    if (wanted || signal.aborted) return;
    wanted = true;
    after(quiet, () => {
      wanted = false;
      quiet = Math.min(quiet * 2, LONGEST_QUIET);
      check(true);
    });
  });
  const observe = (open: Element | null) => {
    if (open === observed) return;
    observer.disconnect();
    observed = open;
    const attributeFilter = ['aria-expanded', 'aria-label', find.conversationId, 'id'];
    if (open) observer.observe(open, { subtree: true, childList: true, attributes: true, attributeFilter });
  };

  const always = () => check(true);
  const checkSoon = () => {
    quiet = QUIET;
    for (const delay of soon) after(delay, () => check());
  };
  listen(window, 'popstate', always, signal);
  listen(document, 'visibilitychange', always, signal);
  listen(document, 'click', checkSoon, signal, { capture: true, passive: true });
  listen(document, 'keyup', checkSoon, signal, { capture: true, passive: true });
  const every = window.setInterval(() => check(), EVERY);
  signal.addEventListener('abort', () => {
    window.clearInterval(every);
    for (const timer of timers) window.clearTimeout(timer);
    observer.disconnect();
  });
  always();
}
