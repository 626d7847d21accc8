import { readToPage } from '@/utils/capture/read-to-page';
import type { runAdapter } from '@/utils/capture/run-adapter';
import { browser } from '@/utils/platform/browser';
import { isOrphan } from '@/utils/platform/tell';

/** Hands the worker's messages to an adapter, until the signal ends it. What is not a `ToPage` is not answered. */
export const listenToWorker: Parameters<typeof runAdapter>[1]['onMessage'] = (listener, signal) => {
  const heard = (message: unknown) => {
    const known = readToPage(message);
    return known ? Promise.resolve(listener(known)) : undefined;
  };
  browser.runtime.onMessage.addListener(heard);
  signal.addEventListener('abort', () => {
    // An orphan has no `runtime` any more, and nothing to be removed from.
    if (!isOrphan()) browser.runtime.onMessage.removeListener(heard);
  });
};
