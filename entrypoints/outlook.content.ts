import { defineContentScript } from 'wxt/utils/define-content-script';
import { connectTap } from '@/utils/capture/connect-tap';
import { listenToWorker } from '@/utils/capture/listen-to-worker';
import { outlook } from '@/utils/capture/outlook/outlook';
import { outlookCalendar } from '@/utils/capture/outlook-calendar/outlook-calendar';
import { runAdapters } from '@/utils/capture/run-adapters';
import { createTell } from '@/utils/platform/tell';

/** In Outlook, in our own world: mail and calendar are one page, so one script reads both. */
export default defineContentScript({
  matches: [
    'https://outlook.office.com/*',
    'https://outlook.office365.com/*',
    'https://outlook.cloud.microsoft/*',
    'https://outlook.live.com/*',
  ],
  runAt: 'document_start',
  registration: 'runtime',
  // Registered in the isolated world (utils/platform); why MAIN is said to WXT stands in gmail.content.ts.
  world: 'MAIN',
  main() {
    const life = new AbortController();
    const { signal } = life;
    runAdapters([outlook, outlookCalendar], {
      document,
      location,
      tell: createTell(() => life.abort()),
      tapEvents: connectTap(document, signal),
      onMessage: listenToWorker,
      signal,
    });
  },
});
