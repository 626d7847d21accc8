import type { PageSite } from '@/utils/model/captured';
import type { Intent, IntentAnswer } from '@/utils/model/messages';
import { sitesAt } from '@/utils/model/site-hosts';
import { openMailPage, openOwnPage } from '@/utils/platform/open-tab';
import { safeLink } from '@/utils/privacy/safe-link';

export type PageName = 'welcome' | 'options' | 'options-crm' | 'options-drift' | 'practice' | PageSite;

const paths: Record<Exclude<PageName, PageSite>, string> = {
  // Whoever asks for it from elsewhere wants to see what is read.
  welcome: '/welcome.html#reading',
  options: '/options.html',
  'options-crm': '/options.html#crm-connect',
  'options-drift': '/options.html#drift',
  practice: '/practice.html',
};

/** Where a site begins, for whoever has it open nowhere. */
const sitePages: Record<PageSite, string> = {
  gmail: 'https://mail.google.com/mail/',
  'google-calendar': 'https://calendar.google.com/calendar/',
  outlook: 'https://outlook.office.com/mail/',
  'outlook-calendar': 'https://outlook.office.com/calendar/',
};

const isSite = (page: PageName): page is PageSite => page in sitePages;

/** Opens one of our pages, or a site. Practice is set up anew before it opens. */
export async function openPage(
  page: PageName,
  request: (intent: Intent) => Promise<IntentAnswer>,
): Promise<void> {
  if (isSite(page)) return openMailPage(sitePages[page]);
  if (page === 'practice') await request({ type: 'start-practice' });
  return openOwnPage(paths[page]);
}

/** The address of a thread if it may be opened: https on a mail site that we read, nothing else. */
export function threadLink(url: string): string | null {
  const safe = safeLink(url);
  if (!safe?.startsWith('https:')) return null;
  return sitesAt(safe).length > 0 ? safe : null;
}
