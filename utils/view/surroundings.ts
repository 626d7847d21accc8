import { signal } from '@preact/signals';
import { type FollowedTab, followTab } from '@/utils/platform/follow-tab';
import { watchSession } from '@/utils/platform/watch-session';
import { watchGrantedSites } from '@/utils/view/granted-sites';

/** What the browser tells the panel: its window's tab, what tabs show, the network, the hosts. */
export function watchSurroundings(abort: AbortSignal) {
  const tab = signal<FollowedTab | null>(null);
  const openTabs = signal<unknown>(undefined);
  const staleTabs = signal<unknown>(undefined);
  const notKept = signal<unknown>(undefined);
  const syncTrouble = signal<unknown>(undefined);
  const online = signal(navigator.onLine);
  followTab((next) => {
    tab.value = next;
  }, abort);
  watchSession(
    'open-tabs',
    (value) => {
      openTabs.value = value;
    },
    abort,
  );
  watchSession(
    'stale-tabs',
    (value) => {
      staleTabs.value = value;
    },
    abort,
  );
  watchSession(
    'not-kept',
    (value) => {
      notKept.value = value;
    },
    abort,
  );
  watchSession(
    'sync-trouble-real',
    (value) => {
      syncTrouble.value = value;
    },
    abort,
  );
  const tell = () => {
    online.value = navigator.onLine;
  };
  window.addEventListener('online', tell, { signal: abort });
  window.addEventListener('offline', tell, { signal: abort });
  return { tab, openTabs, staleTabs, notKept, online, syncTrouble, granted: watchGrantedSites(abort) };
}
