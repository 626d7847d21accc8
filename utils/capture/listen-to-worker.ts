import { readToPage } from '@/utils/capture/read-to-page';
import type { runAdapter } from '@/utils/capture/run-adapter';
import { hearWorker } from '@/utils/platform/page-runtime';

/** Hands the worker's messages to an adapter, until the signal ends it. What is not a `ToPage` is not answered. */
export const listenToWorker: Parameters<typeof runAdapter>[1]['onMessage'] = (listener, signal) =>
  hearWorker((message) => {
    const known = readToPage(message);
    return known ? listener(known) : undefined;
  }, signal);
