import type { Browser } from 'webextension-polyfill';

declare global {
  /** What functions see that a test evaluates inside the extension's own pages and worker. */
  const chrome: Browser & {
    sidePanel: { open(options: { tabId?: number; windowId?: number }): Promise<void> };
  };
}
