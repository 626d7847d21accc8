import { tapOptions as outlookTap } from '@/utils/capture/outlook/tap-options';
import type { PageSite } from '@/utils/model/captured';
import { siteHosts } from '@/utils/model/site-hosts';
import { escapeHtml, gmailHeaders, intoHead, isWholePage, pageDocument } from './page.ts';
import { gmailWire, type WireRules, type WireStep } from './wire.ts';

type Embedded = Extract<WireStep, { kind: 'embedded' }>;

/** How one site is replayed. */
export interface ReplaySite {
  site: PageSite;
  hosts: readonly string[];
  /** Where the page stands unless `--url` says otherwise. */
  url: string;
  headers: Record<string, string>;
  wire: WireRules;
  /** How the page asks. */
  carrier: 'xhr' | 'fetch';
  /** The address of the page's request number `index`, from the root of `url`. */
  address(endpoint: string, index: number, url: URL): string;
  document(page: { html: string; account: string | undefined; embedded: Embedded[] }): string;
}

/** Both enforce Trusted Types; inline scripts of the recorded page may run. */
const trusted = gmailHeaders;

const calendarEndpoints = ['sync', 'prefetcheventrange', 'fetcheventrange', 'minievents', 'embedded'];
const calendarWire: WireRules = {
  endpoints: calendarEndpoints.join(', '),
  named: (text) => calendarEndpoints.find((endpoint) => endpoint === text) ?? null,
  endpointOf(name) {
    if (/initial-?data|embedded/i.test(name)) return 'embedded';
    return /(prefetcheventrange|fetcheventrange|minievents|sync)/.exec(name)?.[1] ?? null;
  },
  embeddedKey: () => 'initialdata',
  isRequest: (_, text) => /^f\.req=/.test(text),
};

/** A first paint with nothing in it: its frame stands at [39][1]. */
const emptyPaint = JSON.stringify([...Array.from({ length: 39 }, () => null), [null, []]]);

/** Actions as Outlook names them: `GetConversationItems`, `UpdateItem`; `port`: a message of a worker. */
const outlookWire: WireRules = {
  endpoints: 'an action such as GetConversationItems, startupdata, port',
  named: (text) => (text === 'port' || isAction(text) ? text : null),
  endpointOf(name) {
    const [, action = ''] = /^(?:\d+[.-])?([A-Za-z][A-Za-z_]*)/.exec(name) ?? [];
    return action === 'port' || isAction(action) ? action : null;
  },
  embeddedKey: () => '',
  isRequest: (_, text) => /^\s*\{\s*"__type"\s*:\s*"\w+JsonRequest:/.test(text),
};

const isAction = (name: string) => outlookTap.endpoints.test(outlookAddress(name, 0, '', 'Mail'));

function outlookAddress(endpoint: string, index: number, box: string, app: string): string {
  if (endpoint === 'startupdata') return `/owa/${box}startupdata.ashx?app=${app}&n=${index}`;
  return `/owa/${box}service.svc?action=${endpoint}&app=${app}&n=${index}`;
}

function outlook(site: PageSite, url: string, app: string): ReplaySite {
  return {
    site,
    hosts: siteHosts[site],
    url,
    headers: trusted,
    wire: outlookWire,
    carrier: 'fetch',
    address: (endpoint, index, { host }) =>
      outlookAddress(endpoint, index, host === 'outlook.live.com' ? '0/' : '', app),
    document({ html, account }) {
      const button = account
        ? `<button id="O365_MainLink_Me" aria-label="Account manager for ${escapeHtml(account)}"></button>`
        : '';
      return intoBody(wholePage(html, 'Outlook'), button);
    },
  };
}

export const replaySites: readonly ReplaySite[] = [
  {
    site: 'gmail',
    hosts: siteHosts.gmail,
    url: 'https://mail.google.com/mail/u/0/#inbox/FMfcgzReplayedThread',
    headers: gmailHeaders,
    wire: gmailWire,
    carrier: 'xhr',
    address: (endpoint, index) => `/sync/u/0/i/${endpoint}?hl=en&c=${index}&rt=r&pt=ji`,
    document: pageDocument,
  },
  {
    site: 'google-calendar',
    hosts: siteHosts['google-calendar'],
    url: 'https://calendar.google.com/calendar/u/0/r/week',
    headers: trusted,
    wire: calendarWire,
    carrier: 'xhr',
    address: (endpoint, index) =>
      `/calendar/u/0/${endpoint === 'minievents' ? '' : 'sync.'}${endpoint}?c=${index}`,
    document({ html, account, embedded }) {
      const owner = account ? `<div hidden><span id="xUserEmail">${escapeHtml(account)}</span></div>` : '';
      const page = intoBody(wholePage(html, 'Calendar'), owner);
      const [first] = embedded;
      // A page that was cut out of its document has no first paint; an empty one says that there was nothing in it.
      const text =
        first?.text ?? (isWholePage(html) || html.includes('id="initialdata"') ? null : emptyPaint);
      if (text === null) return page;
      const data = text.replaceAll('<', '\\u003c');
      return intoHead(page, `<script id="initialdata" type="application/json">${data}</script>`, null);
    },
  },
  outlook('outlook', 'https://outlook.office.com/mail/inbox', 'Mail'),
  outlook('outlook-calendar', 'https://outlook.office.com/calendar/view/week', 'Calendar'),
];

function wholePage(html: string, title: string): string {
  if (isWholePage(html)) return html;
  return `<!doctype html>
<html><head><meta charset="utf-8"><title>${title}</title></head><body>${html}</body></html>`;
}

/** Right behind the body's opening tag; a page without one gets it at its end. */
function intoBody(html: string, markup: string): string {
  if (markup === '') return html;
  const open = /<body(?:\s[^>]*)?>/i.exec(html);
  const at = open ? open.index + open[0].length : html.length;
  return `${html.slice(0, at)}${markup}${html.slice(at)}`;
}
