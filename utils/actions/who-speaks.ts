import type { Site } from '@/utils/model/captured';
import { sitesAt } from '@/utils/model/site-hosts';

/** What the browser itself says of a message's sender; nothing here comes from the message. */
export interface Sender {
  id?: string;
  url?: string;
  frameId?: number;
  tab?: { id?: number; windowId?: number };
}

export type Speaker =
  /** Our content script in the top frame of a mail tab. Two sites may share a host. */
  | { who: 'mail-page'; sites: Site[]; tabId: number; url: string }
  /** Our practice mailbox or calendar: the pages of ours whose captures count, into a book of their own. */
  | { who: 'practice'; sites: Site[]; tabId: number | undefined; url: string }
  /** Any other page of ours. */
  | { who: 'own-page' };

/** Each has the shape of one site, and its captures count as that site's. */
const practicePages = new Map<string, Site>([
  ['practice.html', 'gmail'],
  ['practice-calendar.html', 'google-calendar'],
]);

/**
 * Who sent this, by the browser's word alone; null for everybody whose messages are dropped. `root` is our own origin,
 * e.g. `chrome-extension://abc/`.
 */
export function whoSpeaks(sender: Sender, own: { id: string; root: string }): Speaker | null {
  if (sender.id !== own.id || sender.url === undefined) return null;
  const { url } = sender;
  if (url.startsWith(own.root)) {
    const path = url.slice(own.root.length).split(/[?#]/)[0];
    const site = practicePages.get(path ?? '');
    return site ? { who: 'practice', sites: [site], tabId: sender.tab?.id, url } : { who: 'own-page' };
  }
  const sites = sitesAt(url);
  if (sites.length === 0 || sender.tab?.id === undefined || sender.frameId !== 0) return null;
  return { who: 'mail-page', sites, tabId: sender.tab.id, url };
}
