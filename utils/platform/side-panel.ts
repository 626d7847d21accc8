import { browser } from '@/utils/platform/browser';

/** Chrome's own API, which the polyfill does not know. Firefox has a sidebar instead. */
interface ChromeSidePanel {
  open(options: { windowId: number }): Promise<void>;
}

function chromeSidePanel(): ChromeSidePanel | null {
  const found: unknown = Reflect.get(browser, 'sidePanel');
  return isSidePanel(found) ? found : null;
}

function isSidePanel(value: unknown): value is ChromeSidePanel {
  return typeof value === 'object' && value !== null && 'open' in value;
}

/**
 * Opens the panel of this window. Call it synchronously in the rep's gesture (a click, a command, a menu): both
 * browsers refuse it after any await, so the window's id must be known before. Firefox takes the gesture's window.
 */
export function openPanel(windowId: number | undefined): Promise<void> {
  const panel = chromeSidePanel();
  if (!panel) return browser.sidebarAction.open();
  if (windowId === undefined) return Promise.reject(new Error('No window to open the panel in'));
  return panel.open({ windowId });
}

/** Opens the panel, or closes it where the browser can (Firefox). Synchronously in the gesture, as `openPanel`. */
export function togglePanel(windowId: number | undefined): Promise<void> {
  return chromeSidePanel() ? openPanel(windowId) : browser.sidebarAction.toggle();
}

const MENU = 'open-panel';

/** The menu entry and the command that open the panel. Must be called while the worker starts. */
export function offerPanel(failed: (error: unknown) => void): void {
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.create(
      {
        id: MENU,
        title: browser.i18n.getMessage('commandOpenPanel'),
        contexts: ['page', 'selection', 'action'],
      },
      // Read, so that an entry that is there already is no unhandled error.
      () => void browser.runtime.lastError,
    );
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === MENU) openPanel(tab?.windowId).catch(failed);
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === MENU) togglePanel(tab?.windowId).catch(failed);
  });
}
