import { defineContentScript } from 'wxt/utils/define-content-script';
import { connectTap } from '@/utils/capture/connect-tap';
import { googleCalendar } from '@/utils/capture/google-calendar/google-calendar';
import { listenToWorker } from '@/utils/capture/listen-to-worker';
import { runAdapter } from '@/utils/capture/run-adapter';
import { createTell } from '@/utils/platform/tell';

/** In Google Calendar, in our own world: joins what the tap hears with what the page shows, and tells the worker. */
export default defineContentScript({
  matches: ['https://calendar.google.com/*'],
  runAt: 'document_start',
  registration: 'runtime',
  // Registered in the isolated world; why WXT is told MAIN stands in gmail.content.ts.
  world: 'MAIN',
  main() {
    const life = new AbortController();
    const { signal } = life;
    runAdapter(googleCalendar, {
      document,
      location,
      tell: createTell(() => life.abort()),
      tapEvents: connectTap(document, signal),
      onMessage: listenToWorker,
      signal,
    });
  },
});
