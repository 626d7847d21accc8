import { defineContentScript } from 'wxt/utils/define-content-script';
import { tapOptions } from '@/utils/capture/outlook/tap-options';
import { installTap } from '@/utils/capture/tap/install-tap';

/**
 * In Outlook's own world, mail and calendar alike: listens to what the page receives. Registered when the rep agrees, for
 * its hosts only. Makes no markup and evaluates nothing: the page enforces Trusted Types.
 */
export default defineContentScript({
  matches: [
    'https://outlook.office.com/*',
    'https://outlook.office365.com/*',
    'https://outlook.cloud.microsoft/*',
    'https://outlook.live.com/*',
  ],
  runAt: 'document_start',
  world: 'MAIN',
  registration: 'runtime',
  main() {
    installTap(window, tapOptions);
  },
});
