import * as find from '@/utils/capture/gmail/find';
import { listen } from '@/utils/capture/listen';
import type { Page } from '@/utils/capture/page-adapter';

/** After a click or a change of address the page needs a moment: looked at again after so many milliseconds. */
const soon = [60, 250, 700];
const LAST_LOOK = 1500;
/** Between two looks that only churn inside the thread asked for: longer each time that nothing came of it. */
const QUIET = 300;
const LONGEST_QUIET = 5000;
/** Seconds between two counts that nothing asked for. */
const COUNT_EVERY = 15;

/**
 * Tells when the page may show something else. Costs next to nothing while nothing happens: one cheap question a
 * second while the tab is visible, and one observer on the open thread alone. Asks nothing of the layout.
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
  let lastAddress = '';
  let lastSubjects = 0;
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

  /** Each count walks the page once if it changed since. */
  const signature = () =>
    [find.subjectClass, find.messageClass, find.bodyClass, ...find.collapsedClasses].map(count).join(' ');
  const address = () => `${window.location.hash} ${document.title}`;
  const check = (sure = false) => {
    if (document.hidden || signal.aborted) return;
    lastAddress = address();
    lastSubjects = count(find.subjectClass);
    const now = `${window.location.hash} ${signature()}`;
    if (now === last && !sure) return;
    last = now;
    quiet = QUIET;
    observe();
    on.changed();
  };
  const checkSoon = () => {
    for (const delay of soon) after(delay, () => check());
    // One message that opens while another closes counts the same: with a thread open, looked at once for sure.
    after(LAST_LOOK, () => {
      if (observed) check(true);
    });
  };

  // Ids that arrive later, and messages that open and close, within the open thread.
  const observer = new window.MutationObserver((records) => {
    if (wanted || signal.aborted || !records.some(matters)) return;
    wanted = true;
    const sure = records.some((record) => record.type === 'attributes' && record.attributeName !== 'class');
    after(quiet, () => {
      wanted = false;
      quiet = Math.min(quiet * 2, LONGEST_QUIET);
      check(sure);
    });
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
  // A change of the hash is told twice, in both ways.
  let here = window.location.href;
  const navigated = () => {
    if (window.location.href === here) return;
    here = window.location.href;
    always();
  };
  listen(window, 'hashchange', navigated, signal);
  listen(window, 'popstate', navigated, signal);
  listen(document, 'visibilitychange', always, signal);
  const clicked = ({ target }: Event) => {
    if (isElement(target) && target.closest(find.undo)) on.undone(page.now());
    checkSoon();
  };
  listen(document, 'click', clicked, signal, { capture: true, passive: true });
  // Where Gmail shows another thread it changes its address or title. Counting walks the whole page (1.4 ms with a
  // thread of 300 in it, 2026-11), so it is asked only now and then, for a view that changes neither.
  let seconds = 0;
  const everySecond = window.setInterval(() => {
    seconds += 1;
    if (document.hidden) return;
    const counted = seconds % COUNT_EVERY === 0 ? count(find.subjectClass) : lastSubjects;
    if (address() !== lastAddress || counted !== lastSubjects) check();
  }, 1000);
  signal.addEventListener('abort', () => {
    window.clearInterval(everySecond);
    for (const timer of timers) window.clearTimeout(timer);
    observer.disconnect();
  });
  always();
}

/** Whether a change inside the thread is one of messages: everything else there is churn. */
function matters(record: MutationRecord): boolean {
  if (record.type === 'attributes') return record.attributeName !== 'class' || hasMessage(record.target);
  for (const node of record.addedNodes) if (hasMessage(node)) return true;
  for (const node of record.removedNodes) if (hasMessage(node)) return true;
  return false;
}

function hasMessage(node: Node): boolean {
  return isElement(node) && (node.matches(parts) || node.querySelector(parts) !== null);
}

const parts = `${find.message}, .${find.bodyClass}`;

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && 'closest' in value;
}
