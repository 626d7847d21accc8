/** The pages that the bench measures: where each stands, what its requests are answered, and what is to come of them. */
import { readFileSync } from 'node:fs';
import { bvAnswer, fdAnswer, ME, makeList, makeThread } from './mailbox.mjs';
import {
  conversationAnswer,
  drawn,
  emptyPoll,
  eventAnswer,
  initialData,
  rangeAnswer,
  viewAnswer,
} from './other-wire.mjs';
import { makePage } from './page.mjs';

/** @typedef {{ contentType: string, body: string }} Answer */
/** @typedef {(key: string, make: () => string) => string} Once the text of this key, made when it is first asked for */
/**
 * @typedef {object} Site
 * @property {string} name the one that the rep consents to
 * @property {string[]} hosts match patterns to be granted
 * @property {string} url the page
 * @property {string} blank of the same site, so in the same renderer process, but no host of ours: no candidate runs there
 * @property {number} repeats fresh loads, each with a first opening, per round
 * @property {(count: number) => number} records how many records the opening of so many gives
 * @property {(row: any, seed: number) => boolean} isRecord whether a proposal is of the opening of this seed
 * @property {(now: number) => (url: URL, body: string, once: Once) => Answer | null} serve
 */

const json = (/** @type {string} */ body) => ({ contentType: 'application/json', body });
const html = (/** @type {string} */ body) => ({ contentType: 'text/html; charset=utf-8', body });
const script = (/** @type {string} */ body) => ({ contentType: 'text/javascript', body });
const inline = (/** @type {unknown} */ value) => JSON.stringify(value).replaceAll('<', '\\u003c');
const otherProgram = readFileSync(new URL('other-app.js', import.meta.url), 'utf8');

/** Every seed has a subject of its own. @param {any} row @param {number} seed */
const isRecord = (row, seed) => row.captured.subject.includes(`Offer ${1000 + seed}:`);

/** @type {Site} */
const gmail = {
  name: 'gmail',
  hosts: ['https://mail.google.com/*'],
  url: 'https://mail.google.com/mail/u/0/',
  blank: 'https://www.google.com/blank',
  repeats: 2,
  records: (count) => count,
  isRecord,
  serve(now) {
    const made = makePage(now);
    return (url, body, once) => {
      const wanted = /bench-(thread|list):(\d+):?(\d+)?/.exec(body);
      if (url.pathname.endsWith('/i/fd')) {
        const [, , count, seed] = wanted ?? [];
        const wish = { seed: Number(seed), messages: Number(count), now };
        return json(once(`fd${count}:${seed}`, () => fdAnswer(makeThread(wish))));
      }
      if (url.pathname.endsWith('/i/bv')) {
        const threads = Number(JSON.parse(body)[0][1]);
        const seed = Number(wanted?.[2] ?? 7);
        return json(once(`bv${threads}:${seed}`, () => bvAnswer(makeList({ seed, threads, now }))));
      }
      if (url.pathname === '/_/scs/mail-static/bench.js') return script(made.program);
      return url.pathname.startsWith('/mail/u/0/') ? html(made.html) : null;
    };
  },
};
const frame = (
  /** @type {string} */ site,
  /** @type {string} */ head,
  /** @type {unknown} */ first,
) => `<!doctype html>
<html lang="en" data-site="${site}"><head><meta charset="utf-8"><title>${site}</title>${head}
<script>window.benchMe=${inline(ME)};window.benchFirst=${inline(first)};</script>
<style>body{margin:0;font:14px "Segoe UI",Arial,sans-serif}#rows>*{height:32px;overflow:hidden;white-space:nowrap;border-bottom:1px solid #eee}.hover{background:#eee}#status{position:fixed;right:8px;bottom:8px;width:80px;height:20px;contain:strict}</style></head>
<body><div id="loading">Loading…</div><div role="banner"><button id="O365_MainLink_Me" aria-label="Account manager for ${ME.name} ${ME.address}"></button><div hidden><span id="xUserEmail">${ME.address}</span><span id="xTimezone">Europe/Berlin</span></div></div>
<div role="main"><div id="rows" ${site === 'outlook' ? 'role="listbox"' : 'data-app-section="Surface_Week"'}></div></div>
<main id="ReadingPaneContainerId" data-app-section="MailReadCompose"><div id="surface"></div></main><span id="status"></span>
<script src="/bench.js"></script></body></html>`;

