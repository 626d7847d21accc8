import { connectTap } from '@/utils/capture/connect-tap';
import { gmail } from '@/utils/capture/gmail/gmail';
import { tapOptions } from '@/utils/capture/gmail/tap-options';
import { readToPage } from '@/utils/capture/read-to-page';
import { runAdapter } from '@/utils/capture/run-adapter';
import { installTap } from '@/utils/capture/tap/install-tap';
import { browser } from '@/utils/platform/browser';
import { createTell, isOrphan } from '@/utils/platform/tell';

/**
 * The same tap and the same adapter as in Gmail, both in this page, because a page of ours has one world only. Call it
 * before the page sends its first request. The worker keeps what comes from here in practice's own book.
 */
export function startPracticeCapture(page: Window & typeof globalThis): void {
  const life = new AbortController();
  const { signal } = life;
  const tapEvents = connectTap(page.document, signal);
  installTap(page, tapOptions);
  runAdapter(gmail, {
    document: page.document,
    location: page.location,
    tell: createTell(() => life.abort()),
    tapEvents,
    onMessage(listener, until) {
      const heard = (message: unknown) => {
        const known = readToPage(message);
        return known ? Promise.resolve(listener(known)) : undefined;
      };
      browser.runtime.onMessage.addListener(heard);
      until.addEventListener('abort', () => {
        if (!isOrphan()) browser.runtime.onMessage.removeListener(heard);
      });
    },
    signal,
  });
}
