import type { ToPage } from '@/utils/model/messages';
import { browser } from '@/utils/platform/browser';

/** How long a script may take to answer; a busy mail page answers late, a dead one never. */
const PATIENCE_MS = 2_000;

/** Tells the content script of a tab. Gives its answer, or undefined where none listens. */
export async function tellTab(tabId: number, message: ToPage): Promise<unknown> {
  const silence = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));
  const answer = browser.tabs.sendMessage(tabId, message, { frameId: 0 }).catch(() => undefined);
  return Promise.race([answer, silence]);
}

/** Tabs that show one of these match patterns. Only tabs whose host is granted are seen. */
export async function tabsShowing(
  patterns: string[],
): Promise<{ tabId: number; windowId: number | undefined; loading: boolean }[]> {
  if (patterns.length === 0) return [];
  const tabs = await browser.tabs.query({ url: patterns, discarded: false });
  return tabs.flatMap(({ id, windowId, status }) =>
    id === undefined ? [] : [{ tabId: id, windowId, loading: status === 'loading' }],
  );
}

/** Loads a tab anew. False where it is gone. */
export async function reloadTab(tabId: number): Promise<boolean> {
  try {
    await browser.tabs.reload(tabId);
    return true;
  } catch {
    return false;
  }
}

/** The address a tab shows, where its host is granted; null elsewhere and where the tab is gone. */
export async function urlOfTab(tabId: number): Promise<string | null> {
  try {
    return (await browser.tabs.get(tabId)).url ?? null;
  } catch {
    return null;
  }
}

/** Told when a tab closed, or began to load something. Call it while the worker starts. */
export function onTabLeft(closed: (tabId: number) => void, loading: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener((tabId) => closed(tabId));
  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (change.status === 'loading') loading(tabId);
  });
}
