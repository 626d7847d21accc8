import { signal } from '@preact/signals';
import { type FollowedTab, followTab } from '@/utils/platform/follow-tab';
import { hasOrigins, onPermissionsChanged } from '@/utils/platform/permissions';
import { watchSession } from '@/utils/platform/watch-session';

/** Gmail's host, as the browser is asked for it. */
export const GMAIL_ORIGINS = ['https://mail.google.com/*'];

/** Whether Gmail's host is granted, live; null until the browser has answered. */
export function watchGmailHost(abort: AbortSignal) {
  const granted = signal<boolean | null>(null);
  const look = () =>
    void hasOrigins(GMAIL_ORIGINS).then((has) => {
      if (!abort.aborted) granted.value = has;
    });
  onPermissionsChanged(look);
  look();
  return granted;
}

/** What the browser tells the panel: its window's tab, what tabs show, the network, the host. */
export function watchSurroundings(abort: AbortSignal) {
  const tab = signal<FollowedTab | null>(null);
  const openTabs = signal<unknown>(undefined);
  const staleTabs = signal<unknown>(undefined);
  const notKept = signal<unknown>(undefined);
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
  const tell = () => {
    online.value = navigator.onLine;
  };
  window.addEventListener('online', tell, { signal: abort });
  window.addEventListener('offline', tell, { signal: abort });
  return { tab, openTabs, staleTabs, notKept, online, hostGranted: watchGmailHost(abort) };
}
