import { browser } from '@/utils/platform/browser';

/** Which Sidelog this is, in which browser. */
export function aboutSidelog(): { version: string; browser: string } {
  return { version: browser.runtime.getManifest().version, browser: navigator.userAgent };
}
