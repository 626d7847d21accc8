import type { PageSite } from '@/utils/model/captured';
import { siteHosts } from '@/utils/model/site-hosts';
import type { RunTimeScript } from '@/utils/platform/content-scripts';

/** Where a mail site lives, and what is run there once the rep consented. */
export interface MailSite {
  site: PageSite;
  /** Match patterns, e.g. `https://mail.google.com/*`. */
  patterns: string[];
  /** In this order: the isolated script must listen before the tap speaks. */
  scripts: RunTimeScript[];
}

const { gmail, 'google-calendar': googleCalendar, outlook } = siteHosts;
const outlookScripts: RunTimeScript[] = [
  { id: 'outlook', matches: outlook, file: 'content-scripts/outlook.js', world: 'ISOLATED' },
  { id: 'outlook-tap', matches: outlook, file: 'content-scripts/outlook-tap.js', world: 'MAIN' },
];

export const mailSites: readonly MailSite[] = [
  {
    site: 'gmail',
    patterns: gmail,
    scripts: [
      { id: 'gmail', matches: gmail, file: 'content-scripts/gmail.js', world: 'ISOLATED' },
      { id: 'gmail-tap', matches: gmail, file: 'content-scripts/gmail-tap.js', world: 'MAIN' },
    ],
  },
  {
    site: 'google-calendar',
    patterns: googleCalendar,
    scripts: [
      {
        id: 'google-calendar',
        matches: googleCalendar,
        file: 'content-scripts/google-calendar.js',
        world: 'ISOLATED',
      },
      {
        id: 'google-calendar-tap',
        matches: googleCalendar,
        file: 'content-scripts/google-calendar-tap.js',
        world: 'MAIN',
      },
    ],
  },
  // Mail and calendar are one page on the same hosts, with one pair of scripts: each is consented to on its own.
  { site: 'outlook', patterns: outlook, scripts: outlookScripts },
  { site: 'outlook-calendar', patterns: outlook, scripts: outlookScripts },
];
