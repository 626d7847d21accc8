import { defineContentScript } from 'wxt/utils/define-content-script';
import { tapOptions } from '@/utils/capture/google-calendar/tap-options';
import { installTap } from '@/utils/capture/tap/install-tap';

/** In Google Calendar's own world: listens to what the page receives. Registered when the rep agrees, for that host only. */
export default defineContentScript({
  matches: ['https://calendar.google.com/*'],
  runAt: 'document_start',
  world: 'MAIN',
  registration: 'runtime',
  main() {
    installTap(window, tapOptions);
  },
});
