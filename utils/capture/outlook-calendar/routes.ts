import { mailId } from '@/utils/understand/exchange-id';

/*
 * https://outlook.office.com/calendar/view/week
 * https://outlook.live.com/calendar/0/view/month
 * https://outlook.office.com/calendar/item/AAMkAG…
 * https://outlook.office.com/calendar/deeplink/compose
 * https://outlook.office365.com/owa/?itemid=AAMkAG…&exvsurl=1&path=/calendar/item     (links of other programs)
 */
const hosts = new Set([
  'outlook.office.com',
  'outlook.office365.com',
  'outlook.live.com',
  'outlook.cloud.microsoft',
]);

/** Whether this address shows a calendar. */
export function isCalendar(href: string): boolean {
  const url = parse(href);
  if (url?.protocol !== 'https:' || !hosts.has(url.hostname)) return false;
  const path = url.pathname.startsWith('/owa/') ? (url.searchParams.get('path') ?? '') : url.pathname;
  return /^\/calendar(?:\/|$)/.test(path);
}

/** The event that the address names, as it stands in `source.ids`; null where it names none. */
export function eventInUrl(href: string): string | null {
  const url = parse(href);
  if (!url) return null;
  const inPath = /\/(?:item|deeplink\/read|read)\/([^/?#]{6,})/.exec(url.pathname)?.[1];
  const raw = inPath ?? url.searchParams.get('itemid') ?? url.searchParams.get('ItemID') ?? '';
  return raw === '' ? null : mailId(raw);
}

function parse(href: string): URL | null {
  return URL.canParse(href) ? new URL(href) : null;
}
