import { connectTap } from '@/utils/capture/connect-tap';
import { listenToWorker } from '@/utils/capture/listen-to-worker';
import type { PageAdapter } from '@/utils/capture/page-adapter';
import { runAdapter } from '@/utils/capture/run-adapter';
import { installTap } from '@/utils/capture/tap/install-tap';
import { createTell } from '@/utils/platform/tell';

/**
 * The same tap and the same adapter as in the site itself, both in this page, because a page of ours has one world
 * only. Call it before the page sends its first request. The worker keeps what comes from here in practice's own book.
 */
export function startPracticeCapture(page: Window & typeof globalThis, adapter: PageAdapter): void {
  const life = new AbortController();
  const { signal } = life;
  const tapEvents = connectTap(page.document, signal);
  installTap(page, adapter.tap);
  runAdapter(adapter, {
    document: page.document,
    location: page.location,
    tell: createTell(() => life.abort()),
    tapEvents,
    onMessage: listenToWorker,
    signal,
  });
}
