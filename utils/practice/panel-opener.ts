import { browser } from '@/utils/platform/browser';
import { openPanel } from '@/utils/platform/side-panel';

/**
 * Opens the panel beside this page. The window's id is asked for before it is needed (both browsers refuse the panel
 * after an await), and again whenever the page comes to the front: a tab can be moved.
 */
export function createPanelOpener(page: Window): () => void {
  let windowId: number | undefined;
  const learn = () => {
    void browser.windows.getCurrent().then((window) => {
      windowId = window.id;
    });
  };
  learn();
  page.addEventListener('focus', learn);
  return () => {
    // The toolbar button and the keyboard command stay where this is refused.
    openPanel(windowId).catch(() => undefined);
  };
}
