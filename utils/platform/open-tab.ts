import { browser } from '@/utils/platform/browser';

/** A page of ours by its path, e.g. `/welcome.html`, in a tab; the one that is open already where there is one. */
export async function openOwnPage(path: string): Promise<void> {
  const url = browser.runtime.getURL(path);
  const [there] = await browser.tabs.query({ url: `${url.split('#')[0]}*` }).catch(() => []);
  if (there?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(there.id, { active: true, ...(path.includes('#') ? { url } : {}) });
  if (there.windowId !== undefined) await browser.windows.update(there.windowId, { focused: true });
}

/**
 * Shows a web page's address in the tab that has its site open already (the part before the hash is the same, so
 * that the site moves without loading anew), else in a new tab. The caller has checked that the address is safe.
 */
export async function openMailPage(url: string): Promise<void> {
  const site = url.split('#')[0] ?? url;
  const [there] = await browser.tabs.query({ url: `${site.split('?')[0]}*` }).catch(() => []);
  if (there?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(there.id, { active: true, url });
  if (there.windowId !== undefined) await browser.windows.update(there.windowId, { focused: true });
}

/** Whether this is the address of the practice mailbox or calendar. */
export function isPracticePage(url: string): boolean {
  const page = url.split(/[?#]/)[0];
  return ['/practice.html', '/practice-calendar.html'].some((path) => page === browser.runtime.getURL(path));
}
