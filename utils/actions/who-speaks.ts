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
  /** Our practice mailbox: the one page of ours whose captures count, into a book of their own. */
  | { who: 'practice'; tabId: number | undefined; url: string }
  /** Any other page of ours. */
  | { who: 'own-page' };

/**
 * Who sent this, by the browser's word alone; null for everybody whose messages are dropped. `root` is our own origin,
 * e.g. `chrome-extension://abc/`.
 */
export function whoSpeaks(sender: Sender, own: { id: string; root: string }): Speaker | null {
  if (sender.id !== own.id || sender.url === undefined) return null;
  const { url } = sender;
  if (url.startsWith(own.root)) {
    const path = url.slice(own.root.length).split(/[?#]/)[0];
    return path === 'practice.html' ? { who: 'practice', tabId: sender.tab?.id, url } : { who: 'own-page' };
  }
  const sites = sitesAt(url);
  if (sites.length === 0 || sender.tab?.id === undefined || sender.frameId !== 0) return null;
  return { who: 'mail-page', sites, tabId: sender.tab.id, url };
}
