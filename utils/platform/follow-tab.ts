import { browser } from '@/utils/platform/browser';

/** The tab that a page of ours looks at. `url` only where we hold the host's permission. */
export interface FollowedTab {
  id: number;
  url?: string;
  loading: boolean;
}

/**
 * Tells which tab is active in this page's own window, now and after every change. A side panel has no tab of its
 * own; where one of our pages was opened as a tab, it follows the tab that was looked at last beside it.
 */
export function followTab(changed: (tab: FollowedTab | null) => void, signal: AbortSignal): void {
  let windowId: number | undefined;
  let ownTab: number | undefined;
  let followed: number | undefined;

  const look = async (id: number | undefined) => {
    followed = id;
    const tab = id === undefined ? null : await browser.tabs.get(id).catch(() => null);
    if (signal.aborted || followed !== id) return;
    if (tab?.id === undefined) return changed(null);
    changed({ id: tab.id, ...(tab.url ? { url: tab.url } : {}), loading: tab.status === 'loading' });
  };
  const start = async () => {
    const [here, own] = await Promise.all([browser.windows.getCurrent(), browser.tabs.getCurrent()]);
    windowId = here.id;
    ownTab = own?.id;
    const tabs = await browser.tabs.query({ windowId });
    const others = tabs.filter((tab) => tab.id !== ownTab);
    const active = others.find((tab) => tab.active);
    const latest = others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
    await look((active ?? latest)?.id);
  };
  const activated = (info: { tabId: number; windowId: number }) => {
    if (info.windowId === windowId && info.tabId !== ownTab) void look(info.tabId);
  };
  const updated = (tabId: number) => {
    if (tabId === followed) void look(tabId);
  };
  const removed = (tabId: number) => {
    if (tabId === followed) changed(null);
  };
  browser.tabs.onActivated.addListener(activated);
  browser.tabs.onUpdated.addListener(updated);
  browser.tabs.onRemoved.addListener(removed);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(activated);
    browser.tabs.onUpdated.removeListener(updated);
    browser.tabs.onRemoved.removeListener(removed);
  });
  void start();
}

/** The window that this page stands in. */
export async function currentWindowId(): Promise<number | undefined> {
  return (await browser.windows.getCurrent()).id;
}

/** The tab that is active in this page's window: the one under a popup. */
export async function activeTab(): Promise<FollowedTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  return { id: tab.id, ...(tab.url ? { url: tab.url } : {}), loading: tab.status === 'loading' };
}
