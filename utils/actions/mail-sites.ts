import type { PageSite } from '@/utils/model/captured';
import type { RunTimeScript } from '@/utils/platform/content-scripts';

/** Where a mail site lives, and what is run there once the rep consented. */
export interface MailSite {
  site: PageSite;
  /** Match patterns, e.g. `https://mail.google.com/*`. */
  patterns: string[];
  /** In this order: the isolated script must listen before the tap speaks. */
  scripts: RunTimeScript[];
}

const gmail = ['https://mail.google.com/*'];
const googleCalendar = ['https://calendar.google.com/*'];
/** Work and school, its older and its newer name, and the personal host. */
const outlook = [
  'https://outlook.office.com/*',
  'https://outlook.office365.com/*',
  'https://outlook.cloud.microsoft/*',
  'https://outlook.live.com/*',
];
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

/** What a page at this address may speak for, e.g. `https://mail.google.com/mail/u/0/#inbox`; empty elsewhere. */
export function sitesAt(url: string): PageSite[] {
  if (!URL.canParse(url)) return [];
  const { origin } = new URL(url);
  return mailSites.filter(({ patterns }) => patterns.includes(`${origin}/*`)).map(({ site }) => site);
}

/** The hosts of these sites, each once. */
export function patternsOf(sites: readonly PageSite[]): string[] {
  const all = mailSites.filter((each) => sites.includes(each.site)).flatMap((each) => each.patterns);
  return [...new Set(all)];
}
