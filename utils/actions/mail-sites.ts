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

export const mailSites: readonly MailSite[] = [
  {
    site: 'gmail',
    patterns: gmail,
    scripts: [
      { id: 'gmail', matches: gmail, file: 'content-scripts/gmail.js', world: 'ISOLATED' },
      { id: 'gmail-tap', matches: gmail, file: 'content-scripts/gmail-tap.js', world: 'MAIN' },
    ],
  },
];

/** The mail site that shows this address, e.g. `https://mail.google.com/mail/u/0/#inbox`; undefined elsewhere. */
export function siteOf(url: string): PageSite | undefined {
  if (!URL.canParse(url)) return undefined;
  const { origin } = new URL(url);
  return mailSites.find((each) => each.patterns.some((pattern) => pattern === `${origin}/*`))?.site;
}

export function patternsOf(sites: readonly PageSite[]): string[] {
  return mailSites.filter((each) => sites.includes(each.site)).flatMap((each) => each.patterns);
}
