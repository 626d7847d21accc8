import { defineContentScript } from 'wxt/utils/define-content-script';
import { connectTap } from '@/utils/capture/connect-tap';
import { gmail } from '@/utils/capture/gmail/gmail';
import { listenToWorker } from '@/utils/capture/listen-to-worker';
import { runAdapter } from '@/utils/capture/run-adapter';
import { createTell } from '@/utils/platform/tell';

/** In Gmail, in our own world: joins what the tap hears with what the page shows, and tells the worker. */
export default defineContentScript({
  matches: ['https://mail.google.com/*'],
  runAt: 'document_start',
  registration: 'runtime',
  // Registered in the isolated world (utils/platform). To WXT we say MAIN: its wrapper for the isolated world posts a
  // window message that every script of the page can read, and ends when the page sends it one back.
  world: 'MAIN',
  main() {
    const life = new AbortController();
    const { signal } = life;
    runAdapter(gmail, {
      document,
      location,
      tell: createTell(() => life.abort()),
      tapEvents: connectTap(document, signal),
      onMessage: listenToWorker,
      signal,
    });
  },
});
