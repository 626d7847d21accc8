import { defineContentScript } from 'wxt/utils/define-content-script';
import { tapOptions } from '@/utils/capture/gmail/tap-options';
import { installTap } from '@/utils/capture/tap/install-tap';

/** In Gmail's own world: listens to what the page receives. Registered when the rep agrees, for that host only. */
export default defineContentScript({
  matches: ['https://mail.google.com/*'],
  runAt: 'document_start',
  world: 'MAIN',
  registration: 'runtime',
  main() {
    installTap(window, tapOptions);
  },
});
