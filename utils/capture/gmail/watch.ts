import * as find from '@/utils/capture/gmail/find';
import { listen } from '@/utils/capture/listen';
import type { Page } from '@/utils/capture/page-adapter';

/** After a click or a change of address the page needs a moment: looked at again after so many milliseconds. */
const soon = [60, 250, 700, 1500];
/** Between two looks that only churn asked for. */
const QUIET = 500;

/**
 * Tells when the page may show something else. Costs next to nothing while nothing happens: one cheap count a second
 * while the tab is visible, and one observer on the open thread alone. Asks nothing of the layout.
 */
export function watchGmail(
  page: Page,
  on: { changed(): void; undone(at: number): void },
  signal: AbortSignal,
): void {
  const { document } = page;
  const window = document.defaultView;
  if (!window) return;
  const timers = new Set<number>();
  const count = (name: string) => document.getElementsByClassName(name).length;
  let last = '';
  let observed: Element | null = null;
  let wanted = false;

  const signature = () =>
    [
      window.location.hash,
      count(find.subjectClass),
      count(find.messageClass),
      count(find.bodyClass),
      ...find.collapsedClasses.map(count),
    ].join(' ');
  const check = (sure = false) => {
    if (document.hidden || signal.aborted) return;
    const now = signature();
    if (now === last && !sure) return;
    last = now;
    observe();
    on.changed();
  };
  const checkSoon = () => {
    for (const delay of soon) {
      const timer = window.setTimeout(() => {
        timers.delete(timer);
        check();
      }, delay);
      timers.add(timer);
    }
  };

  // Ids that arrive later, and messages that open and close, within the open thread.
  const observer = new window.MutationObserver((records) => {
    const sure = records.some((record) => record.type === 'attributes' && record.attributeName !== 'class');
    if (wanted || signal.aborted) return;
    wanted = true;
    const timer = window.setTimeout(() => {
      wanted = false;
      timers.delete(timer);
      check(sure);
    }, QUIET);
    timers.add(timer);
  });
  const observe = () => {
    const messages = document.getElementsByClassName(find.messageClass);
    const thread = messages[messages.length - 1]?.closest(find.main) ?? null;
    if (thread === observed) return;
    observer.disconnect();
    observed = thread;
    if (!thread) return;
    const attributeFilter = [
      'class',
      find.messageId,
      find.messageLegacyId,
      find.threadPermId,
      find.threadLegacyId,
    ];
    observer.observe(thread, { subtree: true, childList: true, attributes: true, attributeFilter });
  };

  const always = () => {
    check(true);
    checkSoon();
  };
  listen(window, 'hashchange', always, signal);
  listen(window, 'popstate', always, signal);
  listen(document, 'visibilitychange', always, signal);
  const clicked = ({ target }: Event) => {
    if (isElement(target) && target.closest(find.undo)) on.undone(page.now());
    checkSoon();
  };
  listen(document, 'click', clicked, signal, { capture: true, passive: true });
  const everySecond = window.setInterval(() => check(), 1000);
  signal.addEventListener('abort', () => {
    window.clearInterval(everySecond);
    for (const timer of timers) window.clearTimeout(timer);
    observer.disconnect();
  });
  always();
}

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && 'closest' in value;
}
