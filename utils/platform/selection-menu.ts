import { browser } from '@/utils/platform/browser';

const MENU = 'log-selection';

/**
 * "Log the selected text" in the context menu of any page. `pressed` is called in the press itself, so that a panel can
 * open, then `taken` with the text. Must be called while the worker starts.
 */
export function offerSelection(
  pressed: (windowId: number | undefined) => void,
  taken: (text: string, windowId: number) => void,
): void {
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.create(
      { id: MENU, title: browser.i18n.getMessage('menuLogSelection'), contexts: ['selection'] },
      // Read, so that an entry that is there already is no unhandled error.
      () => void browser.runtime.lastError,
    );
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId !== MENU) return;
    pressed(tab?.windowId);
    const flat = info.selectionText ?? '';
    void selectedText(tab?.id, info.frameId).then((lines) => {
      const text = lines || flat;
      if (tab?.windowId !== undefined && text) taken(text.slice(0, 400_000), tab.windowId);
    });
  });
}

/** The selection with its lines, where we may read the page; the menu itself gives it as one line. */
async function selectedText(tabId: number | undefined, frameId: number | undefined): Promise<string> {
  if (tabId === undefined) return '';
  try {
    const [found] = await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId ?? 0] },
      func: () => String(getSelection() ?? ''),
    });
    return typeof found?.result === 'string' ? found.result : '';
  } catch {
    return '';
  }
}
