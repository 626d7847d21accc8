import { browser } from '@/utils/platform/browser';

/**
 * Opens the toolbar's popup over this window; in the press itself, as browsers ask. False where this browser has no
 * such call (Chrome before 127) or refuses it: the toolbar button does the same.
 */
export async function openPopup(): Promise<boolean> {
  const open: unknown = Reflect.get(browser.action, 'openPopup');
  if (typeof open !== 'function') return false;
  try {
    await Reflect.apply(open, browser.action, []);
    return true;
  } catch {
    return false;
  }
}
