import { browser } from '@/utils/platform/browser';

/** The number on the toolbar button; nothing at 0, "99+" above 99. */
export async function showBadge(count: number): Promise<void> {
  await browser.action.setBadgeText({ text: badgeText(count) });
}

export function badgeText(count: number): string {
  if (count <= 0) return '';
  return count > 99 ? '99+' : String(count);
}
