import * as find from '@/utils/capture/gmail/find';
import { listen } from '@/utils/capture/listen';
import type { Page } from '@/utils/capture/page-adapter';

/**
 * After a click or a change of address the page needs a moment: asked when it has nothing else to do, and again after so
 * many milliseconds.
 */
const soon = [60, 250, 700];
/** A view of before that is shown again changes nothing that is counted: after a change of address, looked at for sure. */
const LAST_LOOK = 1500;
/** Between two looks that changes inside the thread asked for: longer each time, until the rep does something. */
const QUIET = 300;
const LONGEST_QUIET = 5000;
/** Milliseconds between two questions that nothing asked for, and how many of them are one count. */
const ASK_EVERY = 2000;
const COUNT_EVERY = 8;

/**
 * Tells when the page may show something else. Costs next to nothing while nothing happens: one cheap question every two
 * seconds while the tab is visible, and one observer on the open thread alone. Asks nothing of the layout, and walks the
 * page in no task of the page's own: there it only notes that something happened.
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
  let lastAddress = '';
  let lastCounts = '';
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

  /** Each count walks the page once if it changed since: 1.4 ms with a thread of 300 in it (2026-11). */
  const counts = () =>
    [find.subjectClass, find.messageClass]
      .map((name) => document.getElementsByClassName(name).length)
      .join(' ');
  const address = () => `${window.location.hash} ${document.title}`;
  /** Whether the thread that was looked at is still a view of the page: what happens in it the observer tells. */
  const stands = () => observed?.isConnected === true && observed.matches(find.main);
  const look = () => {
    if (document.hidden || signal.aborted) return;
    lastAddress = address();
    observe();
    on.changed();
  };
  const check = (counting: boolean) => {
    if (document.hidden || signal.aborted) return;
    const now = counting ? counts() : lastCounts;
    if (now === lastCounts && address() === lastAddress) return;
    lastCounts = now;
    look();
  };
  const checkSoon = (moved: boolean) => {
    quiet = QUIET;
    const ask = () => check(moved || !stands());
    window.requestIdleCallback?.(ask, { timeout: soon[0] ?? 0 });
    for (const delay of soon) after(delay, ask);
    if (moved) after(LAST_LOOK, look);
  };

  // Ids that arrive later, and messages that open and close, within the open thread.
  const observer = new window.MutationObserver((records) => {
    if (wanted || signal.aborted || !records.some(matters)) return;
    wanted = true;
    after(quiet, () => {
      wanted = false;
      quiet = Math.min(quiet * 2, LONGEST_QUIET);
      look();
    });
  });
  const observe = () => {
    const messages = document.getElementsByClassName(find.messageClass);
    const last = messages[messages.length - 1];
    // A message in a window of its own has no view around it.
    const thread = last ? (last.closest(find.main) ?? document.body) : null;
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
    observer.observe(thread, { subtree: true, childList: true, attributeFilter, attributeOldValue: true });
  };

  // A change of the hash is told twice, in both ways.
  let here = window.location.href;
  const navigated = () => {
    if (window.location.href === here) return;
    here = window.location.href;
    checkSoon(true);
  };
  const shownAgain = () => {
    look();
    checkSoon(true);
  };
  listen(window, 'hashchange', navigated, signal);
  listen(window, 'popstate', navigated, signal);
  listen(document, 'visibilitychange', shownAgain, signal);
  const clicked = ({ target }: Event) => {
    if (isElement(target) && target.closest(find.undo)) on.undone(page.now());
    checkSoon(false);
  };
  listen(document, 'click', clicked, signal, { capture: true, passive: true });
  // Where Gmail shows another thread it changes its address or title; a view that changes neither is counted now and then.
  let turns = 0;
  const asking = window.setInterval(() => {
    turns += 1;
    check(turns % COUNT_EVERY === 0);
  }, ASK_EVERY);
  signal.addEventListener('abort', () => {
    window.clearInterval(asking);
    for (const timer of timers) window.clearTimeout(timer);
    observer.disconnect();
  });
  shownAgain();
}

const telling = [find.subjectClass, find.messageClass, find.bodyClass, ...find.collapsedClasses];

/** Whether a change inside the thread is one of messages that come, go, open or close: everything else there is churn. */
function matters({
  type,
  attributeName,
  oldValue,
  target,
  addedNodes,
  removedNodes,
}: MutationRecord): boolean {
  if (type === 'attributes') {
    if (attributeName !== 'class') return true;
    const before = (oldValue ?? '').split(' ');
    return (
      isElement(target) && telling.some((name) => before.includes(name) !== target.classList.contains(name))
    );
  }
  for (const node of addedNodes) if (hasMessage(node)) return true;
  for (const node of removedNodes) if (hasMessage(node)) return true;
  return false;
}

function hasMessage(node: Node): boolean {
  return isElement(node) && (node.matches(parts) || node.querySelector(parts) !== null);
}

const parts = `${find.message}, .${find.bodyClass}`;

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && 'closest' in value;
}
