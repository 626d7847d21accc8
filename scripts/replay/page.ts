import type { WireStep } from './wire.ts';

/**
 * Gmail enforces Trusted Types since 2024-02: markup and scripts made from strings throw. Inline scripts of the
 * recorded page may run.
 */
export const gmailHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "require-trusted-types-for 'script'; object-src 'none'; base-uri 'self'",
};

export interface ReplayPage {
  /** The recorded page or fragment; empty: a mailbox that shows nothing. */
  html: string;
  account: string | undefined;
  embedded: Extract<WireStep, { kind: 'embedded' }>[];
}

/** The document that is served: the recorded one, with the account and the embedded data that were asked for. */
export function pageDocument({ html, account, embedded }: ReplayPage): string {
  const head = [
    account === undefined ? '' : `<meta name="og-profile-acct" content="${escapeHtml(account)}">`,
    embedded.length === 0 ? '' : embeddedScript(embedded),
  ].join('\n');
  const title = account === undefined ? 'Gmail' : `Inbox - ${account} - Gmail`;
  if (isWholePage(html)) return intoHead(html, head, account === undefined ? null : title);
  return `<!doctype html>
<html><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
${head}
</head><body>${isMessage(html) ? inThread(html) : html}</body></html>`;
}

/** Whether this is a page and not a piece of one. */
export const isWholePage = (html: string) => /<(?:!doctype|html|head|body)[\s>]/i.test(html.slice(0, 5000));

/** A message's own element without the thread around it. */
const isMessage = (html: string) =>
  /^\s*<div[^>]*class="(?:[^"]* )?adn(?: [^"]*)?"/.test(html) && !/role="?main/.test(html);

/**
 * The recorded message inside the least of a thread view (facts/gmail.md, 7.2). Ids come from the message's own
 * `jslog`; what the recording does not say (the subject) stays empty.
 */
function inThread(html: string): string {
  const thread = threadOf(html);
  const ids = thread
    ? ` data-legacy-thread-id="${BigInt(thread).toString(16)}" data-thread-perm-id="thread-f:${thread}"`
    : '';
  return `<div class="nH bkK"><div role="main"><div class="a98 iY"><div class="ha"><h2 class="hP"${ids}></h2></div>
<div role="list"><div role="listitem" class="h7">${html}</div></div></div></div></div>`;
}

/** The thread's number from a `jslog="…; 1:<base64 of ["#thread-f:N"]>; …"`. */
function threadOf(html: string): string | null {
  for (const [, encoded] of html.matchAll(/jslog="[^"]*\b1:([A-Za-z0-9+/=]{8,200})/g)) {
    const number = /#thread-f:(\d+)/.exec(Buffer.from(encoded ?? '', 'base64').toString('utf8'))?.[1];
    if (number) return number;
  }
  return null;
}

/** As Gmail's inline scripts hand data to the page: each part is JSON in a string. */
function embeddedScript(embedded: ReplayPage['embedded']): string {
  const calls = embedded.map(({ key, text }) => {
    const part = key === 'sBEv4c' ? `[${text}]` : `[[null, null, ${JSON.stringify(text)}]]`;
    return `_GM_setData({ ${JSON.stringify(key)}: ${part} });`;
  });
  // A closing tag inside a mail must not end the script.
  const code = calls.join('\n').replaceAll('<', '\\u003c');
  return `<script>window._GM_setData = function (data) { window.GM_DATA = Object.assign(window.GM_DATA || {}, data); };\n${code}</script>`;
}

export function intoHead(html: string, head: string, title: string | null): string {
  const titled =
    title === null
      ? html
      : /<title[\s>]/i.test(html)
        ? html
        : intoHead(html, `<title>${escapeHtml(title)}</title>`, null);
  if (head.trim() === '') return titled;
  const open = /<head(?:\s[^>]*)?>/i.exec(titled) ?? /<html(?:\s[^>]*)?>/i.exec(titled);
  if (open) {
    const end = open.index + open[0].length;
    return `${titled.slice(0, end)}${head}${titled.slice(end)}`;
  }
  const doctype = /^\s*<!doctype[^>]*>/i.exec(titled)?.[0] ?? '';
  return `${doctype}${head}${titled.slice(doctype.length)}`;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