/** @param {Omit<Site, 'repeats' | 'isRecord' | 'serve'> & { first: (now: number) => { head: string, first: unknown }, answer: (what: string, count: number, seed: number, now: number) => string }} about */
function other({ first, answer, ...site }) {
  return {
    ...site,
    repeats: 1,
    isRecord,
    serve: (/** @type {number} */ now) => {
      const made = first(now);
      const page = frame(site.name, made.head, made.first);
      return (/** @type {URL} */ url, /** @type {string} */ body, /** @type {Once} */ once) => {
        const wish = /bench-(thread|list|poll):(\d+):(\d+)/.exec(url.searchParams.get('wish') ?? body);
        const [, kind = '', count = '', seed = ''] = wish ?? [];
        if (url.pathname === '/bench.js') return script(otherProgram);
        if (url.pathname === '/bench-drawn')
          return json(
            once(`drawn ${url.search}`, () => JSON.stringify(toDraw(site.name, kind, +count, +seed, now))),
          );
        if (wish) {
          const what = kind === 'thread' ? (url.searchParams.get('action') ?? 'range') : kind;
          return json(once(`${what}:${count}:${seed}`, () => answer(what, +count, +seed, now)));
        }
        return html(page);
      };
    },
  };
}

/** @param {string} site @param {string} kind @param {number} count @param {number} seed @param {number} now */
function toDraw(site, kind, count, seed, now) {
  if (site === 'outlook' && kind === 'list') return makeList({ seed, threads: count, now }).map(drawn);
  return drawn(makeThread({ seed, messages: count, now }));
}

const outlookHosts = ['office.com', 'office365.com', 'cloud.microsoft', 'live.com'].map(
  (name) => `https://outlook.${name}/*`,
);

/** @type {Site[]} */
export const sites = [
  gmail,
  other({
    name: 'google-calendar',
    hosts: ['https://calendar.google.com/*'],
    url: 'https://calendar.google.com/calendar/u/0/r/week',
    blank: 'https://www.google.com/blank',
    records: (count) => count,
    first(now) {
      const thread = makeThread({ seed: 1, messages: 50, now });
      const data = inline(initialData(thread, now));
      return {
        head: `<script id="initialdata" type="application/json">${data}</script>`,
        first: drawn(thread),
      };
    },
    answer: (what, count, seed, now) =>
      what === 'range' ? rangeAnswer(makeThread({ seed, messages: count, now })) : emptyPoll,
  }),
  other({
    name: 'outlook',
    hosts: outlookHosts,
    url: 'https://outlook.office.com/mail/inbox',
    blank: 'https://blank.office.com/blank',
    records: (count) => count,
    first: (now) => ({ head: '', first: makeList({ seed: 1, threads: 50, now }).map(drawn) }),
    answer(what, count, seed, now) {
      if (what === 'GetConversationItems')
        return conversationAnswer([makeThread({ seed, messages: count, now })]);
      return conversationAnswer(makeList({ seed, threads: what === 'list' ? count : 20, now }), false);
    },
  }),
  other({
    name: 'outlook-calendar',
    hosts: outlookHosts,
    url: 'https://outlook.office.com/calendar/view/week',
    blank: 'https://blank.office.com/blank',
    // A view tells names and times alone: the one event that is opened is recorded.
    records: () => 1,
    first: (now) => ({ head: '', first: drawn(makeThread({ seed: 1, messages: 50, now })) }),
    answer(what, count, seed, now) {
      const thread = makeThread({ seed, messages: Math.max(1, count), now });
      return what === 'GetCalendarEvent' ? eventAnswer(thread) : viewAnswer(thread);
    },
  }),
];
