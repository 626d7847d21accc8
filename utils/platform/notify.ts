import { browser } from '@/utils/platform/browser';

const needed = { permissions: ['notifications' as const] };

const MORNING = 'morning';

/** Asks whether we may show notifications. Call it synchronously in the rep's click, from a page of ours. */
export function requestNotifications(): Promise<boolean> {
  return browser.permissions.request(needed);
}

/** Whether we may, as of now: the rep can take it back in the browser's own settings. */
export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(needed);
}

/** What stands in a morning's notification: numbers alone, for a screen that others may see. */
export interface MorningCounts {
  waiting: number;
  promises: number;
  tasks: number;
  notes: number;
}

let heard = false;

/**
 * Calls `run` when the rep presses the morning's notification. Before the permission was given there is no such event:
 * call it while the worker starts, and again when permissions changed.
 */
export function onMorningPressed(run: () => void): void {
  // Missing while the permission is, whatever the types say.
  const api: typeof browser.notifications | undefined = browser.notifications;
  if (heard || !api) return;
  heard = true;
  api.onClicked.addListener((id) => {
    if (id !== MORNING) return;
    void api.clear(id);
    run();
  });
}

/** Shows what is due, the morning's before it replaced. False where the browser's permission is not given (any more). */
export async function showMorning(counts: MorningCounts): Promise<boolean> {
  if (!(await mayNotify())) return false;
  const lines = [
    ['morningWaiting', counts.waiting],
    ['morningPromises', counts.promises],
    ['morningTasks', counts.tasks],
    ['morningNotes', counts.notes],
  ] as const;
  await browser.notifications.create(MORNING, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: browser.i18n.getMessage('morningTitle'),
    message: lines
      .filter(([, count]) => count > 0)
      .map(([name, count]) => browser.i18n.getMessage(name, String(count)))
      .join('\n'),
  });
  return true;
}
