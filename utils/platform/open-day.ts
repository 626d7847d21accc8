import { browser } from '@/utils/platform/browser';
import { openOwnPage } from '@/utils/platform/open-tab';

/**
 * Shows the day's list without a press on the toolbar's button: as the popup where the browser allows that, else the
 * same page in a tab (Firefox without a gesture of its own, Chrome without a window in front).
 */
export async function openDay(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    await openOwnPage('/popup.html');
  }
}
