import type { Book } from '@/utils/model/messages';
import { browser } from '@/utils/platform/browser';
import { openOwnPage } from '@/utils/platform/open-tab';

const paths: Record<Book, string> = { real: '/popup.html', practice: '/popup.html?practice' };

/**
 * Shows this book's day without a press on the toolbar's button: as the popup where the browser allows that, else the
 * same page in a tab (Chrome before 127 and without a window in front, Firefox without a gesture of its own). A popup
 * takes its book from the tab below it. To be called in the press itself, where there is one.
 */
export async function openDay(book: Book): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    await openOwnPage(paths[book]);
  }
}

/** Whether this is the address of practice's day in a tab. */
export function isPracticeDay(url: string): boolean {
  return url.split('#')[0] === browser.runtime.getURL(paths.practice);
}
