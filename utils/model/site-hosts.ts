import type { PageSite } from '@/utils/model/captured';

const gmail = ['https://mail.google.com/*'];
const googleCalendar = ['https://calendar.google.com/*'];
/** Work and school, its older and its newer name, and the personal host. Mail and calendar are one page there. */
const outlook = [
  'https://outlook.office.com/*',
  'https://outlook.office365.com/*',
  'https://outlook.cloud.microsoft/*',
  'https://outlook.live.com/*',
];

/** Where each site lives, as match patterns: what the browser is asked for in the rep's click. */
export const siteHosts: Record<PageSite, string[]> = {
  gmail,
  'google-calendar': googleCalendar,
  outlook,
  'outlook-calendar': outlook,
};

/** In the order in which a rep is asked. */
export const allSites = [
  'gmail',
  'google-calendar',
  'outlook',
  'outlook-calendar',
] as const satisfies PageSite[];

/** Built from documented shapes alone: nobody has tried these on a live account yet. */
export const unconfirmedSites: ReadonlySet<PageSite> = new Set(['outlook', 'outlook-calendar']);

/** What a page at this address may speak for, e.g. `https://mail.google.com/mail/u/0/#inbox`; empty elsewhere. */
export function sitesAt(url: string): PageSite[] {
  if (!URL.canParse(url)) return [];
  const { origin } = new URL(url);
  return allSites.filter((site) => siteHosts[site].includes(`${origin}/*`));
}

/** The one that a person sees at this address: Outlook's calendar is `https://outlook.office.com/calendar/…`. */
export function siteShown(url: string): PageSite | null {
  const sites = sitesAt(url);
  const calendar = /^\/calendar(?:\/|$)/.test(URL.canParse(url) ? new URL(url).pathname : '');
  return (calendar ? sites.at(-1) : sites[0]) ?? null;
}

/** The hosts of these sites, each once. */
export function patternsOf(sites: readonly PageSite[]): string[] {
  return [...new Set(sites.flatMap((site) => siteHosts[site]))];
}
