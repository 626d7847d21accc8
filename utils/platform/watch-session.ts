import { browser } from '@/utils/platform/browser';

/** Gives the value under `key` in `storage.session`, now and after every change; undefined where there is none. */
export function watchSession(key: string, changed: (value: unknown) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[key];
    if (change) changed(change.newValue);
  };
  browser.storage.session.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(listener));
  void browser.storage.session.get(key).then((stored) => {
    if (!signal.aborted) changed(stored[key]);
  });
}
