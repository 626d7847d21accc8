import type { Intent, IntentAnswer } from '@/utils/model/messages';
import { openMailPage, openOwnPage } from '@/utils/platform/open-tab';
import { safeLink } from '@/utils/privacy/safe-link';

export type PageName = 'welcome' | 'options' | 'options-crm' | 'options-drift' | 'practice' | 'gmail';

const paths: Record<Exclude<PageName, 'gmail'>, string> = {
  welcome: '/welcome.html',
  options: '/options.html',
  'options-crm': '/options.html#crm',
  'options-drift': '/options.html#drift',
  practice: '/practice.html',
};

/** Opens one of our pages, or the mailbox. Practice is set up anew before it opens. */
export async function openPage(
  page: PageName,
  request: (intent: Intent) => Promise<IntentAnswer>,
): Promise<void> {
  if (page === 'gmail') return openMailPage('https://mail.google.com/mail/');
  if (page === 'practice') await request({ type: 'start-practice' });
  return openOwnPage(paths[page]);
}

const mailHosts = new Set(['mail.google.com']);

/** The address of a thread if it may be opened: https on a mail site that we read, nothing else. */
export function threadLink(url: string): string | null {
  const safe = safeLink(url);
  if (!safe?.startsWith('https:')) return null;
  return mailHosts.has(new URL(safe).host) ? safe : null;
}
